//! What the console is about, for somebody who sees it for the first time.

use crate::{
    i18n::t,
    route::Page,
    session::{CurrentSession, current_session},
    widgets::{Card, PageHeader, Row, Stack, TextLink},
};
use leptos::prelude::*;
use shared::{Endpoint, administrators, audit, authority::Target, checks, groups, roles};

/// Where the API describes itself.
const API: &str = "/api/v1/openapi.json";

/// Explains the few ideas that everything is made of, each with the way to its page.
#[component]
pub fn HelpPage() -> impl IntoView {
    let session = current_session();
    let profile = Signal::derive(move || session.link(Page::Profile));
    view! {
        <PageHeader title=t("help") description=t("help-why")/>
        <Stack>
            {topic::<roles::api::List>(session, "help-authority", "help-authority-why", Page::Roles, "roles")}
            {topic::<administrators::api::List>(session, "help-delegation", "help-delegation-why", Page::Administrators, "administrators")}
            {topic::<groups::api::List>(session, "help-groups", "help-groups-why", Page::Groups, "groups")}
            {topic::<checks::api::Explain>(session, "help-explain", "help-explain-why", Page::Explain, "explain")}
            <Card title=t("help-two-step")>
                <p>{t("help-two-step-why")}</p>
                <Row><TextLink label=t("profile") href=profile/></Row>
            </Card>
            {topic::<audit::api::List>(session, "help-audit", "help-audit-why", Page::Audit, "audit")}
            <Card title=t("help-api")>
                <p>{t("help-api-why")}</p>
                <Row><TextLink label=t("help-api-description") href=API.to_owned()/></Row>
            </Card>
        </Stack>
    }
}

/// An idea, with the way to its page for those who may go there.
fn topic<E: Endpoint>(
    session: CurrentSession,
    title: &'static str,
    why: &'static str,
    page: Page,
    label: &'static str,
) -> AnyView {
    let may = Memo::new(move |_| session.may::<E>(&Target::Anywhere));
    let page = StoredValue::new(page);
    let link = move || {
        let href = Signal::derive(move || session.link(page.get_value()));
        may.get().then(|| view! { <Row><TextLink label=t(label) href/></Row> })
    };
    view! { <Card title=t(title)><p>{t(why)}</p>{link}</Card> }.into_any()
}
