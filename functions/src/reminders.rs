//! Reminders of which organizations know an address. Asking only notes it: the registry's alarm
//! looks it up (`effects/directory.rs`), so that neither the answer nor what it costs tells
//! (ASVS 6.3.8).

use crate::{
    effects::Effect,
    gateway::{Context, Plan, Stop},
    guesses::Counters,
    recovery::admit,
    text,
};
use shared::{FieldError, Problem, reminders::api::Create, validation::Validate};

/// Asks for one.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<()>, Stop> {
    request.validate()?;
    if !context.incoming.mails || !context.incoming.directory {
        return Err(Problem::invalid(vec![FieldError::new("email", "mails_not_available")]).into());
    }
    let mut effects = admit(context, &Counters::of_reminder(&request.email))?;
    effects.push(Effect::ReminderAsked { key: text::fold(&request.email), language: request.language });
    Ok(Plan::new(effects, |_| Ok(())))
}
