//! The question before unsaved changes are lost.

use super::{ButtonKind, ConfirmDialog};
use crate::{i18n::t, navigation::use_navigation};
use leptos::prelude::*;

/// Stands once in the console; [`crate::navigation::guard_unsaved`] makes it ask.
#[component]
pub fn UnsavedChangesDialog() -> impl IntoView {
    let departure = use_navigation().departures();
    view! {
        <ConfirmDialog
            open=departure.asking
            title=t("unsaved-title")
            question=t("unsaved-question")
            act=t("unsaved-leave")
            kind=ButtonKind::Danger
            on_confirm=move |()| departure.leave()
        />
    }
}
