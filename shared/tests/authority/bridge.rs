//! From the model's numbers to the crate's types, and nothing else.

use crate::model::{self, PERMISSIONS, SITES, Scope, Step, Subject, World};
use shared::{
    authority::{
        Access, Change, GrantFacts, HeldGrant, Permission, Permissions, Place, RoleFacts, Snapshot, Tree, UserFacts,
        permission as known,
    },
    grants::{self, Validity},
    ids::{GrantId, GroupId, RoleId, SiteId, UserId},
    time::Timestamp,
};
use std::collections::BTreeSet;

pub(crate) fn user(id: usize) -> UserId {
    UserId::from_u128(100 + id as u128)
}
pub(crate) fn group(id: usize) -> GroupId {
    GroupId::from_u128(200 + id as u128)
}
pub(crate) fn site(id: usize) -> SiteId {
    SiteId::from_u128(300 + id as u128)
}
pub(crate) fn role(id: usize) -> RoleId {
    RoleId::from_u128(400 + id as u128)
}
pub(crate) fn grant(id: usize) -> GrantId {
    GrantId::from_u128(500 + id as u128)
}
pub(crate) fn time(time: usize) -> Timestamp {
    Timestamp(1_000_000 + 1_000 * time as i64)
}

/// The permissions in the order of the model's numbers.
pub(crate) fn permission(number: usize) -> Permission {
    let feature = || "feature.analytics:view".parse().expect("a feature's permission");
    let known = [
        known::USERS_VIEW,
        known::USERS_UPDATE,
        known::USERS_CREATE,
        known::ADMINISTRATORS_UPDATE,
        known::ADMINISTRATORS_CREATE,
        known::ADMINISTRATORS_GRANT,
        known::GROUPS_CREATE,
        known::GROUPS_UPDATE,
        known::GROUPS_DELETE,
        known::ROLES_CREATE,
        known::ROLES_UPDATE,
        known::ROLES_DELETE,
        known::ASSIGNMENTS_UPDATE,
    ];
    assert!(number < PERMISSIONS, "everything is no permission");
    known.get(number).cloned().unwrap_or_else(feature)
}

pub(crate) fn permissions(numbers: &[usize]) -> Permissions {
    numbers.iter().map(|number| permission(*number)).collect()
}

pub(crate) fn place(place: usize) -> Place {
    match place {
        model::ORGANIZATION => Place::Organization,
        at if at <= SITES => Place::Site(site(at - 1)),
        at => Place::Group(group(at - 1 - SITES)),
    }
}

pub(crate) fn subject(of: Subject) -> grants::Subject {
    match of {
        Subject::User(id) => grants::Subject::User(user(id)),
        Subject::Group(id) => grants::Subject::Group(group(id)),
    }
}

pub(crate) fn scope(of: &Scope) -> shared::authority::Scope {
    use shared::authority::Scope as Real;
    match of {
        Scope::Organization => Real::Organization,
        Scope::Sites(ids) => Real::Sites { sites: ids.iter().map(|id| site(*id)).collect() },
        Scope::Groups(ids) => Real::Groups { groups: ids.iter().map(|id| group(*id)).collect() },
    }
}

fn validity(of: &model::Grant) -> Validity {
    Validity { from: of.from.map(time), until: of.until.map(time) }
}

pub(crate) fn user_facts(of: &model::User) -> UserFacts {
    UserFacts { active: of.active, permanent_password: of.permanent_password, site: of.site.map(site) }
}

pub(crate) fn grant_facts(of: &model::Grant) -> GrantFacts {
    GrantFacts {
        subject: subject(of.to),
        role: role(of.role),
        scope: scope(&of.scope),
        validity: validity(of),
        suspended: of.suspended,
        grantor: of.grantor.map(user),
    }
}

pub(crate) fn snapshot(world: &World) -> Snapshot {
    let mut members = std::collections::BTreeMap::<_, BTreeSet<_>>::new();
    for (member, of) in &world.members {
        members.entry(user(*member)).or_default().insert(group(*of));
    }
    let groups = world.groups.iter().enumerate();
    let roles = world.roles.iter().enumerate();
    Snapshot {
        users: (0..world.users.len()).filter_map(|id| Some((user(id), user_facts(world.user(id)?)))).collect(),
        groups: Tree::new(groups.filter_map(|(id, parent)| Some((group(id), (*parent)?.map(group))))),
        locked: world.locked.iter().map(|id| group(*id)).collect(),
        members,
        roles: roles
            .filter_map(|(id, of)| {
                let of = of.as_ref()?;
                let facts =
                    RoleFacts { name: String::new(), owner: of.owner, permissions: permissions(&of.permissions) };
                Some((role(id), facts))
            })
            .collect(),
        grants: world.given().map(|(id, of)| (grant(id), grant_facts(of))).collect(),
        other_owners: world.other_owners,
    }
}

/// What the edge would read from its tables: the grants with which somebody acts now.
pub(crate) fn access(world: &World, of: usize) -> Access {
    let grants = world.acting(of).into_iter().filter_map(|id| {
        let facts = world.grant(id)?;
        let of = world.role(facts.role)?;
        Some(HeldGrant {
            id: grant(id),
            role: role(facts.role),
            role_name: String::new(),
            owner: of.owner,
            permissions: permissions(&of.permissions),
            scope: scope(&facts.scope),
            validity: validity(facts),
            through: match facts.to {
                Subject::User(_) => None,
                Subject::Group(id) => Some(group(id)),
            },
        })
    });
    Access { user: user(of), grants: grants.collect() }
}

pub(crate) fn change(step: &Step) -> Change {
    match step {
        Step::Act { permission: of, place: at } => Change::Act { permission: permission(*of), place: place(*at) },
        Step::CreateUser { user: id, facts } => Change::UserCreated { user: user(*id), facts: user_facts(facts) },
        Step::UpdateUser { user: id } => Change::UserUpdated { user: user(*id) },
        Step::MoveUser { user: id, site: to } => Change::UserMoved { user: user(*id), site: to.map(site) },
        Step::ChangeLogin { user: id } => Change::LoginChanged { user: user(*id) },
        Step::EndSession { user: id } => Change::SessionEnded { user: user(*id) },
        Step::SetPassword { user: id, temporary } => Change::PasswordSet { user: user(*id), temporary: *temporary },
        Step::Disable { user: id } => Change::UserDisabled { user: user(*id) },
        Step::Enable { user: id } => Change::UserEnabled { user: user(*id) },
        Step::AddGrant { grant: id, facts } => Change::GrantAdded { grant: grant(*id), facts: grant_facts(facts) },
        Step::RemoveGrant { grant: id } => Change::GrantRemoved { grant: grant(*id) },
        Step::Suspend { grant: id } => Change::GrantSuspended { grant: grant(*id) },
        Step::Resume { grant: id } => Change::GrantResumed { grant: grant(*id) },
        Step::Rehome { grant: id, grantor } => Change::GrantRehomed { grant: grant(*id), grantor: user(*grantor) },
        Step::CreateRole { role: id, permissions: of } => {
            Change::RoleCreated { role: role(*id), name: String::new(), permissions: permissions(of) }
        }
        Step::UpdateRole { role: id, permissions: of } => {
            Change::RoleUpdated { role: role(*id), permissions: permissions(of) }
        }
        Step::DeleteRole { role: id } => Change::RoleDeleted { role: role(*id) },
        Step::CreateGroup { group: id, parent } => {
            Change::GroupCreated { group: group(*id), parent: parent.map(group) }
        }
        Step::MoveGroup { group: id, parent } => Change::GroupMoved { group: group(*id), parent: parent.map(group) },
        Step::DeleteGroup { group: id } => Change::GroupDeleted { group: group(*id) },
        Step::Lock { group: id } => Change::GroupLocked { group: group(*id) },
        Step::Unlock { group: id } => Change::GroupUnlocked { group: group(*id) },
        Step::Join { group: id, user: who } => Change::MemberAdded { group: group(*id), user: user(*who) },
        Step::Leave { group: id, user: who } => Change::MemberRemoved { group: group(*id), user: user(*who) },
    }
}

pub(crate) fn changes(steps: &[Step]) -> Vec<Change> {
    steps.iter().map(change).collect()
}
