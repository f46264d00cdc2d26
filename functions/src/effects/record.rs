//! The audit trail: one record per effect, in the effect's own transaction, chained to the one
//! before (see [`shared::audit`]).

use super::{
    Effect, Origin, days,
    places::{self, Places},
};
use crate::{
    params,
    sql::{Sql, SqlError},
    surroundings::Surroundings,
};
use shared::{
    Problem,
    audit::{Head, Record, Verdict},
    authority::Place,
};

/// Records an effect that has been stored, and returns the record's number.
pub(super) fn accepted(
    sql: &dyn Sql,
    surroundings: &Surroundings<'_>,
    origin: &Origin<'_>,
    effect: &Effect,
    places: &Places,
) -> Result<i64, SqlError> {
    let effect_json = serde_json::to_value(effect).map_err(|error| SqlError(error.to_string()))?;
    record(sql, surroundings, origin, Verdict::Accepted, effect_json, places::subject(effect).as_deref(), places)
}

/// Records that something was refused. It belongs to the organization: where it would have
/// belonged may be what its actor must not know.
pub(super) fn refused(
    sql: &dyn Sql,
    surroundings: &Surroundings<'_>,
    origin: &Origin<'_>,
    problem: &Problem,
) -> Result<(), SqlError> {
    let attempt = serde_json::json!({ "effect": "refused", "problem": problem.code, "args": problem.args });
    let subject = problem.args.get("user").map(String::as_str);
    record(sql, surroundings, origin, Verdict::Refused(problem.code), attempt, subject, &Places::organization())
        .map(drop)
}

fn record(
    sql: &dyn Sql,
    surroundings: &Surroundings<'_>,
    origin: &Origin<'_>,
    verdict: Verdict,
    effect: serde_json::Value,
    subject: Option<&str>,
    places: &Places,
) -> Result<i64, SqlError> {
    let head = head(sql)?;
    let kind = effect.get("effect").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
    days::count(sql, surroundings.now, &kind, subject, places)?;
    let record = Record {
        seq: head.seq + 1,
        at: surroundings.now,
        actor: origin.actor.map(|access| access.user.clone()),
        surface: origin.surface,
        credential: origin.credential.cloned(),
        endpoint: origin.endpoint.to_owned(),
        request_id: origin.request_id.to_owned(),
        verdict,
        effect,
        salt: surroundings.token(),
    };
    let line = serde_json::to_string(&record).map_err(|error| SqlError(error.to_string()))?;
    let link = head.then(&line);
    let seq = i64::try_from(link.seq).map_err(|error| SqlError(error.to_string()))?;
    let accepted = verdict == Verdict::Accepted;
    sql.query(
        "INSERT INTO audit (seq, at, actor, effect, subject, accepted, all_places, line, digest, chain)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        params![
            seq,
            record.at,
            record.actor.as_ref(),
            kind,
            subject,
            accepted,
            places.all,
            line,
            link.digest,
            link.chain
        ],
    )?;
    for place in &places.places {
        sql.query("INSERT INTO audit_places (place, seq) VALUES (?, ?)", params![place_text(place), seq])?;
    }
    Ok(seq)
}

/// The end of the chain.
fn head(sql: &dyn Sql) -> Result<Head, SqlError> {
    let rows = sql.query("SELECT seq, chain FROM audit ORDER BY seq DESC LIMIT 1", &[])?;
    let read = |row: &crate::sql::Row| Ok(Head { seq: u64::from(row.get::<u32>(0)?), chain: row.get(1)? });
    rows.first().map_or_else(|| Ok(Head::start()), read)
}

/// A place, as records name it.
pub(super) fn place_text(place: &Place) -> String {
    match place {
        Place::Organization => "organization".to_owned(),
        Place::Site(site) => site.to_string(),
        Place::Group(group) => group.to_string(),
    }
}
