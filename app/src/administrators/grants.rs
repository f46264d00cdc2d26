//! From boxes to grants and back: what is ticked on a form is some roles in one scope; what
//! somebody holds may be more than boxes can show.

use shared::{
    authority::Scope,
    grants::NewGrant,
    ids::{RoleId, SiteId},
};
use std::collections::{BTreeMap, BTreeSet};

/// Grants without who gave them and when.
pub(super) type Grants = BTreeSet<NewGrant>;

/// What boxes can show: the same roles everywhere in one scope.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ticked {
    /// The roles.
    pub(super) roles: BTreeSet<RoleId>,
    /// The whole organization, whatever sites are ticked.
    pub(super) everywhere: bool,
    /// The sites.
    pub(super) sites: BTreeSet<SiteId>,
}

impl Ticked {
    /// The scope that is ticked.
    pub(super) fn scope(&self) -> Scope {
        if self.everywhere { Scope::Organization } else { Scope::Sites { sites: self.sites.clone() } }
    }

    /// Each role in the scope.
    pub(super) fn grants(&self) -> Grants {
        let grant = |role: &RoleId| NewGrant::lasting(role.clone(), self.scope());
        self.roles.iter().map(grant).collect()
    }

    /// The boxes that show these grants; none if their scopes differ, or if a grant says more
    /// than a box can: a time, a reason, groups.
    pub(super) fn of(grants: &Grants) -> Option<Self> {
        let scope = match grants.first() {
            Some(first) => &first.scope,
            None => return Some(Self::default()),
        };
        let is_same = grants.iter().all(|grant| *grant == NewGrant::lasting(grant.role.clone(), scope.clone()));
        let is_same = is_same && !matches!(scope, Scope::Groups { .. });
        is_same.then(|| Self {
            roles: grants.iter().map(|grant| grant.role.clone()).collect(),
            everywhere: *scope == Scope::Organization,
            sites: match scope {
                Scope::Organization | Scope::Groups { .. } => BTreeSet::new(),
                Scope::Sites { sites } => sites.clone(),
            },
        })
    }
}

/// The roles of each scope, the organization first.
pub(super) fn by_scope(grants: &Grants) -> BTreeMap<Scope, BTreeSet<RoleId>> {
    let mut groups: BTreeMap<Scope, BTreeSet<RoleId>> = BTreeMap::new();
    for grant in grants {
        groups.entry(grant.scope.clone()).or_default().insert(grant.role.clone());
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(n: u128) -> RoleId {
        RoleId::from_u128(n)
    }

    fn at(sites: &[u128]) -> Scope {
        Scope::Sites { sites: sites.iter().map(|n| SiteId::from_u128(*n)).collect() }
    }

    fn grant(n: u128, scope: Scope) -> NewGrant {
        NewGrant::lasting(role(n), scope)
    }

    #[test]
    fn each_ticked_role_is_given_at_all_ticked_sites() {
        let sites = [7, 8].map(SiteId::from_u128).into();
        let ticked = Ticked { roles: [role(1), role(2)].into(), everywhere: false, sites };
        assert_eq!(ticked.grants(), [grant(1, at(&[7, 8])), grant(2, at(&[7, 8]))].into());
    }

    #[test]
    fn the_whole_organization_counts_whatever_sites_are_ticked() {
        let ticked = Ticked { roles: [role(1)].into(), everywhere: true, sites: [SiteId::from_u128(7)].into() };
        assert_eq!(ticked.grants(), [grant(1, Scope::Organization)].into());
    }

    #[test]
    fn boxes_show_what_they_would_give() {
        for scope in [Scope::Organization, at(&[7]), at(&[7, 8])] {
            let grants: Grants = [grant(1, scope.clone()), grant(2, scope)].into();
            assert_eq!(Ticked::of(&grants).map(|ticked| ticked.grants()), Some(grants));
        }
        assert_eq!(Ticked::of(&Grants::new()), Some(Ticked::default()));
    }

    #[test]
    fn differing_scopes_are_more_than_boxes_can_show() {
        let grants: Grants = [grant(1, at(&[7])), grant(2, at(&[7, 8])), grant(3, at(&[7]))].into();
        assert_eq!(Ticked::of(&grants), None);
        let groups = by_scope(&grants);
        assert_eq!(groups.get(&at(&[7])), Some(&[role(1), role(3)].into()));
        assert_eq!(groups.get(&at(&[7, 8])), Some(&[role(2)].into()));
    }
}
