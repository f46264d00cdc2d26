//! Reading: what an endpoint answers, as a signal.

use super::{cache, decode};
use leptos::prelude::*;
use shared::{Endpoint, Problem, wire};

/// How far a reading has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Load<T> {
    /// Nothing is known yet.
    Loading,
    /// The answer. While a newer one is on its way, the former stays.
    Ready(T),
    /// The problem that stands in the way.
    Failed(Problem),
}

/// A reading that follows its request and every change that the console makes.
#[derive(Debug)]
pub struct Query<T: Send + Sync + 'static> {
    state: Memo<Load<T>>,
    slot: Memo<cache::Slot>,
    key: Memo<Option<String>>,
}

impl<T: Send + Sync + 'static> Clone for Query<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Send + Sync + 'static> Copy for Query<T> {}

/// Reads an endpoint. `request` is followed: another request is another reading. `None` asks
/// nothing yet.
pub fn query<E: Endpoint>(request: impl Fn() -> Option<E> + Send + Sync + 'static) -> Query<E::Response>
where
    E::Response: Clone + PartialEq + Send + Sync,
{
    let key = Memo::new(move |_| request().map(|request| wire::encode(&request).path_and_query));
    let slot = follow(key);
    let state = Memo::new(move |before: Option<&Load<E::Response>>| match &slot.read().answer {
        Some(Ok(answer)) => decode(answer).map_or_else(Load::Failed, Load::Ready),
        Some(Err(problem)) => Load::Failed(problem.clone()),
        // The next page is on its way: the former stays on the screen until it is there.
        None => before.filter(|before| matches!(before, Load::Ready(_))).cloned().unwrap_or(Load::Loading),
    });
    Query { state, slot, key }
}

impl<T: Clone + Send + Sync + 'static> Query<T> {
    /// How far it has come.
    pub fn state(self) -> Memo<Load<T>> {
        self.state
    }

    /// The answer, if it is there.
    pub fn answer(self) -> Option<T> {
        self.state.with(|state| match state {
            Load::Ready(answer) => Some(answer.clone()),
            _ => None,
        })
    }

    /// Whether an answer is on its way.
    pub fn is_busy(self) -> bool {
        self.slot.read().refreshing
    }

    /// Reads again.
    pub fn refresh(self) {
        if let Some(key) = self.key.get_untracked() {
            cache::refresh(&key);
        }
    }
}

/// The slot of the cache under a key that may change. An effect asks for the entry, because
/// asking starts a request, which a memo must not.
fn follow(key: Memo<Option<String>>) -> Memo<cache::Slot> {
    let entry = RwSignal::new(None::<ArcRwSignal<cache::Slot>>);
    Effect::new(move |_| entry.set(key.get().map(|key| cache::entry(&key))));
    Memo::new(move |_| entry.read().as_ref().map(|entry| entry.get()).unwrap_or_default())
}
