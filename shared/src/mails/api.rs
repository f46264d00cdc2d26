//! Endpoints of mails.

use super::MailSummary;
use crate::{
    Endpoint, Method, Needs,
    ids::{Slug, UserId},
    organizations::api::sample_slug,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How many mails are listed.
pub const LISTED: u32 = 5;

/// Lists the latest mails to somebody whom the caller may see, the newest first: whether a
/// temporary password has left, or could not be delivered. At most [`LISTED`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
    /// To whom.
    pub user: UserId,
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/users/{user}/mails";
    const NEEDS: Needs = Needs::Session;
    type Response = Vec<MailSummary>;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), user: UserId::from_u128(1) }]
    }
}
