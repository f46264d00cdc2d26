//! The list of users.

use super::many::{Selection, SelectionBar};
use crate::{
    administrators::RankMark,
    api::{Query, query},
    i18n::{say, since, t},
    listing::Listing,
    navigation::query_parameter,
    people::{StatusBadge, StatusFilter, narrowed_to, status_in_address},
    route::Page,
    scope::{known_sites, site_name},
    session::{CurrentSession, current_session},
    widgets::{
        Badge, BadgeKind, ButtonKind, Cell, Column, EmptyState, LinkButton, PageHeader, Pagination, Row, SearchField,
        Segments, SkeletonKind, Table, TextLink, Toolbar, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    imports::api::Create as Import,
    page,
    sites::Site,
    users::{
        Kind, Sort, Status, UserSummary,
        api::{Create, List},
    },
};

/// The list.
#[component]
pub fn UsersPage() -> impl IntoView {
    let session = current_session();
    let listing = Listing::from_address();
    let (found, sites, status) = (read(session, listing), known_sites(), status_in_address());
    let (is_temporary, kind) = (narrowed_to("temporary"), kind_in_address());
    let selection = Selection::new();
    let is_narrowed = Signal::derive(move || {
        let by_site = listing.is_narrowed() || listing.site().is_some();
        by_site || status().is_some() || is_temporary() || kind().is_some()
    });
    let views = vec![("", t("users-all")), (AGENTS, t("users-agents")), (ADMINISTRATORS, t("administrators"))];
    let busy = Signal::derive(move || found.is_busy());
    let content = when_ready(found, SkeletonKind::Table, move |page: Signal<page::Page<UserSummary>>| {
        let rows =
            move || page.get().items.into_iter().map(|user| row(session, user, sites, selection)).collect::<Vec<_>>();
        let empty = move || empty(session, is_narrowed.get());
        view! {
            <SelectionBar selection page/>
            <Table caption=t("users") columns=columns() rows listing empty busy/>
            <Pagination listing page/>
        }
        .into_any()
    });
    view! {
        <PageHeader title=t("users") description=t("users-why") actions=actions(session)/>
        <Segments label=t("users-views") parameter="kind" views=views/>
        <Toolbar>
            <SearchField label=t("users-search")/>
            <StatusFilter more="temporary"/>
        </Toolbar>
        {content}
    }
}

const AGENTS: &str = "agent";
const ADMINISTRATORS: &str = "administrator";

/// Whether only agents or only administrators are shown (EBE-5): whoever is both is among both.
fn kind_in_address() -> impl Fn() -> Option<Kind> + Copy + Send + Sync {
    let asked = query_parameter("kind");
    move || match asked.read().as_deref() {
        Some(AGENTS) => Some(Kind::Agent),
        Some(ADMINISTRATORS) => Some(Kind::Administrator),
        _ => None,
    }
}

fn read(session: CurrentSession, listing: Listing) -> Query<page::Page<UserSummary>> {
    let (org, status, kind) = (session.org(), status_in_address(), kind_in_address());
    let is_temporary = narrowed_to("temporary");
    query(move || {
        Some(List {
            org: org.clone(),
            q: listing.words(),
            site: listing.site(),
            status: status().or(is_temporary().then_some(Status::Active)),
            temporary: is_temporary().then_some(true),
            kind: kind(),
            sort: Some(listing.sort()),
            direction: Some(listing.direction()),
            cursor: listing.cursor(),
            limit: Some(listing.limit()),
        })
    })
}

fn add(session: CurrentSession) -> AnyView {
    let obstacle = session.obstacle::<Create>(Target::Anywhere);
    let href = Signal::derive(move || session.link(Page::NewUser));
    let import = Signal::derive(move || session.link(Page::Import));
    let may_import = session.may::<Import>(&Target::Anywhere);
    let import = move || may_import.then(|| view! { <LinkButton label=t("import") icon="upload" href=import/> });
    view! { {import()}<LinkButton label=t("users-new") kind=ButtonKind::Primary icon="user-plus" href obstacle/> }
        .into_any()
}

/// The way to those who are invited, and the one who is new.
fn actions(session: CurrentSession) -> AnyView {
    let obstacle = session.obstacle::<Create>(Target::Anywhere);
    let href = Signal::derive(move || session.link(Page::Invitations));
    view! {
        <LinkButton label=t("invitations") icon="mail" href obstacle/>
        {add(session)}
    }
    .into_any()
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(t("full-name")).sorted_by(Sort::Name),
        Column::new(t("user-name")).sorted_by(Sort::UserName).wide_only(),
        Column::new(t("email")).sorted_by(Sort::Email).wide_only(),
        Column::new(t("site")).wide_only(),
        Column::new(t("status")),
        Column::new(t("last-seen")).wide_only(),
    ]
}

fn row(session: CurrentSession, user: UserSummary, sites: Query<Vec<Site>>, selection: Selection) -> Vec<Cell> {
    let check = selection.check(session, &user);
    let UserSummary { id, name, user_name, email, site, status, agent, rank, last_seen_at } = user;
    let href = Signal::derive(move || session.link(Page::User(id.clone())));
    // The mark stays beside the last word of the name.
    let mark = rank.map(|rank| view! { "\u{a0}"<RankMark rank/> });
    let administrator = rank.map(|_| view! { <Badge label=t("administrator") kind=BadgeKind::Accent/> });
    let agent = agent.then(|| view! { <Badge label=t("agent")/> });
    let site = move || site_name(site.as_ref(), &sites.answer().unwrap_or_default());
    let last_seen = move || last_seen_at.map_or_else(|| say("last-seen-never", &[]), since);
    vec![
        view! { <Row>{check}<span><TextLink label=name href/>{mark}</span>{administrator}{agent}</Row> }.into_any(),
        user_name.into_any(),
        email.into_any(),
        site.into_any(),
        view! { <StatusBadge status/> }.into_any(),
        last_seen.into_any(),
    ]
}

fn empty(session: CurrentSession, is_narrowed: bool) -> AnyView {
    if is_narrowed {
        return view! { <EmptyState icon="search" title=t("users-none-found") explanation=t("users-none-found-why")/> }
            .into_any();
    }
    view! { <EmptyState icon="users" title=t("users-none") explanation=t("users-none-why")>{add(session)}</EmptyState> }
        .into_any()
}
