//! Endpoints of the first run.

use crate::{
    Endpoint, Method, Needs,
    ids::Slug,
    organizations::{Language, NewOrganization},
    users::Person,
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Creates an organization and its owner. The token is printed by whoever deploys, works once
/// and expires after an hour.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The set-up token.
    pub token: String,
    /// The organization.
    pub organization: NewOrganization,
    /// Its owner.
    pub owner: Person,
    /// The owner's permanent password.
    pub password: String,
}

/// The organization that was created.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Created {
    /// Its slug: where to sign in.
    pub slug: Slug,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/setup";
    const NEEDS: Needs = Needs::Nothing;
    type Response = Created;
    fn samples() -> Vec<Self> {
        vec![Self {
            token: "kT3p2v0yQ1mS8nX5zB7cD4fG6hJ9kL2w".into(),
            organization: NewOrganization {
                slug: crate::organizations::api::sample_slug(),
                name: "Carrier".into(),
                language: Language::French,
            },
            owner: Person::sample(),
            password: "tall ships of Ghent".into(),
        }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        if self.token.trim().is_empty() {
            check.error("token", "required");
        }
        check.part("organization", &self.organization);
        check.part("owner", &self.owner);
        if self.password.is_empty() {
            check.error("password", "required");
        }
    }
}
