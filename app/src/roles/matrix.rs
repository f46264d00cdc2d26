//! What a role allows, as a matrix of things and what can be done with them.

use super::{actions, giving::obstacle_to_give, resource_in_words, resources};
use crate::{
    i18n::{Text, say_of, t, t_of},
    session::current_session,
    widgets::{Matrix, MatrixCell, MatrixRow},
};
use leptos::prelude::*;
use shared::authority::{Permission, Permissions, permission};

/// The matrix. What `kept` holds may be taken out and put back by anybody who may change the
/// role; anything else only by those who hold it. `obstacle` bars all of it.
#[component]
pub(super) fn PermissionMatrix(
    permissions: RwSignal<Permissions>,
    #[prop(into)] kept: Signal<Permissions>,
    #[prop(optional, into)] obstacle: Signal<Option<String>>,
) -> impl IntoView {
    let columns: Vec<Text> = actions().into_iter().map(|action| t_of("action", action)).collect();
    let cell_of = move |resource, action| find(resource, action).map(|known| cell(known, permissions, kept, obstacle));
    let row_of = move |resource| MatrixRow {
        label: Text::derive(move || resource_in_words(resource)),
        cells: actions().into_iter().map(|action| cell_of(resource, action)).collect(),
    };
    let rows: Vec<MatrixRow> = resources().into_iter().map(row_of).collect();
    view! { <Matrix name="details.permissions" label=t("role-permissions") hint=t("role-permissions-hint") columns rows/> }
}

fn find(resource: &str, action: &str) -> Option<&'static Permission> {
    permission::ALL.iter().find(|known| known.resource() == resource && known.action() == action)
}

fn cell(
    permission: &'static Permission,
    permissions: RwSignal<Permissions>,
    kept: Signal<Permissions>,
    obstacle: Signal<Option<String>>,
) -> MatrixCell {
    let session = current_session().signal();
    let beyond_own = move || {
        let is_new = kept.with(|kept| !kept.contains(permission));
        is_new.then(|| session.with(|session| obstacle_to_give(session, permission))).flatten()
    };
    let change = move |ticked: bool| {
        permissions.update(|permissions| {
            if ticked {
                permissions.insert(permission.clone());
            } else {
                permissions.remove(permission);
            }
        });
    };
    MatrixCell {
        help: Text::derive(move || say_of("permission-help", permission.as_str(), &[])),
        obstacle: Signal::derive(move || obstacle.get().or_else(beyond_own)),
        checked: Signal::derive(move || permissions.with(|permissions| permissions.contains(permission))),
        on_change: Callback::new(change),
    }
}
