//! Making a credential; its token is shown once.

use crate::{
    api::Mutation,
    browser::start_of_day,
    i18n::t,
    session::current_session,
    widgets::{Alert, AlertKind, Button, ButtonKind, DateField, Dialog, Form, FormActions, Secret, Stack, TextField},
};
use leptos::prelude::*;
use shared::credentials::api::{Create, Made};

/// Asks what it is for, then shows the token.
#[component]
pub(super) fn CreateDialog(open: RwSignal<bool>) -> impl IntoView {
    view! { <Dialog open title=t("credentials-new")><Creating open/></Dialog> }
}

/// Made anew whenever the dialog opens, so that no token stays behind.
#[component]
fn Creating(open: RwSignal<bool>) -> impl IntoView {
    let token = RwSignal::new(None::<String>);
    move || match token.get() {
        Some(token) => handover(token, open),
        None => view! { <CreateForm token/> }.into_any(),
    }
}

#[component]
fn CreateForm(token: RwSignal<Option<String>>) -> impl IntoView {
    let (session, mutation) = (current_session(), Mutation::new());
    let (name, expires) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let submit = move |()| {
        // The last day belongs to it.
        let expires_at = expires.get_untracked().and_then(|day| start_of_day(&day, 1));
        let name = name.with_untracked(|name| name.trim().to_owned());
        mutation.submit(Create { org: session.org(), name, expires_at }, move |made: Made| token.set(made.token));
    };
    view! {
        <Form mutation on_submit=submit>
            <TextField name="name" label=t("credential-name") value=name required=true hint=t("credential-name-hint")/>
            <DateField
                name="expires_at"
                label=t("credential-expires")
                hint=t("credential-expires-hint")
                value=expires
                on_change=move |day| expires.set(day)
            />
            <FormActions mutation submit=t("credentials-new")/>
        </Form>
    }
}

fn handover(token: String, open: RwSignal<bool>) -> AnyView {
    view! {
        <Stack>
            <Alert kind=AlertKind::Warning>{t("credential-once")}</Alert>
            <Secret label=t("credential-token") value=token/>
            <div class="dialog-actions">
                <Button label=t("credential-done") kind=ButtonKind::Primary on_press=move |()| open.set(false)/>
            </div>
        </Stack>
    }
    .into_any()
}
