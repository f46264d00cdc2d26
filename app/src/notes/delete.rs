//! Deleting a note.

use crate::{
    api::Mutation,
    i18n::t,
    session::current_session,
    toasts,
    widgets::{ButtonKind, ConfirmDialog},
};
use leptos::prelude::*;
use shared::notes::{Note, api::Delete};

/// Asks before a note is gone.
#[component]
pub(super) fn DeleteDialog(deleting: RwSignal<Option<Note>>) -> impl IntoView {
    let (session, mutation, open) = (current_session(), Mutation::new(), RwSignal::new(false));
    Effect::new(move |_| {
        if deleting.read().is_some() {
            mutation.reset();
            open.set(true);
        }
    });
    let delete = move |()| {
        let Some(note) = deleting.get_untracked() else { return };
        mutation.send(Delete { org: session.org(), note: note.id }, move |()| {
            open.set(false);
            toasts::success(t("note-deleted"));
        });
    };
    view! {
        <ConfirmDialog
            open
            title=t("note-delete")
            question=t("note-delete-question")
            act=t("note-delete")
            kind=ButtonKind::Danger
            busy=Signal::derive(move || mutation.is_busy())
            problem=mutation.problem()
            on_confirm=delete
        />
    }
}
