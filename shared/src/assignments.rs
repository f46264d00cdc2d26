//! Assignments: which numbers, devices and license seats a user has. Numbers and devices are
//! assigned to at most one user; of each license a user has at most one seat.

use crate::{
    ids::{DeviceId, LicenseId, NumberId, SiteId, UserId},
    users::Status,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// Something that can be assigned.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Asset {
    /// A telephone number.
    Number(NumberId),
    /// A device.
    Device(DeviceId),
    /// A seat of a license.
    License(LicenseId),
}

/// To whom something is assigned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Holder {
    /// The user.
    pub id: UserId,
    /// Full name.
    pub name: String,
}

/// Something that is assigned to a user, as lists name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Assigned {
    /// What.
    pub asset: Asset,
    /// The number as typed, the device's model, or the product's name.
    pub name: String,
    /// The number's label or the device's identifier; empty for seats.
    pub note: String,
    /// The site where it belongs, if any.
    pub site: Option<SiteId>,
}

/// A user with what is assigned to him, as far as the caller may see it: numbers first, then
/// devices, then seats, each by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct UserAssignments {
    /// The user.
    pub user: Holder,
    /// E-mail address.
    pub email: String,
    /// The site where the user belongs, if any.
    pub site: Option<SiteId>,
    /// Whether the user may sign in.
    pub status: Status,
    /// What is assigned.
    pub assigned: Vec<Assigned>,
}

/// A seat that is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Seat {
    /// By whom.
    pub holder: Holder,
    /// E-mail address.
    pub email: String,
    /// The site where the user belongs, if any.
    pub site: Option<SiteId>,
    /// Whether the user may sign in.
    pub status: Status,
}
