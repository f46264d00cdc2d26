//! A file of this device, read here and sent nowhere.

use super::field::Field;
use crate::{
    i18n::{Text, t},
    toasts,
};
use js_sys::Uint8Array;
use leptos::{html, prelude::*, task::spawn_local};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// A file to choose. `on_text` gets what is in it.
#[component]
pub fn FileField(
    #[prop(into)] label: Text,
    #[prop(into)] hint: Text,
    /// The endings of its name (HTML, 4.10.5.3.7).
    accept: &'static str,
    #[prop(into)] on_text: Callback<String>,
) -> impl IntoView {
    let take = async move |file: File| match JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()) {
        Some(text) => _ = on_text.try_run(text),
        None => toasts::failure(t("file-unreadable")),
    };
    file_input(Field::new("", label, Some(hint), false), "file-choice", accept, take)
}

/// A file as it is on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A file to choose, or to drop where the field is. `on_file` gets its bytes.
#[component]
pub fn DropField(
    #[prop(into)] label: Text,
    #[prop(into)] hint: Text,
    /// The endings of its name (HTML, 4.10.5.3.7).
    accept: &'static str,
    #[prop(into)] on_file: Callback<Dropped>,
) -> impl IntoView {
    let take = async move |file: File| match bytes(&file).await {
        Some(bytes) => _ = on_file.try_run(Dropped { name: file.name(), bytes }),
        None => toasts::failure(t("file-unreadable")),
    };
    // Browsers take what is dropped on the field itself, which is why it is large.
    file_input(Field::new("", label, Some(hint), false), "file-choice file-drop", accept, take)
}

/// The field with its control. `take` gets each file that is chosen.
pub(super) fn file_input(
    field: Field,
    class: &'static str,
    accept: &'static str,
    take: impl AsyncFn(File) + Clone + 'static,
) -> AnyView {
    let node = NodeRef::<html::Input>::new();
    let change = move |_| {
        let chosen = node.get_untracked().and_then(|input| input.files()?.get(0));
        let (Some(file), take) = (chosen, take.clone()) else { return };
        spawn_local(async move {
            take(file).await;
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
            class=class
            accept=accept
            aria-invalid=field.invalid()
            aria-describedby=field.described_by()
            on:change=change
        />
    };
    field.frame(control.into_any())
}

/// What is in a file, if it can be read.
pub(super) async fn bytes(file: &File) -> Option<Vec<u8>> {
    JsFuture::from(file.array_buffer()).await.ok().map(|buffer| Uint8Array::new(&buffer).to_vec())
}
