//! Two-step verification: after the password, a code from an authenticator app (TOTP, RFC 6238:
//! SHA-1, six digits, 30 seconds), or a recovery code in its place (ASVS 5.0 V6.5).

use crate::{
    ids::{GroupId, RoleId},
    time::Timestamp,
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

pub mod api;

/// How many digits a code has.
pub const DIGITS: usize = 6;
/// How long a code is shown, in seconds.
pub const STEP_SECONDS: u32 = 30;
/// How many recovery codes are made at once.
pub const RECOVERY_CODES: usize = 10;
/// How many minutes one has to set it up, once it is begun.
pub const SET_UP_MINUTES: u32 = 15;
/// For how many minutes after signing in nobody is asked for his password again.
pub const RECENT_MINUTES: u32 = 5;

/// What is outstanding of two-step verification in a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SecondStep {
    /// Nothing.
    #[default]
    Done,
    /// The code: see [`crate::session::api::ConfirmCode`].
    CodeRequired,
    /// Setting it up, because it is required of the caller: see [`api::Begin`].
    SetUpRequired,
}

/// How the caller stands with two-step verification.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TwoStep {
    /// Since when the caller signs in with two steps, if he does.
    pub since: Option<Timestamp>,
    /// How many recovery codes are left.
    pub recovery_codes: u32,
    /// Whether it is required of the caller, so that he cannot remove it.
    pub is_required: bool,
}

/// Setting up has begun: the secret for the authenticator app. Until it is confirmed with a code,
/// nothing changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Begun {
    /// Until when it can be confirmed: [`SET_UP_MINUTES`] from now.
    pub expires_at: Timestamp,
    /// The secret: shown this once. A repeated request with the same idempotency key does not show
    /// it again; one with another key begins anew.
    pub secret: Option<NewSecret>,
}

/// A secret for an authenticator app, in the ways in which one takes it over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NewSecret {
    /// In base32 (RFC 4648, 6), in groups of four to type: `JBSW Y3DP …`. Apps ignore the spaces.
    pub typed: String,
    /// As an address that an app on the same device opens: `otpauth://totp/…`.
    pub uri: String,
    /// The address as a code to scan.
    pub qr: QrCode,
}

/// A QR code (ISO/IEC 18004), without the quiet zone of four modules that belongs around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct QrCode {
    /// How many modules it is wide and high.
    pub size: u32,
    /// The dark modules as SVG path data, in a view box of `size` by `size`.
    pub path: String,
}

/// Codes that each take the place of an app's code once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RecoveryCodes {
    /// [`RECOVERY_CODES`] of them, such as `k7mx2-p9qrt-w4hzn-8vbcd-3efgh`: shown this once. A
    /// repeated request with the same idempotency key does not show them again.
    pub codes: Option<Vec<String>>,
}

/// Of whom two-step verification is required (RSC-12): of everybody, and of whoever holds one of the
/// roles, in his own name or through a group, or is in one of the groups or in a group below it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TwoStepPolicy {
    /// Whether it is required of everybody.
    pub everyone: bool,
    /// The roles: of whoever holds one of them now, wherever.
    #[serde(default)]
    pub roles: BTreeSet<RoleId>,
    /// The groups: of their members, and of those of all groups below them.
    #[serde(default)]
    pub groups: BTreeSet<GroupId>,
}

/// The most roles of a policy, and the most groups.
pub const POLICY_MAX: u32 = 100;

impl TwoStepPolicy {
    /// Whether it is required of nobody.
    pub fn is_empty(&self) -> bool {
        !self.everyone && self.roles.is_empty() && self.groups.is_empty()
    }
}

impl Validate for TwoStepPolicy {
    fn check(&self, check: &mut Check) {
        for (field, count) in [("roles", self.roles.len()), ("groups", self.groups.len())] {
            if count > POLICY_MAX as usize {
                check.too_many(field, POLICY_MAX);
            }
        }
    }
}

/// Of whom it is required, with its version and the names of what it mentions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TwoStepRequirement {
    /// Counts changes.
    pub version: u32,
    /// Of whom it is required.
    pub policy: TwoStepPolicy,
    /// The names of its roles; built-in ones have a key, as in [`crate::roles::RoleDetails`].
    pub roles: BTreeMap<RoleId, String>,
    /// The names of its groups.
    pub groups: BTreeMap<GroupId, String>,
}
