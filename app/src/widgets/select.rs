//! One of a few.

use super::field::Field;
use crate::i18n::Text;
use leptos::prelude::*;

/// Something to choose.
#[derive(Clone, Debug)]
pub struct SelectOption {
    value: String,
    label: Text,
}

impl SelectOption {
    /// Something to choose, with the value it stands for.
    pub fn new(value: impl Into<String>, label: impl Into<Text>) -> Self {
        Self { value: value.into(), label: label.into() }
    }

    /// The value it stands for.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// What it says.
    pub fn label(&self) -> Text {
        self.label
    }
}

/// A list of which one is chosen: the platform's own, which every device knows how to show.
#[component]
pub fn Select(
    name: &'static str,
    #[prop(into)] label: Text,
    value: RwSignal<String>,
    #[prop(into)] options: Signal<Vec<SelectOption>>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] hint: Option<Text>,
    #[prop(optional, into)] on_change: Option<Callback<String>>,
) -> impl IntoView {
    let field = Field::new(name, label, hint, required);
    let items = move || {
        let item = |option: SelectOption| {
            let chosen = option.value.clone();
            view! { <option value=option.value selected=move || value.get() == chosen>{option.label}</option> }
        };
        options.get().into_iter().map(item).collect_view()
    };
    let control = view! {
        <select
            id=field.id.clone()
            name=name
            class="select w-full"
            aria-required=required.then_some("true")
            aria-invalid=field.invalid()
            aria-describedby=field.described_by()
            prop:value=move || value.get()
            on:change=move |event| {
                let chosen = event_target_value(&event);
                value.set(chosen.clone());
                if let Some(on_change) = on_change {
                    on_change.run(chosen);
                }
            }
        >
            {items}
        </select>
    };
    field.frame(control.into_any())
}
