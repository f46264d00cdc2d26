//! Access of services to the check API: the console's page.

use crate::{
    browser::start_of_day,
    i18n::{Text, t, t_of},
    widgets::{Alert, AlertKind, Button, ButtonKind, DateField, Secret, SelectOption, Stack},
};
use leptos::prelude::*;
use shared::time::Timestamp;

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

/// A form, and then the secret of what it has made, this once. It belongs right into a dialog, which
/// makes it anew whenever it opens, so that no secret stays behind.
pub(crate) fn then_secret(
    once: Text,
    label: Text,
    open: RwSignal<bool>,
    form: impl Fn(RwSignal<Option<Handed>>) -> AnyView + Send + 'static,
) -> impl IntoView {
    let secret = RwSignal::new(None::<Handed>);
    move || match secret.get() {
        Some(handed) => handover(once, label, handed, open),
        None => form(secret),
    }
}

/// Until when something works, if not for good; the last day belongs to it.
#[derive(Clone, Copy, Debug, Default)]
pub struct ExpiryDraft(RwSignal<Option<String>>);

impl ExpiryDraft {
    /// When it ends.
    pub(crate) fn value(self) -> Option<Timestamp> {
        self.0.with(|day| start_of_day(day.as_deref()?, 1))
    }
}

/// The day up to which it works.
#[component]
pub fn ExpiryField(
    /// The form's.
    draft: ExpiryDraft,
) -> impl IntoView {
    let ExpiryDraft(value) = draft;
    view! {
        <DateField
            name="expires_at"
            label=t("credential-expires")
            hint=t("credential-expires-hint")
            value
            on_change=move |day| value.set(day)
        />
    }
}

fn handover(once: Text, label: Text, handed: Handed, open: RwSignal<bool>) -> AnyView {
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
