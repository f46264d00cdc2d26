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
pub(crate) use revoke::RevokeDialog;
pub(crate) use rotate::RotateDialog;

/// For how many hours what is replaced may go on working.
const OVERLAPS: [&str; 4] = ["0", "1", "24", "168"];

/// For how long what is replaced may go on working, to choose from.
pub(crate) fn overlaps() -> Vec<SelectOption> {
    OVERLAPS.map(|hours| SelectOption::new(hours, t_of("credential-overlap-*", hours))).to_vec()
}

/// The secret of something that was made; none if it was in an answer that got lost, because no
/// answer is given twice with a secret in it.
#[derive(Clone, Debug)]
pub(crate) struct Handed(pub(crate) Option<String>);

/// A secret, this once.
pub(crate) fn handover(once: Text, label: Text, handed: Handed, open: RwSignal<bool>) -> AnyView {
    let content = match handed {
        Handed(Some(secret)) => {
            view! { <Alert kind=AlertKind::Warning>{once}</Alert><Secret label value=secret/> }.into_any()
        }
        Handed(None) => view! { <Alert kind=AlertKind::Warning>{t("secret-unseen")}</Alert> }.into_any(),
    };
    view! {
        <Stack>
            {content}
            <div class="dialog-actions">
                <Button label=t("credential-done") kind=ButtonKind::Primary on_press=move |()| open.set(false)/>
            </div>
        </Stack>
    }
    .into_any()
}
