//! May this person do this here? With the reason.

use super::{
    Access, HeldGrant, Permission, Scope, Target,
    planted::{self, Bug},
};
use crate::{
    Code, Problem,
    ids::{GrantId, GroupId, SiteId},
};
use std::collections::BTreeSet;

/// The answer to "may this person do this here?".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Yes, by this grant.
    Allow {
        /// The grant that allows it.
        by: GrantId,
        /// The group from which the grant is inherited, unless it is the person's own.
        through: Option<GroupId>,
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
    /// At these sites and in these groups; where both are empty, nowhere.
    Within {
        /// The sites.
        sites: BTreeSet<SiteId>,
        /// The groups, with everything below them.
        groups: BTreeSet<GroupId>,
    },
}

/// Whether `access` allows `permission` at `target`.
///
/// Several grants may together allow what takes place at several places.
pub fn decide(access: &Access, permission: &Permission, target: &Target) -> Decision {
    if let Target::All(targets) = target {
        if planted::is(Bug::AllowsAllForOne) {
            let one = targets.iter().map(|at| decide(access, permission, at)).find(Decision::is_allowed);
            return one.unwrap_or_else(|| decide(access, permission, &Target::Anywhere));
        }
        let refused = targets.iter().map(|at| decide(access, permission, at)).find(|decision| !decision.is_allowed());
        return refused.unwrap_or_else(|| decide(access, permission, &Target::Anywhere));
    }
    match allowing(access, permission).find(|grant| grant.scope.covers(target)) {
        Some(grant) => Decision::Allow { by: grant.id.clone(), through: grant.through.clone() },
        None => Decision::Deny(Missing { permission: permission.clone(), target: target.clone() }),
    }
}

/// Where `access` allows `permission`: what lists are limited to.
pub fn reach(access: &Access, permission: &Permission) -> Reach {
    let (mut reached_sites, mut reached_groups) = (BTreeSet::new(), BTreeSet::new());
    for grant in allowing(access, permission) {
        match &grant.scope {
            Scope::Organization => return Reach::Everywhere,
            Scope::Sites { sites } => reached_sites.extend(sites.iter().cloned()),
            Scope::Groups { groups } => reached_groups.extend(groups.iter().cloned()),
        }
    }
    Reach::Within { sites: reached_sites, groups: reached_groups }
}

fn allowing<'a>(access: &'a Access, permission: &'a Permission) -> impl Iterator<Item = &'a HeldGrant> {
    access.grants.iter().filter(move |grant| grant.allows(permission))
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
            _ => problem,
        }
    }
}

#[cfg(test)]
mod tests;
