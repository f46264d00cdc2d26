//! Grants: a role given to a user or a group in a scope, by somebody, for a time, for a reason.

use crate::{
    authority::Scope,
    ids::{GrantId, GroupId, RoleId, UserId},
    time::Timestamp,
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub mod api;

/// Who holds a grant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A person.
    User(UserId),
    /// A group: its members and those of the groups below it inherit the grant.
    Group(GroupId),
}

/// When a grant counts. It is judged at every check, so nothing has to happen when it ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Validity {
    /// From when, inclusive; since ever if absent.
    #[serde(default)]
    pub from: Option<Timestamp>,
    /// Until when, exclusive; for ever if absent.
    #[serde(default)]
    pub until: Option<Timestamp>,
}

impl Validity {
    /// Since ever and for ever.
    pub const ALWAYS: Self = Self { from: None, until: None };

    /// Whether it counts at this time.
    pub fn contains(&self, time: Timestamp) -> bool {
        self.from.is_none_or(|from| from <= time) && !self.is_over(time)
    }

    /// Whether it will never count again.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.until.is_some_and(|until| until <= now)
    }

    /// Whether this lasts at least as long as the other, which begins now or later.
    pub fn outlasts(&self, other: &Self) -> bool {
        self.until.is_none_or(|until| other.until.is_some_and(|other| other <= until))
    }
}

/// What those are called whom grants mention by id, as far as the caller may see them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Names {
    /// People: those who gave something.
    pub users: BTreeMap<UserId, String>,
    /// Groups: those that hold something, and those that are reached.
    pub groups: BTreeMap<GroupId, String>,
}

/// The longest reason, in characters.
pub const REASON_MAX: usize = 500;

/// A grant to be made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGrant {
    /// What is given.
    pub role: RoleId,
    /// Where.
    pub scope: Scope,
    /// When it counts; always if absent.
    #[serde(default)]
    pub validity: Validity,
    /// Why it is given, or empty.
    #[serde(default)]
    pub reason: String,
}

impl NewGrant {
    /// A grant without end and without a reason.
    pub const fn lasting(role: RoleId, scope: Scope) -> Self {
        Self { role, scope, validity: Validity::ALWAYS, reason: String::new() }
    }

    /// Whether this is what `held` already gives.
    pub fn is(&self, held: &Grant) -> bool {
        self.role == held.role
            && self.scope == held.scope
            && self.validity == held.validity
            && self.reason == held.reason
    }
}

impl Validate for NewGrant {
    fn check(&self, check: &mut Check) {
        if let Validity { from: Some(from), until: Some(until) } = self.validity
            && until <= from
        {
            check.error("validity", "ends_before_it_begins");
        }
        check.time("validity", self.validity.from);
        check.time("validity", self.validity.until);
        check.optional("reason", &self.reason, REASON_MAX);
    }
}

/// A grant that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Grant {
    /// The grant.
    pub id: GrantId,
    /// Who holds it.
    pub subject: Subject,
    /// What is given.
    pub role: RoleId,
    /// Where.
    pub scope: Scope,
    /// When it counts.
    pub validity: Validity,
    /// Whether it is suspended: it counts for nothing until it is resumed.
    pub suspended: bool,
    /// Why it was given, or empty.
    pub reason: String,
    /// Who gave it; nobody for the owner made at set-up.
    pub granted_by: Option<UserId>,
    /// When.
    pub granted_at: Timestamp,
}
