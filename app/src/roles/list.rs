//! The list of roles.

use super::{allowed_in_words, role_label};
use crate::{
    api::query,
    i18n::{Text, number, t},
    route::Page,
    session::{CurrentSession, current_session},
    widgets::{
        Badge, BadgeKind, ButtonKind, Cell, Column, EmptyState, LinkButton, PageHeader, SkeletonKind, Table, TextLink,
        when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    roles::{
        Role, RoleKind,
        api::{Create, List},
    },
};

/// The list.
#[component]
pub fn RolesPage() -> impl IntoView {
    let session = current_session();
    let org = session.org();
    let roles = query(move || Some(List { org: org.clone() }));
    let busy = Signal::derive(move || roles.is_busy());
    let content = when_ready(roles, SkeletonKind::Table, move |roles: Signal<Vec<Role>>| {
        let columns = vec![
            Column::new(t("role-name")),
            Column::new(t("role-kind")).wide_only(),
            Column::new(t("role-permissions")).wide_only(),
            Column::new(t("role-holders")),
        ];
        let rows = move || roles.get().into_iter().map(|role| row(session, role)).collect::<Vec<_>>();
        // Every organization has its built-in roles; this stands here for those who see none.
        let empty =
            move || view! { <EmptyState icon="key-round" title=t("roles-none") explanation=t("roles-none-why")/> };
        view! { <Table caption=t("roles") columns rows empty busy/> }.into_any()
    });
    view! {
        <PageHeader title=t("roles") description=t("roles-why") actions=add(session)/>
        {content}
    }
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
