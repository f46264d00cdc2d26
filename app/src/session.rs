//! The caller's own session: signing in and out, changing a temporary password, and what the
//! rest of the console asks: who is this, and what may he do?

use crate::{
    api::{self, Mutation, Query, forget_everything, is_looking_only, look_only, query},
    i18n::{Text, Value, call_things, say, show_times_in},
    look,
    navigation::{Entry, Navigation, use_navigation, with_parameters},
    problem::{describe, permission_in_words},
    route::{Page, Route},
    toasts,
};
use leptos::prelude::*;
use shared::{
    Code, Endpoint, Needs, Problem,
    authority::{Decision, Missing, Permission, Target, decide, permission::DASHBOARD_VIEW},
    features::Feature,
    ids::{SiteId, Slug},
    previews::api::{SeeAs, SeenAs},
    session::{
        Session,
        api::{Delete, View},
    },
    two_step::SecondStep,
};
use std::collections::BTreeMap;

mod admission;
mod card;
mod set_up_account;
mod sign_in;

pub use admission::AdmissionPage;
pub use card::SignedOutCard;
pub use sign_in::SignInPage;

/// The parameter of the address that says as whom the console is shown.
const SEEN_AS: &str = "as";

/// Who is signed in, for everything that stands behind sign-in.
#[derive(Clone, Copy, Debug)]
pub struct CurrentSession {
    /// The session as it is shown: with somebody else's authority while one looks as he.
    session: Signal<Session>,
    seen_as: RwSignal<Option<SeenAs>>,
    // Kept, because contexts cannot be asked for once an answer has been waited for.
    navigation: Navigation,
}

impl CurrentSession {
    /// Makes a session known to everything below.
    pub fn provide(session: Signal<Session>) -> Self {
        Effect::new(move |_| {
            session.with(|session| {
                show_times_in(session.time_zone.clone());
                call_things(session.words.clone());
                look::wear(Some(&session.organization));
            });
        });
        on_cleanup(|| {
            call_things(BTreeMap::new());
            look::wear(None);
        });
        let seen_as = RwSignal::new(None);
        let shown = Signal::derive(move || as_seen(session.get(), seen_as.get()));
        let current = Self { session: shown, seen_as, navigation: use_navigation() };
        provide_context(current);
        current.follow_address();
        on_cleanup(|| look_only(false));
        current
    }

    /// Shows the console as somebody else has it, until [`CurrentSession::be_oneself`]: his authority
    /// decides what is shown, and nothing can be changed. Reading stays one's own.
    pub fn see_as(self, seen: SeenAs) {
        let address = untrack(|| self.link_with(Page::Home, SEEN_AS, seen.access.user.as_str()));
        look_only(true);
        self.seen_as.set(Some(seen));
        self.navigation.go_to(&address, Entry::Push);
    }

    /// Shows the console as one's own again.
    pub fn be_oneself(self) {
        look_only(false);
        self.seen_as.set(None);
        self.navigation.set_parameters(&[(SEEN_AS, None)], Entry::Replace);
    }

    /// The address says as whom the console is shown: it is put there on every page, and asked for
    /// again after a reload, which the edge records again.
    fn follow_address(self) {
        let (asked, mutation) = (self.navigation.parameter(SEEN_AS), Mutation::new());
        Effect::new(move |_| {
            let asked = asked.get();
            let seen = self.seen_as.with_untracked(|seen| seen.as_ref().map(|seen| seen.access.user.to_string()));
            match asked {
                asked if asked == seen => {}
                None => self.navigation.set_parameters(&[(SEEN_AS, seen)], Entry::Replace),
                Some(user) => self.look_as(mutation, &user),
            }
        });
        Effect::new(move |_| {
            if let Some(problem) = mutation.problem().get() {
                self.be_oneself();
                toasts::failure(Text::derive(move || describe(&problem)));
            }
        });
    }

    fn look_as(self, mutation: Mutation, user: &str) {
        let Ok(user) = user.parse() else { return self.be_oneself() };
        look_only(false);
        mutation.send(SeeAs { org: self.org(), user }, move |seen: SeenAs| self.seen_as.set(Some(seen)));
        // Nothing is to be changed while the answer is on its way.
        look_only(true);
    }

    /// As whom the console is shown, if it is.
    pub fn seen_as(self) -> Signal<Option<String>> {
        Signal::derive(move || self.seen_as.with(|seen| seen.as_ref().map(|seen| seen.name.clone())))
    }

    /// The session as a signal.
    pub fn signal(self) -> Signal<Session> {
        self.session
    }

    /// The organization's slug, for requests and links. It never changes under a page.
    pub fn org(self) -> Slug {
        self.session.with_untracked(|session| session.organization.slug.clone())
    }

    /// The path of a page of the organization, keeping the site that was chosen in the header.
    pub fn link(self, page: Page) -> String {
        self.navigation.keeping_site(&Route::Console(self.org(), page).path())
    }

    /// The path of a page of the organization, narrowed to a site.
    pub fn link_at(self, page: Page, site: &SiteId) -> String {
        self.link_with(page, "site", site.as_str())
    }

    /// The path of a page of the organization, with a parameter of its own.
    pub fn link_with(self, page: Page, parameter: &str, value: &str) -> String {
        self.link_with_all(page, &[(parameter, value)])
    }

    /// The path of a page of the organization, with parameters of its own.
    pub fn link_with_all(self, page: Page, parameters: &[(&str, &str)]) -> String {
        with_parameters(&Route::Console(self.org(), page).path(), parameters)
    }

    /// Goes to a page of the organization.
    pub fn go(self, page: Page) {
        self.navigation.go_to(&untrack(|| self.link(page)), Entry::Push);
    }

    /// Goes to a page of the organization, with a parameter of its own.
    pub fn go_with(self, page: Page, parameter: &str, value: &str) {
        self.navigation.go_to(&untrack(|| self.link_with(page, parameter, value)), Entry::Push);
    }

    /// Whether the caller may call an endpoint at a place.
    pub fn may<E: Endpoint>(self, target: &Target) -> bool {
        self.session.with(|session| missing::<E>(session, target).is_none())
    }

    /// What stands in the way of the dashboard: the only page that is allowed as such, and not for
    /// an endpoint that it calls (WBX-10).
    pub fn dashboard_refusal(self) -> Option<Problem> {
        let decision = self.session.with(|session| decide(&session.access, &DASHBOARD_VIEW, &Target::Anywhere));
        decision.require().err()
    }

    /// Why the caller may not call an endpoint at a place, and who can help, as a sentence for
    /// a disabled control; `None` if he may.
    pub fn obstacle<E: Endpoint>(self, target: Target) -> Signal<Option<String>> {
        Signal::derive(move || self.obstacle_now::<E>(&target))
    }

    /// The same for a place that may change.
    pub fn obstacle_now<E: Endpoint>(self, target: &Target) -> Option<String> {
        if !E::METHOD.is_safe() && is_looking_only() {
            return Some(describe(&Code::LookingOnly.into()));
        }
        self.session.with(|session| Some(explain(session, &missing::<E>(session, target)?)))
    }

    /// The problem that the edge would answer, for a page that is of no use without an endpoint.
    pub fn refusal<E: Endpoint>(self, target: &Target) -> Option<Problem> {
        self.session.with(|session| Some(missing::<E>(session, target)?.problem(Code::Forbidden)))
    }
}

/// A session with somebody else's authority in place of one's own.
fn as_seen(own: Session, seen: Option<SeenAs>) -> Session {
    let Some(SeenAs { access, .. }) = seen else {
        return own;
    };
    let may_use =
        |feature: &Feature| decide(&access, &Permission::feature(&feature.key), &Target::Anywhere).is_allowed();
    let features = own.features.into_iter().filter(may_use).collect();
    Session { access, features, ..own }
}

/// Who is signed in. Only pages behind sign-in may ask.
pub fn current_session() -> CurrentSession {
    expect_context()
}

/// Reads the session of an organization.
pub fn read_session(org: Slug) -> Query<Session> {
    query(move || Some(View { org: org.clone() }))
}

/// Whether something is to be done before anything else can be.
pub fn is_held_up(session: &Session) -> bool {
    session.password_change_required || session.second_step != SecondStep::Done
}

fn missing<E: Endpoint>(session: &Session, target: &Target) -> Option<Missing> {
    let permissions = match E::NEEDS {
        Needs::Permission(permission) => vec![permission],
        Needs::Either(both) => both.into(),
        _ => return None,
    };
    missing_of_all(session, &permissions, target)
}

/// What is missing first, if each of the permissions is.
fn missing_of_all(session: &Session, permissions: &[Permission], target: &Target) -> Option<Missing> {
    let mut first = None;
    for permission in permissions {
        match decide(&session.access, permission, target) {
            Decision::Allow { .. } => return None,
            Decision::Deny(missing) => first = first.or(Some(missing)),
        }
    }
    first
}

fn explain(session: &Session, missing: &Missing) -> String {
    let permission = Value::Text(permission_in_words(missing.permission.as_str()));
    let helpers = Value::Text(helpers(session));
    say("obstacle", &[("permission", permission), ("helpers", helpers)])
}

/// The names of those who can help.
pub fn helpers(session: &Session) -> String {
    session.owners.iter().map(|owner| owner.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Sends people who are refused for want of a session, or because something is to be done first,
/// where they can do something about it, and back afterwards.
pub fn follow_refusals(navigation: Navigation) {
    api::on_refusal(move |problem| match (navigation.route().get_untracked(), problem.code) {
        (Route::Console(org, _), Code::SessionRequired) => {
            forget_everything();
            navigation.interrupt(&Route::SignIn(org));
        }
        (Route::Admission(org), Code::SessionRequired) => navigation.redirect_narrowed(&Route::SignIn(org)),
        (Route::Console(org, _), Code::PasswordChangeRequired | Code::CodeRequired | Code::TwoStepRequired) => {
            navigation.interrupt(&Route::Admission(org))
        }
        _ => {}
    });
}

/// Ends the session and shows the sign-in page.
pub fn sign_out(mutation: Mutation, org: Slug) {
    let navigation = use_navigation();
    // Whoever only looks may still leave.
    look_only(false);
    mutation.send(Delete { org: org.clone() }, move |()| {
        forget_everything();
        navigation.redirect(&Route::SignIn(org));
    });
}
