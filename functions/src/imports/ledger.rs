//! What the rows of a file take from each other: addresses and seats, row by row, as if each had
//! been sent alone after those above it. A row that is refused, for whatever reason, takes nothing.

use super::known::Seats;
use crate::{batches::Draft, text};
use shared::{
    FieldError,
    batches::Outcome,
    ids::{GroupId, LicenseId},
    imports::Column,
    users::Person,
};
use std::collections::{BTreeMap, BTreeSet, HashMap, hash_map::Entry};

/// A login, as it is compared and as it looks.
#[derive(Debug)]
pub(super) struct Login {
    pub(super) key: String,
    pub(super) skeleton: String,
}

/// A person's address and, where it is another login, his user name.
#[derive(Debug)]
pub(super) struct Logins {
    pub(super) address: Login,
    user_name: Option<Login>,
}

impl Login {
    fn of(key: String) -> Self {
        Self { skeleton: text::skeleton_of_key(&key), key }
    }
}

impl Logins {
    /// A person's logins.
    pub(super) fn of(person: &Person) -> Self {
        let address = text::fold(&person.email);
        // Mostly they are the same text; of ASCII, a key is its own key.
        let is_plain = address.is_ascii() && person.user_name == address;
        let is_same = is_plain || text::fold(&person.user_name) == address;
        let user_name = (!is_same).then(|| Login::of(text::fold(&person.user_name)));
        Self { address: Login::of(address), user_name }
    }

    /// An address alone.
    pub(super) fn of_address(address: &str) -> Self {
        Self { address: Login::of(text::fold(address)), user_name: None }
    }

    /// One or both.
    pub(super) fn all(&self) -> impl Iterator<Item = &Login> {
        std::iter::once(&self.address).chain(&self.user_name)
    }

    fn into_all(self) -> impl Iterator<Item = Login> {
        std::iter::once(self.address).chain(self.user_name)
    }
}

/// What a row takes if it is carried out.
#[derive(Debug, Default)]
pub(super) struct Claim {
    /// The logins that are this row's then.
    pub(super) logins: Option<Logins>,
    /// Whether somebody has these logins already, so that none is like another's.
    pub(super) is_known: bool,
    /// The person's teams before and after, each with all above it.
    pub(super) teams_before: BTreeSet<GroupId>,
    pub(super) teams: BTreeSet<GroupId>,
    /// The chosen licenses of which the person has a seat.
    pub(super) held: BTreeSet<LicenseId>,
    /// The seats that are asked for, each with its column.
    pub(super) wanted: Vec<(Column, LicenseId)>,
    /// The seats that are given back.
    pub(super) returned: BTreeSet<LicenseId>,
}

/// What the rows so far have taken.
pub(super) struct Ledger {
    /// By skeleton, the first login that looks so, and its row.
    logins: HashMap<String, (String, u32)>,
    /// Others that look like one of those, and their rows.
    alike: HashMap<String, u32>,
    seats: BTreeMap<LicenseId, Seats>,
}

impl Ledger {
    pub(super) fn new(seats: BTreeMap<LicenseId, Seats>, rows: usize) -> Self {
        Self { logins: HashMap::with_capacity(rows), alike: HashMap::new(), seats }
    }

    /// Enters a row that has been judged, or refuses it for what rows above it have taken.
    pub(super) fn enter(&mut self, draft: &mut Draft, mut claim: Claim) {
        if draft.item.problem.is_some() {
            return;
        }
        let missing = self.missing_seats(&claim);
        let is_to_be = missing.is_empty() && draft.item.outcome != Outcome::Refused;
        if is_to_be && self.is_kept_at_once(&mut claim, draft.item.row) {
            return self.keep_seats(&claim);
        }
        let is_known_wrong = draft.item.errors.iter().any(|error| error.field == Column::Email.as_str());
        let taken = self.taken(&claim).filter(|_| !is_known_wrong);
        let errors: Vec<_> = taken.into_iter().chain(missing).collect();
        if !errors.is_empty() {
            draft.reject(errors);
        }
        if draft.item.outcome != Outcome::Refused {
            self.keep_seats(&claim);
            self.keep_logins(claim, draft.item.row);
        }
    }

    /// Mostly a row has one login, and no row above has one that looks like it: then the look that finds that
    /// out keeps it, too.
    fn is_kept_at_once(&mut self, claim: &mut Claim, row: u32) -> bool {
        let Some(Logins { address: Login { key, skeleton }, .. }) =
            claim.logins.take_if(|logins| logins.user_name.is_none())
        else {
            return false;
        };
        match self.logins.entry(skeleton) {
            Entry::Vacant(free) => {
                free.insert((key, row));
                true
            }
            Entry::Occupied(first) => {
                let skeleton = first.key().clone();
                claim.logins = Some(Logins { address: Login { key, skeleton }, user_name: None });
                false
            }
        }
    }

    /// The row above that has one of these logins, or one that looks like it.
    fn taken(&self, claim: &Claim) -> Option<FieldError> {
        claim.logins.iter().flat_map(Logins::all).find_map(|login| {
            let (first, row) = self.logins.get(&login.skeleton)?;
            let same = if *first == login.key { Some(row) } else { self.alike.get(&login.key) };
            let similar = || (!claim.is_known).then_some(("look_alike_in_file", row));
            let (code, row) = same.map(|row| ("taken_in_file", row)).or_else(similar)?;
            Some(FieldError::new(Column::Email.as_str(), code).with("row", row))
        })
    }

    fn missing_seats(&self, claim: &Claim) -> Vec<FieldError> {
        let missing = |(column, license): &(Column, LicenseId)| {
            let seats = self.seats.get(license).filter(|seats| !seats.room.has_one_for(&claim.teams))?;
            let error = FieldError::new(column.as_str(), "no_seat_left").with("license", &seats.name);
            Some(error.with("quantity", seats.quantity))
        };
        claim.wanted.iter().filter_map(missing).collect()
    }

    /// From now on, the logins are this row's.
    fn keep_logins(&mut self, claim: Claim, row: u32) {
        for Login { key, skeleton } in claim.logins.into_iter().flat_map(Logins::into_all) {
            match self.logins.entry(skeleton) {
                Entry::Vacant(free) => {
                    free.insert((key, row));
                }
                Entry::Occupied(first) if first.get().0 == key => {}
                Entry::Occupied(_) => {
                    self.alike.entry(key).or_insert(row);
                }
            }
        }
    }

    /// And so are the seats. Who changes teams takes his along: then more or fewer are to be kept for others.
    fn keep_seats(&mut self, claim: &Claim) {
        for (license, seats) in &mut self.seats {
            if claim.held.contains(license) {
                seats.room.take(&claim.teams_before, -1);
            }
            let is_wanted = claim.wanted.iter().any(|(_, wanted)| wanted == license);
            if is_wanted || (claim.held.contains(license) && !claim.returned.contains(license)) {
                seats.room.take(&claim.teams, 1);
            }
        }
    }
}
