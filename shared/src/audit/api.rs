//! Endpoints of the audit trail.

use super::{Entry, Head, Link, Seq};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::AUDIT_VIEW,
    ids::{Slug, UserId},
    organizations::api::sample_slug,
    page::Cursor,
    time::Timestamp,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A stretch of the chain, and where the chain ends now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stretch {
    /// The links after the one that was asked for, in their order.
    pub links: Vec<Link>,
    /// The end of the whole chain.
    pub head: Head,
}

/// One page of what happened. It is not counted: a trail is long, grows while one reads it, and
/// counting it would cost more than reading the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Trail {
    /// What happened, newest first.
    pub items: Vec<Entry>,
    /// The page of what happened later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Cursor>,
    /// The page of what happened before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Cursor>,
}

/// The most links of a stretch.
pub const STRETCH_MAX: u32 = 1_000;

/// Lists what happened where the caller may see it, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
    /// Only what this person did.
    pub actor: Option<UserId>,
    /// Only what was done to the user, group, role or site with this id.
    pub subject: Option<String>,
    /// Only effects of this kind, such as `grant_added`.
    pub effect: Option<String>,
    /// Only what was refused, or only what was not.
    pub refused: Option<bool>,
    /// From when, inclusive.
    pub from: Option<Timestamp>,
    /// Until when, exclusive.
    pub until: Option<Timestamp>,
    /// Where the page begins; the newest page if absent.
    pub cursor: Option<Cursor>,
    /// Items of a page, 1 to [`crate::page::LIMIT_MAX`].
    pub limit: Option<u32>,
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/audit";
    const NEEDS: Needs = Needs::Permission(AUDIT_VIEW);
    type Response = Trail;
    fn samples() -> Vec<Self> {
        vec![
            Self {
                actor: Some(UserId::from_u128(1)),
                subject: Some(UserId::from_u128(2).to_string()),
                effect: Some("grant_added".into()),
                refused: Some(false),
                from: Some(Timestamp(1_790_000_000_000)),
                until: Some(Timestamp(1_800_000_000_000)),
                cursor: Some(Cursor("MTAw".into())),
                limit: Some(25),
                ..Self::newest(sample_slug())
            },
            Self::newest(sample_slug()),
        ]
    }
}

impl List {
    /// The newest page of everything.
    pub fn newest(org: Slug) -> Self {
        Self {
            org,
            actor: None,
            subject: None,
            effect: None,
            refused: None,
            from: None,
            until: None,
            cursor: None,
            limit: None,
        }
    }
}

/// Gives a stretch of the chain for export and verification: at most [`STRETCH_MAX`] links, each
/// with its line where the caller may read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// The organization.
    pub org: Slug,
    /// The number of the record before the first one; from the beginning if absent.
    pub after: Option<u64>,
    /// The most links, 1 to [`STRETCH_MAX`].
    pub limit: Option<u32>,
}

impl Endpoint for Export {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/audit/chain";
    const NEEDS: Needs = Needs::Permission(AUDIT_VIEW);
    type Response = Stretch;
    fn samples() -> Vec<Self> {
        vec![
            Self { org: sample_slug(), after: Some(1_000), limit: Some(500) },
            Self { org: sample_slug(), after: None, limit: None },
        ]
    }
}

/// Undoes what a record says, judged with today's authority as if it were done anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Undo {
    /// The organization.
    pub org: Slug,
    /// The record.
    pub seq: Seq,
}

impl Endpoint for Undo {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/audit/{seq}/undo";
    const NEEDS: Needs = Needs::Permission(AUDIT_VIEW);
    type Response = Entry;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), seq: Seq(12) }]
    }
}
