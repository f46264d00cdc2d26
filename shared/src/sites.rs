//! Sites: place-like parts of an organization (an office, a PBX, a group of remote workers).
//! They are what most delegated administrators are limited to.

use crate::{
    ids::SiteId,
    users::Address,
    validation::{Check, LINE_MAX, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// What a site is like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SiteDetails {
    /// Its name, unique in the organization.
    pub name: String,
    /// Where it is.
    #[serde(default)]
    pub address: Address,
}

impl Validate for SiteDetails {
    fn check(&self, check: &mut Check) {
        check.required("name", &self.name, LINE_MAX);
        check.part("address", &self.address);
    }
}

/// A site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Site {
    /// The site.
    pub id: SiteId,
    /// Counts changes.
    pub version: u32,
    /// What it is like.
    pub details: SiteDetails,
    /// How many users belong to it.
    pub users: u32,
}
