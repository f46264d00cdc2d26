//! Service credentials: access of the organization's own products to the check API, and of
//! directories to users and groups over SCIM; to nothing else.

use crate::{
    administrators::Named,
    authority::{Permissions, Scope, permission::ADMINISTRATORS_VIEW},
    ids::CredentialId,
    time::Timestamp,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// How a token begins, so that it is recognized where it does not belong.
pub const TOKEN_PREFIX: &str = "bwk_";

/// How many hours the token that was replaced may go on working: up to a week.
pub const OVERLAP_HOURS: std::ops::RangeInclusive<u32> = 0..=168;

/// What a service may do with a token, and where: at most what its maker may, at each request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reach {
    /// Where.
    pub scope: Scope,
    /// What. The check API asks for `administrators:view`, SCIM for permissions on users and groups.
    pub permissions: Permissions,
}

impl Default for Reach {
    fn default() -> Self {
        Self { scope: Scope::Organization, permissions: [ADMINISTRATORS_VIEW].into() }
    }
}

/// A credential; its token is shown once, when it is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Credential {
    /// The credential.
    pub id: CredentialId,
    /// What it is for.
    pub name: String,
    /// Who made it, as far as the caller may see him. It dies when he loses the right to make one.
    pub created_by: Option<Named>,
    /// When.
    pub created_at: Timestamp,
    /// When it stops working; never if absent.
    pub expires_at: Option<Timestamp>,
    /// When it was last used, to the minute.
    pub last_used_at: Option<Timestamp>,
    /// From which address it was used then, as far as the platform says.
    pub last_used_from: Option<String>,
    /// What it may do, and where.
    pub reach: Reach,
    /// Until when the token before the present one works, if it still does.
    pub previous_until: Option<Timestamp>,
}
