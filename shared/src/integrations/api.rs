//! Endpoints of integrations.

use super::{IntegrationSettings, Integrations, MailSender};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::{INTEGRATIONS_UPDATE, INTEGRATIONS_VIEW},
    ids::Slug,
    organizations::api::sample_slug,
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Shows what is decided about integrations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/integrations";
    const NEEDS: Needs = Needs::Permission(INTEGRATIONS_VIEW);
    type Response = Integrations;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Changes what is decided about integrations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// The organization.
    pub org: Slug,
    /// The version that was read.
    pub version: u32,
    /// What is to hold.
    pub settings: IntegrationSettings,
}

impl Endpoint for Update {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/integrations";
    const NEEDS: Needs = Needs::Permission(INTEGRATIONS_UPDATE);
    type Response = Integrations;
    fn samples() -> Vec<Self> {
        let settings = IntegrationSettings {
            origins: vec!["https://portal.noordzee.example".into()],
            mail_sender: MailSender { name: "Noordzee service desk".into(), reply_to: "desk@noordzee.example".into() },
        };
        vec![Self { org: sample_slug(), version: 1, settings }]
    }
}

impl Validate for Update {
    fn check(&self, check: &mut Check) {
        check.part("settings", &self.settings);
    }
}
