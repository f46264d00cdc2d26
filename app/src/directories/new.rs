//! Adding a directory; its token is shown once, and copied (RSC-40).

use super::form::{DirectoryDraft, DirectoryFields};
use crate::{
    api::Mutation,
    credentials::{ExpiryDraft, ExpiryField, Handed, then_secret},
    i18n::t,
    scope::{ReachDraft, ReachFields, known_site_choices},
    session::current_session,
    widgets::{Dialog, Form, FormActions, copy_secret},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    directories::api::{Create, Made},
    users,
};

/// Asks what it is like, then shows the token.
#[component]
pub(super) fn NewDirectoryDialog(open: RwSignal<bool>) -> impl IntoView {
    let form = |token| view! { <NewForm token/> }.into_any();
    view! {
        <Dialog open title=t("directories-new")>
            {then_secret(t("directory-token-once"), t("credential-token"), open, form)}
        </Dialog>
    }
}

#[component]
fn NewForm(token: RwSignal<Option<Handed>>) -> impl IntoView {
    let (session, mutation, draft) = (current_session(), Mutation::new(), DirectoryDraft::default());
    let expires = ExpiryDraft::default();
    let everywhere = untrack(|| session.may::<users::api::Create>(&Target::Organization));
    let (reach, sites) = (ReachDraft::new(everywhere), known_site_choices::<users::api::Create>());
    let submit = move |()| {
        let request = Create {
            org: session.org(),
            details: untrack(|| draft.details()),
            default_password: untrack(|| draft.default_password()),
            scope: untrack(|| reach.scope()),
            expires_at: untrack(|| expires.value()),
        };
        mutation.submit(request, move |made: Made| {
            made.token.iter().for_each(|token| copy_secret(token));
            token.set(Some(Handed(made.token)));
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <DirectoryFields draft/>
            <ReachFields draft=reach name="scope" sites everywhere/>
            <ExpiryField draft=expires/>
            <FormActions mutation submit=t("directory-generate")/>
        </Form>
    }
}
