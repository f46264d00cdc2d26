//! The list of telephone numbers.

use crate::{
    api::{Query, query},
    i18n::t,
    inventory::{AssignedFilter, assigned_in_address, holder_cell, is_narrowed},
    listing::Listing,
    route::Page,
    scope::{known_sites, site_name},
    session::{CurrentSession, current_session},
    widgets::{
        ButtonKind, Cell, Column, EmptyState, LinkButton, PageHeader, Pagination, SearchField, SkeletonKind, Table,
        TextLink, Toolbar, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    numbers::{
        Number,
        api::{Create, List},
    },
    page,
    sites::Site,
    users::Sort,
};

/// The list.
#[component]
pub fn NumbersPage() -> impl IntoView {
    let session = current_session();
    let listing = Listing::from_address();
    let (found, sites, is_narrowed) = (read(session, listing), known_sites(), is_narrowed(listing));
    let busy = Signal::derive(move || found.is_busy());
    let content = when_ready(found, SkeletonKind::Table, move |page: Signal<page::Page<Number>>| {
        let rows = move || page.get().items.into_iter().map(|number| row(session, number, sites)).collect::<Vec<_>>();
        let empty = move || empty(session, is_narrowed.get());
        view! {
            <Table caption=t("numbers") columns=columns() rows listing empty busy/>
            <Pagination listing page/>
        }
        .into_any()
    });
    view! {
        <PageHeader title=t("numbers") description=t("numbers-why") actions=add(session)/>
        <Toolbar>
            <SearchField label=t("numbers-search")/>
            <AssignedFilter/>
        </Toolbar>
        {content}
    }
}

fn read(session: CurrentSession, listing: Listing) -> Query<page::Page<Number>> {
    let (org, assigned) = (session.org(), assigned_in_address());
    query(move || {
        Some(List {
            q: listing.words(),
            site: listing.site(),
            assigned: assigned.get(),
            direction: Some(listing.direction()),
            cursor: listing.cursor(),
            limit: Some(listing.limit()),
            ..List::first(org.clone())
        })
    })
}

fn add(session: CurrentSession) -> AnyView {
    let obstacle = session.obstacle::<Create>(Target::Anywhere);
    let href = Signal::derive(move || session.link(Page::NewNumber));
    view! { <LinkButton label=t("numbers-new") kind=ButtonKind::Primary icon="plus" href obstacle/> }.into_any()
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(t("number")).sorted_by(Sort::Name),
        Column::new(t("number-label")).wide_only(),
        Column::new(t("site")).wide_only(),
        Column::new(t("assigned-holder")),
    ]
}

fn row(session: CurrentSession, number: Number, sites: Query<Vec<Site>>) -> Vec<Cell> {
    let Number { id, details, assigned, holder, .. } = number;
    let href = Signal::derive(move || session.link(Page::Number(id.clone())));
    let site = move || site_name(details.site.as_ref(), &sites.answer().unwrap_or_default());
    vec![
        view! { <TextLink label=details.number href/> }.into_any(),
        details.label.into_any(),
        site.into_any(),
        holder_cell(session, assigned, holder),
    ]
}

fn empty(session: CurrentSession, is_narrowed: bool) -> AnyView {
    if is_narrowed {
        return view! { <EmptyState icon="search" title=t("numbers-none-found") explanation=t("inventory-none-found-why")/> }
            .into_any();
    }
    view! { <EmptyState icon="hash" title=t("numbers-none") explanation=t("numbers-none-why")>{add(session)}</EmptyState> }
        .into_any()
}
