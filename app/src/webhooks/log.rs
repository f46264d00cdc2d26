//! What was sent to a webhook, and what became of it.

use crate::{
    api::{Mutation, query, read_again},
    audit::kind_in_words,
    browser::now,
    i18n::{Text, date_time, say, since, t, t_of, t_with},
    problem::describe,
    session::CurrentSession,
    toasts,
    widgets::{
        Alert, AlertKind, Badge, BadgeKind, Button, Card, Cell, CellNote, Column, EmptyState, Row, SkeletonKind, Stack,
        Table, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    webhooks::{
        About, Delivery, DeliveryStatus, Webhook,
        api::{Deliveries, Resend, Test},
    },
};
use std::time::Duration;

/// How soon it is looked again what became of something that was just asked for, and how often.
const LOOK_AGAIN: Duration = Duration::from_millis(1_500);
const LOOKS: u32 = 10;

/// The log, with what can be sent.
#[component]
pub(super) fn Log(session: CurrentSession, webhook: Signal<Webhook>) -> impl IntoView {
    let (org, mutation, looks) = (session.org(), Mutation::new(), StoredValue::new(0_u32));
    let id = Memo::new(move |_| webhook.with(|webhook| webhook.id.clone()));
    let read = query(move || Some(Deliveries { org: org.clone(), webhook: id.get() }));
    let is_on_its_way = Memo::new(move |_| {
        let is_open = |delivery: &Delivery| delivery.status == DeliveryStatus::Waiting && delivery.tried_at.is_none();
        read.answer().is_some_and(|deliveries| deliveries.iter().any(is_open))
    });
    // The alarm sends it, and nobody tells the console.
    read_again(read, LOOK_AGAIN, move || {
        let looks_again = is_on_its_way.get() && looks.get_value() > 0;
        looks.update_value(|looks| *looks -= u32::from(looks_again));
        looks_again
    });
    let sent = move |words| {
        toasts::success(words);
        looks.set_value(LOOKS);
        read.refresh();
    };
    let off = move || webhook.with(|webhook| (!webhook.details.enabled).then(|| say("problem-webhook-off", &[])));
    let may_not = session.obstacle::<Test>(Target::Organization);
    let obstacle = Signal::derive(move || may_not.get().or_else(off));
    let test = move |()| {
        let request = Test { org: session.org(), webhook: id.get_untracked() };
        mutation.send(request, move |_| sent(t("webhook-test-sent")));
    };
    let resend = Callback::new(move |delivery: Delivery| {
        let request = Resend { org: session.org(), webhook: id.get_untracked(), delivery: delivery.id };
        mutation.send(request, move |_| sent(t("delivery-resent")));
    });
    let busy = Signal::derive(move || read.is_busy());
    let content = when_ready(read, SkeletonKind::Table, move |deliveries: Signal<Vec<Delivery>>| {
        let rows = move || deliveries.get().into_iter().map(|it| row(it, resend, obstacle)).collect::<Vec<_>>();
        let empty = move || view! { <EmptyState title=t("deliveries-none") explanation=t("deliveries-none-why")/> };
        view! { <Table caption=t("deliveries") columns=columns() rows empty busy/> }.into_any()
    });
    let problem = move || {
        let problem = mutation.problem().get();
        problem.map(|problem| view! { <Alert kind=AlertKind::Error>{move || describe(&problem)}</Alert> })
    };
    view! {
        <Card title=t("deliveries") description=t("deliveries-why")>
            <Stack>
                {problem}
                <Row>
                    <Button label=t("webhook-test") icon="send" obstacle busy=Signal::derive(move || mutation.is_busy()) on_press=test/>
                    <Button label=t("deliveries-refresh") icon="refresh-cw" on_press=move |()| read.refresh()/>
                </Row>
                {content}
            </Stack>
        </Card>
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(t("delivery-what")),
        Column::new(t("delivery-status")),
        Column::new(t("delivery-answer")),
        Column::new(t("delivery-when")).wide_only(),
        Column::new(t("delivery-actions")),
    ]
}

fn row(delivery: Delivery, resend: Callback<Delivery>, obstacle: Signal<Option<String>>) -> Vec<Cell> {
    let again = delivery.clone();
    let Delivery { about, status, attempts, response, tried_at, next_at, .. } = delivery;
    let seq = if let About::Record { seq, .. } = &about { Some(*seq) } else { None };
    let what = Text::derive(move || match &about {
        About::Test => say("delivery-test", &[]),
        About::Record { effect, .. } => kind_in_words(effect),
        About::Withheld => say("delivery-withheld", &[]),
    });
    let number = move |seq: u64| t_with("delivery-record", move || vec![("seq", seq.to_string().into())]);
    let kind = match status {
        DeliveryStatus::Waiting => BadgeKind::Neutral,
        DeliveryStatus::Delivered => BadgeKind::Good,
        DeliveryStatus::Failed => BadgeKind::Bad,
    };
    let count = t_with("delivery-attempts", move || vec![("count", attempts.into())]);
    let answer = match (response, tried_at) {
        (Some(status), _) => status.to_string().into_any(),
        (None, Some(_)) => t("delivery-no-answer").into_any(),
        (None, None) => "—".into_any(),
    };
    // What is due may need no other attempt.
    let next = next_at.filter(|next| tried_at.is_some() && *next > now());
    let next = next.map(|next| t_with("delivery-next", move || vec![("time", date_time(next).into())]));
    vec![
        view! { {what}{seq.map(|seq| view! { <CellNote>{number(seq)}</CellNote> })} }.into_any(),
        view! { <Badge label=t_of("delivery-status-*", status.as_str()) kind/><CellNote>{count}</CellNote> }.into_any(),
        answer,
        view! {
            {move || tried_at.map_or_else(|| "—".to_owned(), since)}
            {next.map(|next| view! { <CellNote>{next}</CellNote> })}
        }
        .into_any(),
        view! { <Button label=t("delivery-resend") obstacle on_press=move |()| resend.run(again.clone())/> }.into_any(),
    ]
}
