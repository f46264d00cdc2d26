//! Endpoints of invitations.

use super::{Invitation, NewPerson, Welcome};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::USERS_CREATE,
    ids::{GroupId, InvitationId, SiteId, Slug},
    organizations::api::sample_slug,
    profile::Preferences,
    session::{Session, api::sample_preferences},
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lists open invitations for places where the caller may add users, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/invitations";
    const NEEDS: Needs = Needs::Permission(USERS_CREATE);
    type Response = Vec<Invitation>;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Invites somebody by mail to become a user and, with `group`, to join it: judged as adding both
/// now, and once more when the invitation is accepted. An address of a user whom the caller may
/// meet is refused as `already_user`; anybody else's is not told apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// To which address.
    pub email: String,
    /// Where the new user will belong, if anywhere.
    pub site: Option<SiteId>,
    /// The group that the new user will join, if any.
    pub group: Option<GroupId>,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/invitations";
    const NEEDS: Needs = Needs::Permission(USERS_CREATE);
    type Response = Invitation;
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            email: "jim.fennell@carrier.example".into(),
            site: Some(SiteId::from_u128(7)),
            group: Some(GroupId::from_u128(9)),
        }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.email("email", &self.email);
    }
}

/// Sends an invitation again, with a new link; the earlier one works no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Resend {
    /// The organization.
    pub org: Slug,
    /// The invitation.
    pub invitation: InvitationId,
}

impl Endpoint for Resend {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/invitations/{invitation}/resend";
    const NEEDS: Needs = Needs::Permission(USERS_CREATE);
    type Response = Invitation;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), invitation: InvitationId::from_u128(5) }]
    }
}

/// Revokes an invitation: its link works no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delete {
    /// The organization.
    pub org: Slug,
    /// The invitation.
    pub invitation: InvitationId,
}

impl Endpoint for Delete {
    const METHOD: Method = Method::Delete;
    const PATH: &'static str = "/api/v1/orgs/{org}/invitations/{invitation}";
    const NEEDS: Needs = Needs::Permission(USERS_CREATE);
    type Response = ();
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), invitation: InvitationId::from_u128(5) }]
    }
}

/// Shows an invitation to whoever holds its link. (Not `GET`: the secret must not stand in an
/// address, ASVS 14.2.1.)
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Open {
    /// The organization.
    pub org: Slug,
    /// The link's secret.
    pub token: String,
}

impl Endpoint for Open {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/invitation";
    const NEEDS: Needs = Needs::Nothing;
    type Response = Welcome;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), token: "kT3p2v0yQ1mS8nX5zB7cD4fG6hJ9kL2w".into() }]
    }
}

/// Accepts an invitation: the account is made with a password that only its holder knows, and he
/// is signed in. A link that is unknown, used, revoked or expired is refused as `link-refused`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accept {
    /// The organization.
    pub org: Slug,
    /// The link's secret.
    pub token: String,
    /// Who it is.
    pub person: NewPerson,
    /// The permanent password.
    pub password: String,
    /// How he likes the console.
    pub preferences: Preferences,
}

impl Endpoint for Accept {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/invitation/accept";
    const NEEDS: Needs = Needs::Nothing;
    type Response = Session;
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            token: "kT3p2v0yQ1mS8nX5zB7cD4fG6hJ9kL2w".into(),
            person: NewPerson { user_name: "jfennell".into(), given_name: "Jim".into(), family_name: "Fennell".into() },
            password: "tall ships of Ghent".into(),
            preferences: sample_preferences(),
        }]
    }
}

impl Validate for Accept {
    fn check(&self, check: &mut Check) {
        check.part("person", &self.person);
        check.part("preferences", &self.preferences);
        if self.password.is_empty() {
            check.error("password", "required");
        }
    }
}
