//! Endpoints of webhooks.

use super::{Delivery, Family, Webhook, WebhookDetails};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::{INTEGRATIONS_UPDATE, INTEGRATIONS_VIEW},
    credentials::OVERLAP_HOURS,
    ids::{DeliveryId, Slug, WebhookId},
    organizations::api::sample_slug,
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// At most so many deliveries are listed.
pub const LISTED: u32 = 100;

/// A webhook with its secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Made {
    /// The webhook.
    pub webhook: Webhook,
    /// The secret with which deliveries are signed. Shown this once.
    pub secret: Option<String>,
}

/// Lists the webhooks, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/webhooks";
    const NEEDS: Needs = Needs::Permission(INTEGRATIONS_VIEW);
    type Response = Vec<Webhook>;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Shows a webhook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
    /// The webhook.
    pub webhook: WebhookId,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/webhooks/{webhook}";
    const NEEDS: Needs = Needs::Permission(INTEGRATIONS_VIEW);
    type Response = Webhook;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), webhook: sample_id() }]
    }
}

/// Adds a webhook. It hears what the caller may read in the audit trail, at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// What it is like.
    pub details: WebhookDetails,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/webhooks";
    const NEEDS: Needs = Needs::Permission(INTEGRATIONS_UPDATE);
    type Response = Made;
    const SHOWN_ONCE: &'static [&'static str] = &["secret"];
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), details: sample_details() }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Changes a webhook. Whoever does this answers for it from now on: it hears what he may read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// The organization.
    pub org: Slug,
    /// The webhook.
    pub webhook: WebhookId,
    /// The version that was read.
    pub version: u32,
    /// What it is to be like.
    pub details: WebhookDetails,
}

impl Endpoint for Update {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/webhooks/{webhook}";
    const NEEDS: Needs = Needs::Permission(INTEGRATIONS_UPDATE);
    type Response = Webhook;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), webhook: sample_id(), version: 1, details: sample_details() }]
    }
}

impl Validate for Update {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Removes a webhook with its log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delete {
    /// The organization.
    pub org: Slug,
    /// The webhook.
    pub webhook: WebhookId,
}

impl Endpoint for Delete {
    const METHOD: Method = Method::Delete;
    const PATH: &'static str = "/api/v1/orgs/{org}/webhooks/{webhook}";
    const NEEDS: Needs = Needs::Permission(INTEGRATIONS_UPDATE);
    type Response = ();
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), webhook: sample_id() }]
    }
}

/// Replaces a webhook's secret. The one before signs, too, for a while, so that the receiver can
/// change over. Whoever does this answers for the webhook from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rotate {
    /// The organization.
    pub org: Slug,
    /// The webhook.
    pub webhook: WebhookId,
    /// For how many hours the secret until now goes on signing; 0 ends it at once.
    pub overlap_hours: u32,
}

impl Endpoint for Rotate {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/webhooks/{webhook}/rotate";
    const NEEDS: Needs = Needs::Permission(INTEGRATIONS_UPDATE);
    type Response = Made;
    const SHOWN_ONCE: &'static [&'static str] = &["secret"];
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), webhook: sample_id(), overlap_hours: 24 }]
    }
}

impl Validate for Rotate {
    fn check(&self, check: &mut Check) {
        if !OVERLAP_HOURS.contains(&self.overlap_hours) {
            check.error("overlap_hours", "out_of_range");
        }
    }
}

/// Lists the latest deliveries to a webhook, newest first, at most [`LISTED`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deliveries {
    /// The organization.
    pub org: Slug,
    /// The webhook.
    pub webhook: WebhookId,
}

impl Endpoint for Deliveries {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/webhooks/{webhook}/deliveries";
    const NEEDS: Needs = Needs::Permission(INTEGRATIONS_VIEW);
    type Response = Vec<Delivery>;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), webhook: sample_id() }]
    }
}

/// Sends a message that tells of nothing, to see whether it arrives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Test {
    /// The organization.
    pub org: Slug,
    /// The webhook.
    pub webhook: WebhookId,
}

impl Endpoint for Test {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/webhooks/{webhook}/test";
    const NEEDS: Needs = Needs::Permission(INTEGRATIONS_UPDATE);
    type Response = Delivery;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), webhook: sample_id() }]
    }
}

/// Sends a delivery that has arrived or was given up once more, under the same id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Resend {
    /// The organization.
    pub org: Slug,
    /// The webhook.
    pub webhook: WebhookId,
    /// The delivery.
    pub delivery: DeliveryId,
}

impl Endpoint for Resend {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/webhooks/{webhook}/deliveries/{delivery}/resend";
    const NEEDS: Needs = Needs::Permission(INTEGRATIONS_UPDATE);
    type Response = Delivery;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), webhook: sample_id(), delivery: DeliveryId::from_u128(0xb2) }]
    }
}

fn sample_id() -> WebhookId {
    WebhookId::from_u128(0xb1)
}

fn sample_details() -> WebhookDetails {
    WebhookDetails {
        name: "Directory".into(),
        url: "https://hooks.noordzee.example/bailiwick".into(),
        families: [Family::Users, Family::Grants].into(),
        enabled: true,
    }
}
