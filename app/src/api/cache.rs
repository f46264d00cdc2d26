//! What was read, by request, so that going back shows it at once. Knows no endpoint: it keeps
//! the answers' texts.

use super::transport::exchange;
use leptos::{prelude::*, task::spawn_local};
use shared::{Problem, wire};
use std::{cell::RefCell, collections::HashMap, sync::Arc};

/// An answer that is kept, or on its way.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Slot {
    pub(super) answer: Option<Result<Arc<str>, Problem>>,
    /// A newer answer is on its way.
    pub(super) refreshing: bool,
    /// Something may have changed since: to be read again when it is looked at.
    stale: bool,
    /// Something has changed while an answer was on its way, which may have left before that.
    overtaken: bool,
}

impl Slot {
    /// The same without what changes while nothing new is known.
    pub(super) fn answer_alone(&self) -> Self {
        Self { answer: self.answer.clone(), ..Self::default() }
    }
}

type Entry = ArcRwSignal<Slot>;

thread_local! {
    static ENTRIES: RefCell<HashMap<String, Entry>> = RefCell::default();
    /// Notified when entries went stale, so that those on the screen are read again.
    static STALE: ArcTrigger = ArcTrigger::new();
}

/// The entry of a request, empty if nobody asked for its answer yet.
pub(super) fn entry(path_and_query: &str) -> Entry {
    STALE.with(|stale| stale.track());
    ENTRIES.with_borrow_mut(|entries| entries.entry(path_and_query.to_owned()).or_default().clone())
}

/// Reads the entry of a request if it is empty or stale.
pub(super) fn ask(path_and_query: &str) {
    let entry = entry(path_and_query);
    let is_due = entry.with_untracked(|slot| !slot.refreshing && (slot.stale || !matches!(slot.answer, Some(Ok(_)))));
    if is_due {
        read(path_and_query, entry);
    }
}

/// Reads an entry again.
pub(super) fn refresh(path_and_query: &str) {
    let entry = ENTRIES.with_borrow(|entries| entries.get(path_and_query).cloned());
    if let Some(entry) = entry {
        read(path_and_query, entry);
    }
}

/// Has everything that is on the screen read again, and the rest when it is looked at.
///
/// Records name each other (a site counts its users, a session lists what one may do), so a
/// change may touch any answer; a screen shows few of them.
pub fn refresh_everything() {
    doubt_everything();
    ENTRIES.with_borrow(|entries| {
        for entry in entries.values() {
            entry.update_untracked(|slot| slot.overtaken = slot.refreshing);
        }
    });
    STALE.with(|stale| stale.notify());
}

/// Has whatever is looked at next read again, because others change things too. What is kept
/// shows until the answer is there.
pub fn doubt_everything() {
    ENTRIES.with_borrow(|entries| {
        for entry in entries.values() {
            entry.update_untracked(|slot| slot.stale = true);
        }
    });
}

/// Forgets every answer: for when somebody else may sign in.
pub fn forget_everything() {
    ENTRIES.with_borrow_mut(HashMap::clear);
}

fn read(path_and_query: &str, entry: Entry) {
    entry.update(|slot| {
        slot.refreshing = true;
        slot.stale = false;
    });
    let request = wire::Request { method: "GET", path_and_query: path_and_query.to_owned(), body: None };
    spawn_local(async move {
        let answer = exchange(&request, None).await.map(Arc::from);
        let mut overtaken = false;
        entry.update(|slot| {
            slot.answer = Some(answer);
            slot.refreshing = false;
            overtaken = std::mem::take(&mut slot.overtaken);
        });
        if overtaken {
            read(&request.path_and_query, entry);
        }
    });
}
