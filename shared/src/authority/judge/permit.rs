//! What the actor must be permitted, change by change, whatever endpoint it comes from.

use super::{Case, Refusal, may_confer};
use crate::{
    Code,
    authority::{
        Change, Decision, GrantFacts, Permission, Permissions, Target, decide,
        permission::{
            ADMINISTRATORS_CREATE, ADMINISTRATORS_GRANT, ADMINISTRATORS_UPDATE, GROUPS_CREATE, GROUPS_DELETE,
            GROUPS_UPDATE, ROLES_CREATE, ROLES_DELETE, ROLES_UPDATE, USERS_CREATE, USERS_UPDATE,
        },
        planted::{self, Bug},
    },
    grants::Subject,
    ids::{GrantId, GroupId, RoleId, SiteId, UserId},
};

impl Case<'_> {
    /// Whether the actor may do this at all, and to this subject; what it does to authority is
    /// compared apart.
    pub(super) fn permit(&self, change: &Change) -> Result<(), Refusal> {
        match change {
            _ if planted::permits(change) => Ok(()),
            Change::Act { permission, place } => self.require(permission, &Target::at(place, self.tree_of(place))),
            Change::ActOn { permission, user } => self.require(permission, &self.met(user)),
            Change::Reserved => Err(Refusal::of(Code::Forbidden)),
            Change::SeenAs { user } => self.may_weaken(user),
            Change::UserCreated { user, facts } => self.permit_creation(user, facts.site.as_ref()),
            Change::UserUpdated { user } | Change::SessionEnded { user } if *user == self.actor.user => Ok(()),
            // One's own password is changed with the current one, which the handler has checked.
            Change::PasswordSet { user, temporary: false } if *user == self.actor.user => Ok(()),
            Change::PasswordSet { user, .. } if planted::is(Bug::ResetsSuperiors) => self.administer(user),
            Change::UserUpdated { user }
            | Change::SessionEnded { user }
            | Change::LoginChanged { user }
            | Change::PasswordSet { user, .. }
            | Change::UserDisabled { user } => self.permit_on_account(user),
            Change::UserEnabled { user } => self.administer(user),
            Change::UserMoved { user, site } => {
                self.permit_on_account(user)?;
                if planted::is(Bug::MovesUsersByOneEnd) {
                    return Ok(());
                }
                self.require(&USERS_UPDATE, &Target::of(site.as_ref()))
            }
            Change::GrantAdded { grant, facts } => {
                self.permit_giving(grant, facts)?;
                let other = facts.grantor.as_ref().filter(|grantor| **grantor != self.actor.user);
                other.map_or(Ok(()), |grantor| self.can_answer(grantor, grant, &facts.subject))
            }
            Change::GrantRemoved { grant } | Change::GrantSuspended { grant } => self.permit_taking(grant),
            Change::GrantResumed { grant } => self.with_grant(grant, |facts| self.permit_giving(grant, facts)),
            Change::GrantRehomed { grant, grantor } => self.permit_rehoming(grant, grantor),
            Change::RoleCreated { permissions, .. } => {
                self.require(&ROLES_CREATE, &Target::Organization)?;
                self.hold_somewhere(permissions)
            }
            Change::RoleUpdated { role, permissions } => self.permit_role_edit(role, permissions),
            Change::RoleDeleted { .. } => self.require(&ROLES_DELETE, &Target::Organization),
            Change::GroupCreated { parent, .. } => self.require(&GROUPS_CREATE, &self.under(parent.as_ref())),
            // The right at both ends.
            Change::GroupMoved { group, parent } => {
                self.require(&GROUPS_UPDATE, &self.at(group))?;
                if planted::is(Bug::MovesGroupsByOneEnd) {
                    return Ok(());
                }
                self.require(&GROUPS_UPDATE, &self.under(parent.as_ref()))
            }
            Change::GroupLocked { .. } | Change::GroupUnlocked { .. } => {
                self.require(&ADMINISTRATORS_GRANT, &Target::Organization)
            }
            Change::GroupDeleted { group } => self.require(&GROUPS_DELETE, &self.at(group)),
            Change::MemberAdded { group, .. } => self.require(&GROUPS_UPDATE, &self.at(group)),
            Change::MemberRemoved { group, user } => {
                self.require(&GROUPS_UPDATE, &self.at(group))?;
                if *user == self.actor.user || planted::is(Bug::TakesOutSuperiors) {
                    return Ok(());
                }
                self.may_weaken(user)
            }
        }
    }

    fn require(&self, permission: &Permission, target: &Target) -> Result<(), Refusal> {
        match decide(self.actor, permission, target) {
            Decision::Allow { .. } => Ok(()),
            Decision::Deny(missing) => {
                let refusal = Refusal::of(Code::Forbidden).lacking(&missing.permission);
                Err(match missing.target {
                    Target::Site(site) => refusal.with(&super::Entitlement {
                        permission: Some(missing.permission),
                        place: super::Place::Site(site),
                    }),
                    _ => refusal,
                })
            }
        }
    }

    /// Where somebody is met: before the changes, or where they put him when he is new.
    fn met(&self, user: &UserId) -> Target {
        let state = if self.before.knows(user) { &self.before } else { &self.after };
        state.place(user)
    }

    /// A group, where it is before the changes, or where it will be when it is new.
    fn at(&self, group: &GroupId) -> Target {
        Target::at(&super::Place::Group(group.clone()), self.tree_of(&super::Place::Group(group.clone())))
    }

    fn under(&self, parent: Option<&GroupId>) -> Target {
        parent.map_or(Target::Organization, |parent| self.at(parent))
    }

    /// Somebody new is a user or, when he gets grants in the same breath, an administrator: then
    /// the right to create either will do for his site. Without one, he is where his grants are, or
    /// in the groups that he joins in the same breath (RSC-1).
    fn permit_creation(&self, user: &UserId, site: Option<&SiteId>) -> Result<(), Refusal> {
        let scopes = self.brought.given_to(user);
        if scopes.is_empty() {
            let joined = if site.is_none() { self.brought.joined_by(user) } else { &[] };
            return match joined {
                [] => self.require(&USERS_CREATE, &Target::of(site)),
                joined => joined.iter().try_for_each(|group| self.require(&USERS_CREATE, &self.at(group))),
            };
        }
        if let Some(site) = site.filter(|_| !planted::is(Bug::CreatesAdministratorsAtAnySite)) {
            let at = Target::Site(site.clone());
            self.require(&USERS_CREATE, &at).or_else(|_| self.require(&ADMINISTRATORS_CREATE, &at))?;
        }
        let groups = self.before.groups();
        scopes.iter().try_for_each(|scope| self.require(&ADMINISTRATORS_CREATE, &Target::all_of(scope, groups)))
    }

    /// Whoever has an account in hand has what it holds.
    fn permit_on_account(&self, user: &UserId) -> Result<(), Refusal> {
        self.may_weaken(user)?;
        self.administer(user)
    }

    /// An administrator's account takes the right to change administrators, also where it is
    /// met as a user's.
    fn administer(&self, user: &UserId) -> Result<(), Refusal> {
        let held = self.before.standing(&Subject::User(user.clone()), self.now).grants;
        if held.is_empty() || planted::is(Bug::TreatsAdministratorsAsUsers) {
            return self.require(&USERS_UPDATE, &self.met(user));
        }
        let scopes = held.iter().map(|grant| Target::all_of(&grant.scope, self.before.groups()));
        scopes.into_iter().try_for_each(|scope| self.require(&ADMINISTRATORS_UPDATE, &scope))
    }

    fn with_grant(
        &self,
        grant: &GrantId,
        then: impl FnOnce(&GrantFacts) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        self.before.grant(grant).ok_or_else(|| Refusal::of(Code::NotFound)).and_then(then)
    }

    fn permit_giving(&self, id: &GrantId, facts: &GrantFacts) -> Result<(), Refusal> {
        let held = self.after.held(id, facts).ok_or_else(|| Refusal::of(Code::NotFound))?;
        may_confer(self.actor, &facts.subject, &held, self.before.groups(), self.now)
    }

    /// Taking something from a group takes it from every member.
    fn permit_taking(&self, grant: &GrantId) -> Result<(), Refusal> {
        self.with_grant(grant, |facts| {
            if !planted::is(Bug::TakesWithoutTheRight) {
                self.require(&ADMINISTRATORS_GRANT, &Target::all_of(&facts.scope, self.before.groups()))?;
            }
            match &facts.subject {
                Subject::User(user) => self.may_weaken(user),
                Subject::Group(_) if planted::is(Bug::TakesFromGroupsFreely) => Ok(()),
                Subject::Group(group) => self.before.members(group).try_for_each(|user| self.may_weaken(user)),
            }
        })
    }

    fn permit_rehoming(&self, grant: &GrantId, grantor: &UserId) -> Result<(), Refusal> {
        self.permit_taking(grant)?;
        self.with_grant(grant, |facts| self.can_answer(grantor, grant, &facts.subject))
    }

    /// Whoever answers for a grant must hold as much as it gives, and not by that grant.
    fn can_answer(&self, grantor: &UserId, grant: &GrantId, holder: &Subject) -> Result<(), Refusal> {
        let refuse = |code| Err(Refusal::of(code).about(&Subject::User(grantor.clone())));
        match holder {
            _ if planted::is(Bug::LetsAnybodyAnswer) => Ok(()),
            Subject::User(holder) if holder == grantor && !planted::is(Bug::ClosesLineages) => {
                refuse(Code::LineageCycle)
            }
            _ if self.after.answered_for(grantor, self.now).contains(grant) => Ok(()),
            _ => refuse(Code::GrantorLacks),
        }
    }

    /// A role is made of what its maker holds somewhere; giving it is judged when it is given.
    fn hold_somewhere(&self, permissions: &Permissions) -> Result<(), Refusal> {
        if planted::is(Bug::MakesRolesOfAnything) {
            return Ok(());
        }
        let missing = permissions.iter().find(|wanted| !decide(self.actor, wanted, &Target::Anywhere).is_allowed());
        missing.map_or(Ok(()), |missing| Err(Refusal::of(Code::ExceedsOwnAuthority).lacking(missing)))
    }

    fn permit_role_edit(&self, role: &RoleId, permissions: &Permissions) -> Result<(), Refusal> {
        self.require(&ROLES_UPDATE, &Target::Organization)?;
        let before = self.before.permissions(role).ok_or_else(|| Refusal::of(Code::NotFound))?;
        self.hold_somewhere(&permissions.difference(before).cloned().collect())
    }
}
