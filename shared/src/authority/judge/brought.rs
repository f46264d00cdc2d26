//! What changes bring, prepared like the states around them ([`super::index`]): among ten thousand
//! changes, what one person gets is not looked for in all of them.

use super::index::Index;
use crate::{
    authority::{Change, Scope},
    grants::Subject,
    ids::{GroupId, UserId},
};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
pub(super) struct Brought<'a> {
    moved: BTreeSet<&'a GroupId>,
    given: BTreeMap<&'a UserId, Vec<&'a Scope>>,
    joined: BTreeMap<&'a UserId, Vec<&'a GroupId>>,
}

impl<'a> Brought<'a> {
    pub(super) fn by(changes: &'a [Change], before: &Index<'_>, after: &Index<'_>) -> Self {
        let is_there = |group: &GroupId| before.groups().contains(group) && after.groups().contains(group);
        let mut brought = Self::default();
        for change in changes {
            match change {
                Change::GroupMoved { group, .. } if is_there(group) => {
                    brought.moved.insert(group);
                }
                Change::GrantAdded { facts, .. } => {
                    if let Subject::User(user) = &facts.subject {
                        brought.given.entry(user).or_default().push(&facts.scope);
                    }
                }
                Change::MemberAdded { group, user } => brought.joined.entry(user).or_default().push(group),
                _ => {}
            }
        }
        brought
    }

    /// Groups that were somewhere and will be somewhere: what is new or goes comes within
    /// nobody's reach and out of nobody's.
    pub(super) fn moved(&self) -> impl Iterator<Item = &'a GroupId> {
        self.moved.iter().copied()
    }

    /// Where somebody is given something of his own.
    pub(super) fn given_to(&self, user: &UserId) -> &[&'a Scope] {
        self.given.get(user).map_or(&[], Vec::as_slice)
    }

    /// The groups that somebody joins.
    pub(super) fn joined_by(&self, user: &UserId) -> &[&'a GroupId] {
        self.joined.get(user).map_or(&[], Vec::as_slice)
    }
}
