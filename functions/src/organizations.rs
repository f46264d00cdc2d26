//! The organization itself.

use crate::{
    effects::Effect,
    gateway::{Context, Plan, Stop},
    setup::trim,
    sql::{Reader, SqlError},
};
use shared::{
    Code,
    organizations::{
        Language, Organization, PublicOrganization, Settings,
        api::{UpdateSettings, View, ViewSettings},
    },
    password::Policy,
    validation::Validate,
};

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
    let effect = Effect::OrganizationUpdated { before: Box::new(before.settings), settings: Box::new(settings) };
    Ok(Plan::new(vec![effect], show))
}

fn show(context: &Context<'_>) -> Result<Organization, Stop> {
    let row = context.reader.row(
        "SELECT slug, version, name, language, password_policy, privacy_statement, import_rows FROM organization",
        &[],
    )?;
    let row = row.ok_or(Code::UnknownOrganization)?;
    let language = language(&row.get::<String>(3)?);
    let settings = Settings {
        name: row.get(2)?,
        language,
        password_policy: row.json(4)?,
        privacy_statement: row.get(5)?,
        import_rows: row.get(6)?,
    };
    Ok(Organization { slug: row.parse(0)?, version: row.get(1)?, settings })
}

/// The organization, if it has been provisioned.
pub fn find(reader: Reader<'_>) -> Result<Option<PublicOrganization>, SqlError> {
    let row = reader.row("SELECT slug, name, language, privacy_statement FROM organization", &[])?;
    row.map(|row| {
        let language = language(&row.get::<String>(2)?);
        Ok(PublicOrganization { slug: row.parse(0)?, name: row.get(1)?, language, privacy_statement: row.get(3)? })
    })
    .transpose()
}

fn language(tag: &str) -> Language {
    Language::from_tag(tag).unwrap_or_default()
}

/// What is asked of passwords.
pub fn policy(reader: Reader<'_>) -> Result<Policy, SqlError> {
    let row = reader.row("SELECT password_policy FROM organization", &[])?;
    row.map_or_else(|| Ok(Policy::default()), |row| row.json(0))
}

/// How many rows a file to import may have.
pub fn import_rows(reader: Reader<'_>) -> Result<u32, SqlError> {
    reader.row("SELECT import_rows FROM organization", &[])?.map_or(Ok(0), |row| row.get(0))
}
