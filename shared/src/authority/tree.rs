//! The tree of groups, as far as somebody knows it.

use super::planted::{self, Bug};
use crate::ids::GroupId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Which group is below which.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Tree(BTreeMap<GroupId, Option<GroupId>>);

/// The most levels of groups: enough for any organization, and evaluation always ends.
pub const DEPTH_MAX: usize = 16;

/// Why a group cannot be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misplaced {
    /// It would be below itself.
    Cycle,
    /// It, or a group below it, would be deeper than [`DEPTH_MAX`].
    TooDeep,
    /// There is no such group, or no such group to put it under.
    Unknown,
}

impl Tree {
    /// A tree of groups with the groups right above them.
    pub fn new(parents: impl IntoIterator<Item = (GroupId, Option<GroupId>)>) -> Self {
        Self(parents.into_iter().collect())
    }

    /// Whether the group is known.
    pub fn contains(&self, group: &GroupId) -> bool {
        self.0.contains_key(group)
    }

    /// The group right above.
    pub fn parent(&self, group: &GroupId) -> Option<&GroupId> {
        self.0.get(group)?.as_ref()
    }

    /// The group and all groups above it. An unknown group is only itself.
    pub fn path(&self, group: &GroupId) -> BTreeSet<GroupId> {
        let mut path = BTreeSet::new();
        let mut next = Some(group);
        while let Some(group) = next
            && path.insert(group.clone())
        {
            next = self.parent(group);
        }
        path
    }

    /// All groups of these and above them.
    pub fn paths<'a>(&self, groups: impl IntoIterator<Item = &'a GroupId>) -> BTreeSet<GroupId> {
        groups.into_iter().flat_map(|group| self.path(group)).collect()
    }

    /// Every known group with the one right above it.
    pub fn iter(&self) -> impl Iterator<Item = (&GroupId, Option<&GroupId>)> {
        self.0.iter().map(|(group, parent)| (group, parent.as_ref()))
    }

    /// Puts a group, new or known, under another or at the top.
    pub fn place(&mut self, group: &GroupId, parent: Option<&GroupId>) -> Result<(), Misplaced> {
        if let Some(parent) = parent {
            if !self.contains(parent) {
                return Err(Misplaced::Unknown);
            }
            let path = self.path(parent);
            if path.contains(group) && !planted::is(Bug::ClosesCycles) {
                return Err(Misplaced::Cycle);
            }
            if path.len() + self.height(group) > DEPTH_MAX {
                return Err(Misplaced::TooDeep);
            }
        }
        self.0.insert(group.clone(), parent.cloned());
        Ok(())
    }

    /// Takes a group away.
    pub fn remove(&mut self, group: &GroupId) {
        self.0.remove(group);
    }

    /// How many levels the group and those below it take.
    fn height(&self, group: &GroupId) -> usize {
        let below = self.0.keys().filter(|below| self.path(below).contains(group));
        below.map(|below| self.path(below).len() + 1 - self.path(group).len()).max().unwrap_or(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn group(number: u128) -> GroupId {
        GroupId::from_u128(number)
    }

    proptest! {
        #[test]
        fn inv_09_no_moves_ever_make_a_cycle_or_a_tower(moves in proptest::collection::vec((0u128..24, proptest::option::of(0u128..24)), 0..120)) {
            let mut tree = Tree::new((0..24).map(|n| (group(n), None)));
            for (moved, parent) in moves {
                let before = tree.clone();
                if tree.place(&group(moved), parent.map(group).as_ref()).is_err() {
                    prop_assert_eq!(&tree, &before);
                }
                for n in 0..24 {
                    prop_assert!(tree.path(&group(n)).len() <= DEPTH_MAX);
                    let parent = tree.parent(&group(n));
                    prop_assert!(parent.is_none_or(|parent| !tree.path(parent).contains(&group(n))));
                }
            }
        }
    }

    #[test]
    fn a_group_goes_neither_below_itself_nor_too_deep_nor_under_nothing() {
        let chain = (1..=16).map(|n| (group(n), (n > 1).then(|| group(n - 1))));
        let mut tree = Tree::new(chain);
        assert_eq!(tree.place(&group(1), Some(&group(16))), Err(Misplaced::Cycle));
        assert_eq!(tree.place(&group(1), Some(&group(1))), Err(Misplaced::Cycle));
        assert_eq!(tree.place(&group(20), Some(&group(16))), Err(Misplaced::TooDeep));
        assert_eq!(tree.place(&group(20), Some(&group(99))), Err(Misplaced::Unknown));
        assert_eq!(tree.place(&group(20), None), Ok(()));
        assert_eq!(tree.place(&group(1), Some(&group(20))), Err(Misplaced::TooDeep));
        assert_eq!(tree.place(&group(2), Some(&group(20))), Ok(()));
    }
}
