//! What a role allows, as a matrix of things and what can be done with them.

use super::{actions, giving::obstacle_to_give, resource_in_words, resources};
use crate::{
    features::known_features,
    i18n::{Text, language, t, t_of, t_with},
    session::current_session,
    widgets::{Matrix, MatrixCell, MatrixRow},
};
use leptos::prelude::*;
use shared::{
    authority::{Permission, Permissions, permission},
    features::Feature,
};

/// The matrix. What `kept` holds may be taken out and put back by anybody who may change the
/// role; anything else only by those who hold it. `obstacle` bars all of it.
#[component]
pub(super) fn PermissionMatrix(
    permissions: RwSignal<Permissions>,
    #[prop(into)] kept: Signal<Permissions>,
    #[prop(optional, into)] obstacle: Signal<Option<String>>,
) -> impl IntoView {
    let columns: Vec<Text> = actions().into_iter().map(|action| t_of("action-*", action)).collect();
    let cell_of = move |resource, action| {
        let help = |known: &Permission| t_of("help-permission-*", known.as_str());
        find(resource, action).map(|known| cell(known.clone(), help(known), permissions, kept, obstacle))
    };
    let row_of = move |resource| MatrixRow {
        label: Text::derive(move || resource_in_words(resource)),
        cells: actions().into_iter().map(|action| cell_of(resource, action)).collect(),
    };
    let (features, session) = (known_features(), current_session().signal());
    // The organization's own features come once they are known, below what is always there.
    move || {
        let own = features.get().into_iter().map(|feature| feature_row(feature, permissions, kept, obstacle));
        // Accounts are the operator's business: nowhere else would these boxes mean anything.
        let operates = session.with(|session| session.operates);
        let resources = resources().into_iter().filter(|resource| operates || *resource != "accounts");
        let rows: Vec<MatrixRow> = resources.map(row_of).chain(own).collect();
        let columns = columns.clone();
        view! { <Matrix name="details.permissions" label=t("role-permissions") hint=t("role-permissions-hint") columns rows/> }
    }
}

/// A feature of the organization's own product: it can be used, and nothing else.
fn feature_row(
    feature: Feature,
    permissions: RwSignal<Permissions>,
    kept: Signal<Permissions>,
    obstacle: Signal<Option<String>>,
) -> MatrixRow {
    let permission = Permission::feature(&feature.key);
    let label = t_with("role-feature", move || vec![("name", feature.details.label.get(language()).into())]);
    let use_it = |action| {
        (action == permission.action())
            .then(|| cell(permission.clone(), t("role-feature-help"), permissions, kept, obstacle))
    };
    MatrixRow { label, cells: actions().into_iter().map(use_it).collect() }
}

fn find(resource: &str, action: &str) -> Option<&'static Permission> {
    permission::ALL.iter().find(|known| known.resource() == resource && known.action() == action)
}

fn cell(
    permission: Permission,
    help: Text,
    permissions: RwSignal<Permissions>,
    kept: Signal<Permissions>,
    obstacle: Signal<Option<String>>,
) -> MatrixCell {
    let (session, permission) = (current_session().signal(), StoredValue::new(permission));
    let beyond_own = move || {
        let is_new = permission.with_value(|permission| kept.with(|kept| !kept.contains(permission)));
        let own = || permission.with_value(|permission| session.with(|session| obstacle_to_give(session, permission)));
        is_new.then(own).flatten()
    };
    let change = move |ticked: bool| {
        permissions.update(|permissions| {
            if ticked {
                permissions.insert(permission.get_value());
            } else {
                permission.with_value(|permission| permissions.remove(permission));
            }
        });
    };
    MatrixCell {
        help,
        obstacle: Signal::derive(move || obstacle.get().or_else(beyond_own)),
        checked: Signal::derive(move || {
            permission.with_value(|permission| permissions.with(|permissions| permissions.contains(permission)))
        }),
        on_change: Callback::new(change),
    }
}
