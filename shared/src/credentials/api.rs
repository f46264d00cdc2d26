//! Endpoints of service credentials.

use super::{Credential, OVERLAP_HOURS, Reach};
use crate::{
    Endpoint, Method, Needs,
    authority::{
        Scope,
        permission::{CREDENTIALS_CREATE, CREDENTIALS_DELETE, CREDENTIALS_VIEW},
    },
    ids::{CredentialId, SiteId, Slug},
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
    /// What it may do and where; the check API in the whole organization if absent.
    #[serde(default)]
    pub reach: Reach,
}

impl Create {
    /// A credential without an end for the check API in the whole organization.
    pub fn new(org: Slug, name: &str) -> Self {
        Self { org, name: name.to_owned(), expires_at: None, reach: Reach::default() }
    }
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/credentials";
    const NEEDS: Needs = Needs::Permission(CREDENTIALS_CREATE);
    type Response = Made;
    const SHOWN_ONCE: &'static [&'static str] = &["token"];
    fn samples() -> Vec<Self> {
        let reach = Reach { scope: Scope::Sites { sites: [SiteId::from_u128(7)].into() }, ..Reach::default() };
        let expires_at = Some(Timestamp(1_900_000_000_000));
        vec![Self { expires_at, reach, ..Self::new(sample_slug(), "Billing portal") }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.required("name", &self.name, LINE_MAX);
        check.time("expires_at", self.expires_at);
        if self.reach.permissions.is_empty() {
            check.error("reach.permissions", "required");
        }
        if self.reach.scope.is_nowhere() {
            check.error("reach.scope", "scope_required");
        }
    }
}

/// Replaces a credential's token. The one before goes on working for a while, so that services
/// can be told. Whoever does this answers for the credential from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rotate {
    /// The organization.
    pub org: Slug,
    /// The credential.
    pub credential: CredentialId,
    /// For how many hours the token until now goes on working; 0 ends it at once.
    pub overlap_hours: u32,
}

impl Endpoint for Rotate {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/credentials/{credential}/rotate";
    const NEEDS: Needs = Needs::Permission(CREDENTIALS_CREATE);
    type Response = Made;
    const SHOWN_ONCE: &'static [&'static str] = &["token"];
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), credential: CredentialId::from_u128(5), overlap_hours: 24 }]
    }
}

impl Validate for Rotate {
    fn check(&self, check: &mut Check) {
        if !OVERLAP_HOURS.contains(&self.overlap_hours) {
            check.error("overlap_hours", "out_of_range");
        }
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
