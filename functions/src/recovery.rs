//! Forgotten passwords. Asking only notes what was typed: whose it is, and whether anybody's, is
//! looked up by the alarm (`recover` in `effects/outbox.rs`), so that neither the answer nor what
//! it costs tells (ASVS 6.3.8).

use crate::{
    effects::Effect,
    gateway::{Context, Plan, Stop},
    guesses::Counters,
    params, people,
    sql::SqlError,
    text,
};
use shared::{
    Code, FieldError, Problem,
    ids::UserId,
    password::Factors,
    recovery::api::{Complete, Create},
    validation::Validate,
};

/// Asks for a link.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<()>, Stop> {
    request.validate()?;
    if !context.incoming.mails {
        return Err(Problem::invalid(vec![FieldError::new("login", "mails_not_available")]).into());
    }
    let mut effects = admit(context, &Counters::of_recovery(&request.login))?;
    effects.push(Effect::RecoveryAsked { key: text::fold(&request.login) });
    Ok(Plan::new(effects, |_| Ok(())))
}

/// Counts a request for a mail to somebody who has not asked for it, or says how long to wait with the next.
pub(crate) fn admit(context: &Context<'_>, counters: &Counters) -> Result<Vec<Effect>, Stop> {
    let admitted = counters.admit(context.reader, context.now())?.map_err(|wait| {
        let problem = Problem::new(Code::TooManyLinks);
        wait.args.get("retry_after").map_or(problem.clone(), |seconds| problem.with("retry_after", seconds))
    })?;
    Ok(admitted.effects)
}

/// Chooses a new password with the secret of a link.
pub fn complete(context: &Context<'_>, request: Complete) -> Result<Plan<()>, Stop> {
    let user = whose(context, &request.token)?.ok_or(Code::LinkRefused)?;
    let record = people::find(context.reader, &user)?.ok_or(Code::LinkRefused)?;
    // Of whom two steps are required, a form outside cannot know: a shorter password is chosen inside.
    context.check_password("new_password", &request.new_password, Factors::One, &record.person)?;
    let phc = context.hash(&request.new_password)?;
    let effect = Effect::PasswordSet { user, phc, temporary_until: None, is_short: false, mailed: None };
    Ok(Plan::new(vec![effect], |_| Ok(())))
}

/// Whose link this is, while it works.
fn whose(context: &Context<'_>, token: &str) -> Result<Option<UserId>, SqlError> {
    let row = context.reader.row(
        "SELECT recoveries.user FROM recoveries JOIN users ON users.id = recoveries.user
         WHERE token_digest = ? AND expires_at > ? AND users.status = 'active'",
        params![text::digest(token), context.now()],
    )?;
    row.map(|row| row.parse(0)).transpose()
}
