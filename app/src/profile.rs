//! One's own record: the console's page.

use crate::{
    i18n::t,
    password::PasswordChange,
    route::Page,
    session::current_session,
    widgets::{Breadcrumb, Card, PageHeader, Stack, breadcrumbs},
};
use leptos::prelude::*;

mod data;
mod device;
mod sessions;

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
    view! {
        <PageHeader title=t("profile") description=t("profile-why")/>
        <Stack>
            <data::OwnData/>
            <Card title=t("password")>
                <PasswordChange session on_changed=|()| ()/>
            </Card>
            <sessions::Sessions/>
        </Stack>
    }
}
