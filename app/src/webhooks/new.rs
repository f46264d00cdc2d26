//! Adding a webhook; its secret is shown once.

use super::{WebhookDraft, form::WebhookFields};
use crate::{
    api::Mutation,
    credentials::{Handed, then_secret},
    editing::Draft,
    i18n::t,
    session::current_session,
    widgets::{Dialog, Form, FormActions},
};
use leptos::prelude::*;
use shared::webhooks::api::{Create, Made};

/// Asks what it is like, then shows the secret.
#[component]
pub(super) fn NewWebhookDialog(open: RwSignal<bool>) -> impl IntoView {
    let form = |secret| view! { <NewForm secret/> }.into_any();
    view! {
        <Dialog open title=t("webhooks-new")>
            {then_secret(t("webhook-secret-once"), t("webhook-secret"), open, form)}
        </Dialog>
    }
}

#[component]
fn NewForm(secret: RwSignal<Option<Handed>>) -> impl IntoView {
    let (session, mutation, draft) = (current_session(), Mutation::new(), WebhookDraft::default());
    draft.enabled.set(true);
    let submit = move |()| {
        let request = Create { org: session.org(), details: untrack(|| draft.value()) };
        mutation.submit(request, move |made: Made| secret.set(Some(Handed(made.secret))));
    };
    view! {
        <Form mutation on_submit=submit>
            <WebhookFields draft/>
            <FormActions mutation submit=t("webhooks-new")/>
        </Form>
    }
}
