//! A picture of this device. It is read here; what reads it says whether it will do.

use super::field::Field;
use crate::i18n::Text;
use js_sys::Uint8Array;
use leptos::{html, prelude::*, task::spawn_local};
use shared::{
    FieldError,
    images::{LOGO_BYTES_MAX, too_heavy},
};
use wasm_bindgen_futures::JsFuture;

/// A picture to choose. `on_read` gets its content, or why there is none: one that is too heavy is
/// not read at all.
#[component]
pub fn PictureField(
    /// The field of the form's request: where its errors are looked up.
    #[prop(into)]
    name: String,
    #[prop(into)] label: Text,
    #[prop(into)] hint: Text,
    #[prop(into)] on_read: Callback<Result<Vec<u8>, FieldError>>,
) -> impl IntoView {
    let (field, node) = (Field::new(name, label, Some(hint), false), NodeRef::<html::Input>::new());
    let change = move |_| {
        let chosen = node.get_untracked().and_then(|input| input.files()?.get(0));
        let Some(file) = chosen else { return };
        spawn_local(async move {
            on_read.try_run(read(&file).await);
            // Choosing the same file again is another choice.
            if let Some(input) = node.try_get_untracked().flatten() {
                input.set_value("");
            }
        });
    };
    let control = view! {
        <input
            node_ref=node
            id=field.id.clone()
            type="file"
            class="file-choice"
            accept="image/png,image/jpeg,image/webp"
            aria-invalid=field.invalid()
            aria-describedby=field.described_by()
            on:change=change
        />
    };
    field.frame(control.into_any())
}

async fn read(file: &web_sys::File) -> Result<Vec<u8>, FieldError> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole bytes of a file")]
    let size = file.size() as usize;
    if size > LOGO_BYTES_MAX {
        return Err(too_heavy(size));
    }
    let content = JsFuture::from(file.array_buffer()).await;
    content.map(|content| Uint8Array::new(&content).to_vec()).map_err(|_| FieldError::new("logo", "file_unreadable"))
}
