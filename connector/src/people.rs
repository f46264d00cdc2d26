//! Who was read from a directory, as far as it matters here.
//!
//! Of a hundred thousand people nothing is kept that no plan needs: texts without spare room,
//! and one copy of each team's id.

use std::sync::Arc;

/// Somebody as the directory has him.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// How the directory names him for good, such as the `objectGUID`.
    pub id: Box<str>,
    /// What he signs in with.
    pub user_name: Box<str>,
    /// His given name.
    pub given_name: Box<str>,
    /// His family name.
    pub family_name: Box<str>,
    /// His e-mail address.
    pub email: Box<str>,
    /// Whether he may sign in.
    pub active: bool,
    /// The id of the group to which his group of the directory is mapped.
    pub team: Arc<str>,
}

impl Person {
    /// His full name.
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }

    /// Whether everything but his status is the same.
    pub fn is_described_alike(&self, other: &Self) -> bool {
        self.has_name_of(other) && self.email == other.email && self.team == other.team
    }

    /// Whether user name, given and family name are the same.
    pub fn has_name_of(&self, other: &Self) -> bool {
        self.user_name == other.user_name
            && self.given_name == other.given_name
            && self.family_name == other.family_name
    }
}

/// Somebody who was read and cannot be taken over.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Trouble {
    /// How the directory names him for good, if it could be read: then he stays as he is, unless he
    /// is disabled there.
    pub id: Option<Box<str>>,
    /// Whether he may sign in.
    pub active: bool,
    /// His distinguished name, or his user name.
    pub who: String,
    /// What is wrong, and what helps.
    pub reason: String,
}

/// Everybody in the mapped groups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Whoever can be taken over, in any order, each once for each entry.
    pub people: Vec<Person>,
    /// Whoever cannot.
    pub troubles: Vec<Trouble>,
    /// What else the person in charge should know: referrals, members that are not there.
    pub notes: Vec<String>,
    /// Entries behind which somebody may be in the mapped groups who was not read: then nobody is sure to
    /// have left them.
    pub hidden: Vec<String>,
}

impl Reading {
    /// How many entries were read.
    pub fn count(&self) -> u32 {
        u32::try_from(self.people.len() + self.troubles.len()).unwrap_or(u32::MAX)
    }
}
