//! Entitlements: a permission at one place, for a time. Authority, taken apart so that two
//! states of it can be compared.

use super::{
    Access, Permission, Place, Tree,
    planted::{self, Bug},
};
use crate::{grants::Validity, ids::GroupId, time::Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One thing that somebody may do at one place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Entitlement {
    /// What; everything, also what is added later, if absent: the owner's.
    pub permission: Option<Permission>,
    /// Where.
    pub place: Place,
}

/// From when, inclusive, until when, exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    from: Timestamp,
    until: Timestamp,
}

impl Extent {
    /// The part of a validity that is not over.
    fn ahead(validity: Validity, now: Timestamp) -> Self {
        let from = validity.from.filter(|_| !planted::is(Bug::IgnoresValidityBegin));
        let until = validity.until.filter(|until| *until <= now || !planted::is(Bug::IgnoresValidityEnd));
        Self { from: from.map_or(now, |from| from.max(now)), until: until.unwrap_or(EVER) }
    }

    fn is_empty(self) -> bool {
        self.until <= self.from
    }

    fn includes(self, other: Self) -> bool {
        self.from <= other.from && self.until >= other.until
    }

    /// Whether these together leave no gap in it.
    fn is_covered_by(self, extents: impl Iterator<Item = Self>) -> bool {
        let mut extents: Vec<_> = extents.collect();
        extents.sort_by_key(|extent| extent.from);
        let mut covered = self.from;
        for extent in extents {
            if extent.from <= covered || planted::is(Bug::ClosesGaps) {
                covered = covered.max(extent.until);
            }
        }
        covered >= self.until
    }
}

/// For ever.
const EVER: Timestamp = Timestamp(i64::MAX);

/// A time for which something is held, and the group from which it is inherited.
#[derive(Clone, Debug)]
struct Hold {
    extent: Extent,
    through: Option<GroupId>,
}

/// All that somebody is entitled to, now and later.
#[derive(Clone, Debug, Default)]
pub(super) struct Entitlements(BTreeMap<Entitlement, Vec<Hold>>);

impl Entitlements {
    /// What follows from grants, those that begin later included, those that are over not.
    pub(super) fn of(access: &Access, now: Timestamp) -> Self {
        let mut all = Self::default();
        for grant in &access.grants {
            let hold = Hold { extent: Extent::ahead(grant.validity, now), through: grant.through.clone() };
            let everything = grant.owner.then_some(None).filter(|_| !planted::is(Bug::ForgetsOwners));
            let listed = grant.permissions.iter().cloned().map(Some).filter(|_| !grant.owner);
            for permission in everything.into_iter().chain(listed) {
                for place in grant.scope.places() {
                    let place = if planted::is(Bug::IgnoresPlaces) { Place::Organization } else { place };
                    all.add(Entitlement { permission: permission.clone(), place }, &hold);
                }
            }
        }
        all
    }

    /// Extents stay apart: a gap between two of them is a time without the entitlement, and
    /// who fills it gives something.
    fn add(&mut self, entitlement: Entitlement, hold: &Hold) {
        if hold.extent.is_empty() {
            return;
        }
        let holds = self.0.entry(entitlement).or_default();
        if !holds.iter().any(|known| known.extent.includes(hold.extent)) {
            holds.push(hold.clone());
        }
    }

    /// Whether these include the entitlement for at least this long.
    pub(super) fn include(&self, wanted: &Entitlement, extent: Extent, tree: &Tree) -> bool {
        extent.is_covered_by(self.holds(wanted, tree).map(|hold| hold.extent))
    }

    /// Whether these include all of the others, at whatever time.
    pub(super) fn include_ever(&self, others: &Self, tree: &Tree) -> bool {
        others.0.keys().all(|wanted| self.holds(wanted, tree).next().is_some())
    }

    /// Everything from which an entitlement follows.
    fn holds(&self, wanted: &Entitlement, tree: &Tree) -> impl Iterator<Item = &Hold> {
        let wider = wider(&wanted.place, tree).into_iter().flat_map(|place| {
            [None, wanted.permission.clone()].map(|permission| Entitlement { permission, place: place.clone() })
        });
        wider.filter_map(|wider| self.0.get(&wider)).flatten()
    }

    /// Each with each of its extents.
    fn iter(&self) -> impl Iterator<Item = (&Entitlement, Extent, Option<&GroupId>)> {
        let each = self.0.iter().flat_map(|(entitlement, holds)| holds.iter().map(move |hold| (entitlement, hold)));
        each.map(|(entitlement, hold)| (entitlement, hold.extent, hold.through.as_ref()))
    }

    /// What of the others these do not include, with the group from which it is inherited.
    pub(super) fn missing<'a>(
        &'a self,
        others: &'a Self,
        tree: &'a Tree,
    ) -> impl Iterator<Item = (&'a Entitlement, Extent, Option<&'a GroupId>)> {
        others.iter().filter(|(entitlement, extent, _)| !self.include(entitlement, *extent, tree))
    }

    /// What is held at groups, and so at everything below them.
    pub(super) fn at_groups(&self) -> impl Iterator<Item = (&Entitlement, &GroupId, Extent, Option<&GroupId>)> {
        self.iter().filter_map(|(entitlement, extent, through)| match &entitlement.place {
            Place::Group(group) => Some((entitlement, group, extent, through)),
            _ => None,
        })
    }
}

/// The places that include this one: itself, the groups above, the organization.
fn wider(place: &Place, tree: &Tree) -> Vec<Place> {
    let mut places = vec![Place::Organization];
    match place {
        Place::Organization => {}
        Place::Site(_) => places.push(place.clone()),
        Place::Group(group) if planted::is(Bug::StaysAtTheTopGroup) => places.push(Place::Group(group.clone())),
        Place::Group(group) => places.extend(tree.path(group).into_iter().map(Place::Group)),
    }
    places
}
