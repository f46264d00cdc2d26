//! Who has a seat of a license. Which license stands in the address (`?license=`).

use super::{
    give::{GiveDialog, Giving, Thing},
    take::{TakeDialog, Taking},
};
use crate::{
    api::query,
    i18n::t,
    inventory::holder_link,
    licenses::usage,
    listing::Listing,
    navigation::{query_parameter, set_query},
    people::StatusBadge,
    scope::{known_sites, site_name},
    session::{CurrentSession, current_session},
    widgets::{
        Button, Card, Cell, Column, EmptyState, Pagination, SearchField, Select, SelectOption, SkeletonKind, Stack,
        Table, Toolbar, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    assignments::{
        Asset, Seat,
        api::{Assign, Seats, Unassign},
    },
    authority::Target,
    licenses::{License, api::List},
    page::Page,
    users::Sort,
};

/// By license.
#[component]
pub(super) fn ByLicense() -> impl IntoView {
    let session = current_session();
    let org = session.org();
    let licenses = query(move || Some(List::new(org.clone())));
    when_ready(licenses, SkeletonKind::Table, move |licenses: Signal<Vec<License>>| {
        let is_empty = Memo::new(move |_| licenses.with(Vec::is_empty));
        let content = move || match is_empty.get() {
            true => {
                view! { <EmptyState icon="package" title=t("licenses-none") explanation=t("assignments-no-license")/> }
                    .into_any()
            }
            false => view! { <OfOne session licenses/> }.into_any(),
        };
        view! { {content} }.into_any()
    })
}

/// The license that is chosen, or else the first, with its holders.
#[component]
fn OfOne(session: CurrentSession, licenses: Signal<Vec<License>>) -> impl IntoView {
    let asked = query_parameter("license");
    let license = Signal::derive(move || {
        licenses.with(|all| {
            let chosen = all.iter().find(|license| Some(license.id.as_str()) == asked.read().as_deref());
            chosen.or(all.first()).cloned()
        })
    });
    let value = RwSignal::new(String::new());
    Effect::new(move |_| value.set(license.get().map(|license| license.id.to_string()).unwrap_or_default()));
    let options = Signal::derive(move || {
        let option = |license: License| SelectOption::new(license.id.to_string(), license.details.name);
        licenses.get().into_iter().map(option).collect::<Vec<_>>()
    });
    let choose = move |license: String| set_query(&[("license", Some(license)), ("cursor", None)]);
    let giving = Giving::new();
    // Over whom is chosen with the person.
    let obstacle = session.obstacle::<Assign>(Target::Anywhere);
    let give = move |()| {
        if let Some(license) = license.get_untracked() {
            giving.open_with(thing_of(&license));
        }
    };
    let bar = move || license.get().map(|license| usage(Signal::stored(license)));
    view! {
        <Stack>
            <Card>
                <Select name="" label=t("license") value options on_change=choose/>
                {bar}
            </Card>
            <div>
                <Toolbar>
                    <SearchField label=t("users-search")/>
                    <Button label=t("assign") icon="user-plus" obstacle on_press=give/>
                </Toolbar>
                <Holders session license/>
            </div>
        </Stack>
        <GiveDialog giving/>
    }
}

fn thing_of(license: &License) -> Thing {
    Thing { asset: Asset::License(license.id.clone()), name: license.details.name.clone() }
}

#[component]
fn Holders(session: CurrentSession, license: Signal<Option<License>>) -> impl IntoView {
    let (listing, taking, sites) = (Listing::from_address(), Taking::new(), known_sites());
    let org = session.org();
    let found = query(move || {
        Some(Seats {
            q: listing.words(),
            site: listing.site(),
            direction: Some(listing.direction()),
            cursor: listing.cursor(),
            limit: Some(listing.limit()),
            ..Seats::first(org.clone(), license.get()?.id)
        })
    });
    let busy = Signal::derive(move || found.is_busy());
    let content = when_ready(found, SkeletonKind::Table, move |page: Signal<Page<Seat>>| {
        let columns = vec![
            Column::new(t("full-name")).sorted_by(Sort::Name),
            Column::new(t("email")).wide_only(),
            Column::new(t("site")).wide_only(),
            Column::new(t("status")).wide_only(),
            Column::new(t("administrators-action")),
        ];
        let rows = move || {
            let thing = license.get().as_ref().map(thing_of);
            let row = |seat: Seat| {
                let site = site_name(seat.site.as_ref(), &sites.answer().unwrap_or_default());
                row(session, thing.clone(), seat, site, taking)
            };
            page.get().items.into_iter().map(row).collect::<Vec<_>>()
        };
        let empty = || {
            view! { <EmptyState icon="users" title=t("license-holders-none") explanation=t("license-holders-none-why")/> }
        };
        view! { <div><Table caption=t("license-holders") columns rows listing empty busy/><Pagination listing page/></div> }
            .into_any()
    });
    view! {
        {content}
        <TakeDialog taking/>
    }
}

fn row(session: CurrentSession, thing: Option<Thing>, seat: Seat, site: String, taking: Taking) -> Vec<Cell> {
    // Also somebody without a site is somebody's to administer: his groups are not known here.
    let obstacle = session.obstacle::<Unassign>(Target::Anywhere);
    let holder = seat.holder.clone();
    let act = thing.map(|thing| taking.button(obstacle, thing, holder));
    vec![
        holder_link(session, seat.holder),
        seat.email.into_any(),
        site.into_any(),
        view! { <StatusBadge status=seat.status/> }.into_any(),
        act.into_any(),
    ]
}
