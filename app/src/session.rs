//! The caller's own session: signing in and out, changing a temporary password, and what the
//! rest of the console asks: who is this, and what may he do?

use crate::{
    api::{self, Mutation, Query, forget_everything, query},
    i18n::{say, Value},
    navigation::{Entry, Navigation, use_navigation},
    problem::permission_in_words,
    route::{Page, Route},
};
use leptos::prelude::*;
use shared::{
    Code, Endpoint, Needs,
    authority::{Decision, Missing, Target, decide},
    ids::Slug,
    session::{Session, api::{Delete, View}},
};

mod card;
mod change_password;
mod sign_in;

pub use card::SignedOutCard;
pub use change_password::ChangePasswordPage;
pub use sign_in::SignInPage;

/// Who is signed in, for everything that stands behind sign-in.
#[derive(Clone, Copy, Debug)]
pub struct CurrentSession(Signal<Session>);

impl CurrentSession {
    /// Makes a session known to everything below.
    pub fn provide(session: Signal<Session>) -> Self {
        let current = Self(session);
        provide_context(current);
        current
    }

    /// The session as a signal.
    pub fn signal(self) -> Signal<Session> {
        self.0
    }

    /// The organization's slug, for requests and links. It never changes under a page.
    pub fn org(self) -> Slug {
        self.0.with_untracked(|session| session.organization.slug.clone())
    }

    /// The path of a page of the organization, keeping the site that was chosen in the header.
    pub fn link(self, page: Page) -> String {
        use_navigation().keeping_site(&Route::Console(self.org(), page).path())
    }

    /// Goes to a page of the organization.
    pub fn go(self, page: Page) {
        use_navigation().go_to(&self.link(page), Entry::Push);
    }

    /// Whether the caller may call an endpoint at a place.
    pub fn may<E: Endpoint>(self, target: &Target) -> bool {
        self.0.with(|session| missing::<E>(session, target).is_none())
    }

    /// Why the caller may not call an endpoint at a place, and who can help, as a sentence for
    /// a disabled control; `None` if he may.
    pub fn obstacle<E: Endpoint>(self, target: Target) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.0.with(|session| Some(explain(session, &missing::<E>(session, &target)?)))
        })
    }
}

/// Who is signed in. Only pages behind sign-in may ask.
pub fn current_session() -> CurrentSession {
    expect_context()
}

/// Reads the session of an organization.
pub fn read_session(org: Slug) -> Query<Session> {
    query(move || Some(View { org: org.clone() }))
}

fn missing<E: Endpoint>(session: &Session, target: &Target) -> Option<Missing> {
    let Needs::Permission(permission) = E::NEEDS else {
        return None;
    };
    match decide(&session.access, &permission, target) {
        Decision::Allow { .. } => None,
        Decision::Deny(missing) => Some(missing),
    }
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

/// Sends people who are refused for want of a session, or for a temporary password, where
/// they can do something about it, and back afterwards.
pub fn follow_refusals(navigation: Navigation) {
    api::on_refusal(move |problem| {
        let Route::Console(org, _) = navigation.route().get_untracked() else {
            return;
        };
        match problem.code {
            Code::SessionRequired => {
                forget_everything();
                navigation.interrupt(&Route::SignIn(org));
            }
            Code::PasswordChangeRequired => navigation.interrupt(&Route::ChangePassword(org)),
            _ => {}
        }
    });
}

/// Ends the session and shows the sign-in page.
pub fn sign_out(mutation: Mutation, org: Slug) {
    let navigation = use_navigation();
    mutation.send(Delete { org: org.clone() }, move |()| {
        forget_everything();
        navigation.redirect(&Route::SignIn(org));
    });
}
