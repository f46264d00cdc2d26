//! Looking without touching: while the console is shown as somebody else has it, nothing is changed.

use leptos::prelude::*;

thread_local! {
    static LOOKING: ArcRwSignal<bool> = ArcRwSignal::new(false);
}

/// From now on every mutation refuses, or none does any more.
pub fn look_only(only: bool) {
    LOOKING.with(|looking| looking.set(only));
}

/// Whether one only looks. Followed.
pub fn is_looking_only() -> bool {
    LOOKING.with(|looking| looking.try_get()).unwrap_or(false)
}
