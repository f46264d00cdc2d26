//! How other products are connected: the console's page, and a tab of the account.

use crate::{
    i18n::t,
    webhooks::Webhooks,
    widgets::{PageHeader, Stack, when_allowed},
};
use leptos::prelude::*;
use shared::{authority::Target, webhooks::api::List};

/// Shows it.
#[component]
pub fn IntegrationsPage() -> impl IntoView {
    let content = when_allowed::<List>(Target::Organization, move || view! { <Stack><Webhooks/></Stack> }.into_any());
    view! {
        <PageHeader title=t("integrations") description=t("integrations-why")/>
        {content}
    }
}
