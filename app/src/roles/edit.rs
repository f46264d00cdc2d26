//! One role.

use super::{
    RoleDraft, delete::DeleteRole, form::RoleFields, giving::obstacle_to_role, list::kind_badge,
    matrix::PermissionMatrix, new::COPY, role_label,
};
use crate::{
    api::{Mutation, query},
    editing::{Draft, EditActions, Editing},
    i18n::{Text, t, t_with},
    preview::{Preview, PreviewPanel},
    route::Page,
    session::{CurrentSession, current_session},
    toasts,
    widgets::{Alert, Breadcrumb, Form, LinkButton, PageHeader, Row, SkeletonKind, Stack, breadcrumbs, when_ready},
};
use leptos::prelude::*;
use shared::{
    authority::{Change, Permissions, Target},
    ids::RoleId,
    previews::api::View,
    roles::{
        Role, RoleKind,
        api::{self, Create, Update},
    },
};

/// Shows one.
#[component]
pub fn RolePage(role: RoleId) -> impl IntoView {
    let session = current_session();
    let org = session.org();
    let read = query(move || Some(api::View { org: org.clone(), role: role.clone() }));
    let title = Text::derive(move || read.answer().map_or_else(|| t("role").get(), |role| role_label(&role)));
    let actions = move || read.answer().map(|role| actions(session, role));
    let trail = vec![Breadcrumb::new(t("roles"), Signal::derive(move || session.link(Page::Roles)))];
    view! {
        <PageHeader title breadcrumbs=breadcrumbs(trail) actions=actions.into_any()/>
        {when_ready(read, SkeletonKind::Form, move |role: Signal<Role>| match role.with_untracked(|role| role.kind.is_built_in()) {
            true => view! { <BuiltInRole role/> }.into_any(),
            false => view! { <RoleForm session role/> }.into_any(),
        })}
    }
}

fn actions(session: CurrentSession, role: Role) -> AnyView {
    let id = role.id.clone();
    let href = Signal::derive(move || session.link_with(Page::NewRole, COPY, id.as_str()));
    let obstacle = session.obstacle::<Create>(Target::Organization);
    let delete = (!role.kind.is_built_in()).then(|| view! { <DeleteRole session role/> });
    view! { <LinkButton label=t("role-copy") href icon="copy" obstacle/>{delete} }.into_any()
}

/// A role of the product: what it allows, to be read.
#[component]
fn BuiltInRole(role: Signal<Role>) -> impl IntoView {
    let permissions = RwSignal::new(role.with_untracked(|role| role.details.permissions.clone()));
    let obstacle = Signal::derive(|| Some(t("role-built-in").get()));
    view! {
        <Stack>
            {move || role.with(about)}
            <Alert>{move || t(role.with(|role| why_fixed(role.kind)))}</Alert>
            <PermissionMatrix permissions kept=permissions obstacle/>
        </Stack>
    }
}

/// Why a role of the product is as it is.
const fn why_fixed(kind: RoleKind) -> &'static str {
    match kind {
        RoleKind::Owner => "role-owner-fixed",
        RoleKind::Feature => "role-feature-fixed",
        _ => "role-built-in",
    }
}

#[component]
fn RoleForm(session: CurrentSession, role: Signal<Role>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), RoleDraft::default());
    let editing = Editing::new(role, draft, |role: &Role| role.details.clone());
    let may_not = session.obstacle::<Update>(Target::Organization);
    let own_rights = move || session.signal().with(|session| role.with(|role| obstacle_to_role(session, &role.id)));
    let obstacle = Signal::derive(move || may_not.get().or_else(own_rights));
    let read_only = Signal::derive(move || may_not.with(Option::is_some));
    let kept = Signal::derive(move || editing.record().with(|role| role.details.permissions.clone()));
    let preview = preview(session, role, draft, kept);
    let submit = move |()| {
        let (role, version) = editing.record().with_untracked(|role| (role.id.clone(), role.version));
        let request = Update { org: session.org(), role, version, details: untrack(|| draft.value()) };
        mutation.submit(request, move |role: Role| {
            toasts::success(t("changes-saved"));
            editing.saved(role);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            {move || role.with(about)}
            {move || obstacle.get().map(|why| view! { <Alert>{why}</Alert> })}
            <RoleFields draft kept read_only obstacle/>
            <PreviewPanel preview/>
            <EditActions mutation editing obstacle=may_not/>
        </Form>
    }
}

/// What the ticks would give to and take from those who hold the role.
fn preview(session: CurrentSession, role: Signal<Role>, draft: RoleDraft, kept: Signal<Permissions>) -> Preview {
    let id = role.with_untracked(|role| role.id.clone());
    let org = session.org();
    let about = {
        let id = id.clone();
        move || Some(View { role: Some(id.clone()), ..View::nothing(org.clone()) })
    };
    Preview::new(about, move || {
        let permissions = draft.permissions.get();
        let is_change = kept.with(|kept| *kept != permissions);
        is_change.then(|| Change::RoleUpdated { role: id.clone(), permissions }).into_iter().collect()
    })
}

/// Where the role comes from, and how many hold it.
fn about(role: &Role) -> AnyView {
    let (kind, holders) = (role.kind, role.holders);
    let held = t_with("role-held-by", move || vec![("count", holders.into())]);
    view! { <Row>{kind_badge(kind)}<span>{held}</span></Row> }.into_any()
}
