//! The audit trail: one record per effect, in the effect's own transaction.

use super::{Effect, Origin};
use crate::{
    params,
    sql::{Sql, SqlError, json},
};
use shared::time::Timestamp;

pub(super) fn record(sql: &dyn Sql, origin: &Origin<'_>, now: Timestamp, effect: &Effect) -> Result<(), SqlError> {
    let actor = origin.actor.map(|access| &access.user);
    sql.query(
        "INSERT INTO audit (at, actor, endpoint, request_id, effect) VALUES (?, ?, ?, ?, ?)",
        params![now, actor, origin.endpoint, origin.request_id, json(effect)],
    )?;
    Ok(())
}
