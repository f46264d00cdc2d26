//! Devices of an organization: telephones and what belongs to them, each assigned to at most one
//! user.

use crate::{
    assignments::Holder,
    ids::{DeviceId, SiteId},
    validation::{Check, LINE_MAX, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// What a device is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeviceKind {
    /// A telephone on a desk, or a cordless one.
    #[default]
    Phone,
    /// Something worn to speak.
    Headset,
    /// A telephone for a room.
    Conference,
    /// What connects lines to the network.
    Gateway,
    /// Anything else.
    Other,
}

impl DeviceKind {
    /// Every kind, in the order in which people choose.
    pub const ALL: [Self; 5] = [Self::Phone, Self::Headset, Self::Conference, Self::Gateway, Self::Other];

    /// The kind's text on the wire and in the console's words.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Headset => "headset",
            Self::Conference => "conference",
            Self::Gateway => "gateway",
            Self::Other => "other",
        }
    }
}

/// What a device is like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeviceDetails {
    /// What it is for.
    pub kind: DeviceKind,
    /// Maker and model.
    pub model: String,
    /// The MAC address or serial number as typed, by which the device is known; unique in the
    /// organization by its [`normalized`] form.
    pub identifier: String,
    /// The site where it stands, if any.
    #[serde(default)]
    pub site: Option<SiteId>,
}

impl Validate for DeviceDetails {
    fn check(&self, check: &mut Check) {
        check.required("model", &self.model, LINE_MAX);
        check.required("identifier", &self.identifier, LINE_MAX);
        if !self.identifier.trim().is_empty() && normalized(&self.identifier).is_empty() {
            check.error("identifier", "identifier");
        }
    }
}

/// An identifier in the one form by which it is compared and found: letters and digits, in lower
/// case. `00:1A-2B` and `001a.2b` are one.
pub fn normalized(identifier: &str) -> String {
    identifier.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Device {
    /// The device's record.
    pub id: DeviceId,
    /// Counts changes.
    pub version: u32,
    /// What it is like.
    pub details: DeviceDetails,
    /// Whether it is assigned to anybody.
    pub assigned: bool,
    /// To whom, if the caller may see him.
    pub holder: Option<Holder>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_an_address_is_one_address() {
        for written in ["00:1A:2B:3C:4D:5E", "001a.2b3c.4d5e", " 00-1a-2b-3c-4d-5e "] {
            assert_eq!(normalized(written), "001a2b3c4d5e", "{written}");
        }
        let details = DeviceDetails { model: "X".into(), identifier: " -:- ".into(), ..DeviceDetails::default() };
        assert_eq!(details.validate().unwrap_err().errors, [crate::FieldError::new("identifier", "identifier")]);
    }
}
