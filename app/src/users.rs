//! Users: the console's pages.

use crate::{i18n::t, widgets::PageHeader};
use leptos::prelude::*;
use shared::ids::UserId;

/// The list.
#[component]
pub fn UsersPage() -> impl IntoView {
    view! { <PageHeader title=t("users")/> }
}

/// Makes one.
#[component]
pub fn NewUserPage() -> impl IntoView {
    view! { <PageHeader title=t("users")/> }
}

/// Shows one.
#[component]
pub fn UserPage(user: UserId) -> impl IntoView {
    drop(user);
    view! { <PageHeader title=t("users")/> }
}
