//! Counts of the audit trail by day and kind, kept in each record's own transaction: reports
//! read as many rows as their period has days, however much happened.

use super::{places::Places, record::place_text};
use crate::{
    params,
    sql::{Sql, SqlError},
};
use shared::{figures::Period, time::Timestamp};

/// The set to which every record belongs.
pub(crate) const WHOLE: u32 = 0;
/// The kind that counts each person once a day, however often he signs in.
pub(crate) const SIGNED_IN: &str = "signed_in";
const SESSION_STARTED: &str = "session_started";

/// Counts a record that is about to be written.
pub(super) fn count(
    sql: &dyn Sql,
    at: Timestamp,
    kind: &str,
    subject: Option<&str>,
    places: &Places,
) -> Result<(), SqlError> {
    let day = Period::day(at);
    let is_first = kind == SESSION_STARTED && !has_signed_in(sql, subject, day)?;
    let set = set(sql, places)?;
    for kind in std::iter::once(kind).chain(is_first.then_some(SIGNED_IN)) {
        for set in [WHOLE, set] {
            sql.query(
                "INSERT INTO audit_days (set_id, day, kind, count) VALUES (?, ?, ?, 1)
                 ON CONFLICT DO UPDATE SET count = count + 1",
                params![set, day, kind],
            )?;
        }
    }
    Ok(())
}

/// Whether somebody has signed in on a day. His records are looked at from the last one back.
fn has_signed_in(sql: &dyn Sql, user: Option<&str>, day: i64) -> Result<bool, SqlError> {
    let rows = sql.query(
        "SELECT at FROM audit WHERE subject = ? AND +effect = ? ORDER BY seq DESC LIMIT 1",
        params![user, SESSION_STARTED],
    )?;
    Ok(rows.first().map(|row| row.get(0)).transpose()?.is_some_and(|at| Period::day(at) == day))
}

/// The number of a set of places.
fn set(sql: &dyn Sql, places: &Places) -> Result<u32, SqlError> {
    let mut names: Vec<String> = places.places.iter().map(place_text).collect();
    names.sort();
    let text = names.join(",");
    let find =
        || sql.query("SELECT id FROM audit_sets WHERE all_places = ? AND places = ?", params![places.all, &text]);
    if let Some(row) = find()?.first() {
        return row.get(0);
    }
    let made = sql
        .query("INSERT INTO audit_sets (all_places, places) VALUES (?, ?) RETURNING id", params![places.all, &text])?;
    let set = made.first().ok_or_else(|| SqlError("no set was made".into()))?.get(0)?;
    for name in names {
        sql.query("INSERT INTO audit_set_places (place, set_id) VALUES (?, ?)", params![name, set])?;
    }
    Ok(set)
}
