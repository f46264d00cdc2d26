//! Organizations: tenants, each with its own people, sites, roles and data.

use crate::{
    features::LINK_MAX,
    ids::Slug,
    password::Policy,
    validation::{Check, LINE_MAX, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
    /// How many rows a file to import may have, within [`crate::imports::ROWS`].
    #[serde(default = "usual_import_rows")]
    pub import_rows: u32,
}

const fn usual_import_rows() -> u32 {
    crate::imports::ROWS_USUAL
}

impl Validate for Settings {
    fn check(&self, check: &mut Check) {
        check.required("name", &self.name, LINE_MAX);
        check.part("password_policy", &self.password_policy);
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
