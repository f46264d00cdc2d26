//! Endpoints of the check API.

use super::{Answer, At, Check, Explanation};
use crate::{
    Endpoint, Method, Needs,
    administrators::Named,
    authority::{
        HeldGrant, Permission,
        permission::{ADMINISTRATORS_VIEW, USERS_UPDATE},
    },
    ids::{GroupId, SiteId, Slug, UserId},
    organizations::api::sample_slug,
    page::{Cursor, Page},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The most questions of a batch.
pub const BATCH_MAX: usize = 1_000;

/// Answers whether somebody may do something somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// The question.
    pub check: Check,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/checks";
    const NEEDS: Needs = Needs::Service(ADMINISTRATORS_VIEW);
    type Response = Answer;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), check: sample_check() }]
    }
}

/// Answers up to [`BATCH_MAX`] questions, in their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Batch {
    /// The organization.
    pub org: Slug,
    /// The questions.
    pub checks: Vec<Check>,
}

impl Endpoint for Batch {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/checks/batch";
    const NEEDS: Needs = Needs::Service(ADMINISTRATORS_VIEW);
    type Response = Vec<Answer>;
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            checks: vec![sample_check(), Check { at: At::User(UserId::from_u128(2)), ..sample_check() }],
        }]
    }
}

/// Lists what somebody may do: the grants that count now. Nothing for whom the caller may not see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Held {
    /// The organization.
    pub org: Slug,
    /// Who.
    pub user: UserId,
}

impl Endpoint for Held {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/checks/users/{user}";
    const NEEDS: Needs = Needs::Service(ADMINISTRATORS_VIEW);
    type Response = Vec<HeldGrant>;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), user: UserId::from_u128(1) }]
    }
}

/// Lists who may do something somewhere, by name; the place is the organization unless one is
/// named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Who {
    /// The organization.
    pub org: Slug,
    /// What.
    pub permission: Permission,
    /// At this site.
    pub site: Option<SiteId>,
    /// At this group.
    pub group: Option<GroupId>,
    /// Where the page begins; the first page if absent.
    pub cursor: Option<Cursor>,
    /// Items of a page, 1 to [`crate::page::LIMIT_MAX`].
    pub limit: Option<u32>,
}

impl Endpoint for Who {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/checks/who";
    const NEEDS: Needs = Needs::Service(ADMINISTRATORS_VIEW);
    type Response = Page<Named>;
    fn samples() -> Vec<Self> {
        vec![
            Self {
                org: sample_slug(),
                permission: USERS_UPDATE,
                site: Some(SiteId::from_u128(7)),
                group: Some(GroupId::from_u128(9)),
                cursor: Some(Cursor("eyJrIjoiYSJ9".into())),
                limit: Some(25),
            },
            Self { org: sample_slug(), permission: USERS_UPDATE, site: None, group: None, cursor: None, limit: None },
        ]
    }
}

/// Explains why somebody may or may not do something somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Explain {
    /// The organization.
    pub org: Slug,
    /// Who.
    pub user: UserId,
    /// What.
    pub permission: Permission,
    /// At this site.
    pub site: Option<SiteId>,
    /// At this group.
    pub group: Option<GroupId>,
}

impl Endpoint for Explain {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/explain";
    const NEEDS: Needs = Needs::Permission(ADMINISTRATORS_VIEW);
    type Response = Explanation;
    fn samples() -> Vec<Self> {
        vec![
            Self {
                org: sample_slug(),
                user: UserId::from_u128(1),
                permission: USERS_UPDATE,
                site: Some(SiteId::from_u128(7)),
                group: None,
            },
            Self {
                org: sample_slug(),
                user: UserId::from_u128(1),
                permission: USERS_UPDATE,
                site: None,
                group: Some(GroupId::from_u128(9)),
            },
        ]
    }
}

fn sample_check() -> Check {
    Check { user: UserId::from_u128(1), permission: USERS_UPDATE, at: At::Site(SiteId::from_u128(7)) }
}
