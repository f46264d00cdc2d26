//! How effects of two-step verification are written.

use super::{Effect, Hidden, Spent};
use crate::{
    params,
    sql::{Sql, SqlError, json},
};
use shared::{
    ids::UserId,
    time::{Span, Timestamp},
};

/// So long somebody may ask again for the answer that brings his session's other token.
const REPEATABLE_FOR: Span = Span::minutes(1);

pub(super) fn store(sql: &dyn Sql, now: Timestamp, effect: &Effect) -> Result<(), SqlError> {
    let run = |statement: &str, params: &[crate::sql::Value]| sql.query(statement, params).map(|_| ());
    match effect {
        Effect::CodeConfirmed { session, token, repetition, .. } => {
            let repetition = repetition.as_ref().map(|digest| digest.0.clone());
            run(
                "UPDATE sessions SET token_digest = ?, confirmed = 1, repeat_digest = ?, repeat_until = ? WHERE id = ?",
                params![&token.0, repetition, now + REPEATABLE_FOR, session],
            )
        }
        Effect::CodeUsed { user, spent: Spent::Step(step) } => {
            run("UPDATE authenticators SET last_step = ? WHERE user = ?", params![*step, user])
        }
        Effect::CodeUsed { user, spent: Spent::Recovery(digest) } => {
            run("DELETE FROM recovery_codes WHERE user = ? AND digest = ?", params![user, &digest.0])
        }
        Effect::TwoStepBegun { session, user, secret, expires_at } => {
            run("DELETE FROM new_authenticators WHERE expires_at <= ?", params![now])?;
            run(
                "INSERT OR REPLACE INTO new_authenticators (session, user, secret, expires_at) VALUES (?, ?, ?, ?)",
                params![session, user, &secret.0, *expires_at],
            )
        }
        Effect::TwoStepSetUp { user, session, secret, step } => {
            forget(sql, user)?;
            run(
                "INSERT INTO authenticators (user, secret, last_step) VALUES (?, ?, ?)",
                params![user, &secret.0, *step],
            )?;
            run("UPDATE users SET two_step_since = ? WHERE id = ?", params![now, user])?;
            run("UPDATE sessions SET confirmed = (id = ?) WHERE user = ?", params![session, user])
        }
        Effect::RecoveryCodesMade { user, digests } => replace_recovery_codes(sql, user, digests),
        Effect::TwoStepRemoved { user } => forget(sql, user),
        Effect::TwoStepReset { user } => {
            forget(sql, user)?;
            run("DELETE FROM sessions WHERE user = ?", params![user])
        }
        Effect::TwoStepPolicyUpdated { details, .. } => {
            // Nothing is read of a policy that requires nothing: it is asked for at each request.
            let policy = (!details.is_empty()).then(|| json(details));
            run("UPDATE organization SET two_step_policy = ?, two_step_version = two_step_version + 1", params![policy])
        }
        _ => Ok(()),
    }
}

/// Everything about somebody's second step goes.
fn forget(sql: &dyn Sql, user: &UserId) -> Result<(), SqlError> {
    for table in ["authenticators", "new_authenticators", "recovery_codes"] {
        sql.query(&format!("DELETE FROM {table} WHERE user = ?"), params![user])?;
    }
    sql.query("UPDATE users SET two_step_since = NULL WHERE id = ?", params![user])?;
    Ok(())
}

fn replace_recovery_codes(sql: &dyn Sql, user: &UserId, digests: &[Hidden]) -> Result<(), SqlError> {
    let digests: Vec<&str> = digests.iter().map(|digest| digest.0.as_str()).collect();
    sql.query("DELETE FROM recovery_codes WHERE user = ?", params![user])?;
    sql.query(
        "INSERT INTO recovery_codes (user, digest) SELECT ?, value FROM json_each(?)",
        params![user, json(&digests)],
    )?;
    Ok(())
}
