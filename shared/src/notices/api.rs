//! Endpoints of notices.

use super::{Notice, NoticeDetails, SentNotice};
use crate::{
    Endpoint, Method, Needs,
    authority::{Scope, permission::NOTICES_CREATE},
    ids::{NoticeId, SiteId, Slug},
    organizations::api::sample_slug,
    page::{Cursor, Page},
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lists the notices that have reached the caller, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
    /// Where the page begins; the first page if absent.
    pub cursor: Option<Cursor>,
    /// Items of a page, 1 to [`crate::page::LIMIT_MAX`].
    pub limit: Option<u32>,
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/notices";
    const NEEDS: Needs = Needs::Session;
    type Response = Page<Notice>;
    fn samples() -> Vec<Self> {
        vec![
            Self { org: sample_slug(), cursor: Some(Cursor("eyJrIjoiYSJ9".into())), limit: Some(50) },
            Self { org: sample_slug(), cursor: None, limit: None },
        ]
    }
}

/// Sends a notice to everybody at places where the caller may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// What it is to be like.
    pub details: NoticeDetails,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/notices";
    const NEEDS: Needs = Needs::Permission(NOTICES_CREATE);
    type Response = SentNotice;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), details: sample_details() }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Counts whom a notice would reach, before it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Audience {
    /// The organization.
    pub org: Slug,
    /// To whom it would go.
    pub scope: Scope,
}

/// How many people a notice would reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Recipients {
    /// How many.
    pub recipients: u32,
}

impl Endpoint for Audience {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/notices/audience";
    const NEEDS: Needs = Needs::Permission(NOTICES_CREATE);
    type Response = Recipients;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), scope: sample_details().scope }]
    }
}

/// Lists the notices that the caller has sent, the newest first, with how many have read them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sent {
    /// The organization.
    pub org: Slug,
    /// Where the page begins; the first page if absent.
    pub cursor: Option<Cursor>,
    /// Items of a page, 1 to [`crate::page::LIMIT_MAX`].
    pub limit: Option<u32>,
}

impl Endpoint for Sent {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/notices/sent";
    const NEEDS: Needs = Needs::Permission(NOTICES_CREATE);
    type Response = Page<SentNotice>;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), cursor: None, limit: Some(25) }]
    }
}

/// Confirms that the caller has read a notice. Doing it again changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Read {
    /// The organization.
    pub org: Slug,
    /// The notice.
    pub notice: NoticeId,
}

impl Endpoint for Read {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/notices/{notice}/receipt";
    const NEEDS: Needs = Needs::Session;
    type Response = Notice;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), notice: NoticeId::from_u128(2) }]
    }
}

fn sample_details() -> NoticeDetails {
    NoticeDetails {
        title: "Maintenance on Saturday".into(),
        text: "The telephones rest from 8 to 9.\nMobile numbers keep working.".into(),
        scope: Scope::Sites { sites: [SiteId::from_u128(7)].into() },
        by_mail: true,
    }
}
