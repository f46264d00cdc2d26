//! Endpoints of groups.

use super::{Group, GroupDetails, GroupKind, GroupPage, Member, MoveTarget};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::{ADMINISTRATORS_GRANT, GROUPS_CREATE, GROUPS_DELETE, GROUPS_UPDATE, GROUPS_VIEW},
    ids::{GroupId, Slug, UserId},
    organizations::api::sample_slug,
    page::{Cursor, Page},
    previews::api::Groups,
    validation::{Check, DESCRIPTION_MAX, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lists groups that the caller may see, by name: those right below `parent`, those with all
/// words of `q` in their names and of the `kind`, or without any of these the topmost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
    /// Only groups right below this one.
    pub parent: Option<GroupId>,
    /// Words to find in the name, at any level.
    pub q: Option<String>,
    /// Only groups of this kind, at any level.
    pub kind: Option<GroupKind>,
    /// Where the page begins; the first page if absent.
    pub cursor: Option<Cursor>,
    /// Items of a page, 1 to [`crate::page::LIMIT_MAX`].
    pub limit: Option<u32>,
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/groups";
    const NEEDS: Needs = Needs::Permission(GROUPS_VIEW);
    type Response = Page<Group>;
    fn samples() -> Vec<Self> {
        vec![
            Self {
                org: sample_slug(),
                parent: Some(GroupId::from_u128(9)),
                q: Some("desk".into()),
                kind: Some(GroupKind::Team),
                cursor: Some(Cursor("eyJrIjoiYSJ9".into())),
                limit: Some(25),
            },
            Self::first(sample_slug()),
        ]
    }
}

impl List {
    /// The first page of the topmost groups.
    pub fn first(org: Slug) -> Self {
        Self { org, parent: None, q: None, kind: None, cursor: None, limit: None }
    }
}

/// Shows a group with what it holds and inherits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
    /// The group.
    pub group: GroupId,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/groups/{group}";
    const NEEDS: Needs = Needs::Permission(GROUPS_VIEW);
    type Response = GroupPage;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), group: GroupId::from_u128(9) }]
    }
}

/// Adds a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// What it is for.
    pub kind: GroupKind,
    /// The group right above; at the top if absent.
    pub parent: Option<GroupId>,
    /// What it is like.
    pub details: GroupDetails,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/groups";
    const NEEDS: Needs = Needs::Permission(GROUPS_CREATE);
    type Response = Group;
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            kind: GroupKind::Team,
            parent: Some(GroupId::from_u128(9)),
            details: sample_details(),
        }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Changes a group's name and description.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// The organization.
    pub org: Slug,
    /// The group.
    pub group: GroupId,
    /// The version that was read.
    pub version: u32,
    /// What it is to be like.
    pub details: GroupDetails,
}

impl Endpoint for Update {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/groups/{group}";
    const NEEDS: Needs = Needs::Permission(GROUPS_UPDATE);
    type Response = Group;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), group: GroupId::from_u128(9), version: 1, details: sample_details() }]
    }
}

impl Validate for Update {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Moves a group with everything below it: judged at both ends, and as giving and taking what
/// is inherited there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// The organization.
    pub org: Slug,
    /// The group.
    pub group: GroupId,
    /// The version that was read.
    pub version: u32,
    /// The group right above from now on; the top if absent.
    pub parent: Option<GroupId>,
}

impl Endpoint for Move {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/groups/{group}/move";
    const NEEDS: Needs = Needs::Permission(GROUPS_UPDATE);
    type Response = Group;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), group: GroupId::from_u128(9), version: 1, parent: Some(GroupId::from_u128(8)) }]
    }
}

/// Deletes a group that has no members, no groups below it and no grants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delete {
    /// The organization.
    pub org: Slug,
    /// The group.
    pub group: GroupId,
}

impl Endpoint for Delete {
    const METHOD: Method = Method::Delete;
    const PATH: &'static str = "/api/v1/orgs/{org}/groups/{group}";
    const NEEDS: Needs = Needs::Permission(GROUPS_DELETE);
    type Response = ();
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), group: GroupId::from_u128(9) }]
    }
}

/// Lists a group's own members whom the caller may see, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Members {
    /// The organization.
    pub org: Slug,
    /// The group.
    pub group: GroupId,
    /// Where the page begins; the first page if absent.
    pub cursor: Option<Cursor>,
    /// Items of a page, 1 to [`crate::page::LIMIT_MAX`].
    pub limit: Option<u32>,
}

impl Endpoint for Members {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/groups/{group}/members";
    const NEEDS: Needs = Needs::Permission(GROUPS_VIEW);
    type Response = Page<Member>;
    fn samples() -> Vec<Self> {
        vec![
            Self {
                org: sample_slug(),
                group: GroupId::from_u128(9),
                cursor: Some(Cursor("eyJrIjoiYSJ9".into())),
                limit: Some(25),
            },
            Self { org: sample_slug(), group: GroupId::from_u128(9), cursor: None, limit: None },
        ]
    }
}

/// Adds somebody to a group: judged as giving all that the group carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddMember {
    /// The organization.
    pub org: Slug,
    /// The group.
    pub group: GroupId,
    /// The person.
    pub user: UserId,
}

impl Endpoint for AddMember {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/groups/{group}/members/{user}";
    const NEEDS: Needs = Needs::Permission(GROUPS_UPDATE);
    type Response = Member;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), group: GroupId::from_u128(9), user: UserId::from_u128(1) }]
    }
}

/// Adds the user with this e-mail address to a group (CRES-8): judged as [`AddMember`] is.
///
/// An address that belongs to nobody, or to somebody whom the caller may not see, is refused as
/// `nonexistent_user` at `email` (CRES-9); a member's as `already_member`, which changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddMemberByEmail {
    /// The organization.
    pub org: Slug,
    /// The group.
    pub group: GroupId,
    /// The address; case and the space around it do not matter.
    pub email: String,
}

impl Endpoint for AddMemberByEmail {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/groups/{group}/members";
    const NEEDS: Needs = Needs::Permission(GROUPS_UPDATE);
    type Response = Member;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), group: GroupId::from_u128(9), email: "jim.fennell@carrier.example".into() }]
    }
}

impl Validate for AddMemberByEmail {
    fn check(&self, check: &mut Check) {
        check.email("email", &self.email);
    }
}

/// Takes somebody out of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoveMember {
    /// The organization.
    pub org: Slug,
    /// The group.
    pub group: GroupId,
    /// The person.
    pub user: UserId,
}

impl Endpoint for RemoveMember {
    const METHOD: Method = Method::Delete;
    const PATH: &'static str = "/api/v1/orgs/{org}/groups/{group}/members/{user}";
    const NEEDS: Needs = Needs::Permission(GROUPS_UPDATE);
    type Response = ();
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), group: GroupId::from_u128(9), user: UserId::from_u128(1) }]
    }
}

/// Moves somebody from one group to another in one step (RSC-7): judged at both ends, as taking what
/// the one carries and giving what the other does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveMember {
    /// The organization.
    pub org: Slug,
    /// The group that the person is in.
    pub group: GroupId,
    /// The person.
    pub user: UserId,
    /// The group that the person is in from now on.
    pub to: GroupId,
}

impl Endpoint for MoveMember {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/groups/{group}/members/{user}/move";
    const NEEDS: Needs = Needs::Permission(GROUPS_UPDATE);
    type Response = Member;
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            group: GroupId::from_u128(9),
            user: UserId::from_u128(1),
            to: GroupId::from_u128(8),
        }]
    }
}

/// Locks what a group carries, its own grants and those that it inherits (RSC-11). Only whoever may
/// give in the whole organization locks, unlocks, and changes what is locked. A group that is locked
/// already gets the new reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetLock {
    /// The organization.
    pub org: Slug,
    /// The group.
    pub group: GroupId,
    /// Why, or empty.
    #[serde(default)]
    pub reason: String,
}

impl Endpoint for SetLock {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/groups/{group}/lock";
    const NEEDS: Needs = Needs::Permission(ADMINISTRATORS_GRANT);
    type Response = Group;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), group: GroupId::from_u128(9), reason: "Agreed with the board".into() }]
    }
}

impl Validate for SetLock {
    fn check(&self, check: &mut Check) {
        check.optional("reason", &self.reason, DESCRIPTION_MAX);
    }
}

/// Unlocks what a group carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoveLock {
    /// The organization.
    pub org: Slug,
    /// The group.
    pub group: GroupId,
}

impl Endpoint for RemoveLock {
    const METHOD: Method = Method::Delete;
    const PATH: &'static str = "/api/v1/orgs/{org}/groups/{group}/lock";
    const NEEDS: Needs = Needs::Permission(ADMINISTRATORS_GRANT);
    type Response = ();
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), group: GroupId::from_u128(9) }]
    }
}

/// Disables a group (RSC-11): what it is given is suspended, all at once, and nothing more is given to
/// it. Its members stay, and keep what they inherit from the groups above.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Disable {
    /// The organization.
    pub org: Slug,
    /// The group.
    pub group: GroupId,
}

impl Endpoint for Disable {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/groups/{group}/disable";
    const NEEDS: Needs = Needs::Permission(GROUPS_UPDATE);
    type Response = Group;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), group: GroupId::from_u128(9) }]
    }
}

/// Enables a disabled group: what was suspended with it counts again, for whoever is in it now. That is
/// judged as giving it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Enable {
    /// The organization.
    pub org: Slug,
    /// The group.
    pub group: GroupId,
}

impl Endpoint for Enable {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/groups/{group}/enable";
    const NEEDS: Needs = Needs::Permission(GROUPS_UPDATE);
    type Response = Group;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), group: GroupId::from_u128(9) }]
    }
}

/// So many groups at most are judged at once.
pub const TARGETS_MAX: usize = 100;

/// Judges to which of these groups somebody could be moved, as [`MoveMember`] would. Nothing is
/// written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveTargets {
    /// The organization.
    pub org: Slug,
    /// The group that the person is in.
    pub group: GroupId,
    /// The person.
    pub user: UserId,
    /// The groups in question, at most [`TARGETS_MAX`].
    pub to: Groups,
}

impl Endpoint for MoveTargets {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/groups/{group}/members/{user}/move";
    const NEEDS: Needs = Needs::Permission(GROUPS_UPDATE);
    type Response = Vec<MoveTarget>;
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            group: GroupId::from_u128(9),
            user: UserId::from_u128(1),
            to: Groups([6, 7].map(GroupId::from_u128).into()),
        }]
    }
}

fn sample_details() -> GroupDetails {
    GroupDetails { name: "Service desk".into(), description: "First line".into() }
}
