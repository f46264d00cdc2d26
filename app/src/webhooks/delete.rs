//! Removing a webhook.

use crate::{
    api::Mutation,
    i18n::{t, t_with},
    route::Page,
    session::CurrentSession,
    toasts,
    widgets::{Button, ButtonKind, ConfirmDialog},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    webhooks::{Webhook, api::Delete},
};

/// The button that removes it, with its question.
#[component]
pub(super) fn DeleteWebhook(session: CurrentSession, webhook: Signal<Webhook>) -> impl IntoView {
    let (mutation, open) = (Mutation::new(), RwSignal::new(false));
    let obstacle = session.obstacle::<Delete>(Target::Organization);
    // The webhook is gone when this is said last.
    let name = StoredValue::new(webhook.with_untracked(|webhook| webhook.details.name.clone()));
    let named = move |key| t_with(key, move || vec![("name", name.get_value().into())]);
    let delete = move |()| {
        let webhook = webhook.with_untracked(|webhook| webhook.id.clone());
        mutation.send(Delete { org: session.org(), webhook }, move |()| {
            open.set(false);
            toasts::success(named("webhook-deleted"));
            session.go(Page::Integrations);
        });
    };
    view! {
        <Button label=t("webhook-delete") kind=ButtonKind::Danger icon="trash-2" obstacle on_press=move |()| open.set(true)/>
        <ConfirmDialog
            open
            title=t("webhook-delete")
            question=named("webhook-delete-question")
            act=t("webhook-delete")
            kind=ButtonKind::Danger
            busy=Signal::derive(move || mutation.is_busy())
            problem=mutation.problem()
            on_confirm=delete
        />
    }
}
