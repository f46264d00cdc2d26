//! Figures about what happened, from the counts that are kept with the audit trail. Who may count
//! what is who may read its records.

use super::{Asked, line};
use crate::{
    effects::{SIGNED_IN, WHOLE},
    groups, params,
    sql::{Reader, SqlError, Value, json},
};
use shared::{
    authority::Reach,
    figures::{Figures, Line, Measure, Of, Period},
    time::Timestamp,
};
use std::collections::BTreeMap;

const SIGN_INS: [Measure; 3] = [Measure::SignedIn, Measure::SignIns, Measure::FailedSignIns];
const CHANGES: [Measure; 7] = [
    Measure::UserChanges,
    Measure::GrantChanges,
    Measure::GroupChanges,
    Measure::SiteChanges,
    Measure::RoleChanges,
    Measure::OtherChanges,
    Measure::Refused,
];

/// Signing in, day by day.
pub(crate) fn sign_ins(reader: Reader<'_>, asked: &Asked) -> Result<Figures, SqlError> {
    let measure = |kind: &str| match kind {
        SIGNED_IN => Some(Measure::SignedIn),
        "session_started" => Some(Measure::SignIns),
        "sign_in_failed" => Some(Measure::FailedSignIns),
        _ => None,
    };
    Ok(asked.figures(SIGN_INS, by_day(reader, asked, &SIGN_INS, measure)?))
}

/// Changes, day by day, by what they were made to.
pub(crate) fn changes(reader: Reader<'_>, asked: &Asked) -> Result<Figures, SqlError> {
    Ok(asked.figures(CHANGES, by_day(reader, asked, &CHANGES, changed)?))
}

/// Changes of the whole period by kind, the most frequent first.
pub(crate) fn kinds(reader: Reader<'_>, asked: &Asked) -> Result<Figures, SqlError> {
    let mut sums = BTreeMap::<String, u32>::new();
    for (_, kind, count) in counted(reader, asked)? {
        if changed(&kind).is_some_and(|measure| measure != Measure::Refused) {
            *sums.entry(kind).or_default() += count;
        }
    }
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let lines = sums.into_iter().map(|(effect, count)| line(Of::Effect { effect }, [count]));
    Ok(asked.figures([Measure::Changes], lines.collect()))
}

/// To what a kind of effect is a change. Signing in and looking are none.
fn changed(kind: &str) -> Option<Measure> {
    Some(match kind {
        SIGNED_IN | "session_started" | "session_ended" | "sign_in_failed" | "seen_as" => return None,
        "refused" => Measure::Refused,
        _ => match kind.split('_').next().unwrap_or_default() {
            "user" | "password" | "language" => Measure::UserChanges,
            "grant" => Measure::GrantChanges,
            "group" | "member" => Measure::GroupChanges,
            "site" => Measure::SiteChanges,
            "role" => Measure::RoleChanges,
            _ => Measure::OtherChanges,
        },
    })
}

/// A line for every day of the period, also for those on which nothing happened.
fn by_day(
    reader: Reader<'_>,
    asked: &Asked,
    measures: &[Measure],
    measure: impl Fn(&str) -> Option<Measure>,
) -> Result<Vec<Line>, SqlError> {
    let mut sums = BTreeMap::<(Timestamp, Measure), u32>::new();
    for (day, kind, count) in counted(reader, asked)? {
        if let Some(measure) = measure(&kind) {
            *sums.entry((day, measure)).or_default() += count;
        }
    }
    let line = |at| {
        let count = |measure: &Measure| sums.get(&(at, *measure)).copied().unwrap_or_default();
        line(Of::Day { at }, measures.iter().map(count).collect::<Vec<_>>())
    };
    Ok(asked.period.days().map(line).collect())
}

/// How many records of each kind each day of the period has, as far as the caller reaches them.
fn counted(reader: Reader<'_>, asked: &Asked) -> Result<Vec<(Timestamp, String, u32)>, SqlError> {
    let (sets, mut values) = sets(reader, asked)?;
    let Period { from, until } = asked.period;
    values.extend_from_slice(params![Period::day(from), Period::day(until)]);
    let sql = format!(
        "SELECT day, kind, sum(count) FROM audit_days WHERE {sets} AND day >= ? AND day < ? GROUP BY day, kind"
    );
    let rows = reader.rows(&sql, &values)?;
    rows.iter().map(|row| Ok((Period::start(row.get(0)?), row.get(1)?, row.get(2)?))).collect()
}

/// The condition on `audit_days` for the sets of places that the caller reaches.
fn sets(reader: Reader<'_>, asked: &Asked) -> Result<(String, Vec<Value>), SqlError> {
    let (reached, mut values) = match &asked.reach {
        Reach::Everywhere if asked.site.is_none() => {
            return Ok(("set_id = ?".to_owned(), vec![Value::from(WHOLE)]));
        }
        Reach::Everywhere => ("1", Vec::new()),
        Reach::Within { sites, groups } => {
            let own = groups::reached(reader, sites, groups)?;
            (REACHED, vec![json(&own), json(&own)])
        }
    };
    let at_site = match &asked.site {
        Some(site) => {
            values.push(Value::from(site));
            "set_id IN (SELECT set_id FROM audit_set_places WHERE place = ?)"
        }
        None => "1",
    };
    // The whole trail is a set of its own, which is nobody's part.
    values.push(Value::from(WHOLE));
    Ok((format!("{reached} AND {at_site} AND set_id <> ?"), values))
}

/// As with records: any of the places suffices, or all of them are needed.
const REACHED: &str = "set_id IN (
    SELECT audit_sets.id FROM audit_set_places JOIN audit_sets ON audit_sets.id = audit_set_places.set_id
    WHERE audit_set_places.place IN (SELECT value FROM json_each(?))
      AND (NOT all_places OR NOT EXISTS (SELECT 1 FROM audit_set_places AS other
           WHERE other.set_id = audit_sets.id AND other.place NOT IN (SELECT value FROM json_each(?)))))";
