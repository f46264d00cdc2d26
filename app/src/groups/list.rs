//! All groups that one may see: as a tree with the people in them, or as a table.

use super::{
    group_name, kind_in_words,
    new::{NewGroup, NewGroupDialog},
    table::GroupTable,
    tree::OrganizationTree,
};
use crate::{
    api::query,
    i18n::{Text, number, t},
    listing::Listing,
    navigation::query_parameter,
    route::Page,
    session::{CurrentSession, current_session},
    widgets::{
        Button, ButtonKind, Cell, Column, EmptyState, PageHeader, Pagination, SearchField, Segments, SkeletonKind,
        Table, TextLink, Toolbar, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    groups::{
        Group,
        api::{Create, List},
    },
    page,
};

/// The tree, and its search.
#[component]
pub fn GroupsPage() -> impl IntoView {
    let session = current_session();
    let listing = Listing::from_address();
    let is_searched = Memo::new(move |_| listing.is_narrowed());
    let creating = NewGroup::closed();
    let view = query_parameter("view");
    let as_table = Memo::new(move |_| view.read().as_deref() == Some(TABLE));
    let content = move || match (is_searched.get(), as_table.get()) {
        (true, true) => found(session, listing),
        (false, true) => view! { <GroupTable/> }.into_any(),
        (_, false) => tree(session, creating),
    };
    // The tree has a search of its own.
    let search = move || as_table.get().then(|| view! { <Toolbar><SearchField label=t("groups-search")/></Toolbar> });
    let views = vec![("", t("groups-as-tree")), (TABLE, t("groups-as-table"))];
    view! {
        <PageHeader title=t("groups") description=t("groups-why") actions=create(session, creating)/>
        <Segments label=t("groups-views") parameter="view" views/>
        {search}
        {content}
        <NewGroupDialog creating/>
    }
}

const TABLE: &str = "table";

fn create(session: CurrentSession, creating: NewGroup) -> AnyView {
    let obstacle = session.obstacle::<Create>(Target::Anywhere);
    let open = move |()| creating.open_at(None);
    view! { <Button label=t("groups-new") kind=ButtonKind::Primary icon="plus" obstacle on_press=open/> }.into_any()
}

fn tree(session: CurrentSession, creating: NewGroup) -> AnyView {
    view! { <OrganizationTree creating empty=move || create(session, creating)/> }.into_any()
}

fn found(session: CurrentSession, listing: Listing) -> AnyView {
    let org = session.org();
    let read = query(move || {
        let q = listing.words();
        Some(List { q, cursor: listing.cursor(), limit: Some(listing.limit()), ..List::first(org.clone()) })
    });
    let busy = Signal::derive(move || read.is_busy());
    when_ready(read, SkeletonKind::Table, move |page: Signal<page::Page<Group>>| {
        let columns = vec![
            Column::new(t("group-name")),
            Column::new(t("group-kind")),
            Column::new(t("group-members")).wide_only(),
            Column::new(t("group-description")).wide_only(),
        ];
        let rows = move || page.get().items.into_iter().map(|group| row(session, group)).collect::<Vec<_>>();
        let empty = || view! { <EmptyState icon="search" title=t("groups-none-found") explanation=t("groups-none-found-why")/> };
        view! { <Table caption=t("groups") columns rows empty busy/><Pagination listing page/> }.into_any()
    })
}

fn row(session: CurrentSession, group: Group) -> Vec<Cell> {
    let Group { id, kind, details, members, .. } = group;
    let href = Signal::derive(move || session.link(Page::Group(id.clone())));
    vec![
        view! { <TextLink label=Text::derive(move || group_name(&details.name)) href/> }.into_any(),
        kind_in_words(kind).into_any(),
        number(members.into()).into_any(),
        details.description.into_any(),
    ]
}
