//! Endpoints of assignments: lists by number, by device, by license and by user, and assigning.

use super::{Asset, Seat, UserAssignments};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::{ASSIGNMENTS_UPDATE, ASSIGNMENTS_VIEW, LICENSES_VIEW},
    devices::{Device, DeviceKind},
    ids::{DeviceId, LicenseId, NumberId, SiteId, Slug, UserId},
    numbers::Number,
    organizations::api::sample_slug,
    page::{Cursor, Direction, Page},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lists numbers with to whom they are assigned, by number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
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

impl Numbers {
    /// The first page of all.
    pub fn first(org: Slug) -> Self {
        Self { org, q: None, site: None, assigned: None, user: None, direction: None, cursor: None, limit: None }
    }
}

impl Endpoint for Numbers {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/assignments/numbers";
    const NEEDS: Needs = Needs::Permission(ASSIGNMENTS_VIEW);
    type Response = Page<Number>;
    fn samples() -> Vec<Self> {
        let everything = Self {
            q: Some("+32 9 & ü".into()),
            site: Some(SiteId::from_u128(7)),
            assigned: Some(false),
            user: Some(UserId::from_u128(1)),
            direction: Some(Direction::Descending),
            cursor: Some(Cursor("eyJrIjoiYSJ9".into())),
            limit: Some(50),
            ..Self::first(sample_slug())
        };
        vec![everything, Self::first(sample_slug())]
    }
}

/// Lists devices with to whom they are assigned, by model and identifier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Devices {
    /// The organization.
    pub org: Slug,
    /// Words to find in model or identifier.
    pub q: Option<String>,
    /// Only devices of this site.
    pub site: Option<SiteId>,
    /// Only devices of this kind.
    pub kind: Option<DeviceKind>,
    /// Only devices that are assigned, or only those that are not.
    pub assigned: Option<bool>,
    /// Only devices of this user.
    pub user: Option<UserId>,
    /// Direction of the order; ascending if absent.
    pub direction: Option<Direction>,
    /// Where the page begins; the first page if absent.
    pub cursor: Option<Cursor>,
    /// Items of a page, 1 to [`crate::page::LIMIT_MAX`].
    pub limit: Option<u32>,
}

impl Devices {
    /// The first page of all.
    pub fn first(org: Slug) -> Self {
        Self {
            org,
            q: None,
            site: None,
            kind: None,
            assigned: None,
            user: None,
            direction: None,
            cursor: None,
            limit: None,
        }
    }
}

impl Endpoint for Devices {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/assignments/devices";
    const NEEDS: Needs = Needs::Permission(ASSIGNMENTS_VIEW);
    type Response = Page<Device>;
    fn samples() -> Vec<Self> {
        let everything = Self {
            q: Some("polycom & ü".into()),
            site: Some(SiteId::from_u128(7)),
            kind: Some(DeviceKind::Gateway),
            assigned: Some(false),
            user: Some(UserId::from_u128(1)),
            direction: Some(Direction::Descending),
            cursor: Some(Cursor("eyJrIjoiYSJ9".into())),
            limit: Some(50),
            ..Self::first(sample_slug())
        };
        vec![everything, Self::first(sample_slug())]
    }
}

/// Lists who has a seat of a license, by full name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Seats {
    /// The organization.
    pub org: Slug,
    /// The license.
    pub license: LicenseId,
    /// Words to find in name, user name or e-mail address.
    pub q: Option<String>,
    /// Only users of this site.
    pub site: Option<SiteId>,
    /// Direction of the order; ascending if absent.
    pub direction: Option<Direction>,
    /// Where the page begins; the first page if absent.
    pub cursor: Option<Cursor>,
    /// Items of a page, 1 to [`crate::page::LIMIT_MAX`].
    pub limit: Option<u32>,
}

impl Seats {
    /// The first page of all.
    pub fn first(org: Slug, license: LicenseId) -> Self {
        Self { org, license, q: None, site: None, direction: None, cursor: None, limit: None }
    }
}

impl Endpoint for Seats {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/assignments/licenses/{license}";
    const NEEDS: Needs = Needs::Either([LICENSES_VIEW, ASSIGNMENTS_VIEW]);
    type Response = Page<Seat>;
    fn samples() -> Vec<Self> {
        let first = || Self::first(sample_slug(), LicenseId::from_u128(0xa3));
        let everything = Self {
            q: Some("anna & jan?=ü".into()),
            site: Some(SiteId::from_u128(7)),
            direction: Some(Direction::Descending),
            cursor: Some(Cursor("eyJrIjoiYSJ9".into())),
            limit: Some(50),
            ..first()
        };
        vec![everything, first()]
    }
}

/// Lists users with what is assigned to them, by full name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Users {
    /// The organization.
    pub org: Slug,
    /// Words to find in name, user name or e-mail address.
    pub q: Option<String>,
    /// Only users of this site.
    pub site: Option<SiteId>,
    /// Only users to whom anything is assigned, or only those without.
    pub assigned: Option<bool>,
    /// Direction of the order; ascending if absent.
    pub direction: Option<Direction>,
    /// Where the page begins; the first page if absent.
    pub cursor: Option<Cursor>,
    /// Items of a page, 1 to [`crate::page::LIMIT_MAX`].
    pub limit: Option<u32>,
}

impl Users {
    /// The first page of all.
    pub fn first(org: Slug) -> Self {
        Self { org, q: None, site: None, assigned: None, direction: None, cursor: None, limit: None }
    }
}

impl Endpoint for Users {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/assignments/users";
    const NEEDS: Needs = Needs::Permission(ASSIGNMENTS_VIEW);
    type Response = Page<UserAssignments>;
    fn samples() -> Vec<Self> {
        let everything = Self {
            q: Some("anna & jan?=ü".into()),
            site: Some(SiteId::from_u128(7)),
            assigned: Some(true),
            direction: Some(Direction::Descending),
            cursor: Some(Cursor("eyJrIjoiYSJ9".into())),
            limit: Some(50),
            ..Self::first(sample_slug())
        };
        vec![everything, Self::first(sample_slug())]
    }
}

/// Shows what is assigned to a user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
    /// The user.
    pub user: UserId,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/users/{user}/assignments";
    const NEEDS: Needs = Needs::Permission(ASSIGNMENTS_VIEW);
    type Response = UserAssignments;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), user: UserId::from_u128(1) }]
    }
}

/// Assigns something that is free to a user. It takes the right over the user and, for a number
/// or a device, at its site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assign {
    /// The organization.
    pub org: Slug,
    /// To whom.
    pub user: UserId,
    /// What.
    pub asset: Asset,
}

impl Endpoint for Assign {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/users/{user}/assignments";
    const NEEDS: Needs = Needs::Permission(ASSIGNMENTS_UPDATE);
    type Response = UserAssignments;
    fn samples() -> Vec<Self> {
        let assets = [
            Asset::License(LicenseId::from_u128(0xa3)),
            Asset::Device(DeviceId::from_u128(0xa2)),
            Asset::Number(NumberId::from_u128(0xa1)),
        ];
        assets.map(|asset| Self { org: sample_slug(), user: UserId::from_u128(1), asset }).into()
    }
}

/// Takes something back from the user to whom it is assigned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unassign {
    /// The organization.
    pub org: Slug,
    /// From whom.
    pub user: UserId,
    /// What.
    pub asset: Asset,
}

impl Endpoint for Unassign {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/users/{user}/assignments/end";
    const NEEDS: Needs = Needs::Permission(ASSIGNMENTS_UPDATE);
    type Response = UserAssignments;
    fn samples() -> Vec<Self> {
        let asset = Asset::Number(NumberId::from_u128(0xa4));
        vec![Self { org: sample_slug(), user: UserId::from_u128(1), asset }]
    }
}
