//! Undoing what an entry says, after a question. The edge judges it with today's authority.

use super::words::sentence;
use crate::{
    api::Mutation,
    i18n::{t, t_with},
    session::CurrentSession,
    toasts,
    widgets::{ButtonKind, ConfirmDialog},
};
use leptos::prelude::*;
use shared::{
    Code, Problem,
    audit::{Entry, Seq, api::Undo},
};

/// Asks before the entry is undone.
#[component]
pub(super) fn UndoDialog(session: CurrentSession, undoing: RwSignal<Option<Entry>>) -> impl IntoView {
    let (mutation, open) = (Mutation::new(), RwSignal::new(false));
    Effect::new(move |_| {
        if undoing.read().is_some() {
            mutation.reset();
            open.set(true);
        }
    });
    Effect::new(move |_| {
        if !open.get() {
            undoing.set(None);
        }
    });
    let question = t_with("audit-undo-question", move || {
        let what = undoing.with(|entry| entry.as_ref().map(sentence).unwrap_or_default());
        vec![("what", what.into())]
    });
    let undo = move |()| {
        let Some(entry) = undoing.get_untracked() else { return };
        mutation.send(Undo { org: session.org(), seq: Seq(entry.record.seq) }, move |_| {
            open.set(false);
            toasts::success(t("audit-undone"));
        });
    };
    // Nobody changed it since it was opened, but since it happened: there is nothing to reload.
    let no_way_back = |problem: Problem| match problem.code {
        Code::ChangedMeanwhile => Code::NotUndoable.into(),
        _ => problem,
    };
    view! {
        <ConfirmDialog
            open
            title=t("audit-undo")
            question
            act=t("audit-undo")
            kind=ButtonKind::Primary
            busy=Signal::derive(move || mutation.is_busy())
            problem=Signal::derive(move || mutation.problem().get().map(no_way_back))
            on_confirm=undo
        />
    }
}
