//! The audit trail: one record per effect, in the effect's own transaction, chained to the one
//! before (see [`shared::audit`]).

use super::{
    Effect, Origin,
    days::Counts,
    places::{self, Places},
};
use crate::{
    params,
    sql::{Sql, SqlError, Value, insert},
    surroundings::Surroundings,
};
use shared::{
    Problem,
    audit::{Head, Record, Verdict},
    authority::Place,
};

/// Rows are written whenever there are so many.
const ROWS_AT_ONCE: usize = 500;

/// The records of one request, in their order, many of them with one statement.
pub(super) struct Trail<'a> {
    sql: &'a dyn Sql,
    surroundings: &'a Surroundings<'a>,
    origin: &'a Origin<'a>,
    head: Head,
    days: Counts,
    /// What is not written yet.
    rows: Vec<Vec<Value>>,
    places: Vec<Vec<Value>>,
}

impl<'a> Trail<'a> {
    /// Continues after the last record.
    pub(super) fn begin(
        sql: &'a dyn Sql,
        surroundings: &'a Surroundings<'a>,
        origin: &'a Origin<'a>,
    ) -> Result<Self, SqlError> {
        let (head, days) = (head(sql)?, Counts::at(surroundings.now));
        Ok(Self { sql, surroundings, origin, head, days, rows: Vec::new(), places: Vec::new() })
    }

    /// Records an effect that has been stored, and returns the record's number.
    pub(super) fn accepted(&mut self, effect: &Effect, places: &Places) -> Result<i64, SqlError> {
        let effect_json = serde_json::to_value(effect).map_err(|error| SqlError(error.to_string()))?;
        self.record(Verdict::Accepted, effect_json, places::subject(effect).as_deref(), places)
    }

    fn record(
        &mut self,
        verdict: Verdict,
        effect: serde_json::Value,
        subject: Option<&str>,
        places: &Places,
    ) -> Result<i64, SqlError> {
        let kind = effect.get("effect").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
        self.days.count(self.sql, &kind, subject, places)?;
        let Origin { actor, surface, credential, endpoint, request_id, .. } = self.origin;
        let record = Record {
            seq: self.head.seq + 1,
            at: self.surroundings.now,
            actor: actor.map(|access| access.user.clone()),
            surface: *surface,
            credential: credential.cloned(),
            endpoint: (*endpoint).to_owned(),
            request_id: (*request_id).to_owned(),
            verdict,
            effect,
            salt: self.surroundings.token(),
        };
        let line = serde_json::to_string(&record).map_err(|error| SqlError(error.to_string()))?;
        let link = self.head.then(&line);
        let seq = i64::try_from(link.seq).map_err(|error| SqlError(error.to_string()))?;
        self.head = Head { seq: link.seq, chain: link.chain.clone() };
        let is_accepted = verdict == Verdict::Accepted;
        let row = params![
            seq,
            record.at,
            record.actor.as_ref(),
            kind,
            subject,
            is_accepted,
            places.all,
            line,
            link.digest,
            link.chain
        ];
        self.rows.push(row.to_vec());
        self.places.extend(places.places.iter().map(|place| params![place_text(place), seq].to_vec()));
        if self.rows.len() >= ROWS_AT_ONCE {
            self.write()?;
        }
        Ok(seq)
    }

    fn write(&mut self) -> Result<(), SqlError> {
        let columns = "audit (seq, at, actor, effect, subject, accepted, all_places, line, digest, chain)";
        insert(self.sql, columns, &std::mem::take(&mut self.rows))?;
        insert(self.sql, "audit_places (place, seq)", &std::mem::take(&mut self.places))
    }

    /// Writes what is left.
    pub(super) fn end(mut self) -> Result<(), SqlError> {
        self.write()?;
        self.days.write(self.sql)
    }
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
    let mut trail = Trail::begin(sql, surroundings, origin)?;
    trail.record(Verdict::Refused(problem.code), attempt, subject, &Places::organization())?;
    trail.end()
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
