//! Sites.

use crate::{
    effects::Effect,
    gateway::{Context, Plan, Stop},
    params,
    setup::{trim, trim_address},
    sql::{Reader, Row, SqlError, Value, json},
    text,
};
use shared::{
    Code, FieldError, Problem,
    authority::{Permission, Reach, Target, permission::SITES_VIEW, reach},
    ids::SiteId,
    sites::{
        Site, SiteDetails,
        api::{Create, List, Update, View},
    },
    validation::Validate,
};

/// A site as a place, if the caller may see it.
pub fn place(context: &Context<'_>, site: &SiteId) -> Result<Target, Stop> {
    let place = Target::Site(site.clone());
    let exists = find(context.reader, site)?.is_some();
    if exists && context.allows(&SITES_VIEW, &place) { Ok(place) } else { Err(Code::NotFound.into()) }
}

/// Lists the sites that the caller may see.
pub fn list(context: &Context<'_>, _: List) -> Result<Vec<Site>, Stop> {
    seen(context)
}

/// The sites that the caller may see, by name.
pub(crate) fn seen(context: &Context<'_>) -> Result<Vec<Site>, Stop> {
    let (filter, values) = match reach(context.access()?, &SITES_VIEW) {
        Reach::Everywhere => ("1", Vec::new()),
        Reach::Within { sites, .. } => ("id IN (SELECT value FROM json_each(?))", vec![json(&sites)]),
    };
    let sql = format!("SELECT id, version, details, users FROM sites WHERE {filter} ORDER BY name_key");
    Ok(context.reader.rows(&sql, &values)?.iter().map(site).collect::<Result<_, _>>()?)
}

/// The condition on a table of things that may each belong to a `site`, for those that the caller
/// reaches with a permission, or those of one site.
pub(crate) fn reached(
    context: &Context<'_>,
    permission: &Permission,
    site: Option<&SiteId>,
) -> Result<(String, Vec<Value>), Stop> {
    let (mut filter, mut values) = match reach(context.access()?, permission) {
        Reach::Everywhere => ("1".to_owned(), Vec::new()),
        Reach::Within { sites, .. } => ("site IN (SELECT value FROM json_each(?))".to_owned(), vec![json(&sites)]),
    };
    if let Some(site) = site {
        filter.push_str(" AND site = ?");
        values.push(Value::from(site));
    }
    Ok((filter, values))
}

fn site(row: &Row) -> Result<Site, SqlError> {
    Ok(Site { id: row.parse(0)?, version: row.get(1)?, details: row.json(2)?, users: row.get(3)? })
}

pub(crate) fn find(reader: Reader<'_>, id: &SiteId) -> Result<Option<Site>, SqlError> {
    reader
        .row("SELECT id, version, details, users FROM sites WHERE id = ?", params![id])?
        .as_ref()
        .map(site)
        .transpose()
}

/// Whether there is such a site.
pub(crate) fn exists(reader: Reader<'_>, id: &SiteId) -> Result<bool, SqlError> {
    Ok(reader.recall("SELECT 1 FROM sites WHERE id = ?", params![id])?.is_some())
}

/// Refuses a site that does not exist, at the field that names it.
pub fn must_exist<'s>(reader: Reader<'_>, sites: impl Iterator<Item = &'s SiteId>, field: &str) -> Result<(), Stop> {
    for site in sites {
        if find(reader, site)?.is_none() {
            return Err(Problem::invalid(vec![FieldError::new(field, "unknown_site")]).into());
        }
    }
    Ok(())
}

/// Shows a site.
pub fn view(context: &Context<'_>, request: View) -> Result<Site, Stop> {
    show(context, &request.site)
}

fn show(context: &Context<'_>, id: &SiteId) -> Result<Site, Stop> {
    find(context.reader, id)?.ok_or_else(|| Code::NotFound.into())
}

/// Adds a site.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Site>, Stop> {
    request.validate()?;
    let details = trimmed(request.details);
    free(context.reader, &details.name, None)?;
    let site: SiteId = context.surroundings.id();
    let effect = Effect::SiteCreated { site: site.clone(), details };
    Ok(Plan::new(vec![effect], move |context| show(context, &site)))
}

/// Changes a site.
pub fn update(context: &Context<'_>, request: Update) -> Result<Plan<Site>, Stop> {
    request.validate()?;
    let before = show(context, &request.site)?;
    if before.version != request.version {
        return Err(Code::ChangedMeanwhile.into());
    }
    let details = trimmed(request.details);
    free(context.reader, &details.name, Some(&request.site))?;
    let site = request.site;
    let effect = Effect::SiteUpdated { site: site.clone(), before: before.details, details };
    Ok(Plan::new(vec![effect], move |context| show(context, &site)))
}

fn trimmed(mut details: SiteDetails) -> SiteDetails {
    trim(&mut details.name);
    trim_address(&mut details.address);
    details
}

pub(crate) fn free(reader: Reader<'_>, name: &str, except: Option<&SiteId>) -> Result<(), Stop> {
    let taken = reader.row(
        "SELECT 1 FROM sites WHERE name_key = ? AND id IS NOT ?",
        &[Value::from(text::fold(name)), Value::from(except)],
    )?;
    match taken {
        Some(_) => Err(Problem::invalid(vec![FieldError::new("details.name", "taken")]).into()),
        None => Ok(()),
    }
}
