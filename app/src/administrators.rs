//! Administrators: the console's pages.

use crate::{i18n::t, widgets::PageHeader};
use leptos::prelude::*;
use shared::ids::UserId;

/// The list.
#[component]
pub fn AdministratorsPage() -> impl IntoView {
    view! { <PageHeader title=t("administrators")/> }
}

/// Makes one.
#[component]
pub fn NewAdministratorPage() -> impl IntoView {
    view! { <PageHeader title=t("administrators")/> }
}

/// Shows one.
#[component]
pub fn AdministratorPage(user: UserId) -> impl IntoView {
    drop(user);
    view! { <PageHeader title=t("administrators")/> }
}
