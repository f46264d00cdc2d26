//! Administrators: users who hold at least one grant.

use crate::{
    authority::{Scope, Tree},
    grants::{Grant, Names, NewGrant},
    ids::UserId,
    time::Timestamp,
    users::{Status, User},
    validation::Check,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// How an administrator stands to the others (EBE-1, EBE-11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// An owner: the primary administrator, marked ★.
    Owner,
    /// Anybody else with a grant: a delegated (secondary) administrator, marked (2).
    Delegated,
}

/// An administrator in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AdministratorSummary {
    /// The user.
    pub id: UserId,
    /// Full name.
    pub name: String,
    /// User name.
    pub user_name: String,
    /// E-mail address.
    pub email: String,
    /// Owner or delegated.
    pub rank: Rank,
    /// Whether he also works as an agent.
    pub agent: bool,
    /// Whether the administrator may sign in.
    pub status: Status,
    /// The roles held, by name as in [`crate::roles::RoleDetails::name`].
    pub roles: Vec<String>,
    /// Where, all grants together.
    pub scope: Scope,
    /// The groups of `scope`, with all above them.
    pub groups: Tree,
    /// Last use of a session, if ever.
    pub last_seen_at: Option<Timestamp>,
}

/// Somebody named in passing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Named {
    /// The user.
    pub id: UserId,
    /// Full name.
    pub name: String,
}

/// An administrator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Administrator {
    /// The user record.
    pub user: User,
    /// Owner or delegated.
    pub rank: Rank,
    /// The grants held.
    pub grants: Vec<Grant>,
    /// What those are called whom the grants mention.
    pub names: Names,
    /// The groups that these grants and the caller's own reach, with all above them: what is
    /// judged about this administrator is judged with them.
    pub groups: Tree,
    /// The administrator who appointed this one (WBX-13), as far as the caller may see him.
    pub parent: Option<Named>,
    /// The administrators whom this one appointed, as far as the caller may see them.
    pub children: Vec<Named>,
}

/// Grants that a form asks for: at least one, none twice, each sound.
pub(crate) fn check_grants(check: &mut Check, grants: &[NewGrant]) {
    let mut sorted: Vec<_> = grants.iter().map(|grant| (&grant.role, &grant.scope)).collect();
    sorted.sort();
    sorted.dedup();
    if grants.is_empty() {
        check.error("grants", "required");
    } else if grants.iter().any(|grant| grant.scope.is_nowhere()) {
        check.error("grants", "scope_required");
    } else if sorted.len() < grants.len() {
        check.error("grants", "duplicate");
    }
    for grant in grants {
        check.part("grants", grant);
    }
}
