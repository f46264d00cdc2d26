//! How other products are connected: the console's page, and a tab of the account.

use crate::{
    i18n::t,
    webhooks::Webhooks,
    widgets::{PageHeader, Stack, when_allowed},
};
use leptos::prelude::*;
use shared::{authority::Target, integrations::api::View};

mod settings;

use settings::Settings;

/// Shows it.
#[component]
pub fn IntegrationsPage() -> impl IntoView {
    let content =
        when_allowed::<View>(Target::Organization, move || view! { <Stack><Webhooks/><Settings/></Stack> }.into_any());
    view! {
        <PageHeader title=t("integrations") description=t("integrations-why")/>
        {content}
    }
}
