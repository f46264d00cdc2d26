//! As much of an organization's authority as a change can reach.
//!
//! The edge reads it from tables, the console gets it from the edge; [`super::judge`] cannot
//! tell which. It is *closed*: whoever is in `users` is there with all memberships and grants,
//! own and inherited, and every group is there with all groups above it.

use super::{
    Change, Misplaced, Permissions, Scope, Target, Tree,
    planted::{self, Bug},
};
use crate::{
    Code,
    grants::{Subject, Validity},
    ids::{GrantId, GroupId, RoleId, SiteId, UserId},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The facts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Snapshot {
    /// People.
    pub users: BTreeMap<UserId, UserFacts>,
    /// Groups, each with all above it.
    pub groups: Tree,
    /// The groups whose permissions are locked.
    #[serde(default)]
    pub locked: BTreeSet<GroupId>,
    /// Who is in which group.
    pub members: BTreeMap<UserId, BTreeSet<GroupId>>,
    /// Roles.
    pub roles: BTreeMap<RoleId, RoleFacts>,
    /// Grants.
    pub grants: BTreeMap<GrantId, GrantFacts>,
    /// How many owners who can sign in there are besides those in `users`.
    pub other_owners: u32,
}

/// What matters about a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct UserFacts {
    /// Whether the person may sign in at all.
    pub active: bool,
    /// Whether the password is the person's own choice.
    pub permanent_password: bool,
    /// Where the person belongs.
    pub site: Option<SiteId>,
}

/// What matters about a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RoleFacts {
    /// Its name.
    pub name: String,
    /// Whether it is the owner's.
    pub owner: bool,
    /// What it allows; empty for the owner's.
    pub permissions: Permissions,
}

/// What matters about a grant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GrantFacts {
    /// Who holds it.
    pub subject: Subject,
    /// What is given.
    pub role: RoleId,
    /// Where.
    pub scope: Scope,
    /// When it counts.
    pub validity: Validity,
    /// Whether it is suspended.
    pub suspended: bool,
    /// Who answers for it.
    pub grantor: Option<UserId>,
}

impl Snapshot {
    /// Where a person is met.
    pub fn place(&self, user: &UserId) -> Target {
        let site = self.users.get(user).and_then(|facts| facts.site.clone());
        let groups = self.groups.paths(self.members.get(user).into_iter().flatten());
        match (site, groups.is_empty()) {
            (None, true) => Target::Organization,
            (site, _) => Target::User { site, groups },
        }
    }

    /// The state after a change, or why there is none.
    pub fn apply(&mut self, change: &Change) -> Result<(), Code> {
        match change {
            Change::Act { .. } | Change::Reserved => Ok(()),
            Change::LoginChanged { user }
            | Change::ActOn { user, .. }
            | Change::SeenAs { user }
            | Change::SessionEnded { user }
            | Change::UserUpdated { user } => self
                .user(user)
                .map(|_| ())
                .or_else(|code| if planted::is(Bug::ChangesTheUnknown) { Ok(()) } else { Err(code) }),
            Change::UserCreated { user, facts } => create(&mut self.users, user, facts.clone()),
            Change::UserMoved { user, site } => self.user(user).map(|facts| facts.site.clone_from(site)),
            Change::PasswordSet { user, temporary } => {
                self.user(user).map(|facts| facts.permanent_password = !temporary)
            }
            Change::UserDisabled { user } => self.user(user).map(|facts| facts.active = false),
            Change::UserEnabled { user } => self.user(user).map(|facts| facts.active = true),
            Change::GrantAdded { grant, facts } => self.add_grant(grant, facts),
            Change::GrantRemoved { grant } => self.grants.remove(grant).map(|_| ()).ok_or(Code::NotFound),
            Change::GrantSuspended { grant } => self.grant(grant).map(|facts| facts.suspended = true),
            Change::GrantResumed { grant } => self.grant(grant).map(|facts| facts.suspended = false),
            Change::GrantRehomed { grant, grantor } => {
                self.grant(grant).map(|facts| facts.grantor = Some(grantor.clone()))
            }
            Change::RoleCreated { role, name, permissions } => {
                let facts = RoleFacts { name: name.clone(), owner: false, permissions: permissions.clone() };
                create(&mut self.roles, role, facts)
            }
            Change::RoleUpdated { role, permissions } => {
                self.role(role).map(|facts| facts.permissions.clone_from(permissions))
            }
            Change::RoleDeleted { role } => self.delete_role(role),
            Change::GroupCreated { group, .. } if self.groups.contains(group) => Err(Code::Taken),
            Change::GroupCreated { group, parent } => self.place_group(group, parent.as_ref()),
            Change::GroupMoved { group, .. } if !self.groups.contains(group) => Err(Code::NotFound),
            Change::GroupMoved { group, parent } => self.place_group(group, parent.as_ref()),
            Change::GroupDeleted { group } => self.delete_group(group),
            Change::GroupLocked { group } | Change::GroupUnlocked { group } if !self.groups.contains(group) => {
                Err(Code::NotFound)
            }
            Change::GroupLocked { group } => {
                self.locked.insert(group.clone());
                Ok(())
            }
            Change::GroupUnlocked { group } => {
                self.locked.remove(group);
                Ok(())
            }
            Change::MemberAdded { group, user } => self.add_member(group, user),
            Change::MemberRemoved { group, user } => {
                let left = self.members.get_mut(user).is_some_and(|groups| groups.remove(group));
                if left { Ok(()) } else { Err(Code::NotFound) }
            }
        }
    }

    fn user(&mut self, user: &UserId) -> Result<&mut UserFacts, Code> {
        self.users.get_mut(user).ok_or(Code::NotFound)
    }

    fn grant(&mut self, grant: &GrantId) -> Result<&mut GrantFacts, Code> {
        self.grants.get_mut(grant).ok_or(Code::NotFound)
    }

    /// The owner's role is everything and stays so.
    fn role(&mut self, role: &RoleId) -> Result<&mut RoleFacts, Code> {
        let facts = self.roles.get_mut(role).ok_or(Code::NotFound)?;
        if facts.owner && !planted::is(Bug::EditsTheOwnersRole) { Err(Code::BuiltIn) } else { Ok(facts) }
    }

    /// Grants hold only what exists: a grant to, of or at something unknown is none.
    fn add_grant(&mut self, grant: &GrantId, facts: &GrantFacts) -> Result<(), Code> {
        let subject = match &facts.subject {
            Subject::User(user) => self.users.contains_key(user),
            Subject::Group(group) => self.groups.contains(group),
        };
        let groups = match &facts.scope {
            Scope::Groups { groups } => groups.iter().all(|group| self.groups.contains(group)),
            _ => true,
        };
        if !subject || !groups || !self.roles.contains_key(&facts.role) {
            return Err(Code::NotFound);
        }
        create(&mut self.grants, grant, facts.clone())
    }

    fn delete_role(&mut self, role: &RoleId) -> Result<(), Code> {
        if self.grants.values().any(|grant| grant.role == *role) && !planted::is(Bug::DeletesRolesInUse) {
            return Err(Code::InUse);
        }
        self.role(role)?;
        self.roles.remove(role);
        Ok(())
    }

    fn place_group(&mut self, group: &GroupId, parent: Option<&GroupId>) -> Result<(), Code> {
        self.groups.place(group, parent).map_err(|misplaced| match misplaced {
            Misplaced::Cycle => Code::GroupCycle,
            Misplaced::TooDeep => Code::GroupTooDeep,
            Misplaced::Unknown => Code::NotFound,
        })
    }

    /// A group goes only when nothing refers to it, so that no grant survives its object.
    fn delete_group(&mut self, group: &GroupId) -> Result<(), Code> {
        let refers = |grant: &GrantFacts| {
            grant.subject == Subject::Group(group.clone())
                || matches!(&grant.scope, Scope::Groups { groups } if groups.contains(group))
        };
        let used = self.members.values().any(|groups| groups.contains(group))
            || self.groups.iter().any(|(_, parent)| parent == Some(group))
            || self.grants.values().any(refers);
        if used && !planted::is(Bug::DeletesGroupsInUse) {
            return Err(Code::InUse);
        }
        if !self.groups.contains(group) {
            return Err(Code::NotFound);
        }
        self.groups.remove(group);
        self.locked.remove(group);
        Ok(())
    }

    fn add_member(&mut self, group: &GroupId, user: &UserId) -> Result<(), Code> {
        if !self.groups.contains(group) || !self.users.contains_key(user) {
            return Err(Code::NotFound);
        }
        self.members.entry(user.clone()).or_default().insert(group.clone());
        Ok(())
    }
}

/// Nothing new takes the place of something known.
fn create<K: Clone + Ord, V>(known: &mut BTreeMap<K, V>, key: &K, value: V) -> Result<(), Code> {
    if known.contains_key(key) && !planted::is(Bug::ReusesIds) {
        return Err(Code::Taken);
    }
    known.insert(key.clone(), value);
    Ok(())
}
