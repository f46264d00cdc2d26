//! What an effect does to authority.
//!
//! Every effect of the edge says what it changes here; the console says the same about a form
//! that is not saved yet.

use super::{GrantFacts, Permission, Permissions, Place, UserFacts};
use crate::ids::{GrantId, GroupId, RoleId, SiteId, UserId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// Something that takes a permission at a place and changes nobody's authority.
    Act {
        /// The permission.
        permission: Permission,
        /// The place.
        place: Place,
    },
    /// Something that takes a permission over a person and changes nobody's authority.
    ActOn {
        /// The permission.
        permission: Permission,
        /// The person.
        user: UserId,
    },
    /// What nobody does: it belongs to set-up.
    Reserved,
    /// The console is shown as somebody else has it.
    SeenAs {
        /// As whom.
        user: UserId,
    },
    /// A person is added.
    UserCreated {
        /// The person.
        user: UserId,
        /// What he begins as.
        facts: UserFacts,
    },
    /// A person's record changes in a way that gives nobody a hold on the account.
    UserUpdated {
        /// The person.
        user: UserId,
    },
    /// A person belongs to another site.
    UserMoved {
        /// The person.
        user: UserId,
        /// The new site.
        site: Option<SiteId>,
    },
    /// Somebody signs in another way from now on: with another user name or address, or without the
    /// second step.
    LoginChanged {
        /// The person.
        user: UserId,
    },
    /// A session of somebody's ends.
    SessionEnded {
        /// The person.
        user: UserId,
    },
    /// Somebody gets another password.
    PasswordSet {
        /// The person.
        user: UserId,
        /// Whether it must be changed before anything else.
        temporary: bool,
    },
    /// Somebody may not sign in any more.
    UserDisabled {
        /// The person.
        user: UserId,
    },
    /// Somebody may sign in again.
    UserEnabled {
        /// The person.
        user: UserId,
    },
    /// A grant is made.
    GrantAdded {
        /// The grant.
        grant: GrantId,
        /// What it is.
        facts: GrantFacts,
    },
    /// A grant goes.
    GrantRemoved {
        /// The grant.
        grant: GrantId,
    },
    /// A grant counts for nothing until it is resumed.
    GrantSuspended {
        /// The grant.
        grant: GrantId,
    },
    /// A suspended grant counts again.
    GrantResumed {
        /// The grant.
        grant: GrantId,
    },
    /// Somebody else answers for a grant from now on.
    GrantRehomed {
        /// The grant.
        grant: GrantId,
        /// The new grantor.
        grantor: UserId,
    },
    /// A role is made.
    RoleCreated {
        /// The role.
        role: RoleId,
        /// Its name.
        name: String,
        /// What it allows.
        permissions: Permissions,
    },
    /// A role allows other things, for everybody who holds it.
    RoleUpdated {
        /// The role.
        role: RoleId,
        /// What it allows now.
        permissions: Permissions,
    },
    /// A role that nobody holds goes.
    RoleDeleted {
        /// The role.
        role: RoleId,
    },
    /// A group is added.
    GroupCreated {
        /// The group.
        group: GroupId,
        /// The group right above.
        parent: Option<GroupId>,
    },
    /// A group, with everything below it, goes under another one.
    GroupMoved {
        /// The group.
        group: GroupId,
        /// The group right above, from now on.
        parent: Option<GroupId>,
    },
    /// An empty group goes.
    GroupDeleted {
        /// The group.
        group: GroupId,
    },
    /// What a group carries is changed only by whoever may give in the whole organization.
    GroupLocked {
        /// The group.
        group: GroupId,
    },
    /// That is over.
    GroupUnlocked {
        /// The group.
        group: GroupId,
    },
    /// Somebody joins a group.
    MemberAdded {
        /// The group.
        group: GroupId,
        /// The person.
        user: UserId,
    },
    /// Somebody leaves a group.
    MemberRemoved {
        /// The group.
        group: GroupId,
        /// The person.
        user: UserId,
    },
}
