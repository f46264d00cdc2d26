//! The list of roles: found by words, narrowed to a kind, ordered by name (EBE-17).

use super::{allowed_in_words, role_label};
use crate::{
    api::query,
    browser::{in_order, lower_case},
    i18n::{Text, number, t},
    listing::Listing,
    navigation::query_parameter,
    route::Page,
    session::{CurrentSession, current_session},
    widgets::{
        Badge, BadgeKind, ButtonKind, Cell, Column, EmptyState, LinkButton, PageHeader, SearchField, Segments,
        SkeletonKind, Table, TextLink, Toolbar, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    page::Direction,
    roles::{
        Role, RoleKind,
        api::{Create, List},
    },
    users::Sort,
};

/// The list.
#[component]
pub fn RolesPage() -> impl IntoView {
    let session = current_session();
    let (org, listing, kind) = (session.org(), Listing::from_address(), query_parameter("kind"));
    let roles = query(move || Some(List { org: org.clone() }));
    let busy = Signal::derive(move || roles.is_busy());
    let content = when_ready(roles, SkeletonKind::Table, move |roles: Signal<Vec<Role>>| {
        let columns = vec![
            Column::new(t("role-name")).sorted_by(Sort::Name),
            Column::new(t("role-kind")).wide_only(),
            Column::new(t("role-permissions")).wide_only(),
            Column::new(t("role-holders")),
        ];
        let shown = move || chosen(roles.get(), listing, kind.get().as_deref());
        let rows = move || shown().into_iter().map(|role| row(session, role)).collect::<Vec<_>>();
        let empty = move || view! { <EmptyState icon="search" title=t("roles-none") explanation=t("roles-none-why")/> };
        view! { <Table caption=t("roles") columns rows listing empty busy/> }.into_any()
    });
    let views = vec![("", t("roles-all")), (BUILT_IN, t("role-kind-built-in")), (CUSTOM, t("role-kind-custom"))];
    view! {
        <PageHeader title=t("roles") description=t("roles-why") actions=add(session)/>
        <Toolbar><SearchField label=t("roles-search")/></Toolbar>
        <Segments label=t("role-kind") parameter="kind" views/>
        {content}
    }
}

/// Kinds by their names in the address.
const BUILT_IN: &str = "built-in";
const CUSTOM: &str = "custom";

/// Those that contain all words and are of the kind, by the name that the reader sees. All roles
/// are here: there are never many.
fn chosen(roles: Vec<Role>, listing: Listing, kind: Option<&str>) -> Vec<Role> {
    let words = lower_case(&listing.words().unwrap_or_default());
    let is_wanted = |role: &Role| match kind {
        Some(BUILT_IN) => role.kind.is_built_in(),
        Some(CUSTOM) => !role.kind.is_built_in(),
        _ => true,
    };
    let named = roles.into_iter().filter(is_wanted).map(|role| {
        let name = lower_case(&role_label(&role));
        let text = format!("{name} {}", lower_case(&role.details.description));
        (name, text, role)
    });
    let mut found: Vec<_> =
        named.filter(|(_, text, _)| words.split_whitespace().all(|word| text.contains(word))).collect();
    found.sort_by(|(one, ..), (other, ..)| in_order(one, other));
    if listing.direction() == Direction::Descending {
        found.reverse();
    }
    found.into_iter().map(|(.., role)| role).collect()
}

fn add(session: CurrentSession) -> AnyView {
    let obstacle = session.obstacle::<Create>(Target::Organization);
    view! {
        <LinkButton
            label=t("roles-new")
            kind=ButtonKind::Primary
            icon="plus"
            href=Signal::derive(move || session.link(Page::NewRole))
            obstacle
        />
    }
    .into_any()
}

fn row(session: CurrentSession, role: Role) -> Vec<Cell> {
    let named = role.clone();
    let Role { id, kind, details, holders, .. } = role;
    let name = Text::derive(move || role_label(&named));
    let href = Signal::derive(move || session.link(Page::Role(id.clone())));
    let allows = move || allowed_in_words(kind, &details.permissions);
    vec![
        view! { <TextLink label=name href/> }.into_any(),
        kind_badge(kind),
        view! { {allows} }.into_any(),
        number(holders.into()).into_any(),
    ]
}

/// Whether a role belongs to the product or to the organization.
pub(super) fn kind_badge(kind: RoleKind) -> AnyView {
    if kind.is_built_in() {
        view! { <Badge label=t("role-kind-built-in")/> }.into_any()
    } else {
        view! { <Badge label=t("role-kind-custom") kind=BadgeKind::Accent/> }.into_any()
    }
}
