//! Roles: the console's pages.

use crate::{i18n::{find_of, t}, widgets::PageHeader};
use leptos::prelude::*;
use shared::ids::RoleId;

/// A role's name in words: built-in roles are translated, others are called what they are.
pub fn role_name(name: &str) -> String {
    find_of("role", name, &[]).unwrap_or_else(|| name.to_owned())
}

/// The list.
#[component]
pub fn RolesPage() -> impl IntoView {
    view! { <PageHeader title=t("roles")/> }
}

/// Makes one.
#[component]
pub fn NewRolePage() -> impl IntoView {
    view! { <PageHeader title=t("roles")/> }
}

/// Shows one.
#[component]
pub fn RolePage(role: RoleId) -> impl IntoView {
    drop(role);
    view! { <PageHeader title=t("roles")/> }
}
