//! Making a credential; its token is shown once.

use super::{ExpiryDraft, ExpiryField, Handed, then_secret};
use crate::{
    api::Mutation,
    i18n::t,
    scope::{ReachDraft, ReachFields, known_site_choices},
    session::current_session,
    widgets::{Dialog, Form, FormActions, TextField},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    checks::api::Explain,
    credentials::{
        Reach,
        api::{Create, Made},
    },
};

/// Asks what it is for, then shows the token.
#[component]
pub(super) fn CreateDialog(open: RwSignal<bool>) -> impl IntoView {
    let form = |token| view! { <CreateForm token/> }.into_any();
    view! {
        <Dialog open title=t("credentials-new")>
            {then_secret(t("credential-once"), t("credential-token"), open, form)}
        </Dialog>
    }
}

#[component]
fn CreateForm(token: RwSignal<Option<Handed>>) -> impl IntoView {
    let (session, mutation) = (current_session(), Mutation::new());
    let (name, expires) = (RwSignal::new(String::new()), ExpiryDraft::default());
    let everywhere = untrack(|| session.may::<Explain>(&Target::Organization));
    let (reach, sites) = (ReachDraft::new(everywhere), known_site_choices::<Explain>());
    let submit = move |()| {
        let expires_at = untrack(|| expires.value());
        let name = name.with_untracked(|name| name.trim().to_owned());
        let reach = Reach { scope: untrack(|| reach.scope()), ..Reach::default() };
        let request = Create { expires_at, reach, ..Create::new(session.org(), &name) };
        mutation.submit(request, move |made: Made| token.set(Some(Handed(made.token))));
    };
    view! {
        <Form mutation on_submit=submit>
            <TextField name="name" label=t("credential-name") value=name required=true hint=t("credential-name-hint")/>
            <ReachFields draft=reach name="reach.scope" sites everywhere/>
            <ExpiryField draft=expires/>
            <FormActions mutation submit=t("credentials-new")/>
        </Form>
    }
}
