//! Reading the audit trail, as far as the caller administers what it is about; and undoing.

use crate::{
    assignments, devices,
    effects::{self, Effect, GrantDetails},
    gateway::{Context, Plan, Stop},
    grants, groups, integrations,
    keyset::limit_of,
    licenses::{self, Room},
    numbers, orders, organizations, params, people, roles, sites,
    sql::{Reader, Row, SqlError, Value, json},
    two_step, users,
};
use serde_json::Value as Json;
use shared::{
    Code, Problem,
    assignments::Asset,
    audit::{
        Entry, Head, Link, Record, Verdict,
        api::{Export, List, STRETCH_MAX, Stretch, Trail, Undo},
    },
    authority::{
        Access, Reach, Target, decide,
        permission::{ADMINISTRATORS_VIEW, AUDIT_VIEW, USERS_VIEW},
        reach,
    },
    ids::{LicenseId, UserId},
    licenses::LicenseDetails,
    page::{Cursor, LIMIT_DEFAULT, LIMIT_MAX},
    users::Status,
};
use std::collections::{BTreeMap, BTreeSet, btree_map};

/// Lists what happened where the caller may see it, newest first.
pub fn list(context: &Context<'_>, request: List) -> Result<Trail, Stop> {
    let limit = limit_of(request.limit, LIMIT_DEFAULT, LIMIT_MAX)?;
    let (mut filter, mut values) = readable(context)?;
    let conditions = [
        ("actor = ?", request.actor.as_ref().map(Value::from)),
        ("subject = ?", request.subject.as_ref().map(Value::from)),
        ("effect = ?", request.effect.as_ref().map(Value::from)),
        ("accepted <> ?", request.refused.map(Value::from)),
        ("at >= ?", request.from.map(Value::from)),
        ("at < ?", request.until.map(Value::from)),
    ];
    for (condition, value) in conditions {
        if let Some(value) = value {
            filter.push_str(" AND ");
            filter.push_str(condition);
            values.push(value);
        }
    }
    let before = request.cursor.as_ref().map(open).transpose()?;
    let previous = match before {
        Some(before) => previous(context.reader, &filter, &values, before, limit)?,
        None => None,
    };
    if let Some(before) = before {
        filter.push_str(" AND seq < ?");
        values.push(Value::from(before));
    }
    values.push(Value::from(limit + 1));
    let sql = format!("SELECT line FROM audit WHERE {filter} ORDER BY seq DESC LIMIT ?");
    let mut rows = context.reader.rows(&sql, &values)?;
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let items: Vec<Entry> = rows.iter().map(|row| entry(context, row.json(0)?)).collect::<Result<_, Stop>>()?;
    let next = items.last().filter(|_| more).map(|last| Cursor(last.record.seq.to_string()));
    Ok(Trail { items, previous, next })
}

/// Where the page right before the one that begins `before` begins: at the newest record, unless
/// more than a page lies between. There is none if nothing is newer.
fn previous(
    reader: Reader<'_>,
    filter: &str,
    values: &[Value],
    before: i64,
    limit: u32,
) -> Result<Option<Cursor>, SqlError> {
    let sql = format!("SELECT seq FROM audit WHERE {filter} AND seq >= ? ORDER BY seq LIMIT ?");
    let newer = reader.rows(&sql, &[values, params![before, limit + 1]].concat())?;
    let begins = match newer.get(limit as usize) {
        Some(row) => row.get(0)?,
        None => i64::MAX,
    };
    Ok((!newer.is_empty()).then(|| Cursor(begins.to_string())))
}

fn open(cursor: &Cursor) -> Result<i64, Problem> {
    cursor.0.parse().map_err(|_| Problem::new(Code::WrongType).at("cursor"))
}

/// The condition on `audit` for what the caller may read.
fn readable(context: &Context<'_>) -> Result<(String, Vec<Value>), Stop> {
    let Readable { filter, values } = Readable::of(context.reader, context.access()?)?;
    Ok((filter, values))
}

/// What of the trail somebody may read who may read any of it: a condition on `audit`.
pub(crate) struct Readable {
    filter: String,
    values: Vec<Value>,
}

impl Readable {
    fn of(reader: Reader<'_>, access: &Access) -> Result<Self, SqlError> {
        let Reach::Within { sites, groups } = reach(access, &AUDIT_VIEW) else {
            return Ok(Self { filter: "1".to_owned(), values: Vec::new() });
        };
        let own = groups::reached(reader, &sites, &groups)?;
        let filter = "CASE all_places
            WHEN 0 THEN EXISTS (SELECT 1 FROM audit_places WHERE audit_places.seq = audit.seq
                                AND place IN (SELECT value FROM json_each(?)))
            ELSE NOT EXISTS (SELECT 1 FROM audit_places WHERE audit_places.seq = audit.seq
                             AND place NOT IN (SELECT value FROM json_each(?))) END";
        Ok(Self { filter: filter.to_owned(), values: vec![json(&own), json(&own)] })
    }

    /// What whoever holds this may read; nothing if he may read none of it.
    pub(crate) fn to(reader: Reader<'_>, access: &Access) -> Result<Option<Self>, SqlError> {
        let may = decide(access, &AUDIT_VIEW, &Target::Anywhere).is_allowed();
        may.then(|| Self::of(reader, access)).transpose()
    }

    /// The same as a condition, with its values.
    pub(crate) fn condition(self) -> (String, Vec<Value>) {
        (self.filter, self.values)
    }

    /// A record that happened, as its line, if it is among them.
    pub(crate) fn line(&self, reader: Reader<'_>, seq: i64) -> Result<Option<String>, SqlError> {
        let sql = format!("SELECT line FROM audit WHERE {} AND accepted AND seq = ?", self.filter);
        let row = reader.row(&sql, &[&self.values[..], &[Value::from(seq)]].concat())?;
        row.map(|row| row.get(0)).transpose()
    }
}

fn entry(context: &Context<'_>, record: Record) -> Result<Entry, Stop> {
    let effect = effect_of(&record);
    let subject = effect.as_ref().and_then(effects::subject);
    let subject_name = subject.map(|id| seen_name(context, &id)).transpose()?.flatten();
    let actor_name = match &record.actor {
        Some(actor) if sees(context, actor)? => people::name(context.reader, actor)?,
        _ => None,
    };
    let mut names = BTreeMap::new();
    name_all(context, &record.effect, &mut names)?;
    let undoable = effect.is_some_and(|effect| effects::is_undoable(&effect));
    Ok(Entry { record, actor_name, subject_name, names, undoable })
}

/// Names whatever an effect mentions. A record is read by whoever administers one of its places:
/// what else it mentions, he may not be allowed to see.
fn name_all(context: &Context<'_>, part: &Json, names: &mut BTreeMap<String, String>) -> Result<(), Stop> {
    match part {
        Json::String(id) if !names.contains_key(id) && id.parse::<shared::ids::UserId>().is_ok() => {
            if let Some(name) = seen_name(context, id)? {
                names.insert(id.clone(), name);
            }
            Ok(())
        }
        Json::Array(parts) => parts.iter().try_for_each(|part| name_all(context, part, names)),
        Json::Object(parts) => parts.values().try_for_each(|part| name_all(context, part, names)),
        _ => Ok(()),
    }
}

fn sees(context: &Context<'_>, user: &shared::ids::UserId) -> Result<bool, Stop> {
    let access = context.access()?;
    let sees = |permission| people::may_see(context.reader, access, user, permission);
    Ok(*user == access.user || sees(&ADMINISTRATORS_VIEW)? || sees(&USERS_VIEW)?)
}

fn effect_of(record: &Record) -> Option<Effect> {
    let accepted = record.verdict == Verdict::Accepted;
    accepted.then(|| serde_json::from_value(record.effect.clone()).ok()).flatten()
}

/// The name of what an id stands for now, if the caller may see that.
fn seen_name(context: &Context<'_>, id: &str) -> Result<Option<String>, Stop> {
    let reader = context.reader;
    let is_hidden = match (id.parse(), id.parse()) {
        (Ok(site), _) if sites::exists(reader, &site)? => sites::place(context, &site).is_err(),
        (_, Ok(group)) if groups::find(reader, &group)?.is_some() => groups::place(context, &group).is_err(),
        _ => is_hidden_asset(context, id)?,
    };
    if is_hidden { Ok(None) } else { subject_name(context, id) }
}

/// Whether an id stands for a number or a device of a site whose trail the caller does not read.
fn is_hidden_asset(context: &Context<'_>, id: &str) -> Result<bool, Stop> {
    let (Ok(number), Ok(device)) = (id.parse(), id.parse()) else {
        return Ok(false);
    };
    let number = numbers::find(context.reader, &number)?.map(|number| number.details.site);
    let device = devices::find(context.reader, &device)?.map(|device| device.details.site);
    let site = number.or(device);
    Ok(site.is_some_and(|site| !context.allows(&AUDIT_VIEW, &Target::of(site.as_ref()))))
}

/// The name of what an id stands for now.
fn subject_name(context: &Context<'_>, id: &str) -> Result<Option<String>, Stop> {
    let Ok(user) = id.parse() else {
        return Ok(None);
    };
    if sees(context, &user)? {
        return Ok(people::name(context.reader, &user)?);
    }
    let name = "SELECT coalesce(
        (SELECT json_extract(details, '$.name') FROM groups WHERE id = ?1),
        (SELECT json_extract(details, '$.name') FROM roles WHERE id = ?1),
        (SELECT json_extract(details, '$.name') FROM sites WHERE id = ?1),
        (SELECT json_extract(details, '$.name') FROM licenses WHERE id = ?1),
        (SELECT json_extract(details, '$.number') FROM numbers WHERE id = ?1),
        (SELECT json_extract(details, '$.model') FROM devices WHERE id = ?1))";
    let row = context.reader.row(name, params![id])?;
    Ok(row.map(|row| row.get(0)).transpose()?.flatten())
}

/// Gives a stretch of the chain.
pub fn export(context: &Context<'_>, request: Export) -> Result<Stretch, Stop> {
    let limit = limit_of(request.limit, STRETCH_MAX, STRETCH_MAX)?;
    let after = i64::try_from(request.after.unwrap_or_default()).unwrap_or(i64::MAX);
    let (filter, mut values) = readable(context)?;
    values.extend(params![after, limit].iter().cloned());
    let sql = format!(
        "SELECT seq, CASE WHEN {filter} THEN line END, digest, chain FROM audit WHERE seq > ? ORDER BY seq LIMIT ?"
    );
    let links = context.reader.rows(&sql, &values)?.iter().map(link).collect::<Result<_, _>>()?;
    let head = context.reader.row("SELECT seq, '', '', chain FROM audit ORDER BY seq DESC LIMIT 1", &[])?;
    let head = head.as_ref().map(link).transpose()?.map_or_else(Head::start, |link| link.head());
    Ok(Stretch { links, head })
}

fn link(row: &Row) -> Result<Link, SqlError> {
    Ok(Link { seq: row.get::<u32>(0)?.into(), line: row.get(1)?, digest: row.get(2)?, chain: row.get(3)? })
}

/// Undoes what a record says, as a new effect of the caller's.
pub fn undo(context: &Context<'_>, request: Undo) -> Result<Plan<Entry>, Stop> {
    let (filter, mut values) = readable(context)?;
    let seq = i64::try_from(request.seq.0).unwrap_or(i64::MAX);
    values.push(Value::from(seq));
    let row = context.reader.row(&format!("SELECT line FROM audit WHERE {filter} AND seq = ?"), &values)?;
    let record: Record = row.ok_or(Code::NotFound)?.json(0)?;
    let effect = effect_of(&record).ok_or(Code::NotUndoable)?;
    let inverses = match effect {
        Effect::BatchApplied { batch, kind, site, .. } => {
            let mut inverses = batch_inverses(context, &record)?;
            let effects = u32::try_from(inverses.len()).unwrap_or(u32::MAX);
            inverses.push(Effect::BatchUndone { batch, kind, site, effects });
            inverses
        }
        Effect::LicenseDeleted { before, .. } => license_anew(context, &record, before)?,
        effect => vec![anew(context, effects::inverse(&effect).ok_or(Code::NotUndoable)?)],
    };
    all_still_fit(context, &inverses).map_err(no_field)?;
    Ok(Plan::new(inverses, |context| {
        let last = context.reader.row("SELECT line FROM audit ORDER BY seq DESC LIMIT 1", &[])?;
        entry(context, last.ok_or(Code::NotFound)?.json(0)?)
    }))
}

/// What the request did before it did what this record says, the last first.
fn effects_before(context: &Context<'_>, record: &Record) -> Result<Vec<Effect>, Stop> {
    let seq = i64::try_from(record.seq).unwrap_or(i64::MAX);
    let rows = context.reader.rows(
        "SELECT line FROM audit WHERE seq < ? AND seq > coalesce((
             SELECT max(seq) FROM audit WHERE seq < ? AND line ->> 'request_id' <> ?), 0)
         ORDER BY seq DESC",
        params![seq, seq, &record.request_id],
    )?;
    let records = rows.iter().map(|row| row.json(0)).collect::<Result<Vec<Record>, _>>()?;
    Ok(records.iter().filter_map(effect_of).collect())
}

/// A deleted license under an id of its own, with the seats that were kept until it went, for
/// those teams that are still there.
fn license_anew(context: &Context<'_>, deleted: &Record, details: LicenseDetails) -> Result<Vec<Effect>, Stop> {
    let license: LicenseId = context.surroundings.id();
    let mut inverses = vec![Effect::LicenseCreated { license: license.clone(), details }];
    for effect in effects_before(context, deleted)? {
        if let Effect::SeatsReserved { group, before: seats, .. } = effect
            && groups::find(context.reader, &group)?.is_some()
        {
            inverses.push(Effect::SeatsReserved { license: license.clone(), group, before: 0, seats });
        }
    }
    Ok(inverses)
}

/// What takes back all that a batch did: the records of its request, the last one first. Users
/// are never deleted, so those whom it added are disabled, and give back their seats.
fn batch_inverses(context: &Context<'_>, applied: &Record) -> Result<Vec<Effect>, Stop> {
    let effects = effects_before(context, applied)?;
    let added: BTreeSet<UserId> = effects
        .iter()
        .filter_map(|effect| if let Effect::UserCreated { user, .. } = effect { Some(user.clone()) } else { None })
        .collect();
    let mut inverses = Vec::new();
    for effect in effects {
        match effect {
            Effect::UserCreated { user, .. } => {
                let active = people::status_of(context.reader, &user)? == Some(Status::Active);
                inverses.extend(active.then_some(Effect::UserDisabled { user }));
            }
            Effect::UserDisabled { user } | Effect::MemberAdded { user, .. } if added.contains(&user) => {}
            // It is free since its holder was disabled; who enables somebody gives no seat back either.
            Effect::SeatReleased { .. } => {}
            // It went when somebody disabled its holder since.
            Effect::Assigned { asset, user, .. }
                if added.contains(&user) && !assignments::has(context.reader, &asset, &user)? => {}
            effect => inverses.push(effects::inverse(&effect).ok_or(Code::NotUndoable)?),
        }
    }
    if inverses.is_empty() { Err(Code::ChangedMeanwhile.into()) } else { Ok(inverses) }
}

/// The effect with an id of its own, if it makes something: ids are never used again.
fn anew(context: &Context<'_>, mut inverse: Effect) -> Effect {
    match &mut inverse {
        Effect::GrantAdded { grant, .. } => *grant = context.surroundings.id(),
        Effect::NumberCreated { number, .. } => *number = context.surroundings.id(),
        Effect::DeviceCreated { device, .. } => *device = context.surroundings.id(),
        _ => {}
    }
    inverse
}

/// What would be wrong in a field of a form is no field's fault here: it does not fit any more.
fn no_field(stop: Stop) -> Stop {
    match stop {
        Stop::Refused(problem) if problem.code == Code::Invalid => Code::NotUndoable.into(),
        other => other,
    }
}

/// Refuses what would not fit after what is undone before it: who is enabled again may have seats
/// again, and each is taken once.
fn all_still_fit(context: &Context<'_>, inverses: &[Effect]) -> Result<(), Stop> {
    let (mut enabled, mut made, mut rooms) = (BTreeSet::new(), BTreeSet::new(), BTreeMap::new());
    for inverse in inverses {
        match inverse {
            // Of a license that is made anew nothing is taken, and nothing kept for others.
            Effect::SeatsReserved { license, .. } if made.contains(license) => {}
            Effect::Assigned { asset: asset @ Asset::License(license), user, .. } if enabled.contains(user) => {
                if assignments::has(context.reader, asset, user)? {
                    return Err(Code::ChangedMeanwhile.into());
                }
            }
            _ => still_fits(context, inverse)?,
        }
        match inverse {
            Effect::UserEnabled { user } => drop(enabled.insert(user)),
            Effect::LicenseCreated { license, .. } => drop(made.insert(license)),
            Effect::Assigned { asset: Asset::License(license), user, .. } => {
                let (room, teams) = (room_of(context, license, &mut rooms)?, groups::teams_of(context.reader, user)?);
                if !room.has_one_for(&teams) {
                    return Err(Code::NoSeatLeft.into());
                }
                room.take(&teams, 1);
            }
            Effect::Unassigned { asset: Asset::License(license), user, .. } => {
                let teams = groups::teams_of(context.reader, user)?;
                room_of(context, license, &mut rooms)?.take(&teams, -1);
            }
            _ => {}
        }
    }
    Ok(())
}

/// What is left of a license, once seats before are taken and given back.
fn room_of<'l>(
    context: &Context<'_>,
    license: &LicenseId,
    rooms: &'l mut BTreeMap<LicenseId, Room>,
) -> Result<&'l mut Room, Stop> {
    Ok(match rooms.entry(license.clone()) {
        btree_map::Entry::Occupied(known) => known.into_mut(),
        btree_map::Entry::Vacant(new) => {
            let license = licenses::find(context.reader, license)?.ok_or(Code::NotFound)?;
            new.insert(Room::of(context.reader, &license)?)
        }
    })
}

/// Refuses to undo what has been changed since, and what would not fit any more. That things
/// still exist is the judge's to say.
fn still_fits(context: &Context<'_>, inverse: &Effect) -> Result<(), Stop> {
    let reader = context.reader;
    let unless = |same: bool| if same { Ok(()) } else { Err(Stop::from(Code::ChangedMeanwhile)) };
    match inverse {
        Effect::UserUpdated { user, before, site_before, person, .. } => {
            let now = people::find(reader, user)?.ok_or(Code::NotFound)?;
            unless(now.person == **before && now.site == *site_before)?;
            users::free(context, person, Some(user))
        }
        Effect::OrganizationUpdated { before, .. } => unless(organizations::settings(context)? == **before),
        Effect::ColorsChosen { before, .. } => unless(crate::images::colors(reader)? == *before),
        Effect::IntegrationsUpdated { before, .. } => unless(integrations::settings(reader)? == **before),
        Effect::TwoStepPolicyUpdated { before, .. } => unless(two_step::policy(reader)? == *before),
        Effect::UserEnabled { user } | Effect::UserDisabled { user } => {
            let active = people::status_of(reader, user)? == Some(Status::Active);
            unless(active == matches!(inverse, Effect::UserDisabled { .. }))
        }
        Effect::RoleUpdated { role, before, details } => {
            let now = roles::find(reader, role)?.ok_or(Code::NotFound)?;
            unless(now.details == *before)?;
            crate::features::must_exist(reader, &details.permissions, "details.permissions")?;
            roles::free(reader, &details.name, Some(role))
        }
        Effect::SiteUpdated { site, before, details } => {
            let now = sites::find(reader, site)?.ok_or(Code::NotFound)?;
            unless(now.details == *before)?;
            sites::free(reader, &details.name, Some(site))
        }
        Effect::GroupUpdated { group, before, details } => {
            let now = groups::find(reader, group)?.ok_or(Code::NotFound)?;
            unless(now.details == *before)?;
            groups::free(reader, now.parent.as_ref(), &details.name, Some(group), "details.name")
        }
        Effect::GroupMoved { group, before, parent } => {
            let now = groups::find(reader, group)?.ok_or(Code::NotFound)?;
            unless(now.parent == *before)?;
            groups::free(reader, parent.as_ref(), &now.details.name, Some(group), "parent")
        }
        Effect::GroupDeleted { group, parent, before, .. } => {
            let now = groups::find(reader, group)?.ok_or(Code::NotFound)?;
            unless(now.details == *before && now.parent == *parent && now.members + now.children == 0)
        }
        Effect::GroupDisabled { group, grants } => {
            unless(groups::status(reader, group)? == Status::Active && groups::counting(reader, group)? == *grants)
        }
        Effect::GroupEnabled { group, grants } => {
            unless(groups::status(reader, group)? == Status::Disabled && groups::waiting(reader, group)? == *grants)
        }
        Effect::GroupLocked { group, before, .. } => unless(groups::lock_reason(reader, group)? == *before),
        Effect::GroupUnlocked { group, before } => unless(groups::lock_reason(reader, group)?.as_ref() == Some(before)),
        Effect::MemberAdded { group, user, .. } => {
            unless(!groups::is_member(reader, group, user)?)?;
            groups::joining(context, group, user).map(drop)
        }
        Effect::FeatureUpdated { key, before, .. } => {
            unless(crate::features::find(reader, key)?.is_some_and(|now| now.details == *before))
        }
        Effect::OrderUpdated { order, before, .. } => unless(orders::status_of(context, order)? == *before),
        Effect::GrantSuspended { grant, .. } | Effect::GrantResumed { grant, .. } => {
            let now = people::grants_where(reader, "id = ?", params![grant])?.pop().ok_or(Code::NotFound)?;
            unless(now.suspended == matches!(inverse, Effect::GrantResumed { .. }))
        }
        Effect::GrantRemoved { grant, before } => {
            let now = people::grants_where(reader, "id = ?", params![grant])?.pop().ok_or(Code::NotFound)?;
            unless(now.suspended == before.suspended)
        }
        Effect::GrantRehomed { grant, details, .. } => {
            let now = people::grants_where(reader, "id = ?", params![grant])?.pop().ok_or(Code::NotFound)?;
            unless(now.granted_by == details.grantor)
        }
        Effect::GrantAdded { details, .. } => {
            unless(!is_given(reader, details)?)?;
            grants::may_be_given(context, details)?;
            let gone = details.validity.is_over(context.now());
            if gone { Err(Code::NotUndoable.into()) } else { Ok(()) }
        }
        Effect::SeatsReserved { license, group, before, seats } => {
            groups::place(context, group)?;
            unless(licenses::kept(reader, license, group)? == *before)?;
            licenses::may_be_kept(reader, license, group, *seats)
        }
        _ => inventory_fits(reader, inverse),
    }
}

/// The same for numbers, devices, licenses and who has them.
fn inventory_fits(reader: Reader<'_>, inverse: &Effect) -> Result<(), Stop> {
    let unless = |same: bool| if same { Ok(()) } else { Err(Stop::from(Code::ChangedMeanwhile)) };
    match inverse {
        Effect::NumberCreated { details, .. } => numbers::free(reader, details, None),
        Effect::NumberUpdated { number, before, details } => {
            unless(numbers::find(reader, number)?.is_some_and(|now| now.details == *before))?;
            numbers::free(reader, details, Some(number))
        }
        Effect::NumberDeleted { number, before } => {
            let now = numbers::find(reader, number)?.ok_or(Code::NotFound)?;
            unless(now.details == *before && !now.assigned)
        }
        Effect::DeviceCreated { details, .. } => devices::free(reader, details, None),
        Effect::DeviceUpdated { device, before, details } => {
            unless(devices::find(reader, device)?.is_some_and(|now| now.details == *before))?;
            devices::free(reader, details, Some(device))
        }
        Effect::DeviceDeleted { device, before } => {
            let now = devices::find(reader, device)?.ok_or(Code::NotFound)?;
            unless(now.details == *before && !now.assigned)
        }
        Effect::LicenseCreated { details, .. } => licenses::free(reader, &details.name, None),
        Effect::LicenseUpdated { license, before, details } => {
            let now = licenses::find(reader, license)?.ok_or(Code::NotFound)?;
            unless(now.details == *before)?;
            licenses::suffices(details, &now)?;
            licenses::free(reader, &details.name, Some(license))
        }
        Effect::LicenseDeleted { license, before } => {
            let now = licenses::find(reader, license)?.ok_or(Code::NotFound)?;
            unless(now.details == *before && now.assigned == 0)
        }
        Effect::Assigned { asset, site, user } => {
            unless(assignments::site_of(reader, asset)? == *site)?;
            unless(assignments::is_free_for(reader, asset, user)?)
        }
        Effect::Unassigned { asset, site, user } => {
            unless(assignments::site_of(reader, asset)? == *site && assignments::has(reader, asset, user)?)
        }
        _ => Ok(()),
    }
}

/// Whether the same has been given again.
fn is_given(reader: Reader<'_>, details: &GrantDetails) -> Result<bool, SqlError> {
    let same = people::grants_where(reader, "role = ?", params![&details.role])?;
    Ok(same.into_iter().any(|grant| {
        grant.subject == details.subject && grant.scope == details.scope && grant.validity == details.validity
    }))
}
