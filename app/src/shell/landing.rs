//! Where one lands: on the dashboard, or else on the first page that one may open (WBX-10).

use super::rest;
use crate::{
    navigation::use_navigation,
    route::{Page, Route},
    session::{CurrentSession, current_session},
};
use leptos::prelude::*;
use shared::{
    Endpoint, administrators, analytics, assignments, audit, authority::Target, checks, credentials, devices, features,
    groups, ids::Slug, licenses, notes, numbers, orders, organizations, reports, roles, sites, users,
};

/// The dashboard in place, or the way to another page, which takes this one's place in the history.
pub(super) fn view(org: Slug) -> AnyView {
    let session = current_session();
    let page = Memo::new(move |_| first(session));
    let content = move || match page.get() {
        Page::Dashboard => rest::show(Route::Console(org.clone(), Page::Dashboard)),
        page => {
            use_navigation().redirect_narrowed(&Route::Console(org.clone(), page));
            ().into_any()
        }
    };
    view! { {content} }.into_any()
}

/// The first page that one may open, in the order of the navigation; one's own profile at the last.
fn first(session: CurrentSession) -> Page {
    fn may<E: Endpoint>(session: CurrentSession) -> bool {
        session.may::<E>(&Target::Anywhere)
    }
    let pages: [(bool, Page); 18] = [
        (session.dashboard_refusal().is_none(), Page::Dashboard),
        (may::<administrators::api::List>(session), Page::Administrators),
        (may::<users::api::List>(session), Page::Users),
        (may::<groups::api::List>(session), Page::Groups),
        (may::<sites::api::List>(session), Page::Sites),
        (may::<orders::api::List>(session), Page::Orders),
        (may::<notes::api::List>(session), Page::Notes),
        (may::<reports::api::View>(session), Page::Reports),
        (may::<analytics::api::View>(session), Page::Analytics),
        (may::<numbers::api::List>(session), Page::Numbers),
        (may::<devices::api::List>(session), Page::Devices),
        (may::<licenses::api::View>(session), Page::Licenses),
        (may::<assignments::api::Seats>(session), Page::Assignments(None)),
        (may::<roles::api::List>(session), Page::Roles),
        (may::<audit::api::List>(session), Page::Audit),
        (may::<checks::api::Explain>(session), Page::Explain),
        (may::<organizations::api::ViewSettings>(session), Page::Organization),
        (may::<credentials::api::List>(session), Page::Credentials),
    ];
    let features = may::<features::api::List>(session).then_some(Page::Features);
    pages.into_iter().find(|(may, _)| *may).map(|(_, page)| page).or(features).unwrap_or(Page::Profile)
}
