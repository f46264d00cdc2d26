//! Random acts of several administrators over HTTP: every verdict is that of the pure judge on a
//! mirror of the organization, and in the end the organization is what the mirror is.

use api_tests::{Organization, PASSWORD, stranger};
use client::Client;
use shared::{
    Code, Problem,
    authority::{
        Access, Change, GrantFacts, HeldGrant, Permission, RoleFacts, Scope, Snapshot, UserFacts, judge::judge,
        permission as p,
    },
    grants::{self, NewGrant, Subject, Validity},
    groups::{self, GroupDetails, GroupKind},
    ids::{GrantId, GroupId, RoleId, SiteId, UserId},
    roles::{self, RoleDetails},
    session,
    time::Timestamp,
    users,
};
use std::collections::BTreeMap;

/// How many acts are tried; `BAILIWICK_LONG` has more.
fn steps() -> usize {
    std::env::var("BAILIWICK_LONG").ok().and_then(|steps| steps.parse().ok()).unwrap_or(150)
}

#[test]
fn inv_04_every_verdict_over_http_is_that_of_the_pure_judge() {
    let mut world = World::new();
    let (mut accepted, mut refused) = (0, 0);
    for _ in 0..steps() {
        match world.step() {
            Some(true) => accepted += 1,
            Some(false) => refused += 1,
            None => {}
        }
    }
    world.compare();
    assert!(accepted > 10 && refused > 10, "the acts are of one kind: {accepted} accepted, {refused} refused");
}

/// An organization, its administrators' clients, and its mirror.
struct World {
    org: Organization,
    clients: Vec<(UserId, Client)>,
    mirror: Snapshot,
    sites: Vec<SiteId>,
    random: u64,
    made: usize,
}

impl World {
    fn new() -> Self {
        let org = Organization::new();
        let sites = vec![org.site("Gent"), org.site("Namur")];
        let owner = org.owner.send(&session::api::View { org: org.slug.clone() }).unwrap().access;
        let mut world = Self {
            org,
            clients: Vec::new(),
            mirror: Snapshot::default(),
            sites,
            random: 0x2545_f491_4f6c_dd1d,
            made: 0,
        };
        world.add_user(&owner.user, true);
        for held in owner.grants {
            world.mirror.roles.insert(held.role.clone(), role(&held.role_name, true, Vec::new()));
            world.mirror.grants.insert(held.id, facts(Subject::User(owner.user.clone()), held.role, held.scope, None));
        }
        world.add_roles();
        world.add_groups();
        for name in ["anna", "bert", "cleo"] {
            world.add_person(name);
        }
        world.clients.push((owner.user, world.owner_again()));
        world
    }

    fn owner_again(&self) -> Client {
        let client = stranger();
        self.org.sign_in(&client, "olivia", PASSWORD);
        client
    }

    fn add_user(&mut self, user: &UserId, permanent_password: bool) {
        self.mirror.users.insert(user.clone(), UserFacts { active: true, permanent_password, site: None });
    }

    fn add_roles(&mut self) {
        let sets: [&[Permission]; 4] = [
            &[p::USERS_VIEW, p::USERS_UPDATE],
            &[p::ADMINISTRATORS_VIEW, p::ADMINISTRATORS_GRANT, p::USERS_VIEW],
            &[p::GROUPS_VIEW, p::GROUPS_CREATE, p::GROUPS_UPDATE, p::GROUPS_DELETE],
            &[p::ROLES_VIEW, p::ROLES_UPDATE, p::ADMINISTRATORS_GRANT],
        ];
        for (number, permissions) in sets.into_iter().enumerate() {
            let details = details(number, permissions);
            let made = self.org.owner.send(&roles::api::Create { org: self.org.slug.clone(), details }).unwrap();
            self.mirror.roles.insert(made.id, role(&made.details.name, false, permissions.to_vec()));
        }
    }

    fn add_groups(&mut self) {
        for number in 0..4 {
            let details = GroupDetails { name: format!("Group {number}"), ..GroupDetails::default() };
            let create =
                groups::api::Create { org: self.org.slug.clone(), kind: GroupKind::Access, parent: None, details };
            let group = self.org.owner.send(&create).unwrap().id;
            self.mirror.groups.place(&group, None).unwrap();
        }
    }

    /// Somebody with a password of his own, and everything about groups and people at first.
    fn add_person(&mut self, name: &str) {
        let made = self.org.owner.send(&self.org.new_user(name, None)).unwrap();
        let (client, temporary) = (stranger(), made.temporary_password.unwrap());
        self.org.sign_in(&client, name, &temporary);
        let change = session::api::ChangePassword {
            org: self.org.slug.clone(),
            current_password: temporary,
            new_password: PASSWORD.into(),
        };
        client.send(&change).unwrap();
        self.add_user(&made.id, true);
        self.clients.push((made.id, client));
    }

    fn next(&mut self, below: usize) -> usize {
        // xorshift64: the same acts in every run.
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        usize::try_from(self.random % below as u64).unwrap()
    }

    fn pick<T: Clone>(&mut self, of: Vec<T>) -> Option<T> {
        if of.is_empty() { None } else { of.get(self.next(of.len())).cloned() }
    }

    fn scope(&mut self) -> Scope {
        match self.next(4) {
            0 => Scope::Organization,
            1 => Scope::Groups { groups: self.pick(self.groups()).into_iter().collect() },
            _ => Scope::Sites { sites: self.pick(self.sites.clone()).into_iter().collect() },
        }
    }

    fn groups(&self) -> Vec<GroupId> {
        self.mirror.groups.iter().map(|(group, _)| group.clone()).collect()
    }

    fn subject(&mut self) -> Option<Subject> {
        let people: Vec<_> = self.mirror.users.keys().cloned().map(Subject::User).collect();
        let groups: Vec<_> = self.groups().into_iter().map(Subject::Group).collect();
        self.pick(people.into_iter().chain(groups).collect())
    }

    /// One act of one person: whether it was accepted, if there was anything to do.
    fn step(&mut self) -> Option<bool> {
        // Owners act every other time, or nobody would ever hold anything.
        let who = if self.next(2) == 0 { self.clients.len() - 1 } else { self.next(self.clients.len()) };
        let act = self.act()?;
        let (actor, client) = self.clients.get(who)?;
        let predicted = judge(&self.access(actor), std::slice::from_ref(&act.change), &self.mirror, now());
        let outcome = (act.send)(client, &self.org);
        // What the actor may not see is not found, whatever the judge would say.
        let hidden = outcome.as_ref().is_err_and(hides);
        let agree = hidden || predicted.is_ok() == outcome.is_ok();
        assert!(agree, "{:?} by {actor}: the judge says {predicted:?}, the edge {outcome:?}", act.change);
        let Ok(made) = outcome else {
            return Some(false);
        };
        self.accept(act.change.clone(), made, actor.clone());
        Some(true)
    }

    /// What somebody holds by the mirror.
    fn access(&self, user: &UserId) -> Access {
        let active = self.mirror.users.get(user).is_some_and(|facts| facts.active);
        let own = self.mirror.groups.paths(self.mirror.members.get(user).into_iter().flatten());
        let holds = |grant: &GrantFacts| match &grant.subject {
            Subject::User(holder) => holder == user,
            Subject::Group(group) => own.contains(group),
        };
        let grants = self.mirror.grants.iter().filter(|(_, grant)| active && !grant.suspended && holds(grant));
        Access { user: user.clone(), grants: grants.filter_map(|(id, grant)| self.held(id, grant)).collect() }
    }

    fn held(&self, id: &GrantId, grant: &GrantFacts) -> Option<HeldGrant> {
        let role = self.mirror.roles.get(&grant.role)?;
        Some(HeldGrant {
            id: id.clone(),
            role: grant.role.clone(),
            role_name: role.name.clone(),
            owner: role.owner,
            permissions: role.permissions.clone(),
            scope: grant.scope.clone(),
            validity: grant.validity,
            through: None,
        })
    }

    fn act(&mut self) -> Option<Act> {
        match self.next(8) {
            0 | 1 => self.give(),
            2 => self.take(),
            3 => self.join(),
            4 => self.leave(),
            5 => self.nest(),
            6 => self.edit(),
            _ => self.switch(),
        }
    }

    fn give(&mut self) -> Option<Act> {
        let subject = self.subject()?;
        let role = self.pick(self.mirror.roles.keys().cloned().collect())?;
        let scope = self.scope();
        let facts = facts(subject.clone(), role.clone(), scope.clone(), None);
        let change = Change::GrantAdded { grant: GrantId::from_u128(0), facts };
        let grant = NewGrant::lasting(role, scope);
        Some(Act::new(change, move |client, org| {
            let create = grants::api::Create { org: org.slug.clone(), subject: subject.clone(), grant: grant.clone() };
            client.send(&create).map(|made| Some(made.id))
        }))
    }

    fn take(&mut self) -> Option<Act> {
        let grant = self.pick(self.mirror.grants.keys().cloned().collect())?;
        let suspended = self.mirror.grants.get(&grant)?.suspended;
        let what = self.next(3);
        let change = match (what, suspended) {
            (0, _) => Change::GrantRemoved { grant: grant.clone() },
            (_, false) => Change::GrantSuspended { grant: grant.clone() },
            (_, true) => Change::GrantResumed { grant: grant.clone() },
        };
        Some(Act::new(change.clone(), move |client, org| {
            let (org, grant) = (org.slug.clone(), grant.clone());
            match change {
                Change::GrantRemoved { .. } => client.send(&grants::api::Delete { org, grant }),
                Change::GrantSuspended { .. } => client.send(&grants::api::Suspend { org, grant }).map(|_| ()),
                _ => client.send(&grants::api::Resume { org, grant }).map(|_| ()),
            }
            .map(|()| None)
        }))
    }

    fn join(&mut self) -> Option<Act> {
        let group = self.pick(self.groups())?;
        let user = self.pick(self.mirror.users.keys().cloned().collect())?;
        if self.mirror.members.get(&user).is_some_and(|groups| groups.contains(&group)) {
            return None;
        }
        let change = Change::MemberAdded { group: group.clone(), user: user.clone() };
        Some(Act::new(change, move |client, org| {
            let add = groups::api::AddMember { org: org.slug.clone(), group: group.clone(), user: user.clone() };
            client.send(&add).map(|_| None)
        }))
    }

    fn leave(&mut self) -> Option<Act> {
        let pairs: Vec<_> = self
            .mirror
            .members
            .iter()
            .flat_map(|(user, groups)| groups.iter().map(move |group| (user.clone(), group.clone())))
            .collect();
        let (user, group) = self.pick(pairs)?;
        let change = Change::MemberRemoved { group: group.clone(), user: user.clone() };
        Some(Act::new(change, move |client, org| {
            let remove = groups::api::RemoveMember { org: org.slug.clone(), group: group.clone(), user: user.clone() };
            client.send(&remove).map(|()| None)
        }))
    }

    fn nest(&mut self) -> Option<Act> {
        let (group, parent) = (self.pick(self.groups())?, self.pick(self.groups())?);
        let parent = (self.next(3) > 0).then_some(parent);
        if self.mirror.groups.parent(&group) == parent.as_ref() {
            return None;
        }
        let change = Change::GroupMoved { group: group.clone(), parent: parent.clone() };
        Some(Act::new(change, move |client, org| {
            let view = groups::api::View { org: org.slug.clone(), group: group.clone() };
            let version = client.send(&view)?.group.version;
            let org = org.slug.clone();
            client.send(&groups::api::Move { org, group: group.clone(), version, parent: parent.clone() }).map(|_| None)
        }))
    }

    fn edit(&mut self) -> Option<Act> {
        let custom =
            self.mirror.roles.iter().filter(|(_, role)| !role.owner).map(|(id, role)| (id.clone(), role.name.clone()));
        let (role, name) = self.pick(custom.collect())?;
        let every = [p::USERS_VIEW, p::USERS_UPDATE, p::GROUPS_UPDATE, p::ADMINISTRATORS_GRANT, p::SITES_VIEW];
        let bits = self.next(31) + 1;
        let permissions: Vec<_> =
            every.into_iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1).map(|(_, p)| p).collect();
        let change = Change::RoleUpdated { role: role.clone(), permissions: permissions.iter().cloned().collect() };
        let details = RoleDetails { name, description: String::new(), permissions: permissions.into_iter().collect() };
        Some(Act::new(change, move |client, org| {
            let version = client.send(&roles::api::View { org: org.slug.clone(), role: role.clone() })?.version;
            let update =
                roles::api::Update { org: org.slug.clone(), role: role.clone(), version, details: details.clone() };
            client.send(&update).map(|_| None)
        }))
    }

    fn switch(&mut self) -> Option<Act> {
        let (user, _) = self.pick(self.clients.iter().map(|(user, _)| (user.clone(), ())).collect())?;
        let active = self.mirror.users.get(&user)?.active;
        let change = if active {
            Change::UserDisabled { user: user.clone() }
        } else {
            Change::UserEnabled { user: user.clone() }
        };
        Some(Act::new(change, move |client, org| {
            let (org, user) = (org.slug.clone(), user.clone());
            let sent = if active {
                client.send(&users::api::Disable { org, user })
            } else {
                client.send(&users::api::Enable { org, user })
            };
            sent.map(|_| None)
        }))
    }

    fn accept(&mut self, change: Change, made: Option<GrantId>, actor: UserId) {
        let change = match (change, made) {
            (Change::GrantAdded { facts, .. }, Some(grant)) => {
                Change::GrantAdded { grant, facts: GrantFacts { grantor: Some(actor), ..facts } }
            }
            (change, _) => change,
        };
        self.mirror.apply(&change).unwrap();
        if let Change::UserEnabled { user } = &change {
            self.sign_in_again(user.clone());
        }
        self.made += 1;
    }

    /// Disabling ends sessions; whoever is enabled comes back with a new one.
    fn sign_in_again(&mut self, user: UserId) {
        let view = users::api::View { org: self.org.slug.clone(), user: user.clone() };
        let name = self.owner_again().send(&view).unwrap().person.user_name;
        let client = stranger();
        self.org.sign_in(&client, &name, PASSWORD);
        if let Some(entry) = self.clients.iter_mut().find(|(known, _)| *known == user) {
            entry.1 = client;
        }
    }

    /// What everybody holds, by the mirror and by the edge.
    fn compare(&self) {
        let owner = self.owner_again();
        for (user, facts) in &self.mirror.users {
            let held =
                owner.send(&shared::checks::api::Held { org: self.org.slug.clone(), user: user.clone() }).unwrap();
            let count = |grants: &[HeldGrant]| -> BTreeMap<GrantId, usize> {
                grants.iter().fold(BTreeMap::new(), |mut all, grant| {
                    *all.entry(grant.id.clone()).or_default() += 1;
                    all
                })
            };
            let ids = |grants: &[HeldGrant]| count(grants).into_keys().collect::<Vec<_>>();
            assert_eq!(ids(&held), ids(&self.access(user).grants), "{user} {facts:?}");
        }
    }
}

/// An act: what it changes, and how it is sent; whoever makes a grant learns its id.
struct Act {
    change: Change,
    send: Box<Sending>,
}

type Sending = dyn Fn(&Client, &Organization) -> Result<Option<GrantId>, Problem>;

impl Act {
    fn new(
        change: Change,
        send: impl Fn(&Client, &Organization) -> Result<Option<GrantId>, Problem> + 'static,
    ) -> Self {
        Self { change, send: Box::new(send) }
    }
}

/// Refusals that say only that the actor may not see what he acts on, or may not call at all.
fn hides(problem: &Problem) -> bool {
    let unseen = problem.errors.iter().any(|error| error.code.starts_with("unknown_"));
    matches!(problem.code, Code::NotFound | Code::Forbidden | Code::SessionRequired) || unseen
}

fn now() -> Timestamp {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    Timestamp(i64::try_from(since.as_millis()).unwrap())
}

fn facts(subject: Subject, role: RoleId, scope: Scope, grantor: Option<UserId>) -> GrantFacts {
    GrantFacts { subject, role, scope, validity: Validity::ALWAYS, suspended: false, grantor }
}

fn role(name: &str, owner: bool, permissions: Vec<Permission>) -> RoleFacts {
    RoleFacts { name: name.into(), owner, permissions: permissions.into_iter().collect() }
}

fn details(number: usize, permissions: &[Permission]) -> RoleDetails {
    RoleDetails {
        name: format!("Role {number}"),
        description: String::new(),
        permissions: permissions.iter().cloned().collect(),
    }
}
