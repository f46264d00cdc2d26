//! Would this act give or take authority beyond the actor's own?
//!
//! It looks at the effect, not at the endpoint: whoever makes a grant, edits a role or changes
//! an account passes through here.

use super::{Access, Decision, HeldGrant, Missing, Permission, Permissions, Scope, decide, permission};
use crate::{Code, Problem, ids::UserId};

/// What is about to happen to somebody's authority.
#[derive(Clone, Copy, Debug)]
pub enum Act<'a> {
    /// `permissions` (everything, for the owner role) become available in `scope` to `subject`.
    Confer {
        /// Who gains.
        subject: &'a UserId,
        /// Whether the role is the owner's.
        owner: bool,
        /// What is gained.
        permissions: &'a Permissions,
        /// Where.
        scope: &'a Scope,
    },
    /// Somebody's account or authority is changed such that he could be weakened, locked out
    /// or taken over: disabling, resetting, changing e-mail or user name, removing a grant.
    Weaken {
        /// What he holds now.
        subject: &'a Access,
    },
}

/// Judges an act by `actor`. The problem names the first thing that is too much.
pub fn judge(actor: &Access, act: Act<'_>) -> Result<(), Problem> {
    match act {
        Act::Confer { subject, .. } if *subject == actor.user => Err(Code::OnOneself.into()),
        Act::Confer { owner, permissions, scope, .. } => confer(actor, owner, permissions, scope),
        Act::Weaken { subject } if subject.user == actor.user => Err(Code::OnOneself.into()),
        Act::Weaken { subject } if dominates(actor, subject) => Ok(()),
        Act::Weaken { .. } => Err(Code::NotDominated.into()),
    }
}

/// Nobody gives what he does not hold there himself, or may not grant there.
fn confer(actor: &Access, owner: bool, permissions: &Permissions, scope: &Scope) -> Result<(), Problem> {
    // An owner is one of everything: the role has no smaller scope.
    if owner && (!actor.is_owner() || *scope != Scope::Organization) {
        return Err(Code::ExceedsOwnAuthority.into());
    }
    let needed = permissions.iter().chain([&permission::ADMINISTRATORS_GRANT]);
    match first_missing(actor, needed, scope) {
        Some(missing) => Err(missing.problem(Code::ExceedsOwnAuthority)),
        None => Ok(()),
    }
}

/// Whether `actor` holds strictly more than `subject`, or is an owner.
pub fn dominates(actor: &Access, subject: &Access) -> bool {
    actor.is_owner() || (holds_all(actor, subject) && !holds_all(subject, actor))
}

fn holds_all(holder: &Access, other: &Access) -> bool {
    other.grants.iter().all(|grant| holds_grant(holder, grant))
}

fn holds_grant(holder: &Access, grant: &HeldGrant) -> bool {
    if grant.owner {
        return holder.is_owner();
    }
    first_missing(holder, grant.permissions.iter(), &grant.scope).is_none()
}

fn first_missing<'a>(
    holder: &Access,
    mut permissions: impl Iterator<Item = &'a Permission>,
    scope: &Scope,
) -> Option<Missing> {
    let places = scope.places();
    permissions.find_map(|permission| {
        places.iter().find_map(|place| match decide(holder, permission, place) {
            Decision::Allow { .. } => None,
            Decision::Deny(missing) => Some(missing),
        })
    })
}

#[cfg(test)]
mod tests;
