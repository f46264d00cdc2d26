//! One's own record: the console's page.

use crate::{i18n::t, widgets::PageHeader};
use leptos::prelude::*;

/// One's own record, preferences, password and sessions.
#[component]
pub fn ProfilePage() -> impl IntoView {
    view! { <PageHeader title=t("profile")/> }
}
