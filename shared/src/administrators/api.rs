//! Endpoints of administrators.

use super::{Administrator, AdministratorSummary, check_grants};
use crate::{
    Endpoint, Method, Needs,
    authority::{
        Scope,
        permission::{ADMINISTRATORS_CREATE, ADMINISTRATORS_UPDATE, ADMINISTRATORS_VIEW},
    },
    grants::{NewGrant, Validity},
    ids::{RoleId, SiteId, Slug, UserId},
    organizations::api::sample_slug,
    page::{Cursor, Direction, Page},
    time::Timestamp,
    users::{Person, Sort, Status, TemporaryPassword, api::Credentials},
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lists the administrators that the caller may see: those whose whole scope he may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
    /// Words to find in name, user name or e-mail address.
    pub q: Option<String>,
    /// Only administrators of this site (or of the whole organization).
    pub site: Option<SiteId>,
    /// Only administrators with this status.
    pub status: Option<Status>,
    /// Only administrators of whom a grant ends within so many days.
    pub ending_within: Option<u32>,
    /// Order; by name if absent.
    pub sort: Option<Sort>,
    /// Direction of the order; ascending if absent.
    pub direction: Option<Direction>,
    /// Where the page begins; the first page if absent.
    pub cursor: Option<Cursor>,
    /// Items of a page, 1 to [`crate::page::LIMIT_MAX`].
    pub limit: Option<u32>,
}

impl List {
    /// The first page in the usual order.
    pub fn first(org: Slug) -> Self {
        Self {
            org,
            q: None,
            site: None,
            status: None,
            ending_within: None,
            sort: None,
            direction: None,
            cursor: None,
            limit: None,
        }
    }
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/administrators";
    const NEEDS: Needs = Needs::Permission(ADMINISTRATORS_VIEW);
    type Response = Page<AdministratorSummary>;
    fn samples() -> Vec<Self> {
        let everything = Self {
            q: Some("jim".into()),
            site: Some(SiteId::from_u128(7)),
            status: Some(Status::Disabled),
            ending_within: Some(14),
            sort: Some(Sort::UserName),
            direction: Some(Direction::Descending),
            cursor: Some(Cursor("eyJrIjoiYSJ9".into())),
            limit: Some(10),
            ..Self::first(sample_slug())
        };
        vec![everything, Self::first(sample_slug())]
    }
}

/// Shows an administrator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
    /// The administrator.
    pub user: UserId,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/administrators/{user}";
    const NEEDS: Needs = Needs::Permission(ADMINISTRATORS_VIEW);
    type Response = Administrator;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), user: UserId::from_u128(1) }]
    }
}

/// Appoints an administrator: a new user with grants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// Who it is.
    pub person: Person,
    /// The site where he works, if any; what he may do there follows from his grants only.
    pub site: Option<SiteId>,
    /// What he may do where, never beyond what the caller holds.
    pub grants: Vec<NewGrant>,
    /// How the temporary password comes about.
    pub password: TemporaryPassword,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/administrators";
    const NEEDS: Needs = Needs::Permission(ADMINISTRATORS_CREATE);
    type Response = Credentials;
    const SHOWN_ONCE: &'static [&'static str] = &["temporary_password"];
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            person: Person::sample(),
            site: Some(SiteId::from_u128(7)),
            grants: sample_grants(),
            password: TemporaryPassword::Generated,
        }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.part("person", &self.person);
        check_grants(check, &self.grants);
    }
}

/// Changes an administrator's record and replaces his grants. Grants that stay are kept as
/// they are, with their grantor and date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// The organization.
    pub org: Slug,
    /// The administrator.
    pub user: UserId,
    /// The version that was read.
    pub version: u32,
    /// Who it is.
    pub person: Person,
    /// The site where he works, if any; what he may do there follows from his grants only.
    pub site: Option<SiteId>,
    /// What he may do where, never beyond what the caller holds.
    pub grants: Vec<NewGrant>,
}

impl Endpoint for Update {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/administrators/{user}";
    const NEEDS: Needs = Needs::Permission(ADMINISTRATORS_UPDATE);
    type Response = Administrator;
    fn samples() -> Vec<Self> {
        let nowhere = Self {
            org: sample_slug(),
            user: UserId::from_u128(1),
            version: 2,
            person: Person::sample(),
            site: None,
            grants: sample_grants(),
        };
        vec![Self { site: Some(SiteId::from_u128(7)), ..nowhere.clone() }, nowhere]
    }
}

impl Validate for Update {
    fn check(&self, check: &mut Check) {
        check.part("person", &self.person);
        check_grants(check, &self.grants);
    }
}

/// Disables an administrator (WBX-14): his sessions end in the same moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Disable {
    /// The organization.
    pub org: Slug,
    /// The administrator.
    pub user: UserId,
}

impl Endpoint for Disable {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/administrators/{user}/disable";
    const NEEDS: Needs = Needs::Permission(ADMINISTRATORS_UPDATE);
    type Response = Administrator;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), user: UserId::from_u128(1) }]
    }
}

/// Enables a disabled administrator again, judged as giving him what he holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Enable {
    /// The organization.
    pub org: Slug,
    /// The administrator.
    pub user: UserId,
}

impl Endpoint for Enable {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/administrators/{user}/enable";
    const NEEDS: Needs = Needs::Permission(ADMINISTRATORS_UPDATE);
    type Response = Administrator;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), user: UserId::from_u128(1) }]
    }
}

/// Gives an administrator a new temporary password and ends his sessions (WBX-15).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetPassword {
    /// The organization.
    pub org: Slug,
    /// The administrator.
    pub user: UserId,
    /// How the temporary password comes about.
    pub password: TemporaryPassword,
}

impl Endpoint for ResetPassword {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/administrators/{user}/password";
    const NEEDS: Needs = Needs::Permission(ADMINISTRATORS_UPDATE);
    type Response = Credentials;
    const SHOWN_ONCE: &'static [&'static str] = &["temporary_password"];
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), user: UserId::from_u128(1), password: TemporaryPassword::Generated }]
    }
}

fn sample_grants() -> Vec<NewGrant> {
    vec![
        NewGrant {
            validity: Validity { from: None, until: Some(Timestamp(1_900_000_000_000)) },
            reason: "Replaces Kim in July".into(),
            ..NewGrant::lasting(RoleId::from_u128(4), Scope::Sites { sites: [SiteId::from_u128(7)].into() })
        },
        NewGrant::lasting(RoleId::from_u128(5), Scope::Organization),
    ]
}
