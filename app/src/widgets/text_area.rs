//! A text of several lines: to type, and to read.

use super::field::Field;
use crate::i18n::Text;
use leptos::prelude::*;

/// A text of several lines that people fill in.
#[component]
pub fn TextArea(
    /// The field of the form's request, as a dotted path: where its errors are looked up.
    name: &'static str,
    #[prop(into)] label: Text,
    value: RwSignal<String>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] hint: Option<Text>,
    /// How many lines it shows at once.
    #[prop(default = 8)]
    rows: u32,
    #[prop(optional, into)] read_only: Signal<bool>,
) -> impl IntoView {
    let field = Field::new(name, label, hint, required);
    let control = view! {
        <textarea
            id=field.id.clone()
            name=name
            class="textarea w-full"
            rows=rows.to_string()
            readonly=move || read_only.get()
            aria-required=required.then_some("true")
            aria-invalid=field.invalid()
            aria-describedby=field.described_by()
            prop:value=move || value.get()
            on:input=move |event| value.set(event_target_value(&event))
        ></textarea>
    };
    field.frame(control.into_any())
}

/// A text whose lines are kept.
#[component]
pub fn Lines(#[prop(into)] text: String) -> impl IntoView {
    view! { <p class="max-w-prose whitespace-pre-line break-words">{text}</p> }
}
