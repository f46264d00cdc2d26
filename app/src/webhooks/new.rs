//! Adding a webhook; its secret is shown once.

use super::{WebhookDraft, form::WebhookFields};
use crate::{
    api::Mutation,
    credentials::{Handed, handover},
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
    view! { <Dialog open title=t("webhooks-new")><Adding open/></Dialog> }
}

/// Made anew whenever the dialog opens, so that no secret stays behind.
#[component]
fn Adding(open: RwSignal<bool>) -> impl IntoView {
    let secret = RwSignal::new(None::<Handed>);
    move || match secret.get() {
        Some(secret) => handover(t("webhook-secret-once"), t("webhook-secret"), secret, open),
        None => view! { <NewForm secret/> }.into_any(),
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
