//! Carrying a row onto another one with the mouse or a pen; and pressing long, which asks for the menu
//! where there is no other button. Which rows take what is carried is known before it is let go.

use super::{MenuAsked, ROW, row_at};
use leptos::{
    ev::{self, PointerEvent},
    html,
    prelude::*,
};
use std::time::Duration;

/// A press that goes so far, in pixels, carries.
const FAR: f64 = 6.0;
/// A press that lasts so long asks for the menu.
const LONG: Duration = Duration::from_millis(500);
/// So near to an edge, in pixels, the tree scrolls.
const EDGE: f64 = 28.0;

/// A press that may become something else.
#[derive(Clone)]
struct Press {
    key: String,
    at: (f64, f64),
    /// What asks for the menu, if nothing else comes of it.
    timer: Option<TimeoutHandle>,
}

/// What is carried, onto what.
#[derive(Clone, Copy)]
pub struct Carrying {
    carried: RwSignal<Option<String>>,
    over: RwSignal<Option<String>>,
    press: StoredValue<Option<Press>>,
    /// Whether letting go is not to count as a click.
    has_ended: StoredValue<bool>,
    keys: StoredValue<Option<Callback<usize, Option<String>>>>,
    may_carry: Callback<String, bool>,
    takes: Callback<String, Option<bool>>,
    put: Callback<(String, String)>,
}

impl Carrying {
    /// Carries the rows that `may_carry`; a row `takes` what is carried, or not, or is not asked; `put` puts
    /// the first onto the second.
    pub fn new(
        may_carry: impl Fn(String) -> bool + Send + Sync + 'static,
        takes: impl Fn(String) -> Option<bool> + Send + Sync + 'static,
        put: impl Fn((String, String)) + Send + Sync + 'static,
    ) -> Self {
        Self {
            carried: RwSignal::new(None),
            over: RwSignal::new(None),
            press: StoredValue::new(None),
            has_ended: StoredValue::new(false),
            keys: StoredValue::new(None),
            may_carry: Callback::new(may_carry),
            takes: Callback::new(takes),
            put: Callback::new(put),
        }
    }

    /// The row that is carried.
    pub fn carried(self) -> Signal<Option<String>> {
        self.carried.into()
    }

    /// The row onto which it would fall.
    pub fn over(self) -> Signal<Option<String>> {
        self.over.into()
    }

    pub(super) fn is_carrying(self) -> bool {
        self.carried.with(Option::is_some)
    }

    pub(super) fn is_over(self, key: &str) -> bool {
        self.is_carrying() && self.over.with(|over| over.as_deref() == Some(key))
    }

    /// Whether a row takes what is carried; nothing while nothing is, or it is not known.
    pub(super) fn takes(self, key: &str) -> Option<bool> {
        if self.is_carrying() { self.takes.run(key.to_owned()) } else { None }
    }

    /// Whether the click at hand is only the end of carrying, or of a long press.
    pub(super) fn has_just_ended(self) -> bool {
        self.has_ended.get_value()
    }

    pub(super) fn press(self, event: &PointerEvent, key: String, menu: Callback<MenuAsked>) {
        self.has_ended.set_value(false);
        if event.button() != 0 {
            return;
        }
        let at @ (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let asked = MenuAsked { key: key.clone(), x, y };
        let ask = move || {
            if self.press.try_update_value(Option::take).flatten().is_some() {
                self.has_ended.set_value(true);
                menu.run(asked);
            }
        };
        let is_touch = event.pointer_type() == "touch";
        let timer = is_touch.then(|| set_timeout_with_handle(ask, LONG).ok()).flatten();
        self.press.set_value(Some(Press { key, at, timer }));
    }

    /// Follows the pointer wherever it goes.
    pub(super) fn follow(self, root: NodeRef<html::Div>) {
        let moved = window_event_listener(ev::pointermove, move |event| self.moved(&event, root));
        let ended = window_event_listener(ev::pointerup, move |_| self.ended());
        let cancelled = window_event_listener(ev::pointercancel, move |_| self.forget());
        let escaped = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                self.forget();
            }
        });
        on_cleanup(move || {
            moved.remove();
            ended.remove();
            cancelled.remove();
            escaped.remove();
        });
    }

    /// Tells which row stands where.
    pub(super) fn rows(self, keys: impl Fn(usize) -> Option<String> + Send + Sync + 'static) {
        self.keys.set_value(Some(Callback::new(keys)));
    }

    fn moved(self, event: &PointerEvent, root: NodeRef<html::Div>) {
        let Some(press) = self.press.get_value() else { return };
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let is_carried = self.carried.with_untracked(Option::is_some);
        if !is_carried && (x - press.at.0).hypot(y - press.at.1) < FAR {
            return;
        }
        if press.timer.is_some() || !is_carried && !self.may_carry.run(press.key.clone()) {
            // It scrolls, or it is nothing.
            return self.forget();
        }
        if !is_carried {
            self.carried.set(Some(press.key));
        }
        let over = root.get_untracked().and_then(|root| {
            let rect = root.get_bounding_client_rect();
            let is_in = (rect.left()..rect.right()).contains(&x) && (rect.top()..rect.bottom()).contains(&y);
            let towards = if y < rect.top() + EDGE {
                -ROW
            } else if y > rect.bottom() - EDGE {
                ROW
            } else {
                0.0
            };
            if is_in && towards != 0.0 {
                #[expect(clippy::cast_possible_truncation, reason = "the height of a row")]
                root.set_scroll_top(root.scroll_top() + (towards / 3.0) as i32);
            }
            let at = row_at(y - rect.top() + f64::from(root.scroll_top()));
            is_in.then(|| self.keys.get_value()?.run(at)).flatten()
        });
        if self.over.with_untracked(|was| *was != over) {
            self.over.set(over);
        }
    }

    fn ended(self) {
        let (carried, over) = (self.carried.get_untracked(), self.over.get_untracked());
        self.forget();
        if let Some(carried) = carried {
            self.has_ended.set_value(true);
            if let Some(over) = over.filter(|over| *over != carried) {
                self.put.run((carried, over));
            }
        }
    }

    fn forget(self) {
        let press = self.press.try_update_value(Option::take).flatten();
        if let Some(timer) = press.and_then(|press| press.timer) {
            timer.clear();
        }
        if self.carried.with_untracked(Option::is_some) {
            self.carried.set(None);
            self.over.set(None);
        }
    }
}
