//! Webhooks: addresses elsewhere that are told, signed, what happened.
//!
//! What is sent, and how it is signed, is the Standard Webhooks specification's
//! (<https://www.standardwebhooks.com>). Nothing is sent of what whoever answers for a webhook may
//! not read in the audit trail at that moment.

use crate::{
    administrators::Named,
    features::LINK_MAX,
    ids::{DeliveryId, WebhookId},
    time::Timestamp,
    validation::{Check, LINE_MAX, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

pub mod api;

/// How a secret begins (Standard Webhooks, "Symmetric"), so that it is recognized where it does
/// not belong.
pub const SECRET_PREFIX: &str = "whsec_";
/// The most webhooks of an organization.
pub const WEBHOOKS_MAX: u32 = 10;
/// A webhook is switched off after so many attempts in a row that failed, if they have failed for
/// [`FAILING_HOURS`].
pub const FAILURES_MAX: u32 = 20;
/// For so many hours a webhook may fail, however often it is tried meanwhile.
pub const FAILING_HOURS: u32 = 24;

/// Names a family and lists all of them.
macro_rules! families {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)+) => {
        /// Kinds of effects that belong together, by what they are about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Family {
            $($(#[$doc])* $name,)+
        }
        impl Family {
            /// All of them, in the order in which people read them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
            /// The name on the wire and in words.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }
        }
    };
}

families! {
    /// Accounts of people, their passwords and invitations.
    Users = "users";
    /// Signing in, failing to, and signing out.
    Sessions = "sessions";
    /// What is given to whom.
    Grants = "grants";
    /// Roles.
    Roles = "roles";
    /// Groups and their members.
    Groups = "groups";
    /// Sites.
    Sites = "sites";
    /// Numbers, devices, licenses and who has them.
    Inventory = "inventory";
    /// Features of the organization's own product.
    Features = "features";
    /// Notices and notes.
    Notices = "notices";
    /// Orders.
    Orders = "orders";
    /// The organization itself and, at the operator's, accounts.
    Organization = "organization";
    /// Service credentials, webhooks and other settings of integrations.
    Integrations = "integrations";
}

/// What a webhook is like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WebhookDetails {
    /// What it is for.
    pub name: String,
    /// Where deliveries are posted: an `https` address with a host name.
    pub url: String,
    /// Of what it hears.
    pub families: BTreeSet<Family>,
    /// Whether anything is sent.
    pub enabled: bool,
}

impl Validate for WebhookDetails {
    fn check(&self, check: &mut Check) {
        check.required("name", &self.name, LINE_MAX);
        check.required("url", &self.url, LINK_MAX);
        if self.families.is_empty() {
            check.error("families", "choose_one");
        }
    }
}

/// Why the edge has switched a webhook off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OffReason {
    /// It failed for too long.
    Failing,
    /// It answered 410 Gone.
    Gone,
}

/// A webhook; its secret is shown once, when it is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Webhook {
    /// The webhook.
    pub id: WebhookId,
    /// Counts changes.
    pub version: u32,
    /// What it is like.
    pub details: WebhookDetails,
    /// Who answers for it, as far as the caller may see him: who made it or changed it last. It
    /// hears what he may read.
    pub held_by: Option<Named>,
    /// Whether it hears nothing because that person may not look after integrations any more.
    pub dormant: bool,
    /// How many attempts in a row have failed.
    pub failures: u32,
    /// Why the edge has switched it off, if it has.
    pub off_reason: Option<OffReason>,
    /// Until when the secret before the present one signs, too, if it still does.
    pub previous_until: Option<Timestamp>,
    /// When it was made.
    pub created_at: Timestamp,
}

/// What has become of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryStatus {
    /// It is tried now, or again later.
    Waiting,
    /// The address took it.
    Delivered,
    /// It is given up.
    Failed,
}

impl DeliveryStatus {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Delivered, Self::Failed];

    /// The name on the wire and in words.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Delivered => "delivered",
            Self::Failed => "failed",
        }
    }
}

/// Of what a delivery tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum About {
    /// Of nothing: it is a test.
    Test,
    /// Of an audit record that the caller may read.
    Record {
        /// The kind of effect.
        effect: String,
        /// The record's number.
        seq: u64,
    },
    /// Of an audit record that only others may read, among them whoever answers for the webhook.
    Withheld,
}

/// One message to a webhook, however often it was tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Delivery {
    /// The delivery; the header `webhook-id` of every attempt.
    pub id: DeliveryId,
    /// Of what it tells.
    pub about: About,
    /// What has become of it.
    pub status: DeliveryStatus,
    /// How often it has been tried since it was asked for last.
    pub attempts: u32,
    /// The HTTP status that the last attempt ended with; none if there was no answer, or no attempt yet.
    pub response: Option<u16>,
    /// When it came about.
    pub created_at: Timestamp,
    /// When the last attempt ended; none as long as none has since it was asked for last.
    pub tried_at: Option<Timestamp>,
    /// When it is tried next, if it is.
    pub next_at: Option<Timestamp>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_is_called_on_the_wire_what_it_is_called() {
        for family in Family::ALL {
            assert_eq!(serde_json::to_value(family).unwrap(), family.as_str());
        }
    }
}
