//! Service credentials: access to the check API.

use crate::{
    effects::{Effect, Hidden},
    gateway::{Context, Plan, Stop},
    params, people,
    sql::{Reader, Row, SqlError},
    text,
};
use shared::{
    Code, FieldError, Problem,
    administrators::Named,
    authority::permission::ADMINISTRATORS_VIEW,
    credentials::{
        Credential, TOKEN_PREFIX,
        api::{Create, Delete, List, Made},
    },
    ids::{CredentialId, UserId},
    time::Timestamp,
    validation::Validate,
};

const COLUMNS: &str = "SELECT id, name, created_by, created_at, expires_at, last_used_at FROM credentials";

/// Lists the credentials.
pub fn list(context: &Context<'_>, _: List) -> Result<Vec<Credential>, Stop> {
    let rows = context.reader.rows(&format!("{COLUMNS} ORDER BY id DESC"), &[])?;
    rows.iter().map(|row| credential(context, row)).collect()
}

fn credential(context: &Context<'_>, row: &Row) -> Result<Credential, Stop> {
    let maker: UserId = row.parse(2)?;
    let seen = people::may_see(context.reader, context.access()?, &maker, &ADMINISTRATORS_VIEW)?;
    let name = if seen { people::name(context.reader, &maker)? } else { None };
    Ok(Credential {
        id: row.parse(0)?,
        name: row.get(1)?,
        created_by: name.map(|name| Named { id: maker, name }),
        created_at: row.get(3)?,
        expires_at: row.get(4)?,
        last_used_at: row.get(5)?,
    })
}

fn show(context: &Context<'_>, id: &CredentialId) -> Result<Credential, Stop> {
    let row = context.reader.row(&format!("{COLUMNS} WHERE id = ?"), params![id])?;
    credential(context, &row.ok_or(Code::NotFound)?)
}

/// Makes a credential and shows its token, this once.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Made>, Stop> {
    request.validate()?;
    if request.expires_at.is_some_and(|at| at <= context.now()) {
        return Err(Problem::invalid(vec![FieldError::new("expires_at", "in_the_past")]).into());
    }
    let id: CredentialId = context.surroundings.id();
    let token = format!("{TOKEN_PREFIX}{}", context.surroundings.token());
    let effect = Effect::CredentialCreated {
        credential: id.clone(),
        name: request.name.trim().to_owned(),
        token: Hidden(text::digest(&token)),
        expires_at: request.expires_at,
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
}

/// The credential with this token, unless it has expired.
pub(crate) fn find(reader: Reader<'_>, token: &str, now: Timestamp) -> Result<Option<Used>, SqlError> {
    let row = reader.row(
        "SELECT id, created_by, last_used_at FROM credentials
         WHERE token_digest = ? AND (expires_at IS NULL OR expires_at > ?)",
        params![text::digest(token), now],
    )?;
    row.map(|row| Ok(Used { id: row.parse(0)?, maker: row.parse(1)?, last_used_at: row.get(2)? })).transpose()
}
