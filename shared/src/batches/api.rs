//! Endpoints of batches.

use super::{Batch, BatchPage};
use crate::{
    Endpoint, Method, Needs,
    ids::{BatchId, Slug},
    organizations::api::sample_slug,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How many batches are listed.
pub const LISTED: u32 = 10;
/// For how many days a batch can be looked at.
pub const KEPT_DAYS: i64 = 30;

/// Lists the caller's own latest batches, the newest first: at most [`LISTED`], of the last
/// [`KEPT_DAYS`] days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/batches";
    const NEEDS: Needs = Needs::Session;
    type Response = Vec<Batch>;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Shows one of the caller's own batches with what became of each item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
    /// The batch.
    pub batch: BatchId,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/batches/{batch}";
    const NEEDS: Needs = Needs::Session;
    type Response = BatchPage;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), batch: BatchId::from_u128(0xb1) }]
    }
}
