//! Taking an invitation back.

use crate::{
    api::Mutation,
    i18n::{t, t_with},
    session::current_session,
    toasts,
    widgets::{ButtonKind, ConfirmDialog},
};
use leptos::prelude::*;
use shared::invitations::{Invitation, api::Delete};

/// Asks before an invitation is taken back, naming it.
#[component]
pub(super) fn RevokeDialog(revoking: RwSignal<Option<Invitation>>) -> impl IntoView {
    let (session, mutation, open) = (current_session(), Mutation::new(), RwSignal::new(false));
    Effect::new(move |_| {
        if revoking.read().is_some() {
            mutation.reset();
            open.set(true);
        }
    });
    let email = move || revoking.with(|it| it.as_ref().map(|it| it.email.clone()).unwrap_or_default());
    let question = t_with("invitation-revoke-question", move || vec![("email", email().into())]);
    let revoke = move |()| {
        let Some(invitation) = revoking.get_untracked() else { return };
        mutation.send(Delete { org: session.org(), invitation: invitation.id }, move |()| {
            open.set(false);
            toasts::success(t("invitation-revoked"));
        });
    };
    view! {
        <ConfirmDialog
            open
            title=t("invitation-revoke")
            question
            act=t("invitation-revoke")
            kind=ButtonKind::Danger
            busy=Signal::derive(move || mutation.is_busy())
            problem=mutation.problem()
            on_confirm=revoke
        />
    }
}
