//! Numbers and devices with who has them.

use super::{
    give::{GiveDialog, Giving, Thing},
    take::{TakeDialog, Taking},
};
use crate::{
    api::{Query, query},
    i18n::{Text, t},
    inventory::{AssignedFilter, assigned_in_address, holder_cell, is_narrowed},
    listing::Listing,
    scope::{known_sites, site_name},
    session::{CurrentSession, current_session},
    widgets::{
        Button, ButtonKind, Cell, Column, EmptyState, Pagination, SearchField, SkeletonKind, Table, Toolbar, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    assignments::{
        Asset, Holder,
        api::{Assign, Devices, Numbers, Unassign},
    },
    authority::Target,
    devices::Device,
    ids::SiteId,
    numbers::Number,
    page::Page,
    sites::Site,
    users::Sort,
};

/// A number or a device in the list.
struct Line {
    thing: Thing,
    note: String,
    site: Option<SiteId>,
    assigned: bool,
    holder: Option<Holder>,
}

/// By number.
#[component]
pub(super) fn ByNumber() -> impl IntoView {
    let (session, listing, assigned) = (current_session(), Listing::from_address(), assigned_in_address());
    let org = session.org();
    let found = query(move || {
        Some(Numbers {
            q: listing.words(),
            site: listing.site(),
            assigned: assigned.get(),
            direction: Some(listing.direction()),
            cursor: listing.cursor(),
            limit: Some(listing.limit()),
            ..Numbers::first(org.clone())
        })
    });
    let line = |number: Number| Line {
        thing: Thing { asset: Asset::Number(number.id), name: number.details.number },
        note: number.details.label,
        site: number.details.site,
        assigned: number.assigned,
        holder: number.holder,
    };
    let words =
        Words { caption: t("numbers"), search: t("numbers-search"), name: t("number"), note: t("number-label") };
    list(session, listing, found, line, words)
}

/// By device.
#[component]
pub(super) fn ByDevice() -> impl IntoView {
    let (session, listing, assigned) = (current_session(), Listing::from_address(), assigned_in_address());
    let org = session.org();
    let found = query(move || {
        Some(Devices {
            q: listing.words(),
            site: listing.site(),
            assigned: assigned.get(),
            direction: Some(listing.direction()),
            cursor: listing.cursor(),
            limit: Some(listing.limit()),
            ..Devices::first(org.clone())
        })
    });
    let line = |device: Device| Line {
        thing: Thing { asset: Asset::Device(device.id), name: device.details.model },
        note: device.details.identifier,
        site: device.details.site,
        assigned: device.assigned,
        holder: device.holder,
    };
    let words =
        Words { caption: t("devices"), search: t("devices-search"), name: t("device"), note: t("device-identifier") };
    list(session, listing, found, line, words)
}

/// What the list is called, and its first two columns.
struct Words {
    caption: Text,
    search: Text,
    name: Text,
    note: Text,
}

fn list<T: Clone + Send + Sync + 'static>(
    session: CurrentSession,
    listing: Listing,
    found: Query<Page<T>>,
    line: fn(T) -> Line,
    words: Words,
) -> AnyView {
    let Words { caption, search, name, note } = words;
    let (sites, is_narrowed) = (known_sites(), is_narrowed(listing));
    let (giving, taking) = (Giving::new(), Taking::new());
    let busy = Signal::derive(move || found.is_busy());
    let content = when_ready(found, SkeletonKind::Table, move |page: Signal<Page<T>>| {
        let columns = vec![
            Column::new(name).sorted_by(Sort::Name),
            Column::new(note).wide_only(),
            Column::new(t("site")).wide_only(),
            Column::new(t("assigned-holder")),
            Column::new(t("administrators-action")),
        ];
        let rows = move || {
            let row = |item| row(session, line(item), sites, giving, taking);
            page.get().items.into_iter().map(row).collect::<Vec<_>>()
        };
        let empty = move || empty(is_narrowed.get());
        view! {
            <div>
                <Table caption columns rows listing empty busy/>
                <Pagination listing page/>
            </div>
        }
        .into_any()
    });
    view! {
        <Toolbar>
            <SearchField label=search/>
            <AssignedFilter/>
        </Toolbar>
        {content}
        <GiveDialog giving/>
        <TakeDialog taking/>
    }
    .into_any()
}

fn row(session: CurrentSession, line: Line, sites: Query<Vec<Site>>, giving: Giving, taking: Taking) -> Vec<Cell> {
    let Line { thing, note, site, assigned, holder } = line;
    let target = Target::of(site.as_ref());
    let name = thing.name.clone();
    let act = match holder.clone() {
        Some(holder) => taking.button(session.obstacle::<Unassign>(target), thing, holder),
        None if assigned => ().into_any(),
        None => {
            let obstacle = session.obstacle::<Assign>(target);
            let give = move |()| giving.open_with(thing.clone());
            view! { <Button label=t("assign") kind=ButtonKind::Quiet icon="user-plus" obstacle on_press=give/> }
                .into_any()
        }
    };
    vec![
        name.into_any(),
        note.into_any(),
        (move || site_name(site.as_ref(), &sites.answer().unwrap_or_default())).into_any(),
        holder_cell(session, assigned, holder),
        act,
    ]
}

fn empty(is_narrowed: bool) -> AnyView {
    let (icon, title, explanation) = match is_narrowed {
        true => ("search", t("assignments-none-found"), t("inventory-none-found-why")),
        false => ("inbox", t("assignments-none"), t("assignments-none-why")),
    };
    view! { <EmptyState icon title explanation/> }.into_any()
}
