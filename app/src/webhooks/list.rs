//! The list of webhooks.

use super::{new::NewWebhookDialog, state};
use crate::{
    api::query,
    i18n::{Text, say, since, t},
    route::Page,
    session::{CurrentSession, current_session},
    widgets::{
        Button, ButtonKind, Card, Cell, CellNote, Column, EmptyState, Row, SkeletonKind, Stack, Table, TextLink,
        when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    webhooks::{
        Webhook,
        api::{Create, List},
    },
};

/// The list, with the way to another one.
#[component]
pub fn Webhooks() -> impl IntoView {
    let session = current_session();
    let (org, creating) = (session.org(), RwSignal::new(false));
    let webhooks = query(move || Some(List { org: org.clone() }));
    let busy = Signal::derive(move || webhooks.is_busy());
    let content = when_ready(webhooks, SkeletonKind::Table, move |webhooks: Signal<Vec<Webhook>>| {
        let rows = move || webhooks.get().into_iter().map(|webhook| row(session, webhook)).collect::<Vec<_>>();
        let empty = move || {
            view! { <EmptyState icon="webhook" title=t("webhooks-none") explanation=t("webhooks-none-why")/> }
        };
        view! { <Table caption=t("webhooks") columns=columns() rows empty busy/> }.into_any()
    });
    let obstacle = session.obstacle::<Create>(Target::Organization);
    let create = move |()| creating.set(true);
    view! {
        <Card title=t("webhooks") description=t("webhooks-why")>
            <Stack>
                <Row><Button label=t("webhooks-new") kind=ButtonKind::Primary icon="plus" obstacle on_press=create/></Row>
                {content}
            </Stack>
        </Card>
        <NewWebhookDialog open=creating/>
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(t("webhook-name")),
        Column::new(t("webhook-state")),
        Column::new(t("webhook-held-by")).wide_only(),
        Column::new(t("webhook-made")).wide_only(),
    ]
}

fn row(session: CurrentSession, webhook: Webhook) -> Vec<Cell> {
    let badge = state(&webhook);
    let Webhook { id, details, held_by, created_at, .. } = webhook;
    let href = Signal::derive(move || session.link(Page::Webhook(id.clone())));
    let holder = Text::derive(move || match &held_by {
        Some(holder) => holder.name.clone(),
        None => say("audit-unseen", &[]),
    });
    vec![
        view! { <TextLink label=details.name href/><CellNote><span class="break-all">{details.url}</span></CellNote> }
            .into_any(),
        badge,
        holder.into_any(),
        (move || since(created_at)).into_any(),
    ]
}
