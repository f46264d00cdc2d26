//! Licenses: products of which an organization has bought a number of seats. A user has at most
//! one seat of each. At every moment no more seats are taken than were bought.

use crate::{
    ids::{GroupId, LicenseId},
    validation::{Check, DESCRIPTION_MAX, LINE_MAX, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// The most seats of a product.
pub const QUANTITY_MAX: u32 = 1_000_000;

/// What a license is like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LicenseDetails {
    /// The product's name, unique in the organization.
    pub name: String,
    /// What it is for, or empty.
    #[serde(default)]
    pub description: String,
    /// How many seats were bought.
    pub quantity: u32,
    /// Whether a user's seat is free again when the user is disabled. Enabling him does not take
    /// one back.
    pub released_on_disable: bool,
}

impl Validate for LicenseDetails {
    fn check(&self, check: &mut Check) {
        check.required("name", &self.name, LINE_MAX);
        check.optional("description", &self.description, DESCRIPTION_MAX);
        if self.quantity > QUANTITY_MAX {
            check.too_many("quantity", QUANTITY_MAX);
        }
    }
}

/// A license with how many of its seats are taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct License {
    /// The license.
    pub id: LicenseId,
    /// Counts changes.
    pub version: u32,
    /// What it is like.
    pub details: LicenseDetails,
    /// How many seats are taken, also by people whom the caller may not see.
    pub assigned: u32,
    /// How many free seats are kept for teams: for those to which the user does not belong about
    /// whom was asked, or for all of them.
    pub reserved: u32,
}

impl License {
    /// How many seats are free and not kept for others.
    pub const fn available(&self) -> u32 {
        self.details.quantity.saturating_sub(self.assigned).saturating_sub(self.reserved)
    }
}

/// Seats of a license that are kept for the members of a team and of those below it. Others get
/// none of them. Whoever joins the team with a seat uses one of these; that he moves is refused for
/// no seat, so that fewer than were kept may be left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reservation {
    /// The team.
    pub group: GroupId,
    /// Its name.
    pub name: String,
    /// How many seats are kept, taken ones among them.
    pub seats: u32,
    /// How many seats its members have.
    pub used: u32,
}
