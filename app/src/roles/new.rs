//! Making a role, from nothing or as a copy of another.

use super::{RoleDraft, form::RoleFields, giving::obstacle_to_give, role_name};
use crate::{
    api::{Mutation, query},
    editing::{Draft, Editing},
    i18n::{t, t_with},
    navigation::query_parameter,
    route::Page,
    session::{CurrentSession, current_session},
    toasts,
    widgets::{Alert, Breadcrumb, Form, FormActions, PageHeader, SkeletonKind, breadcrumbs, when_allowed, when_ready},
};
use leptos::prelude::*;
use shared::{
    authority::{Permissions, Target},
    ids::RoleId,
    roles::{
        Role, RoleDetails,
        api::{Create, View},
    },
};

/// The parameter of the address that names the role to copy.
pub(super) const COPY: &str = "copy";

/// Makes one.
#[component]
pub fn NewRolePage() -> impl IntoView {
    let session = current_session();
    let trail = vec![Breadcrumb::new(t("roles"), Signal::derive(move || session.link(Page::Roles)))];
    let content = when_allowed::<Create>(Target::Organization, move || form(session));
    view! {
        <PageHeader title=t("roles-new") description=t("roles-why") breadcrumbs=breadcrumbs(trail)/>
        {content}
    }
}

/// The form, once the role to copy is known, if there is one.
fn form(session: CurrentSession) -> AnyView {
    let Some(role) = query_parameter(COPY).get_untracked().and_then(|id| id.parse::<RoleId>().ok()) else {
        return view! { <NewRoleForm session model=None/> }.into_any();
    };
    let model = query(move || Some(View { org: session.org(), role: role.clone() }));
    when_ready(model, SkeletonKind::Form, move |model: Signal<Role>| {
        view! { <NewRoleForm session model=Some(model.get_untracked())/> }.into_any()
    })
}

#[component]
fn NewRoleForm(session: CurrentSession, model: Option<Role>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), RoleDraft::default());
    let editing = Editing::something_new(draft);
    let note = model.map(|model| copy(session, draft, &model));
    let submit = move |()| {
        let request = Create { org: session.org(), details: untrack(|| draft.value()) };
        mutation.submit(request, move |role: Role| {
            editing.saved(RoleDetails::default());
            toasts::success(t_with("role-made", move || vec![("name", role.details.name.clone().into())]));
            session.go(Page::Roles);
        });
    };
    let list = Signal::derive(move || session.link(Page::Roles));
    view! {
        <Form mutation on_submit=submit>
            {note}
            <RoleFields draft kept=Permissions::new()/>
            <FormActions mutation submit=t("roles-new") cancel=list/>
        </Form>
    }
}

/// Begins as another role does, without what one may not give.
fn copy(session: CurrentSession, draft: RoleDraft, model: &Role) -> AnyView {
    let name = role_name(&model.details.name);
    let (given, left_out): (Permissions, Permissions) = session.signal().with_untracked(|session| {
        model
            .details
            .permissions
            .iter()
            .cloned()
            .partition(|permission| obstacle_to_give(session, permission).is_none())
    });
    draft.fill(&RoleDetails {
        permissions: given,
        description: model.details.description.clone(),
        ..RoleDetails::default()
    });
    let count = left_out.len();
    let words = t_with("role-copy-of", move || vec![("name", name.clone().into()), ("left_out", count.into())]);
    view! { <Alert>{words}</Alert> }.into_any()
}
