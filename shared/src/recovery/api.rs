//! Endpoints of forgotten passwords.

use crate::{
    Endpoint, Method, Needs,
    ids::Slug,
    organizations::api::sample_slug,
    validation::{Check, LINE_MAX, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Asks for a link to choose a new password. The answer is the same whether there is such an
/// account or not (ASVS 6.3.8); the link goes to the account's own address only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// User name or e-mail address.
    pub login: String,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/recovery";
    const NEEDS: Needs = Needs::Nothing;
    type Response = ();
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), login: "jfennell".into() }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.required("login", &self.login, LINE_MAX * 3);
    }
}

/// Chooses a new password with the secret of a mailed link. The link works no more, and all
/// sessions end. A link that is unknown, used or expired is refused as `link-refused`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Complete {
    /// The organization.
    pub org: Slug,
    /// The link's secret.
    pub token: String,
    /// The password from now on.
    pub new_password: String,
}

impl Endpoint for Complete {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/recovery/complete";
    const NEEDS: Needs = Needs::Nothing;
    type Response = ();
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            token: "kT3p2v0yQ1mS8nX5zB7cD4fG6hJ9kL2w".into(),
            new_password: "tall ships of Ghent".into(),
        }]
    }
}
