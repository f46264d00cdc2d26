//! How directories and the runs of their connectors are written.

use super::{Effect, Hidden};
use crate::{
    params,
    sql::{Sql, SqlError, Value, json},
};
use shared::{
    directories::{Connector, Counts, DirectoryDetails, RunState, STEPS_MAX, Step},
    ids::{CredentialId, RunId, UserId},
    time::{Span, Timestamp},
};

/// So long and so many of a directory's runs are kept.
const KEPT_FOR: Span = Span::days(90);
const KEPT: u32 = 200;
/// The latest runs keep all of their steps as long as these are so many together; older ones keep the first
/// of those that failed.
pub(crate) const STEPS_KEPT: u32 = 80_000;
pub(crate) const FAILURES_KEPT: u32 = 100;

/// Those in which something may still happen.
const OPEN: &str = "('waiting', 'confirmed', 'running')";

/// Writes an effect about directories; others are none of its business.
pub(super) fn store(sql: &dyn Sql, actor: Option<&UserId>, now: Timestamp, effect: &Effect) -> Result<(), SqlError> {
    let run = |statement: &str, params: &[Value]| sql.query(statement, params).map(|_| ());
    let decide = |id: &RunId, state: RunState| {
        let (agreed_at, ended_at) = if state == RunState::Confirmed { (Some(now), None) } else { (None, Some(now)) };
        run(
            "UPDATE directory_runs SET state = ?, decided_by = ?, agreed_at = ?, ended_at = ? WHERE id = ?",
            params![state.as_str(), actor, agreed_at, ended_at, id],
        )
    };
    match effect {
        Effect::DirectoryCreated { directory, details, default_password } => run(
            "INSERT INTO directories (credential, onboarding, teams_with_permissions, default_phc) VALUES (?, ?, ?, ?)",
            params![
                directory,
                details.onboarding.as_str(),
                details.teams_with_permissions,
                phc(default_password.as_ref())
            ],
        ),
        Effect::DirectoryUpdated { directory, details, default_password, .. } => {
            update(sql, directory, details, default_password.as_ref())
        }
        Effect::RunConfirmed { run, .. } => decide(run, RunState::Confirmed),
        Effect::RunDeclined { run, .. } => decide(run, RunState::Declined),
        Effect::RunBegun { directory, connector, run: id, brake, counts, hidden, unread, digest } => {
            introduce(sql, directory, connector)?;
            supersede(sql, directory, hidden.is_some().then_some(*unread), now)?;
            prune(sql, directory, now)?;
            let (state, agreed_at) = match brake {
                Some(_) => (RunState::Waiting, None),
                None => (RunState::Running, Some(now)),
            };
            let brake = brake.map(|brake| brake.as_str());
            run(
                "INSERT INTO directory_runs (
                     id, directory, state, brake, counts, hidden, unread, digest, began_at, agreed_at)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                params![
                    id,
                    directory,
                    state.as_str(),
                    brake,
                    json(counts),
                    hidden.as_ref().map(json),
                    *unread,
                    digest,
                    now,
                    agreed_at
                ],
            )
        }
        Effect::RunResumed { directory, connector, run: id, confirmed } => {
            introduce(sql, directory, connector)?;
            let state = "UPDATE directory_runs SET state = 'running' WHERE id = ? AND ?";
            run(state, params![id, *confirmed])
        }
        Effect::RunReported { run, steps, finished } => report(sql, run, steps, *finished, now),
        Effect::RunFailed { directory, connector, run: id, is_new, reason } => {
            introduce(sql, directory, connector)?;
            if *is_new {
                prune(sql, directory, now)?;
                run(
                    "INSERT INTO directory_runs (id, directory, state, counts, began_at) VALUES (?, ?, '', ?, ?)",
                    params![id, directory, json(&Counts::default()), now],
                )?;
            }
            run(
                "UPDATE directory_runs SET state = 'failed', failure = ?, ended_at = ? WHERE id = ?",
                params![reason, now, id],
            )
        }
        _ => Ok(()),
    }
}

fn phc(password: Option<&Hidden>) -> Option<&str> {
    password.map(|password| password.0.as_str())
}

/// The name is the credential's. A default password stays as long as people get in by one.
fn update(
    sql: &dyn Sql,
    directory: &CredentialId,
    details: &DirectoryDetails,
    password: Option<&Hidden>,
) -> Result<(), SqlError> {
    let onboarding = details.onboarding.as_str();
    sql.query("UPDATE credentials SET name = ? WHERE id = ?", params![&details.name, directory])?;
    sql.query(
        "UPDATE directories SET onboarding = ?, teams_with_permissions = ?, version = version + 1,
             default_phc = CASE WHEN ? = 'default_password' THEN coalesce(?, default_phc) END
         WHERE credential = ?",
        params![onboarding, details.teams_with_permissions, onboarding, phc(password), directory],
    )?;
    Ok(())
}

/// Notes the connector that speaks for a directory.
fn introduce(sql: &dyn Sql, directory: &CredentialId, connector: &Connector) -> Result<(), SqlError> {
    sql.query("UPDATE directories SET connector = ? WHERE credential = ?", params![json(connector), directory])?;
    Ok(())
}

/// Forgets what is too old and what is too much.
fn prune(sql: &dyn Sql, directory: &CredentialId, now: Timestamp) -> Result<(), SqlError> {
    sql.query(
        "DELETE FROM directory_runs WHERE directory = ? AND (began_at < ? OR rowid IN (
             SELECT rowid FROM directory_runs WHERE directory = ? ORDER BY rowid DESC LIMIT -1 OFFSET ?))",
        params![directory, Timestamp(now.0.saturating_sub(KEPT_FOR.0)), directory, KEPT - 1],
    )?;
    // At each beginning not much more than the steps of one run is too much, and never is one transaction long.
    sql.query(
        &format!(
            "WITH runs AS (
                 SELECT id, state, (SELECT coalesce(max(number), 0) FROM directory_steps WHERE run = id) AS told,
                        rowid AS place
                 FROM directory_runs WHERE directory = ?),
             old AS (
                 SELECT id FROM (SELECT id, state, sum(told) OVER (ORDER BY place DESC) AS told FROM runs)
                 WHERE told > ? AND state NOT IN {OPEN}),
             failed AS (
                 SELECT run, external_id, row_number() OVER (PARTITION BY run ORDER BY number) AS place
                 FROM directory_steps WHERE run IN old AND outcome <> '')
             DELETE FROM directory_steps WHERE run IN old
             AND (run, external_id) NOT IN (SELECT run, external_id FROM failed WHERE place <= ?)"
        ),
        params![directory, STEPS_KEPT, FAILURES_KEPT],
    )?;
    Ok(())
}

/// Ends the runs that are open: another one takes their place; of an incomplete reading, only of those that
/// are about the same. What they have done stays listed; what was only planned does not happen.
fn supersede(sql: &dyn Sql, directory: &CredentialId, only: Option<bool>, now: Timestamp) -> Result<(), SqlError> {
    let open = format!("directory = ? AND state IN {OPEN} AND unread = coalesce(?, unread)");
    sql.query(
        &format!(
            "DELETE FROM directory_steps WHERE outcome IS NULL AND run IN (SELECT id FROM directory_runs WHERE {open})"
        ),
        params![directory, only],
    )?;
    sql.query(
        &format!("UPDATE directory_runs SET state = 'superseded', ended_at = ? WHERE {open}"),
        params![now, directory, only],
    )?;
    Ok(())
}

/// Steps keep the place at which they were told first. Of those beyond the most only failures are kept, in
/// the place of what went well.
fn report(
    sql: &dyn Sql,
    run: &RunId,
    steps: &[Step],
    finished: Option<Counts>,
    now: Timestamp,
) -> Result<(), SqlError> {
    if !steps.is_empty() {
        let told = sql.query("SELECT coalesce(max(number), 0) + 1 FROM directory_steps WHERE run = ?", params![run])?;
        let first: u32 = told.first().map_or(Ok(1), |row| row.get(0))?;
        sql.query(
            "INSERT INTO directory_steps (run, external_id, number, name, email, deed, outcome)
             SELECT ?, value ->> 'external_id', ? + key, value ->> 'name', value ->> 'email', value ->> 'deed',
                    value ->> 'outcome'
             FROM json_each(?)
             WHERE ? + key <= ? OR value ->> 'outcome' <> ''
                   OR EXISTS (SELECT 1 FROM directory_steps
                              WHERE run = ? AND external_id = value ->> 'external_id')
             ON CONFLICT (run, external_id) DO UPDATE SET
                 name = excluded.name, email = excluded.email, deed = excluded.deed, outcome = excluded.outcome",
            params![run, first, json(&steps), first, STEPS_MAX, run],
        )?;
        // There are never fewer places than steps.
        if first.saturating_add(u32::try_from(steps.len()).unwrap_or(u32::MAX)) > STEPS_MAX {
            sql.query(
                "DELETE FROM directory_steps WHERE run = ? AND external_id IN (
                     SELECT external_id FROM directory_steps WHERE run = ?
                     ORDER BY coalesce(outcome, '') <> '', number DESC
                     LIMIT max(0, (SELECT count(*) FROM directory_steps WHERE run = ?) - ?))",
                params![run, run, run, STEPS_MAX],
            )?;
        }
    }
    if let Some(counts) = finished {
        sql.query(
            "UPDATE directory_runs SET state = 'done', counts = ?, ended_at = ? WHERE id = ? AND state = 'running'",
            params![json(&counts), now, run],
        )?;
    }
    Ok(())
}
