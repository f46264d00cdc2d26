//! Roles: the console's pages.

use crate::{
    editing::Draft,
    i18n::{find_of, language, say, say_of},
    problem::permission_in_words,
    session::CurrentSession,
};
use leptos::prelude::*;
use shared::{
    authority::{Permission, Permissions, permission},
    roles::{Role, RoleDetails, RoleKind},
};

mod delete;
mod edit;
mod form;
mod giving;
mod list;
mod matrix;
mod new;

pub use edit::RolePage;
pub use list::RolesPage;
pub use new::NewRolePage;

/// A role's name in words: built-in roles are translated, others are called what they are.
pub fn role_name(name: &str) -> String {
    find_of("built-in-*", name, &[]).or_else(|| name_of_feature(name)).unwrap_or_else(|| name.to_owned())
}

/// What the role of a feature is called: like the feature, where one may know that.
fn name_of_feature(role: &str) -> Option<String> {
    let key = role.strip_prefix("feature.")?;
    let session = use_context::<CurrentSession>()?.signal();
    let label = session.with(|session| {
        let feature = session.features.iter().find(|feature| feature.key.as_str() == key)?;
        Some(feature.details.label.get(language()).to_owned())
    });
    Some(label.unwrap_or_else(|| key.replace('_', " ")))
}

/// The same, of a role that is wholly known: a feature is then called what it is called.
pub fn role_label(role: &Role) -> String {
    match &role.feature {
        Some(feature) => feature.label.get(language()).to_owned(),
        None => role_name(&role.details.name),
    }
}

/// What a role lets one do, in words.
pub fn role_help(role: &Role) -> String {
    if role.kind == RoleKind::Owner {
        return say("role-owner-why", &[]);
    }
    if let Some(feature) = &role.feature {
        let why = feature.description.get(language());
        return if why.is_empty() { say("role-feature-help", &[]) } else { why.to_owned() };
    }
    let allowed = permission::ALL.iter().filter(|permission| role.details.permissions.contains(*permission));
    let list = allowed.map(|permission| permission_in_words(permission.as_str())).collect::<Vec<_>>().join(", ");
    let allows = say("role-allows", &[("permissions", list.into())]);
    match role.details.description.trim().trim_end_matches('.') {
        "" => allows,
        description => format!("{description}. {allows}"),
    }
}

/// What a role allows, in words: "Users: see, add · Sites: see".
fn allowed_in_words(kind: RoleKind, permissions: &Permissions) -> String {
    if kind == RoleKind::Owner {
        return say("role-allows-everything", &[]);
    }
    let of_resource = |resource: &&str| {
        let actions =
            permission::ALL.iter().filter(|known| known.resource() == *resource && permissions.contains(known));
        let words: Vec<String> = actions.map(action_in_words).collect();
        let part = || [("resource", resource_in_words(resource).into()), ("actions", words.join(", ").into())];
        (!words.is_empty()).then(|| say("role-allows-part", &part()))
    };
    let features = permissions.iter().filter(|permission| permission.as_feature().is_some());
    let names: Vec<String> = features.map(|permission| role_name(permission.resource())).collect();
    let part = || [("resource", say("features-own", &[]).into()), ("actions", names.join(", ").into())];
    let of_features = (!names.is_empty()).then(|| say("role-allows-part", &part()));
    resources().iter().filter_map(of_resource).chain(of_features).collect::<Vec<_>>().join(" · ")
}

/// Everything that there are permissions for, in the order in which people read it.
fn resources() -> Vec<&'static str> {
    in_order(Permission::resource)
}

/// Everything that can be done with some of it.
fn actions() -> Vec<&'static str> {
    in_order(Permission::action)
}

fn in_order(part: fn(&'static Permission) -> &'static str) -> Vec<&'static str> {
    let mut parts = Vec::new();
    for part in permission::ALL.iter().map(part) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts
}

/// Resources are called as their pages are.
fn resource_in_words(resource: &str) -> String {
    say(resource, &[])
}

fn action_in_words(permission: &Permission) -> String {
    say_of("action-*", permission.action(), &[]).to_lowercase()
}

/// What is typed and ticked about a role.
#[derive(Clone, Copy, Debug, Default)]
struct RoleDraft {
    name: RwSignal<String>,
    description: RwSignal<String>,
    permissions: RwSignal<Permissions>,
}

impl Draft for RoleDraft {
    type Value = RoleDetails;

    fn value(self) -> RoleDetails {
        RoleDetails {
            name: self.name.with(|name| name.trim().to_owned()),
            description: self.description.with(|description| description.trim().to_owned()),
            permissions: self.permissions.get(),
        }
    }

    fn fill(self, details: &RoleDetails) {
        self.name.set(details.name.clone());
        self.description.set(details.description.clone());
        self.permissions.set(details.permissions.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::{actions, resources};

    #[test]
    fn the_matrix_has_a_row_and_a_column_for_every_permission() {
        assert_eq!(
            resources(),
            [
                "dashboard",
                "users",
                "administrators",
                "sites",
                "roles",
                "groups",
                "features",
                "audit",
                "credentials",
                "integrations",
                "notices",
                "organization",
                "accounts",
                "inventory",
                "licenses",
                "assignments",
                "reports",
                "analytics",
                "notes",
                "orders"
            ]
        );
        assert_eq!(actions(), ["view", "create", "update", "grant", "delete"]);
    }
}
