//! Whether and how a user gets in, and what can be done about it.

use crate::{
    browser,
    i18n::{say, t},
    people::{AccountFacts, LastMail, ResetPasswordDialog, switched_account},
    problem::describe,
    route::Page,
    session::CurrentSession,
    switch::{SwitchDialog, SwitchWords},
    two_step::ResetTwoStep,
    widgets::{Alert, Button, ButtonKind, Card, Definitions, LinkButton, Row, Stack},
};
use leptos::prelude::*;
use shared::{
    administrators,
    authority::{self, Target, Tree, judge::may_weaken},
    grants::api::Assign,
    session::Session,
    users::{
        Status, User,
        api::{Disable, Enable, ResetPassword, Update},
    },
};

/// The account at hand, and what stands in the way of changing it.
#[derive(Clone, Copy)]
pub(super) struct AccountAtHand {
    session: CurrentSession,
    user: Signal<User>,
    /// Why nothing can be changed.
    pub(super) update: Signal<Option<String>>,
    /// Why the account cannot be locked out or taken over.
    pub(super) weaken: Signal<Option<String>>,
}

impl AccountAtHand {
    pub(super) fn new(session: CurrentSession, user: Signal<User>) -> Self {
        let update =
            Signal::derive(move || session.obstacle_now::<Update>(&user.with(|user| Target::of(user.site.as_ref()))));
        let by_judge = move || session.signal().with(|session| user.with(|user| weakening_obstacle(session, user)));
        let weaken = Signal::derive(move || update.get().or_else(by_judge));
        Self { session, user, update, weaken }
    }
}

/// What an administrator holds is not known here: his own page judges that.
fn weakening_obstacle(session: &Session, user: &User) -> Option<String> {
    if user.administrator && user.id != session.access.user {
        return Some(say("user-is-administrator", &[]));
    }
    let holds_nothing = authority::Access::none(user.id.clone());
    let verdict = may_weaken(&session.access, &holds_nothing, &Tree::default(), browser::now());
    verdict.err().map(|refusal| describe(&refusal.problem(|_| true)))
}

/// The account's facts, and the buttons that end or renew its access.
#[component]
pub(super) fn Access(at_hand: AccountAtHand) -> impl IntoView {
    let (switching, resetting) = (RwSignal::new(false), RwSignal::new(false));
    let AccountAtHand { session, user, weaken, .. } = at_hand;
    let is_administrator = Memo::new(move |_| user.read().administrator);
    let who = Signal::derive(move || user.read().id.clone());
    let person = Signal::derive(move || user.read().person.clone());
    let status = Signal::derive(move || user.read().status);
    let switched = switched_account(switching, who, person, status);
    let id = move || user.with_untracked(|user| user.id.clone());
    let disable = Callback::new(move |()| Disable { org: session.org(), user: id() });
    let enable = Callback::new(move |()| Enable { org: session.org(), user: id() });
    let reset = Callback::new(move |password| ResetPassword { org: session.org(), user: id(), password });
    view! {
        <Card title=t("user-access")>
            <Stack>
                {move || is_administrator.get().then(|| as_administrator(session, user))}
                <Definitions><AccountFacts user/><LastMail user=who/></Definitions>
                <Row>
                    {assign(session, user)}
                    <Button label=t("password-reset") icon="rotate-ccw-key" obstacle=weaken on_press=move |()| resetting.set(true)/>
                    {move || switch(status.get(), weaken, switching)}
                    <ResetTwoStep user obstacle=weaken/>
                </Row>
            </Stack>
        </Card>
        <SwitchDialog open=switching switched disabling=DISABLING enabling=ENABLING disable enable/>
        <ResetPasswordDialog open=resetting person request=reset/>
    }
}

const DISABLING: SwitchWords = SwitchWords { act: "user-disable", why: "user-disable-why", done: "user-disabled" };
const ENABLING: SwitchWords = SwitchWords { act: "user-enable", why: "user-enable-why", done: "user-enabled" };

fn switch(status: Status, obstacle: Signal<Option<String>>, switching: RwSignal<bool>) -> AnyView {
    let ask = move |()| switching.set(true);
    match status {
        Status::Active => {
            view! { <Button label=t(DISABLING.act) kind=ButtonKind::Danger icon="user-x" obstacle on_press=ask/> }
                .into_any()
        }
        Status::Disabled => {
            view! { <Button label=t(ENABLING.act) icon="user-check" obstacle on_press=ask/> }.into_any()
        }
    }
}

/// The way to privileges for the user: a profile alone grants nothing (EBE-6).
fn assign(session: CurrentSession, user: Signal<User>) -> AnyView {
    let may = move || session.may::<Assign>(&Target::Anywhere);
    let href =
        Signal::derive(move || session.link_with(Page::Privileges, "user", user.with(|user| user.id.clone()).as_str()));
    view! { {move || may().then(|| view! { <LinkButton label=t("privileges-assign") href icon="user-cog"/> })} }
        .into_any()
}

/// The way to what the user may do as an administrator.
fn as_administrator(session: CurrentSession, user: Signal<User>) -> AnyView {
    let href = Signal::derive(move || session.link(Page::Administrator(user.with(|user| user.id.clone()))));
    let obstacle = session.obstacle::<administrators::api::View>(Target::Anywhere);
    view! {
        <Alert>
            <Row>
                <span>{t("user-is-administrator")}</span>
                <LinkButton label=t("user-administrator") href icon="shield-user" obstacle/>
            </Row>
        </Alert>
    }
    .into_any()
}
