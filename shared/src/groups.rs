//! Groups: nodes of a tree. A group may hold grants; its members and those of all groups below
//! it inherit them.

use crate::{
    Problem,
    authority::HeldGrant,
    grants::{Grant, Names},
    ids::{GrantId, GroupId, UserId},
    users::Status,
    validation::{Check, DESCRIPTION_MAX, LINE_MAX, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

pub mod api;

/// The name of the group that every organization has (CRES-6), for which the console has words.
/// Its members have the right to administer the account: what the role of the same name allows.
pub const ACCOUNT_ADMINISTRATORS: &str = "account_administrators";

/// What that group is called in the languages of the console. No other group is called so.
pub const ACCOUNT_ADMINISTRATORS_IN_WORDS: [&str; 3] =
    ["Account Administrators", "Administrateurs de compte", "Accountbeheerders"];

/// What a group is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    /// Where somebody works: one is in at most one team.
    Team,
    /// What somebody may use: one is in any number of them.
    #[default]
    Access,
}

/// What a group is like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupDetails {
    /// Its name, unique among its siblings.
    pub name: String,
    /// What it is for.
    #[serde(default)]
    pub description: String,
}

impl Validate for GroupDetails {
    fn check(&self, check: &mut Check) {
        check.required("name", &self.name, LINE_MAX);
        check.optional("description", &self.description, DESCRIPTION_MAX);
    }
}

/// A group in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Group {
    /// The group.
    pub id: GroupId,
    /// Counts changes.
    pub version: u32,
    /// What it is for.
    pub kind: GroupKind,
    /// Whether it belongs to the product: it keeps its name, its place and what it is given.
    #[serde(default)]
    pub built_in: bool,
    /// The group right above, unless it is at the top.
    pub parent: Option<GroupId>,
    /// What it is like.
    pub details: GroupDetails,
    /// Whether what it is given counts (RSC-11): while it is disabled, none of it does. What its members
    /// inherit from the groups above does.
    #[serde(default)]
    pub status: Status,
    /// Why its permissions are locked, if they are (RSC-11).
    #[serde(default)]
    pub lock: Option<Lock>,
    /// How many people are in it, those of groups below it not counted.
    pub members: u32,
    /// How many groups are right below it.
    pub children: u32,
}

/// A lock on what a group carries: only whoever may give in the whole organization changes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// Why, or empty.
    pub reason: String,
}

/// A group named in passing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NamedGroup {
    /// The group.
    pub id: GroupId,
    /// Its name.
    pub name: String,
}

/// A group with all that is shown about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GroupPage {
    /// The group.
    pub group: Group,
    /// The groups above, from the top; those that the caller may not see are left out.
    pub above: Vec<NamedGroup>,
    /// The grants that the group itself holds.
    pub grants: Vec<Grant>,
    /// Those of them that count again when the group is enabled; none while it is active.
    #[serde(default)]
    pub waiting: BTreeSet<GrantId>,
    /// What its members inherit, through it and through the groups above.
    pub inherited: Vec<HeldGrant>,
    /// What those are called whom the grants mention.
    pub names: Names,
}

/// Somebody in a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Member {
    /// The person.
    pub id: UserId,
    /// Full name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Whether the person may sign in.
    pub status: Status,
}

/// A group to which somebody might be moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MoveTarget {
    /// The group.
    pub group: GroupId,
    /// Why not; absent if the person can be moved there.
    pub problem: Option<Problem>,
}
