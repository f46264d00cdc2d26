//! Would these changes give or take authority beyond the actor's own?
//!
//! It looks at the effect, not at the endpoint: the changes are applied to a copy, and what
//! everybody reached is entitled to before and after is compared. The same difference is the
//! preview that the console shows before saving.

use super::{
    Access, Change, HeldGrant, Permission, Place, Snapshot, Target, Tree, decide,
    entitlement::{Entitlement, Entitlements, Extent},
    permission::{ADMINISTRATORS_GRANT, USERS_UPDATE},
    planted::{self, Bug},
};
use crate::{
    Code, Problem,
    grants::Subject,
    ids::{GrantId, GroupId, UserId},
    time::Timestamp,
};
use brought::Brought;
use index::Index;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

mod brought;
mod index;
mod permit;

/// What changes would do to everybody reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Diff {
    /// Those who gain or lose something, in the order of their ids.
    pub people: Vec<PersonDiff>,
    /// Grants that nobody who still holds as much would answer for.
    pub orphaned: Vec<GrantId>,
}

/// What changes would do to one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PersonDiff {
    /// Who.
    pub user: UserId,
    /// What he could then do that he cannot now.
    pub gained: Vec<Gain>,
    /// What he could then do no more.
    pub lost: Vec<Gain>,
}

/// An entitlement, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gain {
    /// What and where.
    #[serde(flatten)]
    pub entitlement: Entitlement,
    /// The group from which it is inherited, unless it is the person's own.
    pub through: Option<GroupId>,
}

/// Why changes are refused: the first thing that is too much.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Refusal {
    /// The kind of reason.
    pub code: Code,
    /// Who would gain or lose.
    pub subject: Option<Subject>,
    /// What is too much, or missing.
    pub entitlement: Option<Entitlement>,
    /// The group through which it would be gained or lost.
    pub through: Option<GroupId>,
}

/// Judges changes by `actor`, who holds what `actor` says, in the state `before`.
///
/// # Errors
/// The counter-example: what somebody would gain that the actor may not give, whom he may not
/// weaken, or which permission he lacks.
pub fn judge(actor: &Access, changes: &[Change], before: &Snapshot, now: Timestamp) -> Result<Diff, Refusal> {
    let mut after = before.clone();
    for change in changes {
        after.apply(change).map_err(Refusal::of)?;
    }
    let (before, after) = (Index::new(before), Index::new(&after));
    let brought = Brought::by(changes, &before, &after);
    let case = Case { actor, own: Entitlements::of(actor, now), brought, before, after, now };
    for change in changes {
        case.permit(change)?;
    }
    case.keep_an_owner()?;
    case.keep_places()?;
    case.keep_locks()?;
    let people = case.compare_all()?;
    case.keep_lineages()?;
    Ok(Diff { orphaned: case.orphaned(), people })
}

/// Whether `actor` may give somebody this grant: nobody gives what he does not hold there
/// himself, may not grant there, or does not hold for as long.
///
/// # Errors
/// What is too much.
pub fn may_confer(
    actor: &Access,
    subject: &Subject,
    grant: &HeldGrant,
    tree: &Tree,
    now: Timestamp,
) -> Result<(), Refusal> {
    if *subject == Subject::User(actor.user.clone()) && !planted::is(Bug::GivesToOneself) {
        return Err(Refusal::of(Code::OnOneself).about(subject));
    }
    // A grant that reaches nothing gives nothing, and yet would make an administrator of its
    // holder, whose account others then have in hand.
    if grant.scope.is_nowhere() && !planted::is(Bug::GivesNowhere) {
        return Err(Refusal::of(Code::Invalid).about(subject));
    }
    // An owner is one of everything, in his own name: the role has no smaller scope.
    let in_part = planted::is(Bug::GivesPartsOfOwnership);
    if grant.owner && !in_part && (grant.scope != super::Scope::Organization || !matches!(subject, Subject::User(_))) {
        return Err(Refusal::of(Code::ExceedsOwnAuthority).about(subject));
    }
    let own = Entitlements::of(actor, now);
    let given = Entitlements::of(&Access { user: actor.user.clone(), grants: vec![grant.clone()] }, now);
    let none = Entitlements::default();
    let mut all = none.missing(&given, tree);
    all.try_for_each(|(entitlement, extent, _)| give(&own, entitlement, extent, tree).map_err(|it| it.about(subject)))?;
    let places = grant.scope.places().into_iter();
    places.map(|place| Target::at(&place, tree)).try_for_each(|at| {
        decide(actor, &ADMINISTRATORS_GRANT, &at)
            .require()
            .map_err(|_| Refusal::of(Code::ExceedsOwnAuthority).about(subject).lacking(&ADMINISTRATORS_GRANT))
    })
}

/// Whether `actor` may do something that could weaken, lock out or take over `subject`: he
/// holds strictly more, or is an owner, and it is not himself. What `subject` holds comes with
/// what is suspended: whoever has the account has it when it is resumed.
///
/// # Errors
/// [`Code::OnOneself`] or [`Code::NotDominated`].
pub fn may_weaken(actor: &Access, subject: &Access, tree: &Tree, now: Timestamp) -> Result<(), Refusal> {
    let who = Subject::User(subject.user.clone());
    if subject.user == actor.user {
        Err(Refusal::of(Code::OnOneself).about(&who))
    } else if dominates(actor, subject, tree, now) {
        Ok(())
    } else {
        Err(Refusal::of(Code::NotDominated).about(&who))
    }
}

/// Whether `actor` holds all that `subject` holds, what begins later included and for as long,
/// and something besides, or is an owner. To hold the same for longer is not to hold more.
pub fn dominates(actor: &Access, subject: &Access, tree: &Tree, now: Timestamp) -> bool {
    let (ours, theirs) = (Entitlements::of(actor, now), Entitlements::of(subject, now));
    let are_included = match () {
        () if planted::is(Bug::DominatesByAnything) => true,
        () if planted::is(Bug::DominatesForLonger) => ours.include_ever(&theirs, tree),
        () => ours.missing(&theirs, tree).next().is_none(),
    };
    let are_less = !theirs.include_ever(&ours, tree) || planted::is(Bug::DominatesPeers);
    actor.is_owner() && !planted::is(Bug::OwnersDoNotDominate) || are_included && are_less
}

/// The grants that `grantor` gave, may still sign in to answer for, and holds as much as.
pub fn answers_for(snapshot: &Snapshot, grantor: &UserId, now: Timestamp) -> BTreeSet<GrantId> {
    Index::new(snapshot).answered_for(grantor, now)
}

fn give(own: &Entitlements, wanted: &Entitlement, extent: Extent, tree: &Tree) -> Result<(), Refusal> {
    let grant = Entitlement { permission: Some(ADMINISTRATORS_GRANT), place: wanted.place.clone() };
    for needed in [wanted, &grant] {
        let skipped = if needed == wanted { Bug::GivesWhatIsNotHeld } else { Bug::GivesWithoutTheRight };
        if planted::is(skipped) {
            continue;
        }
        if !own.include(needed, extent, tree) {
            return Err(Refusal::of(Code::ExceedsOwnAuthority).with(needed));
        }
    }
    Ok(())
}

/// Changes on trial.
struct Case<'a> {
    actor: &'a Access,
    own: Entitlements,
    brought: Brought<'a>,
    before: Index<'a>,
    after: Index<'a>,
    now: Timestamp,
}

impl Case<'_> {
    /// Where something is: as it was, so that nobody judges by what he is about to get, or as
    /// it will be when it is new.
    fn tree_of(&self, place: &Place) -> &Tree {
        match place {
            Place::Group(group) if !self.before.groups().contains(group) => self.after.groups(),
            _ => self.before.groups(),
        }
    }

    /// There is always an owner who can sign in, without an end in sight.
    fn keep_an_owner(&self) -> Result<(), Refusal> {
        let (before, after) = (self.before.owners(), self.after.owners());
        let left = after + self.before.other_owners();
        if after < before && left == 0 && !planted::is(Bug::ForgetsTheLastOwner) {
            Err(Refusal::of(Code::LastOwner))
        } else {
            Ok(())
        }
    }

    /// Nobody moves people to where he may do more with them (invariant 2).
    fn keep_places(&self) -> Result<(), Refusal> {
        for user in self.before.users().filter(|user| **user != self.actor.user) {
            let (was, is) = (self.before.place(user), self.after.place(user));
            if was != is
                && !planted::is(Bug::MovesPeopleAtWill)
                && let Some(permission) = self.more_at(&is, &was)
            {
                let subject = Subject::User(user.clone());
                return Err(Refusal::of(Code::OnOneself).about(&subject).lacking(&permission));
            }
        }
        Ok(())
    }

    /// What a locked group carries, of its own and from above, is changed only by whoever may give in
    /// the whole organization (RSC-11), whatever way the change comes. Nor does it go: it could be made
    /// anew without its lock.
    fn keep_locks(&self) -> Result<(), Refusal> {
        let may_give = decide(self.actor, &ADMINISTRATORS_GRANT, &Target::Organization).is_allowed();
        if may_give || planted::is(Bug::OpensLocks) {
            return Ok(());
        }
        let goes = |group: &GroupId| !self.after.locked().any(|kept| kept == group);
        let changes = |subject: &Subject| self.before.carried(subject) != self.after.carried(subject);
        let changed = self.before.locked().find_map(|group| {
            let subject = Subject::Group(group.clone());
            (goes(group) || changes(&subject)).then_some(subject)
        });
        changed.map_or(Ok(()), |subject| Err(Refusal::of(Code::PermissionsLocked).about(&subject)))
    }

    /// Nobody comes to hold what he answers for himself, or somebody whose authority comes from
    /// him: what is taken from one of them would still come from the other. Owners hold
    /// everything in their own name, and from nobody.
    fn keep_lineages(&self) -> Result<(), Refusal> {
        let mut lineages = BTreeMap::new();
        for user in self.after.users().filter(|user| !self.after.owns(user)) {
            let before: BTreeSet<_> = self.before.grantors(user, self.now).collect();
            for (_, grantor) in self.after.grantors(user, self.now).filter(|held| !before.contains(held)) {
                let lineage = lineages.entry(grantor).or_insert_with(|| self.after.lineage(grantor, self.now));
                if lineage.contains(user) && !planted::is(Bug::ClosesLineages) {
                    return Err(Refusal::of(Code::LineageCycle).about(&Subject::User(grantor.clone())));
                }
            }
        }
        Ok(())
    }

    /// A permission over people that the actor holds at one place and not at another.
    fn more_at(&self, here: &Target, there: &Target) -> Option<Permission> {
        let is_overlooked = |permission: &Permission| {
            planted::is(Bug::OverlooksWhatIsAssigned) && !matches!(permission.resource(), "users" | "administrators")
        };
        let own = self.actor.grants.iter().flat_map(|grant| &grant.permissions);
        let own = own.filter(|own| own.is_about_people() && !is_overlooked(own));
        let allows = |permission: &Permission, at| decide(self.actor, permission, at).is_allowed();
        own.into_iter().find(|permission| allows(permission, here) && !allows(permission, there)).cloned()
    }

    /// Everybody who gains or loses, each judged.
    fn compare_all(&self) -> Result<Vec<PersonDiff>, Refusal> {
        let mut people = Vec::new();
        for user in self.after.users() {
            let diff = self.compare_user(user)?;
            if !diff.gained.is_empty() || !diff.lost.is_empty() {
                people.push(diff);
            }
        }
        // A group stands for those who will join it: joining is judged as well, but by others.
        for (group, _) in self.after.groups().iter().filter(|_| !planted::is(Bug::IgnoresGroupsAsSubjects)) {
            let subject = Subject::Group(group.clone());
            self.judge_gains(&subject, &self.gained(&subject, &self.before.entitlements(&subject, self.now)))?;
        }
        Ok(people)
    }

    fn compare_user(&self, user: &UserId) -> Result<PersonDiff, Refusal> {
        let subject = Subject::User(user.clone());
        let (was_active, is_active) = (self.before.is_active(user), self.after.is_active(user));
        // What a disabled person would hold counts as held: only enabling gives it back. What
        // is given to him meanwhile is judged when it is given.
        let enabled = is_active && !was_active && self.before.knows(user) && !planted::is(Bug::EnablingGivesNothing);
        let base = if enabled { Entitlements::default() } else { self.before.entitlements(&subject, self.now) };
        let gained = self.gained(&subject, &base);
        self.judge_gains(&subject, &gained)?;
        self.judge_appointment(user)?;
        let disabled = was_active && !is_active && !planted::is(Bug::DisablingTakesNothing);
        let lost = self.lost(&subject, disabled);
        if !lost.is_empty() && !planted::is(Bug::IgnoresLosses) {
            self.may_weaken(user)?;
        }
        let plain = |found: Vec<Found>| {
            let mut gains: Vec<_> = found.into_iter().map(|found| found.gain).collect();
            gains.dedup_by(|one, other| one.entitlement == other.entitlement);
            gains
        };
        Ok(PersonDiff { user: user.clone(), gained: plain(gained), lost: plain(lost) })
    }

    /// What `subject` will be entitled to beyond `base`, also because groups come within reach.
    fn gained(&self, subject: &Subject, base: &Entitlements) -> Vec<Found> {
        let is = self.after.entitlements(subject, self.now);
        let mut found: Vec<Found> = base.missing(&is, self.before.groups()).map(Found::new).collect();
        for group in self.brought.moved() {
            if !planted::is(Bug::IgnoresGroupsComing) {
                found.extend(newly_within(&is, group, self.after.groups(), self.before.groups(), base));
            }
        }
        found
    }

    /// What `subject` is entitled to and will not be, also because groups go out of reach.
    fn lost(&self, subject: &Subject, everything: bool) -> Vec<Found> {
        let was = self.before.entitlements(subject, self.now);
        let is = if everything { Entitlements::default() } else { self.after.entitlements(subject, self.now) };
        let mut found: Vec<Found> = is.missing(&was, self.after.groups()).map(Found::new).collect();
        for group in self.brought.moved() {
            if !planted::is(Bug::IgnoresGroupsGoing) {
                found.extend(newly_within(&was, group, self.before.groups(), self.after.groups(), &is));
            }
        }
        found
    }

    fn judge_gains(&self, subject: &Subject, gained: &[Found]) -> Result<(), Refusal> {
        for found in gained.iter().filter(|_| !planted::is(Bug::IgnoresGains)) {
            let Gain { entitlement, through } = &found.gain;
            let refuse = |refusal: Refusal| Refusal { through: through.clone(), ..refusal.about(subject) };
            if *subject == Subject::User(self.actor.user.clone()) && !planted::is(Bug::GivesToOneself) {
                return Err(refuse(Refusal::of(Code::OnOneself).with(entitlement)));
            }
            give(&self.own, entitlement, found.extent, self.tree_of(&entitlement.place)).map_err(refuse)?;
        }
        Ok(())
    }

    /// Whoever comes to hold something for the first time gets his account into the hands of
    /// those who administer administrators there. So only those bring that about who had it in
    /// their own: in whatever way, and whoever would have it afterwards.
    fn judge_appointment(&self, user: &UserId) -> Result<(), Refusal> {
        let is_administrator = |index: &Index<'_>| index.is_administrator(user, self.now);
        let appointed = self.before.knows(user) && !is_administrator(&self.before) && is_administrator(&self.after);
        let has_in_hand = || decide(self.actor, &USERS_UPDATE, &self.before.place(user)).is_allowed();
        if !appointed || has_in_hand() || planted::is(Bug::AppointsAnybody) {
            return Ok(());
        }
        let subject = Subject::User(user.clone());
        Err(Refusal::of(Code::AccountOutOfReach).about(&subject).lacking(&USERS_UPDATE))
    }

    fn may_weaken(&self, user: &UserId) -> Result<(), Refusal> {
        let subject = self.before.standing(&Subject::User(user.clone()), self.now);
        may_weaken(self.actor, &subject, self.before.groups(), self.now)
    }

    /// Grants whose grantor held as much before, and will not.
    fn orphaned(&self) -> Vec<GrantId> {
        let mut orphaned = BTreeSet::new();
        for grantor in self.after.users().filter(|_| !planted::is(Bug::ForgetsOrphans)) {
            let answers = |index: &Index<'_>| index.answered_for(grantor, self.now);
            let (before, after) = (answers(&self.before), answers(&self.after));
            let still_his =
                |grant: &GrantId| self.after.grant(grant).is_some_and(|facts| facts.grantor.as_ref() == Some(grantor));
            orphaned.extend(before.into_iter().filter(|grant| still_his(grant) && !after.contains(grant)));
        }
        orphaned.into_iter().collect()
    }
}

/// What was found in a comparison.
struct Found {
    gain: Gain,
    extent: Extent,
}

impl Found {
    fn new((entitlement, extent, through): (&Entitlement, Extent, Option<&GroupId>)) -> Self {
        Self { gain: Gain { entitlement: entitlement.clone(), through: through.cloned() }, extent }
    }
}

/// What `held` entitles to at `group` in the tree `now_in` and did not in `not_in`, because the
/// group lies below another one now; `unless` it is entitled to there anyway.
fn newly_within<'a>(
    held: &'a Entitlements,
    group: &'a GroupId,
    now_in: &Tree,
    not_in: &'a Tree,
    unless: &'a Entitlements,
) -> impl Iterator<Item = Found> + 'a {
    let (new, old) = (now_in.path(group), not_in.path(group));
    held.at_groups().filter(move |(_, root, _, _)| new.contains(*root) && !old.contains(*root)).filter_map(
        move |(entitlement, _, extent, through)| {
            let here = Entitlement { permission: entitlement.permission.clone(), place: Place::Group(group.clone()) };
            let known = unless.include(&here, extent, not_in);
            (!known).then(|| Found { gain: Gain { entitlement: here, through: through.cloned() }, extent })
        },
    )
}

impl Refusal {
    pub(super) fn of(code: Code) -> Self {
        Self { code, subject: None, entitlement: None, through: None }
    }

    fn about(self, subject: &Subject) -> Self {
        Self { subject: Some(subject.clone()), ..self }
    }

    fn with(self, entitlement: &Entitlement) -> Self {
        Self { entitlement: Some(entitlement.clone()), ..self }
    }

    /// A permission that is missing, at no place in particular.
    fn lacking(self, permission: &Permission) -> Self {
        self.with(&Entitlement { permission: Some(permission.clone()), place: Place::Organization })
    }

    /// The refusal as a problem, with ids as arguments: `permission`, `site` or `group`, and
    /// `subject` and `through` for those whom `sees` says the caller may see.
    pub fn problem(&self, sees: impl Fn(&Subject) -> bool) -> Problem {
        let mut problem = Problem::new(self.code);
        if let Some(Entitlement { permission, place }) = &self.entitlement {
            if let Some(permission) = permission {
                problem = problem.with("permission", permission);
            }
            problem = match place {
                Place::Organization => problem,
                Place::Site(site) => problem.with("site", site),
                Place::Group(group) => problem.with("group", group),
            };
        }
        match self.subject.as_ref().filter(|subject| sees(subject)) {
            Some(Subject::User(user)) => problem = problem.with("user", user),
            Some(Subject::Group(group)) => problem = problem.with("subject_group", group),
            None => {}
        }
        match &self.through {
            Some(group) if sees(&Subject::Group(group.clone())) => problem.with("through", group),
            _ => problem,
        }
    }
}

#[cfg(test)]
mod tests;
