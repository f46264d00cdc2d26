//! Endpoints of one's own record.

use super::Profile;
use crate::{
    Endpoint, Method, Needs,
    ids::Slug,
    organizations::{Language, api::sample_slug},
    session::Session,
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Changes one's own record. (It is shown as part of the session.)
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// The organization.
    pub org: Slug,
    /// The version that was read.
    pub version: u32,
    /// What it is to be.
    pub profile: Profile,
}

impl Endpoint for Update {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/profile";
    const NEEDS: Needs = Needs::Session;
    type Response = Session;
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            version: 2,
            profile: Profile {
                given_name: "Jim".into(),
                family_name: "Fennell".into(),
                language: Some(Language::Dutch),
                time_zone: Some("Europe/Brussels".into()),
                ..Profile::default()
            },
        }]
    }
}

impl Validate for Update {
    fn check(&self, check: &mut Check) {
        check.part("profile", &self.profile);
    }
}
