//! Several lines of text.

use super::field::Field;
use crate::i18n::Text;
use leptos::prelude::*;

/// Several lines of text that people fill in.
#[component]
pub fn TextArea(
    /// The field of the form's request, as a dotted path: where its errors are looked up.
    name: &'static str,
    #[prop(into)] label: Text,
    value: RwSignal<String>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] hint: Option<Text>,
) -> impl IntoView {
    let field = Field::new(name, label, hint, required);
    let control = view! {
        <textarea
            id=field.id.clone()
            name=name
            class="textarea w-full"
            rows="4"
            aria-required=required.then_some("true")
            aria-invalid=field.invalid()
            aria-describedby=field.described_by()
            prop:value=move || value.get()
            on:input=move |event| value.set(event_target_value(&event))
        ></textarea>
    };
    field.frame(control.into_any())
}
