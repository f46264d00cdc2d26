//! What rows refer to, asked of the database for many of them at once.

use super::ledger::Login;
use crate::{
    gateway::{Context, Stop},
    groups,
    licenses::{self, Room},
    people,
    sql::{Reader, SqlError, json},
};
use shared::{
    FieldError, Problem,
    authority::{Target, decide, permission::USERS_VIEW},
    groups::GroupKind,
    ids::{GroupId, LicenseId, UserId},
    imports::{Entry, Import},
    users::User,
};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Logins are asked for so many at once: a value may have two megabytes.
const LOGINS_AT_ONCE: usize = 1_000;

/// The people of so many rows are met at once: they may take more memory than the rows. In tests a few rows are many.
pub(super) const MET_AT_ONCE: usize = if cfg!(test) { 2 } else { 100 };

/// A group that somebody may join.
pub(super) struct Joinable {
    pub(super) kind: GroupKind,
    /// The team with all above it; none if it is no team.
    pub(super) teams: BTreeSet<GroupId>,
}

/// A license's free seats, and what becomes of a seat when its holder is disabled.
pub(super) struct Seats {
    pub(super) name: String,
    pub(super) quantity: u32,
    pub(super) room: Room,
    pub(super) released_on_disable: bool,
}

/// Who has logins that are, or look like, those of a file.
#[derive(Default)]
pub(super) struct Holders {
    keys: HashMap<String, UserId>,
    skeletons: HashSet<String>,
}

impl Holders {
    /// Whose login this is.
    pub(super) fn of_login(&self, login: &Login) -> Option<&UserId> {
        self.keys.get(&login.key)
    }

    /// Whether somebody has a login that looks like this one.
    pub(super) fn has_alike(&self, login: &Login) -> bool {
        self.skeletons.contains(&login.skeleton)
    }
}

/// Who has logins with these skeletons. Who has the same login is among them.
pub(super) fn holders(reader: Reader<'_>, skeletons: &[&str]) -> Result<Holders, SqlError> {
    // In this order: a look at the index for each that is asked for.
    let sql = "SELECT logins.key, skeleton, user FROM json_each(?) CROSS JOIN logins ON logins.skeleton = value";
    let mut holders = Holders::default();
    for some in skeletons.chunks(LOGINS_AT_ONCE) {
        for row in reader.rows(sql, &[json(&some)])? {
            holders.keys.insert(row.get(0)?, row.parse(2)?);
            holders.skeletons.insert(row.get(1)?);
        }
    }
    Ok(holders)
}

/// Somebody who is there, as far as a row may change him.
pub(super) struct Known {
    pub(super) user: User,
    /// Where he is met.
    pub(super) place: Target,
    pub(super) groups: BTreeSet<GroupId>,
    /// His team with all above it; empty if he is in none.
    pub(super) teams: BTreeSet<GroupId>,
    /// The chosen licenses of which he has a seat.
    pub(super) seats: BTreeSet<LicenseId>,
}

/// Those of these people whom the caller may see. They are of [`MET_AT_ONCE`] rows at most.
pub(super) fn people_of(
    context: &Context<'_>,
    import: &Import,
    users: &BTreeSet<&UserId>,
) -> Result<BTreeMap<UserId, Known>, Stop> {
    let (reader, access) = (context.reader, context.access()?);
    let users: Vec<&UserId> = users.iter().copied().collect();
    let mut known = BTreeMap::new();
    if users.is_empty() {
        return Ok(known);
    }
    let mut seats = seats_held(reader, import, &users)?;
    let mut memberships = memberships(reader, &users)?;
    for user in people::find_all(reader, &users)? {
        let id = user.id.clone();
        let (mut groups, mut above, mut teams) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for (group, is_team) in memberships.remove(&id).unwrap_or_default() {
            let path = groups::path(reader, &group)?;
            if is_team {
                teams.clone_from(&path);
            }
            above.extend(path);
            groups.insert(group);
        }
        let place = people::met_at(user.site.clone(), above);
        // An administrator is seen wherever his authority lies.
        let is_seen = match user.administrator {
            true => people::may_see(reader, access, &id, &USERS_VIEW)?,
            false => decide(access, &USERS_VIEW, &place).is_allowed(),
        };
        if is_seen {
            let seats = seats.remove(&id).unwrap_or_default();
            known.insert(id, Known { user, place, groups, teams, seats });
        }
    }
    Ok(known)
}

/// The groups of these people, each with whether it is a team.
fn memberships(reader: Reader<'_>, users: &[&UserId]) -> Result<BTreeMap<UserId, Vec<(GroupId, bool)>>, SqlError> {
    let sql = "SELECT user, group_id, team FROM json_each(?) CROSS JOIN memberships ON user = value";
    let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in reader.rows(sql, &[json(&users)])? {
        all.entry(row.parse(0)?).or_default().push((row.parse(1)?, row.get(2)?));
    }
    Ok(all)
}

/// The chosen licenses of which these people have a seat.
fn seats_held(
    reader: Reader<'_>,
    import: &Import,
    users: &[&UserId],
) -> Result<BTreeMap<UserId, BTreeSet<LicenseId>>, SqlError> {
    let sql = "SELECT user, license FROM json_each(?) CROSS JOIN seats ON license = ? AND user = value";
    let mut all: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for license in [&import.standard_license, &import.mobile_license].into_iter().flatten() {
        for row in reader.rows(sql, &[json(&users), license.into()])? {
            all.entry(row.parse(0)?).or_default().insert(row.parse(1)?);
        }
    }
    Ok(all)
}

/// The groups that are named and that the caller may see. The one chosen for all must be there.
pub(super) fn groups_of<'e>(
    context: &Context<'_>,
    import: &Import,
    entries: impl Iterator<Item = &'e Entry>,
) -> Result<BTreeMap<GroupId, Joinable>, Stop> {
    let own = entries.filter_map(|entry| entry.group.as_ref()).filter(|_| import.group.is_none());
    let named: BTreeSet<&GroupId> = own.chain(&import.group).collect();
    let mut known = BTreeMap::new();
    for id in named {
        if groups::place(context, id).is_ok()
            && let Some(group) = groups::find(context.reader, id)?
        {
            let teams = match group.kind {
                GroupKind::Team => groups::path(context.reader, id)?,
                GroupKind::Access => BTreeSet::new(),
            };
            known.insert(id.clone(), Joinable { kind: group.kind, teams });
        }
    }
    match &import.group {
        Some(group) if !known.contains_key(group) => {
            Err(Problem::invalid(vec![FieldError::new("import.group", "unknown_group")]).into())
        }
        _ => Ok(known),
    }
}

/// The seats of the chosen licenses. They must be there, and two.
pub(super) fn seats_of(context: &Context<'_>, import: &Import) -> Result<BTreeMap<LicenseId, Seats>, Stop> {
    let chosen =
        [("import.standard_license", &import.standard_license), ("import.mobile_license", &import.mobile_license)];
    if import.standard_license.is_some() && import.standard_license == import.mobile_license {
        return Err(Problem::invalid(vec![FieldError::new("import.mobile_license", "same_license")]).into());
    }
    let mut known = BTreeMap::new();
    for (field, id) in chosen.into_iter().filter_map(|(field, id)| Some((field, id.as_ref()?))) {
        let license = licenses::find(context.reader, id)?;
        let unknown = || Stop::from(Problem::invalid(vec![FieldError::new(field, "unknown_license")]));
        let license = license.ok_or_else(unknown)?;
        let room = Room::of(context.reader, &license)?;
        let (name, quantity) = (license.details.name, license.details.quantity);
        let released_on_disable = license.details.released_on_disable;
        known.insert(id.clone(), Seats { name, quantity, room, released_on_disable });
    }
    Ok(known)
}
