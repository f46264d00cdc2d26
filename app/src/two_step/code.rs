//! Asking for a code: of the app, or, where that is not at hand, one of the recovery codes.

use crate::{
    api::Mutation,
    i18n::{Text, t},
    widgets::{Button, ButtonKind, CodeField, DialogActions, Form},
};
use leptos::prelude::*;
use shared::{Endpoint, FieldError, Problem};

/// The field of every request that brings a code.
pub(super) const FIELD: &str = "code";

/// What is typed, unless that is nothing: a wrong guess would count.
pub(super) fn typed(code: RwSignal<String>) -> Result<String, Problem> {
    let code = code.with_untracked(|code| code.trim().to_owned());
    if code.is_empty() { Err(Problem::invalid(vec![FieldError::new(FIELD, "required")])) } else { Ok(code) }
}

/// The field, and the way to the other kind of code.
#[component]
pub(super) fn EitherCode(code: RwSignal<String>) -> impl IntoView {
    let recovers = RwSignal::new(false);
    let one_of =
        move |app: Text, recovery: Text| Text::derive(move || if recovers.get() { recovery.get() } else { app.get() });
    let turn = move |()| {
        code.set(String::new());
        recovers.update(|recovers| *recovers = !*recovers);
    };
    view! {
        <CodeField
            name=FIELD
            label=one_of(t("two-step-code"), t("two-step-recovery-code"))
            value=code
            hint=one_of(t("two-step-code-hint"), t("two-step-recovery-code-hint"))
            with_letters=recovers
            wants_focus=true
        />
        <div>
            <Button label=one_of(t("two-step-use-recovery-code"), t("two-step-use-app")) kind=ButtonKind::Quiet on_press=turn/>
        </div>
    }
}

/// The form of a dialog that asks for a code before it does something. `explanation` says what that
/// is, `request` makes the endpoint's request.
#[component]
pub(super) fn CodeForm<E: Endpoint>(
    open: RwSignal<bool>,
    #[prop(into)] explanation: Text,
    #[prop(into)] act: Text,
    #[prop(default = ButtonKind::Primary)] kind: ButtonKind,
    request: Callback<String, E>,
    on_done: Callback<E::Response>,
) -> impl IntoView {
    let (mutation, code) = (Mutation::new(), RwSignal::new(String::new()));
    let submit = move |()| match typed(code) {
        Ok(code) => mutation.send(request.run(code), move |answer| on_done.run(answer)),
        Err(problem) => mutation.refuse(problem),
    };
    view! {
        <Form mutation on_submit=submit>
            <p>{explanation}</p>
            <EitherCode code/>
            <DialogActions mutation open submit=act kind/>
        </Form>
    }
}
