//! Access of services to the check API: the console's page.

use crate::{
    i18n::{Text, t, t_of},
    widgets::{Alert, AlertKind, Button, ButtonKind, Secret, SelectOption, Stack},
};
use leptos::prelude::*;

mod create;
mod how_to;
mod list;
mod revoke;
mod rotate;

pub use list::CredentialsPage;

/// For how many hours what is replaced may go on working.
const OVERLAPS: [&str; 4] = ["0", "1", "24", "168"];

/// For how long what is replaced may go on working, to choose from.
pub(crate) fn overlaps() -> Vec<SelectOption> {
    OVERLAPS.map(|hours| SelectOption::new(hours, t_of("credential-overlap-*", hours))).to_vec()
}

/// A secret, this once.
pub(crate) fn handover(once: Text, label: Text, secret: String, open: RwSignal<bool>) -> AnyView {
    view! {
        <Stack>
            <Alert kind=AlertKind::Warning>{once}</Alert>
            <Secret label value=secret/>
            <div class="dialog-actions">
                <Button label=t("credential-done") kind=ButtonKind::Primary on_press=move |()| open.set(false)/>
            </div>
        </Stack>
    }
    .into_any()
}
