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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
}

impl Validate for Profile {
    fn check(&self, check: &mut Check) {
        check.required("given_name", &self.given_name, LINE_MAX);
        check.optional("middle_name", &self.middle_name, LINE_MAX);
        check.required("family_name", &self.family_name, LINE_MAX);
        check.part("phones", &self.phones);
        check.part("address", &self.address);
    }
}
