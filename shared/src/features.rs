//! Features: what the organization's own product offers. Each is a permission to use it,
//! `feature.<key>:view`, which roles contain like the console's own.

use crate::{
    ids::FeatureKey,
    validation::{Check, DESCRIPTION_MAX, LINE_MAX, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// A text in each language of the console; where one is empty, another one is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// English.
    #[serde(default)]
    pub en: String,
    /// French.
    #[serde(default)]
    pub fr: String,
    /// Dutch.
    #[serde(default)]
    pub nl: String,
}

impl Words {
    pub(crate) fn check(&self, check: &mut Check, field: &str, max: usize) {
        for (language, text) in [("en", &self.en), ("fr", &self.fr), ("nl", &self.nl)] {
            check.optional(&format!("{field}.{language}"), text, max);
        }
    }

    /// Whether there is no text in any language.
    pub fn is_empty(&self) -> bool {
        [&self.en, &self.fr, &self.nl].into_iter().all(|text| text.trim().is_empty())
    }

    /// The text in a language, or else the first there is.
    pub fn get(&self, language: crate::organizations::Language) -> &str {
        let wanted = self.only(language);
        [wanted, &self.en, &self.fr, &self.nl].into_iter().find(|text| !text.trim().is_empty()).unwrap_or("")
    }

    /// The text in a language and no other; empty if there is none.
    pub fn only(&self, language: crate::organizations::Language) -> &str {
        use crate::organizations::Language;
        match language {
            Language::English => &self.en,
            Language::French => &self.fr,
            Language::Dutch => &self.nl,
        }
    }
}

/// The longest link, in characters.
pub const LINK_MAX: usize = 2_000;

/// What a feature is like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FeatureDetails {
    /// What it is called, in at least one language.
    pub label: Words,
    /// What it is for.
    #[serde(default)]
    pub description: Words,
    /// The name of an icon of the console, or empty.
    #[serde(default)]
    pub icon: String,
    /// Where it is, as an `https` address or a path of the console; or empty.
    #[serde(default)]
    pub link: String,
    /// Whether the organization offers it now. While it does not, nobody finds it in the navigation
    /// and every check of its permission is refused; who holds it stays as it is.
    #[serde(default = "offered")]
    pub enabled: bool,
}

const fn offered() -> bool {
    true
}

impl Default for FeatureDetails {
    fn default() -> Self {
        Self {
            label: Words::default(),
            description: Words::default(),
            icon: String::new(),
            link: String::new(),
            enabled: offered(),
        }
    }
}

impl Validate for FeatureDetails {
    fn check(&self, check: &mut Check) {
        self.label.check(check, "label", LINE_MAX);
        self.description.check(check, "description", DESCRIPTION_MAX);
        check.optional("icon", &self.icon, LINE_MAX);
        check.optional("link", &self.link, LINK_MAX);
        if self.label.is_empty() {
            check.error("label", "required");
        }
        let link = self.link.trim();
        // No other scheme: `javascript:` would run in the console.
        if !(link.is_empty() || link.starts_with("https://") || (link.starts_with('/') && !link.starts_with("//"))) {
            check.error("link", "not_a_link");
        }
    }
}

/// A feature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Feature {
    /// Its name in permissions.
    pub key: FeatureKey,
    /// Counts changes.
    pub version: u32,
    /// What it is like.
    pub details: FeatureDetails,
}
