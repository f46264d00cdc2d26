//! Assignments: who has which number, device and seat.

use crate::{
    devices,
    effects::Effect,
    gateway::{Context, Plan, Stop},
    inventory::{self, at_sites, either},
    keyset, licenses, numbers, params, people,
    sql::{Reader, Row, SqlError, Value, json},
    text,
};
use shared::{
    Code, FieldError, Problem,
    assignments::{
        Asset, Assigned, Holder, Seat, UserAssignments,
        api::{Assign, Devices, Numbers, Seats, Unassign, Users, View},
    },
    authority::{
        Permission, Target,
        permission::{ASSIGNMENTS_UPDATE, ASSIGNMENTS_VIEW, INVENTORY_VIEW, LICENSES_VIEW},
        reach,
    },
    devices::{Device, DeviceDetails},
    ids::{LicenseId, SiteId, UserId},
    licenses::LicenseDetails,
    numbers::{Number, NumberDetails},
    page::{Cursor, Direction, Page},
    users::Status,
};
use std::collections::BTreeMap;

/// Lists numbers with their holders.
pub fn numbers(context: &Context<'_>, request: Numbers) -> Result<Page<Number>, Stop> {
    let query = inventory::Query {
        permission: ASSIGNMENTS_VIEW,
        site: request.site.as_ref(),
        assigned: request.assigned,
        user: request.user.as_ref(),
        more: numbers::search(request.q.as_deref()),
        direction: request.direction,
        cursor: request.cursor.as_ref(),
        limit: request.limit,
    };
    inventory::page(context, &numbers::TABLE, query)
}

/// Lists devices with their holders.
pub fn devices(context: &Context<'_>, request: Devices) -> Result<Page<Device>, Stop> {
    let query = inventory::Query {
        permission: ASSIGNMENTS_VIEW,
        site: request.site.as_ref(),
        assigned: request.assigned,
        user: request.user.as_ref(),
        more: devices::search(request.q.as_deref(), request.kind),
        direction: request.direction,
        cursor: request.cursor.as_ref(),
        limit: request.limit,
    };
    inventory::page(context, &devices::TABLE, query)
}

/// Which users are asked for.
struct People<'a> {
    permissions: &'a [Permission],
    q: Option<&'a str>,
    site: Option<&'a SiteId>,
    more: Option<(String, Vec<Value>)>,
    direction: Option<Direction>,
    cursor: Option<&'a Cursor>,
    limit: Option<u32>,
}

const PERSON: &str = "full_name, email, site, status";

impl People<'_> {
    fn page<T>(self, context: &Context<'_>, read: fn(&Row) -> Result<T, SqlError>) -> Result<Page<T>, Stop> {
        let (mut filter, mut values) = either(context.access()?, self.permissions);
        if let Some(site) = self.site {
            filter.push_str(" AND site = ?");
            values.push(Value::from(site));
        }
        if let Some((condition, more)) = self.more {
            filter.push_str(&format!(" AND {condition}"));
            values.extend(more);
        }
        for word in self.q.unwrap_or_default().split_whitespace().take(inventory::WORDS_MAX) {
            filter.push_str(" AND instr(search, ?)");
            values.push(Value::from(text::plain(word)));
        }
        let descending = self.direction == Some(Direction::Descending);
        let query =
            keyset::Query { table: "users", key: "name_key", columns: PERSON, filter: &filter, values, descending };
        keyset::page(context.reader, query, self.cursor, self.limit, read)
    }
}

/// Lists who has a seat of a license.
pub fn seats(context: &Context<'_>, request: Seats) -> Result<Page<Seat>, Stop> {
    licenses::find(context.reader, &request.license)?.ok_or(Code::NotFound)?;
    let having = "EXISTS (SELECT 1 FROM seats WHERE seats.license = ? AND seats.user = users.id)";
    let people = People {
        permissions: &[LICENSES_VIEW, ASSIGNMENTS_VIEW],
        q: request.q.as_deref(),
        site: request.site.as_ref(),
        more: Some((having.to_owned(), params![&request.license].to_vec())),
        direction: request.direction,
        cursor: request.cursor.as_ref(),
        limit: request.limit,
    };
    people.page(context, |row| {
        let (holder, email, site, status) = person(row)?;
        Ok(Seat { holder, email, site, status })
    })
}

fn person(row: &Row) -> Result<(Holder, String, Option<SiteId>, Status), SqlError> {
    let holder = Holder { id: row.parse(1)?, name: row.get(2)? };
    Ok((holder, row.get(3)?, row.parse_optional(4)?, people::status(&row.get::<String>(5)?)))
}

/// Lists users with what they have.
pub fn users(context: &Context<'_>, request: Users) -> Result<Page<UserAssignments>, Stop> {
    let people = People {
        permissions: &[ASSIGNMENTS_VIEW],
        q: request.q.as_deref(),
        site: request.site.as_ref(),
        more: request.assigned.map(|assigned| having_anything(context, assigned)).transpose()?,
        direction: request.direction,
        cursor: request.cursor.as_ref(),
        limit: request.limit,
    };
    let mut page = people.page(context, |row| {
        let (user, email, site, status) = person(row)?;
        Ok(UserAssignments { user, email, site, status, assigned: Vec::new() })
    })?;
    fill(context, &mut page.items)?;
    Ok(page)
}

/// The condition on `users` for those who have anything, or nothing, that the caller may see.
fn having_anything(context: &Context<'_>, assigned: bool) -> Result<(String, Vec<Value>), Stop> {
    let (here, values) = at_sites(&reach(context.access()?, &ASSIGNMENTS_VIEW));
    let not = if assigned { "" } else { "NOT " };
    let condition = format!(
        "{not}(EXISTS (SELECT 1 FROM numbers WHERE numbers.user = users.id AND {here})
         OR EXISTS (SELECT 1 FROM devices WHERE devices.user = users.id AND {here})
         OR EXISTS (SELECT 1 FROM seats WHERE seats.user = users.id))"
    );
    Ok((condition, [values.clone(), values].concat()))
}

/// Adds what the users have, as far as the caller may see it.
fn fill(context: &Context<'_>, users: &mut [UserAssignments]) -> Result<(), Stop> {
    let ids = json(&users.iter().map(|it| &it.user.id).collect::<Vec<_>>());
    let (here, more) = at_sites(&reach(context.access()?, &ASSIGNMENTS_VIEW));
    let values = [vec![ids.clone()], more].concat();
    let of_these = "user IN (SELECT value FROM json_each(?))";
    let numbers = format!("SELECT user, id, details FROM numbers WHERE {of_these} AND {here} ORDER BY number_key");
    let devices = format!("SELECT user, id, details FROM devices WHERE {of_these} AND {here} ORDER BY name_key");
    let seats = format!(
        "SELECT seats.user, licenses.id, licenses.details FROM seats JOIN licenses ON licenses.id = seats.license
         WHERE seats.{of_these} ORDER BY licenses.name_key"
    );
    let mut assigned: BTreeMap<UserId, Vec<Assigned>> = BTreeMap::new();
    let mut add = |sql: &str, values: &[Value], read: fn(&Row) -> Result<Assigned, SqlError>| {
        for row in context.reader.rows(sql, values)? {
            assigned.entry(row.parse(0)?).or_default().push(read(&row)?);
        }
        Ok::<_, SqlError>(())
    };
    add(&numbers, &values, a_number)?;
    add(&devices, &values, a_device)?;
    add(&seats, &[ids], a_seat)?;
    for user in users {
        user.assigned = assigned.remove(&user.user.id).unwrap_or_default();
    }
    Ok(())
}

fn a_number(row: &Row) -> Result<Assigned, SqlError> {
    let NumberDetails { number, label, site } = row.json(2)?;
    Ok(Assigned { asset: Asset::Number(row.parse(1)?), name: number, note: label, site })
}

fn a_device(row: &Row) -> Result<Assigned, SqlError> {
    let DeviceDetails { model, identifier, site, .. } = row.json(2)?;
    Ok(Assigned { asset: Asset::Device(row.parse(1)?), name: model, note: identifier, site })
}

fn a_seat(row: &Row) -> Result<Assigned, SqlError> {
    let LicenseDetails { name, .. } = row.json(2)?;
    Ok(Assigned { asset: Asset::License(row.parse(1)?), name, note: String::new(), site: None })
}

/// Where a user is met, if the caller may see what he has.
pub fn place(context: &Context<'_>, user: &UserId) -> Result<Target, Stop> {
    let place = people::target(context.reader, user)?.ok_or(Code::NotFound)?;
    if context.allows(&ASSIGNMENTS_VIEW, &place) { Ok(place) } else { Err(Code::NotFound.into()) }
}

/// Shows what somebody has.
pub fn view(context: &Context<'_>, request: View) -> Result<UserAssignments, Stop> {
    show(context, &request.user)
}

fn show(context: &Context<'_>, user: &UserId) -> Result<UserAssignments, Stop> {
    let record = people::find(context.reader, user)?.ok_or(Code::NotFound)?;
    let holder = Holder { id: record.id, name: record.person.full_name() };
    let (email, site, status) = (record.person.email, record.site, record.status);
    let mut shown = [UserAssignments { user: holder, email, site, status, assigned: Vec::new() }];
    fill(context, &mut shown)?;
    let [shown] = shown;
    Ok(shown)
}

/// Assigns something that is free.
pub fn assign(context: &Context<'_>, request: Assign) -> Result<Plan<UserAssignments>, Stop> {
    let Assign { user, asset, .. } = request;
    let site = site_in_hand(context, &asset)?;
    let is_new = is_free_for(context.reader, &asset, &user)?;
    let effect = Effect::Assigned { asset, site, user: user.clone() };
    Ok(Plan::new(is_new.then_some(effect).into_iter().collect(), move |context| show(context, &user)))
}

/// Takes something back.
pub fn unassign(context: &Context<'_>, request: Unassign) -> Result<Plan<UserAssignments>, Stop> {
    let Unassign { user, asset, .. } = request;
    let site = site_in_hand(context, &asset)?;
    if !has(context.reader, &asset, &user)? {
        return Err(Code::NotFound.into());
    }
    let effect = Effect::Unassigned { asset, site, user: user.clone() };
    Ok(Plan::new(vec![effect], move |context| show(context, &user)))
}

/// The site of what the caller may see and assign there.
fn site_in_hand(context: &Context<'_>, asset: &Asset) -> Result<Option<SiteId>, Stop> {
    let site = site_of(context.reader, asset)?;
    if !matches!(asset, Asset::License(_)) {
        let place = inventory::place(context, site.as_ref(), &[ASSIGNMENTS_VIEW, INVENTORY_VIEW])?;
        context.require(&ASSIGNMENTS_UPDATE, &place)?;
    }
    Ok(site)
}

/// Where something belongs; seats belong nowhere.
pub(crate) fn site_of(reader: Reader<'_>, asset: &Asset) -> Result<Option<SiteId>, Stop> {
    Ok(match asset {
        Asset::Number(id) => numbers::find(reader, id)?.ok_or(Code::NotFound)?.details.site,
        Asset::Device(id) => devices::find(reader, id)?.ok_or(Code::NotFound)?.details.site,
        Asset::License(id) => licenses::find(reader, id)?.ok_or(Code::NotFound).map(|_| None)?,
    })
}

/// Whether somebody has something.
pub(crate) fn has(reader: Reader<'_>, asset: &Asset, user: &UserId) -> Result<bool, SqlError> {
    let (sql, id) = match asset {
        Asset::Number(id) => ("SELECT 1 FROM numbers WHERE id = ? AND user = ?", id.as_str()),
        Asset::Device(id) => ("SELECT 1 FROM devices WHERE id = ? AND user = ?", id.as_str()),
        Asset::License(id) => ("SELECT 1 FROM seats WHERE license = ? AND user = ?", id.as_str()),
    };
    Ok(reader.row(sql, params![id, user])?.is_some())
}

/// Whether something is yet to be assigned to somebody. Refuses what another one has, a license
/// without a free seat, and to give anything to somebody who is disabled.
pub(crate) fn is_free_for(reader: Reader<'_>, asset: &Asset, user: &UserId) -> Result<bool, Stop> {
    if has(reader, asset, user)? {
        return Ok(false);
    }
    if people::status_of(reader, user)?.ok_or(Code::NotFound)? == Status::Disabled {
        return Err(Problem::invalid(vec![FieldError::new("user", "user_disabled")]).into());
    }
    let is_taken = match asset {
        Asset::Number(id) => numbers::find(reader, id)?.ok_or(Code::NotFound)?.assigned,
        Asset::Device(id) => devices::find(reader, id)?.ok_or(Code::NotFound)?.assigned,
        Asset::License(id) => return has_a_seat_left(reader, id, user).map(|()| true),
    };
    if is_taken { Err(Problem::new(Code::AssignedAlready).at("asset").into()) } else { Ok(true) }
}

fn has_a_seat_left(reader: Reader<'_>, id: &LicenseId, user: &UserId) -> Result<(), Stop> {
    let license = licenses::find_for(reader, id, Some(user))?.ok_or(Code::NotFound)?;
    if license.available() > 0 { Ok(()) } else { Err(no_seat_left(&license.details).into()) }
}

/// All seats are taken.
pub(crate) fn no_seat_left(license: &LicenseDetails) -> Problem {
    let problem = Problem::new(Code::NoSeatLeft).at("asset").with("license", &license.name);
    problem.with("quantity", license.quantity)
}
