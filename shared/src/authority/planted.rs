//! Faults that tests plant into the judge, one at a time, to prove that they would be found.
//!
//! Without the feature `planted-bugs`, which no program is built with, [`is`] is `false` at
//! compile time and nothing of this remains.

macro_rules! bugs {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// A way to judge wrongly.
        #[cfg_attr(not(feature = "planted-bugs"), expect(unreachable_pub, reason = "tests name it"))]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Bug { $($(#[$doc])* $name),+ }

        #[cfg(feature = "planted-bugs")]
        impl Bug {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
        }
    };
}

bugs! {
    /// Grants are not inherited from groups.
    SkipsInheritedGrants,
    /// Only a group's own grants are inherited, not those of the groups above it.
    IgnoresAncestors,
    /// Taking from a group counts only its direct members.
    SeesDirectMembersOnly,
    /// A suspended grant counts.
    CountsSuspendedGrants,
    /// A grant lasts for ever.
    IgnoresValidityEnd,
    /// A grant has begun.
    IgnoresValidityBegin,
    /// Two times count as one that reaches from the first to the last.
    ClosesGaps,
    /// What is held at one place is held at all.
    IgnoresPlaces,
    /// What is held at a group is not held below it.
    StaysAtTheTopGroup,
    /// An owner is nothing more than his listed permissions.
    ForgetsOwners,
    /// Peers dominate each other.
    DominatesPeers,
    /// What is held for a time dominates what is held for longer.
    DominatesForLonger,
    /// What is suspended does not protect its holder.
    OverlooksSuspendedGrants,
    /// Whoever holds anything that the other does not dominates him.
    DominatesByAnything,
    /// Owners dominate nobody in particular.
    OwnersDoNotDominate,
    /// What is given need not be held.
    GivesWhatIsNotHeld,
    /// What is given need only be held, not with the right to grant it.
    GivesWithoutTheRight,
    /// Everybody may give to himself.
    GivesToOneself,
    /// Gains are not looked at, only the steps.
    IgnoresGains,
    /// Losses are not looked at, only the steps.
    IgnoresLosses,
    /// A group's gains are nobody's.
    IgnoresGroupsAsSubjects,
    /// Enabling somebody gives him nothing.
    EnablingGivesNothing,
    /// Disabling somebody takes nothing from him.
    DisablingTakesNothing,
    /// Groups that come within somebody's reach are no gain.
    IgnoresGroupsComing,
    /// Groups that go out of somebody's reach are no loss.
    IgnoresGroupsGoing,
    /// People may be moved to where the actor may do more with them.
    MovesPeopleAtWill,
    /// Only the rights over accounts count when people are moved, not those over what they have.
    OverlooksWhatIsAssigned,
    /// No owner need be left.
    ForgetsTheLastOwner,
    /// An owner with a temporary password is one who can sign in.
    CountsTemporaryPasswords,
    /// An owner who is disabled is one who can sign in.
    CountsDisabledOwners,
    /// An owner whose grant ends is one for good.
    CountsEndingOwners,
    /// An owner whose grant is suspended is one.
    CountsSuspendedOwners,
    /// A group is moved by the right where it was.
    MovesGroupsByOneEnd,
    /// Somebody is moved by the right where he was.
    MovesUsersByOneEnd,
    /// Anybody may add members.
    JoinsFreely,
    /// Members are taken out without dominating them.
    TakesOutSuperiors,
    /// Passwords are set without dominating whose they are.
    ResetsSuperiors,
    /// A grant is taken from a group without dominating its members.
    TakesFromGroupsFreely,
    /// A grant is taken without the right to give it.
    TakesWithoutTheRight,
    /// A grant is resumed without the right to give it.
    ResumesFreely,
    /// Administrators are administered as users are.
    TreatsAdministratorsAsUsers,
    /// Whoever once held something is an administrator for ever.
    RemembersEndedGrants,
    /// Anybody is made an administrator, and so comes within reach of those who change them.
    AppointsAnybody,
    /// Administrators are created at any site.
    CreatesAdministratorsAtAnySite,
    /// Roles are made of anything.
    MakesRolesOfAnything,
    /// Anybody answers for a grant.
    LetsAnybodyAnswer,
    /// Somebody answers for a grant from which his own comes.
    ClosesLineages,
    /// Somebody does so through a group.
    ClosesLineagesThroughGroups,
    /// Users are created anywhere.
    CreatesAnywhere,
    /// A grant that reaches nothing is one.
    GivesNowhere,
    /// The owner's role is given in part or to a group.
    GivesPartsOfOwnership,
    /// Something new takes the place of something known.
    ReusesIds,
    /// A role goes with grants of it left.
    DeletesRolesInUse,
    /// A group goes with members, grants or groups below left.
    DeletesGroupsInUse,
    /// A group goes below itself.
    ClosesCycles,
    /// The owner's role is edited.
    EditsTheOwnersRole,
    /// A change to somebody unknown is one.
    ChangesTheUnknown,
    /// Several places are reached when one of them is.
    AllowsAllForOne,
    /// Grants at sites reach every site.
    TakesSitesForAll,
    /// What a locked group carries is changed by whoever may change it elsewhere.
    OpensLocks,
    /// Anybody locks groups, and unlocks them.
    LocksFreely,
    /// Grants that nobody answers for any more are not listed.
    ForgetsOrphans,
}

#[cfg(feature = "planted-bugs")]
mod switch {
    use super::Bug;
    use std::cell::Cell;

    thread_local!(static PLANTED: Cell<Option<Bug>> = const { Cell::new(None) });

    /// Whether this thread judges with the bug.
    pub(in crate::authority) fn is(bug: Bug) -> bool {
        PLANTED.get() == Some(bug)
    }

    /// Plants a bug into this thread, or none.
    pub fn plant(bug: Option<Bug>) {
        PLANTED.set(bug);
    }
}

#[cfg(feature = "planted-bugs")]
pub(super) use switch::is;
#[cfg(feature = "planted-bugs")]
pub use switch::plant;

/// Whether a change is to be permitted without asking for anything.
pub(super) fn permits(change: &super::Change) -> bool {
    use super::Change;
    match change {
        Change::UserCreated { .. } => is(Bug::CreatesAnywhere),
        Change::GrantResumed { .. } => is(Bug::ResumesFreely),
        Change::MemberAdded { .. } => is(Bug::JoinsFreely),
        Change::GroupLocked { .. } | Change::GroupUnlocked { .. } => is(Bug::LocksFreely),
        _ => false,
    }
}

/// Whether the judge is to err in this way: never.
#[cfg(not(feature = "planted-bugs"))]
pub(super) const fn is(_: Bug) -> bool {
    false
}

#[cfg(all(feature = "planted-bugs", target_family = "wasm"))]
compile_error!("what runs in browsers and at the edge has no planted bugs");
