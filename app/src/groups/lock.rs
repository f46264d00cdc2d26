//! Whether what a group carries is locked (RSC-11), and locking and unlocking it.

use super::page::GroupAtHand;
use crate::{
    api::Mutation,
    i18n::{Text, t, t_with},
    toasts,
    widgets::{Button, Card, ConfirmDialog, Dialog, DialogActions, Form, Icon, Row, Stack, TextField},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    groups::{
        Group,
        api::{RemoveLock, SetLock},
    },
};

/// What holds, and the button that changes it.
#[component]
pub(super) fn LockCard(at_hand: GroupAtHand) -> impl IntoView {
    let (locking, unlocking) = (RwSignal::new(false), RwSignal::new(false));
    let lock = Memo::new(move |_| at_hand.group.with(|group| group.lock.clone()));
    let session = at_hand.session;
    let may_not = session.obstacle::<SetLock>(Target::Organization);
    let content = move || match lock.get() {
        Some(lock) => {
            let reason = lock.reason;
            let said = match reason.is_empty() {
                true => t("group-locked"),
                false => t_with("group-locked-because", move || vec![("reason", reason.clone().into())]),
            };
            view! {
                <Row><Icon name="lock"/><span>{said}</span></Row>
                <Row><Button label=t("group-unlock") obstacle=may_not on_press=move |()| unlocking.set(true)/></Row>
            }
            .into_any()
        }
        None => view! {
            <p class="text-muted">{t("group-not-locked")}</p>
            <Row><Button label=t("group-lock") icon="lock" obstacle=may_not on_press=move |()| locking.set(true)/></Row>
        }
        .into_any(),
    };
    view! {
        <Card title=t("group-lock-title")><Stack>{content}</Stack></Card>
        <Dialog open=locking title=t("group-lock")><LockForm open=locking at_hand/></Dialog>
        <UnlockDialog open=unlocking at_hand/>
    }
}

fn named(at_hand: GroupAtHand, key: &'static str) -> Text {
    t_with(key, move || vec![("name", at_hand.name().into())])
}

#[component]
fn LockForm(open: RwSignal<bool>, at_hand: GroupAtHand) -> impl IntoView {
    let (mutation, reason) = (Mutation::new(), RwSignal::new(String::new()));
    let submit = move |()| {
        let reason = reason.get_untracked().trim().to_owned();
        let request = SetLock { org: at_hand.session.org(), group: at_hand.id(), reason };
        mutation.submit(request, move |_: Group| {
            open.set(false);
            toasts::success(named(at_hand, "group-lock-done"));
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <p>{t("group-lock-why")}</p>
            <TextField name="reason" label=t("group-lock-reason") value=reason/>
            <DialogActions mutation open submit=t("group-lock")/>
        </Form>
    }
}

#[component]
fn UnlockDialog(open: RwSignal<bool>, at_hand: GroupAtHand) -> impl IntoView {
    let mutation = Mutation::new();
    let unlock = move |()| {
        let request = RemoveLock { org: at_hand.session.org(), group: at_hand.id() };
        mutation.send(request, move |()| {
            open.set(false);
            toasts::success(named(at_hand, "group-unlock-done"));
        });
    };
    view! {
        <ConfirmDialog
            open
            title=t("group-unlock")
            question=named(at_hand, "group-unlock-why")
            act=t("group-unlock")
            busy=Signal::derive(move || mutation.is_busy())
            problem=mutation.problem()
            on_confirm=unlock
        />
    }
}
