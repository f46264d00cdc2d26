//! Endpoints of sites.

use super::{Site, SiteDetails};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::{SITES_CREATE, SITES_UPDATE, SITES_VIEW},
    ids::{SiteId, Slug},
    organizations::api::sample_slug,
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lists the sites that the caller may see, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/sites";
    const NEEDS: Needs = Needs::Permission(SITES_VIEW);
    type Response = Vec<Site>;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Shows a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
    /// The site.
    pub site: SiteId,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/sites/{site}";
    const NEEDS: Needs = Needs::Permission(SITES_VIEW);
    type Response = Site;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), site: SiteId::from_u128(7) }]
    }
}

/// Adds a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// What it is like.
    pub details: SiteDetails,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/sites";
    const NEEDS: Needs = Needs::Permission(SITES_CREATE);
    type Response = Site;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), details: SiteDetails { name: "Gent".into(), ..SiteDetails::default() } }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Changes a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// The organization.
    pub org: Slug,
    /// The site.
    pub site: SiteId,
    /// The version that was read.
    pub version: u32,
    /// What it is to be like.
    pub details: SiteDetails,
}

impl Endpoint for Update {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/sites/{site}";
    const NEEDS: Needs = Needs::Permission(SITES_UPDATE);
    type Response = Site;
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            site: SiteId::from_u128(7),
            version: 1,
            details: SiteDetails { name: "Gent-Zuid".into(), ..SiteDetails::default() },
        }]
    }
}

impl Validate for Update {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}
