//! The same few people, places and groups, for cases told by hand.

use crate::{
    bridge,
    model::{GRANTS, GROUPS, Grant, ROLES, Role, Scope, Step, Subject, USERS, User, World},
    trial,
};
use shared::{
    Code,
    authority::judge::{Diff, Refusal, judge},
};

pub(crate) const OWNER: usize = 0;
pub(crate) const ANNA: usize = 1;
pub(crate) const BERT: usize = 2;
pub(crate) const CARL: usize = 3;
pub(crate) const GHENT: usize = 0;
pub(crate) const LIEGE: usize = 1;
pub(crate) const OPS: usize = 0;
pub(crate) const DESK: usize = 1;
pub(crate) const LAB: usize = 2;

/// Four people, of whom one owns everything, three groups beside each other, and no more.
pub(crate) fn stage() -> World {
    let person = || Some(User { active: true, permanent_password: true, site: None });
    let mut world = World {
        now: 0,
        users: vec![None; USERS],
        groups: vec![None; GROUPS],
        locked: Vec::new(),
        members: Vec::new(),
        roles: vec![None; ROLES],
        grants: vec![None; GRANTS],
        other_owners: 0,
    };
    world.users[..=CARL].fill_with(person);
    world.groups[..=LAB].fill(Some(None));
    world.roles[0] = Some(Role { owner: true, permissions: Vec::new() });
    world.with_grant(0, grant(Subject::User(OWNER), 0, Scope::Organization))
}

pub(crate) fn grant(to: Subject, role: usize, scope: Scope) -> Grant {
    Grant { to, role, scope, from: None, until: None, suspended: false, grantor: None }
}

pub(crate) fn at(site: usize) -> Scope {
    Scope::Sites(vec![site])
}

pub(crate) fn within(group: usize) -> Scope {
    Scope::Groups(vec![group])
}

/// The next free id is never needed twice in a case.
pub(crate) fn give(to: Subject, role: usize, scope: Scope) -> Step {
    Step::AddGrant { grant: GRANTS - 1, facts: grant(to, role, scope) }
}

impl World {
    pub(crate) fn with_role(mut self, role: usize, permissions: &[usize]) -> Self {
        self.roles[role] = Some(Role { owner: false, permissions: permissions.to_vec() });
        self
    }
    pub(crate) fn with_grant(mut self, id: usize, grant: Grant) -> Self {
        self.grants[id] = Some(grant);
        self
    }
    pub(crate) fn to(self, id: usize, user: usize, role: usize, scope: Scope) -> Self {
        self.with_grant(id, grant(Subject::User(user), role, scope))
    }
    pub(crate) fn with_member(mut self, user: usize, group: usize) -> Self {
        self.members.push((user, group));
        self
    }
    pub(crate) fn with_user(mut self, user: usize, change: impl FnOnce(&mut User)) -> Self {
        self.users[user].as_mut().map(change).expect("somebody on the stage");
        self
    }
    pub(crate) fn judge(&self, actor: usize, steps: &[Step]) -> Result<Diff, Refusal> {
        let access = bridge::access(self, actor);
        judge(&access, &bridge::changes(steps), &bridge::snapshot(self), bridge::time(self.now))
    }

    /// The verdict must be the one expected, and the model's.
    pub(crate) fn expect(&self, actor: usize, steps: &[Step], expected: Option<Code>) -> Result<(), String> {
        let code = self.judge(actor, steps).err().map(|refusal| refusal.code);
        if code != expected {
            return Err(format!("{actor} takes {steps:?}: {code:?}, not {expected:?}"));
        }
        trial::check(self, actor, steps).map(|_| ())
    }
}
