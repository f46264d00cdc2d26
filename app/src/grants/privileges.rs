//! Who holds what: every administrator with his roles, from where privileges are assigned and
//! copied (EBE-7, EBE-9).

use super::{assign::AssignDialog, copy::Copying};
use crate::{
    administrators::RankMark,
    api::{Query, query},
    i18n::t,
    listing::Listing,
    navigation::query_parameter,
    roles::role_name,
    route,
    scope::{known_sites, scope_in_words},
    session::{CurrentSession, current_session},
    widgets::{
        Button, ButtonKind, Cell, Column, EmptyState, PageHeader, Pagination, SearchField, SkeletonKind, Table,
        TextLink, Toolbar, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    administrators::{AdministratorSummary, api::List},
    authority::Target,
    grants::api::{Assign, Copy},
    page::Page,
    sites::Site,
    users::Sort,
};

/// The list.
#[component]
pub fn PrivilegesPage() -> impl IntoView {
    let (session, listing, sites) = (current_session(), Listing::from_address(), known_sites());
    let (assigning, copying) = (RwSignal::new(false), Copying::new());
    let wanted = query_parameter("user");
    // Whoever comes from somebody's page wants to assign something to him.
    Effect::new(move |_| assigning.set(wanted.read().is_some()));
    let found = read(session, listing);
    let content = when_ready(found, SkeletonKind::Table, move |page: Signal<Page<AdministratorSummary>>| {
        let rows =
            move || page.get().items.into_iter().map(|item| row(session, item, sites, copying)).collect::<Vec<_>>();
        let empty = || {
            let (title, explanation) = (t("administrators-none-found"), t("administrators-none-found-why"));
            view! { <EmptyState icon="user-cog" title explanation/> }
        };
        let busy = Signal::derive(move || found.is_busy());
        view! {
            <Table caption=t("privileges") columns=columns() rows listing empty busy/>
            <Pagination listing page/>
        }
        .into_any()
    });
    view! {
        <PageHeader title=t("privileges") description=t("privileges-why") actions=assign(session, assigning)/>
        <Toolbar><SearchField label=t("administrators-search")/></Toolbar>
        {content}
        <AssignDialog open=assigning/>
        {copying.dialog()}
    }
}

fn read(session: CurrentSession, listing: Listing) -> Query<Page<AdministratorSummary>> {
    let org = session.org();
    query(move || {
        Some(List {
            q: listing.words(),
            site: listing.site(),
            sort: Some(listing.sort()),
            direction: Some(listing.direction()),
            cursor: listing.cursor(),
            limit: Some(listing.limit()),
            ..List::first(org.clone())
        })
    })
}

fn assign(session: CurrentSession, assigning: RwSignal<bool>) -> AnyView {
    let obstacle = session.obstacle::<Assign>(Target::Anywhere);
    let open = move |()| assigning.set(true);
    view! { <Button label=t("privileges-assign") kind=ButtonKind::Primary icon="plus" obstacle on_press=open/> }
        .into_any()
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(t("privileges-profile")).sorted_by(Sort::Name),
        Column::new(t("user-name")).sorted_by(Sort::UserName).wide_only(),
        Column::new(t("privileges")),
        Column::new(t("administrators-scope")).wide_only(),
        Column::new(t("privileges-actions")),
    ]
}

fn row(session: CurrentSession, item: AdministratorSummary, sites: Query<Vec<Site>>, copying: Copying) -> Vec<Cell> {
    let page = route::Page::Administrator(item.id.clone());
    let href = Signal::derive(move || crate::navigation::with_parameter(&session.link(page.clone()), "tab", "grants"));
    let roles = move || item.roles.iter().map(|role| role_name(role)).collect::<Vec<_>>().join(", ");
    let scope = move || scope_in_words(&item.scope, &sites.answer().unwrap_or_default());
    let obstacle = session.obstacle::<Copy>(Target::Anywhere);
    let (id, whose) = (item.id, item.name.clone());
    let copy = move |()| copying.begin(id.clone(), whose.clone());
    vec![
        view! { <TextLink label=item.name href/>"\u{a0}"<RankMark rank=item.rank/> }.into_any(),
        item.user_name.into_any(),
        view! { {roles} }.into_any(),
        view! { {scope} }.into_any(),
        view! { <Button label=t("privileges-copy") kind=ButtonKind::Quiet icon="copy" obstacle on_press=copy/> }
            .into_any(),
    ]
}
