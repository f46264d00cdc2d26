//! Endpoints of devices.

use super::{Device, DeviceDetails, DeviceKind};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::{INVENTORY_CREATE, INVENTORY_DELETE, INVENTORY_UPDATE, INVENTORY_VIEW},
    ids::{DeviceId, SiteId, Slug, UserId},
    organizations::api::sample_slug,
    page::{Cursor, Direction, Page},
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lists the devices of the sites that the caller may see, by model and identifier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
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

impl List {
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

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/devices";
    const NEEDS: Needs = Needs::Permission(INVENTORY_VIEW);
    type Response = Page<Device>;
    fn samples() -> Vec<Self> {
        let everything = Self {
            q: Some("polycom & ü".into()),
            site: Some(SiteId::from_u128(7)),
            kind: Some(DeviceKind::Headset),
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

/// Shows a device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
    /// The device.
    pub device: DeviceId,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/devices/{device}";
    const NEEDS: Needs = Needs::Permission(INVENTORY_VIEW);
    type Response = Device;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), device: DeviceId::from_u128(0xa2) }]
    }
}

/// Adds a device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// What it is like.
    pub details: DeviceDetails,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/devices";
    const NEEDS: Needs = Needs::Permission(INVENTORY_CREATE);
    type Response = Device;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), details: sample_details() }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Changes a device. Moving it to another site takes the right at both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// The organization.
    pub org: Slug,
    /// The device.
    pub device: DeviceId,
    /// The version that was read.
    pub version: u32,
    /// What it is to be like.
    pub details: DeviceDetails,
}

impl Endpoint for Update {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/devices/{device}";
    const NEEDS: Needs = Needs::Permission(INVENTORY_UPDATE);
    type Response = Device;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), device: DeviceId::from_u128(0xa2), version: 1, details: sample_details() }]
    }
}

impl Validate for Update {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Deletes a device that is assigned to nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delete {
    /// The organization.
    pub org: Slug,
    /// The device.
    pub device: DeviceId,
}

impl Endpoint for Delete {
    const METHOD: Method = Method::Delete;
    const PATH: &'static str = "/api/v1/orgs/{org}/devices/{device}";
    const NEEDS: Needs = Needs::Permission(INVENTORY_DELETE);
    type Response = ();
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), device: DeviceId::from_u128(0xa2) }]
    }
}

fn sample_details() -> DeviceDetails {
    DeviceDetails {
        kind: DeviceKind::Phone,
        model: "Cisco 8845".into(),
        identifier: "00:1A:2B:3C:4D:5E".into(),
        site: Some(SiteId::from_u128(7)),
    }
}
