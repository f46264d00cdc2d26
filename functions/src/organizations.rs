//! The organization itself.

use crate::{
    gateway::{Context, Stop},
    sql::{Reader, SqlError},
};
use shared::{
    Code,
    organizations::{Language, PublicOrganization, api::View},
    password::Policy,
};

/// Shows what anybody may know.
pub fn view(context: &Context<'_>, _: View) -> Result<PublicOrganization, Stop> {
    find(context.reader)?.ok_or_else(|| Code::UnknownOrganization.into())
}

/// The organization, if it has been provisioned.
pub fn find(reader: Reader<'_>) -> Result<Option<PublicOrganization>, SqlError> {
    let row = reader.row("SELECT slug, name, language FROM organization", &[])?;
    row.map(|row| {
        let language = Language::from_tag(&row.get::<String>(2)?).unwrap_or_default();
        Ok(PublicOrganization { slug: row.parse(0)?, name: row.get(1)?, language })
    })
    .transpose()
}

/// What is asked of passwords.
pub fn policy(reader: Reader<'_>) -> Result<Policy, SqlError> {
    let row = reader.row("SELECT password_policy FROM organization", &[])?;
    row.map_or_else(|| Ok(Policy::default()), |row| row.json(0))
}
