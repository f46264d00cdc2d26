//! Unsaved changes hold one back: a question before another page, the browser's own question
//! before the tab closes.

use leptos::{ev, prelude::*};

type Move = Box<dyn FnOnce() + Send + Sync>;

/// What must be asked before one leaves.
#[derive(Clone, Copy, Debug)]
pub(super) struct Departures {
    /// Whether the page at hand has unsaved changes; none if the page does not say.
    unsaved: RwSignal<Option<Signal<bool>>>,
    asking: RwSignal<bool>,
    held_back: StoredValue<Option<Move>>,
}

/// The question before one leaves, for the dialog that asks it.
#[derive(Clone, Copy, Debug)]
pub struct Departure {
    /// Whether to ask.
    pub asking: RwSignal<bool>,
    departures: Departures,
}

impl Departures {
    pub(super) fn new() -> Self {
        Self { unsaved: RwSignal::new(None), asking: RwSignal::new(false), held_back: StoredValue::new(None) }
    }

    pub(super) fn holds_back(self) -> bool {
        // A page that has gone takes its signal with it: nothing of it can be unsaved.
        self.unsaved.get_untracked().and_then(|unsaved| unsaved.try_get_untracked()).unwrap_or(false)
    }

    pub(super) fn ask(self, departure: impl FnOnce() + Send + Sync + 'static) {
        self.held_back.set_value(Some(Box::new(departure)));
        self.asking.set(true);
    }

    pub(super) fn forget(self) {
        self.unsaved.set(None);
        self.held_back.set_value(None);
        self.asking.set(false);
    }

    pub(super) fn dialog(self) -> Departure {
        Departure { asking: self.asking, departures: self }
    }

    pub(super) fn warn_on_unload(self) {
        window_event_listener(ev::beforeunload, move |event| {
            if self.holds_back() {
                event.prevent_default();
            }
        });
    }
}

impl Departure {
    /// Leaves without saving.
    pub fn leave(self) {
        let held_back = self.departures.held_back.try_update_value(Option::take).flatten();
        self.departures.forget();
        if let Some(departure) = held_back {
            departure();
        }
    }
}

/// Asks before the page at hand is left while `unsaved` is true, or what was given before on this page.
pub fn guard_unsaved(unsaved: impl Into<Signal<bool>>) {
    let (departures, unsaved) = (super::use_navigation().departure, unsaved.into());
    let before = departures.unsaved.get_untracked();
    // What has gone meanwhile has taken its signal with it.
    let is_unsaved = |one: Signal<bool>| one.try_get().unwrap_or(false);
    let any = move || is_unsaved(unsaved) || before.is_some_and(is_unsaved);
    departures.unsaved.set(Some(Signal::derive(any)));
}
