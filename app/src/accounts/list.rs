//! The list of accounts.

use super::status_badge;
use crate::{
    api::query,
    i18n::{date, t},
    listing::Listing,
    route::{AccountTab, Page},
    session::{CurrentSession, current_session},
    widgets::{
        ButtonKind, Cell, Column, EmptyState, LinkButton, PageHeader, Pagination, SearchField, SkeletonKind, Table,
        TextLink, Toolbar, when_allowed, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    accounts::{
        Account,
        api::{Create, List},
    },
    authority::Target,
    page,
};

/// The list.
#[component]
pub fn AccountsPage() -> impl IntoView {
    let session = current_session();
    let operates = session.signal().with_untracked(|session| session.operates);
    let description = if operates { t("accounts-why-operator") } else { t("accounts-why") };
    let content = when_allowed::<List>(Target::Organization, move || {
        view! {
            <Toolbar><SearchField label=t("accounts-search")/></Toolbar>
            {table(session)}
        }
        .into_any()
    });
    let add = if operates { add(session) } else { ().into_any() };
    view! {
        <PageHeader title=t("accounts") description actions=add/>
        {content}
    }
}

fn add(session: CurrentSession) -> AnyView {
    let obstacle = session.obstacle::<Create>(Target::Organization);
    let href = Signal::derive(move || session.link(Page::NewAccount));
    view! { <LinkButton label=t("accounts-new") kind=ButtonKind::Primary icon="plus" href obstacle/> }.into_any()
}

fn table(session: CurrentSession) -> AnyView {
    let (org, listing) = (session.org(), Listing::from_address());
    let accounts = query(move || {
        Some(List {
            q: listing.words(),
            cursor: listing.cursor(),
            limit: Some(listing.limit()),
            ..List::first(org.clone())
        })
    });
    let busy = Signal::derive(move || accounts.is_busy());
    when_ready(accounts, SkeletonKind::Table, move |page: Signal<page::Page<Account>>| {
        let rows = move || page.get().items.into_iter().map(|account| row(session, account)).collect::<Vec<_>>();
        let empty = move || {
            view! { <EmptyState icon="search" title=t("accounts-none-found") explanation=t("accounts-none-found-why")/> }
        };
        view! {
            <Table caption=t("accounts") columns=columns() rows empty busy/>
            <Pagination listing page/>
        }
        .into_any()
    })
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(t("account-number")),
        Column::new(t("organization-name")),
        Column::new(t("organization-slug")).wide_only(),
        Column::new(t("account-status")),
        Column::new(t("created-at")).wide_only(),
    ]
}

fn row(session: CurrentSession, account: Account) -> Vec<Cell> {
    let Account { number, slug, name, status, created_at } = account;
    let href = Signal::derive(move || session.link(Page::Account(number, AccountTab::Details)));
    vec![
        view! { <TextLink label=number.to_string() href/> }.into_any(),
        name.into_any(),
        slug.to_string().into_any(),
        status_badge(status),
        (move || date(created_at)).into_any(),
    ]
}
