//! Endpoints of telephone numbers.

use super::{Number, NumberDetails};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::{INVENTORY_CREATE, INVENTORY_DELETE, INVENTORY_UPDATE, INVENTORY_VIEW},
    ids::{NumberId, SiteId, Slug, UserId},
    organizations::api::sample_slug,
    page::{Cursor, Direction, Page},
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lists the numbers of the sites that the caller may see, by number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
    /// Digits to find in the number, or words to find in its label.
    pub q: Option<String>,
    /// Only numbers of this site.
    pub site: Option<SiteId>,
    /// Only numbers that are assigned, or only those that are not.
    pub assigned: Option<bool>,
    /// Only numbers of this user.
    pub user: Option<UserId>,
    /// Direction of the order; ascending if absent.
    pub direction: Option<Direction>,
    /// Where the page begins; the first page if absent.
    pub cursor: Option<Cursor>,
    /// Items of a page, 1 to [`crate::page::LIMIT_MAX`].
    pub limit: Option<u32>,
}

impl List {
    /// The first page of all.
    pub fn first(org: Slug) -> Self {
        Self { org, q: None, site: None, assigned: None, user: None, direction: None, cursor: None, limit: None }
    }
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/numbers";
    const NEEDS: Needs = Needs::Permission(INVENTORY_VIEW);
    type Response = Page<Number>;
    fn samples() -> Vec<Self> {
        let everything = Self {
            q: Some("+32 9 & ü".into()),
            site: Some(SiteId::from_u128(7)),
            assigned: Some(true),
            user: Some(UserId::from_u128(1)),
            direction: Some(Direction::Descending),
            cursor: Some(Cursor("eyJrIjoiYSJ9".into())),
            limit: Some(50),
            ..Self::first(sample_slug())
        };
        vec![everything, Self::first(sample_slug())]
    }
}

/// Shows a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
    /// The number.
    pub number: NumberId,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/numbers/{number}";
    const NEEDS: Needs = Needs::Permission(INVENTORY_VIEW);
    type Response = Number;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), number: NumberId::from_u128(0xa1) }]
    }
}

/// Adds a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// What it is like.
    pub details: NumberDetails,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/numbers";
    const NEEDS: Needs = Needs::Permission(INVENTORY_CREATE);
    type Response = Number;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), details: sample_details() }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Changes a number. Moving it to another site takes the right at both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// The organization.
    pub org: Slug,
    /// The number.
    pub number: NumberId,
    /// The version that was read.
    pub version: u32,
    /// What it is to be like.
    pub details: NumberDetails,
}

impl Endpoint for Update {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/numbers/{number}";
    const NEEDS: Needs = Needs::Permission(INVENTORY_UPDATE);
    type Response = Number;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), number: NumberId::from_u128(0xa1), version: 1, details: sample_details() }]
    }
}

impl Validate for Update {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Deletes a number that is assigned to nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delete {
    /// The organization.
    pub org: Slug,
    /// The number.
    pub number: NumberId,
}

impl Endpoint for Delete {
    const METHOD: Method = Method::Delete;
    const PATH: &'static str = "/api/v1/orgs/{org}/numbers/{number}";
    const NEEDS: Needs = Needs::Permission(INVENTORY_DELETE);
    type Response = ();
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), number: NumberId::from_u128(0xa1) }]
    }
}

fn sample_details() -> NumberDetails {
    NumberDetails { number: "+32 9 210 00 99".into(), label: "Reception".into(), site: Some(SiteId::from_u128(7)) }
}
