//! Access of services to the check API: the console's page.

use crate::{
    i18n::t,
    widgets::{Alert, AlertKind, Button, ButtonKind, Secret, Stack},
};
use leptos::prelude::*;

mod create;
mod how_to;
mod list;
mod revoke;
mod rotate;

pub use list::CredentialsPage;

/// A token, this once.
fn handover(token: String, open: RwSignal<bool>) -> AnyView {
    view! {
        <Stack>
            <Alert kind=AlertKind::Warning>{t("credential-once")}</Alert>
            <Secret label=t("credential-token") value=token/>
            <div class="dialog-actions">
                <Button label=t("credential-done") kind=ButtonKind::Primary on_press=move |()| open.set(false)/>
            </div>
        </Stack>
    }
    .into_any()
}
