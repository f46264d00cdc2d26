//! A color, typed or picked.

use super::field::Field;
use crate::i18n::{Text, t_with};
use leptos::prelude::*;

/// A color as `#` and six hexadecimal digits; nothing for none. The picker beside it is the
/// browser's, which knows no "nothing": it shows black then.
#[component]
pub fn ColorField(
    /// The field of the form's request, as a dotted path.
    #[prop(into)]
    name: String,
    #[prop(into)] label: Text,
    value: RwSignal<String>,
    #[prop(into)] hint: Text,
    /// Shown, not to be changed.
    #[prop(into)]
    read_only: Signal<bool>,
) -> impl IntoView {
    let field = Field::new(name.clone(), label, Some(hint), false);
    let picking = t_with("color-pick", move || vec![("field", label.get().into())]);
    let picker = move || {
        (!read_only.get()).then(|| {
            view! {
                <input
                    type="color"
                    class="color-picker"
                    aria-label=picking
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                />
            }
        })
    };
    let control = view! {
        <div class="flex items-center gap-2">
            <input
                id=field.id.clone()
                type="text"
                name=name
                class="input w-full"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                aria-invalid=field.invalid()
                aria-describedby=field.described_by()
                readonly=move || read_only.get()
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
            {picker}
        </div>
    };
    field.frame(control.into_any())
}
