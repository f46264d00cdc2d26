//! A record on a form: what was read, what is typed over it, and whether they differ.
//!
//! The form keeps the version that it began with, so that saving never overwrites what
//! somebody else changed meanwhile. As long as nothing is typed it follows the newest version.

use crate::navigation::guard_unsaved;
use leptos::prelude::*;

mod actions;

pub use actions::EditActions;

/// What is typed, field by field.
pub trait Draft: Copy + Send + Sync + 'static {
    /// What it makes.
    type Value: PartialEq;
    /// What is typed now, without the space around words. Followed.
    fn value(self) -> Self::Value;
    /// Starts again as this.
    fn fill(self, value: &Self::Value);
}

/// A record that is being changed.
#[derive(Debug)]
pub struct Editing<T: Send + Sync + 'static, D: Draft> {
    record: RwSignal<T>,
    latest: Signal<T>,
    unsaved: Memo<bool>,
    draft: D,
    value_of: fn(&T) -> D::Value,
}

impl<T: Send + Sync + 'static, D: Draft> Clone for Editing<T, D> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Send + Sync + 'static, D: Draft> Copy for Editing<T, D> {}

impl<T: Clone + Send + Sync + 'static, D: Draft> Editing<T, D> {
    /// Starts changing the latest version of a record, whose changeable part is `value_of` it.
    /// From now on the page is not left with unsaved changes without a question.
    pub fn new(latest: Signal<T>, draft: D, value_of: fn(&T) -> D::Value) -> Self {
        let record = RwSignal::new(latest.get_untracked());
        record.with_untracked(|record| draft.fill(&value_of(record)));
        let unsaved = Memo::new(move |_| draft.value() != record.with(value_of));
        guard_unsaved(unsaved);
        let editing = Self { record, latest, unsaved, draft, value_of };
        Effect::new(move |_| {
            latest.track();
            if !unsaved.get_untracked() {
                editing.start_again();
            }
        });
        editing
    }

    /// The version that the form began with.
    pub fn record(self) -> Signal<T> {
        self.record.into()
    }

    /// Whether what is typed differs from it.
    pub fn unsaved(self) -> Signal<bool> {
        self.unsaved.into()
    }

    /// The record was saved, and is now this.
    pub fn saved(self, record: T) {
        self.draft.fill(&(self.value_of)(&record));
        self.record.set(record);
    }

    /// Forgets what was typed and begins with the newest version.
    pub fn start_again(self) {
        self.saved(self.latest.get_untracked());
    }
}

impl<D: Draft<Value: Clone + Default + Send + Sync>> Editing<D::Value, D> {
    /// Starts making something new: nothing is there to begin with.
    pub fn something_new(draft: D) -> Self {
        Self::new(Signal::stored(D::Value::default()), draft, Clone::clone)
    }
}
