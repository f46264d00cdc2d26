//! Endpoints of service credentials.

use super::Credential;
use crate::{
    Endpoint, Method, Needs,
    authority::permission::{CREDENTIALS_CREATE, CREDENTIALS_DELETE, CREDENTIALS_VIEW},
    ids::{CredentialId, Slug},
    organizations::api::sample_slug,
    time::Timestamp,
    validation::{Check, LINE_MAX, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A new credential.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Made {
    /// The credential.
    pub credential: Credential,
    /// The token, for the header `Authorization: Bearer …`. Shown this once.
    pub token: Option<String>,
}

/// Lists the credentials, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/credentials";
    const NEEDS: Needs = Needs::Permission(CREDENTIALS_VIEW);
    type Response = Vec<Credential>;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Makes a credential for the check API.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// What it is for.
    pub name: String,
    /// When it stops working; never if absent.
    pub expires_at: Option<Timestamp>,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/credentials";
    const NEEDS: Needs = Needs::Permission(CREDENTIALS_CREATE);
    type Response = Made;
    const SHOWN_ONCE: &'static [&'static str] = &["token"];
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), name: "Billing portal".into(), expires_at: Some(Timestamp(1_900_000_000_000)) }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.required("name", &self.name, LINE_MAX);
        check.time("expires_at", self.expires_at);
    }
}

/// Revokes a credential: the next request with it is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delete {
    /// The organization.
    pub org: Slug,
    /// The credential.
    pub credential: CredentialId,
}

impl Endpoint for Delete {
    const METHOD: Method = Method::Delete;
    const PATH: &'static str = "/api/v1/orgs/{org}/credentials/{credential}";
    const NEEDS: Needs = Needs::Permission(CREDENTIALS_DELETE);
    type Response = ();
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), credential: CredentialId::from_u128(5) }]
    }
}
