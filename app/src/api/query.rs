//! Reading: what an endpoint answers, as a signal.
//!
//! Signals carry answers without their type: the reactive system is compiled anew for every
//! type that passes through it, which would be the largest part of the program. Only the ends,
//! where an answer is decoded and where it is looked at, know what it is.

use super::{cache, decode};
use leptos::{
    leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle},
    prelude::*,
};
use serde::de::DeserializeOwned;
use shared::{Endpoint, Problem, wire};
use std::{any::Any, marker::PhantomData, sync::Arc, time::Duration};

/// An answer of any endpoint. Answers are told apart by identity: what is decoded anew is new.
#[derive(Clone, Debug)]
pub(crate) struct Answer(Arc<dyn Any + Send + Sync>);

/// How far a reading has come.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Load {
    /// Nothing is known yet.
    Loading,
    /// The answer. While a newer one is on its way, the former stays.
    Ready(Answer),
    /// The problem that stands in the way.
    Failed(Problem),
}

/// A reading of whatever endpoint.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    state: Memo<Load>,
    slot: Memo<cache::Slot>,
    key: Memo<Option<String>>,
}

/// A reading that follows its request and every change that the console makes.
#[derive(Debug)]
pub struct Query<T> {
    reading: Reading,
    answer: PhantomData<fn() -> T>,
}

impl<T> Clone for Query<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Query<T> {}

impl PartialEq for Answer {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Answer {
    fn of<T: Send + Sync + 'static>(answer: T) -> Self {
        Self(Arc::new(answer))
    }

    /// The answer as what it is.
    pub(crate) fn to<T: Clone + 'static>(&self) -> Option<T> {
        self.0.downcast_ref::<T>().cloned()
    }
}

/// Reads an endpoint. `request` is followed: another request is another reading. `None` asks
/// nothing yet.
pub fn query<E: Endpoint>(request: impl Fn() -> Option<E> + Send + Sync + 'static) -> Query<E::Response>
where
    E::Response: Clone + Send + Sync,
{
    query_part(request)
}

/// Reads again after `pause`, as often as `is_wanted` says so and as long as the page is there. It is asked once for
/// each time.
pub fn read_again<T: Clone + 'static>(query: Query<T>, pause: Duration, is_wanted: impl Fn() -> bool + 'static) {
    Effect::new(move |_| {
        if !query.is_busy() && is_wanted() {
            let timer = set_timeout_with_handle(move || query.refresh(), pause).ok();
            on_cleanup(move || timer.iter().for_each(TimeoutHandle::clear));
        }
    });
}

/// Reads an endpoint, and of its answer only what `T` has: what is not looked at needs no code.
pub fn query_part<E, T>(request: impl Fn() -> Option<E> + Send + Sync + 'static) -> Query<T>
where
    E: Endpoint,
    T: DeserializeOwned + Clone + Send + Sync + 'static,
{
    let key = move || request().map(|request| wire::encode(&request).path_and_query);
    let decode = |text: &str| decode::<T>(text).map(Answer::of);
    Query { reading: Reading::new(Box::new(key), decode), answer: PhantomData }
}

impl<T: Clone + 'static> Query<T> {
    /// The answer, if it is there.
    pub fn answer(self) -> Option<T> {
        match &*self.reading.state.read() {
            Load::Ready(answer) => answer.to(),
            Load::Loading | Load::Failed(_) => None,
        }
    }

    /// The problem that stands in the way, if there is one.
    pub fn problem(self) -> Option<Problem> {
        match &*self.reading.state.read() {
            Load::Failed(problem) => Some(problem.clone()),
            Load::Loading | Load::Ready(_) => None,
        }
    }

    /// Whether an answer is on its way.
    pub fn is_busy(self) -> bool {
        self.reading.slot.read().refreshing
    }

    /// Reads again.
    pub fn refresh(self) {
        self.reading.refresh();
    }

    pub(crate) fn reading(self) -> Reading {
        self.reading
    }
}

impl Reading {
    fn new(key: Box<dyn Fn() -> Option<String> + Send + Sync>, decode: fn(&str) -> Result<Answer, Problem>) -> Self {
        let key = Memo::new(move |_| key());
        let slot = follow(key);
        // A newer answer with the same text is the same answer.
        let text = Memo::new(move |_| slot.read().answer_alone());
        let state = Memo::new(move |before: Option<&Load>| match &text.read().answer {
            Some(Ok(text)) => decode(text).map_or_else(Load::Failed, Load::Ready),
            Some(Err(problem)) => Load::Failed(problem.clone()),
            // The next page is on its way: the former stays on the screen until it is there.
            None => before.filter(|before| matches!(before, Load::Ready(_))).cloned().unwrap_or(Load::Loading),
        });
        Self { state, slot, key }
    }

    /// How far it has come.
    pub(crate) fn state(self) -> Memo<Load> {
        self.state
    }

    /// Reads again.
    pub(crate) fn refresh(self) {
        if let Some(key) = self.key.get_untracked() {
            cache::refresh(&key);
        }
    }
}

/// The slot of the cache under a key that may change. An effect asks for its answer, because
/// asking starts a request, which a memo must not.
fn follow(key: Memo<Option<String>>) -> Memo<cache::Slot> {
    Effect::new(move |_| key.get().iter().for_each(|key| cache::ask(key)));
    Memo::new(move |_| key.get().map(|key| cache::entry(&key).get()).unwrap_or_default())
}
