//! Deleting a role that nobody holds.

use crate::{
    api::Mutation,
    i18n::{t, t_with},
    problem::describe,
    route::Page,
    session::CurrentSession,
    toasts,
    widgets::{Button, ButtonKind, ConfirmDialog},
};
use leptos::prelude::*;
use shared::{
    Code, Problem,
    authority::Target,
    roles::{Role, api::Delete},
};

/// The button that deletes, with its question.
#[component]
pub(super) fn DeleteRole(session: CurrentSession, role: Role) -> impl IntoView {
    let (mutation, open) = (Mutation::new(), RwSignal::new(false));
    let busy = Signal::derive(move || mutation.is_busy());
    let may_not = session.obstacle::<Delete>(Target::Organization);
    let obstacle = Signal::derive(move || may_not.get().or_else(|| in_use(role.holders)));
    let (name, id) = (StoredValue::new(role.details.name), role.id);
    let named = move |key| t_with(key, move || vec![("name", name.get_value().into())]);
    let delete = move |()| {
        let request = Delete { org: session.org(), role: id.clone() };
        mutation.send(request, move |()| {
            open.set(false);
            toasts::success(named("role-deleted"));
            session.go(Page::Roles);
        });
    };
    view! {
        <Button label=t("role-delete") kind=ButtonKind::Danger icon="trash-2" obstacle on_press=move |()| open.set(true)/>
        <ConfirmDialog
            open
            title=t("role-delete")
            question=named("role-delete-question")
            act=t("role-delete")
            kind=ButtonKind::Danger
            busy
            problem=mutation.problem()
            on_confirm=delete
        />
    }
}

fn in_use(holders: u32) -> Option<String> {
    (holders > 0).then(|| describe(&Problem::new(Code::InUse).with("count", holders)))
}
