//! Assigning an administrator to a group (RSC-10): a role whose reach is the group and all below it.

use super::group_name;
use crate::{
    api::{Mutation, query},
    i18n::{t, t_with},
    people::{Among, PersonPicker, picked_user},
    preview::{Preview, PreviewPanel},
    roles::role_label,
    session::{CurrentSession, current_session},
    toasts,
    widgets::{Dialog, DialogActions, Form, Pick, Select, SelectOption},
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    authority::{Change, GrantFacts, Scope},
    grants::{Grant, NewGrant, Subject, api::Create},
    groups::Group,
    ids::{GrantId, GroupId},
    previews::api::{Groups, View},
    roles::{self, Role, RoleKind},
};

/// The dialog.
#[component]
pub(super) fn AssignDialog(open: RwSignal<bool>, group: Signal<Group>) -> impl IntoView {
    let name = move || group.with(|group| group_name(&group.details.name));
    let title = t_with("group-assign-title", move || vec![("name", name().into())]);
    view! { <Dialog open title><AssignForm open group=group.get_untracked()/></Dialog> }
}

/// What is chosen so far.
#[derive(Clone, Copy)]
struct AssignDraft {
    session: CurrentSession,
    group: StoredValue<GroupId>,
    person: RwSignal<Option<Pick>>,
    role: RwSignal<String>,
}

impl AssignDraft {
    fn grant(self) -> Option<NewGrant> {
        let role = self.role.with(|role| role.parse().ok())?;
        Some(NewGrant::lasting(role, Scope::Groups { groups: [self.group.get_value()].into() }))
    }

    fn changes(self) -> Vec<Change> {
        let (Some(user), Some(grant)) = (picked_user(self.person), self.grant()) else { return Vec::new() };
        let grantor = self.session.signal().with(|session| session.access.user.clone());
        let NewGrant { role, scope, validity, .. } = grant;
        let subject = Subject::User(user);
        let facts = GrantFacts { subject, role, scope, validity, suspended: false, grantor: Some(grantor) };
        vec![Change::GrantAdded { grant: GrantId::from_u128(0), facts }]
    }

    fn preview(self, roles: Signal<Vec<Role>>) -> Preview {
        let about = move || {
            let reached = Some(Groups([self.group.get_value()].into()));
            Some(View { user: picked_user(self.person), reached, ..View::nothing(self.session.org()) })
        };
        Preview::of_roles(roles, about, move || self.changes())
    }
}

#[component]
fn AssignForm(open: RwSignal<bool>, group: Group) -> impl IntoView {
    let (session, mutation) = (current_session(), Mutation::new());
    let draft = AssignDraft {
        session,
        group: StoredValue::new(group.id),
        person: RwSignal::new(None),
        role: RwSignal::new(String::new()),
    };
    let org = session.org();
    let known = query(move || Some(roles::api::List { org: org.clone() }));
    let roles = Signal::derive(move || known.answer().unwrap_or_default());
    let preview = draft.preview(roles);
    let submit = move |()| {
        let (user, grant) = untrack(|| (picked_user(draft.person), draft.grant()));
        let errors: Vec<FieldError> = [
            user.is_none().then(|| FieldError::new("user", "required")),
            grant.is_none().then(|| FieldError::new("grant", "choose_role")),
        ]
        .into_iter()
        .flatten()
        .collect();
        let (Some(user), Some(grant)) = (user, grant) else {
            return mutation.refuse(Problem::invalid(errors));
        };
        let request = Create { org: session.org(), subject: Subject::User(user), grant };
        mutation.submit(request, move |_: Grant| {
            open.set(false);
            toasts::success(t("group-administrator-assigned"));
        });
    };
    let options = Signal::derive(move || {
        // An owner is one of everything.
        let all = roles.get().into_iter().filter(|role| role.kind != RoleKind::Owner);
        let option = |role: Role| SelectOption::new(role.id.to_string(), Signal::derive(move || role_label(&role)));
        std::iter::once(SelectOption::new("", t("grant-role-choose"))).chain(all.map(option)).collect::<Vec<_>>()
    });
    view! {
        <Form mutation on_submit=submit>
            <PersonPicker name="user" label=t("group-assign-who") among=Among::Everybody picked=draft.person required=true/>
            <Select name="grant" label=t("role") value=draft.role options required=true hint=t("group-assign-hint")/>
            <PreviewPanel preview/>
            <DialogActions mutation open submit=t("group-assign") obstacle=preview.obstacle()/>
        </Form>
    }
}
