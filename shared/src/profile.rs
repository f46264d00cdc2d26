//! One's own record, as far as one may change it oneself.

use crate::{
    organizations::Language,
    users::{Address, Phones},
    validation::{Check, LINE_MAX, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// What people may change about themselves. User name and e-mail address, with which one signs
/// in, are an administrator's business.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Given name.
    pub given_name: String,
    /// Middle name, or empty.
    #[serde(default)]
    pub middle_name: String,
    /// Family name.
    pub family_name: String,
    /// Telephone numbers.
    #[serde(default)]
    pub phones: Phones,
    /// Postal address.
    #[serde(default)]
    pub address: Address,
    /// Language of the console; the organization's if absent.
    pub language: Option<Language>,
    /// In which time zone times are shown, as in the IANA database; the browser's if absent.
    #[serde(default)]
    pub time_zone: Option<String>,
    /// Whether notices, and word of roles that end, also come by mail. What concerns the account
    /// itself always does.
    #[serde(default = "yes")]
    pub notices_by_mail: bool,
}

/// How somebody likes the console, as it is asked at the first sign-in (CRES-17).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Preferences {
    /// Language of the console; the organization's if absent.
    pub language: Option<Language>,
    /// In which time zone times are shown, as in the IANA database; the browser's if absent.
    pub time_zone: Option<String>,
    /// Whether notices, and word of roles that end, also come by mail.
    pub notices_by_mail: bool,
}

const fn yes() -> bool {
    true
}

/// The most characters of a time zone's name.
const TIME_ZONE_MAX: usize = 64;

/// A name such as `Europe/Brussels`. Which names there are, browsers know, and each its own.
fn check_time_zone(check: &mut Check, name: Option<&str>) {
    let is_known = |c: char| c.is_ascii_alphanumeric() || "/_+-".contains(c);
    if name.is_some_and(|name| name.is_empty() || name.len() > TIME_ZONE_MAX || !name.chars().all(is_known)) {
        check.error("time_zone", "time_zone");
    }
}

impl Validate for Preferences {
    fn check(&self, check: &mut Check) {
        check_time_zone(check, self.time_zone.as_deref());
    }
}

impl Default for Preferences {
    fn default() -> Self {
        Self { language: None, time_zone: None, notices_by_mail: true }
    }
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            given_name: String::new(),
            middle_name: String::new(),
            family_name: String::new(),
            phones: Phones::default(),
            address: Address::default(),
            language: None,
            time_zone: None,
            notices_by_mail: true,
        }
    }
}

impl Validate for Profile {
    fn check(&self, check: &mut Check) {
        check.required("given_name", &self.given_name, LINE_MAX);
        check.optional("middle_name", &self.middle_name, LINE_MAX);
        check.required("family_name", &self.family_name, LINE_MAX);
        check.part("phones", &self.phones);
        check.part("address", &self.address);
        check_time_zone(check, self.time_zone.as_deref());
    }
}
