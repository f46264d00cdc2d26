//! One's own sessions.

use crate::{
    effects::Effect,
    gateway::{Context, Cookie, Plan, Stop},
    organizations, params,
};
use shared::{
    Code,
    ids::SessionId,
    sessions::{
        SessionSummary,
        api::{Delete, List},
    },
    time::{Span, Timestamp},
};

/// Lists the sessions that are still running.
pub fn list(context: &Context<'_>, _: List) -> Result<Vec<SessionSummary>, Stop> {
    let policy = organizations::session_policy(context.reader)?;
    let before = |span: Span| Timestamp(context.now().0.saturating_sub(span.0));
    let rows = context.reader.rows(
        "SELECT id, user_agent, created_at, last_seen_at FROM sessions
         WHERE user = ? AND expires_at > ? AND created_at > ? AND last_seen_at > ? ORDER BY last_seen_at DESC, id",
        params![&context.access()?.user, context.now(), before(policy.absolute()), before(policy.idle())],
    )?;
    let mut sessions = Vec::new();
    for row in &rows {
        let id: SessionId = row.parse(0)?;
        sessions.push(SessionSummary {
            current: context.caller.session.as_ref() == Some(&id),
            id,
            user_agent: row.get(1)?,
            created_at: row.get(2)?,
            last_seen_at: row.get(3)?,
        });
    }
    Ok(sessions)
}

/// Ends one of one's own sessions; anybody else's is as unknown as one that never was.
pub fn delete(context: &Context<'_>, request: Delete) -> Result<Plan<()>, Stop> {
    let own = context
        .reader
        .row("SELECT 1 FROM sessions WHERE id = ? AND user = ?", params![&request.session, &context.access()?.user])?;
    own.ok_or(Code::NotFound)?;
    let current = context.caller.session.as_ref() == Some(&request.session);
    let user = context.access()?.user.clone();
    let plan = Plan::new(vec![Effect::SessionEnded { session: request.session, user }], |_| Ok(()));
    Ok(if current { plan.cookie(Cookie::NoSession) } else { plan })
}
