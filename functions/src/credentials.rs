//! Service credentials: access to the check API.

use crate::{
    effects::{Effect, Hidden},
    features,
    gateway::{Context, Plan, Stop},
    grants, groups, params, people,
    sql::{Reader, Row, SqlError},
    text,
};
use shared::{
    Code, FieldError, Problem,
    authority::{Access, HeldGrant, Permission, Permissions, Scope, permission::ALL},
    credentials::{
        Credential, Reach, TOKEN_PREFIX,
        api::{Create, Delete, List, Made, Rotate},
    },
    ids::{CredentialId, GroupId, UserId},
    time::{Span, Timestamp},
    validation::Validate,
};
use std::collections::BTreeSet;

const COLUMNS: &str = "SELECT id, name, created_by, created_at, expires_at, last_used_at, last_used_from, scope,
    permissions, previous_until FROM credentials";

/// Lists the credentials.
pub fn list(context: &Context<'_>, _: List) -> Result<Vec<Credential>, Stop> {
    let rows = context.reader.rows(&format!("{COLUMNS} ORDER BY id DESC"), &[])?;
    rows.iter().map(|row| credential(context, row)).collect()
}

fn credential(context: &Context<'_>, row: &Row) -> Result<Credential, Stop> {
    let maker: UserId = row.parse(2)?;
    Ok(Credential {
        id: row.parse(0)?,
        name: row.get(1)?,
        created_by: people::named(context.reader, context.access()?, &maker)?,
        created_at: row.get(3)?,
        expires_at: row.get(4)?,
        last_used_at: row.get(5)?,
        last_used_from: row.get(6)?,
        reach: Reach { scope: row.json(7)?, permissions: row.json(8)? },
        previous_until: row.get::<Option<Timestamp>>(9)?.filter(|until| context.now() < *until),
    })
}

pub(crate) fn show(context: &Context<'_>, id: &CredentialId) -> Result<Credential, Stop> {
    let row = context.reader.row(&format!("{COLUMNS} WHERE id = ?"), params![id])?;
    credential(context, &row.ok_or(Code::NotFound)?)
}

/// Makes a credential and shows its token, this once.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Made>, Stop> {
    request.validate()?;
    if request.expires_at.is_some_and(|at| at <= context.now()) {
        return Err(Problem::invalid(vec![FieldError::new("expires_at", "in_the_past")]).into());
    }
    exists(context, &request.reach)?;
    let id: CredentialId = context.surroundings.id();
    let token = made(context);
    let effect = created(&id, request.name.trim(), &token, request.expires_at, request.reach);
    Ok(Plan::new(vec![effect], move |context| Ok(Made { credential: show(context, &id)?, token: Some(token) })))
}

/// A new token.
pub(crate) fn made(context: &Context<'_>) -> String {
    format!("{TOKEN_PREFIX}{}", context.surroundings.token())
}

/// The effect that makes a credential with a token.
pub(crate) fn created(
    id: &CredentialId,
    name: &str,
    token: &str,
    expires_at: Option<Timestamp>,
    reach: Reach,
) -> Effect {
    let (credential, token) = (id.clone(), Hidden(text::digest(token)));
    Effect::CredentialCreated { credential, name: name.to_owned(), token, expires_at, reach }
}

/// Refuses places, and permissions of features, that there are not.
fn exists(context: &Context<'_>, reach: &Reach) -> Result<(), Stop> {
    features::must_exist(context.reader, &reach.permissions, "reach.permissions")?;
    grants::scope_must_exist(context.reader, &reach.scope, "reach.scope")
}

/// Replaces a credential's token and shows the new one, this once.
pub fn rotate(context: &Context<'_>, request: Rotate) -> Result<Plan<Made>, Stop> {
    request.validate()?;
    let Credential { id, name, reach, .. } = show(context, &request.credential)?;
    let token = made(context);
    let effect = Effect::CredentialRotated {
        credential: id.clone(),
        name,
        token: Hidden(text::digest(&token)),
        previous_until: context.now() + Span::hours(request.overlap_hours.into()),
        reach,
    };
    Ok(Plan::new(vec![effect], move |context| Ok(Made { credential: show(context, &id)?, token: Some(token) })))
}

/// Revokes a credential.
pub fn delete(context: &Context<'_>, request: Delete) -> Result<Plan<()>, Stop> {
    let Credential { id: credential, name, .. } = show(context, &request.credential)?;
    Ok(Plan::new(vec![Effect::CredentialRevoked { credential, name }], |_| Ok(())))
}

/// A credential in use.
pub(crate) struct Used {
    pub(crate) id: CredentialId,
    /// Who made it, and so whose authority it has.
    pub(crate) maker: UserId,
    pub(crate) last_used_at: Option<Timestamp>,
    /// What it may do of that, and where.
    pub(crate) reach: Reach,
    /// Whether it is a directory's that fills teams which carry permissions.
    pub(crate) hands_on: bool,
}

/// The credential with this token, unless it has expired.
pub(crate) fn find(reader: Reader<'_>, token: &str, now: Timestamp) -> Result<Option<Used>, SqlError> {
    let digest = text::digest(token);
    let row = reader.recall(
        "SELECT id, created_by, last_used_at, scope, permissions, expires_at,
                CASE token_digest WHEN ? THEN NULL ELSE coalesce(previous_until, 0) END,
                coalesce(teams_with_permissions, 0)
         FROM credentials LEFT JOIN directories ON directories.credential = credentials.id
         WHERE token_digest = ? OR previous_digest = ?",
        params![&digest, &digest, &digest],
    )?;
    let Some(row) = row else { return Ok(None) };
    let ends = [row.get::<Option<Timestamp>>(5)?, row.get(6)?];
    if ends.iter().flatten().any(|end| now >= *end) {
        return Ok(None);
    }
    let reach = Reach { scope: row.json(3)?, permissions: row.json(4)? };
    let (id, maker, last_used_at) = (row.parse(0)?, row.parse(1)?, row.get(2)?);
    Ok(Some(Used { id, maker, last_used_at, reach, hands_on: row.last()? }))
}

/// What of somebody's authority a credential has.
pub(crate) fn narrowed(reader: Reader<'_>, access: Access, reach: &Reach) -> Result<Access, SqlError> {
    limited(reader, access, &reach.scope, reach.permissions.iter())
}

/// What of somebody's authority a credential has over SCIM: what it reaches of users and groups; or, to
/// fill teams that carry permissions, everything that it reaches, except that it owns nothing.
pub(crate) fn over_scim(reader: Reader<'_>, access: Access, reach: &Reach, all: bool) -> Result<Access, SqlError> {
    const RESOURCES: [&str; 2] = ["users", "groups"];
    let mut access = if all {
        let known = features::permissions(reader)?.into_iter().chain(ALL.iter().cloned()).collect::<Permissions>();
        limited(reader, access, &reach.scope, known.iter())?
    } else {
        let of_scim = reach.permissions.iter().filter(|permission| RESOURCES.contains(&permission.resource()));
        limited(reader, access, &reach.scope, of_scim)?
    };
    access.grants.retain(|grant| !grant.permissions.is_empty());
    Ok(access)
}

fn limited<'p>(
    reader: Reader<'_>,
    access: Access,
    scope: &Scope,
    permissions: impl Iterator<Item = &'p Permission> + Clone,
) -> Result<Access, SqlError> {
    let grants = access.grants.into_iter().map(|grant| {
        let permissions = permissions.clone().filter(|permission| grant.allows(permission)).cloned().collect();
        let scope = both(reader, &grant.scope, scope)?;
        Ok(HeldGrant { owner: false, permissions, scope, ..grant })
    });
    Ok(Access { grants: grants.collect::<Result<_, SqlError>>()?, ..access })
}

/// Where both scopes reach. Sites and groups have nothing in common that a scope could say.
fn both(reader: Reader<'_>, one: &Scope, other: &Scope) -> Result<Scope, SqlError> {
    Ok(match (one, other) {
        (Scope::Organization, scope) | (scope, Scope::Organization) => scope.clone(),
        (Scope::Sites { sites }, Scope::Sites { sites: others }) => {
            Scope::Sites { sites: sites.intersection(others).cloned().collect() }
        }
        (Scope::Groups { groups: one }, Scope::Groups { groups: other }) => {
            let mut groups = within(reader, one, other)?;
            groups.extend(within(reader, other, one)?);
            Scope::Groups { groups }
        }
        _ => Scope::Sites { sites: BTreeSet::new() },
    })
}

/// Those groups that are below some of the others, or among them.
fn within(
    reader: Reader<'_>,
    groups: &BTreeSet<GroupId>,
    others: &BTreeSet<GroupId>,
) -> Result<BTreeSet<GroupId>, SqlError> {
    let mut found = BTreeSet::new();
    for group in groups {
        if groups::path(reader, group)?.iter().any(|above| others.contains(above)) {
            found.insert(group.clone());
        }
    }
    Ok(found)
}
