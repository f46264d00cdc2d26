//! The schema's history: numbered, forward only, applied when an object that has been
//! provisioned wakes, and when one is provisioned.

use crate::{
    params,
    sql::{Sql, SqlError, json},
    surroundings::Surroundings,
    text,
};
use shared::{
    authority::Scope,
    groups::{ACCOUNT_ADMINISTRATORS, GroupDetails},
};

/// A step: its number is its place in [`ALL`], from 1.
struct Migration {
    name: &'static str,
    sql: &'static str,
}

/// Every step. A step that has been released never changes; `changed` refuses to go on if one did.
const ALL: &[Migration] = &[
    Migration { name: "organization", sql: include_str!("migrations/0001_organization.sql") },
    Migration { name: "organization_version", sql: include_str!("migrations/0002_organization_version.sql") },
    Migration { name: "inventory", sql: include_str!("migrations/0003_inventory.sql") },
    Migration { name: "mail", sql: include_str!("migrations/0004_mail.sql") },
    Migration { name: "portal", sql: include_str!("migrations/0005_portal.sql") },
    Migration { name: "reports", sql: include_str!("migrations/0006_reports.sql") },
    Migration { name: "accounts", sql: include_str!("migrations/0008_accounts.sql") },
    Migration { name: "account_administrators", sql: include_str!("migrations/0009_account_administrators.sql") },
    Migration { name: "batches", sql: include_str!("migrations/0010_batches.sql") },
    Migration { name: "presence", sql: include_str!("migrations/0011_presence.sql") },
    Migration { name: "integrations", sql: include_str!("migrations/0012_integrations.sql") },
    Migration { name: "group_locks", sql: include_str!("migrations/0013_group_locks.sql") },
    Migration { name: "scim", sql: include_str!("migrations/0014_scim.sql") },
    Migration { name: "names", sql: include_str!("migrations/0015_names.sql") },
    Migration { name: "strengths", sql: include_str!("migrations/0016_strengths.sql") },
    Migration { name: "directories", sql: include_str!("migrations/0017_directories.sql") },
    Migration { name: "reservations", sql: include_str!("migrations/0018_reservations.sql") },
    Migration { name: "agreements", sql: include_str!("migrations/0019_agreements.sql") },
    Migration { name: "two_step", sql: include_str!("migrations/0020_two_step.sql") },
    Migration { name: "technicians", sql: include_str!("migrations/0021_technicians.sql") },
    Migration { name: "factors_and_group_status", sql: include_str!("migrations/0022_factors_and_group_status.sql") },
];

type Completion = fn(&dyn Sql) -> Result<(), SqlError>;

/// What SQL alone cannot compute, done right after the step of this name, in its transaction.
const COMPLETIONS: &[(&str, Completion)] = &[
    ("portal", fill_in_skeletons),
    ("account_administrators", make_account_administrators),
    ("names", fill_in_searched_names),
];

const JOURNAL: &str = "CREATE TABLE IF NOT EXISTS migrations (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL, applied_at INTEGER NOT NULL
) STRICT";

/// Whether the database has ever been provisioned. Asking writes nothing.
pub fn is_provisioned(sql: &dyn Sql) -> Result<bool, SqlError> {
    let found = sql.query("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'", &[])?;
    Ok(!found.is_empty())
}

/// Brings the schema up to date, each step in one transaction: killed half-way, the next call
/// completes it.
pub fn migrate(sql: &dyn Sql, surroundings: &Surroundings<'_>) -> Result<(), SqlError> {
    sql.query(JOURNAL, &[])?;
    let journal = sql.query("SELECT digest FROM migrations ORDER BY number", &[])?;
    if journal.len() > ALL.len() {
        return Err(SqlError("the data was written by a newer version".into()));
    }
    for (index, migration) in ALL.iter().enumerate() {
        let digest = text::digest(migration.sql);
        match journal.get(index) {
            Some(applied) if applied.get::<String>(0)? == digest => {}
            Some(_) => return Err(SqlError(format!("migration {} has changed", migration.name))),
            None => apply(sql, index, migration, &digest, surroundings)?,
        }
    }
    Ok(())
}

fn apply(
    sql: &dyn Sql,
    index: usize,
    migration: &Migration,
    digest: &str,
    surroundings: &Surroundings<'_>,
) -> Result<(), SqlError> {
    let number = i64::try_from(index).unwrap_or(i64::MAX).saturating_add(1);
    let mut outcome = Ok(());
    sql.transaction(&mut || {
        outcome = statements(migration.sql)
            .try_for_each(|statement| sql.query(statement, &[]).map(|_| ()))
            .and_then(|()| complete(sql, migration.name))
            .and_then(|()| {
                let entry = params![number, migration.name, digest, surroundings.now];
                sql.query("INSERT INTO migrations VALUES (?, ?, ?, ?)", entry).map(|_| ())
            });
        outcome.is_ok()
    })?;
    outcome
}

/// Counts the trail anew, as the step does that began to keep these counts.
#[cfg(test)]
pub(crate) fn count_the_trail(sql: &dyn Sql) -> Result<(), SqlError> {
    let script = include_str!("migrations/0006_reports.sql");
    let is_count = |statement: &&str| statement.contains("INSERT") && statement.contains("INTO audit_");
    statements(script).filter(is_count).try_for_each(|statement| sql.query(statement, &[]).map(|_| ()))
}

fn complete(sql: &dyn Sql, name: &str) -> Result<(), SqlError> {
    let mut completions = COMPLETIONS.iter().filter(|(step, _)| *step == name);
    completions.try_for_each(|(_, complete)| complete(sql))
}

/// Finds out which logins look alike.
fn fill_in_skeletons(sql: &dyn Sql) -> Result<(), SqlError> {
    for row in sql.query("SELECT key FROM logins", &[])? {
        let key: String = row.get(0)?;
        sql.query("UPDATE logins SET skeleton = ? WHERE key = ?", params![text::skeleton(&key), key])?;
    }
    Ok(())
}

/// Says by which words organizations are found.
fn fill_in_searched_names(sql: &dyn Sql) -> Result<(), SqlError> {
    for row in sql.query("SELECT slug, name FROM organizations", &[])? {
        let (slug, name): (String, String) = (row.get(0)?, row.get(1)?);
        let search = crate::accounts::searched(&slug, &name);
        sql.query("UPDATE organizations SET search = ? WHERE slug = ?", params![search, slug])?;
    }
    Ok(())
}

/// Makes the group of account administrators where there is an organization without it.
fn make_account_administrators(sql: &dyn Sql) -> Result<(), SqlError> {
    let details = json(&crate::roles::account_administrator());
    sql.query(
        "INSERT OR IGNORE INTO roles (id, kind, name_key, details)
         SELECT lower(hex(randomblob(16))), 'function', ?, ? FROM organization",
        params![ACCOUNT_ADMINISTRATORS, details],
    )?;
    let group = json(&GroupDetails { name: ACCOUNT_ADMINISTRATORS.into(), description: String::new() });
    sql.query(
        "INSERT INTO groups (id, kind, built_in, name_key, details)
         SELECT lower(hex(randomblob(16))), 'access', 1, ?, ? FROM organization",
        params![crate::groups::built_in_key(), group],
    )?;
    sql.query("INSERT INTO group_paths (group_id, ancestor) SELECT id, id FROM groups WHERE built_in", &[])?;
    sql.query(
        "INSERT INTO grants (id, group_id, role, scope, everywhere, suspended, reason, granted_at)
         SELECT lower(hex(randomblob(16))), groups.id, roles.id, ?, 1, 0, '', created_at
         FROM groups, roles, organization WHERE built_in AND roles.name_key = ?",
        params![json(&Scope::Organization), ACCOUNT_ADMINISTRATORS],
    )?;
    Ok(())
}

/// The statements of a script. A statement ends with a semicolon at the end of a line that is
/// not indented or, for a trigger, with `END;`.
fn statements(script: &str) -> impl Iterator<Item = &str> {
    let mut rest = script;
    std::iter::from_fn(move || {
        let trimmed = rest.trim_start();
        if trimmed.is_empty() {
            return None;
        }
        let end = statement_end(trimmed);
        let (statement, after) = trimmed.split_at(end);
        rest = after;
        Some(statement)
    })
}

fn statement_end(script: &str) -> usize {
    let mut position = 0;
    let mut in_trigger = false;
    for line in script.split_inclusive('\n') {
        position += line.len();
        let line = line.trim_end();
        in_trigger |= line.starts_with("CREATE TRIGGER");
        if line == "END;" || (!in_trigger && line.ends_with(';') && !line.starts_with("--")) {
            return position;
        }
    }
    script.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{sql::twin::Twin, testing::surroundings};

    fn applied(sql: &dyn Sql) -> usize {
        sql.query("SELECT 1 FROM migrations", &[]).unwrap().len()
    }

    #[test]
    fn asking_whether_it_is_provisioned_writes_nothing() {
        let sql = Twin::new();
        assert!(!is_provisioned(&sql).unwrap());
        assert!(sql.query("SELECT 1 FROM sqlite_schema", &[]).unwrap().is_empty());
    }

    #[test]
    fn every_step_is_applied_once() {
        let sql = Twin::new();
        migrate(&sql, &surroundings()).unwrap();
        migrate(&sql, &surroundings()).unwrap();
        assert!(is_provisioned(&sql).unwrap());
        assert_eq!(applied(&sql), ALL.len());
    }

    #[test]
    fn a_changed_or_newer_history_is_refused() {
        let sql = Twin::new();
        migrate(&sql, &surroundings()).unwrap();
        sql.query("UPDATE migrations SET digest = 'other' WHERE number = 1", &[]).unwrap();
        assert!(migrate(&sql, &surroundings()).is_err());

        let sql = Twin::new();
        migrate(&sql, &surroundings()).unwrap();
        sql.query("INSERT INTO migrations VALUES (999, 'later', '', 0)", &[]).unwrap();
        assert!(migrate(&sql, &surroundings()).is_err());
    }

    #[test]
    fn a_step_that_fails_leaves_nothing() {
        let sql = Twin::new();
        sql.query(JOURNAL, &[]).unwrap();
        let broken = Migration { name: "broken", sql: "CREATE TABLE a (b TEXT) STRICT;\nCREATE TABEL c;\n" };
        assert!(apply(&sql, 0, &broken, "", &surroundings()).is_err());
        assert_eq!(applied(&sql), 0);
        assert!(sql.query("SELECT * FROM a", &[]).is_err());
    }

    #[test]
    fn an_organization_from_before_the_portal_gets_what_it_lacks() {
        let sql = Twin::new();
        sql.query(JOURNAL, &[]).unwrap();
        for (index, migration) in ALL.iter().enumerate().take_while(|(_, migration)| migration.name != "portal") {
            apply(&sql, index, migration, &text::digest(migration.sql), &surroundings()).unwrap();
        }
        for statement in [
            "INSERT INTO organization (singleton, slug, name, language, password_policy, created_at)
             VALUES (1, 'carrier', 'Carrier', 'en', '{\"min_length\": 20, \"temporary_hours\": 72}', 0)",
            "INSERT INTO users (id, person, full_name, user_name, email, name_key, user_name_key, email_key, search,
                                status, phc, created_at) VALUES ('a', '', '', '', '', '', '', '', '', 'active', '', 0)",
            "INSERT INTO logins VALUES ('arno', 'a')",
            "INSERT INTO features (key, details) VALUES ('analytics', '{}')",
            r#"INSERT INTO roles (id, kind, name_key, details)
               VALUES ('d', 'system_default', 'system_default', '{"name":"system_default","permissions":["users:view"]}')"#,
        ] {
            sql.query(statement, &[]).unwrap();
        }
        migrate(&sql, &surroundings()).unwrap();
        let text = |query: &str| sql.query(query, &[]).unwrap()[0].get::<String>(0).unwrap();
        assert_eq!(text("SELECT skeleton FROM logins"), text::skeleton("amo"));
        assert!(text("SELECT details FROM roles WHERE id = 'd'").contains("dashboard:view"));
        assert_eq!(
            text("SELECT password_policy FROM organization"),
            r#"{"temporary_hours":72,"strength":"excellent"}"#
        );
        let names = "SELECT group_concat(name_key) FROM (SELECT name_key FROM roles WHERE id <> 'd' ORDER BY 1)";
        assert_eq!(
            text(names),
            "account_administrators,dashboard,feature.analytics,integrations,notes,orders,organization"
        );
        let given =
            "SELECT roles.name_key FROM grants JOIN groups ON groups.id = grants.group_id JOIN roles ON roles.id = role
                     JOIN group_paths ON group_paths.ancestor = groups.id WHERE built_in AND everywhere";
        assert_eq!(text(given), "account_administrators");
        let details = text("SELECT details FROM roles WHERE feature = 'analytics'");
        let details: shared::roles::RoleDetails = serde_json::from_str(&details).unwrap();
        assert_eq!(details, crate::roles::of_feature(&"analytics".parse().unwrap()));
    }
}
