//! How the connector is set up (RSC-42, RSC-43).

use crate::{
    browser::{is_there, origin},
    i18n::t,
    session::current_session,
    widgets::{Alert, Card, Definition, Definitions, Row, Snippet, Stack},
};
use leptos::{prelude::*, task::spawn_local};

/// Where the programs lie, if the deployment has them, and what the links are called.
const PROGRAMS: [(&str, &str); 2] = [
    ("/downloads/bailiwick-connector-linux-x86_64", "connector-linux"),
    ("/downloads/bailiwick-connector-windows-x86_64.exe", "connector-windows"),
];

/// The programs that there are, and what they ask for.
#[component]
pub(super) fn SetUp() -> impl IntoView {
    let found = RwSignal::new(None::<Vec<(&'static str, &'static str)>>);
    spawn_local(async move {
        let mut there = Vec::new();
        for program in PROGRAMS {
            if is_there(program.0).await {
                there.push(program);
            }
        }
        found.try_set(Some(there));
    });
    let link = |(path, label): (&'static str, &'static str)| {
        view! { <a class="btn btn-outline" href=path download="">{t(label)}</a> }
    };
    let programs = move || match found.get() {
        Some(there) if there.is_empty() => view! { <Alert>{t("connector-nowhere")}</Alert> }.into_any(),
        Some(there) => view! { <Row>{there.into_iter().map(link).collect_view()}</Row> }.into_any(),
        None => {
            view! { <Row><span class="loading loading-spinner loading-sm" aria-hidden="true"></span></Row> }.into_any()
        }
    };
    let org = current_session().org().to_string();
    view! {
        <Card title=t("directory-setup") description=t("directory-setup-why")>
            <Stack>
                {programs}
                <Snippet label=t("connector-command") code="bailiwick-connector setup"/>
                <Definitions>
                    <Definition term=t("connector-address")><code>{origin()}</code></Definition>
                    <Definition term=t("connector-organization")><code>{org}</code></Definition>
                </Definitions>
                <p class="text-muted text-sm">{t("directory-setup-more")}</p>
            </Stack>
        </Card>
    }
}
