//! One webhook: how it is, what it is like, what was sent to it.

use super::{WebhookDraft, delete::DeleteWebhook, form::WebhookFields, log::Log, rotate::RotateSecret};
use crate::{
    api::{Mutation, query},
    editing::{Draft, EditActions, Editing},
    i18n::{Text, date_time, t, t_of, t_with},
    route::Page,
    session::{CurrentSession, current_session},
    toasts,
    widgets::{
        Alert, AlertKind, Breadcrumb, Form, FormSection, PageHeader, SkeletonKind, Stack, breadcrumbs, when_allowed,
        when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    ids::WebhookId,
    webhooks::{
        OffReason, Webhook,
        api::{Update, View},
    },
};

/// Shows one.
#[component]
pub fn WebhookPage(webhook: WebhookId) -> impl IntoView {
    let content = when_allowed::<View>(Target::Organization, move || shown(webhook.clone()));
    view! { {content} }
}

fn shown(webhook: WebhookId) -> AnyView {
    let session = current_session();
    let org = session.org();
    let read = query(move || Some(View { org: org.clone(), webhook: webhook.clone() }));
    let title = Text::derive(move || read.answer().map_or_else(|| t("webhook").get(), |webhook| webhook.details.name));
    let trail = vec![Breadcrumb::new(t("integrations"), Signal::derive(move || session.link(Page::Integrations)))];
    let first = Memo::new(move |first: Option<&Option<Webhook>>| first.cloned().flatten().or_else(|| read.answer()));
    let actions = move || {
        first.get().map(|first| {
            let webhook = Signal::derive(move || read.answer().unwrap_or_else(|| first.clone()));
            view! { <RotateSecret session webhook/><DeleteWebhook session webhook/> }
        })
    };
    let content = when_ready(read, SkeletonKind::Form, move |webhook: Signal<Webhook>| {
        view! {
            <Stack>
                {alerts(webhook)}
                <WebhookForm session webhook/>
                <Log session webhook/>
            </Stack>
        }
        .into_any()
    });
    view! {
        <PageHeader title breadcrumbs=breadcrumbs(trail) actions=actions.into_any()/>
        {content}
    }
    .into_any()
}

/// What is to be minded, with the way out.
fn alerts(webhook: Signal<Webhook>) -> AnyView {
    let alert = |kind, text: Text| view! { <Alert kind>{text}</Alert> }.into_any();
    let off = move |reason| match reason {
        OffReason::Failing => "failing",
        OffReason::Gone => "gone",
    };
    let all = move || {
        let Webhook { off_reason, dormant, failures, previous_until, details, .. } = webhook.get();
        let count = t_with("webhook-failing", move || vec![("count", failures.into())]);
        let previous = move |until| t_with("webhook-previous", move || vec![("until", date_time(until).into())]);
        let alerts = [
            off_reason.map(|reason| alert(AlertKind::Error, t_of("webhook-off-*", off(reason)))),
            (dormant && details.enabled).then(|| alert(AlertKind::Warning, t("webhook-dormant"))),
            (failures > 0 && details.enabled).then(|| alert(AlertKind::Warning, count)),
            previous_until.map(|until| alert(AlertKind::Info, previous(until))),
        ];
        alerts.into_iter().flatten().collect_view()
    };
    view! { {all} }.into_any()
}

#[component]
fn WebhookForm(session: CurrentSession, webhook: Signal<Webhook>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), WebhookDraft::default());
    let editing = Editing::new(webhook, draft, |webhook: &Webhook| webhook.details.clone());
    let obstacle = session.obstacle::<Update>(Target::Organization);
    let submit = move |()| {
        let (webhook, version) = editing.record().with_untracked(|webhook| (webhook.id.clone(), webhook.version));
        let request = Update { org: session.org(), webhook, version, details: untrack(|| draft.value()) };
        mutation.submit(request, move |webhook| {
            toasts::success(t("changes-saved"));
            editing.saved(webhook);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <FormSection title=t("webhook-settings")>
                <WebhookFields draft obstacle/>
            </FormSection>
            <EditActions mutation editing obstacle/>
        </Form>
    }
}
