//! Endpoints of previews.

use crate::{
    Endpoint, Method, Needs,
    authority::{Access, Snapshot},
    ids::{GrantId, GroupId, RoleId, Slug, UserId},
    organizations::api::sample_slug,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the console needs to judge a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Facts {
    /// Everybody whom the change may reach and the caller may see, with what they hold.
    pub snapshot: Snapshot,
    /// Their names.
    pub users: BTreeMap<UserId, String>,
    /// The groups' names.
    pub groups: BTreeMap<GroupId, String>,
    /// How many more it may reach whom the caller may not see.
    pub unseen: u32,
}

/// The console as somebody else has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SeenAs {
    /// Who it is.
    pub name: String,
    /// What he may do.
    pub access: Access,
}

/// Gives the facts around what is about to change. Name what the form is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
    /// A role that is edited, or given.
    pub role: Option<RoleId>,
    /// A group that is moved, or to which something is given.
    pub group: Option<GroupId>,
    /// The group under which it is moved, or that a grant is to reach.
    pub to: Option<GroupId>,
    /// A person who is given something, put in a group, disabled.
    pub user: Option<UserId>,
    /// A grant that is taken, suspended, resumed.
    pub grant: Option<GrantId>,
    /// An administrator whose privileges are copied.
    pub template: Option<UserId>,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/previews";
    const NEEDS: Needs = Needs::Session;
    type Response = Facts;
    fn samples() -> Vec<Self> {
        vec![
            Self {
                org: sample_slug(),
                role: Some(RoleId::from_u128(4)),
                group: Some(GroupId::from_u128(9)),
                to: Some(GroupId::from_u128(8)),
                user: Some(UserId::from_u128(1)),
                grant: Some(GrantId::from_u128(3)),
                template: Some(UserId::from_u128(1)),
            },
            Self::nothing(sample_slug()),
        ]
    }
}

impl View {
    /// About nothing yet.
    pub fn nothing(org: Slug) -> Self {
        Self { org, role: None, group: None, to: None, user: None, grant: None, template: None }
    }
}

/// Shows what somebody may do whom the caller dominates, so that the console can be drawn as he
/// has it. No session is taken, and the audit trail says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SeeAs {
    /// The organization.
    pub org: Slug,
    /// Who.
    pub user: UserId,
}

impl Endpoint for SeeAs {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/previews/users/{user}";
    const NEEDS: Needs = Needs::Permission(crate::authority::permission::ADMINISTRATORS_VIEW);
    type Response = SeenAs;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), user: UserId::from_u128(1) }]
    }
}
