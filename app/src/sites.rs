//! Sites: the console's pages.

use crate::{i18n::t, widgets::PageHeader};
use leptos::prelude::*;
use shared::ids::SiteId;

/// The list.
#[component]
pub fn SitesPage() -> impl IntoView {
    view! { <PageHeader title=t("sites")/> }
}

/// Makes one.
#[component]
pub fn NewSitePage() -> impl IntoView {
    view! { <PageHeader title=t("sites")/> }
}

/// Shows one.
#[component]
pub fn SitePage(site: SiteId) -> impl IntoView {
    drop(site);
    view! { <PageHeader title=t("sites")/> }
}
