//! Organizations: tenants, each with its own people, sites, roles and data.

use crate::{
    accounts::AccountNumber,
    features::LINK_MAX,
    ids::Slug,
    password::Policy,
    time::Span,
    validation::{Check, LINE_MAX, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

pub mod api;

/// A language that the console and the mails speak (BCP 47).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// French.
    #[serde(rename = "fr")]
    French,
    /// Dutch.
    #[serde(rename = "nl")]
    Dutch,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 3] = [Self::English, Self::French, Self::Dutch];

    /// The language's BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Dutch => "nl",
        }
    }

    /// The language of a BCP 47 tag such as `fr-BE`, if it is one of ours.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.tag() == primary)
    }
}

/// What anybody may know about an organization: enough for a sign-in page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PublicOrganization {
    /// Its slug.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// The language in which it greets strangers.
    pub language: Language,
    /// Where it says what it does with people's data, as an `https` address; or empty.
    #[serde(default)]
    pub privacy_statement: String,
}

/// What an organization decides about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Its name.
    pub name: String,
    /// The language in which it greets strangers, and people who have chosen none.
    pub language: Language,
    /// What it asks of passwords that are chosen from now on.
    pub password_policy: Policy,
    /// Where it says what it does with people's data, as an `https` address; or empty.
    #[serde(default)]
    pub privacy_statement: String,
    /// In which time zone mails say when something ends.
    #[serde(default)]
    pub time_zone: TimeZone,
    /// Whom to reach about the account.
    #[serde(default)]
    pub contact: Contact,
    /// How long sessions last.
    #[serde(default)]
    pub session_policy: SessionPolicy,
    /// How many rows a file to import may have, within [`crate::imports::ROWS`].
    #[serde(default = "usual_import_rows")]
    pub import_rows: u32,
}

/// A time zone by its name in the tz database, such as `Europe/Brussels`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct TimeZone(pub String);

impl Default for TimeZone {
    fn default() -> Self {
        Self("UTC".to_owned())
    }
}

/// Whom to reach about an organization's account. Every field may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The name of a person or a department.
    pub name: String,
    /// An e-mail address.
    pub email: String,
    /// A telephone number.
    pub phone: String,
}

impl Validate for Contact {
    fn check(&self, check: &mut Check) {
        check.optional("name", &self.name, LINE_MAX);
        if !self.email.trim().is_empty() {
            check.email("email", &self.email);
        }
        check.phone("phone", &self.phone);
    }
}

/// How long sessions last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionPolicy {
    /// A session ends when it is not used for so many minutes.
    pub idle_minutes: u32,
    /// A session ends after so many hours, however much it is used.
    pub absolute_hours: u32,
}

/// How many minutes a session may be idle: at most what NIST SP 800-63B-4 (AAL2) recommends.
pub const IDLE_MINUTES: RangeInclusive<u32> = 5..=60;
/// How many hours a session may last: at most what NIST SP 800-63B-4 (AAL2) recommends.
pub const ABSOLUTE_HOURS: RangeInclusive<u32> = 1..=24;

impl Default for SessionPolicy {
    fn default() -> Self {
        Self { idle_minutes: 30, absolute_hours: 12 }
    }
}

impl SessionPolicy {
    /// A session ends when it is not used for this long.
    pub const fn idle(self) -> Span {
        Span::minutes(self.idle_minutes as i64)
    }

    /// A session ends after this, however much it is used.
    pub const fn absolute(self) -> Span {
        Span::hours(self.absolute_hours as i64)
    }
}

impl Validate for SessionPolicy {
    fn check(&self, check: &mut Check) {
        for (field, value, range) in
            [("idle_minutes", self.idle_minutes, IDLE_MINUTES), ("absolute_hours", self.absolute_hours, ABSOLUTE_HOURS)]
        {
            if !range.contains(&value) {
                check.error(field, "out_of_range");
            }
        }
    }
}

const fn usual_import_rows() -> u32 {
    crate::imports::ROWS_USUAL
}

impl Validate for Settings {
    fn check(&self, check: &mut Check) {
        check.required("name", &self.name, LINE_MAX);
        check.part("password_policy", &self.password_policy);
        check.part("contact", &self.contact);
        check.part("session_policy", &self.session_policy);
        check.optional("privacy_statement", &self.privacy_statement, LINK_MAX);
        if !crate::imports::ROWS.contains(&self.import_rows) {
            check.error("import_rows", "out_of_range");
        }
        let link = self.privacy_statement.trim();
        // No other scheme: `javascript:` would run in the console.
        if !link.is_empty() && !link.starts_with("https://") {
            check.error("privacy_statement", "not_an_address");
        }
    }
}

/// An organization as those see it who look after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Organization {
    /// Its slug, for ever.
    pub slug: Slug,
    /// Its account number, for ever.
    pub number: AccountNumber,
    /// Counts changes.
    pub version: u32,
    /// What it decides about itself.
    pub settings: Settings,
}

/// An organization to be created.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOrganization {
    /// Its slug, for ever.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// Its language.
    pub language: Language,
}

impl Validate for NewOrganization {
    fn check(&self, check: &mut Check) {
        check.required("name", &self.name, LINE_MAX);
    }
}
