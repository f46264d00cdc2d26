//! Worlds and steps by chance, the same ones for the same seed.

use crate::model::{
    FEATURE, GRANT, GRANTS, GROUPS, Grant, PERMISSIONS, PLACES, ROLES, Role, SITES, Scope, Step, Subject, TIMES, USERS,
    User, World,
};

/// SplitMix64.
pub(crate) struct Chance(pub u64);

impl Chance {
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((bits ^ (bits >> 31)) % bound as u64) as usize
    }
    pub(crate) fn once_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }
    fn maybe(&mut self, bound: usize) -> Option<usize> {
        Some(self.below(bound + 1)).filter(|it| *it < bound)
    }
    fn some_of(&mut self, bound: usize, once_in: usize) -> Vec<usize> {
        (0..bound).filter(|_| self.once_in(once_in)).collect()
    }

    /// A world with an owner, and with everything else by chance.
    pub(crate) fn world(&mut self) -> World {
        let owner = Role { owner: true, permissions: Vec::new() };
        let mut world = World {
            now: self.below(2),
            users: (0..USERS).map(|user| (user == 0 || !self.once_in(6)).then(|| self.user(user))).collect(),
            groups: vec![None; GROUPS],
            locked: Vec::new(),
            members: Vec::new(),
            roles: vec![Some(owner)],
            grants: vec![None; GRANTS],
            other_owners: u32::from(self.once_in(4)),
        };
        world.roles.extend(
            (1..ROLES).map(|_| (!self.once_in(6)).then(|| Role { owner: false, permissions: self.permissions() })),
        );
        for group in 0..GROUPS {
            if !self.once_in(4) {
                let above = self.maybe(group).filter(|above| world.has_group(*above));
                world.groups[group] = Some(above);
            }
        }
        world.locked = self.some_of(GROUPS, 6).into_iter().filter(|group| world.has_group(*group)).collect();
        for user in 0..USERS {
            let groups = self.some_of(GROUPS, 5);
            for group in groups {
                if world.has_group(group) && world.user(user).is_some() {
                    world.members.push((user, group));
                }
            }
        }
        world.grants[0] = Some(Grant {
            to: Subject::User(0),
            role: 0,
            scope: Scope::Organization,
            from: None,
            until: None,
            suspended: false,
            grantor: None,
        });
        for id in 1..GRANTS {
            let grant = self.grant();
            let scope =
                !matches!(&grant.scope, Scope::Groups(groups) if !groups.iter().all(|group| world.has_group(*group)));
            let holder = match grant.to {
                Subject::User(user) => world.user(user).is_some(),
                Subject::Group(group) => world.has_group(group) && grant.role != 0,
            };
            let owner = grant.role != 0 || grant.scope == Scope::Organization;
            let reaches = !matches!(&grant.scope, Scope::Groups(all) | Scope::Sites(all) if all.is_empty());
            if scope && holder && owner && reaches && world.role(grant.role).is_some() && !self.once_in(3) {
                world.grants[id] = Some(grant);
            }
        }
        world
    }

    fn user(&mut self, user: usize) -> User {
        User {
            active: user == 0 || !self.once_in(5),
            permanent_password: user == 0 || !self.once_in(4),
            site: self.maybe(SITES),
        }
    }

    /// Few or nearly all, and the right to grant more often than others.
    pub(crate) fn permissions(&mut self) -> Vec<usize> {
        let many = self.below(4);
        (0..=FEATURE)
            .filter(|permission| match many {
                0 => !self.once_in(10),
                _ => self.once_in(if *permission == GRANT { 2 } else { 4 }),
            })
            .collect()
    }

    fn scope(&mut self) -> Scope {
        match self.below(8) {
            0..3 => Scope::Organization,
            3..5 => Scope::Sites(self.places(SITES)),
            _ => Scope::Groups(self.places(GROUPS)),
        }
    }

    fn places(&mut self, bound: usize) -> Vec<usize> {
        if self.once_in(12) {
            return Vec::new();
        }
        let mut places = vec![self.below(bound)];
        if self.once_in(3) {
            places.push(self.below(bound));
        }
        places.sort_unstable();
        places.dedup();
        places
    }

    fn subject(&mut self) -> Subject {
        if self.once_in(3) { Subject::Group(self.below(GROUPS)) } else { Subject::User(self.below(USERS)) }
    }

    pub(crate) fn grant(&mut self) -> Grant {
        let bounded = self.once_in(3);
        Grant {
            to: self.subject(),
            role: if self.once_in(12) { 0 } else { 1 + self.below(ROLES - 1) },
            scope: self.scope(),
            from: Some(self.below(TIMES)).filter(|_| bounded && self.once_in(2)),
            until: Some(self.below(TIMES)).filter(|_| bounded),
            suspended: self.once_in(8),
            grantor: self.maybe(USERS),
        }
    }

    /// Somebody, more often one who holds something.
    pub(crate) fn actor(&mut self, world: &World) -> usize {
        let by_chance = self.below(USERS);
        let able = (0..USERS).map(|ahead| (by_chance + ahead) % USERS).find(|user| !world.acting(*user).is_empty());
        able.filter(|_| !self.once_in(10)).unwrap_or(by_chance)
    }

    /// A step about anything, there or not.
    pub(crate) fn step(&mut self, world: &World, actor: usize) -> Step {
        let (user, group, role, grant) = (self.below(USERS), self.below(GROUPS), self.below(ROLES), self.below(GRANTS));
        match self.below(36) {
            0 => Step::Act { permission: self.below(PERMISSIONS - 1), place: self.below(PLACES) },
            1 => Step::CreateUser { user, facts: self.user(1) },
            2 => Step::UpdateUser { user },
            3 => Step::MoveUser { user, site: self.maybe(SITES) },
            4 => Step::ChangeLogin { user },
            5 => Step::EndSession { user },
            6 | 7 => Step::SetPassword { user, temporary: self.once_in(2) },
            8 => Step::Disable { user },
            9 => Step::Enable { user },
            10..16 => self.giving(world, grant, actor),
            16 => Step::RemoveGrant { grant },
            17 => Step::Suspend { grant },
            18 | 19 => Step::Resume { grant },
            20 => Step::Rehome { grant, grantor: user },
            21 => Step::CreateRole { role, permissions: self.permissions() },
            22 | 23 => Step::UpdateRole { role, permissions: self.edited(world, role) },
            24 => Step::DeleteRole { role },
            25 => Step::CreateGroup { group, parent: self.maybe(GROUPS) },
            26..29 => Step::MoveGroup { group, parent: self.maybe(GROUPS) },
            29 => Step::DeleteGroup { group },
            30 | 31 => Step::Join { group, user },
            32 => Step::Leave { group, user },
            33 | 34 => Step::Lock { group },
            _ => Step::Unlock { group },
        }
    }

    /// A new grant, often much like one that the actor has, and most often in his name.
    fn giving(&mut self, world: &World, id: usize, actor: usize) -> Step {
        let mut facts = self.grant();
        let own = world.acting(actor);
        if !own.is_empty() && self.once_in(2) {
            let like = &world.grants[own[self.below(own.len())]].as_ref().map(|like| (like.scope.clone(), like.until));
            if let Some((scope, until)) = like {
                (facts.scope, facts.until) = (scope.clone(), *until);
            }
        }
        if !self.once_in(4) {
            facts.grantor = Some(actor);
        }
        Step::AddGrant { grant: id, facts }
    }

    fn edited(&mut self, world: &World, role: usize) -> Vec<usize> {
        let mut permissions = world.role(role).map(|role| role.permissions.clone()).unwrap_or_default();
        let toggled = self.below(FEATURE + 1);
        match permissions.iter().position(|permission| *permission == toggled) {
            Some(at) => drop(permissions.remove(at)),
            None => permissions.push(toggled),
        }
        permissions.sort_unstable();
        permissions
    }

    /// One step mostly, sometimes several in one breath, all of one kind.
    pub(crate) fn steps(&mut self, world: &World, actor: usize, focus: fn(&Step) -> bool) -> Vec<Step> {
        let many = if self.once_in(4) { 2 + self.below(2) } else { 1 };
        let mut steps = Vec::new();
        while steps.len() < many {
            steps.push(self.step(world, actor));
            steps.retain(focus);
        }
        steps
    }
}
