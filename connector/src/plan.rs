//! What is to happen: the difference between what was read and what the edge has acknowledged.
//!
//! Pure, and the same for the dry run and the run. Nobody is ever deleted (RSC-45), and what has
//! not changed in the directory is not sent, so that what an administrator changed stays (RSC-46).

use crate::{
    people::{Person, Reading, Trouble},
    state::State,
};
use sha2::{Digest, Sha256};
use shared::directories::{Counts, Deed, HIDDEN_NAMED_MAX, Hidden, SOURCE_MAX, Step};
use std::{
    collections::{BTreeMap, BTreeSet},
    hash::{DefaultHasher, Hash, Hasher},
};

/// What is to happen to one user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// What happens.
    pub deed: Deed,
    /// Him, as he is to be. Who is disabled is otherwise as the edge has him: an address that is
    /// taken, say, must not keep him in. What else is new of him comes with the next run.
    pub person: Person,
}

impl Planned {
    /// The step as it is reported; without an outcome it is only planned.
    pub fn step(&self, outcome: Option<String>) -> Step {
        Step {
            external_id: self.person.id.to_string(),
            name: self.person.name(),
            email: self.person.email.to_string(),
            deed: self.deed,
            outcome,
        }
    }
}

/// What is to happen to everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The steps, in the order in which they are done: what frees an address or a seat comes first.
    pub steps: Vec<Planned>,
    /// To whom nothing happens, because something is wrong with what was read.
    pub troubles: Vec<Trouble>,
    /// How many entries were read.
    pub read: u32,
    /// What could not be read, if something could not.
    pub hidden: Option<Hidden>,
    /// Who would be disabled as not read any more, if it were sure that they are not there: an
    /// administrator is asked.
    pub unread: Vec<Planned>,
}

/// Plans.
pub fn plan(reading: Reading, state: &State) -> Plan {
    let read = reading.count();
    let mut nowhere = reading.hidden.clone();
    let (people, troubles) = without_duplicates(reading);
    // Whether somebody in trouble is active: of two entries with one id, either.
    let mut in_trouble: BTreeMap<&str, bool> = BTreeMap::new();
    for trouble in &troubles {
        if let Some(id) = &trouble.id {
            *in_trouble.entry(id).or_default() |= trouble.active;
        }
    }
    // Whoever is in trouble without an id may be anybody.
    nowhere.extend(troubles.iter().filter(|trouble| trouble.id.is_none()).map(|trouble| trouble.who.clone()));
    let hidden = hidden(nowhere);
    // A server may name somebody in one search and fail to describe him in the next.
    let people: Vec<Person> = people.into_iter().filter(|person| !in_trouble.contains_key(&*person.id)).collect();
    let (mut steps, mut unread) = (Vec::new(), Vec::new());
    for known in state.people().filter(|known| known.active) {
        let read = people.binary_search_by(|person| person.id.cmp(&known.id)).ok().and_then(|at| people.get(at));
        match read.map(|person| person.active).or_else(|| in_trouble.get(&*known.id).copied()) {
            Some(true) => {}
            is_read => {
                let to = if is_read.is_none() && hidden.is_some() { &mut unread } else { &mut steps };
                to.push(Planned { deed: Deed::Disable, person: Person { active: false, ..known } });
            }
        }
    }
    steps.extend(people.into_iter().filter_map(|person| step_for(person, state)));
    steps.sort_by(|one, other| (rank(one.deed), &one.person.id).cmp(&(rank(other.deed), &other.person.id)));
    Plan { steps, troubles, read, hidden, unread }
}

/// Entries that could not be read, counted and the first of them named.
fn hidden(mut entries: Vec<String>) -> Option<Hidden> {
    let count = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    entries.truncate(HIDDEN_NAMED_MAX);
    let named = entries.into_iter().map(|name| name.chars().take(SOURCE_MAX).collect()).collect();
    (count > 0).then_some(Hidden { count, named })
}

/// What happens to somebody who was read, besides being disabled. Who is disabled in the directory
/// is not added.
fn step_for(person: Person, state: &State) -> Option<Planned> {
    let deed = match state.get(&person.id) {
        None if person.active => Deed::Add,
        None => return None,
        Some(known) if known.active && !person.active => return None,
        Some(known) if !known.active && person.active => Deed::Enable,
        Some(known) if !known.is_described_alike(&person) => Deed::Update,
        Some(_) => return None,
    };
    Some(Planned { deed, person })
}

const fn rank(deed: Deed) -> u8 {
    match deed {
        Deed::Disable => 0,
        Deed::Update => 1,
        Deed::Enable => 2,
        Deed::Add | Deed::Adopt => 3,
    }
}

/// The people sorted by id, without those who share an id, a user name or an address: whom of them
/// the directory means is not for us to guess. Who is disabled keeps nobody else from anything by his
/// user name or address.
fn without_duplicates(reading: Reading) -> (Vec<Person>, Vec<Trouble>) {
    let Reading { mut people, mut troubles, .. } = reading;
    people.sort_by(|one, other| one.id.cmp(&other.id));
    let mut double: BTreeSet<usize> = BTreeSet::new();
    let mut keys: Vec<(u64, usize)> = Vec::with_capacity(people.len() * 3);
    for (at, person) in people.iter().enumerate() {
        let mut distinct = BTreeSet::from([key("id", &person.id)]);
        if person.active {
            distinct.extend([key("login", &person.user_name), key("login", &person.email)]);
        }
        keys.extend(distinct.into_iter().map(|key| (key, at)));
    }
    keys.sort_unstable();
    for alike in keys.chunk_by(|one, other| one.0 == other.0).filter(|alike| alike.len() > 1) {
        double.extend(alike.iter().map(|(_, at)| *at));
    }
    drop(keys);
    let mut at = 0;
    people.retain(|person| {
        at += 1;
        let is_double = double.contains(&(at - 1));
        if is_double {
            troubles.push(Trouble {
                id: Some(person.id.clone()),
                active: person.active,
                who: person.user_name.to_string(),
                reason: "another entry has the same id, user name or e-mail address; give each its own".to_owned(),
            });
        }
        !is_double
    });
    troubles.sort_by(|one, other| (&one.id, &one.who, &one.reason).cmp(&(&other.id, &other.who, &other.reason)));
    (people, troubles)
}

/// 64 bits stand for a text: should two texts ever share them, two people are reported, and no more.
fn key(of: &str, text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    match of {
        "id" => text.hash(&mut hasher),
        _ => text.to_lowercase().hash(&mut hasher),
    }
    hasher.finish()
}

impl Plan {
    /// What is left when this is done, if not everything was read: to disable whoever was not, should there be
    /// anybody and an administrator agree.
    pub fn take_unread(&mut self) -> Option<Self> {
        let steps = std::mem::take(&mut self.unread);
        let hidden = Some(self.hidden.clone()?);
        Some(Self { steps, read: self.read, hidden, ..Self::default() })
    }

    /// How many users it is about.
    pub fn counts(&self) -> Counts {
        let of = |deed| self.steps.iter().filter(|step| step.deed == deed).count();
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Counts {
            read: self.read,
            added: number(of(Deed::Add)),
            updated: number(of(Deed::Update)),
            enabled: number(of(Deed::Enable)),
            disabled: number(of(Deed::Disable)),
            failed: number(self.troubles.len()),
        }
    }

    /// SHA-256 of every step with everything that it sets, in hexadecimal digits.
    pub fn digest(&self) -> String {
        let mut digest = Sha256::new();
        for Planned { deed, person } in &self.steps {
            let Person { id, user_name, given_name, family_name, email, active, team } = person;
            let active = if *active { "1" } else { "0" };
            for text in [deed.as_str(), id, user_name, given_name, family_name, email, active, team] {
                // With its length in front, no text can be taken for two others.
                digest.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
                digest.update(text);
            }
        }
        data_encoding::HEXLOWER.encode(&digest.finalize())
    }
}

#[cfg(test)]
mod tests;
