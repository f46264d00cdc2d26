//! Taking something back.

use super::give::Thing;
use crate::{
    api::Mutation,
    i18n::{t, t_with},
    session::current_session,
    toasts,
    widgets::{Button, ButtonKind, ConfirmDialog},
};
use leptos::prelude::*;
use shared::assignments::{Holder, UserAssignments, api::Unassign};

/// What is to be taken back from whom, and whether that is asked.
#[derive(Clone, Copy)]
pub(super) struct Taking {
    open: RwSignal<bool>,
    from: RwSignal<Option<(Thing, Holder)>>,
}

impl Taking {
    pub(super) fn new() -> Self {
        Self { open: RwSignal::new(false), from: RwSignal::new(None) }
    }

    /// The button that asks.
    pub(super) fn button(self, obstacle: Signal<Option<String>>, thing: Thing, holder: Holder) -> AnyView {
        let ask = move |()| {
            self.from.set(Some((thing.clone(), holder.clone())));
            self.open.set(true);
        };
        view! { <Button label=t("unassign") kind=ButtonKind::Quiet icon="x" obstacle on_press=ask/> }.into_any()
    }
}

/// The question.
#[component]
pub(super) fn TakeDialog(taking: Taking) -> impl IntoView {
    let Taking { open, from } = taking;
    let (session, mutation) = (current_session(), Mutation::in_dialog(open));
    let names = move || {
        let names = |(thing, holder): &(Thing, Holder)| (thing.name.clone(), holder.name.clone());
        from.with(|from| from.as_ref().map(names).unwrap_or_default())
    };
    let named = move |key| {
        t_with(key, move || {
            let (thing, user) = names();
            vec![("name", thing.into()), ("user", user.into())]
        })
    };
    let take = move |()| {
        let Some((Thing { asset, .. }, Holder { id: user, .. })) = from.get_untracked() else {
            return;
        };
        let done = named("unassigned-done");
        mutation.send(Unassign { org: session.org(), user, asset }, move |_: UserAssignments| {
            open.set(false);
            toasts::success(done);
        });
    };
    view! {
        <ConfirmDialog
            open
            title=t("unassign-title")
            question=named("unassign-question")
            act=t("unassign")
            kind=ButtonKind::Danger
            busy=Signal::derive(move || mutation.is_busy())
            problem=mutation.problem()
            on_confirm=take
        />
    }
}
