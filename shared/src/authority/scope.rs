//! Where a grant reaches, and where an act takes place.

use super::{
    Tree,
    planted::{self, Bug},
};
use crate::ids::{GroupId, SiteId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Where a grant reaches.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", from = "Strict")]
#[schemars(!from)]
pub enum Scope {
    /// Everything, also sites and groups that are added later.
    Organization,
    /// These sites and what belongs to them. An empty set reaches nothing.
    Sites {
        /// The sites.
        sites: BTreeSet<SiteId>,
    },
    /// These groups, all groups below them, and the members of either. An empty set reaches nothing.
    Groups {
        /// The groups.
        groups: BTreeSet<GroupId>,
    },
}

/// How a scope is read: serde ignores undeclared fields beside a variant that has none, so that
/// `{"kind":"organization","sites":[…]}` would silently mean everything.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum Strict {
    Organization {},
    Sites { sites: BTreeSet<SiteId> },
    Groups { groups: BTreeSet<GroupId> },
}

impl From<Strict> for Scope {
    fn from(read: Strict) -> Self {
        match read {
            Strict::Organization {} => Self::Organization,
            Strict::Sites { sites } => Self::Sites { sites },
            Strict::Groups { groups } => Self::Groups { groups },
        }
    }
}

/// One place of a scope.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The organization as a whole.
    Organization,
    /// A site.
    Site(SiteId),
    /// A group with everything below it.
    Group(GroupId),
}

impl Scope {
    /// Whether this scope reaches all of the target.
    pub fn covers(&self, target: &Target) -> bool {
        match (self, target) {
            (Self::Organization, _) => true,
            (_, Target::All(targets)) => targets.iter().all(|target| self.covers(target)),
            (_, Target::Anywhere) => !self.is_nowhere(),
            (Self::Sites { sites }, Target::Site(site) | Target::User { site: Some(site), .. }) => {
                sites.contains(site) || planted::is(Bug::TakesSitesForAll)
            }
            (Self::Groups { groups }, Target::Group { path } | Target::User { groups: path, .. }) => {
                !groups.is_disjoint(path)
            }
            _ => false,
        }
    }

    /// Whether it reaches nothing.
    pub fn is_nowhere(&self) -> bool {
        match self {
            Self::Organization => false,
            Self::Sites { sites } => sites.is_empty(),
            Self::Groups { groups } => groups.is_empty(),
        }
    }

    /// The groups that it names.
    pub fn groups(&self) -> impl Iterator<Item = &GroupId> {
        match self {
            Self::Groups { groups } => Some(groups),
            Self::Organization | Self::Sites { .. } => None,
        }
        .into_iter()
        .flatten()
    }

    /// The places that this scope consists of.
    pub fn places(&self) -> Vec<Place> {
        match self {
            Self::Organization => vec![Place::Organization],
            Self::Sites { sites } => sites.iter().cloned().map(Place::Site).collect(),
            Self::Groups { groups } => groups.iter().cloned().map(Place::Group).collect(),
        }
    }
}

/// Where an act takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// At the organization itself, or at something that belongs to no site and no group.
    Organization,
    /// At this site, or at something that belongs to it.
    Site(SiteId),
    /// At a group.
    Group {
        /// The group and all groups above it.
        path: BTreeSet<GroupId>,
    },
    /// At a person, who is at a site and in groups: whoever reaches one of them reaches him.
    User {
        /// Where the person belongs.
        site: Option<SiteId>,
        /// The person's groups and all groups above them.
        groups: BTreeSet<GroupId>,
    },
    /// At all of these.
    All(Vec<Target>),
    /// Anywhere: for lists and pages, whose contents are then limited to one's [`super::reach`].
    Anywhere,
}

impl Target {
    /// All of a scope's places.
    pub fn all_of(scope: &Scope, tree: &Tree) -> Self {
        Self::All(scope.places().iter().map(|place| Self::at(place, tree)).collect())
    }

    /// A place.
    pub fn at(place: &Place, tree: &Tree) -> Self {
        match place {
            Place::Organization => Self::Organization,
            Place::Site(site) => Self::Site(site.clone()),
            Place::Group(group) => Self::Group { path: tree.path(group) },
        }
    }

    /// The place of something that may belong to a site.
    pub fn of(site: Option<&SiteId>) -> Self {
        site.map_or(Self::Organization, |site| Self::Site(site.clone()))
    }
}
