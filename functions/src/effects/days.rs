//! Counts of the audit trail by day and kind, kept in each record's own transaction: reports
//! read as many rows as their period has days, however much happened.

use super::{places::Places, record::place_text};
use crate::{
    params,
    sql::{Sql, SqlError},
};
use shared::{figures::Period, time::Timestamp};
use std::collections::BTreeMap;

/// The set to which every record belongs.
pub(crate) const WHOLE: u32 = 0;
/// The kind that counts each person once a day, however often he signs in.
pub(crate) const SIGNED_IN: &str = "signed_in";
const SESSION_STARTED: &str = "session_started";

/// What one request adds to the counts.
pub(super) struct Counts {
    day: i64,
    /// Sets of places that are known, by whether all of them are needed, and their names.
    sets: BTreeMap<(bool, String), u32>,
    counts: BTreeMap<(u32, String), u32>,
}

impl Counts {
    /// Nothing yet.
    pub(super) fn at(now: Timestamp) -> Self {
        Self { day: Period::day(now), sets: BTreeMap::new(), counts: BTreeMap::new() }
    }

    /// Counts a record that is about to be written. A request begins at most one session.
    pub(super) fn count(
        &mut self,
        sql: &dyn Sql,
        kind: &str,
        subject: Option<&str>,
        places: &Places,
    ) -> Result<(), SqlError> {
        let is_first = kind == SESSION_STARTED && !has_signed_in(sql, subject, self.day)?;
        let set = self.set(sql, places)?;
        for kind in std::iter::once(kind).chain(is_first.then_some(SIGNED_IN)) {
            for set in [WHOLE, set] {
                *self.counts.entry((set, kind.to_owned())).or_default() += 1;
            }
        }
        Ok(())
    }

    fn set(&mut self, sql: &dyn Sql, places: &Places) -> Result<u32, SqlError> {
        let mut names: Vec<String> = places.places.iter().map(place_text).collect();
        names.sort();
        let key = (places.all, names.join(","));
        if let Some(known) = self.sets.get(&key) {
            return Ok(*known);
        }
        let set = set(sql, &key, names)?;
        self.sets.insert(key, set);
        Ok(set)
    }

    /// Adds them.
    pub(super) fn write(self, sql: &dyn Sql) -> Result<(), SqlError> {
        for ((set, kind), count) in self.counts {
            sql.query(
                "INSERT INTO audit_days (set_id, day, kind, count) VALUES (?, ?, ?, ?)
                 ON CONFLICT DO UPDATE SET count = count + excluded.count",
                params![set, self.day, kind, count],
            )?;
        }
        Ok(())
    }
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
fn set(sql: &dyn Sql, (all, text): &(bool, String), names: Vec<String>) -> Result<u32, SqlError> {
    let found = sql.query("SELECT id FROM audit_sets WHERE all_places = ? AND places = ?", params![*all, text])?;
    if let Some(row) = found.first() {
        return row.get(0);
    }
    let made =
        sql.query("INSERT INTO audit_sets (all_places, places) VALUES (?, ?) RETURNING id", params![*all, text])?;
    let set = made.first().ok_or_else(|| SqlError("no set was made".into()))?.get(0)?;
    for name in names {
        sql.query("INSERT INTO audit_set_places (place, set_id) VALUES (?, ?)", params![name, set])?;
    }
    Ok(set)
}
