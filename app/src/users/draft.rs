//! What is typed about a user.

use crate::{editing::Draft, people::PersonDraft};
use leptos::prelude::*;
use shared::{
    ids::SiteId,
    users::{Person, User},
};

/// Who it is, and where he belongs.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Entry {
    pub(super) person: Person,
    pub(super) site: Option<SiteId>,
}

impl Entry {
    /// What can be changed about a user.
    pub(super) fn of(user: &User) -> Self {
        Self { person: user.person.clone(), site: user.site.clone() }
    }
}

/// What is typed and chosen so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct UserDraft {
    pub(super) person: PersonDraft,
    /// The chosen site's id, or nothing.
    pub(super) site: RwSignal<String>,
}

impl UserDraft {
    pub(super) fn new() -> Self {
        Self { person: PersonDraft::new(&Person::default()), site: RwSignal::default() }
    }
}

impl Draft for UserDraft {
    type Value = Entry;

    fn value(self) -> Entry {
        Entry { person: self.person.person(), site: self.site.with(|site| site.parse().ok()) }
    }

    fn fill(self, entry: &Entry) {
        self.person.fill(&entry.person);
        self.site.set(entry.site.as_ref().map(ToString::to_string).unwrap_or_default());
    }
}
