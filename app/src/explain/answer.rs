//! The answer: the chain that allows it, step by step, or what is missing and who could give it.

use super::question::Question;
use crate::{
    groups::group_name,
    i18n::{Argument, Text, Value, date, date_time, say, say_of, t, t_of, t_with},
    problem::permission_in_words,
    roles::role_name,
    route::Page,
    scope::{known_sites, scope_in_words},
    session::CurrentSession,
    widgets::{Alert, AlertKind, Card, Row, Stack, Step, Steps, TextLink},
};
use leptos::prelude::*;
use shared::{
    administrators::Named,
    checks::{Almost, Because, Chain, Explanation, Reason},
};

/// The whole answer.
pub(super) fn answer(
    session: CurrentSession,
    question: Question,
    name: Signal<Option<String>>,
    explanation: Signal<Explanation>,
) -> AnyView {
    let arguments = move || -> Vec<Argument> {
        let permission = permission_in_words(question.permission().as_str());
        vec![("name", Value::Text(name_or_nobody(name))), ("permission", Value::Text(permission))]
    };
    let content = move || {
        let explanation = explanation.get();
        match explanation.chain.clone() {
            Some(chain) => allowed(session, arguments, name, chain),
            None => refused(session, arguments, explanation),
        }
    };
    view! { <Stack>{content}</Stack> }.into_any()
}

fn name_or_nobody(name: Signal<Option<String>>) -> String {
    name.get().unwrap_or_else(|| say("audit-unseen", &[]))
}

fn allowed(
    session: CurrentSession,
    arguments: impl Fn() -> Vec<Argument> + Send + Sync + 'static,
    name: Signal<Option<String>>,
    chain: Chain,
) -> AnyView {
    let sites = known_sites();
    let (role, scope) = (chain.role_name.clone(), chain.scope.clone());
    let (inherited, group) = (chain.through.is_some(), chain.through_name.clone());
    let holder = Text::derive(move || match &group {
        Some(group) => {
            say("explain-through", &[("name", name_or_nobody(name).into()), ("group", group_name(group).into())])
        }
        None if inherited => say("explain-through-unseen", &[("name", name_or_nobody(name).into())]),
        None => say("explain-own", &[("name", name_or_nobody(name).into())]),
    });
    let role = t_with("explain-role", move || vec![("role", role_name(&role).into())]);
    let place = t_with("explain-scope", move || {
        vec![("scope", scope_in_words(&scope, &sites.answer().unwrap_or_default()).into())]
    });
    view! {
        <Alert kind=AlertKind::Success>{t_with("explain-allowed", arguments)}</Alert>
        <Card title=t("explain-chain")>
            <Steps>
                <Step icon="user"><p>{holder}</p></Step>
                <Step icon="key-round"><p>{role}</p></Step>
                <Step icon="map-pin"><p>{place}</p></Step>
                <Step icon="user-check">{given(session, chain)}</Step>
            </Steps>
        </Card>
    }
    .into_any()
}

/// Who gave it, when, until when and why.
fn given(session: CurrentSession, chain: Chain) -> AnyView {
    let (at, until, reason) = (chain.granted_at, chain.until, chain.reason);
    let by = chain.granted_by.map(|by| link(session, by));
    let by = by.unwrap_or_else(|| view! { {t("explain-given-unseen")} }.into_any());
    let reason = (!reason.is_empty())
        .then(|| view! { <p>{t_with("explain-reason", move || vec![("reason", reason.clone().into())])}</p> });
    let until =
        until.map(|until| view! { <p>{t_with("explain-until", move || vec![("time", date_time(until).into())])}</p> });
    view! {
        <Row><span>{t_with("explain-given", move || vec![("date", date(at).into())])}</span>{by}</Row>
        {until}
        {reason}
    }
    .into_any()
}

fn refused(
    session: CurrentSession,
    arguments: impl Fn() -> Vec<Argument> + Send + Sync + 'static,
    explanation: Explanation,
) -> AnyView {
    let Explanation { answer, almost, helpers, .. } = explanation;
    let because = match answer.reason {
        Some(Reason::Disabled) => "disabled",
        Some(Reason::Unknown) => "unknown",
        Some(Reason::FeatureOff) => "feature_off",
        Some(Reason::NoGrant) | None => "no_grant",
    };
    let almost = (!almost.is_empty()).then(|| {
        let lines = almost.into_iter().map(near_miss).collect_view();
        view! { <Card title=t("explain-almost")><Steps>{lines}</Steps></Card> }
    });
    view! {
        <Alert kind=AlertKind::Warning>
            <p>{t_with("explain-refused", arguments)}</p>
            <p>{t_of("explain-because-*", because)}</p>
        </Alert>
        {almost}
        {help(session, helpers)}
    }
    .into_any()
}

fn near_miss(almost: Almost) -> AnyView {
    let because = match almost.because {
        Because::NotYet => "not_yet",
        Because::Over => "over",
        Because::Suspended => "suspended",
        Because::Elsewhere => "elsewhere",
    };
    let words =
        Text::derive(move || say_of("explain-almost-*", because, &[("role", role_name(&almost.role_name).into())]));
    view! { <Step icon="clock"><p>{words}</p></Step> }.into_any()
}

/// Whoever could give it. Those whom the caller may not see do not count: then owners help.
fn help(session: CurrentSession, helpers: Vec<Named>) -> AnyView {
    let owners = || session.signal().with_untracked(|session| session.owners.clone());
    let people = if helpers.is_empty() { owners() } else { helpers };
    let links = people.into_iter().map(|named| link(session, named)).collect_view();
    view! {
        <Card title=t("explain-helpers") description=t("explain-helpers-why")><Row>{links}</Row></Card>
    }
    .into_any()
}

fn link(session: CurrentSession, named: Named) -> AnyView {
    let page = Page::Administrator(named.id);
    view! { <TextLink label=Text::stored(named.name) href=Signal::derive(move || session.link(page.clone()))/> }
        .into_any()
}
