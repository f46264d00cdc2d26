//! Replacing a webhook's secret; the new one is shown once.

use crate::{
    api::Mutation,
    credentials::{Handed, overlaps, then_secret},
    i18n::{t, t_with},
    session::{CurrentSession, current_session},
    widgets::{Button, Dialog, Form, FormActions, Select},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    webhooks::{
        Webhook,
        api::{Made, Rotate},
    },
};

/// The button that replaces it, with its dialog.
#[component]
pub(super) fn RotateSecret(session: CurrentSession, webhook: Signal<Webhook>) -> impl IntoView {
    let open = RwSignal::new(false);
    let obstacle = session.obstacle::<Rotate>(Target::Organization);
    let form = move |secret| view! { <RotateForm webhook secret/> }.into_any();
    view! {
        <Button label=t("webhook-rotate") icon="rotate-ccw-key" obstacle on_press=move |()| open.set(true)/>
        <Dialog open title=t("webhook-rotate")>
            {then_secret(t("webhook-secret-once"), t("webhook-secret"), open, form)}
        </Dialog>
    }
}

#[component]
fn RotateForm(webhook: Signal<Webhook>, secret: RwSignal<Option<Handed>>) -> impl IntoView {
    let (session, mutation) = (current_session(), Mutation::new());
    let overlap = RwSignal::new("24".to_owned());
    let question = t_with("webhook-rotate-why", move || {
        vec![("name", webhook.with(|webhook| webhook.details.name.clone()).into())]
    });
    let submit = move |()| {
        let overlap_hours = overlap.with_untracked(|hours| hours.parse().unwrap_or_default());
        let webhook = webhook.with_untracked(|webhook| webhook.id.clone());
        let request = Rotate { org: session.org(), webhook, overlap_hours };
        mutation.submit(request, move |made: Made| secret.set(Some(Handed(made.secret))));
    };
    view! {
        <Form mutation on_submit=submit>
            <p>{question}</p>
            <Select name="overlap_hours" label=t("webhook-overlap") value=overlap options=overlaps()/>
            <FormActions mutation submit=t("webhook-rotate")/>
        </Form>
    }
}
