//! The judge and the model before the same cases, by chance and in sequence.

use crate::{
    bridge,
    chance::Chance,
    law::{self, Breach, Law},
    model::{EVERYTHING, Held, ORGANIZATION, PERMISSIONS, PLACES, SITES, Scope, Step, Subject, TIMES, USERS, World},
};
use shared::authority::{
    Reach, Target, decide,
    judge::{Diff, Gain, Refusal, judge},
    reach,
};
use std::collections::{BTreeMap, BTreeSet};

/// What was tried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub steps: u64,
    pub accepted: u64,
    /// Accepted ones by which somebody gained.
    pub gains: u64,
    /// Accepted ones by which somebody lost.
    pub losses: u64,
    /// Refused ones, by what the model says against them.
    pub refused: BTreeMap<Breach, u64>,
    /// Refused ones after which there would be no state at all.
    pub impossible: u64,
}

/// One case and its outcome.
pub(crate) enum Outcome {
    /// The world afterwards, and what was shown before.
    Accepted(Box<World>, Diff),
    /// What the model says against it, unless the judge is only strict.
    Refused(Option<Breach>),
    /// There is no such state.
    Impossible,
}

/// Judges one case and says how judge and model disagree.
pub(crate) fn check(world: &World, actor: usize, steps: &[Step]) -> Result<Outcome, String> {
    let snapshot = bridge::snapshot(world);
    let access = bridge::access(world, actor);
    let verdict = judge(&access, &bridge::changes(steps), &snapshot, bridge::time(world.now));
    let after = law::after(world, steps);
    match (verdict, after) {
        (Ok(diff), Some(after)) => {
            let law = Law::new(actor, world, &after, steps);
            accepted(&law, &diff)?;
            Ok(Outcome::Accepted(Box::new(after), diff))
        }
        (Ok(_), None) => Err("accepted, though there is no such state".into()),
        (Err(_), None) => Ok(Outcome::Impossible),
        (Err(refusal), Some(after)) => refused(&Law::new(actor, world, &after, steps), &refusal).map(Outcome::Refused),
    }
}

/// Whatever is accepted breaks no invariant, and the preview says exactly what happens.
fn accepted(law: &Law<'_>, diff: &Diff) -> Result<(), String> {
    if let Some(breach) = law.breach() {
        return Err(format!("accepted against {breach:?}"));
    }
    // What several steps in one breath ask for depends on each other: their difference is what counts.
    if let ([_], Some(lack)) = (law.steps, law.lacks()) {
        return Err(format!("accepted, though {lack:?} is lacking"));
    }
    let mut snapshot = bridge::snapshot(law.before);
    for change in bridge::changes(law.steps) {
        snapshot.apply(&change).map_err(|code| format!("accepted, though {code:?} when applied"))?;
    }
    snapshot.members.retain(|_, groups| !groups.is_empty());
    if snapshot != bridge::snapshot(law.after) {
        return Err("another state than the model's".into());
    }
    for user in 0..USERS {
        let person = diff.people.iter().find(|person| person.user == bridge::user(user));
        let (gained, lost) = person.map_or((&[][..], &[][..]), |person| (&person.gained[..], &person.lost[..]));
        same(law.after, gained, &law.gained(Subject::User(user))).map_err(|it| format!("gains of {user}: {it}"))?;
        same(law.before, lost, &law.lost(user)).map_err(|it| format!("losses of {user}: {it}"))?;
    }
    let orphaned: BTreeSet<_> = diff.orphaned.iter().cloned().collect();
    if orphaned == orphans(law) { Ok(()) } else { Err(format!("orphaned {:?}, not {:?}", orphaned, orphans(law))) }
}

fn orphans(law: &Law<'_>) -> BTreeSet<shared::ids::GrantId> {
    let orphaned = law.after.given().filter(|(id, grant)| {
        let was = law.before.grant(*id).filter(|was| was.grantor == grant.grantor);
        let (Some(was), Some(grantor)) = (was, grant.grantor) else { return false };
        law.before.answers(grantor, was) && !law.after.answers(grantor, grant)
    });
    orphaned.map(|(id, _)| bridge::grant(id)).collect()
}

/// Whether the listed gains are those of the model: each is one, and together they are all.
fn same(world: &World, listed: &[Gain], expected: &Held) -> Result<(), String> {
    let mut reached = Held::nothing();
    for gain in listed {
        let permissions = match &gain.entitlement.permission {
            Some(listed) => (0..EVERYTHING).filter(|known| bridge::permission(*known) == *listed).collect(),
            None => (0..PERMISSIONS).collect::<Vec<_>>(),
        };
        let at = |place: &usize| bridge::place(*place) == gain.entitlement.place;
        let place = (0..PLACES).find(at).ok_or("an unknown place")?;
        if !permissions.iter().any(|permission| expected.ever(*permission, place)) {
            return Err(format!("{gain:?} is none"));
        }
        for below in (0..PLACES).filter(|below| is_below(world, *below, place)) {
            permissions.iter().for_each(|permission| reached.add(*permission, below, 0));
        }
    }
    let is_here = |place: usize| place <= SITES || world.has_group(place - 1 - SITES);
    let mut cells = expected.cells().filter(|(_, place, _)| is_here(*place));
    let missing = cells.find(|(permission, place, _)| !reached.has(*permission, *place, 0));
    missing.map_or(Ok(()), |(permission, place, _)| Err(format!("{permission} at {place} is not listed")))
}

fn is_below(world: &World, below: usize, place: usize) -> bool {
    below == place
        || place == ORGANIZATION
        || (below > SITES && world.path(below - 1 - SITES).iter().any(|above| crate::model::group(*above) == place))
}

/// Whatever is clearly legal is accepted.
fn refused(law: &Law<'_>, refusal: &Refusal) -> Result<Option<Breach>, String> {
    let against = law.breach().or_else(|| law.lacks());
    if law.steps.len() == 1 && against.is_none() && law.clearly_within_gift() {
        return Err(format!("refused, though legal: {refusal:?}"));
    }
    Ok(against)
}

/// Whether `decide` says the same as the model of everybody, everywhere, now.
pub(crate) fn decisions(world: &World) -> Result<(), String> {
    let snapshot = bridge::snapshot(world);
    for user in 0..USERS {
        let access = bridge::access(world, user);
        let held = world.held_by(&world.acting(user), world);
        for permission in 0..EVERYTHING {
            let asked = bridge::permission(permission);
            for place in (0..PLACES).filter(|at| *at <= SITES || world.has_group(at - 1 - SITES)) {
                let target = Target::at(&bridge::place(place), &snapshot.groups);
                if decide(&access, &asked, &target).is_allowed() != held.has(permission, place, world.now) {
                    return Err(format!("{user} may or may not {permission} at {place}"));
                }
            }
            if reach(&access, &asked) != reached(world, user, permission) {
                return Err(format!("{user} reaches another part with {permission}"));
            }
            for other in 0..USERS {
                let may = held.has(permission, ORGANIZATION, world.now)
                    || world.whereabouts(other).iter().any(|place| held.has(permission, *place, world.now));
                let target = snapshot.place(&bridge::user(other));
                if decide(&access, &asked, &target).is_allowed() != may {
                    return Err(format!("{user} may or may not {permission} with {other}"));
                }
            }
        }
    }
    Ok(())
}

/// The scopes of the grants that allow it.
fn reached(world: &World, user: usize, permission: usize) -> Reach {
    let (mut sites, mut groups) = (BTreeSet::new(), BTreeSet::new());
    for grant in world.acting(user).into_iter().filter_map(|id| world.grant(id)) {
        let role = world.role(grant.role).filter(|role| role.owner || role.permissions.contains(&permission));
        match role.map(|_| &grant.scope) {
            Some(Scope::Organization) => return Reach::Everywhere,
            Some(Scope::Sites(ids)) => sites.extend(ids.iter().map(|id| bridge::site(*id))),
            Some(Scope::Groups(ids)) => groups.extend(ids.iter().map(|id| bridge::group(*id))),
            None => {}
        }
    }
    Reach::Within { sites, groups }
}

/// Which steps a sequence is made of.
pub(crate) type Focus = fn(&Step) -> bool;

/// A sequence of random steps by random actors in one world, from a seed.
fn sequence(seed: u64, length: usize, focus: Focus, tally: &mut Tally) -> Result<(), String> {
    let mut chance = Chance(seed);
    let mut world = chance.world();
    let at = |world: &World, done: usize, why: String| format!("seed {seed}, step {done}: {why} in {world:?}");
    decisions(&world).map_err(|why| at(&world, 0, why))?;
    for done in 0..length {
        if chance.once_in(30) && world.now + 1 < TIMES {
            world.now += 1;
        }
        let actor = chance.actor(&world);
        let steps = chance.steps(&world, actor, focus);
        let outcome =
            check(&world, actor, &steps).map_err(|why| at(&world, done, format!("{actor} takes {steps:?}: {why}")))?;
        if let Some(next) = tally.count(outcome) {
            world = next;
        }
    }
    Ok(())
}

impl Tally {
    /// Counts an outcome and says what world it leads to.
    fn count(&mut self, outcome: Outcome) -> Option<World> {
        self.steps += 1;
        match outcome {
            Outcome::Accepted(world, diff) => {
                self.accepted += 1;
                self.gains += u64::from(diff.people.iter().any(|person| !person.gained.is_empty()));
                self.losses += u64::from(diff.people.iter().any(|person| !person.lost.is_empty()));
                return Some(*world);
            }
            Outcome::Refused(Some(breach)) => *self.refused.entry(breach).or_default() += 1,
            Outcome::Refused(None) => {}
            Outcome::Impossible => self.impossible += 1,
        }
        None
    }

    /// How many were refused for this reason.
    pub(crate) fn against(&self, breach: Breach) -> u64 {
        self.refused.get(&breach).copied().unwrap_or_default()
    }
}

/// A number of sequences; the first disagreement ends it.
pub(crate) fn sequences(seeds: std::ops::Range<u64>, length: usize, focus: Focus) -> Result<Tally, String> {
    let mut tally = Tally::default();
    seeds.into_iter().try_for_each(|seed| sequence(seed, length, focus, &mut tally))?;
    Ok(tally)
}
