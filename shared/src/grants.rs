//! Grants: a role given to somebody in a scope, by somebody.

use crate::{
    authority::Scope,
    ids::{GrantId, RoleId, UserId},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// A grant to be made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewGrant {
    /// What is given.
    pub role: RoleId,
    /// Where.
    pub scope: Scope,
}

/// A grant that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// The grant.
    pub id: GrantId,
    /// What is given.
    pub role: RoleId,
    /// Where.
    pub scope: Scope,
    /// Who gave it; nobody for the owner made at set-up.
    pub granted_by: Option<UserId>,
    /// When.
    pub granted_at: Timestamp,
}
