//! What authority is, once more and as plainly as possible: everything that anybody may do is
//! one cell of a table of permission, place and time.
//!
//! It shares no code with the crate, not even ids: people, groups, sites, roles and grants are
//! numbers. It is slow, and made for worlds that fit on a page.

pub(crate) const USERS: usize = 5;
pub(crate) const GROUPS: usize = 5;
pub(crate) const SITES: usize = 2;
pub(crate) const ROLES: usize = 6;
pub(crate) const GRANTS: usize = 12;
/// Points in time; the last one stands for all time after it.
pub(crate) const TIMES: usize = 4;

/// Permissions are numbers, too.
pub(crate) const USERS_VIEW: usize = 0;
pub(crate) const USERS_UPDATE: usize = 1;
pub(crate) const USERS_CREATE: usize = 2;
pub(crate) const ADMINISTRATORS_UPDATE: usize = 3;
pub(crate) const ADMINISTRATORS_CREATE: usize = 4;
pub(crate) const GRANT: usize = 5;
pub(crate) const GROUPS_CREATE: usize = 6;
pub(crate) const GROUPS_UPDATE: usize = 7;
pub(crate) const GROUPS_DELETE: usize = 8;
pub(crate) const ROLES_CREATE: usize = 9;
pub(crate) const ROLES_UPDATE: usize = 10;
pub(crate) const ROLES_DELETE: usize = 11;
pub(crate) const ASSIGNMENTS_UPDATE: usize = 12;
pub(crate) const FEATURE: usize = 13;
/// What only an owner has: also what is added later.
pub(crate) const EVERYTHING: usize = 14;
pub(crate) const PERMISSIONS: usize = 15;
/// The permissions that are about people.
pub(crate) const OF_PEOPLE: [usize; 8] = [
    USERS_VIEW,
    USERS_UPDATE,
    USERS_CREATE,
    ADMINISTRATORS_UPDATE,
    ADMINISTRATORS_CREATE,
    GRANT,
    ASSIGNMENTS_UPDATE,
    FEATURE,
];

/// Places: the organization, the sites, the groups.
pub(crate) const PLACES: usize = 1 + SITES + GROUPS;
pub(crate) const ORGANIZATION: usize = 0;
pub(crate) fn site(site: usize) -> usize {
    1 + site
}
pub(crate) fn group(group: usize) -> usize {
    1 + SITES + group
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct World {
    pub now: usize,
    pub users: Vec<Option<User>>,
    /// Absent, or with the group above.
    pub groups: Vec<Option<Option<usize>>>,
    /// Those whose permissions are locked.
    pub locked: Vec<usize>,
    /// Pairs of person and group.
    pub members: Vec<(usize, usize)>,
    pub roles: Vec<Option<Role>>,
    pub grants: Vec<Option<Grant>>,
    pub other_owners: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct User {
    pub active: bool,
    pub permanent_password: bool,
    pub site: Option<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Role {
    pub owner: bool,
    pub permissions: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Grant {
    pub to: Subject,
    pub role: usize,
    pub scope: Scope,
    pub from: Option<usize>,
    pub until: Option<usize>,
    pub suspended: bool,
    pub grantor: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Subject {
    User(usize),
    Group(usize),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Scope {
    Organization,
    Sites(Vec<usize>),
    Groups(Vec<usize>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Act { permission: usize, place: usize },
    CreateUser { user: usize, facts: User },
    UpdateUser { user: usize },
    MoveUser { user: usize, site: Option<usize> },
    ChangeLogin { user: usize },
    EndSession { user: usize },
    SetPassword { user: usize, temporary: bool },
    Disable { user: usize },
    Enable { user: usize },
    AddGrant { grant: usize, facts: Grant },
    RemoveGrant { grant: usize },
    Suspend { grant: usize },
    Resume { grant: usize },
    Rehome { grant: usize, grantor: usize },
    CreateRole { role: usize, permissions: Vec<usize> },
    UpdateRole { role: usize, permissions: Vec<usize> },
    DeleteRole { role: usize },
    CreateGroup { group: usize, parent: Option<usize> },
    MoveGroup { group: usize, parent: Option<usize> },
    DeleteGroup { group: usize },
    Lock { group: usize },
    Unlock { group: usize },
    Join { group: usize, user: usize },
    Leave { group: usize, user: usize },
}

const CELLS: usize = PERMISSIONS * PLACES * TIMES;

/// A table of what is held.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Held([bool; CELLS]);

fn cell(permission: usize, place: usize, time: usize) -> usize {
    (permission * PLACES + place) * TIMES + time
}

impl Held {
    pub(crate) fn nothing() -> Self {
        Self([false; CELLS])
    }
    pub(crate) fn has(&self, permission: usize, place: usize, time: usize) -> bool {
        self.0[cell(permission, place, time)]
    }
    pub(crate) fn add(&mut self, permission: usize, place: usize, time: usize) {
        self.0[cell(permission, place, time)] = true;
    }
    /// At some time.
    pub(crate) fn ever(&self, permission: usize, place: usize) -> bool {
        (0..TIMES).any(|time| self.has(permission, place, time))
    }
    /// All cells, as permission, place and time.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (usize, usize, usize)> + '_ {
        let held = (0..CELLS).filter(|cell| self.0[*cell]);
        held.map(|cell| (cell / TIMES / PLACES, cell / TIMES % PLACES, cell % TIMES))
    }
    pub(crate) fn without(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|cell| self.0[cell] && !other.0[cell]))
    }
    pub(crate) fn with(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|cell| self.0[cell] || other.0[cell]))
    }
    pub(crate) fn is_nothing(&self) -> bool {
        !self.0.contains(&true)
    }
    /// With time left out: everything that is held at some time is held at all times.
    pub(crate) fn at_whatever_time(&self) -> Self {
        Self(std::array::from_fn(|cell| self.0[cell / TIMES * TIMES..][..TIMES].contains(&true)))
    }
}

impl World {
    pub(crate) fn user(&self, user: usize) -> Option<&User> {
        self.users.get(user)?.as_ref()
    }
    pub(crate) fn role(&self, role: usize) -> Option<&Role> {
        self.roles.get(role)?.as_ref()
    }
    pub(crate) fn grant(&self, grant: usize) -> Option<&Grant> {
        self.grants.get(grant)?.as_ref()
    }
    pub(crate) fn has_group(&self, group: usize) -> bool {
        matches!(self.groups.get(group), Some(Some(_)))
    }
    pub(crate) fn given(&self) -> impl Iterator<Item = (usize, &Grant)> {
        self.grants.iter().enumerate().filter_map(|(id, grant)| Some((id, grant.as_ref()?)))
    }

    /// A group and all above it.
    pub(crate) fn path(&self, of: usize) -> Vec<usize> {
        let mut path = vec![of];
        let mut at = of;
        while let Some(Some(Some(parent))) = self.groups.get(at) {
            assert!(!path.contains(parent), "a cycle of groups");
            path.push(*parent);
            at = *parent;
        }
        path
    }

    /// The groups that somebody is in, directly or because they are above one of his.
    pub(crate) fn groups_of(&self, user: usize) -> Vec<usize> {
        let direct = self.members.iter().filter(|(member, _)| *member == user);
        direct.flat_map(|(_, group)| self.path(*group)).collect()
    }

    /// The grants that a person or a group holds, own or inherited, whatever has become of them.
    fn all_grants_of(&self, subject: Subject) -> Vec<usize> {
        let groups = match subject {
            Subject::User(user) => self.groups_of(user),
            Subject::Group(group) => self.path(group),
        };
        let holds =
            |grant: &Grant| grant.to == subject || matches!(grant.to, Subject::Group(group) if groups.contains(&group));
        self.given().filter(|(_, grant)| holds(grant)).map(|(id, _)| id).collect()
    }

    /// Those that are not suspended.
    pub(crate) fn grants_of(&self, subject: Subject) -> Vec<usize> {
        let counts = |id: &usize| self.grant(*id).is_some_and(|grant| !grant.suspended);
        self.all_grants_of(subject).into_iter().filter(counts).collect()
    }

    /// What a group carries, of its own and from above, also if it is suspended, whoever answers for it.
    pub(crate) fn carried_by(&self, group: usize) -> Vec<(usize, Grant, Option<Role>)> {
        let grants = self.all_grants_of(Subject::Group(group)).into_iter().filter_map(|id| Some((id, self.grant(id)?)));
        let plain = |grant: &Grant| Grant { grantor: None, ..grant.clone() };
        grants.map(|(id, grant)| (id, plain(grant), self.role(grant.role).cloned())).collect()
    }

    /// Those that are not over: they count, will count, or would if they were resumed. Whoever
    /// has one is an administrator.
    pub(crate) fn standing(&self, user: usize) -> Vec<usize> {
        let stands = |id: &usize| self.grant(*id).is_some_and(|grant| grant.until.is_none_or(|end| end > self.now));
        self.all_grants_of(Subject::User(user)).into_iter().filter(stands).collect()
    }

    /// Whether a scope reaches a place, in the tree of another world.
    fn reaches(scope: &Scope, place: usize, tree: &World) -> bool {
        match scope {
            Scope::Organization => true,
            Scope::Sites(sites) => sites.iter().any(|reached| site(*reached) == place),
            Scope::Groups(groups) => {
                place > SITES && tree.path(place - 1 - SITES).iter().any(|above| groups.contains(above))
            }
        }
    }

    /// What these grants give from now on. A place that is not there in this world is where it
    /// is in the other: comparing worlds, what comes or goes is nobody's gain and nobody's loss.
    pub(crate) fn held_by(&self, grants: &[usize], other: &World) -> Held {
        let mut held = Held::nothing();
        for grant in grants.iter().filter_map(|grant| self.grant(*grant)) {
            self.add(&mut held, grant, other);
        }
        held
    }

    fn add(&self, held: &mut Held, grant: &Grant, other: &World) {
        let Some(role) = self.role(grant.role) else { return };
        let all: Vec<usize> = (0..PERMISSIONS).collect();
        let permissions = if role.owner { &all } else { &role.permissions };
        for place in 0..PLACES {
            let is_here = place <= SITES || self.has_group(place - 1 - SITES);
            if Self::reaches(&grant.scope, place, if is_here { self } else { other }) {
                for time in self.now..TIMES {
                    let begun = grant.from.is_none_or(|from| from <= time);
                    let over = grant.until.is_some_and(|until| until <= time);
                    if begun && !over {
                        permissions.iter().for_each(|permission| held.add(*permission, place, time));
                    }
                }
            }
        }
    }

    /// What somebody is entitled to now and later, whether or not he may sign in.
    pub(crate) fn entitled(&self, subject: Subject, other: &World) -> Held {
        self.held_by(&self.grants_of(subject), other)
    }

    pub(crate) fn gives(&self, grant: &Grant) -> Held {
        let mut held = Held::nothing();
        self.add(&mut held, grant, self);
        held
    }

    /// The grants that are valid now: with them somebody acts.
    pub(crate) fn acting(&self, user: usize) -> Vec<usize> {
        if !self.user(user).is_some_and(|user| user.active) {
            return Vec::new();
        }
        let now = |grant: &Grant| {
            grant.from.is_none_or(|from| from <= self.now) && grant.until.is_none_or(|until| until > self.now)
        };
        let all = self.grants_of(Subject::User(user));
        all.into_iter().filter(|grant| self.grant(*grant).is_some_and(now)).collect()
    }

    /// The places at which a person is met.
    pub(crate) fn whereabouts(&self, user: usize) -> Vec<usize> {
        let site = self.user(user).and_then(|user| user.site).map(site);
        let places: Vec<usize> = site.into_iter().chain(self.groups_of(user).into_iter().map(group)).collect();
        if places.is_empty() { vec![ORGANIZATION] } else { places }
    }

    /// Whether somebody owns everything without an end.
    pub(crate) fn owns(&self, user: usize) -> bool {
        self.given().any(|(_, grant)| {
            grant.to == Subject::User(user)
                && self.role(grant.role).is_some_and(|role| role.owner)
                && grant.scope == Scope::Organization
                && (grant.from, grant.until, grant.suspended) == (None, None, false)
        })
    }

    /// Those of them who can sign in.
    pub(crate) fn live_owners(&self) -> usize {
        let signs_in = |user: &User| user.active && user.permanent_password;
        (0..USERS).filter(|id| self.user(*id).is_some_and(signs_in) && self.owns(*id)).count()
    }

    /// Whether somebody still holds as much as a grant gives that he answers for.
    pub(crate) fn answers(&self, grantor: usize, grant: &Grant) -> bool {
        let own = self.entitled(Subject::User(grantor), self).at_whatever_time();
        let given = self.gives(grant).at_whatever_time();
        self.user(grantor).is_some_and(|user| user.active) && given.without(&own).is_nothing()
    }

    /// The grants that somebody holds with who answers for them.
    pub(crate) fn grantors(&self, user: usize) -> Vec<(usize, usize)> {
        let grantor = |id: usize| Some((id, self.grant(id)?.grantor?));
        self.standing(user).into_iter().filter_map(grantor).collect()
    }

    /// Somebody and all from whom his authority comes; an owner's comes from nobody.
    pub(crate) fn lineage(&self, user: usize) -> Vec<usize> {
        let mut lineage = vec![user];
        let mut seen = 0;
        while let Some(user) = lineage.get(seen).copied() {
            seen += 1;
            let above = if self.owns(user) { Vec::new() } else { self.grantors(user) };
            for (_, grantor) in above {
                if !lineage.contains(&grantor) {
                    lineage.push(grantor);
                }
            }
        }
        lineage
    }
}
