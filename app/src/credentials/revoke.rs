//! Revoking a credential.

use crate::{
    api::Mutation,
    i18n::{Text, t, t_with},
    session::current_session,
    toasts,
    widgets::{ButtonKind, ConfirmDialog},
};
use leptos::prelude::*;
use shared::credentials::{Credential, api::Delete};

/// Asks before a credential is revoked, naming it.
#[component]
pub(crate) fn RevokeDialog(
    revoking: RwSignal<Option<Credential>>,
    /// Leads on from where it was, once it is gone.
    #[prop(optional, into)]
    on_done: Option<Callback<()>>,
) -> impl IntoView {
    let (session, mutation, open) = (current_session(), Mutation::new(), RwSignal::new(false));
    Effect::new(move |_| {
        if revoking.read().is_some() {
            mutation.reset();
            open.set(true);
        }
    });
    let name = move || revoking.with(|credential| credential.as_ref().map(|it| it.name.clone()).unwrap_or_default());
    let question: Text = t_with("credential-revoke-question", move || vec![("name", name().into())]);
    let revoke = move |()| {
        let Some(credential) = revoking.get_untracked() else { return };
        mutation.send(Delete { org: session.org(), credential: credential.id }, move |()| {
            open.set(false);
            toasts::success(t("credential-revoked"));
            on_done.iter().for_each(|on_done| on_done.run(()));
        });
    };
    view! {
        <ConfirmDialog
            open
            title=t("credential-revoke")
            question
            act=t("credential-revoke")
            kind=ButtonKind::Danger
            busy=Signal::derive(move || mutation.is_busy())
            problem=mutation.problem()
            on_confirm=revoke
        />
    }
}
