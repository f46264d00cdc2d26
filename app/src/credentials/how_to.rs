//! How a service asks: the address, and an example for a terminal.

use crate::{
    browser::origin,
    i18n::t,
    session::current_session,
    widgets::{Card, Snippet, Stack},
};
use leptos::prelude::*;
use shared::{
    Endpoint,
    authority::permission::USERS_UPDATE,
    checks::{At, Check, api::Create},
    wire,
};

/// The explanation. The example is made from the contract, so that it cannot be out of date.
#[component]
pub(super) fn HowTo() -> impl IntoView {
    let session = current_session();
    let user = session.signal().with_untracked(|session| session.access.user.clone());
    let check = Check { user, permission: USERS_UPDATE, at: At::Organization };
    let request = wire::encode(&Create { org: session.org(), check });
    let (address, body) = (format!("{}{}", origin(), request.path_and_query), request.body.unwrap_or_default());
    let example = format!(
        "curl {address} \\\n  -X {} \\\n  -H 'Authorization: Bearer bwk_…' \\\n  -H 'Content-Type: application/json' \\\n  -d '{body}'",
        Create::METHOD.as_str(),
    );
    view! {
        <Card title=t("credentials-how") description=t("credentials-how-why")>
            <Stack>
                <Snippet label=t("credentials-address") code=address/>
                <Snippet label=t("credentials-example") code=example/>
                <p class="text-muted">{t("credentials-how-more")}</p>
            </Stack>
        </Card>
    }
}
