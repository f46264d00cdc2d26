//! Where a grant reaches, and where an act takes place.

use crate::ids::SiteId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Where a grant reaches.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", from = "Strict")]
pub enum Scope {
    /// Everything, also sites that are added later.
    Organization,
    /// These sites and what belongs to them. An empty set reaches nothing.
    Sites {
        /// The sites.
        sites: BTreeSet<SiteId>,
    },
}

/// How a scope is read: serde ignores undeclared fields beside a variant that has none, so that
/// `{"kind":"organization","sites":[…]}` would silently mean everything.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum Strict {
    Organization {},
    Sites { sites: BTreeSet<SiteId> },
}

impl From<Strict> for Scope {
    fn from(read: Strict) -> Self {
        match read {
            Strict::Organization {} => Self::Organization,
            Strict::Sites { sites } => Self::Sites { sites },
        }
    }
}

impl Scope {
    /// Whether this scope reaches all of the target.
    pub fn covers(&self, target: &Target) -> bool {
        match (self, target) {
            (Self::Organization, _) => true,
            (Self::Sites { sites }, Target::Anywhere) => !sites.is_empty(),
            (Self::Sites { sites }, Target::Site(site)) => sites.contains(site),
            (Self::Sites { sites }, Target::Sites(wanted)) => wanted.is_subset(sites),
            (Self::Sites { .. }, Target::Organization) => false,
        }
    }

    /// The places that this scope consists of.
    pub fn places(&self) -> Vec<Target> {
        match self {
            Self::Organization => vec![Target::Organization],
            Self::Sites { sites } => sites.iter().cloned().map(Target::Site).collect(),
        }
    }
}

/// Where an act takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// At the organization itself, or at something that belongs to no site.
    Organization,
    /// At this site, or at something that belongs to it.
    Site(SiteId),
    /// At all of these sites.
    Sites(BTreeSet<SiteId>),
    /// Anywhere: for lists and pages, whose contents are then limited to one's [`super::reach`].
    Anywhere,
}

impl Target {
    /// All of a scope's places.
    pub fn all_of(scope: Scope) -> Self {
        match scope {
            Scope::Organization => Self::Organization,
            Scope::Sites { sites } => Self::Sites(sites),
        }
    }

    /// The place of something that may belong to a site.
    pub fn of(site: Option<&SiteId>) -> Self {
        site.map_or(Self::Organization, |site| Self::Site(site.clone()))
    }
}
