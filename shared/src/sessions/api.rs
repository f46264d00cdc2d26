//! Endpoints of one's own sessions.

use super::SessionSummary;
use crate::{
    Endpoint, Method, Needs,
    ids::{SessionId, Slug},
    organizations::api::sample_slug,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lists the caller's running sessions, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/sessions";
    const NEEDS: Needs = Needs::Session;
    type Response = Vec<SessionSummary>;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Ends one of the caller's sessions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delete {
    /// The organization.
    pub org: Slug,
    /// The session.
    pub session: SessionId,
}

impl Endpoint for Delete {
    const METHOD: Method = Method::Delete;
    const PATH: &'static str = "/api/v1/orgs/{org}/sessions/{session}";
    const NEEDS: Needs = Needs::Session;
    type Response = ();
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), session: SessionId::from_u128(9) }]
    }
}
