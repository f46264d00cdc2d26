//! What stands in the place of content that is not there: on its way, empty, refused, unknown,
//! failed. Each names the way on.

use super::{Button, Icon, LinkButton, Row, Skeleton, SkeletonKind};
use crate::{
    api::{Answer, Load, Query, Reading, is_passing},
    i18n::{Text, t, t_with},
    problem::{describe, permission_in_words},
    route::{Page, Route},
    session::{CurrentSession, current_session, helpers},
};
use leptos::prelude::*;
use shared::{Code, Endpoint, Problem, authority::Target, checks::api::Explain};

/// Shows what is read once it is there, and what stands in the way until then. What `ready`
/// makes stays while newer answers arrive: they come through its signal, so that nothing that
/// people typed is lost.
pub fn when_ready<T>(
    query: Query<T>,
    skeleton: SkeletonKind,
    ready: impl Fn(Signal<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    // An answer of another type cannot come: a query knows its endpoint.
    let show = move |latest: RwSignal<Answer>, first: Answer| match first.to::<T>() {
        Some(first) => ready(Signal::derive(move || latest.read().to().unwrap_or_else(|| first.clone()))),
        None => ().into_any(),
    };
    when_answered(query.reading(), skeleton, Box::new(show))
}

/// What does not depend on the type of the answer.
fn when_answered(
    reading: Reading,
    skeleton: SkeletonKind,
    show: Box<dyn Fn(RwSignal<Answer>, Answer) -> AnyView + Send + Sync>,
) -> AnyView {
    let state = reading.state();
    // Tells apart what must be drawn anew; an answer after an answer is not.
    let drawn = Memo::new(move |before: Option<&Load>| match (&*state.read(), before) {
        (Load::Ready(_), Some(Load::Ready(first))) => Load::Ready(first.clone()),
        (now, _) => now.clone(),
    });
    let content = move || match drawn.get() {
        Load::Failed(problem) => view! { <ProblemState problem on_retry=move |()| reading.refresh()/> }.into_any(),
        Load::Ready(first) => show(latest(state, first.clone()), first),
        Load::Loading => view! { <Skeleton kind=skeleton/> }.into_any(),
    };
    view! { {content} }.into_any()
}

/// Shows what is of use only to somebody who may call an endpoint at a place; to others, what
/// they lack and who can help.
pub fn when_allowed<E: Endpoint>(target: Target, allowed: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let session = current_session();
    let refusal = Memo::new(move |_| session.refusal::<E>(&target));
    let content = move || match refusal.get() {
        Some(problem) => view! { <ProblemState problem on_retry=|()| ()/> }.into_any(),
        None => allowed(),
    };
    view! { {content} }.into_any()
}

/// The newest answer. It outlives the query's last one, so that readers always find one.
fn latest(state: Memo<Load>, first: Answer) -> RwSignal<Answer> {
    let latest = RwSignal::new(first);
    Effect::new(move |_| {
        if let Load::Ready(answer) = &*state.read()
            && *latest.read_untracked() != *answer
        {
            latest.set(answer.clone());
        }
    });
    latest
}

/// The state that fits a problem.
#[component]
pub fn ProblemState(problem: Problem, #[prop(into)] on_retry: Callback<()>) -> impl IntoView {
    match problem.code {
        Code::Forbidden => {
            let permission = problem.args.get("permission").cloned().unwrap_or_default();
            view! { <ForbiddenState permission/> }.into_any()
        }
        Code::NotFound | Code::UnknownRoute => view! { <NotFoundState/> }.into_any(),
        _ => view! { <ErrorState problem on_retry/> }.into_any(),
    }
}

/// Something failed. What may pass by itself can be tried again.
#[component]
pub fn ErrorState(problem: Problem, #[prop(into)] on_retry: Callback<()>) -> impl IntoView {
    let passing = is_passing(&problem);
    let request = problem.request_id.clone().map(|id| {
        view! { <p class="text-muted mt-2 text-xs">{t_with("state-request", move || vec![("id", id.clone().into())])}</p> }
    });
    let retry = passing.then(|| view! { <Button label=t("retry") icon="refresh-cw" on_press=on_retry/> });
    state(
        "circle-alert",
        t("state-failed"),
        Signal::derive(move || describe(&problem)),
        view! { {retry}{request} }.into_any(),
    )
}

/// One may not: what is missing, and who can help.
#[component]
pub fn ForbiddenState(#[prop(into)] permission: String) -> impl IntoView {
    let (session, permission_2) = (use_context::<CurrentSession>(), permission.clone());
    let explanation = t_with("state-forbidden-why", move || {
        let helpers = session.map(|session| session.signal().with(helpers)).unwrap_or_default();
        vec![("permission", permission_in_words(&permission).into()), ("helpers", helpers.into())]
    });
    let why = session.and_then(|session| why(session, permission_2));
    state("lock", t("state-forbidden"), explanation, view! { <Row>{way_home()}{why}</Row> }.into_any())
}

/// The way to what stands in the way, for those who may ask.
fn why(session: CurrentSession, permission: String) -> Option<AnyView> {
    let user = session.signal().with(|session| session.access.user.to_string());
    session.may::<Explain>(&Target::Anywhere).then(|| {
        let href = session.link_with_all(Page::Explain, &[("user", &user), ("permission", &permission)]);
        view! { <LinkButton label=t("explain-link") href icon="circle-question-mark"/> }.into_any()
    })
}

/// There is no such thing, or none that one may see.
#[component]
pub fn NotFoundState() -> impl IntoView {
    state("map-pin-off", t("state-not-found"), t("state-not-found-why"), way_home())
}

/// Nothing is there yet. Children are the way to the first.
#[component]
pub fn EmptyState(
    #[prop(default = "inbox")] icon: &'static str,
    #[prop(into)] title: Text,
    #[prop(into)] explanation: Text,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    state(icon, title, explanation, children.map(|children| children()).into_any())
}

fn way_home() -> AnyView {
    let home = match use_context::<CurrentSession>() {
        Some(session) => session.link(Page::Home),
        None => Route::ChooseOrganization.path(),
    };
    view! { <LinkButton label=t("state-home") href=home/> }.into_any()
}

fn state(icon: &'static str, title: Text, explanation: Text, way_on: AnyView) -> AnyView {
    view! {
        <div class="state">
            <span class="state-icon"><Icon name=icon size="size-6"/></span>
            <h2 class="text-base font-semibold">{title}</h2>
            <p class="text-muted max-w-prose text-sm">{explanation}</p>
            <div class="mt-2">{way_on}</div>
        </div>
    }
    .into_any()
}
