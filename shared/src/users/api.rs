//! Endpoints of users.

use super::{Kind, Membership, Person, Sort, Status, TemporaryPassword, User, UserSummary};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::{USERS_CREATE, USERS_UPDATE, USERS_VIEW},
    batches::{Applied, Planned},
    ids::{GroupId, LicenseId, SiteId, Slug, UserId},
    organizations::api::sample_slug,
    page::{Cursor, Direction, Page},
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lists the users that the caller may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
    /// Words to find in name, user name or e-mail address.
    pub q: Option<String>,
    /// Only users of this site.
    pub site: Option<SiteId>,
    /// Only users with this status.
    pub status: Option<Status>,
    /// Only agents, or only administrators.
    pub kind: Option<Kind>,
    /// Only users who have still to replace a temporary password, or only the others.
    pub temporary: Option<bool>,
    /// Order; by name if absent.
    pub sort: Option<Sort>,
    /// Direction of the order; ascending if absent.
    pub direction: Option<Direction>,
    /// Where the page begins; the first page if absent.
    pub cursor: Option<Cursor>,
    /// Items of a page, 1 to [`crate::page::LIMIT_MAX`].
    pub limit: Option<u32>,
}

impl List {
    /// The first page in the usual order.
    pub fn first(org: Slug) -> Self {
        Self {
            org,
            q: None,
            site: None,
            status: None,
            kind: None,
            temporary: None,
            sort: None,
            direction: None,
            cursor: None,
            limit: None,
        }
    }
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/users";
    const NEEDS: Needs = Needs::Permission(USERS_VIEW);
    type Response = Page<UserSummary>;
    fn samples() -> Vec<Self> {
        let everything = Self {
            q: Some("anna & jan?=ü".into()),
            site: Some(SiteId::from_u128(7)),
            status: Some(Status::Active),
            kind: Some(Kind::Agent),
            temporary: Some(true),
            sort: Some(Sort::Email),
            direction: Some(Direction::Descending),
            cursor: Some(Cursor("eyJrIjoiYSJ9".into())),
            limit: Some(50),
            ..Self::first(sample_slug())
        };
        vec![everything, Self::first(sample_slug())]
    }
}

/// Shows a user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
    /// The user.
    pub user: UserId,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/users/{user}";
    const NEEDS: Needs = Needs::Permission(USERS_VIEW);
    type Response = User;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), user: UserId::from_u128(1) }]
    }
}

/// Adds a user, who signs in with a temporary password first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// Who it is.
    pub person: Person,
    /// The site where the user belongs, if any.
    pub site: Option<SiteId>,
    /// The group that the user joins in the same step, if any (RSC-3). Without a site, the user is
    /// where this group is: whoever may add users there may add this one.
    pub group: Option<GroupId>,
    /// How the temporary password comes about.
    pub password: TemporaryPassword,
}

/// Somebody was added, or got a new temporary password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Credentials {
    /// The user.
    pub id: UserId,
    /// The temporary password if one was made: shown this once, kept nowhere. A repeated
    /// request with the same idempotency key does not show it again.
    pub temporary_password: Option<String>,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/users";
    const NEEDS: Needs = Needs::Permission(USERS_CREATE);
    type Response = Credentials;
    const SHOWN_ONCE: &'static [&'static str] = &["temporary_password"];
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            person: Person::sample(),
            site: Some(SiteId::from_u128(7)),
            group: Some(GroupId::from_u128(9)),
            password: TemporaryPassword::Generated,
        }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.part("person", &self.person);
    }
}

/// Changes who a user is and where he belongs; and, all in one step, whether he may sign in and with
/// which temporary password, where these are given (RSC-5, RSC-6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// The organization.
    pub org: Slug,
    /// The user.
    pub user: UserId,
    /// The version that was read.
    pub version: u32,
    /// Who it is.
    pub person: Person,
    /// The site where the user belongs, if any.
    pub site: Option<SiteId>,
    /// Whether the user may sign in from now on; absent if that stays.
    pub status: Option<Status>,
    /// A temporary password as typed, where the organization's policy allows that; absent if the
    /// password stays. It works for the time that the policy says.
    pub new_password: Option<String>,
}

impl Endpoint for Update {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/users/{user}";
    const NEEDS: Needs = Needs::Permission(USERS_UPDATE);
    type Response = User;
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            user: UserId::from_u128(1),
            version: 3,
            person: Person::sample(),
            site: Some(SiteId::from_u128(7)),
            status: Some(Status::Active),
            new_password: Some("tall ships of Ghent".into()),
        }]
    }
}

impl Validate for Update {
    fn check(&self, check: &mut Check) {
        check.part("person", &self.person);
    }
}

/// Lists the groups that a user is in, as far as the caller may see them, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Groups {
    /// The organization.
    pub org: Slug,
    /// The user.
    pub user: UserId,
}

impl Endpoint for Groups {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/users/{user}/groups";
    const NEEDS: Needs = Needs::Permission(USERS_VIEW);
    type Response = Vec<Membership>;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), user: UserId::from_u128(1) }]
    }
}

/// Disables a user: sessions end in the same moment, nothing else is lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Disable {
    /// The organization.
    pub org: Slug,
    /// The user.
    pub user: UserId,
}

impl Endpoint for Disable {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/users/{user}/disable";
    const NEEDS: Needs = Needs::Permission(USERS_UPDATE);
    type Response = User;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), user: UserId::from_u128(1) }]
    }
}

/// Enables a disabled user again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Enable {
    /// The organization.
    pub org: Slug,
    /// The user.
    pub user: UserId,
}

impl Endpoint for Enable {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/users/{user}/enable";
    const NEEDS: Needs = Needs::Permission(USERS_UPDATE);
    type Response = User;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), user: UserId::from_u128(1) }]
    }
}

/// Gives a user a new temporary password and ends his sessions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetPassword {
    /// The organization.
    pub org: Slug,
    /// The user.
    pub user: UserId,
    /// How the temporary password comes about.
    pub password: TemporaryPassword,
}

impl Endpoint for ResetPassword {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/users/{user}/password";
    const NEEDS: Needs = Needs::Permission(USERS_UPDATE);
    type Response = Credentials;
    const SHOWN_ONCE: &'static [&'static str] = &["temporary_password"];
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            user: UserId::from_u128(1),
            password: TemporaryPassword::Typed { password: "tall ships of Ghent".into(), enforce_expiry: true },
        }]
    }
}

/// How many users can be changed at once.
pub const MANY_MAX: usize = 500;

/// What is done to each of many users.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Action {
    /// They may sign in again.
    Enable {},
    /// They may not sign in any more.
    Disable {},
    /// They belong to another site, or to none.
    Move {
        /// The site.
        site: Option<SiteId>,
    },
    /// They join a group.
    AddToGroup {
        /// The group.
        group: GroupId,
    },
    /// They get seats of a license.
    AssignLicense {
        /// The license.
        license: LicenseId,
    },
    /// They get new temporary passwords, shown once.
    ResetPassword {},
    /// They get new temporary passwords by mail.
    MailPassword {},
}

/// Says what an action on many users would do to each of them. Nothing is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanMany {
    /// The organization.
    pub org: Slug,
    /// Whom it is about: at most [`MANY_MAX`].
    pub users: Vec<UserId>,
    /// What is to be done.
    pub action: Action,
}

/// Does it to all to whom it can be done, in one step, exactly as planned. If the plan would be
/// another one by now, nothing is done and the answer is `changed-meanwhile`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeMany {
    /// The organization.
    pub org: Slug,
    /// Whom it is about, as it was planned.
    pub users: Vec<UserId>,
    /// What is to be done.
    pub action: Action,
    /// The plan.
    pub plan: String,
}

impl Endpoint for PlanMany {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/users/many/plan";
    const NEEDS: Needs = Needs::Permission(USERS_UPDATE);
    type Response = Planned;
    fn samples() -> Vec<Self> {
        let users = vec![UserId::from_u128(1)];
        vec![Self { org: sample_slug(), users, action: Action::Disable {} }]
    }
}

impl Endpoint for ChangeMany {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/users/many";
    const NEEDS: Needs = Needs::Permission(USERS_UPDATE);
    type Response = Applied;
    const SHOWN_ONCE: &'static [&'static str] = &["passwords"];
    fn samples() -> Vec<Self> {
        let action = Action::Move { site: Some(SiteId::from_u128(7)) };
        vec![Self { org: sample_slug(), users: vec![UserId::from_u128(1)], action, plan: "5a0f".into() }]
    }
}
