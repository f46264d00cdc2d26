//! Endpoints of the caller's own session.

use super::Session;
use crate::{
    Endpoint, Method, Needs,
    ids::Slug,
    organizations::{Language, api::sample_slug},
    profile::Preferences,
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Signs in. The answer sets a cookie; its token is in no body.
///
/// Unknown names, wrong passwords, disabled accounts and expired temporary passwords get one
/// and the same answer at the same cost (ASVS 6.3.8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// User name or e-mail address.
    pub login: String,
    /// The password.
    pub password: String,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/session";
    const NEEDS: Needs = Needs::Nothing;
    type Response = Session;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), login: "jfennell".into(), password: "tall ships of Ghent".into() }]
    }
}

/// Shows who one is and what one may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/session";
    const NEEDS: Needs = Needs::AnySession;
    type Response = Session;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Signs out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delete {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for Delete {
    const METHOD: Method = Method::Delete;
    const PATH: &'static str = "/api/v1/orgs/{org}/session";
    const NEEDS: Needs = Needs::AnySession;
    type Response = ();
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Confirms a sign-in with a code, where the session's [`SecondStep`] says so. The answer's cookie
/// carries another token. Wrong codes are slowed down like wrong passwords.
///
/// [`SecondStep`]: crate::two_step::SecondStep
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmCode {
    /// The organization.
    pub org: Slug,
    /// The six digits that the authenticator app shows, spaces forgiven; or a recovery code. Each
    /// is accepted once. A wrong one is `code_refused` at this field.
    pub code: String,
}

impl Endpoint for ConfirmCode {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/session/code";
    const NEEDS: Needs = Needs::AnySession;
    type Response = Session;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), code: "492 039".into() }]
    }
}

/// Changes one's own password. All sessions end; the answer's cookie carries a new one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// The organization.
    pub org: Slug,
    /// The password used until now.
    pub current_password: String,
    /// The password from now on.
    pub new_password: String,
}

impl Endpoint for ChangePassword {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/session/password";
    const NEEDS: Needs = Needs::SignedIn;
    type Response = Session;
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            current_password: "k7mx2-p9qrt-w4hzn-8vbcd".into(),
            new_password: "tall ships of Ghent".into(),
        }]
    }
}

/// Sets up one's account at the first sign-in (CRES-17): a permanent password in place of the
/// temporary one, and how one likes the console, in one step. All sessions end; the answer's
/// cookie carries a new one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetUpAccount {
    /// The organization.
    pub org: Slug,
    /// The temporary password.
    pub current_password: String,
    /// The password from now on.
    pub new_password: String,
    /// How one likes the console.
    pub preferences: Preferences,
}

impl Endpoint for SetUpAccount {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/session/account";
    const NEEDS: Needs = Needs::SignedIn;
    type Response = Session;
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            current_password: "k7mx2-p9qrt-w4hzn-8vbcd".into(),
            new_password: "tall ships of Ghent".into(),
            preferences: sample_preferences(),
        }]
    }
}

impl Validate for SetUpAccount {
    fn check(&self, check: &mut Check) {
        check.part("preferences", &self.preferences);
    }
}

/// Preferences for documents and tests.
pub(crate) fn sample_preferences() -> Preferences {
    Preferences { language: Some(Language::Dutch), time_zone: Some("Europe/Brussels".into()), notices_by_mail: true }
}
