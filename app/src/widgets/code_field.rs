//! A code that is read elsewhere and typed here: from an app, or from where it was kept.

use super::field::Field;
use crate::{browser, i18n::Text};
use leptos::prelude::*;

/// A code. Of digits, phones show these alone and fill it in by themselves; one `with_letters` is a
/// text like any other. When that changes, the focus goes to the field; from the beginning if the
/// field is what one came for.
#[component]
pub fn CodeField(
    /// The field of the form's request: where its errors are looked up.
    name: &'static str,
    #[prop(into)] label: Text,
    value: RwSignal<String>,
    #[prop(optional, into)] hint: Option<Text>,
    #[prop(optional, into)] with_letters: Signal<bool>,
    /// Whether the field is what one came for.
    #[prop(optional)]
    wants_focus: bool,
) -> impl IntoView {
    let field = Field::new(name, label, hint, true);
    let id = field.id.clone();
    Effect::new(move |before: Option<()>| {
        with_letters.track();
        if wants_focus || before.is_some() {
            let id = id.clone();
            // Once the page or the dialog around it is there.
            request_animation_frame(move || browser::focus(&id));
        }
    });
    let control = view! {
        <input
            id=field.id.clone()
            type="text"
            name=name
            class="input w-full"
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
