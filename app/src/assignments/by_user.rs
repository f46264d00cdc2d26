//! Users with what they have.

use super::{
    asset::{AddDialog, Adding},
    in_words,
};
use crate::{
    api::{Query, query},
    i18n::t,
    inventory::{AssignedFilter, assigned_in_address, holder_link, is_narrowed},
    listing::Listing,
    scope::{known_sites, site_name},
    session::{CurrentSession, current_session},
    widgets::{
        Badge, BadgeKind, Button, ButtonKind, Cell, Column, EmptyState, Pagination, Row, SearchField, SkeletonKind,
        Table, Toolbar, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    assignments::{
        UserAssignments,
        api::{Assign, Users},
    },
    authority::Target,
    page::Page,
    sites::Site,
    users::{Sort, Status},
};

/// By user.
#[component]
pub(super) fn ByUser() -> impl IntoView {
    let (session, listing, assigned) = (current_session(), Listing::from_address(), assigned_in_address());
    let (adding, sites, is_narrowed) = (Adding::new(), known_sites(), is_narrowed(listing));
    let org = session.org();
    let found = query(move || {
        Some(Users {
            q: listing.words(),
            site: listing.site(),
            assigned: assigned.get(),
            direction: Some(listing.direction()),
            cursor: listing.cursor(),
            limit: Some(listing.limit()),
            ..Users::first(org.clone())
        })
    });
    let busy = Signal::derive(move || found.is_busy());
    let content = when_ready(found, SkeletonKind::Table, move |page: Signal<Page<UserAssignments>>| {
        let columns = vec![
            Column::new(t("full-name")).sorted_by(Sort::Name),
            Column::new(t("site")).wide_only(),
            Column::new(t("assigned-what")),
            Column::new(t("administrators-action")),
        ];
        let rows = move || page.get().items.into_iter().map(|of| row(session, of, sites, adding)).collect::<Vec<_>>();
        let empty = move || empty(is_narrowed.get());
        view! { <div><Table caption=t("users") columns rows listing empty busy/><Pagination listing page/></div> }
            .into_any()
    });
    view! {
        <Toolbar>
            <SearchField label=t("users-search")/>
            <AssignedFilter/>
        </Toolbar>
        {content}
        <AddDialog adding/>
    }
}

fn row(session: CurrentSession, of: UserAssignments, sites: Query<Vec<Site>>, adding: Adding) -> Vec<Cell> {
    let UserAssignments { user, site, status, assigned, .. } = of;
    let obstacle = session.obstacle::<Assign>(Target::Anywhere);
    let holder = user.clone();
    let add = move |()| adding.open_for(holder.clone());
    let disabled =
        (status == Status::Disabled).then(|| view! { <Badge label=t("status-disabled") kind=BadgeKind::Bad/> });
    let list = assigned.iter().map(|assigned| view! { <li>{in_words(assigned)}</li> }).collect_view();
    vec![
        view! { <Row>{holder_link(session, user)}{disabled}</Row> }.into_any(),
        (move || site_name(site.as_ref(), &sites.answer().unwrap_or_default())).into_any(),
        view! { <ul>{list}</ul> }.into_any(),
        view! { <Button label=t("assign") kind=ButtonKind::Quiet icon="plus" obstacle on_press=add/> }.into_any(),
    ]
}

fn empty(is_narrowed: bool) -> AnyView {
    let (icon, title, explanation) = match is_narrowed {
        true => ("search", t("users-none-found"), t("inventory-none-found-why")),
        false => ("users", t("users-none"), t("assignments-no-users")),
    };
    view! { <EmptyState icon title explanation/> }.into_any()
}
