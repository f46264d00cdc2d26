//! A code that is read elsewhere and typed here: from an app, or from where it was kept.

use super::field::Field;
use crate::i18n::Text;
use leptos::{html, prelude::*};

/// A code. Of digits, phones show these alone and fill it in by themselves; one `with_letters` is a
/// text like any other. When that changes, the focus goes to the field.
#[component]
pub fn CodeField(
    /// The field of the form's request: where its errors are looked up.
    name: &'static str,
    #[prop(into)] label: Text,
    value: RwSignal<String>,
    #[prop(optional, into)] hint: Option<Text>,
    #[prop(optional, into)] with_letters: Signal<bool>,
) -> impl IntoView {
    let field = Field::new(name, label, hint, true);
    let input = NodeRef::<html::Input>::new();
    Effect::new(move |had_letters: Option<bool>| {
        let has_letters = with_letters.get();
        if had_letters.is_some_and(|had| had != has_letters)
            && let Some(input) = input.get_untracked()
        {
            drop(input.focus());
        }
        has_letters
    });
    let control = view! {
        <input
            node_ref=input
            id=field.id.clone()
            type="text"
            name=name
            class="input code-field"
            autocomplete=move || if with_letters.get() { "off" } else { "one-time-code" }
            inputmode=move || if with_letters.get() { "text" } else { "numeric" }
            autocapitalize="none"
            spellcheck="false"
            aria-required="true"
            aria-invalid=field.invalid()
            aria-describedby=field.described_by()
            prop:value=move || value.get()
            on:input=move |event| value.set(event_target_value(&event))
        />
    };
    field.frame(control.into_any())
}
