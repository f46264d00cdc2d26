//! Where one is, and how one gets elsewhere.
//!
//! `leptos_router` follows the browser's history and the clicks on links; [`crate::route`] turns
//! its paths into values. What is added here is what the console asks beyond that: stop before
//! unsaved changes would be lost, come back after signing in, and focus the heading of a new page.

use crate::{api::doubt_everything, route::Route};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
    location::{BrowserUrl, LocationProvider},
};

mod guard;
mod query;

pub use guard::{Departure, guard_unsaved};
pub use query::{Query, query_parameter, set_query, set_query_quietly, with_parameter, with_parameters};

type Navigate = Box<dyn Fn(&str, NavigateOptions)>;

/// The place that is shown, as signals. Copied freely; lives as long as the console.
#[derive(Clone, Copy)]
pub struct Navigation {
    route: Memo<Route>,
    path: RwSignal<String>,
    search: RwSignal<String>,
    /// Set by a move to another page, until that page's heading has taken the focus.
    heading_wants_focus: RwSignal<bool>,
    departure: guard::Departures,
    navigate: StoredValue<Navigate, LocalStorage>,
}

impl std::fmt::Debug for Navigation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Navigation").field(&self.path).finish()
    }
}

/// How a move is kept in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// As a new entry: back leads here.
    Push,
    /// In place of the present entry: back leads to what was before.
    Replace,
}

impl Navigation {
    /// Starts following the router, inside of which it must be called; pages find it by
    /// [`use_navigation`].
    pub fn provide() -> Self {
        let location = use_location();
        let path = RwSignal::new(location.pathname.get_untracked());
        let navigation = Self {
            route: Memo::new(move |_| Route::parse(&path.read())),
            path,
            search: RwSignal::new(location.search.get_untracked()),
            heading_wants_focus: RwSignal::new(false),
            departure: guard::Departures::new(),
            navigate: StoredValue::new_local(Box::new(use_navigate())),
        };
        provide_context(navigation);
        // At once, so that the page and the frame around it never show two different places.
        ImmediateEffect::new_scoped(move || navigation.follow(location.pathname.get(), location.search.get()));
        // The router writes a click on a link into the history once it hears that the page follows.
        let browser = expect_context::<BrowserUrl>();
        Effect::new(move |_| {
            browser.as_url().track();
            browser.ready_to_complete();
        });
        navigation.departure.warn_on_unload();
        navigation
    }

    /// Where one is.
    pub fn route(self) -> Memo<Route> {
        self.route
    }

    /// Goes to a route, unless unsaved changes hold one back.
    pub fn go(self, route: &Route) {
        self.go_to(&route.path(), Entry::Push);
    }

    /// Goes to a route that takes the present one's place in the history: for redirections.
    pub fn redirect(self, route: &Route) {
        self.leave_to(&route.path(), Entry::Replace);
    }

    /// The same with what narrows the present page.
    pub fn redirect_narrowed(self, route: &Route) {
        self.leave_to(&address(&route.path(), &self.search.read_untracked()), Entry::Replace);
    }

    /// Goes to an address of this console, unless unsaved changes hold one back.
    pub fn go_to(self, url: &str, entry: Entry) {
        let url = url.to_owned();
        if self.departure.holds_back() && self.is_elsewhere(&url) {
            self.departure.ask(move || self.leave_to(&url, entry));
        } else {
            self.leave_to(&url, entry);
        }
    }

    /// Goes to a route at once, from which [`Navigation::resume`] leads back here.
    pub fn interrupt(self, route: &Route) {
        self.leave_to(&query::with_next(&route.path(), &self.here()), Entry::Replace);
    }

    /// Goes on where one was interrupted, or to `otherwise`. Only pages of the same
    /// organization are gone on to: an address can be made by anybody.
    pub fn resume(self, otherwise: &Route) {
        let next = self.parameter("next").get_untracked().filter(|next| {
            let path = next.split(['?', '#']).next().unwrap_or_default();
            let route = Route::parse(path);
            matches!(route, Route::Console(..)) && route.organization() == otherwise.organization()
        });
        self.leave_to(&next.unwrap_or_else(|| otherwise.path()), Entry::Replace);
    }

    /// Takes the wish to focus the page's heading, if there is one: a page reads it once.
    pub fn take_focus_wish(self) -> bool {
        let wished = self.heading_wants_focus.get_untracked();
        self.heading_wants_focus.set(false);
        wished
    }

    /// The unsaved changes that hold one back, for the dialog that asks.
    pub fn departures(self) -> Departure {
        self.departure.dialog()
    }

    fn is_elsewhere(self, url: &str) -> bool {
        url.split(['?', '#']).next() != Some(self.path.read_untracked().as_str())
    }

    fn leave_to(self, url: &str, entry: Entry) {
        let options = NavigateOptions {
            resolve: false,
            replace: entry == Entry::Replace,
            scroll: self.is_elsewhere(url),
            ..NavigateOptions::default()
        };
        self.navigate.with_value(|navigate| navigate(url, options));
    }

    /// Shows the place where the router is, unless unsaved changes hold one back: then the
    /// router is sent back, and the move is made again once that is confirmed.
    fn follow(self, path: String, search: String) {
        let elsewhere = *self.path.read_untracked() != path;
        if elsewhere && untrack(|| self.departure.holds_back()) {
            let (here, wanted) = (self.here(), address(&path, &search));
            spawn_local(async move { self.leave_to(&here, Entry::Replace) });
            self.departure.ask(move || self.leave_to(&wanted, Entry::Push));
            return;
        }
        if elsewhere {
            self.departure.forget();
            self.heading_wants_focus.set(true);
        }
        doubt_everything();
        // The query first: a page that is about to leave must not read the next page's.
        set_if_new(self.search, search);
        set_if_new(self.path, path);
    }

    fn here(self) -> String {
        address(&self.path.read_untracked(), &self.search.read_untracked())
    }
}

/// The console's navigation.
pub fn use_navigation() -> Navigation {
    expect_context()
}

fn address(path: &str, search: &str) -> String {
    if search.is_empty() { path.to_owned() } else { format!("{path}?{search}") }
}

/// Setting a signal to what it holds already would run its readers for nothing.
fn set_if_new(signal: RwSignal<String>, value: String) {
    if *signal.read_untracked() != value {
        signal.set(value);
    }
}
