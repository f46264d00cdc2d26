//! Endpoints of grants.

use super::{Grant, NewGrant, REASON_MAX, Subject};
use crate::{
    Endpoint, Method, Needs,
    administrators::{Named, check_grants},
    authority::{
        CopyMode, Scope,
        permission::{ADMINISTRATORS_GRANT, ADMINISTRATORS_VIEW},
    },
    ids::{GrantId, RoleId, SiteId, Slug, UserId},
    organizations::api::sample_slug,
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A grant whose grantor does not hold as much any more, or may not sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Orphan {
    /// The grant.
    pub grant: Grant,
    /// Who holds it.
    pub holder: String,
    /// Who gave it, if the caller may see him.
    pub grantor: Option<Named>,
}

/// Gives a role to a user or a group, never beyond what the caller holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// To whom.
    pub subject: Subject,
    /// What, where, when and why.
    pub grant: NewGrant,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/grants";
    const NEEDS: Needs = Needs::Permission(ADMINISTRATORS_GRANT);
    type Response = Grant;
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            subject: Subject::User(UserId::from_u128(1)),
            grant: NewGrant::lasting(RoleId::from_u128(4), Scope::Sites { sites: [SiteId::from_u128(7)].into() }),
        }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.part("grant", &self.grant);
        if self.grant.scope.is_nowhere() {
            check.error("grant.scope", "scope_required");
        }
    }
}

/// Takes a grant away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delete {
    /// The organization.
    pub org: Slug,
    /// The grant.
    pub grant: GrantId,
}

impl Endpoint for Delete {
    const METHOD: Method = Method::Delete;
    const PATH: &'static str = "/api/v1/orgs/{org}/grants/{grant}";
    const NEEDS: Needs = Needs::Permission(ADMINISTRATORS_GRANT);
    type Response = ();
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), grant: GrantId::from_u128(3) }]
    }
}

/// Suspends a grant: it counts for nothing until it is resumed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Suspend {
    /// The organization.
    pub org: Slug,
    /// The grant.
    pub grant: GrantId,
}

impl Endpoint for Suspend {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/grants/{grant}/suspend";
    const NEEDS: Needs = Needs::Permission(ADMINISTRATORS_GRANT);
    type Response = Grant;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), grant: GrantId::from_u128(3) }]
    }
}

/// Resumes a suspended grant, judged as giving it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Resume {
    /// The organization.
    pub org: Slug,
    /// The grant.
    pub grant: GrantId,
}

impl Endpoint for Resume {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/grants/{grant}/resume";
    const NEEDS: Needs = Needs::Permission(ADMINISTRATORS_GRANT);
    type Response = Grant;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), grant: GrantId::from_u128(3) }]
    }
}

/// Has somebody else answer for a grant, who holds as much as it gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rehome {
    /// The organization.
    pub org: Slug,
    /// The grant.
    pub grant: GrantId,
    /// Who answers for it from now on.
    pub grantor: UserId,
}

impl Endpoint for Rehome {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/grants/{grant}/grantor";
    const NEEDS: Needs = Needs::Permission(ADMINISTRATORS_GRANT);
    type Response = Grant;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), grant: GrantId::from_u128(3), grantor: UserId::from_u128(1) }]
    }
}

/// Lists the grants that nobody who still holds as much answers for, as far as the caller may
/// see their holders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Orphaned {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for Orphaned {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/grants/orphaned";
    const NEEDS: Needs = Needs::Permission(ADMINISTRATORS_VIEW);
    type Response = Vec<Orphan>;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Gives somebody several roles at once: all of them, or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assign {
    /// The organization.
    pub org: Slug,
    /// To whom.
    pub user: UserId,
    /// What, where, when and why.
    pub grants: Vec<NewGrant>,
}

impl Endpoint for Assign {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/users/{user}/grants";
    const NEEDS: Needs = Needs::Permission(ADMINISTRATORS_GRANT);
    type Response = Vec<Grant>;
    fn samples() -> Vec<Self> {
        let grant = |role| NewGrant::lasting(RoleId::from_u128(role), Scope::Organization);
        vec![Self { org: sample_slug(), user: UserId::from_u128(1), grants: [4, 5].map(grant).into() }]
    }
}

impl Validate for Assign {
    fn check(&self, check: &mut Check) {
        check_grants(check, &self.grants);
    }
}

/// Copies what one administrator holds in his own name to somebody else (EBE-9), as far as the
/// caller may give it: see [`crate::authority::copy()`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Copy {
    /// The organization.
    pub org: Slug,
    /// To whom.
    pub user: UserId,
    /// Whose privileges are the template.
    pub from: UserId,
    /// What becomes of what he holds already.
    pub mode: CopyMode,
    /// Why, or empty.
    #[serde(default)]
    pub reason: String,
}

/// What copying did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Copied {
    /// So many grants were given.
    pub given: u32,
    /// So many were taken.
    pub taken: u32,
    /// So many were left out, in part or as a whole: the caller may not give them.
    pub left_out: u32,
}

impl Endpoint for Copy {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/users/{user}/grants/copy";
    const NEEDS: Needs = Needs::Permission(ADMINISTRATORS_GRANT);
    type Response = Copied;
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            user: UserId::from_u128(1),
            from: UserId::from_u128(2),
            mode: CopyMode::Add,
            reason: "Same work as Kim".into(),
        }]
    }
}

impl Validate for Copy {
    fn check(&self, check: &mut Check) {
        check.optional("reason", &self.reason, REASON_MAX);
        if self.user == self.from {
            check.error("user", "same_person");
        }
    }
}
