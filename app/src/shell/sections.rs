//! The navigation: the sections that one may see, with how much is in them.

use crate::{
    api::{Query, query_part},
    browser::unique_id,
    features::{icon_of, is_elsewhere},
    i18n::{Text, language, number, t},
    route::{Page, Route},
    session::current_session,
    widgets::Icon,
};
use leptos::prelude::*;
use serde::{Deserialize, de::IgnoredAny};
use shared::{
    Endpoint, accounts, administrators, analytics, assignments, audit,
    authority::Target,
    checks, credentials, devices,
    features::{self, FeatureDetails},
    grants, groups, inventory, licenses, notes, numbers, orders, organizations, reports, roles, sites, users, webhooks,
};

/// The sections of the console. What one may not see is left out: it would only be noise.
#[component]
pub(super) fn Sections(route: Memo<Route>) -> impl IntoView {
    let counts = Counts::read();
    let entry = move |to: Page, icon, label, count, visible: Signal<bool>| {
        move || visible.get().then(|| entry(route, to.clone(), icon, label, count))
    };
    let session = current_session();
    let dashboard = Signal::derive(move || session.dashboard_refusal().is_none());
    let (roles, audit) = (may::<roles::api::List>(), may::<audit::api::List>());
    let (privileges, explain) = (may::<grants::api::Assign>(), may::<checks::api::Explain>());
    let security = move || {
        (privileges.get() || roles.get() || audit.get() || explain.get()).then(|| {
            let entries = view! {
                {entry(Page::Privileges, "user-cog", t("privileges"), None, privileges)}
                {entry(Page::Roles, "key-round", t("roles"), Some(counts.roles), roles)}
                {entry(Page::Audit, "history", t("audit"), None, audit)}
                {entry(Page::Explain, "circle-question-mark", t("explain"), None, explain)}
            };
            group(t("security"), entries.into_any())
        })
    };
    let (features, credentials) = (may::<features::api::List>(), may::<credentials::api::List>());
    let integrations = may::<webhooks::api::List>();
    let organization = may::<organizations::api::ViewSettings>();
    let accounts = may::<accounts::api::List>();
    let settings = move || {
        (accounts.get() || organization.get() || features.get() || credentials.get() || integrations.get()).then(|| {
            let entries = view! {
                {entry(Page::Accounts, "handshake", t("accounts"), None, accounts)}
                {entry(Page::Organization, "building-2", t("organization"), None, organization)}
                {entry(Page::PasswordPolicy, "key-round", t("password-policy"), None, organization)}
                {entry(Page::Features, "blocks", t("features"), None, features)}
                {entry(Page::Credentials, "key-square", t("credentials"), None, credentials)}
                {entry(Page::Integrations, "webhook", t("integrations"), None, integrations)}
                {entry(Page::Directories, "refresh-cw", t("directories"), None, credentials)}
            };
            group(t("settings"), entries.into_any())
        })
    };
    let (numbers, devices) = (may::<numbers::api::List>(), may::<devices::api::List>());
    let (licenses, assignments) = (may::<licenses::api::View>(), may::<assignments::api::Seats>());
    let inventory = move || {
        (numbers.get() || assignments.get()).then(|| {
            let entries = view! {
                {entry(Page::Numbers, "hash", t("numbers"), Some(counts.numbers), numbers)}
                {entry(Page::Devices, "phone", t("devices"), Some(counts.devices), devices)}
                {entry(Page::Licenses, "package", t("licenses"), None, licenses)}
                {entry(Page::Assignments(None), "link", t("assignments"), None, assignments)}
            };
            group(t("inventory"), entries.into_any())
        })
    };
    view! {
        <nav aria-label=t("sections")>
            <ul class="section-list">
                {entry(Page::Dashboard, "layout-dashboard", t("dashboard"), None, dashboard)}
                {entry(Page::Administrators, "shield-user", t("administrators"), Some(counts.administrators), may::<administrators::api::List>())}
                {entry(Page::Users, "users", t("users"), Some(counts.users), may::<users::api::List>())}
                {entry(Page::Groups, "network", t("groups"), None, may::<groups::api::List>())}
                {entry(Page::Sites, "map-pin", t("sites"), Some(counts.sites), may::<sites::api::List>())}
                {entry(Page::Orders, "shopping-cart", t("orders"), None, may::<orders::api::List>())}
                {entry(Page::Notes, "sticky-note", t("notes"), None, may::<notes::api::List>())}
                {entry(Page::Reports, "chart-column", t("reports"), None, may::<reports::api::View>())}
                {entry(Page::Analytics, "chart-line", t("analytics"), None, may::<analytics::api::View>())}
            </ul>
            {inventory}
            {security}
            {settings}
            <OwnFeatures/>
        </nav>
    }
}

/// Entries that belong together, under a heading.
fn group(title: Text, entries: AnyView) -> AnyView {
    let id = unique_id("sections");
    view! {
        <h2 id=id.clone() class="section-heading">{title}</h2>
        <ul class="section-list" aria-labelledby=id>{entries}</ul>
    }
    .into_any()
}

/// What one may use of the organization's own product, where it has an address.
#[component]
fn OwnFeatures() -> impl IntoView {
    let session = current_session().signal();
    move || {
        let entries: Vec<AnyView> = session.with(|session| {
            let linked = session.features.iter().filter(|feature| !feature.details.link.is_empty());
            linked.map(|feature| own_feature(feature.details.clone())).collect()
        });
        (!entries.is_empty()).then(|| group(t("features-own"), entries.into_any()))
    }
}

/// Pages of another origin open beside the console, and learn nothing of it.
fn own_feature(details: FeatureDetails) -> AnyView {
    let elsewhere = is_elsewhere(&details);
    let (icon, link) = (icon_of(elsewhere), details.link.clone());
    let aside = elsewhere.then(|| view! { <span class="sr-only">{t("opens-in-new-tab")}</span> });
    view! {
        <li>
            <a class="section-link" href=link target=elsewhere.then_some("_blank") rel=elsewhere.then_some("noopener noreferrer")>
                <Icon name=icon/>
                <span class="flex-1">{move || details.label.get(language()).to_owned()}" "{aside}</span>
            </a>
        </li>
    }
    .into_any()
}

fn entry(route: Memo<Route>, to: Page, icon: &'static str, label: Text, count: Option<Count>) -> AnyView {
    let session = current_session();
    let link = to.clone();
    let is_here = move || matches!(&*route.read(), Route::Console(_, page) if page.section() == to);
    view! {
        <li>
            <a
                class="section-link"
                href=move || session.link(link.clone())
                aria-current=move || is_here().then_some("page")
            >
                <Icon name=icon/>
                <span class="flex-1">{label}</span>
                {move || count.and_then(|count| count.get()).map(|count| view! { <span class="section-count">{count}</span> })}
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

/// How many there are, in figures; none while it is not known, or not to be known.
pub(crate) type Count = Signal<Option<String>>;

/// How much there is of everything that one may see.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counts {
    pub(crate) administrators: Count,
    pub(crate) users: Count,
    pub(crate) sites: Count,
    pub(crate) roles: Count,
    pub(crate) numbers: Count,
    pub(crate) devices: Count,
}

impl Counts {
    /// Asks for the smallest page of what has pages, and for the whole of what is short.
    pub(crate) fn read() -> Self {
        let session = current_session();
        let org = session.org();
        let one = |org| users::api::List { limit: Some(1), ..users::api::List::first(org) };
        let one_administrator =
            |org| administrators::api::List { limit: Some(1), ..administrators::api::List::first(org) };
        let (org_1, org_2, org_3, org_4) = (org.clone(), org.clone(), org.clone(), org.clone());
        let stock = query_part(move || {
            let asks = session.may::<numbers::api::List>(&Target::Anywhere);
            asks.then(|| inventory::api::View { org: org.clone() })
        });
        Self {
            numbers: Signal::derive(move || {
                stock.answer().and_then(|stock: Stock| Some(number(stock.numbers?.total.into())))
            }),
            devices: Signal::derive(move || {
                stock.answer().and_then(|stock: Stock| Some(number(stock.devices?.total.into())))
            }),
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

/// What counting needs of the inventory.
#[derive(Clone, Deserialize)]
struct Stock {
    numbers: Option<Total>,
    devices: Option<Total>,
}

fn total(page: Query<Total>) -> Count {
    Signal::derive(move || page.answer().map(|page| number(page.total.into())))
}

fn length(list: Query<Vec<IgnoredAny>>) -> Count {
    Signal::derive(move || list.answer().map(|list| number(list.len() as f64)))
}

fn may_read<E: Endpoint>(session: crate::session::CurrentSession, request: E) -> Option<E> {
    session.may::<E>(&Target::Anywhere).then_some(request)
}
