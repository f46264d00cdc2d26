//! From boxes to grants and back: what is ticked on a form is some roles in one scope; what
//! somebody holds may be more than boxes can show.

use shared::{
    authority::{Change, GrantFacts, Scope},
    grants::{Grant, NewGrant, Subject},
    ids::{GrantId, RoleId, SiteId, UserId},
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

/// From the grants that somebody holds to those that he is to hold, as the edge will make them.
pub(super) fn changes_of(holder: &Subject, held: &[Grant], wanted: &Grants, grantor: &UserId) -> Vec<Change> {
    let own: Vec<&Grant> = held.iter().filter(|grant| grant.subject == *holder).collect();
    let gone = own.iter().filter(|grant| !wanted.iter().any(|new| new.is(grant)));
    let removed = gone.map(|grant| Change::GrantRemoved { grant: grant.id.clone() });
    let new = wanted.iter().filter(|new| !new.scope.is_nowhere() && !own.iter().any(|grant| new.is(grant)));
    let added = new.zip(0..).map(|(new, number)| Change::GrantAdded {
        // Ids that no record has.
        grant: GrantId::from_u128(number),
        facts: GrantFacts {
            subject: holder.clone(),
            role: new.role.clone(),
            scope: new.scope.clone(),
            validity: new.validity,
            suspended: false,
            grantor: Some(grantor.clone()),
        },
    });
    removed.chain(added).collect()
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

    #[test]
    fn from_what_is_held_to_what_is_ticked_only_what_differs_changes() {
        let holder = Subject::User(UserId::from_u128(1));
        let held = |id: u128, subject: &Subject, n: u128| Grant {
            id: GrantId::from_u128(id),
            subject: subject.clone(),
            role: role(n),
            scope: at(&[7]),
            validity: shared::grants::Validity::ALWAYS,
            suspended: false,
            reason: String::new(),
            granted_by: None,
            granted_at: shared::time::Timestamp(0),
        };
        let inherited = Subject::Group(shared::ids::GroupId::from_u128(5));
        let grants = [held(11, &holder, 1), held(12, &holder, 2), held(13, &inherited, 3)];
        let wanted = [grant(1, at(&[7])), grant(4, at(&[7])), grant(6, at(&[]))].into();
        let changes = changes_of(&holder, &grants, &wanted, &UserId::from_u128(9));
        let [Change::GrantRemoved { grant: gone }, Change::GrantAdded { facts, .. }] = &changes[..] else {
            panic!("{changes:?}");
        };
        assert_eq!(*gone, GrantId::from_u128(12));
        assert_eq!((&facts.role, &facts.scope, &facts.subject), (&role(4), &at(&[7]), &holder));
        assert_eq!(facts.grantor, Some(UserId::from_u128(9)));
    }
}
