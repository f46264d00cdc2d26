//! Deleting a group in which nothing is left.

use super::page::GroupAtHand;
use crate::{
    api::Mutation,
    i18n::{t, t_with},
    route::Page,
    toasts,
    widgets::{Button, ButtonKind, ConfirmDialog},
};
use leptos::prelude::*;
use shared::groups::{GroupPage, api::Delete};

/// The button that deletes, with its question.
#[component]
pub(super) fn DeleteGroup(at_hand: GroupAtHand) -> impl IntoView {
    let GroupAtHand { session, page, .. } = at_hand;
    let (mutation, open) = (Mutation::new(), RwSignal::new(false));
    let busy = Signal::derive(move || mutation.is_busy());
    let may_not = at_hand.obstacle_to_changing::<Delete>();
    let obstacle =
        Signal::derive(move || may_not.get().or_else(|| (!page.with(is_empty)).then(|| t("group-in-use").get())));
    let named = move |key| t_with(key, move || vec![("name", at_hand.name().into())]);
    let delete = move |()| {
        let done = named("group-deleted");
        mutation.send(Delete { org: session.org(), group: at_hand.id() }, move |()| {
            open.set(false);
            toasts::success(done);
            session.go(Page::Groups);
        });
    };
    view! {
        <Button label=t("group-delete") kind=ButtonKind::Danger icon="trash-2" obstacle on_press=move |()| open.set(true)/>
        <ConfirmDialog
            open
            title=t("group-delete")
            question=named("group-delete-question")
            act=t("group-delete")
            kind=ButtonKind::Danger
            busy
            problem=mutation.problem()
            on_confirm=delete
        />
    }
}

fn is_empty(page: &GroupPage) -> bool {
    page.group.members == 0 && page.group.children == 0 && page.grants.is_empty()
}
