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
        Brake, Run, RunState,
        api::{Confirm, Decline},
    },
    ids::CredentialId,
};

/// Asks, as long as the run waits; says what happens next, once it is confirmed.
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
        RunState::Confirmed => Some(view! { <Alert>{t("run-confirmed-why")}</Alert> }.into_any()),
        RunState::Declined => Some(view! { <Alert>{t("run-declined-why")}</Alert> }.into_any()),
        _ => None,
    };
    view! { {content} }
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
    let decline = move |()| {
        let request =
            Decline { org: session.org(), directory: directory.get_value(), run: run.read_untracked().id.clone() };
        mutation.send(request, move |_| toasts::success(t("run-declined")));
    };
    let ask = move |()| {
        mutation.reset();
        open.set(true);
    };
    let busy = Signal::derive(move || mutation.is_busy());
    let may_confirm = session.obstacle::<Confirm>(Target::Organization);
    let may_decline = session.obstacle::<Decline>(Target::Organization);
    let refused = move || {
        let problem = mutation.problem().get().filter(|_| !open.get());
        problem.map(|problem| view! { <Alert kind=AlertKind::Error>{move || describe(&problem)}</Alert> })
    };
    view! {
        <Alert kind=AlertKind::Warning>
            <Stack>
                <p>{why}</p>
                <Row>
                    <Button label=t("run-confirm") kind=ButtonKind::Danger icon="check"
                        obstacle=may_confirm on_press=ask/>
                    <Button label=t("run-decline") kind=ButtonKind::Primary icon="x" busy
                        obstacle=may_decline on_press=decline/>
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

fn words(key: &'static str, run: Signal<Run>, active: Signal<u32>) -> Text {
    t_with(key, move || vec![("disabled", run.read().counts.disabled.into()), ("active", active.get().into())])
}
