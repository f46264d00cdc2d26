//! Endpoints of the inventory as a whole.

use super::Inventory;
use crate::{Endpoint, Method, Needs, ids::Slug, organizations::api::sample_slug};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Counts numbers, devices and seats where the caller may see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/inventory";
    const NEEDS: Needs = Needs::Session;
    type Response = Inventory;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}
