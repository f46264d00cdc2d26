//! A line of text.

use super::field::Field;
use crate::i18n::Text;
use leptos::prelude::*;

/// A line of text that people fill in.
#[component]
pub fn TextField(
    /// The field of the form's request, as a dotted path: where its errors are looked up.
    #[prop(into)]
    name: String,
    #[prop(into)] label: Text,
    value: RwSignal<String>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] hint: Option<Text>,
    /// `text`, `email`, `tel`, …
    #[prop(default = "text")]
    kind: &'static str,
    /// What browsers may fill in (HTML, 4.10.18.7).
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Shown, not to be changed.
    #[prop(optional, into)]
    read_only: Signal<bool>,
) -> impl IntoView {
    let field = Field::new(name.clone(), label, hint, required);
    // Names and addresses are not sentences: no spelling, no capitals of their own accord.
    let is_name = matches!(autocomplete, "username" | "email") || kind == "email";
    let control = view! {
        <input
            id=field.id.clone()
            type=kind
            name=name
            class="input w-full"
            autocomplete=autocomplete
            autocapitalize=is_name.then_some("none")
            spellcheck=is_name.then_some("false")
            aria-required=required.then_some("true")
            aria-invalid=field.invalid()
            aria-describedby=field.described_by()
            readonly=move || read_only.get()
            prop:value=move || value.get()
            on:input=move |event| value.set(event_target_value(&event))
        />
    };
    field.frame(control.into_any())
}
