//! A file of this device, read here and sent nowhere.

use super::field::Field;
use crate::{
    i18n::{Text, t},
    toasts,
};
use leptos::{html, prelude::*, task::spawn_local};
use wasm_bindgen_futures::JsFuture;

/// A file to choose. `on_text` gets what is in it.
#[component]
pub fn FileField(
    #[prop(into)] label: Text,
    #[prop(into)] hint: Text,
    /// The endings of its name (HTML, 4.10.5.3.7).
    accept: &'static str,
    #[prop(into)] on_text: Callback<String>,
) -> impl IntoView {
    let (field, node) = (Field::new("", label, Some(hint), false), NodeRef::<html::Input>::new());
    let change = move |_| {
        let chosen = node.get_untracked().and_then(|input| input.files()?.get(0));
        let Some(file) = chosen else { return };
        spawn_local(async move {
            match JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()) {
                Some(text) => drop(on_text.try_run(text)),
                None => toasts::failure(t("file-unreadable")),
            }
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
            accept=accept
            aria-describedby=field.described_by()
            on:change=change
        />
    };
    field.frame(control.into_any())
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
    let (field, node) = (Field::new("", label, Some(hint), false), NodeRef::<html::Input>::new());
    let change = move |_| {
        let chosen = node.get_untracked().and_then(|input| input.files()?.get(0));
        let Some(file) = chosen else { return };
        spawn_local(async move {
            match JsFuture::from(file.array_buffer()).await {
                Ok(buffer) => {
                    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
                    on_file.try_run(Dropped { name: file.name(), bytes });
                }
                Err(_) => toasts::failure(t("file-unreadable")),
            }
            // Choosing the same file again is another choice.
            if let Some(input) = node.try_get_untracked().flatten() {
                input.set_value("");
            }
        });
    };
    // Browsers take what is dropped on the field itself, which is why it is large.
    let control = view! {
        <input
            node_ref=node
            id=field.id.clone()
            type="file"
            class="file-choice file-drop"
            accept=accept
            aria-describedby=field.described_by()
            on:change=change
        />
    };
    field.frame(control.into_any())
}
