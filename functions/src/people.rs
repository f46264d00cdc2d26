//! People's records and what they hold, as users and administrators share them.

use crate::{
    groups, params,
    sql::{Reader, Row, SqlError, Value, json},
};
use shared::{
    administrators::Named,
    authority::{
        Access, HeldGrant, Permission, Permissions, Target, decide,
        permission::{ADMINISTRATORS_VIEW, USERS_VIEW},
    },
    grants::{Grant, Subject, Validity},
    ids::{GroupId, SiteId, UserId},
    organizations::Language,
    profile::Preferences,
    roles::RoleDetails,
    time::Timestamp,
    users::{PasswordState, Status, User},
};
use std::collections::BTreeSet;

pub mod listing;

/// What somebody holds now: nothing while disabled.
pub fn access(reader: Reader<'_>, user: &UserId, now: Timestamp) -> Result<Access, SqlError> {
    Ok(counting(user, held(reader, user)?, now))
}

fn counting(user: &UserId, held: Vec<Held>, now: Timestamp) -> Access {
    let grants = held.into_iter().filter(|held| held.is_active && held.counts(now)).map(|held| held.grant);
    Access { user: user.clone(), grants: grants.collect() }
}

/// What somebody has been given, whether or not he may use it now.
pub fn granted(reader: Reader<'_>, user: &UserId) -> Result<Access, SqlError> {
    let grants = held(reader, user)?.into_iter().map(|held| held.grant).collect();
    Ok(Access { user: user.clone(), grants })
}

/// A grant that somebody holds, counting or not.
#[derive(Debug)]
pub struct Held {
    /// The grant.
    pub grant: HeldGrant,
    /// Whether it is suspended.
    pub suspended: bool,
    /// Whether whoever holds it is active.
    is_active: bool,
}

impl Held {
    /// Whether it counts now.
    pub fn counts(&self, now: Timestamp) -> bool {
        !self.suspended && self.grant.validity.contains(now)
    }
}

/// All grants of somebody, own and inherited, in the order in which they were made.
pub fn held(reader: Reader<'_>, user: &UserId) -> Result<Vec<Held>, SqlError> {
    let rows = reader.recalled(
        "SELECT grants.id, roles.id, roles.kind, roles.details, grants.scope, grants.valid_from, grants.valid_until,
                held.through, grants.suspended, users.status = 'active'
         FROM held JOIN grants ON grants.id = held.grant JOIN roles ON roles.id = grants.role
         JOIN users ON users.id = held.user
         WHERE held.user = ? ORDER BY grants.id, held.through",
        params![user],
    )?;
    rows.iter()
        .map(|row| Ok(Held { grant: held_grant(row)?, suspended: row.get(8)?, is_active: row.get(9)? }))
        .collect()
}

/// What the members of a group hold through it and through the groups above it.
pub fn inherited(reader: Reader<'_>, group: &GroupId) -> Result<Vec<HeldGrant>, SqlError> {
    let rows = reader.rows(
        "SELECT grants.id, roles.id, roles.kind, roles.details, grants.scope, grants.valid_from, grants.valid_until,
                grants.group_id
         FROM group_paths JOIN grants ON grants.group_id = group_paths.ancestor JOIN roles ON roles.id = grants.role
         WHERE group_paths.group_id = ? AND NOT grants.suspended ORDER BY grants.id",
        params![group],
    )?;
    rows.iter().map(held_grant).collect()
}

fn held_grant(row: &Row) -> Result<HeldGrant, SqlError> {
    let details: RoleDetails = row.json(3)?;
    let owner = row.get::<String>(2)? == "owner";
    Ok(HeldGrant {
        id: row.parse(0)?,
        role: row.parse(1)?,
        role_name: details.name,
        owner,
        permissions: if owner { Permissions::new() } else { details.permissions },
        scope: row.json(4)?,
        validity: Validity { from: row.get(5)?, until: row.get(6)? },
        through: row.parse_optional(7)?,
    })
}

/// Somebody's grants with their history, own and inherited.
pub fn grants(reader: Reader<'_>, user: &UserId) -> Result<Vec<Grant>, SqlError> {
    grants_where(reader, "id IN (SELECT grant FROM held WHERE user = ?)", params![user])
}

/// The grants that fit a condition on the table `grants`.
pub(crate) fn grants_where(reader: Reader<'_>, condition: &str, values: &[Value]) -> Result<Vec<Grant>, SqlError> {
    let sql = format!(
        "SELECT id, user, group_id, role, scope, valid_from, valid_until, suspended, reason, granted_by, granted_at
         FROM grants WHERE {condition} ORDER BY id"
    );
    reader.rows(&sql, values)?.iter().map(grant).collect()
}

fn grant(row: &Row) -> Result<Grant, SqlError> {
    let group: Option<GroupId> = row.parse_optional(2)?;
    Ok(Grant {
        id: row.parse(0)?,
        subject: group.map_or_else(|| row.parse(1).map(Subject::User), |group| Ok(Subject::Group(group)))?,
        role: row.parse(3)?,
        scope: row.json(4)?,
        validity: Validity { from: row.get(5)?, until: row.get(6)? },
        suspended: row.get(7)?,
        reason: row.get(8)?,
        granted_by: row.parse_optional(9)?,
        granted_at: row.get(10)?,
    })
}

/// Where somebody is met: at his site and in his groups; nowhere if there is no such person.
pub fn target(reader: Reader<'_>, user: &UserId) -> Result<Option<Target>, SqlError> {
    let Some(site) = site(reader, user)? else {
        return Ok(None);
    };
    Ok(Some(met_at(site, groups::of_user(reader, user)?)))
}

/// Where somebody is met who belongs to this site and these groups, with all above them.
pub(crate) fn met_at(site: Option<SiteId>, groups: BTreeSet<GroupId>) -> Target {
    let nowhere = site.is_none() && groups.is_empty();
    if nowhere { Target::Organization } else { Target::User { site, groups } }
}

/// Where somebody's authority lies: all places of all his grants.
pub fn authority_target(reader: Reader<'_>, user: &UserId) -> Result<Target, SqlError> {
    reached_by(reader, &held(reader, user)?)
}

fn reached_by(reader: Reader<'_>, held: &[Held]) -> Result<Target, SqlError> {
    let scopes = held.iter().map(|held| groups::target(reader, &held.grant.scope));
    Ok(Target::All(scopes.collect::<Result<_, _>>()?))
}

/// Whether `access` allows `permission` over somebody: for an administrator, wherever his
/// authority lies; for anybody else, where he is met.
pub fn may_see(reader: Reader<'_>, access: &Access, user: &UserId, permission: &Permission) -> Result<bool, SqlError> {
    may_see_with(reader, access, user, &held(reader, user)?, permission)
}

fn may_see_with(
    reader: Reader<'_>,
    access: &Access,
    user: &UserId,
    held: &[Held],
    permission: &Permission,
) -> Result<bool, SqlError> {
    let place = if held.is_empty() { target(reader, user)? } else { Some(reached_by(reader, held)?) };
    Ok(place.is_some_and(|place| decide(access, permission, &place).is_allowed()))
}

/// What somebody whom `access` lets one see may do now; `None` for anybody else.
pub fn seen_access(
    reader: Reader<'_>,
    access: &Access,
    user: &UserId,
    permission: &Permission,
    now: Timestamp,
) -> Result<Option<Access>, SqlError> {
    let held = held(reader, user)?;
    let is_seen = may_see_with(reader, access, user, &held, permission)?;
    Ok(is_seen.then(|| counting(user, held, now)))
}

/// Whether `access` lets one meet somebody at all, as a user or as an administrator.
pub fn may_meet(reader: Reader<'_>, access: &Access, user: &UserId) -> Result<bool, SqlError> {
    let is_oneself = *user == access.user;
    Ok(is_oneself
        || may_see(reader, access, user, &USERS_VIEW)?
        || may_see(reader, access, user, &ADMINISTRATORS_VIEW)?)
}

/// Somebody by his name, if `access` lets one meet him.
pub fn named(reader: Reader<'_>, access: &Access, user: &UserId) -> Result<Option<Named>, SqlError> {
    let name = if may_meet(reader, access, user)? { name(reader, user)? } else { None };
    Ok(name.map(|name| Named { id: user.clone(), name }))
}

const COLUMNS: &str = "id, version, person, site, status, grants, temporary_until, language, created_at, last_seen_at,
    two_step_since";

/// Somebody's record.
pub fn find(reader: Reader<'_>, user: &UserId) -> Result<Option<User>, SqlError> {
    let row = reader.row(&format!("SELECT {COLUMNS} FROM users WHERE id = ?"), params![user])?;
    row.map(|row| read(&row)).transpose()
}

/// The records of many, asked for at once.
pub(crate) fn find_all(reader: Reader<'_>, users: &[&UserId]) -> Result<Vec<User>, SqlError> {
    let sql = format!("SELECT {COLUMNS} FROM users WHERE id IN (SELECT value FROM json_each(?))");
    reader.rows(&sql, &[json(&users)])?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<User, SqlError> {
    let temporary_until = row.get::<Option<_>>(6)?;
    Ok(User {
        id: row.parse(0)?,
        version: row.get(1)?,
        person: row.json(2)?,
        site: row.parse_optional(3)?,
        status: status(&row.get::<String>(4)?),
        administrator: row.get::<u32>(5)? > 0,
        password: temporary_until
            .map_or(PasswordState::Permanent, |expires_at| PasswordState::Temporary { expires_at }),
        two_step_since: row.get(10)?,
        language: row.get::<Option<String>>(7)?.as_deref().and_then(Language::from_tag),
        created_at: row.get(8)?,
        last_seen_at: row.get(9)?,
    })
}

/// How somebody likes the console: time zone, and whether notices come by mail.
pub fn preferences(reader: Reader<'_>, user: &UserId) -> Result<Preferences, SqlError> {
    let row = reader.row("SELECT language, time_zone, notices_by_mail FROM users WHERE id = ?", params![user])?;
    row.map_or_else(
        || Ok(Preferences::default()),
        |row| {
            Ok(Preferences {
                language: row.get::<Option<String>>(0)?.as_deref().and_then(Language::from_tag),
                time_zone: row.get(1)?,
                notices_by_mail: row.get(2)?,
            })
        },
    )
}

/// The site where somebody belongs: `None` if there is no such person.
pub fn site(reader: Reader<'_>, user: &UserId) -> Result<Option<Option<SiteId>>, SqlError> {
    reader.row("SELECT site FROM users WHERE id = ?", params![user])?.map(|row| row.parse_optional(0)).transpose()
}

/// Whose e-mail address this is, if anybody's. Case and the space around it do not matter.
pub fn with_email(reader: Reader<'_>, email: &str) -> Result<Option<UserId>, SqlError> {
    let key = crate::text::fold(email);
    reader.row("SELECT id FROM users WHERE email_key = ?", params![key])?.map(|row| row.parse(0)).transpose()
}

/// Somebody's full name, if there is such a person.
pub fn name(reader: Reader<'_>, user: &UserId) -> Result<Option<String>, SqlError> {
    reader.row("SELECT full_name FROM users WHERE id = ?", params![user])?.map(|row| row.get(0)).transpose()
}

/// Whether somebody may sign in, if there is such a person.
pub fn status_of(reader: Reader<'_>, user: &UserId) -> Result<Option<Status>, SqlError> {
    let row = reader.row("SELECT status FROM users WHERE id = ?", params![user])?;
    row.map(|row| Ok(status(&row.get::<String>(0)?))).transpose()
}

/// A status from its column.
pub fn status(text: &str) -> Status {
    if text == "active" { Status::Active } else { Status::Disabled }
}

/// Whether a login could be taken for somebody else's (UTS #39).
pub fn looks_like_another(reader: Reader<'_>, text: &str, except: Option<&UserId>) -> Result<bool, SqlError> {
    let skeleton = crate::text::skeleton(text);
    let found = reader.row(
        "SELECT 1 FROM logins WHERE skeleton = ? AND user IS NOT ? LIMIT 1",
        &[Value::from(skeleton), Value::from(except)],
    )?;
    Ok(found.is_some())
}

/// Which of two fields is already somebody else's login, as errors of a form whose person is
/// the field `person`.
pub fn taken_logins(
    reader: Reader<'_>,
    person: &shared::users::Person,
    except: Option<&UserId>,
) -> Result<Vec<shared::FieldError>, SqlError> {
    let mut errors = Vec::new();
    for (field, text) in [("person.user_name", &person.user_name), ("person.email", &person.email)] {
        let row = reader.row("SELECT user FROM logins WHERE key = ?", params![crate::text::fold(text)])?;
        let holder = row.map(|row| row.parse::<UserId>(0)).transpose()?;
        match holder {
            // What somebody has already, he may keep.
            Some(holder) if Some(&holder) == except => {}
            Some(_) => errors.push(shared::FieldError::new(field, "taken")),
            None if looks_like_another(reader, text, except)? => {
                errors.push(shared::FieldError::new(field, "look_alike"));
            }
            None => {}
        }
    }
    Ok(errors)
}
