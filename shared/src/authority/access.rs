//! What one person holds now.

use super::{Permissions, Scope};
use crate::{
    grants::Validity,
    ids::{GrantId, GroupId, RoleId, UserId},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A person's authority: the grants that are valid now, with what their roles allow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Access {
    /// Whose authority it is.
    pub user: UserId,
    /// The grants.
    pub grants: Vec<HeldGrant>,
}

/// A valid grant with its role spelled out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HeldGrant {
    /// The grant.
    pub id: GrantId,
    /// Its role.
    pub role: RoleId,
    /// The role's name.
    pub role_name: String,
    /// Whether the role is the owner's: it allows everything, also what is added later.
    pub owner: bool,
    /// What the role allows; empty for the owner's, whose permissions are not listed.
    pub permissions: Permissions,
    /// Where.
    pub scope: Scope,
    /// Since when and until when.
    pub validity: Validity,
    /// The group that holds the grant, when it is not the person's own but inherited.
    pub through: Option<GroupId>,
}

impl HeldGrant {
    /// Whether the grant's role contains the permission.
    pub fn allows(&self, permission: &super::Permission) -> bool {
        self.owner || self.permissions.contains(permission)
    }
}

impl Access {
    /// No authority at all.
    pub fn none(user: UserId) -> Self {
        Self { user, grants: Vec::new() }
    }

    /// Whether this person is an owner.
    pub fn is_owner(&self) -> bool {
        self.grants.iter().any(|grant| grant.owner && grant.scope == Scope::Organization)
    }
}
