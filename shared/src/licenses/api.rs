//! Endpoints of licenses.

use super::{License, LicenseDetails, QUANTITY_MAX, Reservation};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::{ASSIGNMENTS_VIEW, LICENSES_CREATE, LICENSES_DELETE, LICENSES_UPDATE, LICENSES_VIEW},
    ids::{GroupId, LicenseId, Slug, UserId},
    organizations::api::sample_slug,
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lists all licenses, by name. Whoever assigns must know of what there is a seat left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
    /// For whom a seat is wanted: of those kept for teams, his may have them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<UserId>,
}

impl List {
    /// What is left for anybody.
    pub const fn new(org: Slug) -> Self {
        Self { org, user: None }
    }
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/licenses";
    const NEEDS: Needs = Needs::Either([LICENSES_VIEW, ASSIGNMENTS_VIEW]);
    type Response = Vec<License>;
    fn samples() -> Vec<Self> {
        vec![Self::new(sample_slug()), Self { user: Some(UserId::from_u128(1)), ..Self::new(sample_slug()) }]
    }
}

/// Shows a license.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
    /// The license.
    pub license: LicenseId,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/licenses/{license}";
    const NEEDS: Needs = Needs::Permission(LICENSES_VIEW);
    type Response = License;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), license: LicenseId::from_u128(0xa3) }]
    }
}

/// Adds a license.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// What it is like.
    pub details: LicenseDetails,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/licenses";
    const NEEDS: Needs = Needs::Permission(LICENSES_CREATE);
    type Response = License;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), details: sample_details() }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Changes a license. Its quantity never falls below the seats that are taken, or kept for teams.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// The organization.
    pub org: Slug,
    /// The license.
    pub license: LicenseId,
    /// The version that was read.
    pub version: u32,
    /// What it is to be like.
    pub details: LicenseDetails,
}

impl Endpoint for Update {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/licenses/{license}";
    const NEEDS: Needs = Needs::Permission(LICENSES_UPDATE);
    type Response = License;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), license: LicenseId::from_u128(0xa3), version: 1, details: sample_details() }]
    }
}

impl Validate for Update {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Deletes a license of which nobody has a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delete {
    /// The organization.
    pub org: Slug,
    /// The license.
    pub license: LicenseId,
}

impl Endpoint for Delete {
    const METHOD: Method = Method::Delete;
    const PATH: &'static str = "/api/v1/orgs/{org}/licenses/{license}";
    const NEEDS: Needs = Needs::Permission(LICENSES_DELETE);
    type Response = ();
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), license: LicenseId::from_u128(0xa3) }]
    }
}

/// Lists for which teams seats of a license are kept, by name, as far as the caller sees groups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reservations {
    /// The organization.
    pub org: Slug,
    /// The license.
    pub license: LicenseId,
}

impl Endpoint for Reservations {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/licenses/{license}/reservations";
    const NEEDS: Needs = Needs::Permission(LICENSES_VIEW);
    type Response = Vec<Reservation>;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), license: LicenseId::from_u128(0xa3) }]
    }
}

/// Keeps so many seats of a license for a team; none any more if 0. Never more are kept than are
/// free or its members' already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reserve {
    /// The organization.
    pub org: Slug,
    /// The license.
    pub license: LicenseId,
    /// The team.
    pub group: GroupId,
    /// How many were read to be kept for it.
    pub before: u32,
    /// How many seats, those that its members have among them.
    pub seats: u32,
}

impl Endpoint for Reserve {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/licenses/{license}/reservations/{group}";
    const NEEDS: Needs = Needs::Permission(LICENSES_UPDATE);
    type Response = Vec<Reservation>;
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            license: LicenseId::from_u128(0xa3),
            group: GroupId::from_u128(0x61),
            before: 0,
            seats: 20,
        }]
    }
}

impl Validate for Reserve {
    fn check(&self, check: &mut Check) {
        if self.seats > QUANTITY_MAX {
            check.too_many("seats", QUANTITY_MAX);
        }
    }
}

fn sample_details() -> LicenseDetails {
    LicenseDetails {
        name: "Mobile app".into(),
        description: "Calls on the mobile telephone.".into(),
        quantity: 25,
        released_on_disable: true,
    }
}
