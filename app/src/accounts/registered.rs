//! An account as the registry knows it: the operator suspends it and resumes it.

use super::status_badge;
use crate::{
    i18n::{Text, date_time, t},
    session::current_session,
    switch::{SwitchDialog, SwitchWords, Switched},
    widgets::{Button, ButtonKind, Card, Definition, Definitions, PageHeader},
};
use leptos::prelude::*;
use shared::{
    accounts::{
        Account, AccountStatus,
        api::{Resume, Suspend},
    },
    authority::Target,
    users::Status,
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
        <SwitchAccount account asking/>
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
            view! { <Button label=t(RESUMING.act) kind=ButtonKind::Primary icon="play" obstacle on_press=ask/> }
                .into_any()
        } else {
            view! { <Button label=t(SUSPENDING.act) kind=ButtonKind::Danger icon="pause" obstacle on_press=ask/> }
                .into_any()
        }
    };
    // What is not complete can only be made again.
    let is_complete = move || account.with(|account| account.status != AccountStatus::Provisioning);
    (move || is_complete().then(button)).into_any()
}

const SUSPENDING: SwitchWords =
    SwitchWords { act: "account-suspend", why: "account-suspend-question", done: "account-suspended" };
const RESUMING: SwitchWords =
    SwitchWords { act: "account-resume", why: "account-resume-question", done: "account-resumed" };

/// Asks first, naming what happens.
#[component]
fn SwitchAccount(account: Signal<Account>, asking: RwSignal<bool>) -> impl IntoView {
    let org = current_session().org();
    let (suspended_in, resumed_in) = (org.clone(), org);
    let number = move || account.with_untracked(|account| account.number);
    let switched = Switched {
        name: Signal::derive(move || account.with(|account| account.name.clone())),
        status: Signal::derive(move || if is_suspended(account) { Status::Disabled } else { Status::Active }),
        preview: None,
    };
    let disable = Callback::new(move |()| Suspend { org: suspended_in.clone(), number: number() });
    let enable = Callback::new(move |()| Resume { org: resumed_in.clone(), number: number() });
    view! { <SwitchDialog open=asking switched disabling=SUSPENDING enabling=RESUMING disable enable/> }
}
