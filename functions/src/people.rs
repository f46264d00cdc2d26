//! People's records and what they hold, as users and administrators share them.

use crate::{
    params,
    sql::{Reader, Row, SqlError},
};
use shared::{
    authority::{Access, HeldGrant, Permissions},
    grants::Grant,
    ids::{SiteId, UserId},
    organizations::Language,
    roles::RoleDetails,
    users::{PasswordState, Status, User},
};

pub mod listing;

/// What somebody holds now: nothing while disabled.
pub fn access(reader: Reader<'_>, user: &UserId) -> Result<Access, SqlError> {
    let active = reader.row("SELECT 1 FROM users WHERE id = ? AND status = 'active'", params![user])?;
    match active {
        Some(_) => granted(reader, user),
        None => Ok(Access::none(user.clone())),
    }
}

/// What somebody has been given, whether or not he may use it now.
pub fn granted(reader: Reader<'_>, user: &UserId) -> Result<Access, SqlError> {
    let rows = reader.rows(
        "SELECT grants.id, roles.id, roles.kind, roles.details, grants.scope
         FROM grants JOIN roles ON roles.id = grants.role WHERE grants.user = ? ORDER BY grants.id",
        params![user],
    )?;
    let grants = rows.iter().map(held_grant).collect::<Result<_, _>>()?;
    Ok(Access { user: user.clone(), grants })
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
    })
}

/// Somebody's grants with their history.
pub fn grants(reader: Reader<'_>, user: &UserId) -> Result<Vec<Grant>, SqlError> {
    reader
        .rows("SELECT id, role, scope, granted_by, granted_at FROM grants WHERE user = ? ORDER BY id", params![user])?
        .iter()
        .map(|row| {
            Ok(Grant {
                id: row.parse(0)?,
                role: row.parse(1)?,
                scope: row.json(2)?,
                granted_by: row.parse_optional(3)?,
                granted_at: row.get(4)?,
            })
        })
        .collect()
}

/// Somebody's record.
pub fn find(reader: Reader<'_>, user: &UserId) -> Result<Option<User>, SqlError> {
    let row = reader.row(
        "SELECT id, version, person, site, status, grants, temporary_until, language, created_at, last_seen_at
         FROM users WHERE id = ?",
        params![user],
    )?;
    row.map(|row| {
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
            language: row.get::<Option<String>>(7)?.as_deref().and_then(Language::from_tag),
            created_at: row.get(8)?,
            last_seen_at: row.get(9)?,
        })
    })
    .transpose()
}

/// The site where somebody belongs: `None` if there is no such person.
pub fn site(reader: Reader<'_>, user: &UserId) -> Result<Option<Option<SiteId>>, SqlError> {
    reader.row("SELECT site FROM users WHERE id = ?", params![user])?.map(|row| row.parse_optional(0)).transpose()
}

/// A status from its column.
pub fn status(text: &str) -> Status {
    if text == "active" { Status::Active } else { Status::Disabled }
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
        if holder.is_some_and(|holder| Some(&holder) != except) {
            errors.push(shared::FieldError::new(field, "taken"));
        }
    }
    Ok(errors)
}
