//! Endpoints of previews.

use crate::{
    Endpoint, Method, Needs,
    authority::{Access, Snapshot},
    ids::{GrantId, GroupId, RoleId, Slug, UserId},
    organizations::api::sample_slug,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    str::FromStr,
};

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
    /// The names of the licenses whose seats the user gives back when he is disabled; none where the
    /// caller may not see who has seats.
    pub released: Vec<String>,
}

/// The console as somebody else has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SeenAs {
    /// Who it is.
    pub name: String,
    /// What he may do.
    pub access: Access,
}

/// To so many groups at most a grant reaches whose preview is asked for.
pub const REACHED_MAX: usize = 20;

/// Groups, told in a query: their ids, parted by commas.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Groups(pub BTreeSet<GroupId>);

impl FromStr for Groups {
    type Err = <GroupId as FromStr>::Err;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.split(',').map(str::parse).collect::<Result<_, _>>().map(Self)
    }
}

impl TryFrom<String> for Groups {
    type Error = <GroupId as FromStr>::Err;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Groups> for String {
    fn from(groups: Groups) -> Self {
        groups.to_string()
    }
}

impl fmt::Display for Groups {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids: Vec<&str> = self.0.iter().map(GroupId::as_str).collect();
        f.write_str(&ids.join(","))
    }
}

/// Gives the facts around what is about to change. Name what the form is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
    /// A role that is edited, or given.
    pub role: Option<RoleId>,
    /// A group that is moved, to which something is given, or which the user joins or leaves.
    pub group: Option<GroupId>,
    /// The group under which it is moved, or to which the user goes.
    pub to: Option<GroupId>,
    /// The groups that a grant is to reach, at most [`REACHED_MAX`]; absent if it reaches none.
    pub reached: Option<Groups>,
    /// A person who is given something, put in a group, disabled; with a grant, who is to answer
    /// for it.
    pub user: Option<UserId>,
    /// A grant that is taken, suspended, resumed, or gets another grantor.
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
                reached: Some(Groups([6, 7].map(GroupId::from_u128).into())),
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
        Self { org, role: None, group: None, to: None, reached: None, user: None, grant: None, template: None }
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
