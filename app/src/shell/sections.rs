//! The navigation: the sections that one may see, with how much is in them.

use crate::{
    api::query,
    i18n::{Text, number, t},
    route::Page,
    session::current_session,
    widgets::Icon,
};
use leptos::prelude::*;
use shared::{Endpoint, administrators, authority::Target, groups, organizations, roles, sites, users};

/// The sections of the console. What one may not see is left out: it would only be noise.
#[component]
pub(super) fn Sections(page: Memo<Page>) -> impl IntoView {
    let counts = Counts::read();
    let here = Memo::new(move |_| page.read().section());
    let entry = move |to: Page, icon, label, count, visible: Signal<bool>| {
        move || visible.get().then(|| entry(here, to.clone(), icon, label, count))
    };
    view! {
        <nav aria-label=t("sections")>
            <ul class="section-list">
                {entry(Page::Dashboard, "layout-dashboard", t("dashboard"), None, true.into())}
                {entry(Page::Administrators, "shield-user", t("administrators"), Some(counts.administrators), may::<administrators::api::List>())}
                {entry(Page::Users, "users", t("users"), Some(counts.users), may::<users::api::List>())}
                {entry(Page::Groups, "network", t("groups"), None, may::<groups::api::List>())}
                {entry(Page::Sites, "map-pin", t("sites"), Some(counts.sites), may::<sites::api::List>())}
                {entry(Page::Roles, "key-round", t("roles"), Some(counts.roles), may::<roles::api::List>())}
                {entry(Page::Organization, "building-2", t("organization"), None, may::<organizations::api::ViewSettings>())}
            </ul>
        </nav>
    }
}

fn entry(here: Memo<Page>, to: Page, icon: &'static str, label: Text, count: Option<Count>) -> AnyView {
    let session = current_session();
    let (link, is_here) = (to.clone(), move || *here.read() == to);
    view! {
        <li>
            <a
                class="section-link"
                href=move || session.link(link.clone())
                aria-current=move || is_here().then_some("page")
            >
                <Icon name=icon/>
                <span class="flex-1">{label}</span>
                {move || count.and_then(|count| count.get()).map(|count| view! { <span class="section-count">{number(count.into())}</span> })}
            </a>
        </li>
    }
    .into_any()
}

/// Whether one may see a section: call its endpoint anywhere.
pub(crate) fn may<E: Endpoint>() -> Signal<bool> {
    let session = current_session();
    Signal::derive(move || session.may::<E>(&Target::Anywhere))
}

/// How many there are; none while it is not known, or not to be known.
pub(crate) type Count = Signal<Option<u32>>;

/// How much there is of everything that one may see.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counts {
    pub(crate) administrators: Count,
    pub(crate) users: Count,
    pub(crate) sites: Count,
    pub(crate) roles: Count,
}

impl Counts {
    /// Asks for the smallest page of what has pages, and for the whole of what is short.
    pub(crate) fn read() -> Self {
        let session = current_session();
        let org = session.org();
        let one = |org| users::api::List { limit: Some(1), ..users::api::List::first(org) };
        let one_administrator =
            |org| administrators::api::List { limit: Some(1), ..administrators::api::List::first(org) };
        let (org_1, org_2, org_3, org_4) = (org.clone(), org.clone(), org.clone(), org);
        let administrators = query(move || may_read(session, one_administrator(org_1.clone())));
        let users = query(move || may_read(session, one(org_2.clone())));
        let sites = query(move || may_read(session, sites::api::List { org: org_3.clone() }));
        let roles = query(move || may_read(session, roles::api::List { org: org_4.clone() }));
        Self {
            administrators: Signal::derive(move || administrators.answer().map(|page| page.total)),
            users: Signal::derive(move || users.answer().map(|page| page.total)),
            sites: Signal::derive(move || sites.answer().map(|sites| sites.len() as u32)),
            roles: Signal::derive(move || roles.answer().map(|roles| roles.len() as u32)),
        }
    }
}

fn may_read<E: Endpoint>(session: crate::session::CurrentSession, request: E) -> Option<E> {
    session.may::<E>(&Target::Anywhere).then_some(request)
}
