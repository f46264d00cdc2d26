//! Integrations: what an organization lets other products do, and how its mails introduce
//! themselves. Webhooks are [`crate::webhooks`].

use crate::validation::{Check, LINE_MAX, Validate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// The most origins of an organization.
pub const ORIGINS_MAX: u32 = 20;

/// What is decided about integrations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IntegrationSettings {
    /// The origins (RFC 6454) whose pages may ask the check API with a service token, such as
    /// `https://portal.example.org`. None may show the console in a frame.
    pub origins: Vec<String>,
    /// As what mails come.
    pub mail_sender: MailSender,
}

/// As what the mails of an organization come. Every field may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MailSender {
    /// The name beside the sender's address; the organization's if empty.
    pub name: String,
    /// Where answers go; nowhere in particular if empty.
    pub reply_to: String,
}

impl Validate for IntegrationSettings {
    fn check(&self, check: &mut Check) {
        if self.origins.len() > ORIGINS_MAX as usize {
            check.too_many("origins", ORIGINS_MAX);
        }
        check.part("mail_sender", &self.mail_sender);
    }
}

impl Validate for MailSender {
    fn check(&self, check: &mut Check) {
        check.optional("name", &self.name, LINE_MAX);
        // Mail programs show the name alone: it must not pass for another sender's address.
        if self.name.contains(['@', '＠']) {
            check.error("name", "address_in_name");
        }
        let reply_to = self.reply_to.trim();
        if !reply_to.is_ascii() {
            // Not every mail service takes others (RFC 6532), and what it refuses goes to nobody.
            check.error("reply_to", "email");
        } else if !reply_to.is_empty() {
            check.email("reply_to", reply_to);
        }
    }
}

/// What is decided about integrations, with its version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Integrations {
    /// Counts changes.
    pub version: u32,
    /// What is decided.
    pub settings: IntegrationSettings,
}
