//! Endpoints of roles.

use super::{Role, RoleDetails};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::{ADMINISTRATORS_GRANT, ROLES_CREATE, ROLES_DELETE, ROLES_UPDATE, ROLES_VIEW, USERS_VIEW},
    ids::{RoleId, Slug},
    organizations::api::sample_slug,
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lists all roles, built-in ones first, then by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/roles";
    const NEEDS: Needs = Needs::Permission(ROLES_VIEW);
    type Response = Vec<Role>;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Shows a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
    /// The role.
    pub role: RoleId,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/roles/{role}";
    const NEEDS: Needs = Needs::Permission(ROLES_VIEW);
    type Response = Role;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), role: RoleId::from_u128(4) }]
    }
}

/// Makes a role of permissions that the caller holds himself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// What it is like.
    pub details: RoleDetails,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/roles";
    const NEEDS: Needs = Needs::Permission(ROLES_CREATE);
    type Response = Role;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), details: sample_details() }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Changes a custom role, for everybody who holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// The organization.
    pub org: Slug,
    /// The role.
    pub role: RoleId,
    /// The version that was read.
    pub version: u32,
    /// What it is to be like.
    pub details: RoleDetails,
}

impl Endpoint for Update {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/roles/{role}";
    const NEEDS: Needs = Needs::Permission(ROLES_UPDATE);
    type Response = Role;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), role: RoleId::from_u128(4), version: 1, details: sample_details() }]
    }
}

impl Validate for Update {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Deletes a custom role that nobody holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delete {
    /// The organization.
    pub org: Slug,
    /// The role.
    pub role: RoleId,
}

impl Endpoint for Delete {
    const METHOD: Method = Method::Delete;
    const PATH: &'static str = "/api/v1/orgs/{org}/roles/{role}";
    const NEEDS: Needs = Needs::Permission(ROLES_DELETE);
    type Response = ();
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), role: RoleId::from_u128(4) }]
    }
}

fn sample_details() -> RoleDetails {
    RoleDetails {
        name: "Help desk".into(),
        description: "Answers users".into(),
        permissions: [USERS_VIEW, ADMINISTRATORS_GRANT].into(),
    }
}
