//! The navigation: the sections that one may see, with how much is in them.

use crate::{
    api::{Query, query_part},
    i18n::{Text, number, t},
    route::Page,
    session::current_session,
    widgets::Icon,
};
use leptos::prelude::*;
use serde::{Deserialize, de::IgnoredAny};
use shared::{Endpoint, administrators, authority::Target, roles, sites, users};

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
                {entry(Page::Sites, "map-pin", t("sites"), Some(counts.sites), may::<sites::api::List>())}
                {entry(Page::Roles, "key-round", t("roles"), Some(counts.roles), may::<roles::api::List>())}
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
        Self {
            administrators: total(query_part(move || may_read(session, one_administrator(org_1.clone())))),
            users: total(query_part(move || may_read(session, one(org_2.clone())))),
            sites: length(query_part(move || may_read(session, sites::api::List { org: org_3.clone() }))),
            roles: length(query_part(move || may_read(session, roles::api::List { org: org_4.clone() }))),
        }
    }
}

/// What counting needs of a page.
#[derive(Clone, Deserialize)]
struct Total {
    total: u32,
}

fn total(page: Query<Total>) -> Count {
    Signal::derive(move || page.answer().map(|page| page.total))
}

fn length(list: Query<Vec<IgnoredAny>>) -> Count {
    Signal::derive(move || list.answer().map(|list| list.len() as u32))
}

fn may_read<E: Endpoint>(session: crate::session::CurrentSession, request: E) -> Option<E> {
    session.may::<E>(&Target::Anywhere).then_some(request)
}
