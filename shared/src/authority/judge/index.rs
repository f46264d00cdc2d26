//! A snapshot, prepared so that every question costs what its answer is long.

use crate::{
    authority::{
        Access, GrantFacts, HeldGrant, Scope, Snapshot, Target, Tree, UserFacts,
        entitlement::Entitlements,
        planted::{self, Bug},
    },
    grants::{Subject, Validity},
    ids::{GrantId, GroupId, UserId},
    time::Timestamp,
};
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct Index<'a> {
    snapshot: &'a Snapshot,
    by_subject: BTreeMap<&'a Subject, Vec<(&'a GrantId, &'a GrantFacts)>>,
    by_grantor: BTreeMap<&'a UserId, Vec<(&'a GrantId, &'a GrantFacts)>>,
}

impl<'a> Index<'a> {
    pub(super) fn new(snapshot: &'a Snapshot) -> Self {
        let mut by_subject: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut by_grantor: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for grant in &snapshot.grants {
            by_subject.entry(&grant.1.subject).or_default().push(grant);
            if let Some(grantor) = &grant.1.grantor {
                by_grantor.entry(grantor).or_default().push(grant);
            }
        }
        Self { snapshot, by_subject, by_grantor }
    }

    pub(super) fn groups(&self) -> &'a Tree {
        &self.snapshot.groups
    }

    pub(super) fn locked(&self) -> impl Iterator<Item = &'a GroupId> + use<'a> {
        self.snapshot.locked.iter()
    }

    pub(super) fn users(&self) -> impl Iterator<Item = &'a UserId> + use<'a> {
        self.snapshot.users.keys()
    }

    pub(super) fn knows(&self, user: &UserId) -> bool {
        self.snapshot.users.contains_key(user)
    }

    pub(super) fn is_active(&self, user: &UserId) -> bool {
        self.snapshot.users.get(user).is_some_and(|facts| facts.active)
    }

    pub(super) fn grant(&self, grant: &GrantId) -> Option<&'a GrantFacts> {
        self.snapshot.grants.get(grant)
    }

    pub(super) fn permissions(&self, role: &crate::ids::RoleId) -> Option<&'a crate::authority::Permissions> {
        self.snapshot.roles.get(role).map(|role| &role.permissions)
    }

    pub(super) fn place(&self, user: &UserId) -> Target {
        self.snapshot.place(user)
    }

    pub(super) fn other_owners(&self) -> usize {
        self.snapshot.other_owners as usize
    }

    /// The group's members and those of all groups below it.
    pub(super) fn members(&self, group: &GroupId) -> impl Iterator<Item = &'a UserId> {
        let within = move |groups: &BTreeSet<GroupId>| {
            let direct = planted::is(Bug::SeesDirectMembersOnly);
            groups.iter().any(|own| own == group || !direct && self.groups().path(own).contains(group))
        };
        self.snapshot.members.iter().filter(move |(_, groups)| within(groups)).map(|(user, _)| user)
    }

    /// What a person or a group holds, valid now or not, whether or not the person may sign in.
    pub(super) fn access(&self, subject: &Subject) -> Access {
        self.access_by(subject, |facts| !facts.suspended || planted::is(Bug::CountsSuspendedGrants))
    }

    /// Every grant that a group carries, and whether it is suspended.
    pub(super) fn carried(&self, group: &Subject) -> Vec<(HeldGrant, bool)> {
        self.grants_of(group).filter_map(|(id, facts)| Some((self.held(id, facts)?, facts.suspended))).collect()
    }

    /// What a person or a group may come to exercise: also what is suspended, for it can be
    /// resumed, but not what is over.
    pub(super) fn standing(&self, subject: &Subject, now: Timestamp) -> Access {
        self.access_by(subject, |facts| stands(facts, now))
    }

    /// Whether the person holds anything that is not over, of his own or inherited.
    pub(super) fn is_administrator(&self, user: &UserId, now: Timestamp) -> bool {
        self.grants_of(&Subject::User(user.clone())).any(|(_, facts)| stands(facts, now))
    }

    fn access_by(&self, subject: &Subject, counts: impl Fn(&GrantFacts) -> bool) -> Access {
        let user = match subject {
            Subject::User(user) => user.clone(),
            // What a group holds is nobody's: the id is that of no record.
            Subject::Group(_) => UserId::from_u128(0),
        };
        let grants = self.grants_of(subject).filter(|(_, facts)| counts(facts));
        Access { user, grants: grants.filter_map(|(id, facts)| self.held(id, facts)).collect() }
    }

    /// Every grant of a person or a group, own and inherited.
    fn grants_of(&self, subject: &Subject) -> impl Iterator<Item = (&'a GrantId, &'a GrantFacts)> + use<'a> {
        let groups = match subject {
            Subject::User(_) if planted::is(Bug::SkipsInheritedGrants) => BTreeSet::new(),
            Subject::User(user) if planted::is(Bug::IgnoresAncestors) => {
                self.snapshot.members.get(user).cloned().unwrap_or_default()
            }
            Subject::User(user) => self.groups().paths(self.snapshot.members.get(user).into_iter().flatten()),
            Subject::Group(group) => self.groups().path(group),
        };
        let own = matches!(subject, Subject::User(_)).then(|| subject.clone());
        let subjects = own.into_iter().chain(groups.into_iter().map(Subject::Group));
        let grants: Vec<_> = subjects.filter_map(|subject| self.by_subject.get(&subject)).flatten().copied().collect();
        grants.into_iter()
    }

    pub(super) fn held(&self, id: &GrantId, grant: &GrantFacts) -> Option<HeldGrant> {
        let role = self.snapshot.roles.get(&grant.role)?;
        Some(HeldGrant {
            id: id.clone(),
            role: grant.role.clone(),
            role_name: role.name.clone(),
            owner: role.owner,
            permissions: role.permissions.clone(),
            scope: grant.scope.clone(),
            validity: grant.validity,
            through: match &grant.subject {
                Subject::User(_) => None,
                Subject::Group(group) => Some(group.clone()),
            },
        })
    }

    pub(super) fn entitlements(&self, subject: &Subject, now: Timestamp) -> Entitlements {
        Entitlements::of(&self.access(subject), now)
    }

    /// Whether the person owns everything, for good.
    pub(super) fn owns(&self, user: &UserId) -> bool {
        let own = self.by_subject.get(&Subject::User(user.clone())).into_iter().flatten();
        let counts = |grant: &GrantFacts| !grant.suspended || planted::is(Bug::CountsSuspendedOwners);
        own.filter(|(_, grant)| counts(grant) && grant.scope == Scope::Organization).any(|(_, grant)| {
            (grant.validity == Validity::ALWAYS || planted::is(Bug::CountsEndingOwners))
                && self.snapshot.roles.get(&grant.role).is_some_and(|role| role.owner)
        })
    }

    /// How many of the people are owners who can sign in, and for good.
    pub(super) fn owners(&self) -> usize {
        let people = self.snapshot.users.iter();
        let signs_in = |facts: &UserFacts| {
            (facts.active || planted::is(Bug::CountsDisabledOwners))
                && (facts.permanent_password || planted::is(Bug::CountsTemporaryPasswords))
        };
        people.filter(|(user, facts)| signs_in(facts) && self.owns(user)).count()
    }

    /// Who answers for each grant that the person holds, own or inherited, unless it is over.
    pub(super) fn grantors(
        &self,
        user: &UserId,
        now: Timestamp,
    ) -> impl Iterator<Item = (&'a GrantId, &'a UserId)> + use<'a> {
        let of_groups = !planted::is(Bug::ClosesLineagesThroughGroups);
        let held = self
            .grants_of(&Subject::User(user.clone()))
            .filter(move |(_, facts)| stands(facts, now) && (of_groups || matches!(facts.subject, Subject::User(_))));
        held.filter_map(|(id, facts)| Some((id, facts.grantor.as_ref()?)))
    }

    /// The person and all from whom his authority comes: who gave to him, who gave to them, up to
    /// owners, who hold everything in their own name.
    pub(super) fn lineage(&self, user: &'a UserId, now: Timestamp) -> BTreeSet<&'a UserId> {
        let mut lineage = BTreeSet::new();
        let mut next = vec![user];
        while let Some(user) = next.pop() {
            if lineage.insert(user) && !self.owns(user) {
                next.extend(self.grantors(user, now).map(|(_, grantor)| grantor));
            }
        }
        lineage
    }

    /// The grants that `grantor` gave and still holds as much as.
    pub(super) fn answered_for(&self, grantor: &UserId, now: Timestamp) -> BTreeSet<GrantId> {
        let given = self.by_grantor.get(grantor).cloned().unwrap_or_default();
        if given.is_empty() || !self.is_active(grantor) {
            return BTreeSet::new();
        }
        let own = self.entitlements(&Subject::User(grantor.clone()), now);
        let covered = |(id, facts): &(&GrantId, &GrantFacts)| {
            let grants = self.held(id, facts).into_iter().collect();
            let given = Entitlements::of(&Access { user: grantor.clone(), grants }, now);
            own.include_ever(&given, self.groups())
        };
        given.into_iter().filter(covered).map(|(id, _)| id.clone()).collect()
    }
}

/// Whether a grant counts, will count, or can be made to.
fn stands(facts: &GrantFacts, now: Timestamp) -> bool {
    !(facts.suspended && planted::is(Bug::OverlooksSuspendedGrants))
        && (!facts.validity.is_over(now) || planted::is(Bug::RemembersEndedGrants))
}
