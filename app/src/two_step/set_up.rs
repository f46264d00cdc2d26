//! Setting two-step verification up: the app takes over a secret, gives a first code, and recovery
//! codes are kept. In a dialog on one's own page, and on a card where it is required.

use super::{
    code::{CodeForm, FIELD, typed},
    keep::KeepCodes,
};
use crate::{
    api::{Mutation, refresh_everything},
    i18n::t,
    problem::describe,
    toasts,
    widgets::{
        Alert, AlertKind, Button, CodeField, Form, FormActions, PasswordField, QrPicture, Remedy, Secret, Skeleton,
        SkeletonKind, TextLink,
    },
};
use leptos::prelude::*;
use shared::{
    Code, FieldError, Problem,
    ids::Slug,
    two_step::{Begun, NewSecret, RecoveryCodes, api},
};

/// How far it has come.
#[derive(Clone, Debug)]
enum Stage {
    /// The secret is on its way.
    Beginning,
    /// The app is to take it over.
    Scanning(NewSecret),
    /// It is done.
    Done(RecoveryCodes),
}

/// The field of the request that brings the password.
const PASSWORD: &str = "password";

/// All steps, from the secret to the recovery codes; `on_kept` runs at the end. While recovery codes are on
/// the screen, `keeping` says so.
#[component]
pub fn SetUp(org: Slug, #[prop(into)] on_kept: Callback<()>, keeping: RwSignal<bool>) -> impl IntoView {
    let (beginning, stage) = (Mutation::new(), RwSignal::new(Stage::Beginning));
    let begin = {
        let org = org.clone();
        Callback::new(move |()| begin(beginning, org.clone(), None, stage))
    };
    begin.run(());
    follow_elsewhere(beginning, is_set_up);
    let waiting = {
        let org = org.clone();
        Callback::new(move |()| waiting(org.clone(), beginning, begin, stage))
    };
    stages(org, stage, waiting, begin, keeping, on_kept)
}

/// Whoever has set it up elsewhere meanwhile is asked for a code, or for nothing: the session says so.
fn follow_elsewhere(mutation: Mutation, tells: fn(&Problem) -> bool) {
    Effect::new(move |_| {
        if mutation.problem().with(|problem| problem.as_ref().is_some_and(tells)) {
            refresh_everything();
        }
    });
}

/// How beginning is refused where it has been set up: by the session, or because replacing an app takes a code.
fn is_set_up(problem: &Problem) -> bool {
    problem.code == Code::CodeRequired || is_about(problem, FIELD)
}

fn is_about(problem: &Problem, field: &str) -> bool {
    problem.errors.iter().any(|error| error.field == field)
}

/// The same where an app replaces another: a code of that one comes first.
#[component]
pub(super) fn Replace(org: Slug, open: RwSignal<bool>, keeping: RwSignal<bool>) -> impl IntoView {
    let stage = RwSignal::new(Stage::Beginning);
    let request = {
        let org = org.clone();
        Callback::new(move |code| api::Begin { org: org.clone(), code: Some(code), password: None })
    };
    let begun = Callback::new(move |begun: Begun| match begun.secret {
        Some(secret) => stage.set(Stage::Scanning(secret)),
        None => toasts::failure(t("two-step-secret-unseen")),
    });
    let asking = Callback::new(move |()| {
        view! { <CodeForm open explanation=t("two-step-replace-why") act=t("continue") request on_done=begun/> }
            .into_any()
    });
    let begin_again = Callback::new(move |()| stage.set(Stage::Beginning));
    stages(org, stage, asking, begin_again, keeping, Callback::new(move |()| open.set(false)))
}

fn stages(
    org: Slug,
    stage: RwSignal<Stage>,
    before: Callback<(), AnyView>,
    begin_again: Callback<()>,
    keeping: RwSignal<bool>,
    on_kept: Callback<()>,
) -> AnyView {
    let content = move || match stage.get() {
        Stage::Beginning => before.run(()),
        Stage::Scanning(secret) => view! { <Scan org=org.clone() secret stage begin_again/> }.into_any(),
        Stage::Done(codes) => view! { <KeepCodes org=org.clone() codes keeping on_kept/> }.into_any(),
    };
    view! { {content} }.into_any()
}

fn begin(mutation: Mutation, org: Slug, password: Option<String>, stage: RwSignal<Stage>) {
    // Whoever is being asked for his password stays where he is.
    if !matches!(*stage.read_untracked(), Stage::Beginning) {
        stage.set(Stage::Beginning);
    }
    let request = api::Begin { org: org.clone(), code: None, password: password.clone() };
    mutation.send(request, move |begun: Begun| match begun.secret {
        Some(secret) => stage.set(Stage::Scanning(secret)),
        // The answer that had the secret got lost on its way: there is another.
        None => begin(mutation, org, password, stage),
    });
}

fn waiting(org: Slug, beginning: Mutation, begin: Callback<()>, stage: RwSignal<Stage>) -> AnyView {
    let content = move || match beginning.problem().get() {
        Some(problem) if is_about(&problem, PASSWORD) => view! { <AskPassword org=org.clone() stage/> }.into_any(),
        Some(problem) => view! {
            <Alert kind=AlertKind::Error>{describe(&problem)}</Alert>
            <Button label=t("retry") icon="refresh-cw" on_press=begin/>
        }
        .into_any(),
        None => view! { <Skeleton kind=SkeletonKind::Form/> }.into_any(),
    };
    view! { {content} }.into_any()
}

/// Whoever has not just signed in shows that it is still he.
#[component]
fn AskPassword(org: Slug, stage: RwSignal<Stage>) -> impl IntoView {
    let (mutation, password) = (Mutation::new(), RwSignal::new(String::new()));
    follow_elsewhere(mutation, is_set_up);
    let submit = move |()| match password.get_untracked() {
        typed if typed.is_empty() => {
            mutation.refuse(Problem::invalid(vec![FieldError::new(PASSWORD, "required")]));
        }
        typed => begin(mutation, org.clone(), Some(typed), stage),
    };
    view! {
        <Form mutation on_submit=submit>
            <p>{t("two-step-password-why")}</p>
            <PasswordField name=PASSWORD label=t("password-current") value=password autocomplete="current-password"/>
            <FormActions mutation submit=t("continue")/>
        </Form>
    }
}

/// What the app takes over, and the first code that it gives.
#[component]
fn Scan(org: Slug, secret: NewSecret, stage: RwSignal<Stage>, begin_again: Callback<()>) -> impl IntoView {
    let (mutation, code) = (Mutation::new(), RwSignal::new(String::new()));
    let NewSecret { typed: key, uri, qr } = secret;
    follow_elsewhere(mutation, |problem| problem.code == Code::CodeRequired);
    let submit = move |()| match typed(code) {
        Ok(code) => mutation.send(api::SetUp { org: org.clone(), code }, move |codes: RecoveryCodes| {
            toasts::success(t("two-step-on"));
            stage.set(Stage::Done(codes));
        }),
        Err(problem) => mutation.refuse(problem),
    };
    view! {
        <Form mutation on_submit=submit>
            {offer_again(mutation, begin_again)}
            <p>{t("two-step-scan")}</p>
            <QrPicture label=t("two-step-qr") code=qr/>
            <p>{t("two-step-type")}</p>
            <Secret label=t("two-step-secret") value=key/>
            <p><TextLink label=t("two-step-open-app") href=uri/></p>
            <CodeField name=FIELD label=t("two-step-code") value=code hint=t("two-step-first-code-hint")/>
            <FormActions mutation submit=t("two-step-confirm")/>
        </Form>
    }
}

/// Whoever took too long begins again, beside what says so.
fn offer_again(mutation: Mutation, begin_again: Callback<()>) {
    let Some(remedy) = use_context::<Remedy>() else { return };
    Effect::new(move |_| {
        let is_late = mutation
            .problem()
            .with(|problem| problem.as_ref().is_some_and(|problem| problem.code == Code::TwoStepNotBegun));
        remedy.offer(is_late.then(|| (t("two-step-begin-again"), begin_again)));
    });
}
