//! What is legal, in the words of the model.
//!
//! `after` says what a step makes of a world, `Law` whether somebody may take it: what each
//! step asks for in itself, and what the difference of the two worlds must respect.

use crate::model::{
    ADMINISTRATORS_CREATE, ADMINISTRATORS_UPDATE, EVERYTHING, GRANT, GROUPS, GROUPS_CREATE, GROUPS_DELETE,
    GROUPS_UPDATE, Grant, Held, OF_PEOPLE, ORGANIZATION, PLACES, ROLES_CREATE, ROLES_DELETE, ROLES_UPDATE, Role, Scope,
    Step, Subject, USERS, USERS_CREATE, USERS_UPDATE, User, World, group, site,
};

/// The world after the steps, unless one of them is about something that is not there, or is
/// there already, or would leave something hanging in the air.
pub(crate) fn after(world: &World, steps: &[Step]) -> Option<World> {
    let mut world = world.clone();
    steps.iter().try_for_each(|step| take(&mut world, step))?;
    world.members.sort_unstable();
    world.members.dedup();
    Some(world)
}

fn take(world: &mut World, step: &Step) -> Option<()> {
    match step {
        Step::Act { .. } => {}
        Step::UpdateUser { user } | Step::ChangeLogin { user } | Step::EndSession { user } => {
            world.user(*user)?;
        }
        Step::CreateUser { user, facts } => fill(&mut world.users, *user, facts.clone())?,
        Step::MoveUser { user, site } => change(&mut world.users, *user)?.site = *site,
        Step::SetPassword { user, temporary } => change(&mut world.users, *user)?.permanent_password = !temporary,
        Step::Disable { user } => change(&mut world.users, *user)?.active = false,
        Step::Enable { user } => change(&mut world.users, *user)?.active = true,
        Step::AddGrant { grant, facts } => add_grant(world, *grant, facts)?,
        Step::RemoveGrant { grant } => world.grants.get_mut(*grant)?.take().map(drop)?,
        Step::Suspend { grant } => change(&mut world.grants, *grant)?.suspended = true,
        Step::Resume { grant } => change(&mut world.grants, *grant)?.suspended = false,
        Step::Rehome { grant, grantor } => change(&mut world.grants, *grant)?.grantor = Some(*grantor),
        Step::CreateRole { role, permissions } => {
            fill(&mut world.roles, *role, Role { owner: false, permissions: permissions.clone() })?;
        }
        Step::UpdateRole { role, permissions } => {
            change(&mut world.roles, *role).filter(|role| !role.owner)?.permissions = permissions.clone();
        }
        Step::DeleteRole { role } => {
            let unused = world.given().all(|(_, grant)| grant.role != *role);
            world.role(*role).filter(|role| unused && !role.owner)?;
            world.roles[*role] = None;
        }
        Step::CreateGroup { group, parent } => {
            parent.is_none_or(|parent| world.has_group(parent)).then_some(())?;
            fill(&mut world.groups, *group, *parent)?;
        }
        Step::MoveGroup { group, parent } => {
            let fits = |parent: usize| world.has_group(parent) && !world.path(parent).contains(group);
            (world.has_group(*group) && parent.is_none_or(fits)).then_some(())?;
            world.groups[*group] = Some(*parent);
        }
        Step::DeleteGroup { group } => {
            (world.has_group(*group) && !is_used(world, *group)).then_some(())?;
            world.groups[*group] = None;
            world.locked.retain(|locked| locked != group);
        }
        Step::Lock { group } => {
            world.has_group(*group).then_some(())?;
            world.locked.retain(|locked| locked != group);
            world.locked.push(*group);
            world.locked.sort_unstable();
        }
        Step::Unlock { group } => {
            world.has_group(*group).then_some(())?;
            world.locked.retain(|locked| locked != group);
        }
        Step::Join { group, user } => {
            (world.has_group(*group) && world.user(*user).is_some()).then_some(())?;
            world.members.push((*user, *group));
            world.members.dedup();
        }
        Step::Leave { group, user } => {
            world.members.contains(&(*user, *group)).then_some(())?;
            world.members.retain(|member| *member != (*user, *group));
        }
    }
    Some(())
}

fn change<T>(all: &mut [Option<T>], id: usize) -> Option<&mut T> {
    all.get_mut(id)?.as_mut()
}

fn fill<T>(all: &mut [Option<T>], id: usize, new: T) -> Option<()> {
    let place = all.get_mut(id).filter(|place| place.is_none())?;
    *place = Some(new);
    Some(())
}

fn add_grant(world: &mut World, id: usize, facts: &Grant) -> Option<()> {
    let holder = match facts.to {
        Subject::User(user) => world.user(user).is_some(),
        Subject::Group(group) => world.has_group(group),
    };
    let scope = match &facts.scope {
        Scope::Groups(groups) => groups.iter().all(|group| world.has_group(*group)),
        _ => true,
    };
    (holder && scope && world.role(facts.role).is_some()).then_some(())?;
    fill(&mut world.grants, id, facts.clone())
}

fn is_used(world: &World, group: usize) -> bool {
    let by = |grant: &Grant| {
        grant.to == Subject::Group(group) || matches!(&grant.scope, Scope::Groups(groups) if groups.contains(&group))
    };
    world.members.iter().any(|(_, of)| *of == group)
        || world.groups.contains(&Some(Some(group)))
        || world.given().any(|(_, grant)| by(grant))
}

/// Which invariant forbids it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Breach {
    /// 1: somebody gains what the actor does not hold or may not give, or not for so long.
    Amplification,
    /// 2: the actor gains, or gets people within his reach.
    SelfGain,
    /// 3: somebody is weakened or taken over whom the actor does not dominate.
    Dominance,
    /// 4: somebody becomes an administrator whose account the actor has no right to.
    Appointment,
    /// 5: no owner is left.
    NoOwner,
    /// 12: somebody answers for what he does not hold, or by grace of the one who holds it.
    Lineage,
    /// The step itself takes a permission that the actor does not hold there.
    Permission,
    /// 22: the grant is none.
    Shape,
    /// What a locked group carries would change, or it would go.
    Lock,
}

/// One actor, one difference.
pub(crate) struct Law<'a> {
    pub actor: usize,
    pub before: &'a World,
    pub after: &'a World,
    pub steps: &'a [Step],
    own: Held,
    is_owner: bool,
}

impl<'a> Law<'a> {
    pub(crate) fn new(actor: usize, before: &'a World, after: &'a World, steps: &'a [Step]) -> Self {
        let own = before.held_by(&before.acting(actor), after);
        let is_owner = own.has(EVERYTHING, ORGANIZATION, before.now);
        Self { actor, before, after, steps, own, is_owner }
    }

    /// What the difference of the worlds breaks, whatever the steps.
    pub(crate) fn breach(&self) -> Option<Breach> {
        let subjects = || (0..USERS).map(Subject::User).chain((0..GROUPS).map(Subject::Group));
        if subjects().any(|subject| !self.within_gift(&self.gained(subject), subject)) {
            return Some(Breach::Amplification);
        }
        if !self.gained(Subject::User(self.actor)).is_nothing() || self.reaches_more_people() {
            return Some(Breach::SelfGain);
        }
        if (0..USERS).any(|user| !self.lost(user).is_nothing() && !self.dominates(user)) {
            return Some(Breach::Dominance);
        }
        if (0..USERS).any(|user| self.is_appointed(user) && self.may_change(user).is_err()) {
            return Some(Breach::Appointment);
        }
        if self.may(GRANT, ORGANIZATION).is_err()
            && self.before.locked.iter().any(|group| self.carries_something_else(*group))
        {
            return Some(Breach::Lock);
        }
        let owners = |world: &World| world.live_owners() + world.other_owners as usize;
        if owners(self.before) > 0 && owners(self.after) == 0 {
            return Some(Breach::NoOwner);
        }
        (0..USERS).any(|user| self.feeds_himself(user)).then_some(Breach::Lineage)
    }

    fn carries_something_else(&self, group: usize) -> bool {
        !self.after.locked.contains(&group) || self.before.carried_by(group) != self.after.carried_by(group)
    }

    /// What a step asks for in itself.
    pub(crate) fn lacks(&self) -> Option<Breach> {
        self.steps.iter().find_map(|step| self.lacks_for(step).err())
    }

    /// What somebody holds afterwards and did not hold, or could not use, before.
    pub(crate) fn gained(&self, subject: Subject) -> Held {
        let is = self.after.entitled(subject, self.before);
        let enabled = matches!(subject, Subject::User(user) if self.is_enabled(user));
        if enabled { is } else { is.without(&self.before.entitled(subject, self.after)) }
    }

    fn is_enabled(&self, user: usize) -> bool {
        let active = |world: &World| world.user(user).map(|user| user.active);
        (active(self.before), active(self.after)) == (Some(false), Some(true))
    }

    pub(crate) fn lost(&self, user: usize) -> Held {
        let was = self.before.entitled(Subject::User(user), self.after);
        let active = |world: &World| world.user(user).is_some_and(|user| user.active);
        let disabled = active(self.before) && !active(self.after);
        if disabled { was } else { was.without(&self.after.entitled(Subject::User(user), self.before)) }
    }

    /// Whether the actor holds all of it and the right to grant it.
    fn within_gift(&self, gained: &Held, subject: Subject) -> bool {
        let mut cells = gained.cells();
        subject == Subject::User(self.actor)
            || cells.all(|(permission, place, time)| {
                self.own.has(permission, place, time) && self.own.has(GRANT, place, time)
            })
    }

    /// Whether the actor could give all that the gains touch, for as long as it would then be
    /// held. Where this is so, the judge has no excuse; where less suffices, it may be strict:
    /// it does not cut the time of a gain into what was held before and what was not.
    pub(crate) fn clearly_within_gift(&self) -> bool {
        let subjects = (0..USERS).map(Subject::User).chain((0..GROUPS).map(Subject::Group));
        subjects.into_iter().filter(|subject| *subject != Subject::User(self.actor)).all(|subject| {
            let gained = self.gained(subject);
            let is = self.after.entitled(subject, self.before);
            let mut touched = is.cells().filter(|(permission, place, _)| gained.ever(*permission, *place));
            touched.all(|(permission, place, time)| {
                self.own.has(permission, place, time) && self.own.has(GRANT, place, time)
            })
        })
    }

    /// Whether there is somebody else with whom the actor may do more than before.
    fn reaches_more_people(&self) -> bool {
        let own_then = {
            let mut then = self.after.clone();
            then.grants.clone_from(&self.before.grants);
            then.roles.clone_from(&self.before.roles);
            then.held_by(&self.before.acting(self.actor), self.before)
        };
        let may = |own: &Held, permission, world: &World, user| {
            own.has(permission, ORGANIZATION, world.now)
                || world.whereabouts(user).iter().any(|place| own.has(permission, *place, world.now))
        };
        let others = (0..USERS).filter(|user| *user != self.actor && self.before.user(*user).is_some());
        others.into_iter().any(|user| {
            OF_PEOPLE.iter().any(|permission| {
                may(&own_then, *permission, self.after, user) && !may(&self.own, *permission, self.before, user)
            })
        })
    }

    /// Whether somebody who was there becomes an administrator.
    fn is_appointed(&self, user: usize) -> bool {
        let is_one = |world: &World| !world.standing(user).is_empty();
        self.before.user(user).is_some() && !is_one(self.before) && is_one(self.after)
    }

    /// Whether somebody comes to hold a grant that is answered for by him or below him.
    fn feeds_himself(&self, user: usize) -> bool {
        let before = self.before.grantors(user);
        let new = self.after.grantors(user).into_iter().filter(|held| !before.contains(held));
        let mut above = new.map(|(_, grantor)| self.after.lineage(grantor));
        !self.after.owns(user) && above.any(|lineage| lineage.contains(&user))
    }

    /// At every time all that the other would hold if what is suspended were resumed; and
    /// something that he holds at no time.
    pub(crate) fn dominates(&self, user: usize) -> bool {
        let theirs = self.before.held_by(&self.before.standing(user), self.after);
        let more = self.own.at_whatever_time().without(&theirs.at_whatever_time());
        user != self.actor && (self.is_owner || (theirs.without(&self.own).is_nothing() && !more.is_nothing()))
    }

    fn may(&self, permission: usize, place: usize) -> Result<(), Breach> {
        self.own.has(permission, place, self.before.now).then_some(()).ok_or(Breach::Permission)
    }

    fn may_in(&self, permission: usize, scope: &Scope) -> Result<(), Breach> {
        places(scope).into_iter().try_for_each(|place| self.may(permission, place))
    }

    fn must_dominate(&self, user: usize) -> Result<(), Breach> {
        self.dominates(user).then_some(()).ok_or(Breach::Dominance)
    }

    fn lacks_for(&self, step: &Step) -> Result<(), Breach> {
        match step {
            Step::Act { permission, place } => self.may(*permission, *place),
            Step::CreateUser { user, facts } => self.may_create(*user, facts),
            Step::UpdateUser { user } | Step::EndSession { user } | Step::SetPassword { user, temporary: false }
                if *user == self.actor =>
            {
                Ok(())
            }
            Step::UpdateUser { user }
            | Step::EndSession { user }
            | Step::ChangeLogin { user }
            | Step::SetPassword { user, .. }
            | Step::Disable { user } => self.must_dominate(*user).and_then(|()| self.may_administer(*user)),
            Step::Enable { user } => self.may_administer(*user),
            Step::MoveUser { user, site: to } => {
                self.must_dominate(*user).and_then(|()| self.may_administer(*user))?;
                self.may(USERS_UPDATE, to.map_or(ORGANIZATION, site))
            }
            Step::AddGrant { grant, facts } => {
                self.may_give(facts)?;
                let other = facts.grantor.filter(|grantor| *grantor != self.actor);
                other.map_or(Ok(()), |grantor| self.may_answer(grantor, *grant, facts.to))
            }
            Step::RemoveGrant { grant } | Step::Suspend { grant } => self.may_take(*grant),
            Step::Resume { grant } => {
                self.before.grant(*grant).map_or(Err(Breach::Shape), |facts| self.may_give(facts))
            }
            Step::Rehome { grant, grantor } => {
                self.may_take(*grant)?;
                self.before.grant(*grant).map_or(Err(Breach::Shape), |it| self.may_answer(*grantor, *grant, it.to))
            }
            Step::CreateRole { permissions, .. } => {
                self.may(ROLES_CREATE, ORGANIZATION)?;
                self.holds_somewhere(permissions.iter())
            }
            Step::UpdateRole { role, permissions } => {
                self.may(ROLES_UPDATE, ORGANIZATION)?;
                let was = self.before.role(*role).map(|role| role.permissions.clone()).ok_or(Breach::Shape)?;
                self.holds_somewhere(permissions.iter().filter(|permission| !was.contains(permission)))
            }
            Step::DeleteRole { .. } => self.may(ROLES_DELETE, ORGANIZATION),
            Step::CreateGroup { parent, .. } => self.may(GROUPS_CREATE, parent.map_or(ORGANIZATION, group)),
            Step::MoveGroup { group: moved, parent } => {
                self.may(GROUPS_UPDATE, group(*moved))?;
                self.may(GROUPS_UPDATE, parent.map_or(ORGANIZATION, group))
            }
            Step::DeleteGroup { group: gone } => self.may(GROUPS_DELETE, group(*gone)),
            Step::Lock { .. } | Step::Unlock { .. } => self.may(GRANT, ORGANIZATION),
            Step::Join { group: joined, .. } => self.may(GROUPS_UPDATE, group(*joined)),
            Step::Leave { group: left, user } => {
                self.may(GROUPS_UPDATE, group(*left))?;
                if *user == self.actor { Ok(()) } else { self.must_dominate(*user) }
            }
        }
    }

    fn may_create(&self, user: usize, facts: &User) -> Result<(), Breach> {
        let appointed: Vec<&Scope> = self
            .steps
            .iter()
            .filter_map(|step| match step {
                Step::AddGrant { facts, .. } if facts.to == Subject::User(user) => Some(&facts.scope),
                _ => None,
            })
            .collect();
        if appointed.is_empty() {
            let mut joined: Vec<usize> = self
                .steps
                .iter()
                .filter_map(|step| match step {
                    Step::Join { group: joined, user: who } if *who == user => Some(group(*joined)),
                    _ => None,
                })
                .collect();
            if joined.is_empty() || facts.site.is_some() {
                joined = vec![facts.site.map_or(ORGANIZATION, site)];
            }
            return joined.into_iter().try_for_each(|place| self.may(USERS_CREATE, place));
        }
        if let Some(at) = facts.site.map(site) {
            self.may(USERS_CREATE, at).or_else(|_| self.may(ADMINISTRATORS_CREATE, at))?;
        }
        appointed.into_iter().try_for_each(|scope| self.may_in(ADMINISTRATORS_CREATE, scope))
    }

    /// Administrators are administered where their grants reach, everybody else where he is.
    fn may_administer(&self, user: usize) -> Result<(), Breach> {
        let grants = self.before.standing(user);
        if grants.is_empty() {
            // Whoever is new is where the steps put him.
            let is_new = self.before.user(user).is_none();
            return self.may_change_in(if is_new { self.after } else { self.before }, user);
        }
        let scopes = grants.iter().filter_map(|grant| self.before.grant(*grant)).map(|grant| &grant.scope);
        scopes.into_iter().try_for_each(|scope| self.may_in(ADMINISTRATORS_UPDATE, scope))
    }

    /// Whether the actor may change the account of somebody who is no administrator.
    fn may_change(&self, user: usize) -> Result<(), Breach> {
        self.may_change_in(self.before, user)
    }

    fn may_change_in(&self, world: &World, user: usize) -> Result<(), Breach> {
        let places = world.whereabouts(user);
        let met = places.iter().any(|place| self.may(USERS_UPDATE, *place).is_ok());
        if met { Ok(()) } else { self.may(USERS_UPDATE, ORGANIZATION) }
    }

    fn may_give(&self, grant: &Grant) -> Result<(), Breach> {
        let owner = self.after.role(grant.role).ok_or(Breach::Shape)?.owner;
        let places = places(&grant.scope);
        let to_a_group = matches!(grant.to, Subject::Group(_));
        if places.is_empty() || owner && (to_a_group || grant.scope != Scope::Organization) {
            return Err(Breach::Shape);
        }
        if grant.to == Subject::User(self.actor) {
            return Err(Breach::SelfGain);
        }
        let given = {
            let mut then = self.before.clone();
            then.roles.clone_from(&self.after.roles);
            then.gives(grant)
        };
        if !self.within_gift(&given, grant.to) {
            return Err(Breach::Amplification);
        }
        self.may_in(GRANT, &grant.scope)
    }

    fn may_take(&self, grant: usize) -> Result<(), Breach> {
        let grant = self.before.grant(grant).ok_or(Breach::Shape)?;
        self.may_in(GRANT, &grant.scope)?;
        let holders = (0..USERS).filter(|user| match grant.to {
            Subject::User(holder) => *user == holder,
            Subject::Group(group) => self.before.groups_of(*user).contains(&group),
        });
        holders.into_iter().try_for_each(|user| self.must_dominate(user))
    }

    fn may_answer(&self, grantor: usize, grant: usize, holder: Subject) -> Result<(), Breach> {
        let by_grace = holder == Subject::User(grantor);
        let holds = self.after.grant(grant).is_some_and(|grant| self.after.answers(grantor, grant));
        if holds && !by_grace { Ok(()) } else { Err(Breach::Lineage) }
    }

    fn holds_somewhere<'p>(&self, mut permissions: impl Iterator<Item = &'p usize>) -> Result<(), Breach> {
        let somewhere = |permission| (0..PLACES).any(|place| self.may(permission, place).is_ok());
        permissions.all(|permission| somewhere(*permission)).then_some(()).ok_or(Breach::Amplification)
    }
}

pub(crate) fn places(scope: &Scope) -> Vec<usize> {
    match scope {
        Scope::Organization => vec![ORGANIZATION],
        Scope::Sites(sites) => sites.iter().map(|it| site(*it)).collect(),
        Scope::Groups(groups) => groups.iter().map(|it| group(*it)).collect(),
    }
}
