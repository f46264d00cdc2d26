//! One's own record: the console's page.

use crate::{
    i18n::t,
    password::PasswordChange,
    session::current_session,
    widgets::{Card, PageHeader, Stack},
};
use leptos::prelude::*;

mod data;
mod device;
mod sessions;

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
