//! An account as the registry knows it: the operator suspends it and resumes it.

use super::status_badge;
use crate::{
    api::Mutation,
    i18n::{Text, date_time, t, t_with},
    session::current_session,
    toasts,
    widgets::{Button, ButtonKind, Card, ConfirmDialog, Definition, Definitions, PageHeader},
};
use leptos::prelude::*;
use shared::{
    accounts::{
        Account, AccountStatus,
        api::{Resume, Suspend},
    },
    authority::Target,
};

/// The account.
#[component]
pub(super) fn RegisteredAccount(account: Signal<Account>) -> impl IntoView {
    let asking = RwSignal::new(false);
    let title = Text::derive(move || account.with(|account| account.name.clone()));
    let facts = move || {
        let Account { number, slug, status, created_at, .. } = account.get();
        view! {
            <Definitions>
                <Definition term=t("account-number")>{number.to_string()}</Definition>
                <Definition term=t("organization-slug")>{slug.to_string()}</Definition>
                <Definition term=t("account-status")>{status_badge(status)}</Definition>
                <Definition term=t("created-at")>{move || date_time(created_at)}</Definition>
            </Definitions>
        }
    };
    view! {
        <PageHeader title description=t("account-registered-why") actions=switch(account, asking)/>
        <Card title=t("account-tab-details")>{facts}</Card>
        <SwitchDialog account asking/>
    }
}

fn is_suspended(account: Signal<Account>) -> bool {
    account.with(|account| account.status == AccountStatus::Suspended)
}

fn switch(account: Signal<Account>, asking: RwSignal<bool>) -> AnyView {
    let session = current_session();
    let obstacle = session.obstacle::<Suspend>(Target::Organization);
    let ask = move |()| asking.set(true);
    let button = move || {
        if is_suspended(account) {
            view! { <Button label=t("account-resume") kind=ButtonKind::Primary icon="play" obstacle on_press=ask/> }
                .into_any()
        } else {
            view! { <Button label=t("account-suspend") kind=ButtonKind::Danger icon="pause" obstacle on_press=ask/> }
                .into_any()
        }
    };
    // What is not complete can only be made again.
    let is_complete = move || account.with(|account| account.status != AccountStatus::Provisioning);
    (move || is_complete().then(button)).into_any()
}

/// Asks first, naming what happens.
#[component]
fn SwitchDialog(account: Signal<Account>, asking: RwSignal<bool>) -> impl IntoView {
    move || {
        let suspended = is_suspended(account);
        let name = move || vec![("name", account.with(|account| account.name.clone()).into())];
        let mutation = Mutation::new();
        let question =
            if suspended { t_with("account-resume-question", name) } else { t_with("account-suspend-question", name) };
        let (act, kind) = if suspended {
            (t("account-resume"), ButtonKind::Primary)
        } else {
            (t("account-suspend"), ButtonKind::Danger)
        };
        view! {
            <ConfirmDialog
                open=asking
                title=act
                question
                act
                kind
                busy=Signal::derive(move || mutation.is_busy())
                problem=mutation.problem()
                on_confirm=move |()| confirm(account, suspended, mutation, asking)
            />
        }
    }
}

fn confirm(account: Signal<Account>, suspended: bool, mutation: Mutation, asking: RwSignal<bool>) {
    let org = current_session().org();
    let number = account.with_untracked(|account| account.number);
    let done = move |said: Text| {
        move |_: Account| {
            asking.set(false);
            toasts::success(said);
        }
    };
    if suspended {
        mutation.send(Resume { org, number }, done(t("account-resumed")));
    } else {
        mutation.send(Suspend { org, number }, done(t("account-suspended")));
    }
}
