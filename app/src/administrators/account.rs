//! The account tab beside the user name: what the account is like, whom it came from, and what
//! can be done to it.

use super::{
    giving::{enabling_obstacle, weakening_obstacle},
    page::AtHand,
};
use crate::{
    api::Mutation,
    i18n::{Text, date, date_time, say, t},
    people::{LastMail, StatusBadge},
    problem::describe,
    route::Page,
    session::CurrentSession,
    toasts,
    two_step::{ResetTwoStep, two_step_in_words},
    widgets::{Button, ButtonKind, Card, Definition, Definitions, Row, TextLink},
};
use leptos::prelude::*;
use shared::{
    administrators::{Administrator, Named},
    authority::Target,
    previews::api::{SeeAs, SeenAs},
    users::{PasswordState, Status},
};

/// The account's facts, and the buttons that end or renew its access.
#[component]
pub(super) fn Account(at_hand: AtHand) -> impl IntoView {
    let facts = move || at_hand.administrator.with(|administrator| facts(at_hand.session, administrator));
    let is_active = move || at_hand.administrator.with(|administrator| administrator.user.status == Status::Active);
    let obstacle = Signal::derive(move || at_hand.weaken.get().or_else(|| at_hand.unsaved()));
    let switch = move || if is_active() { disable(at_hand, obstacle) } else { enable(at_hand) };
    let reset = move |()| at_hand.resetting.set(true);
    let user = Signal::derive(move || at_hand.administrator.with(|administrator| administrator.user.clone()));
    view! {
        <Card title=t("administrator-access")>
            {facts}
            <Row>
                <Button label=t("password-reset") icon="rotate-ccw-key" obstacle on_press=reset/>
                {switch}
                <ResetTwoStep user obstacle/>
                <SeeAsButton at_hand/>
            </Row>
        </Card>
    }
}

/// Shows the console as he has it. The edge records it.
#[component]
fn SeeAsButton(at_hand: AtHand) -> impl IntoView {
    let AtHand { session, administrator, roles, .. } = at_hand;
    let mutation = Mutation::new();
    let by_judge = move || administrator.with(|it| roles.with(|roles| weakening_obstacle(session, it, roles)));
    let may_not = session.obstacle::<SeeAs>(Target::Anywhere);
    let obstacle = Signal::derive(move || may_not.get().or_else(by_judge).or_else(|| at_hand.unsaved()));
    let see = move |()| {
        let request = SeeAs { org: session.org(), user: at_hand.id() };
        mutation.send(request, move |seen: SeenAs| session.see_as(seen));
    };
    let busy = Signal::derive(move || mutation.is_busy());
    Effect::new(move |_| {
        if let Some(problem) = mutation.problem().get() {
            toasts::failure(Text::derive(move || describe(&problem)));
        }
    });
    view! { <Button label=t("see-as") icon="eye" obstacle busy on_press=see/> }
}

fn disable(at_hand: AtHand, obstacle: Signal<Option<String>>) -> AnyView {
    let ask = move |()| at_hand.switching.set(true);
    view! { <Button label=t("administrator-disable") kind=ButtonKind::Danger icon="user-x" obstacle on_press=ask/> }
        .into_any()
}

fn enable(at_hand: AtHand) -> AnyView {
    let AtHand { session, administrator, roles, .. } = at_hand;
    let by_judge = move || administrator.with(|it| roles.with(|roles| enabling_obstacle(session, it, roles)));
    let obstacle = Signal::derive(move || at_hand.update.get().or_else(by_judge).or_else(|| at_hand.unsaved()));
    let ask = move |()| at_hand.switching.set(true);
    view! { <Button label=t("administrator-enable") icon="user-check" obstacle on_press=ask/> }.into_any()
}

fn facts(session: CurrentSession, administrator: &Administrator) -> AnyView {
    let user = &administrator.user;
    let id = Signal::stored(user.id.clone());
    let (status, made, created_at) = (user.status, user.password, user.created_at);
    let two_step_since = user.two_step_since;
    let last_seen = user.last_seen_at.map_or_else(|| say("last-seen-never", &[]), date_time);
    let parent = match administrator.parent.clone() {
        Some(parent) => link(session, parent),
        None => say("administrator-parent-none", &[]).into_any(),
    };
    let children = administrator.children.clone();
    let children = match children.is_empty() {
        true => say("administrator-children-none", &[]).into_any(),
        false => {
            view! { <Row>{children.into_iter().map(|child| link(session, child)).collect_view()}</Row> }.into_any()
        }
    };
    view! {
        <Definitions>
            <Definition term=t("status")><StatusBadge status/></Definition>
            <Definition term=t("password")>{password(made)}</Definition>
            <Definition term=t("two-step")>{two_step_in_words(two_step_since)}</Definition>
            <Definition term=t("administrator-parent")>{parent}</Definition>
            <Definition term=t("administrator-children")>{children}</Definition>
            <Definition term=t("created-at")>{date(created_at)}</Definition>
            <Definition term=t("last-seen")>{last_seen}</Definition>
            <LastMail user=id/>
        </Definitions>
    }
    .into_any()
}

fn link(session: CurrentSession, named: Named) -> AnyView {
    let page = Page::Administrator(named.id);
    view! { <TextLink label=Text::stored(named.name) href=Signal::derive(move || session.link(page.clone()))/> }
        .into_any()
}

fn password(state: PasswordState) -> String {
    match state {
        PasswordState::Permanent => say("password-permanent", &[]),
        PasswordState::Temporary { expires_at } => {
            say("password-temporary-until", &[("time", date_time(expires_at).into())])
        }
    }
}
