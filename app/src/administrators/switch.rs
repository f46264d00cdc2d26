//! Disabling an administrator, and enabling again (WBX-14).

use super::page::AtHand;
use crate::{
    api::Mutation,
    grants::Orphans,
    i18n::{Text, t, t_with},
    people::{Switched, preview_of_switch},
    preview::{Preview, PreviewPanel},
    toasts,
    widgets::{ButtonKind, ConfirmDialog},
};
use leptos::prelude::*;
use shared::{
    administrators::{
        Administrator,
        api::{Disable, Enable},
    },
    users::Status,
};

/// Asks before an account is disabled or enabled, naming what happens.
#[component]
pub(super) fn SwitchDialog(at_hand: AtHand) -> impl IntoView {
    let AtHand { administrator, switching: open, .. } = at_hand;
    let disables = Memo::new(move |_| administrator.with(|administrator| administrator.user.status == Status::Active));
    move || if disables.get() { disabling(open, at_hand) } else { enabling(open, at_hand) }
}

fn disabling(open: RwSignal<bool>, at_hand: AtHand) -> AnyView {
    let (mutation, preview) = (mutation_of(open), preview(open, at_hand));
    // Fields among the orphans find their errors by it.
    provide_context(mutation);
    let orphans = Orphans::of(preview.orphaned());
    let disable = move |()| {
        let request = Disable { org: at_hand.session.org(), user: at_hand.id() };
        orphans.settle(mutation, move || {
            mutation.send(request, move |done| closed(open, "administrator-disabled", &done));
        });
    };
    view! {
        <ConfirmDialog
            open
            title=t("administrator-disable")
            question=question("administrator-disable-why", at_hand)
            act=t("administrator-disable")
            kind=ButtonKind::Danger
            busy=Signal::derive(move || mutation.is_busy())
            problem=mutation.problem()
            obstacle=preview.obstacle()
            on_confirm=disable
        >
            <PreviewPanel preview/>
            {orphans.choice()}
        </ConfirmDialog>
    }
    .into_any()
}

fn enabling(open: RwSignal<bool>, at_hand: AtHand) -> AnyView {
    let (mutation, preview) = (mutation_of(open), preview(open, at_hand));
    let enable = move |()| {
        let request = Enable { org: at_hand.session.org(), user: at_hand.id() };
        mutation.send(request, move |done| closed(open, "administrator-enabled", &done));
    };
    view! {
        <ConfirmDialog
            open
            title=t("administrator-enable")
            question=question("administrator-enable-why", at_hand)
            act=t("administrator-enable")
            kind=ButtonKind::Primary
            busy=Signal::derive(move || mutation.is_busy())
            problem=mutation.problem()
            obstacle=preview.obstacle()
            on_confirm=enable
        >
            <PreviewPanel preview/>
        </ConfirmDialog>
    }
    .into_any()
}

fn preview(open: RwSignal<bool>, at_hand: AtHand) -> Preview {
    let administrator = at_hand.administrator;
    let account = Switched {
        id: Signal::derive(move || administrator.with(|it| it.user.id.clone())),
        person: Signal::derive(move || administrator.with(|it| it.user.person.clone())),
        status: Signal::derive(move || administrator.with(|it| it.user.status)),
    };
    preview_of_switch(open, account)
}

/// Opening the dialog again forgets what stood in the way the last time.
fn mutation_of(open: RwSignal<bool>) -> Mutation {
    let mutation = Mutation::new();
    Effect::new(move |_| {
        if open.get() {
            mutation.reset();
        }
    });
    mutation
}

fn closed(open: RwSignal<bool>, key: &'static str, administrator: &Administrator) {
    open.set(false);
    let name = administrator.user.person.full_name();
    toasts::success(t_with(key, move || vec![("name", name.clone().into())]));
}

fn question(key: &'static str, at_hand: AtHand) -> Text {
    let name = move || at_hand.administrator.with(|administrator| administrator.user.person.full_name());
    t_with(key, move || vec![("name", name().into())])
}
