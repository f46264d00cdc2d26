//! What became of mails.

use crate::{
    gateway::{Context, Stop},
    params, people,
    sql::{Row, SqlError},
};
use shared::{
    Code,
    mails::{
        MailKind, MailStatus, MailSummary,
        api::{LISTED, List},
    },
};

/// Lists the latest mails to somebody, if the caller may meet him.
pub fn list(context: &Context<'_>, request: List) -> Result<Vec<MailSummary>, Stop> {
    let reader = context.reader;
    if people::find(reader, &request.user)?.is_none() || !people::may_meet(reader, context.access()?, &request.user)? {
        return Err(Code::NotFound.into());
    }
    let rows = reader.rows(
        "SELECT id, kind, status, attempts, created_at, finished_at FROM mails WHERE user = ? ORDER BY id DESC LIMIT ?",
        params![&request.user, LISTED],
    )?;
    Ok(rows.iter().map(summary).collect::<Result<_, _>>()?)
}

fn summary(row: &Row) -> Result<MailSummary, SqlError> {
    let (kind, status): (String, String) = (row.get(1)?, row.get(2)?);
    let unknown = || SqlError(format!("no such mail: {kind}, {status}"));
    Ok(MailSummary {
        id: row.parse(0)?,
        kind: MailKind::ALL.into_iter().find(|known| known.as_str() == kind).ok_or_else(unknown)?,
        status: MailStatus::ALL.into_iter().find(|known| known.as_str() == status).ok_or_else(unknown)?,
        attempts: row.get(3)?,
        created_at: row.get(4)?,
        finished_at: row.get(5)?,
    })
}
