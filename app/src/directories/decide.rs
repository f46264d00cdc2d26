//! What a run that waits would do and why it waits, with the two ways on.

use crate::{
    api::Mutation,
    i18n::{Text, t, t_with},
    problem::describe,
    session::CurrentSession,
    toasts,
    widgets::{Alert, AlertKind, Button, ButtonKind, ConfirmDialog, Row, Stack},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    directories::{
        Brake, Hidden, Run, RunState,
        api::{Confirm, Decline},
    },
    ids::CredentialId,
};

/// Asks, as long as the run waits; says what happens next, once it is confirmed, with the way back.
#[component]
pub(super) fn Decision(
    session: CurrentSession,
    directory: CredentialId,
    run: Signal<Run>,
    /// How many active users the directory looks after.
    active: Signal<u32>,
) -> impl IntoView {
    let state = Memo::new(move |_| run.read().state);
    let directory = StoredValue::new(directory);
    let content = move || match state.get() {
        RunState::Waiting => Some(view! { <Question session directory run active/> }.into_any()),
        RunState::Confirmed => Some(view! { <Agreed session directory run/> }.into_any()),
        RunState::Declined => Some(view! { <Alert>{t("run-declined-why")}</Alert> }.into_any()),
        _ => None,
    };
    view! { {content} }
}

/// Until the connector comes, an agreement can be taken back.
#[component]
fn Agreed(session: CurrentSession, directory: StoredValue<CredentialId>, run: Signal<Run>) -> impl IntoView {
    let mutation = Mutation::new();
    view! {
        <Alert>
            <Stack>
                <p>{t("run-confirmed-why")}</p>
                <Row><DeclineButton session directory run mutation kind=ButtonKind::Secondary/></Row>
            </Stack>
        </Alert>
        {refusal(mutation, Signal::derive(|| true))}
    }
}

#[component]
fn DeclineButton(
    session: CurrentSession,
    directory: StoredValue<CredentialId>,
    run: Signal<Run>,
    mutation: Mutation,
    kind: ButtonKind,
) -> impl IntoView {
    let decline = move |()| {
        let request =
            Decline { org: session.org(), directory: directory.get_value(), run: run.read_untracked().id.clone() };
        mutation.send(request, move |_| toasts::success(t("run-declined")));
    };
    let busy = Signal::derive(move || mutation.is_busy());
    let obstacle = session.obstacle::<Decline>(Target::Organization);
    view! { <Button label=t("run-decline") kind icon="x" busy obstacle on_press=decline/> }
}

/// What was wrong with an answer, where it is to be told here.
fn refusal(mutation: Mutation, here: Signal<bool>) -> impl IntoView {
    move || {
        let problem = mutation.problem().get().filter(|_| here.get());
        problem.map(|problem| view! { <Alert kind=AlertKind::Error>{move || describe(&problem)}</Alert> })
    }
}

#[component]
fn Question(
    session: CurrentSession,
    directory: StoredValue<CredentialId>,
    run: Signal<Run>,
    active: Signal<u32>,
) -> impl IntoView {
    let (mutation, open) = (Mutation::new(), RwSignal::new(false));
    let why = move || match run.read().brake {
        Some(Brake::Empty) => words("run-waiting-empty", run, active),
        Some(Brake::Incomplete) => words("run-waiting-incomplete", run, active),
        _ => words("run-waiting-too-many", run, active),
    };
    let confirm = move |()| {
        let request =
            Confirm { org: session.org(), directory: directory.get_value(), run: run.read_untracked().id.clone() };
        mutation.send(request, move |_| {
            open.set(false);
            toasts::success(t("run-confirmed"));
        });
    };
    let ask = move |()| {
        mutation.reset();
        open.set(true);
    };
    let busy = Signal::derive(move || mutation.is_busy());
    let may_confirm = session.obstacle::<Confirm>(Target::Organization);
    let refused = refusal(mutation, Signal::derive(move || !open.get()));
    view! {
        <Alert kind=AlertKind::Warning>
            <Stack>
                <p>{why}</p>
                <HiddenEntries run/>
                <Row>
                    <Button label=t("run-confirm") kind=ButtonKind::Danger icon="check"
                        obstacle=may_confirm on_press=ask/>
                    <DeclineButton session directory run mutation kind=ButtonKind::Primary/>
                </Row>
            </Stack>
        </Alert>
        {refused}
        <ConfirmDialog
            open
            title=t("run-confirm")
            question=words("run-confirm-question", run, active)
            act=t("run-confirm")
            kind=ButtonKind::Danger
            busy
            problem=mutation.problem()
            on_confirm=confirm
        />
    }
}

/// The first entries that could not be read, and how many more there are.
#[component]
fn HiddenEntries(run: Signal<Run>) -> impl IntoView {
    let content = move || {
        let Hidden { count, named } = run.with(|run| run.hidden.clone())?;
        let more = count.saturating_sub(u32::try_from(named.len()).unwrap_or(u32::MAX));
        let more = (more > 0).then(|| {
            let words = t_with("run-hidden-more", move || vec![("count", more.into())]);
            view! { <li>{words}</li> }
        });
        let named = named.into_iter().map(|name| view! { <li class="wrap-anywhere">{name}</li> }).collect_view();
        Some(view! { <ul class="list-disc ps-5">{named}{more}</ul> })
    };
    view! { {content} }
}

fn words(key: &'static str, run: Signal<Run>, active: Signal<u32>) -> Text {
    t_with(key, move || {
        let (disabled, hidden) = run.with(|run| (run.counts.disabled, run.hidden.as_ref().map_or(0, |it| it.count)));
        vec![("disabled", disabled.into()), ("active", active.get().into()), ("hidden", hidden.into())]
    })
}
