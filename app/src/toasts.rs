//! Short messages that say what happened, and go by themselves. Errors that must be acted on
//! stand where they arose instead.

use crate::i18n::Text;
use leptos::prelude::*;
use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

/// How long a message stays: enough to read two lines slowly.
const STAY: Duration = Duration::from_secs(8);

/// Whether a message is good or bad news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It is done.
    Success,
    /// It could not be done.
    Failure,
}

/// A message on the screen.
#[derive(Clone, Debug)]
pub struct Toast {
    /// Tells messages apart.
    pub id: u32,
    /// Good or bad news.
    pub kind: Kind,
    /// What it says.
    pub text: String,
}

thread_local! {
    static SHOWN: ArcRwSignal<Vec<Toast>> = ArcRwSignal::new(Vec::new());
}

/// The messages on the screen, the oldest first.
pub fn shown() -> ArcRwSignal<Vec<Toast>> {
    SHOWN.with(Clone::clone)
}

/// Says that something is done: name the object.
pub fn success(text: Text) {
    show(Kind::Success, text);
}

/// Says that something could not be done, where no better place is left to say it.
pub fn failure(text: Text) {
    show(Kind::Failure, text);
}

/// Takes a message away.
pub fn dismiss(id: u32) {
    shown().update(|toasts| toasts.retain(|toast| toast.id != id));
}

fn show(kind: Kind, text: Text) {
    static LAST: AtomicU32 = AtomicU32::new(0);
    let id = LAST.fetch_add(1, Ordering::Relaxed);
    // The text is taken as it reads now: the page that made it may go.
    let text = text.get_untracked();
    shown().update(|toasts| toasts.push(Toast { id, kind, text }));
    set_timeout(move || dismiss(id), STAY);
}
