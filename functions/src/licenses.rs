//! Licenses: products with a number of seats.

use crate::{
    assignments,
    effects::Effect,
    gateway::{Context, Plan, Stop},
    groups, inventory, params,
    setup::trim,
    sql::{Reader, Row, SqlError, Value},
    text,
};
use shared::{
    Code, FieldError, Problem,
    groups::GroupKind,
    ids::{GroupId, LicenseId, UserId},
    licenses::{
        License, LicenseDetails, Reservation,
        api::{Create, Delete, List, Reservations, Reserve, Update, View},
    },
    validation::Validate,
};
use std::collections::{BTreeMap, BTreeSet};

/// A license as it is for somebody: seats that are kept for his team are not kept from him. For
/// nobody, all are kept that are. People who move may leave fewer free than were to be kept.
const COLUMNS: &str = "SELECT id, version, details, assigned, min(quantity - assigned, (
        SELECT coalesce(sum(max(0, seats - used)), 0) FROM reservations
        WHERE license = licenses.id AND group_id NOT IN (
            SELECT ancestor FROM memberships JOIN group_paths ON group_paths.group_id = memberships.group_id
            WHERE memberships.user = ? AND memberships.team)
    )) FROM licenses";

/// Lists all licenses.
pub fn list(context: &Context<'_>, request: List) -> Result<Vec<License>, Stop> {
    if let Some(user) = &request.user {
        assignments::place(context, user)?;
    }
    let rows = context.reader.rows(&format!("{COLUMNS} ORDER BY name_key"), params![request.user.as_ref()])?;
    Ok(rows.iter().map(license).collect::<Result<_, _>>()?)
}

fn license(row: &Row) -> Result<License, SqlError> {
    Ok(License {
        id: row.parse(0)?,
        version: row.get(1)?,
        details: row.json(2)?,
        assigned: row.get(3)?,
        reserved: row.get(4)?,
    })
}

/// A license as it is for anybody, if there is one.
pub(crate) fn find(reader: Reader<'_>, id: &LicenseId) -> Result<Option<License>, SqlError> {
    find_for(reader, id, None)
}

/// A license as it is for somebody, if there is one.
pub(crate) fn find_for(reader: Reader<'_>, id: &LicenseId, user: Option<&UserId>) -> Result<Option<License>, SqlError> {
    reader.row(&format!("{COLUMNS} WHERE id = ?"), params![user, id])?.as_ref().map(license).transpose()
}

fn show(context: &Context<'_>, id: &LicenseId) -> Result<License, Stop> {
    find(context.reader, id)?.ok_or_else(|| Code::NotFound.into())
}

/// Shows a license.
pub fn view(context: &Context<'_>, request: View) -> Result<License, Stop> {
    show(context, &request.license)
}

/// Adds a license.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<License>, Stop> {
    request.validate()?;
    let details = trimmed(request.details);
    free(context.reader, &details.name, None)?;
    let license: LicenseId = context.surroundings.id();
    let effect = Effect::LicenseCreated { license: license.clone(), details };
    Ok(Plan::new(vec![effect], move |context| show(context, &license)))
}

/// Changes a license.
pub fn update(context: &Context<'_>, request: Update) -> Result<Plan<License>, Stop> {
    request.validate()?;
    let before = show(context, &request.license)?;
    if before.version != request.version {
        return Err(Code::ChangedMeanwhile.into());
    }
    let details = trimmed(request.details);
    free(context.reader, &details.name, Some(&request.license))?;
    suffices(&details, &before)?;
    let license = request.license;
    let effect = Effect::LicenseUpdated { license: license.clone(), before: before.details, details };
    Ok(Plan::new(vec![effect], move |context| show(context, &license)))
}

/// Deletes a license of which nobody has a seat.
pub fn delete(context: &Context<'_>, request: Delete) -> Result<Plan<()>, Stop> {
    let before = show(context, &request.license)?;
    inventory::must_be_free(before.assigned)?;
    Ok(Plan::new(vec![Effect::LicenseDeleted { license: request.license, before: before.details }], |_| Ok(())))
}

fn trimmed(mut details: LicenseDetails) -> LicenseDetails {
    trim(&mut details.name);
    trim(&mut details.description);
    details
}

/// Refuses fewer seats than are taken, or kept for teams.
pub(crate) fn suffices(details: &LicenseDetails, license: &License) -> Result<(), Stop> {
    let error = |code, count: u32| FieldError::new("details.quantity", code).with("assigned", count);
    let error = if details.quantity < license.assigned {
        error("below_assigned", license.assigned)
    } else if details.quantity < license.assigned.saturating_add(license.reserved) {
        error("below_reserved", license.assigned).with("count", license.reserved)
    } else {
        return Ok(());
    };
    Err(Problem::invalid(vec![error]).into())
}

/// Lists for which teams seats are kept.
pub fn reservations(context: &Context<'_>, request: Reservations) -> Result<Vec<Reservation>, Stop> {
    show(context, &request.license)?;
    reserved(context, &request.license)
}

/// Those of teams that the caller may see.
fn reserved(context: &Context<'_>, license: &LicenseId) -> Result<Vec<Reservation>, Stop> {
    let rows = context.reader.rows(
        "SELECT group_id, groups.details ->> '$.name', seats, used FROM reservations
         JOIN groups ON groups.id = group_id WHERE license = ? ORDER BY name_key, group_id",
        params![license],
    )?;
    let all = rows
        .iter()
        .map(|row| Ok(Reservation { group: row.parse(0)?, name: row.get(1)?, seats: row.get(2)?, used: row.get(3)? }));
    let all: Vec<Reservation> = all.collect::<Result<_, SqlError>>()?;
    Ok(all.into_iter().filter(|reservation| groups::place(context, &reservation.group).is_ok()).collect())
}

/// Keeps seats for a team.
pub fn reserve(context: &Context<'_>, request: Reserve) -> Result<Plan<Vec<Reservation>>, Stop> {
    request.validate()?;
    let Reserve { license, group, before, seats, .. } = request;
    groups::place(context, &group)?;
    if kept(context.reader, &license, &group)? != before {
        return Err(Code::ChangedMeanwhile.into());
    }
    may_be_kept(context.reader, &license, &group, seats)?;
    let effect = Effect::SeatsReserved { license: license.clone(), group, before, seats };
    let effects = if before == seats { Vec::new() } else { vec![effect] };
    Ok(Plan::new(effects, move |context| reserved(context, &license)))
}

/// How many seats are kept for a team.
pub(crate) fn kept(reader: Reader<'_>, license: &LicenseId, group: &GroupId) -> Result<u32, SqlError> {
    let sql = "SELECT seats FROM reservations WHERE license = ? AND group_id = ?";
    reader.row(sql, params![license, group])?.map_or(Ok(0), |row| row.get(0))
}

/// What is kept of which license for which team.
pub(crate) fn kept_where(
    reader: Reader<'_>,
    condition: &str,
    id: impl Into<Value>,
) -> Result<Vec<(LicenseId, GroupId, u32)>, SqlError> {
    let sql = format!("SELECT license, group_id, seats FROM reservations WHERE {condition} ORDER BY license, group_id");
    let rows = reader.rows(&sql, &[id.into()])?;
    rows.iter().map(|row| Ok((row.parse(0)?, row.parse(1)?, row.get(2)?))).collect()
}

/// Refuses to keep seats for what is no team, and more than are free or its members'.
pub(crate) fn may_be_kept(reader: Reader<'_>, license: &LicenseId, group: &GroupId, seats: u32) -> Result<(), Stop> {
    let refused = |code: &str| FieldError::new("seats", code);
    let license = find(reader, license)?.ok_or(Code::NotFound)?;
    let found = groups::find(reader, group)?.ok_or(Code::NotFound)?;
    if found.kind != GroupKind::Team {
        return Err(Problem::invalid(vec![FieldError::new("group", "not_a_team")]).into());
    }
    // What is kept for others, and what this team's members have.
    let row = reader.row(
        "SELECT coalesce(sum(CASE WHEN group_id = ? THEN 0 ELSE max(0, seats - used) END), 0), (
             SELECT count(*) FROM group_paths
             JOIN memberships ON memberships.group_id = group_paths.group_id AND memberships.team
             JOIN seats ON seats.user = memberships.user AND seats.license = ?
             WHERE group_paths.ancestor = ?)
         FROM reservations WHERE license = ?",
        params![group, &license.id, group, &license.id],
    )?;
    let (others, used): (u32, u32) = row.map_or(Ok((0, 0)), |row| Ok::<_, SqlError>((row.get(0)?, row.get(1)?)))?;
    let free = license.details.quantity.saturating_sub(license.assigned).saturating_sub(others);
    let max = free + used;
    if seats > max && seats > kept(reader, &license.id, group)? {
        return Err(Problem::invalid(vec![refused("more_than_free").with("max", max)]).into());
    }
    Ok(())
}

/// What is left of a license while seats are given out and given back, one after another.
pub(crate) struct Room {
    free: i64,
    /// For each team for which seats are kept, how many more it is to have.
    owed: BTreeMap<GroupId, i64>,
}

impl Room {
    /// What is left of a license now.
    pub(crate) fn of(reader: Reader<'_>, license: &License) -> Result<Self, SqlError> {
        let sql = "SELECT group_id, seats - used FROM reservations WHERE license = ?";
        let rows = reader.rows(sql, params![&license.id])?;
        let owed = rows.iter().map(|row| Ok((row.parse(0)?, row.get(1)?))).collect::<Result<_, SqlError>>()?;
        Ok(Self { free: i64::from(license.details.quantity) - i64::from(license.assigned), owed })
    }

    /// Whether there is a seat for somebody whose team is below these groups.
    pub(crate) fn has_one_for(&self, teams: &BTreeSet<GroupId>) -> bool {
        let others = self.owed.iter().filter(|(team, _)| !teams.contains(*team));
        self.free > others.map(|(_, owed)| (*owed).max(0)).sum()
    }

    /// Somebody whose team is below these groups takes so many seats, or gives them back.
    pub(crate) fn take(&mut self, teams: &BTreeSet<GroupId>, seats: i64) {
        self.free -= seats;
        for (_, owed) in self.owed.iter_mut().filter(|(team, _)| teams.contains(*team)) {
            *owed -= seats;
        }
    }
}

pub(crate) fn free(reader: Reader<'_>, name: &str, except: Option<&LicenseId>) -> Result<(), Stop> {
    let taken =
        reader.row("SELECT 1 FROM licenses WHERE name_key = ? AND id IS NOT ?", params![text::fold(name), except])?;
    match taken {
        Some(_) => Err(Problem::invalid(vec![FieldError::new("details.name", "taken")]).into()),
        None => Ok(()),
    }
}

/// The licenses whose seats somebody gives back when he is disabled.
pub(crate) fn released_with(reader: Reader<'_>, user: &UserId) -> Result<Vec<LicenseId>, SqlError> {
    let rows = reader.rows(
        "SELECT licenses.id FROM seats JOIN licenses ON licenses.id = seats.license
         WHERE seats.user = ? AND licenses.released_on_disable ORDER BY licenses.id",
        params![user],
    )?;
    rows.iter().map(|row| row.parse(0)).collect()
}
