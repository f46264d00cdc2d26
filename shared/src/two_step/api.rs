//! Endpoints of two-step verification: one's own, that of others, and of whom it is required.

use super::{Begun, RecoveryCodes, TwoStep, TwoStepPolicy, TwoStepRequirement};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::{ADMINISTRATORS_UPDATE, ORGANIZATION_UPDATE, ORGANIZATION_VIEW, USERS_UPDATE},
    ids::{GroupId, RoleId, Slug, UserId},
    organizations::api::sample_slug,
    users::User,
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Shows how one stands with two-step verification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/profile/two-step";
    const NEEDS: Needs = Needs::PermanentPassword;
    type Response = TwoStep;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Begins to set up two-step verification, or to replace the app: makes a secret for the app. Nothing
/// changes until [`SetUp`]. Whoever sets it up for the first time, and has not signed in within the last
/// five minutes, gives his password again: whoever finds an open console is not to lock him out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Begin {
    /// The organization.
    pub org: Slug,
    /// Where an app is replaced, one of its codes, or a recovery code; otherwise absent.
    pub code: Option<String>,
    /// The current password, where it is asked for again; otherwise absent.
    pub password: Option<String>,
}

impl Endpoint for Begin {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/profile/two-step";
    const NEEDS: Needs = Needs::PermanentPassword;
    type Response = Begun;
    const SHOWN_ONCE: &'static [&'static str] = &["secret"];
    fn samples() -> Vec<Self> {
        vec![
            Self { org: sample_slug(), code: Some("492 039".into()), password: Some("grey boats of Namur".into()) },
            Self { org: sample_slug(), code: None, password: None },
        ]
    }
}

/// Completes what was begun, with the first code of the app: from now on, signing in takes two steps.
/// The answer has new recovery codes; older ones do not count any more. Other sessions of the caller
/// must give a code before they go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetUp {
    /// The organization.
    pub org: Slug,
    /// A code of the app that has taken over the secret.
    pub code: String,
}

impl Endpoint for SetUp {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/profile/two-step";
    const NEEDS: Needs = Needs::PermanentPassword;
    type Response = RecoveryCodes;
    const SHOWN_ONCE: &'static [&'static str] = &["codes"];
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), code: "492039".into() }]
    }
}

/// Makes new recovery codes. Older ones do not count any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RenewRecoveryCodes {
    /// The organization.
    pub org: Slug,
    /// A code of the app, or a recovery code.
    pub code: String,
}

impl Endpoint for RenewRecoveryCodes {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/profile/two-step/recovery-codes";
    const NEEDS: Needs = Needs::Session;
    type Response = RecoveryCodes;
    const SHOWN_ONCE: &'static [&'static str] = &["codes"];
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), code: "492039".into() }]
    }
}

/// Removes two-step verification from one's own account. Refused with `two-step-kept` where it is
/// required of the caller: he replaces the app instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Remove {
    /// The organization.
    pub org: Slug,
    /// A code of the app, or a recovery code.
    pub code: String,
}

impl Endpoint for Remove {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/profile/two-step/removal";
    const NEEDS: Needs = Needs::Session;
    type Response = TwoStep;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), code: "492039".into() }]
    }
}

/// Ends somebody's two-step verification, because his phone is lost. His sessions end. He signs in with
/// the password alone and, where it is required of him, sets it up anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reset {
    /// The organization.
    pub org: Slug,
    /// The user.
    pub user: UserId,
}

impl Endpoint for Reset {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/users/{user}/two-step/reset";
    const NEEDS: Needs = Needs::Either([USERS_UPDATE, ADMINISTRATORS_UPDATE]);
    type Response = User;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), user: UserId::from_u128(1) }]
    }
}

/// Shows of whom two-step verification is required.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ViewPolicy {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for ViewPolicy {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/settings/two-step";
    const NEEDS: Needs = Needs::Permission(ORGANIZATION_VIEW);
    type Response = TwoStepRequirement;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Changes of whom two-step verification is required. It holds at once, for running sessions too:
/// whoever has not set it up does that before anything else. What people have set up stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdatePolicy {
    /// The organization.
    pub org: Slug,
    /// The version that was read.
    pub version: u32,
    /// Of whom it is to be required.
    pub policy: TwoStepPolicy,
}

impl Endpoint for UpdatePolicy {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/settings/two-step";
    const NEEDS: Needs = Needs::Permission(ORGANIZATION_UPDATE);
    type Response = TwoStepRequirement;
    fn samples() -> Vec<Self> {
        let roles = BTreeSet::from([RoleId::from_u128(3)]);
        let policy = TwoStepPolicy { everyone: false, roles, groups: BTreeSet::from([GroupId::from_u128(9)]) };
        vec![Self { org: sample_slug(), version: 1, policy }]
    }
}

impl Validate for UpdatePolicy {
    fn check(&self, check: &mut Check) {
        check.part("policy", &self.policy);
    }
}
