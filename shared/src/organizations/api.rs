//! Endpoints of organizations.

use super::{Contact, Language, Organization, PublicOrganization, SessionPolicy, Settings, TimeZone};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::{ORGANIZATION_UPDATE, ORGANIZATION_VIEW},
    ids::Slug,
    password::Policy,
    validation::{Check, Validate},
};
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

/// Shows what the organization decides about itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ViewSettings {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for ViewSettings {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/settings";
    const NEEDS: Needs = Needs::Permission(ORGANIZATION_VIEW);
    type Response = Organization;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Changes what the organization decides about itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateSettings {
    /// The organization.
    pub org: Slug,
    /// The version that was read.
    pub version: u32,
    /// What is to hold.
    pub settings: Settings,
}

impl Endpoint for UpdateSettings {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/settings";
    const NEEDS: Needs = Needs::Permission(ORGANIZATION_UPDATE);
    type Response = Organization;
    fn samples() -> Vec<Self> {
        let password_policy = Policy { administrators_type_passwords: true, ..Policy::default() };
        let settings = Settings {
            name: "Noordzee".into(),
            language: Language::Dutch,
            password_policy,
            privacy_statement: "https://noordzee.example/privacy".into(),
            time_zone: TimeZone("Europe/Brussels".into()),
            contact: Contact {
                name: "Service desk".into(),
                email: "desk@noordzee.example".into(),
                phone: "+32 9 210 00 00".into(),
            },
            session_policy: SessionPolicy { idle_minutes: 15, absolute_hours: 8 },
            import_rows: crate::imports::ROWS_USUAL,
        };
        vec![Self { org: sample_slug(), version: 1, settings }]
    }
}

impl Validate for UpdateSettings {
    fn check(&self, check: &mut Check) {
        check.part("settings", &self.settings);
    }
}

/// The slug of samples.
pub(crate) fn sample_slug() -> Slug {
    "carrier".parse().unwrap_or_else(|_| unreachable!("a valid slug"))
}
