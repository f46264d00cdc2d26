//! Licenses: products with a number of seats.

use crate::{
    effects::Effect,
    gateway::{Context, Plan, Stop},
    inventory, params,
    setup::trim,
    sql::{Reader, Row, SqlError},
    text,
};
use shared::{
    Code, FieldError, Problem,
    ids::{LicenseId, UserId},
    licenses::{
        License, LicenseDetails,
        api::{Create, Delete, List, Update, View},
    },
    validation::Validate,
};

const COLUMNS: &str = "SELECT id, version, details, assigned FROM licenses";

/// Lists all licenses.
pub fn list(context: &Context<'_>, _: List) -> Result<Vec<License>, Stop> {
    let rows = context.reader.rows(&format!("{COLUMNS} ORDER BY name_key"), &[])?;
    Ok(rows.iter().map(license).collect::<Result<_, _>>()?)
}

fn license(row: &Row) -> Result<License, SqlError> {
    Ok(License { id: row.parse(0)?, version: row.get(1)?, details: row.json(2)?, assigned: row.get(3)? })
}

/// A license, if there is one.
pub(crate) fn find(reader: Reader<'_>, id: &LicenseId) -> Result<Option<License>, SqlError> {
    reader.row(&format!("{COLUMNS} WHERE id = ?"), params![id])?.as_ref().map(license).transpose()
}

fn show(context: &Context<'_>, id: &LicenseId) -> Result<License, Stop> {
    find(context.reader, id)?.ok_or_else(|| Code::NotFound.into())
}

/// Shows a license.
pub fn view(context: &Context<'_>, request: View) -> Result<License, Stop> {
    show(context, &request.license)
}

/// Adds a license.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<License>, Stop> {
    request.validate()?;
    let details = trimmed(request.details);
    free(context.reader, &details.name, None)?;
    let license: LicenseId = context.surroundings.id();
    let effect = Effect::LicenseCreated { license: license.clone(), details };
    Ok(Plan::new(vec![effect], move |context| show(context, &license)))
}

/// Changes a license.
pub fn update(context: &Context<'_>, request: Update) -> Result<Plan<License>, Stop> {
    request.validate()?;
    let before = show(context, &request.license)?;
    if before.version != request.version {
        return Err(Code::ChangedMeanwhile.into());
    }
    let details = trimmed(request.details);
    free(context.reader, &details.name, Some(&request.license))?;
    suffices(&details, before.assigned)?;
    let license = request.license;
    let effect = Effect::LicenseUpdated { license: license.clone(), before: before.details, details };
    Ok(Plan::new(vec![effect], move |context| show(context, &license)))
}

/// Deletes a license of which nobody has a seat.
pub fn delete(context: &Context<'_>, request: Delete) -> Result<Plan<()>, Stop> {
    let before = show(context, &request.license)?;
    inventory::must_be_free(before.assigned)?;
    Ok(Plan::new(vec![Effect::LicenseDeleted { license: request.license, before: before.details }], |_| Ok(())))
}

fn trimmed(mut details: LicenseDetails) -> LicenseDetails {
    trim(&mut details.name);
    trim(&mut details.description);
    details
}

/// Refuses fewer seats than are taken.
pub(crate) fn suffices(details: &LicenseDetails, assigned: u32) -> Result<(), Stop> {
    if details.quantity >= assigned {
        return Ok(());
    }
    let error = FieldError::new("details.quantity", "below_assigned").with("assigned", assigned);
    Err(Problem::invalid(vec![error]).into())
}

pub(crate) fn free(reader: Reader<'_>, name: &str, except: Option<&LicenseId>) -> Result<(), Stop> {
    let taken =
        reader.row("SELECT 1 FROM licenses WHERE name_key = ? AND id IS NOT ?", params![text::fold(name), except])?;
    match taken {
        Some(_) => Err(Problem::invalid(vec![FieldError::new("details.name", "taken")]).into()),
        None => Ok(()),
    }
}

/// The licenses whose seats somebody gives back when he is disabled.
pub(crate) fn released_with(reader: Reader<'_>, user: &UserId) -> Result<Vec<LicenseId>, SqlError> {
    let rows = reader.rows(
        "SELECT licenses.id FROM seats JOIN licenses ON licenses.id = seats.license
         WHERE seats.user = ? AND licenses.released_on_disable ORDER BY licenses.id",
        params![user],
    )?;
    rows.iter().map(|row| row.parse(0)).collect()
}
