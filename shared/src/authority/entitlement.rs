//! Entitlements: a permission at one place, for a time. Authority, taken apart so that two
//! states of it can be compared.

use super::{Access, Permission, Place, Tree};
use crate::{ids::GroupId, time::Timestamp};
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
    /// No time at all, which every other extent includes.
    const NEVER: Self = Self { from: EVER, until: Timestamp(i64::MIN) };
}

/// For ever.
const EVER: Timestamp = Timestamp(i64::MAX);

/// All that somebody is entitled to, now and later.
#[derive(Clone, Debug, Default)]
pub(super) struct Entitlements(BTreeMap<Entitlement, (Extent, Option<GroupId>)>);

impl Entitlements {
    /// What follows from grants, those that begin later included, those that are over not.
    pub(super) fn of(access: &Access, now: Timestamp) -> Self {
        let mut all = Self::default();
        for grant in access.grants.iter().filter(|grant| !grant.validity.is_over(now)) {
            let extent = Extent {
                from: grant.validity.from.map_or(now, |from| from.max(now)),
                until: grant.validity.until.unwrap_or(EVER),
            };
            let everything = grant.owner.then_some(None);
            let listed = grant.permissions.iter().cloned().map(Some).filter(|_| !grant.owner);
            for permission in everything.into_iter().chain(listed) {
                for place in grant.scope.places() {
                    all.add(Entitlement { permission: permission.clone(), place }, extent, grant.through.as_ref());
                }
            }
        }
        all
    }

    /// Two extents of one entitlement count as one that reaches from the earlier beginning to
    /// the later end: a gap between them is no protection that anybody relies on, and closing
    /// it is judged when the grant is made.
    fn add(&mut self, entitlement: Entitlement, extent: Extent, through: Option<&GroupId>) {
        let (known, _) = self.0.entry(entitlement).or_insert_with(|| (extent, through.cloned()));
        known.from = known.from.min(extent.from);
        known.until = known.until.max(extent.until);
    }

    /// Whether these include the entitlement for at least this long.
    pub(super) fn include(&self, wanted: &Entitlement, extent: Extent, tree: &Tree) -> bool {
        wider(&wanted.place, tree).into_iter().any(|place| {
            [None, wanted.permission.clone()].into_iter().any(|permission| {
                let held = self.0.get(&Entitlement { permission, place: place.clone() });
                held.is_some_and(|(held, _)| held.from <= extent.from && held.until >= extent.until)
            })
        })
    }

    /// Whether these include all of the others, at whatever time.
    pub(super) fn include_ever(&self, others: &Self, tree: &Tree) -> bool {
        others.0.keys().all(|wanted| self.include(wanted, Extent::NEVER, tree))
    }

    /// What of the others these do not include, with the group from which it is inherited.
    pub(super) fn missing<'a>(
        &'a self,
        others: &'a Self,
        tree: &'a Tree,
    ) -> impl Iterator<Item = (&'a Entitlement, Extent, Option<&'a GroupId>)> {
        let all = others.0.iter().map(|(entitlement, (extent, through))| (entitlement, *extent, through.as_ref()));
        all.filter(|(entitlement, extent, _)| !self.include(entitlement, *extent, tree))
    }

    /// What is held at groups above `top`, and so at `top` and everything below.
    pub(super) fn at_groups(&self) -> impl Iterator<Item = (&Entitlement, &GroupId, Extent, Option<&GroupId>)> {
        self.0.iter().filter_map(|(entitlement, (extent, through))| match &entitlement.place {
            Place::Group(group) => Some((entitlement, group, *extent, through.as_ref())),
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
        Place::Group(group) => places.extend(tree.path(group).into_iter().map(Place::Group)),
    }
    places
}
