//! The list of devices.

use super::{kind_in_words, kind_named};
use crate::{
    api::{Query, query},
    i18n::t,
    inventory::{AssignedFilter, assigned_in_address, holder_cell, is_narrowed},
    listing::Listing,
    navigation::{query_parameter, set_query},
    route::Page,
    scope::{known_sites, site_name},
    session::{CurrentSession, current_session},
    widgets::{
        ButtonKind, Cell, Column, EmptyState, LinkButton, PageHeader, Pagination, SearchField, Select, SelectOption,
        SkeletonKind, Table, TextLink, Toolbar, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    devices::{
        Device, DeviceKind,
        api::{Create, List},
    },
    page,
    sites::Site,
    users::Sort,
};

/// The list.
#[component]
pub fn DevicesPage() -> impl IntoView {
    let session = current_session();
    let listing = Listing::from_address();
    let (found, sites, narrowed) = (read(session, listing), known_sites(), is_narrowed(listing));
    let kind = kind_in_address();
    let is_narrowed = Signal::derive(move || narrowed.get() || kind.get().is_some());
    let busy = Signal::derive(move || found.is_busy());
    let content = when_ready(found, SkeletonKind::Table, move |page: Signal<page::Page<Device>>| {
        let rows = move || page.get().items.into_iter().map(|device| row(session, device, sites)).collect::<Vec<_>>();
        let empty = move || empty(session, is_narrowed.get());
        view! {
            <Table caption=t("devices") columns=columns() rows listing empty busy/>
            <Pagination listing page/>
        }
        .into_any()
    });
    view! {
        <PageHeader title=t("devices") description=t("devices-why") actions=add(session)/>
        <Toolbar>
            <SearchField label=t("devices-search")/>
            <KindFilter/>
            <AssignedFilter/>
        </Toolbar>
        {content}
    }
}

fn read(session: CurrentSession, listing: Listing) -> Query<page::Page<Device>> {
    let (org, assigned, kind) = (session.org(), assigned_in_address(), kind_in_address());
    query(move || {
        Some(List {
            q: listing.words(),
            site: listing.site(),
            kind: kind.get(),
            assigned: assigned.get(),
            direction: Some(listing.direction()),
            cursor: listing.cursor(),
            limit: Some(listing.limit()),
            ..List::first(org.clone())
        })
    })
}

/// The kind to which the address narrows the list (`?kind=`).
fn kind_in_address() -> Memo<Option<DeviceKind>> {
    let asked = query_parameter("kind");
    Memo::new(move |_| asked.read().as_deref().and_then(kind_named))
}

/// Narrows the list to a kind, in the address.
#[component]
fn KindFilter() -> impl IntoView {
    let (asked, value) = (kind_in_address(), RwSignal::new(String::new()));
    Effect::new(move |_| value.set(asked.get().map(DeviceKind::as_str).unwrap_or_default().to_owned()));
    let all = DeviceKind::ALL.map(|kind| SelectOption::new(kind.as_str(), kind_in_words(kind)));
    let options: Vec<_> = std::iter::once(SelectOption::new("", t("device-kind-any"))).chain(all).collect();
    let choose = move |kind: String| set_query(&[("kind", Some(kind)), ("cursor", None)]);
    view! { <Select name="" label=t("device-kind") value options on_change=choose/> }
}

fn add(session: CurrentSession) -> AnyView {
    let obstacle = session.obstacle::<Create>(Target::Anywhere);
    let href = Signal::derive(move || session.link(Page::NewDevice));
    view! { <LinkButton label=t("devices-new") kind=ButtonKind::Primary icon="plus" href obstacle/> }.into_any()
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(t("device-model")).sorted_by(Sort::Name),
        Column::new(t("device-identifier")),
        Column::new(t("device-kind")).wide_only(),
        Column::new(t("site")).wide_only(),
        Column::new(t("assigned-holder")),
    ]
}

fn row(session: CurrentSession, device: Device, sites: Query<Vec<Site>>) -> Vec<Cell> {
    let Device { id, details, assigned, holder, .. } = device;
    let href = Signal::derive(move || session.link(Page::Device(id.clone())));
    let site = move || site_name(details.site.as_ref(), &sites.answer().unwrap_or_default());
    vec![
        view! { <TextLink label=details.model href/> }.into_any(),
        details.identifier.into_any(),
        kind_in_words(details.kind).into_any(),
        site.into_any(),
        holder_cell(session, assigned, holder),
    ]
}

fn empty(session: CurrentSession, is_narrowed: bool) -> AnyView {
    if is_narrowed {
        return view! { <EmptyState icon="search" title=t("devices-none-found") explanation=t("inventory-none-found-why")/> }
            .into_any();
    }
    view! { <EmptyState icon="phone" title=t("devices-none") explanation=t("devices-none-why")>{add(session)}</EmptyState> }
        .into_any()
}
