//! A day, picked in the platform's own calendar.

use super::field::Field;
use crate::i18n::Text;
use leptos::prelude::*;

/// A day as `2026-11-21`, or none.
#[component]
pub fn DateField(
    /// The field of the form's request: where its errors are looked up.
    #[prop(optional)]
    name: &'static str,
    #[prop(into)] label: Text,
    #[prop(into)] value: Signal<Option<String>>,
    #[prop(into)] on_change: Callback<Option<String>>,
    #[prop(optional, into)] hint: Option<Text>,
) -> impl IntoView {
    let field = Field::new(name, label, hint, false);
    let change = move |event| {
        let day = event_target_value(&event);
        on_change.run((!day.is_empty()).then_some(day));
    };
    let control = view! {
        <input
            id=field.id.clone()
            type="date"
            class="input w-full"
            aria-invalid=field.invalid()
            aria-describedby=field.described_by()
            prop:value=move || value.get().unwrap_or_default()
            on:change=change
        />
    };
    field.frame(control.into_any())
}
