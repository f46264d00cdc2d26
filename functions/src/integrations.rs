//! What an organization lets other products do, and how its mails introduce themselves.

use crate::{
    addresses::{self, LOOPBACK_ALLOWED},
    effects::Effect,
    gateway::{Context, Plan, Stop},
    setup::trim,
    sql::{Reader, SqlError},
};
use shared::{
    Code, FieldError, Problem,
    integrations::{
        IntegrationSettings, Integrations,
        api::{Update, View},
    },
    validation::Validate,
};

/// Shows it.
pub fn view(context: &Context<'_>, _: View) -> Result<Integrations, Stop> {
    show(context)
}

fn show(context: &Context<'_>) -> Result<Integrations, Stop> {
    let row = context.reader.row("SELECT integrations_version, integrations FROM organization", &[])?;
    let row = row.ok_or(Code::UnknownOrganization)?;
    Ok(Integrations { version: row.get(0)?, settings: row.json(1)? })
}

/// Changes it.
pub fn update(context: &Context<'_>, request: Update) -> Result<Plan<Integrations>, Stop> {
    request.validate()?;
    let before = show(context)?;
    if before.version != request.version {
        return Err(Code::ChangedMeanwhile.into());
    }
    let mut settings = request.settings;
    trim(&mut settings.mail_sender.name);
    trim(&mut settings.mail_sender.reply_to);
    settings.origins = origins(&settings.origins)?;
    let (before, settings) = (Box::new(before.settings), Box::new(settings));
    Ok(Plan::new(vec![Effect::IntegrationsUpdated { before, settings }], show))
}

/// The origins as browsers write them, each once; or which text is none.
fn origins(texts: &[String]) -> Result<Vec<String>, Problem> {
    let mut origins: Vec<String> = Vec::new();
    for text in texts {
        let refused = |code| Problem::invalid(vec![FieldError::new("settings.origins", code).with("origin", text)]);
        let origin = addresses::origin_of_text(text, LOOPBACK_ALLOWED).map_err(refused)?;
        if !origins.contains(&origin) {
            origins.push(origin);
        }
    }
    Ok(origins)
}

/// What is decided now.
pub(crate) fn settings(reader: Reader<'_>) -> Result<IntegrationSettings, SqlError> {
    let row = reader.row("SELECT integrations FROM organization", &[])?;
    row.map_or_else(|| Ok(IntegrationSettings::default()), |row| row.json(0))
}
