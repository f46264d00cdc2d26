//! "May this person do this here?", for the organization's own products and for whoever wants
//! to know why. The answer is [`crate::authority::decide`]'s, with names.

use crate::{
    administrators::Named,
    authority::{Permission, Scope},
    ids::{GrantId, GroupId, RoleId, SiteId, UserId},
    time::Timestamp,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Who.
    pub user: UserId,
    /// What.
    pub permission: Permission,
    /// Where; in the organization as a whole if absent.
    #[serde(default)]
    pub at: At,
}

/// Where something is to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum At {
    /// To the organization as a whole.
    #[default]
    Organization,
    /// At a site, or to something that belongs to it.
    Site(SiteId),
    /// At a group.
    Group(GroupId),
    /// To a person, wherever he is.
    User(UserId),
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    /// Whether he may.
    pub allowed: bool,
    /// The grant that allows it.
    pub by: Option<GrantId>,
    /// The group from which the grant is inherited, unless it is his own.
    pub through: Option<GroupId>,
    /// Why not, if not.
    pub reason: Option<Reason>,
}

/// Why somebody may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// There is no such person, site or group.
    Unknown,
    /// The person may not sign in.
    Disabled,
    /// No grant allows it there.
    NoGrant,
    /// It is a feature that the organization does not offer now.
    FeatureOff,
}

/// The chain that allows something, or what is missing and who could give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Explanation {
    /// The bare answer.
    pub answer: Answer,
    /// The grant that allows it, spelt out.
    pub chain: Option<Chain>,
    /// Grants that would allow it, but do not count now.
    pub almost: Vec<Almost>,
    /// The nearest people who could give what is missing, nearest first.
    pub helpers: Vec<Named>,
}

/// From a person to a permission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Chain {
    /// The grant.
    pub grant: GrantId,
    /// The role.
    pub role: RoleId,
    /// The role's name, as in [`crate::roles::RoleDetails::name`].
    pub role_name: String,
    /// Where the grant reaches.
    pub scope: Scope,
    /// The group that holds the grant, unless it is the person's own.
    pub through: Option<GroupId>,
    /// That group's name, if the caller may see it.
    pub through_name: Option<String>,
    /// Who gave it, if the caller may see him.
    pub granted_by: Option<Named>,
    /// When.
    pub granted_at: Timestamp,
    /// Until when; for ever if absent.
    pub until: Option<Timestamp>,
    /// Why it was given, or empty.
    pub reason: String,
}

/// A grant that would allow it, and why it does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Almost {
    /// The grant.
    pub grant: GrantId,
    /// Its role's name.
    pub role_name: String,
    /// Why it does not count.
    pub because: Because,
}

/// Why a grant does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// It begins later.
    NotYet,
    /// It is over.
    Over,
    /// It is suspended.
    Suspended,
    /// It reaches elsewhere.
    Elsewhere,
}
