//! Endpoints of organizations.

use super::PublicOrganization;
use crate::{Endpoint, Method, Needs, ids::Slug};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the sign-in page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}";
    const NEEDS: Needs = Needs::Nothing;
    type Response = PublicOrganization;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// The slug of samples.
pub(crate) fn sample_slug() -> Slug {
    "carrier".parse().unwrap_or_else(|_| unreachable!("a valid slug"))
}
