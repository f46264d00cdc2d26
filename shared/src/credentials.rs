//! Service credentials: access of the organization's own products to the check API, and to
//! nothing else.

use crate::{administrators::Named, ids::CredentialId, time::Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// How a token begins, so that it is recognized where it does not belong.
pub const TOKEN_PREFIX: &str = "bwk_";

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
}
