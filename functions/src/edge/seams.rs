//! Seams for tests: a clock that can be set, faults that can be provoked, and a look at the
//! data. Compiled in only with the feature `test-seams`, which no production build has.

use super::{front::surroundings, headers::header, object::answer, storage::Storage};
use crate::{
    gateway::Incoming,
    hashing,
    sql::{Sql, SqlError, Value},
    text,
};
use shared::time::Timestamp;
use worker::{Request, Response, Result};

/// The time that a test sets for this request.
pub(super) fn now(request: &Request) -> Option<Timestamp> {
    header(request, "x-bailiwick-test-now")?.parse().ok().map(Timestamp)
}

/// Routes of the front: a bare answer to measure against, and faults.
pub(super) fn front(request: &Request) -> Result<Option<Response>> {
    match request.path().strip_prefix("/api/v1/_") {
        Some("hello") => Response::ok("hello").map(Some),
        Some("hash") => Response::ok(hashing::hash("measured", &surroundings()).unwrap_or_default()).map(Some),
        Some("fault/panic") => panicking(),
        Some("fault/trap") => trapping(),
        _ => Ok(None),
    }
}

/// Routes of an object, behind its organization's path.
pub(super) fn object(storage: &Storage, incoming: &Incoming) -> Result<Option<Response>> {
    let Some((_, seam)) = incoming.path.split_once("/_") else {
        return Ok(None);
    };
    match seam {
        "empty" | "empty/imports/plan" => reply(200, "{}"),
        "parse/imports/plan" => reply(200, &parse(&incoming.body).to_string()),
        "insert" => {
            insert(storage).map_err(|error| worker::Error::RustError(error.0))?;
            reply(200, "{}")
        }
        // What waits for another attempt is due: the next request sets the alarm.
        "due" => {
            storage
                .query("UPDATE deliveries SET next_at = 0 WHERE status = 'waiting'", &[])
                .map_err(|error| worker::Error::RustError(error.0))?;
            reply(200, "{}")
        }
        "digest" => reply(200, &digest(storage).unwrap_or_else(|error| error.0)),
        fault => {
            let fault = fault.strip_prefix("fault/").unwrap_or(fault).to_owned();
            provoke(storage, &fault, &incoming.request_id)
        }
    }
}

/// Reads separated values ten times over (`PARSES` in `xtask/src/bench/imports.rs`), as the crate reads
/// them into rows that one has then: what a file costs at least before anything can be said of it.
/// Once is too short to be measured beside carrying the file.
fn parse(text: &str) -> usize {
    (0..10).map(|_| rows(text).len()).sum()
}

fn rows(text: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().filter_map(Result::ok).collect()
}

/// Writes ten thousand bare rows in one transaction: what writing them costs at least.
fn insert(storage: &Storage) -> std::result::Result<(), SqlError> {
    storage.query("DROP TABLE IF EXISTS _bare", &[])?;
    storage.query("CREATE TABLE _bare (id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL) STRICT", &[])?;
    let mut outcome = Ok(());
    storage.transaction(&mut || {
        outcome = (0..10_000_i64).try_for_each(|at| {
            let values =
                [Value::from(format!("{at:032x}")), Value::from("Jan Maes"), Value::from(format!("jan{at}@haven.be"))];
            storage.query("INSERT INTO _bare (id, name, email) VALUES (?, ?, ?)", &values).map(|_| ())
        });
        outcome.is_ok()
    })?;
    outcome
}

/// Writes a row, then fails in the given way; the row must not stay.
fn provoke(storage: &Storage, fault: &str, request_id: &str) -> Result<Option<Response>> {
    let mut failure = None;
    let transaction = storage.transaction(&mut || {
        let write = "INSERT INTO browsers (token_digest, user, created_at) SELECT 'fault', id, 0 FROM users LIMIT 1";
        failure = storage.query(write, &[]).err();
        failure = failure.take().or_else(|| fail(storage, fault).err());
        false
    });
    let cause = failure.or(transaction.err()).map_or_else(|| "no fault".to_owned(), |error| error.0);
    worker::console_error!("provoked: {cause}");
    let mut problem = shared::Problem::new(shared::Code::Internal);
    problem.request_id = Some(request_id.to_owned());
    reply(500, &serde_json::to_string(&problem)?)
}

fn fail(storage: &Storage, fault: &str) -> std::result::Result<(), SqlError> {
    match fault {
        "panic" => panicking::<()>().map(|_| ()).map_err(|error| SqlError(error.to_string())),
        "trap" => trapping::<()>().map(|_| ()).map_err(|error| SqlError(error.to_string())),
        // An error when the statement is prepared, and one while it is stepped.
        "sql" => storage.query("SELEKT 1", &[]).map(|_| ()),
        "step" => storage.query("SELECT abs(-9223372036854775807 - 1)", &[]).map(|_| ()),
        _ => Ok(()),
    }
}

#[expect(clippy::panic, reason = "a fault for tests")]
fn panicking<T>() -> Result<Option<T>> {
    panic!("provoked");
}

fn trapping<T>() -> Result<Option<T>> {
    core::arch::wasm32::unreachable()
}

fn reply(status: u16, body: &str) -> Result<Option<Response>> {
    let reply = crate::gateway::Reply { status, body: body.to_owned(), ..Default::default() };
    answer(crate::gateway::Outgoing::Reply(reply)).map(Some)
}

/// Tables in which the alarm writes when it likes, and those that count what strangers do.
const PASSING: [&str; 7] =
    ["addresses", "announced", "announcements", "guesses", "reminder_requests", "sessions", "sink"];

/// Every table with its number of rows and a digest of them, so that tests can tell whether
/// anything changed. A session's last use and the counts of guesses are no data.
fn digest(storage: &Storage) -> std::result::Result<String, SqlError> {
    let tables = storage
        .query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'", &[])?;
    let mut digests = serde_json::Map::new();
    for table in &tables {
        let name: String = table.get(0)?;
        let passing = PASSING.contains(&name.as_str());
        if passing || name.starts_with("sqlite_") || name.starts_with("users_search") {
            continue;
        }
        // That something was refused is recorded, and is all that a refusal leaves.
        let but_refusals = match name.as_str() {
            "audit" => "WHERE accepted",
            "audit_places" => "WHERE seq IN (SELECT seq FROM audit WHERE accepted)",
            "audit_days" => "WHERE kind <> 'refused'",
            _ => "",
        };
        let rows = storage.query(&format!("SELECT * FROM \"{name}\" {but_refusals}"), &[])?;
        let text: Vec<String> = rows.iter().map(|row| format!("{:?}", stable(&name, &row.0))).collect();
        digests.insert(name, serde_json::json!({ "rows": rows.len(), "digest": text::digest(&text.join("\n")) }));
    }
    Ok(serde_json::Value::Object(digests).to_string())
}

/// A row without the time of last use, which is the last column of `users`. Of a mail, only which
/// it is and to whom: what becomes of it is the alarm's doing.
fn stable<'r>(table: &str, row: &'r [Value]) -> &'r [Value] {
    match row.split_last() {
        Some((_, rest)) if table == "users" => rest,
        Some(_) if table == "mails" => row.get(..2).unwrap_or(row),
        _ => row,
    }
}
