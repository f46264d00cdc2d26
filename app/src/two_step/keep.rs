//! Recovery codes, this once.

use crate::{
    browser::download,
    i18n::t,
    widgets::{Alert, AlertKind, Button, ButtonKind, Row, SecretList, Stack, copy_secret},
};
use leptos::{ev, prelude::*};
use shared::{ids::Slug, two_step::RecoveryCodes};

/// What the file is called, beside the organization's short name.
const FILE: &str = "bailiwick-recovery-codes";

/// Shows the codes until they are kept: `keeping` says so to the dialog around them, and a key that is pressed too
/// often does not close it.
#[component]
pub(super) fn KeepCodes(
    org: Slug,
    codes: RecoveryCodes,
    keeping: RwSignal<bool>,
    on_kept: Callback<()>,
) -> impl IntoView {
    keeping.set(true);
    let listening = window_event_listener(ev::keydown, |event| {
        if event.key() == "Escape" {
            event.prevent_default();
        }
    });
    on_cleanup(move || {
        listening.remove();
        keeping.try_set(false);
    });
    let content = match codes.codes {
        Some(codes) => shown(&org, codes),
        None => view! { <Alert kind=AlertKind::Warning>{t("two-step-codes-unseen")}</Alert> }.into_any(),
    };
    view! {
        <Stack>
            {content}
            <div class="dialog-actions">
                <Button label=t("two-step-codes-kept") kind=ButtonKind::Primary on_press=on_kept/>
            </div>
        </Stack>
    }
}

fn shown(org: &Slug, codes: Vec<String>) -> AnyView {
    let text = codes.join("\n") + "\n";
    let (copied, file) = (text.clone(), format!("{FILE}-{org}.txt"));
    let copy = move |()| copy_secret(&copied);
    let save = move |()| {
        download(&file, "text/plain;charset=utf-8", &text);
    };
    view! {
        <Alert kind=AlertKind::Warning>{t("two-step-codes-once")}</Alert>
        <SecretList label=t("two-step-codes") values=codes/>
        <Row>
            <Button label=t("copy") icon="copy" on_press=copy/>
            <Button label=t("two-step-codes-download") icon="download" on_press=save/>
        </Row>
    }
    .into_any()
}
