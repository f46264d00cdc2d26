//! Replacing a credential's token; the new one is shown once.

use super::{Handed, handover, overlaps};
use crate::{
    api::Mutation,
    i18n::{t, t_with},
    session::current_session,
    widgets::{Dialog, Form, FormActions, Select},
};
use leptos::prelude::*;
use shared::credentials::{
    Credential,
    api::{Made, Rotate},
};

/// Asks for how long both tokens work, then shows the new one.
#[component]
pub(crate) fn RotateDialog(rotating: RwSignal<Option<Credential>>) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        if rotating.read().is_some() {
            open.set(true);
        }
    });
    let content = move || rotating.get().map(|credential| view! { <Rotating credential open/> });
    view! { <Dialog open title=t("credential-rotate")>{content}</Dialog> }
}

/// Made anew whenever the dialog opens, so that no token stays behind.
#[component]
fn Rotating(credential: Credential, open: RwSignal<bool>) -> impl IntoView {
    let (session, mutation) = (current_session(), Mutation::new());
    let (token, overlap) = (RwSignal::new(None::<Handed>), RwSignal::new("24".to_owned()));
    let question = {
        let name = credential.name.clone();
        t_with("credential-rotate-why", move || vec![("name", name.clone().into())])
    };
    let submit = move |()| {
        let overlap_hours = overlap.with_untracked(|hours| hours.parse().unwrap_or_default());
        let request = Rotate { org: session.org(), credential: credential.id.clone(), overlap_hours };
        mutation.submit(request, move |made: Made| token.set(Some(Handed(made.token))));
    };
    let submit = StoredValue::new(submit);
    move || match token.get() {
        Some(token) => handover(t("credential-once"), t("credential-token"), token, open),
        None => view! {
            <Form mutation on_submit=move |()| submit.with_value(|submit| submit(()))>
                <p>{question}</p>
                <Select name="overlap_hours" label=t("credential-overlap") value=overlap options=overlaps()/>
                <FormActions mutation submit=t("credential-rotate")/>
            </Form>
        }
        .into_any(),
    }
}
