//! Endpoints of features.

use super::{Feature, FeatureDetails, Words};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::{FEATURES_UPDATE, FEATURES_VIEW},
    ids::{FeatureKey, Slug},
    organizations::api::sample_slug,
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lists the organization's features, by key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/features";
    const NEEDS: Needs = Needs::Permission(FEATURES_VIEW);
    type Response = Vec<Feature>;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Adds a feature. Nobody but owners may use it until a role contains it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// Its name in permissions, for ever.
    pub key: FeatureKey,
    /// What it is like.
    pub details: FeatureDetails,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/features";
    const NEEDS: Needs = Needs::Permission(FEATURES_UPDATE);
    type Response = Feature;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), key: sample_key(), details: sample_details() }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Changes a feature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// The organization.
    pub org: Slug,
    /// The feature.
    pub key: FeatureKey,
    /// The version that was read.
    pub version: u32,
    /// What it is to be like.
    pub details: FeatureDetails,
}

impl Endpoint for Update {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/features/{key}";
    const NEEDS: Needs = Needs::Permission(FEATURES_UPDATE);
    type Response = Feature;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), key: sample_key(), version: 1, details: sample_details() }]
    }
}

impl Validate for Update {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Deletes a feature that no role contains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delete {
    /// The organization.
    pub org: Slug,
    /// The feature.
    pub key: FeatureKey,
}

impl Endpoint for Delete {
    const METHOD: Method = Method::Delete;
    const PATH: &'static str = "/api/v1/orgs/{org}/features/{key}";
    const NEEDS: Needs = Needs::Permission(FEATURES_UPDATE);
    type Response = ();
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), key: sample_key() }]
    }
}

#[expect(clippy::unwrap_used, reason = "a constant that the tests of every sample read")]
fn sample_key() -> FeatureKey {
    "analytics".parse().unwrap()
}

fn sample_details() -> FeatureDetails {
    FeatureDetails {
        enabled: true,
        label: Words { en: "Analytics".into(), fr: "Analyses".into(), nl: "Analyse".into() },
        icon: "chart".into(),
        link: "https://analytics.carrier.example/".into(),
        ..FeatureDetails::default()
    }
}
