//! From boxes to grants and back: what is ticked on a form is some roles in one scope; what
//! somebody holds may be more than boxes can show.

use shared::{
    authority::Scope,
    grants::NewGrant,
    ids::{RoleId, SiteId},
};
use std::collections::{BTreeMap, BTreeSet};

/// Grants without who gave them and when.
pub type Grants = BTreeSet<NewGrant>;

/// What boxes can show: the same roles everywhere in one scope.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticked {
    /// The roles.
    pub roles: BTreeSet<RoleId>,
    /// The whole organization, whatever sites are ticked.
    pub everywhere: bool,
    /// The sites.
    pub sites: BTreeSet<SiteId>,
}

impl Ticked {
    /// The scope that is ticked.
    pub fn scope(&self) -> Scope {
        if self.everywhere { Scope::Organization } else { Scope::Sites { sites: self.sites.clone() } }
    }

    /// Each role in the scope.
    pub fn grants(&self) -> Grants {
        let grant = |role: &RoleId| NewGrant { role: role.clone(), scope: self.scope() };
        self.roles.iter().map(grant).collect()
    }

    /// The boxes that show these grants; none if their scopes differ.
    pub fn of(grants: &Grants) -> Option<Self> {
        let scope = match grants.first() {
            Some(first) => &first.scope,
            None => return Some(Self::default()),
        };
        let is_same = grants.iter().all(|grant| grant.scope == *scope);
        is_same.then(|| Self {
            roles: grants.iter().map(|grant| grant.role.clone()).collect(),
            everywhere: *scope == Scope::Organization,
            sites: match scope {
                Scope::Organization => BTreeSet::new(),
                Scope::Sites { sites } => sites.clone(),
            },
        })
    }
}

/// The roles of each scope, the organization first.
pub fn by_scope(grants: &Grants) -> BTreeMap<Scope, BTreeSet<RoleId>> {
    let mut groups: BTreeMap<Scope, BTreeSet<RoleId>> = BTreeMap::new();
    for grant in grants {
        groups.entry(grant.scope.clone()).or_default().insert(grant.role.clone());
    }
    groups
}
