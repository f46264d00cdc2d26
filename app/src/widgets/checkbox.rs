//! Yes or no.

use super::field::error_line;
use crate::{browser::unique_id, i18n::Text};
use leptos::prelude::*;

/// A box to tick. One that may not be changed stays focusable and says why.
#[component]
pub fn Checkbox(
    #[prop(into)] label: Text,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
    #[prop(optional, into)] hint: Option<Text>,
    #[prop(optional, into)] obstacle: Signal<Option<String>>,
) -> impl IntoView {
    let id = unique_id("check");
    let (hint_id, reason_id) = (format!("{id}-hint"), format!("{id}-reason"));
    let described_by = {
        let (hint_id, reason_id) = (hint_id.clone(), reason_id.clone());
        move || match (hint.is_some(), obstacle.with(Option::is_some)) {
            (_, true) => Some(reason_id.clone()),
            (true, false) => Some(hint_id.clone()),
            (false, false) => None,
        }
    };
    view! {
        <div class="check">
            <input
                id=id.clone()
                type="checkbox"
                class="checkbox checkbox-sm checkbox-primary"
                aria-disabled=move || obstacle.with(Option::is_some).then_some("true")
                aria-describedby=described_by
                prop:checked=move || checked.get()
                on:click=move |event| {
                    if obstacle.with_untracked(Option::is_some) {
                        event.prevent_default();
                    }
                }
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <div class="min-w-0">
                <label class="check-label" for=id>{label}</label>
                {hint.map(|hint| view! { <p id=hint_id class="field-hint">{hint}</p> })}
                {move || obstacle.get().map(|reason| view! { <p id=reason_id.clone() class="field-hint">{reason}</p> })}
            </div>
        </div>
    }
}

/// A box in a row of a table: whom it selects stands beside it, and in its name for those who
/// cannot see that.
#[component]
pub fn RowCheck(
    #[prop(into)] label: Text,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <input
            type="checkbox"
            class="checkbox checkbox-sm checkbox-primary"
            aria-label=label
            title=label
            prop:checked=move || checked.get()
            on:change=move |event| on_change.run(event_target_checked(&event))
        />
    }
}

/// The error of a whole group of boxes.
pub(super) fn group_error(id: String, error: Signal<Option<String>>) -> AnyView {
    error_line(id, error)
}
