//! One account: its tabs, and under each the page that the console has for it anyway.

use super::registered::RegisteredAccount;
use crate::{
    api::query,
    credentials::CredentialsPage,
    features::FeaturesPage,
    groups::GroupTable,
    i18n::{t, t_of},
    images::ImagesPage,
    integrations::IntegrationsPage,
    organizations::OrganizationPage,
    route::{AccountTab, Page},
    session::{CurrentSession, current_session},
    widgets::{PageHeader, SkeletonKind, TextLink, ViewLink, Views, when_allowed, when_ready},
};
use leptos::prelude::*;
use shared::{
    accounts::{
        Account, AccountNumber,
        api::{List, View},
    },
    authority::Target,
    credentials, features, groups, images, webhooks,
};

/// The account. Of another organization than one's own there is only what the registry knows.
#[component]
pub fn AccountPage(number: AccountNumber, tab: AccountTab) -> impl IntoView {
    let session = current_session();
    let content = when_allowed::<List>(Target::Organization, move || {
        let org = session.org();
        let read = query(move || Some(View { org: org.clone(), number }));
        when_ready(read, SkeletonKind::Form, move |account: Signal<Account>| {
            let is_own = account.with_untracked(|account| account.slug == session.org());
            let panel = if is_own { panel(tab) } else { view! { <RegisteredAccount account/> }.into_any() };
            view! {
                {tabs(session, number, tab, is_own)}
                {panel}
            }
            .into_any()
        })
    });
    let list = Signal::derive(move || session.link(Page::Accounts));
    view! {
        <p class="mb-3 text-sm"><TextLink label=t("accounts-back") href=list/></p>
        {content}
    }
}

fn panel(tab: AccountTab) -> AnyView {
    match tab {
        AccountTab::Details => view! { <OrganizationPage/> }.into_any(),
        AccountTab::Groups => view! {
            <PageHeader title=t("groups") description=t("groups-why")/>
            <GroupTable/>
        }
        .into_any(),
        AccountTab::Tokens => view! { <CredentialsPage/> }.into_any(),
        AccountTab::Images => view! { <ImagesPage/> }.into_any(),
        AccountTab::Config => view! { <IntegrationsPage/> }.into_any(),
        AccountTab::Features => view! { <FeaturesPage/> }.into_any(),
    }
}

/// The tabs that one may see; of another organization than one's own, its details alone.
fn tabs(session: CurrentSession, number: AccountNumber, here: AccountTab, is_own: bool) -> AnyView {
    let sees = move |tab: AccountTab| match tab {
        AccountTab::Details => true,
        _ if !is_own => false,
        AccountTab::Groups => session.may::<groups::api::List>(&Target::Anywhere),
        AccountTab::Tokens => session.may::<credentials::api::List>(&Target::Organization),
        AccountTab::Images => session.may::<images::api::View>(&Target::Anywhere),
        AccountTab::Config => session.may::<webhooks::api::List>(&Target::Organization),
        AccountTab::Features => session.may::<features::api::List>(&Target::Anywhere),
    };
    let link = move |tab: AccountTab| ViewLink {
        label: t_of("account-tab-*", tab.name()),
        href: Signal::derive(move || session.link(Page::Account(number, tab))),
        is_here: tab == here,
    };
    let views = Signal::derive(move || AccountTab::ALL.into_iter().filter(|tab| sees(*tab)).map(link).collect());
    view! { <Views label=t("account") views/> }.into_any()
}
