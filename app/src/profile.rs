//! One's own record: the console's page.

use crate::{
    i18n::{t, t_with},
    password::PasswordChange,
    route::Page,
    session::{current_session, helpers},
    two_step::OwnTwoStep,
    widgets::{Alert, AlertKind, Breadcrumb, Card, PageHeader, Stack, breadcrumbs},
};
use leptos::prelude::*;
use shared::session::Session;

mod data;
mod device;
mod preferences;
mod sessions;

pub use preferences::{PreferencesDraft, PreferencesFields};

/// Where one is signed in.
#[component]
pub fn OwnSessionsPage() -> impl IntoView {
    let session = current_session();
    let account = Signal::derive(move || session.link(Page::Profile));
    view! {
        <PageHeader title=t("own-sessions") breadcrumbs=breadcrumbs(vec![Breadcrumb::new(t("profile"), account)])/>
        <sessions::Sessions/>
    }
}

/// One's own record, preferences, password and sessions.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let session = current_session().signal();
    let is_powerless = Memo::new(move |_| session.with(|session| session.access.grants.is_empty()));
    view! {
        <PageHeader title=t("profile") description=t("profile-why")/>
        <Stack>
            {move || is_powerless.get().then(|| without_authority(session))}
            <data::OwnData/>
            <Card title=t("password")>
                <PasswordChange session on_changed=|()| ()/>
            </Card>
            <OwnTwoStep/>
            <sessions::Sessions/>
        </Stack>
    }
}

/// Somebody without any grant lands here, and is told whom to ask.
fn without_authority(session: Signal<Session>) -> AnyView {
    let why = t_with("dashboard-no-authority", move || vec![("helpers", session.with(helpers).into())]);
    view! { <Alert kind=AlertKind::Info>{why}</Alert> }.into_any()
}
