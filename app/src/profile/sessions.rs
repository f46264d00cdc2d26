//! Where one is signed in, and how to end that.

use super::device::device;
use crate::{
    api::{Mutation, query},
    i18n::{Text, date_time, say, since, t, t_with},
    session::current_session,
    toasts,
    widgets::{
        Badge, BadgeKind, Button, ButtonKind, Card, Cell, Column, ConfirmDialog, EmptyState, SkeletonKind, Table,
        when_ready,
    },
};
use leptos::prelude::*;
use shared::sessions::{
    SessionSummary,
    api::{Delete, List},
};

/// One's own sessions.
#[component]
pub(super) fn Sessions() -> impl IntoView {
    let org = current_session().org();
    let sessions = query(move || Some(List { org: org.clone() }));
    let ending = RwSignal::new(None::<SessionSummary>);
    let list = when_ready(sessions, SkeletonKind::Table, move |sessions: Signal<Vec<SessionSummary>>| {
        let columns = vec![
            Column::new(t("session-device")),
            Column::new(t("session-began")).wide_only(),
            Column::new(t("session-last-used")),
            Column::new(t("session-end")),
        ];
        let rows = move || sessions.get().into_iter().map(|session| row(session, ending)).collect::<Vec<_>>();
        let empty =
            move || view! { <EmptyState icon="monitor" title=t("sessions-none") explanation=t("sessions-none-why")/> };
        view! { <Table caption=t("sessions") columns rows empty/> }.into_any()
    });
    view! {
        <Card title=t("sessions") description=t("sessions-why")>{list}</Card>
        <EndDialog ending/>
    }
}

fn row(session: SessionSummary, ending: RwSignal<Option<SessionSummary>>) -> Vec<Cell> {
    let (began, last_used, agent) = (session.created_at, session.last_seen_at, session.user_agent.clone());
    let end = if session.current {
        view! { <Badge label=t("session-this-device") kind=BadgeKind::Good/> }.into_any()
    } else {
        let end = move |()| ending.set(Some(session.clone()));
        view! { <Button label=t("session-end-short") on_press=end/> }.into_any()
    };
    vec![
        (move || device_in_words(&agent)).into_any(),
        (move || date_time(began)).into_any(),
        (move || since(last_used)).into_any(),
        end,
    ]
}

fn device_in_words(user_agent: &str) -> String {
    match device(user_agent) {
        (Some(browser), Some(system)) => {
            say("session-browser-on-system", &[("browser", browser.into()), ("system", system.into())])
        }
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => say("session-device-unknown", &[]),
    }
}

/// Asks before a session on another device is ended.
#[component]
fn EndDialog(ending: RwSignal<Option<SessionSummary>>) -> impl IntoView {
    let (current, mutation, open) = (current_session(), Mutation::new(), RwSignal::new(false));
    Effect::new(move |_| {
        if ending.read().is_some() {
            mutation.reset();
            open.set(true);
        }
    });
    let question: Text = t_with("session-end-question", move || {
        vec![(
            "device",
            ending
                .with(|ending| ending.as_ref().map(|session| device_in_words(&session.user_agent)).unwrap_or_default())
                .into(),
        )]
    });
    let end = move |()| {
        let Some(session) = ending.get_untracked() else { return };
        mutation.send(Delete { org: current.org(), session: session.id }, move |()| {
            open.set(false);
            toasts::success(t("session-ended"));
        });
    };
    view! {
        <ConfirmDialog
            open
            title=t("session-end")
            question
            act=t("session-end")
            kind=ButtonKind::Danger
            busy=Signal::derive(move || mutation.is_busy())
            problem=mutation.problem()
            on_confirm=end
        />
    }
}
