//! The organization itself.

use crate::{
    effects::{self, Effect, Origin},
    gateway::{Context, Plan, Stop, in_transaction},
    images,
    setup::trim,
    sql::{Reader, Sql, SqlError},
    surroundings::Surroundings,
};
use shared::{
    Code, FieldError, Problem,
    audit::Surface,
    features::Words,
    organizations::{
        Contact, Language, Organization, OwnWords, PublicOrganization, SessionPolicy, Settings, TimeZone,
        api::{UpdateSettings, View, ViewSettings},
    },
    password::Policy,
    validation::Validate,
};
use std::collections::BTreeMap;

/// Shows what anybody may know.
pub fn view(context: &Context<'_>, _: View) -> Result<PublicOrganization, Stop> {
    find(context.reader)?.ok_or_else(|| Code::UnknownOrganization.into())
}

/// Shows what it decides about itself.
pub fn view_settings(context: &Context<'_>, _: ViewSettings) -> Result<Organization, Stop> {
    show(context)
}

/// Changes what it decides about itself. Passwords that people have stay as they are.
pub fn update_settings(context: &Context<'_>, request: UpdateSettings) -> Result<Plan<Organization>, Stop> {
    request.validate()?;
    let before = show(context)?;
    if before.version != request.version {
        return Err(Code::ChangedMeanwhile.into());
    }
    let mut settings = request.settings;
    trim(&mut settings.name);
    trim(&mut settings.privacy_statement);
    let Contact { name, email, phone } = &mut settings.contact;
    [name, email, phone].into_iter().for_each(trim);
    for (_, Words { en, fr, nl }) in settings.words.by_name_mut() {
        [en, fr, nl].into_iter().for_each(trim);
    }
    if settings.time_zone.0.parse::<chrono_tz::Tz>().is_err() {
        return Err(Problem::invalid(vec![FieldError::new("settings.time_zone", "time_zone")]).into());
    }
    let effect = Effect::OrganizationUpdated { before: Box::new(before.settings), settings: Box::new(settings) };
    Ok(Plan::new(vec![effect], show))
}

fn show(context: &Context<'_>) -> Result<Organization, Stop> {
    let row = context.reader.row(
        "SELECT slug, version, name, language, password_policy, privacy_statement, time_zone, contact, session_policy,
                import_rows, words FROM organization",
        &[],
    )?;
    let row = row.ok_or(Code::UnknownOrganization)?;
    let settings = Settings {
        name: row.get(2)?,
        language: language(&row.get::<String>(3)?),
        password_policy: row.json(4)?,
        privacy_statement: row.get(5)?,
        time_zone: TimeZone(row.get(6)?),
        contact: row.json(7)?,
        session_policy: row.json(8)?,
        import_rows: row.get(9)?,
        words: row.json(10)?,
    };
    Ok(Organization { slug: row.parse(0)?, number: context.incoming.account, version: row.get(1)?, settings })
}

/// What the settings are now; for undoing.
pub(crate) fn settings(context: &Context<'_>) -> Result<Settings, Stop> {
    Ok(show(context)?.settings)
}

/// Whether the operator has suspended it.
pub fn is_suspended(reader: Reader<'_>) -> Result<bool, SqlError> {
    Ok(reader.row("SELECT 1 FROM organization WHERE suspended_at IS NOT NULL", &[])?.is_some())
}

/// Suspends it, which ends all sessions, or resumes it. Only the front says so, for the operator.
pub(crate) fn suspend(
    sql: &dyn Sql,
    surroundings: &Surroundings<'_>,
    request_id: &str,
    suspended: bool,
) -> Result<(), Stop> {
    in_transaction(sql, || {
        if is_suspended(Reader::new(sql))? == suspended {
            return Ok(());
        }
        let effect = if suspended { Effect::OrganizationSuspended } else { Effect::OrganizationResumed };
        let origin = Origin {
            actor: None,
            surface: Surface::Console,
            credential: None,
            endpoint: "operator",
            request_id,
            mails: false,
        };
        effects::apply(sql, surroundings, &origin, &[effect])
    })
}

/// The organization, if it has been provisioned.
pub fn find(reader: Reader<'_>) -> Result<Option<PublicOrganization>, SqlError> {
    let row = reader.row("SELECT slug, name, language, privacy_statement FROM organization", &[])?;
    row.map(|row| {
        let language = language(&row.get::<String>(2)?);
        let (slug, name, privacy_statement) = (row.parse(0)?, row.get(1)?, row.get(3)?);
        Ok(PublicOrganization { slug, name, language, privacy_statement, look: images::look(reader)? })
    })
    .transpose()
}

fn language(tag: &str) -> Language {
    Language::from_tag(tag).unwrap_or_default()
}

/// What it calls things: by word and language, such as `sites.fr`.
pub(crate) fn words(reader: Reader<'_>) -> Result<BTreeMap<String, String>, SqlError> {
    let row = reader.row("SELECT words FROM organization", &[])?;
    let own: OwnWords = row.map_or_else(|| Ok(OwnWords::default()), |row| row.json(0))?;
    let by_language = own.by_name().into_iter().flat_map(|(name, texts)| {
        Language::ALL.map(|language| (format!("{name}.{}", language.tag()), texts.only(language).to_owned()))
    });
    Ok(by_language.filter(|(_, text)| !text.is_empty()).collect())
}

/// How long sessions last.
pub fn session_policy(reader: Reader<'_>) -> Result<SessionPolicy, SqlError> {
    let row = reader.row("SELECT session_policy FROM organization", &[])?;
    row.map_or_else(|| Ok(SessionPolicy::default()), |row| row.json(0))
}

/// The time zone in which times are told.
pub(crate) fn time_zone(reader: Reader<'_>) -> Result<chrono_tz::Tz, SqlError> {
    let row = reader.row("SELECT time_zone FROM organization", &[])?;
    let name = row.map(|row| row.get::<String>(0)).transpose()?;
    Ok(name.and_then(|name| name.parse().ok()).unwrap_or(chrono_tz::UTC))
}

/// What is asked of passwords.
pub fn policy(reader: Reader<'_>) -> Result<Policy, SqlError> {
    let row = reader.recall("SELECT password_policy FROM organization", &[])?;
    row.map_or_else(|| Ok(Policy::default()), |row| row.json(0))
}

/// How many rows a file to import may have.
pub fn import_rows(reader: Reader<'_>) -> Result<u32, SqlError> {
    reader.row("SELECT import_rows FROM organization", &[])?.map_or(Ok(0), |row| row.get(0))
}
