//! The list of administrators.

use super::rank::RankMark;
use crate::{
    api::{Query, query},
    i18n::{say, since, t},
    listing::Listing,
    people::{ENDING_SOON, StatusBadge, StatusFilter, narrowed_to, status_in_address},
    roles::role_name,
    route::Page,
    scope::{known_sites, scope_in_words},
    session::{CurrentSession, current_session},
    widgets::{
        Badge, ButtonKind, Cell, Column, EmptyState, LinkButton, PageHeader, Pagination, SearchField, SkeletonKind,
        Table, TextLink, Toolbar, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    administrators::{
        AdministratorSummary,
        api::{Create, List, Update},
    },
    authority::Target,
    page,
    sites::Site,
    users::Sort,
};

/// The list.
#[component]
pub fn AdministratorsPage() -> impl IntoView {
    let session = current_session();
    let listing = Listing::from_address();
    let (found, sites) = (read(session, listing), known_sites());
    let (status, is_ending) = (status_in_address(), narrowed_to("ending"));
    let is_narrowed =
        Signal::derive(move || listing.is_narrowed() || listing.site().is_some() || status().is_some() || is_ending());
    let content = when_ready(found, SkeletonKind::Table, move |page: Signal<page::Page<AdministratorSummary>>| {
        let rows = move || page.get().items.into_iter().map(|item| row(session, item, sites)).collect::<Vec<_>>();
        let empty = move || empty(is_narrowed.get());
        let busy = Signal::derive(move || found.is_busy());
        view! {
            <Table caption=t("administrators") columns=columns() rows listing empty busy/>
            <Pagination listing page/>
        }
        .into_any()
    });
    view! {
        <PageHeader title=t("administrators") description=t("administrators-why") actions=create(session)/>
        <Toolbar>
            <SearchField label=t("administrators-search")/>
            <StatusFilter more="ending"/>
        </Toolbar>
        {content}
    }
}

fn read(session: CurrentSession, listing: Listing) -> Query<page::Page<AdministratorSummary>> {
    let (org, status) = (session.org(), status_in_address());
    let is_ending = narrowed_to("ending");
    query(move || {
        Some(List {
            org: org.clone(),
            q: listing.words(),
            site: listing.site(),
            status: status(),
            ending_within: is_ending().then_some(ENDING_SOON),
            sort: Some(listing.sort()),
            direction: Some(listing.direction()),
            cursor: listing.cursor(),
            limit: Some(listing.limit()),
        })
    })
}

fn create(session: CurrentSession) -> AnyView {
    let obstacle = session.obstacle::<Create>(Target::Anywhere);
    let href = Signal::derive(move || session.link(Page::NewAdministrator));
    view! { <LinkButton label=t("administrators-new") kind=ButtonKind::Primary icon="plus" href obstacle/> }.into_any()
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(t("full-name")).sorted_by(Sort::Name),
        Column::new(t("user-name")).sorted_by(Sort::UserName).widest_only(),
        Column::new(t("administrators-scope")).wide_only(),
        Column::new(t("administrators-functions")).wide_only(),
        Column::new(t("status")),
        Column::new(t("last-seen")).widest_only(),
        Column::new(t("administrators-action")).wide_only(),
    ]
}

fn row(session: CurrentSession, item: AdministratorSummary, sites: Query<Vec<Site>>) -> Vec<Cell> {
    let page = Page::Administrator(item.id.clone());
    let href = Signal::derive(move || session.link(page.clone()));
    let agent = item.agent.then(|| view! { " "<Badge label=t("agent")/> });
    // The mark stays beside the last word of the name.
    let name = view! { <TextLink label=item.name href/>"\u{a0}"<RankMark rank=item.rank/>{agent} };
    let functions = move || item.roles.iter().map(|role| role_name(role)).collect::<Vec<_>>().join(", ");
    let target = Target::all_of(&item.scope, &item.groups);
    let may_edit = move || session.may::<Update>(&target);
    let open = Signal::derive(move || say(if may_edit() { "administrators-open" } else { "administrators-view" }, &[]));
    let scope = move || scope_in_words(&item.scope, &sites.answer().unwrap_or_default());
    let last_seen = move || item.last_seen_at.map_or_else(|| say("last-seen-never", &[]), since);
    vec![
        name.into_any(),
        item.user_name.into_any(),
        scope.into_any(),
        functions.into_any(),
        view! { <StatusBadge status=item.status/> }.into_any(),
        last_seen.into_any(),
        view! { <LinkButton label=open kind=ButtonKind::Secondary href/> }.into_any(),
    ]
}

fn empty(is_narrowed: bool) -> AnyView {
    let (title, explanation) = match is_narrowed {
        true => (t("administrators-none-found"), t("administrators-none-found-why")),
        false => (t("administrators-none"), t("administrators-none-why")),
    };
    view! { <EmptyState icon="shield-user" title explanation/> }.into_any()
}
