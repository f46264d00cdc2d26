//! Where one is, and how one gets elsewhere: the browser's history as signals.
//!
//! This is the console's whole router. [`crate::route`] turns paths into values, so nothing is
//! left to do but to follow the history, catch clicks on links, and stop before unsaved
//! changes would be lost.

use crate::route::Route;
use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlAnchorElement, MouseEvent};

mod guard;
mod query;

pub use guard::{Departure, guard_unsaved};
pub use query::{Query, query_parameter, set_query, set_query_quietly, with_parameter};

/// The place in the history, as signals. Copied freely; lives as long as the console.
#[derive(Clone, Copy, Debug)]
pub struct Navigation {
    route: Memo<Route>,
    path: RwSignal<String>,
    search: RwSignal<String>,
    /// The position in the history, kept in `history.state`: tells back from forward.
    position: RwSignal<i32>,
    /// Set by a move to another page, until that page's heading has taken the focus.
    heading_wants_focus: RwSignal<bool>,
    departure: guard::Departures,
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
    /// Starts following the browser's history; pages find it by [`use_navigation`].
    pub fn provide() -> Self {
        let path = RwSignal::new(location(|at| at.pathname()));
        let navigation = Self {
            route: Memo::new(move |_| Route::parse(&path.read())),
            path,
            search: RwSignal::new(location(|at| at.search())),
            position: RwSignal::new(position_in_history()),
            heading_wants_focus: RwSignal::new(false),
            departure: guard::Departures::new(),
        };
        provide_context(navigation);
        window_event_listener(ev::popstate, move |_| navigation.follow_history());
        window_event_listener(ev::click, move |event| navigation.follow_link(&event));
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
        let here = format!("{}{}", self.path.get_untracked(), self.search.get_untracked());
        self.leave_to(&query::with_next(&route.path(), &here), Entry::Replace);
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
        let position = self.position.get_untracked() + i32::from(entry == Entry::Push);
        let (state, history) = (JsValue::from(position), window().history());
        let moved = history.and_then(|history| match entry {
            Entry::Push => history.push_state_with_url(&state, "", Some(url)),
            Entry::Replace => history.replace_state_with_url(&state, "", Some(url)),
        });
        if moved.is_ok() {
            self.position.set(position);
            let elsewhere = self.is_elsewhere(url);
            self.arrive();
            if elsewhere {
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        }
    }

    /// Brings the signals in line with the address bar.
    fn arrive(self) {
        let (path, search) = (location(|at| at.pathname()), location(|at| at.search()));
        if *self.path.read_untracked() != path {
            self.departure.forget();
            self.heading_wants_focus.set(true);
        }
        // The query first: a page that is about to leave must not read the next page's.
        batch_set(self.search, search);
        batch_set(self.path, path);
    }

    /// Back or forward. The address has changed already; if unsaved changes hold one back, it
    /// is changed back, and the move is made again once that is confirmed.
    fn follow_history(self) {
        let position = position_in_history();
        let steps = position - self.position.get_untracked();
        let go = move |steps: i32| drop(window().history().and_then(|history| history.go_with_delta(steps)));
        if steps != 0 && self.departure.holds_back() && self.is_elsewhere(&location(|at| at.pathname())) {
            go(-steps);
            self.departure.ask(move || go(steps));
        } else {
            self.position.set(position);
            self.arrive();
        }
    }

    /// Plain clicks on the console's own links move within the console.
    fn follow_link(self, event: &MouseEvent) {
        let modified = event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key();
        if event.default_prevented() || event.button() != 0 || modified {
            return;
        }
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .and_then(|element| element.closest("a[href]").ok().flatten())
            .and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok());
        if let Some(link) = link.filter(is_own) {
            event.prevent_default();
            self.go_to(&format!("{}{}", link.pathname(), link.search()), Entry::Push);
        }
    }
}

/// The console's navigation.
pub fn use_navigation() -> Navigation {
    expect_context()
}

/// Setting a signal to what it holds already would run its readers for nothing.
fn batch_set(signal: RwSignal<String>, value: String) {
    if *signal.read_untracked() != value {
        signal.set(value);
    }
}

/// Whether a link stays in the console. `#` links move within the page: the browser does that.
fn is_own(link: &HtmlAnchorElement) -> bool {
    let same_origin = link.origin() == location(|at| at.origin());
    same_origin && link.target().is_empty() && !link.has_attribute("download") && link.hash().is_empty()
}

fn location(part: impl Fn(&web_sys::Location) -> Result<String, JsValue>) -> String {
    part(&window().location()).unwrap_or_default()
}

fn position_in_history() -> i32 {
    let state = window().history().and_then(|history| history.state());
    state.ok().and_then(|state| state.as_f64()).map_or(0, |position| position as i32)
}
