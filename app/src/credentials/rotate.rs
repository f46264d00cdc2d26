//! Replacing a credential's token; the new one is shown once.

use super::{Handed, overlaps, then_secret};
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
    let form =
        |credential: Credential| move |token| view! { <RotateForm credential=credential.clone() token/> }.into_any();
    let content = move || {
        let form = form(rotating.get()?);
        Some(then_secret(t("credential-once"), t("credential-token"), open, form))
    };
    view! { <Dialog open title=t("credential-rotate")>{content}</Dialog> }
}

#[component]
fn RotateForm(credential: Credential, token: RwSignal<Option<Handed>>) -> impl IntoView {
    let (session, mutation) = (current_session(), Mutation::new());
    let overlap = RwSignal::new("24".to_owned());
    let name = credential.name.clone();
    let question = t_with("credential-rotate-why", move || vec![("name", name.clone().into())]);
    let submit = move |()| {
        let overlap_hours = overlap.with_untracked(|hours| hours.parse().unwrap_or_default());
        let request = Rotate { org: session.org(), credential: credential.id.clone(), overlap_hours };
        mutation.submit(request, move |made: Made| token.set(Some(Handed(made.token))));
    };
    view! {
        <Form mutation on_submit=submit>
            <p>{question}</p>
            <Select name="overlap_hours" label=t("credential-overlap") value=overlap options=overlaps()/>
            <FormActions mutation submit=t("credential-rotate")/>
        </Form>
    }
}
