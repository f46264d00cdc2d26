//! Copying what one administrator holds to somebody else: which of it the copier may give, and
//! what has to stay out.
//!
//! It only plans. What it plans is judged like every other change.

use super::{
    Access, Change, GrantFacts, HeldGrant, Permissions, Place, Reach, Scope, Snapshot,
    judge::{Refusal, may_confer},
    permission::ADMINISTRATORS_GRANT,
    reach,
};
use crate::{
    grants::Subject,
    ids::{GrantId, UserId},
    time::Timestamp,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What becomes of what somebody holds already, when privileges are copied to him.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CopyMode {
    /// He keeps it.
    #[default]
    Add,
    /// He loses what the template does not have.
    Replace,
}

/// What copying would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopyPlan {
    /// What he would lose.
    pub removed: Vec<GrantId>,
    /// What he would get.
    pub added: Vec<GrantFacts>,
    /// How many of his grants are as the template's already.
    pub kept: usize,
    /// What the copier may not give.
    pub left_out: Vec<LeftOut>,
}

/// A grant of the template that is not copied, or not everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The template's grant.
    pub grant: GrantId,
    /// Where it is left out.
    pub scope: Scope,
    /// What the copier lacks there.
    pub why: Refusal,
}

impl CopyPlan {
    /// Whether the template has something, and the copier may give none of it.
    pub fn is_too_much(&self) -> bool {
        self.added.is_empty() && self.kept == 0 && !self.left_out.is_empty()
    }

    /// Whether the template has nothing to copy.
    pub fn is_nothing(&self) -> bool {
        self.added.is_empty() && self.kept == 0 && self.left_out.is_empty()
    }

    /// What it does to authority, for the judge.
    pub fn changes(&self) -> Vec<Change> {
        let removed = self.removed.iter().map(|grant| Change::GrantRemoved { grant: grant.clone() });
        let added = self
            .added
            .iter()
            .zip(0..)
            .map(|(facts, number)| Change::GrantAdded { grant: GrantId::from_u128(number), facts: facts.clone() });
        removed.chain(added).collect()
    }
}

/// Plans to copy what `from` holds in his own name to `to`, on behalf of `actor`. Grants that are
/// over or suspended are not copied; what is inherited from groups is theirs to give. Each grant
/// is copied to the places where the actor may give it, and left out at the others.
pub fn copy(actor: &Access, from: &UserId, to: &UserId, mode: CopyMode, facts: &Snapshot, now: Timestamp) -> CopyPlan {
    let subject = Subject::User(to.clone());
    let held = own(facts, to);
    let (mut plan, mut kept) = (CopyPlan::default(), BTreeSet::new());
    for (id, grant) in own(facts, from).filter(|(_, grant)| !grant.suspended && !grant.validity.is_over(now)) {
        let (given, refused) = narrowed(actor, &subject, grant, facts, now);
        for scope in given {
            let wanted =
                GrantFacts { subject: subject.clone(), scope, grantor: Some(actor.user.clone()), ..grant.clone() };
            match held.clone().find(|(_, held)| is_same(held, &wanted)) {
                Some((already, _)) => drop(kept.insert(already.clone())),
                None if plan.added.iter().any(|added| is_same(added, &wanted)) => {}
                None => plan.added.push(wanted),
            }
        }
        let left_out = |(scope, why)| LeftOut { grant: id.clone(), scope, why };
        plan.left_out.extend(refused.into_iter().map(left_out));
    }
    if mode == CopyMode::Replace {
        plan.removed = held.map(|(id, _)| id.clone()).filter(|id| !kept.contains(id)).collect();
    }
    plan.kept = kept.len();
    plan
}

/// What somebody holds in his own name.
fn own<'a>(
    facts: &'a Snapshot,
    user: &UserId,
) -> impl Iterator<Item = (&'a GrantId, &'a GrantFacts)> + Clone + use<'a> {
    let subject = Subject::User(user.clone());
    facts.grants.iter().filter(move |(_, grant)| grant.subject == subject)
}

fn is_same(held: &GrantFacts, wanted: &GrantFacts) -> bool {
    held.role == wanted.role && held.scope == wanted.scope && held.validity == wanted.validity && !held.suspended
}

/// Where the actor may give a grant, and where he may not, with the reason. Of the whole
/// organization there remains what of it he has in hand.
fn narrowed(
    actor: &Access,
    subject: &Subject,
    grant: &GrantFacts,
    facts: &Snapshot,
    now: Timestamp,
) -> (Vec<Scope>, Vec<(Scope, Refusal)>) {
    let may = |scope: &Scope| {
        let held = held(grant, scope, facts);
        may_confer(actor, subject, &held, &facts.groups, now)
    };
    let Err(refusal) = may(&grant.scope) else {
        return (vec![grant.scope.clone()], Vec::new());
    };
    let places = match (&grant.scope, reach(actor, &ADMINISTRATORS_GRANT)) {
        (Scope::Organization, Reach::Within { sites, groups }) => {
            sites.into_iter().map(Place::Site).chain(groups.into_iter().map(Place::Group)).collect()
        }
        (Scope::Organization, Reach::Everywhere) => Vec::new(),
        (scope, _) => scope.places(),
    };
    let (given, refused): (Vec<_>, Vec<_>) = places.into_iter().partition(|place| may(&scope_of(place)).is_ok());
    let refused = if grant.scope == Scope::Organization { vec![Scope::Organization] } else { together(refused) };
    (together(given), refused.into_iter().map(|scope| (scope, refusal.clone())).collect())
}

fn held(grant: &GrantFacts, scope: &Scope, facts: &Snapshot) -> HeldGrant {
    let role = facts.roles.get(&grant.role);
    HeldGrant {
        id: GrantId::from_u128(0),
        role: grant.role.clone(),
        role_name: role.map(|role| role.name.clone()).unwrap_or_default(),
        owner: role.is_some_and(|role| role.owner),
        permissions: role.map_or_else(Permissions::new, |role| role.permissions.clone()),
        scope: scope.clone(),
        validity: grant.validity,
        through: None,
    }
}

/// The scope that is one place.
fn scope_of(place: &Place) -> Scope {
    match place.clone() {
        Place::Organization => Scope::Organization,
        Place::Site(site) => Scope::Sites { sites: [site].into() },
        Place::Group(group) => Scope::Groups { groups: [group].into() },
    }
}

/// The scopes that are these sites and groups: a scope has only one of both.
fn together(places: Vec<Place>) -> Vec<Scope> {
    let (mut sites, mut groups) = (BTreeSet::new(), BTreeSet::new());
    for place in places {
        match place {
            Place::Organization => {}
            Place::Site(site) => drop(sites.insert(site)),
            Place::Group(group) => drop(groups.insert(group)),
        }
    }
    let both = [Scope::Sites { sites }, Scope::Groups { groups }];
    both.into_iter().filter(|scope| !scope.is_nowhere()).collect()
}

#[cfg(test)]
mod tests;
