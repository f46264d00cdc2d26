//! May this person do this here? With the reason.

use super::{Access, HeldGrant, Permission, Scope, Target};
use crate::{
    Code, Problem,
    ids::{GrantId, SiteId},
};
use std::collections::BTreeSet;

/// The answer to "may this person do this here?".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Yes, by this grant.
    Allow {
        /// The grant that allows it.
        by: GrantId,
    },
    /// No: this is what is missing.
    Deny(Missing),
}

/// The smallest grant that would have allowed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The permission.
    pub permission: Permission,
    /// Where it is missing.
    pub target: Target,
}

/// Where a person holds a permission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// In the whole organization.
    Everywhere,
    /// At these sites; at an empty set, nowhere.
    Sites(BTreeSet<SiteId>),
}

/// Whether `access` allows `permission` at `target`.
///
/// Several grants may together allow what takes place at several sites.
pub fn decide(access: &Access, permission: &Permission, target: &Target) -> Decision {
    if let Target::Sites(sites) = target {
        let at = |site: &SiteId| decide(access, permission, &Target::Site(site.clone()));
        let refused = sites.iter().map(at).find(|decision| !decision.is_allowed());
        return refused.unwrap_or_else(|| decide(access, permission, &Target::Anywhere));
    }
    match allowing(access, permission).find(|grant| grant.scope.covers(target)) {
        Some(grant) => Decision::Allow { by: grant.id.clone() },
        None => Decision::Deny(Missing { permission: permission.clone(), target: target.clone() }),
    }
}

/// Where `access` allows `permission`: what lists are limited to.
pub fn reach(access: &Access, permission: &Permission) -> Reach {
    let mut reached = BTreeSet::new();
    for grant in allowing(access, permission) {
        match &grant.scope {
            Scope::Organization => return Reach::Everywhere,
            Scope::Sites { sites } => reached.extend(sites.iter().cloned()),
        }
    }
    Reach::Sites(reached)
}

fn allowing<'a>(access: &'a Access, permission: &'a Permission) -> impl Iterator<Item = &'a HeldGrant> {
    access.grants.iter().filter(move |grant| grant.owner || grant.permissions.contains(permission))
}

impl Decision {
    /// Whether the answer is yes.
    pub fn is_allowed(&self) -> bool {
        matches!(self, Self::Allow { .. })
    }

    /// The refusal as a problem.
    pub fn require(self) -> Result<(), Problem> {
        match self {
            Self::Allow { .. } => Ok(()),
            Self::Deny(missing) => Err(missing.problem(Code::Forbidden)),
        }
    }
}

impl Missing {
    /// A problem that names what is missing, and at which site when it is about one.
    pub fn problem(&self, code: Code) -> Problem {
        let problem = Problem::new(code).with("permission", &self.permission);
        match &self.target {
            Target::Site(site) => problem.with("site", site),
            Target::Organization | Target::Sites(_) | Target::Anywhere => problem,
        }
    }
}

#[cfg(test)]
mod tests;
