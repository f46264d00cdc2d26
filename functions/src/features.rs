//! Features: permissions of the organization's own product.

use crate::{
    effects::Effect,
    gateway::{Context, Plan, Stop},
    params, roles,
    setup::trim,
    sql::{Reader, Row, SqlError},
};
use shared::{
    Code, FieldError, Problem,
    authority::{Access, Permission, Permissions, Target, decide},
    features::{
        Feature, FeatureDetails,
        api::{Create, Delete, List, Update},
    },
    ids::FeatureKey,
    validation::Validate,
};

/// Lists the features.
pub fn list(context: &Context<'_>, _: List) -> Result<Vec<Feature>, Stop> {
    Ok(all(context.reader)?)
}

fn all(reader: Reader<'_>) -> Result<Vec<Feature>, SqlError> {
    let rows = reader.rows("SELECT key, version, details FROM features ORDER BY key", &[])?;
    rows.iter().map(feature).collect()
}

/// The permissions that come with the features.
pub(crate) fn permissions(reader: Reader<'_>) -> Result<Vec<Permission>, SqlError> {
    Ok(all(reader)?.iter().map(|feature| Permission::feature(&feature.key)).collect())
}

/// The features that somebody may use somewhere.
pub(crate) fn held(reader: Reader<'_>, access: &Access) -> Result<Vec<Feature>, SqlError> {
    let may_use = |feature: &Feature| {
        feature.details.enabled && decide(access, &Permission::feature(&feature.key), &Target::Anywhere).is_allowed()
    };
    Ok(all(reader)?.into_iter().filter(may_use).collect())
}

fn feature(row: &Row) -> Result<Feature, SqlError> {
    Ok(Feature { key: row.parse(0)?, version: row.get(1)?, details: row.json(2)? })
}

pub(crate) fn find(reader: Reader<'_>, key: &FeatureKey) -> Result<Option<Feature>, SqlError> {
    let row = reader.row("SELECT key, version, details FROM features WHERE key = ?", params![key.as_str()])?;
    row.as_ref().map(feature).transpose()
}

fn show(context: &Context<'_>, key: &FeatureKey) -> Result<Feature, Stop> {
    find(context.reader, key)?.ok_or_else(|| Code::NotFound.into())
}

/// Whether a permission is that of a feature which is not offered now.
pub(crate) fn is_off(reader: Reader<'_>, permission: &Permission) -> Result<bool, SqlError> {
    let feature = permission.as_feature().map(|key| find(reader, &key)).transpose()?.flatten();
    Ok(feature.is_some_and(|feature| !feature.details.enabled))
}

/// Refuses permissions of features that the organization does not have, at the field.
pub(crate) fn must_exist(reader: Reader<'_>, permissions: &Permissions, field: &str) -> Result<(), Stop> {
    for key in permissions.iter().filter_map(Permission::as_feature) {
        if find(reader, &key)?.is_none() {
            return Err(Problem::invalid(vec![FieldError::new(field, "unknown_feature")]).into());
        }
    }
    Ok(())
}

/// Adds a feature.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Feature>, Stop> {
    request.validate()?;
    if find(context.reader, &request.key)?.is_some() {
        return Err(Problem::invalid(vec![FieldError::new("key", "taken")]).into());
    }
    let key = request.key;
    if roles::free(context.reader, &roles::of_feature(&key).name, None).is_err() {
        return Err(Problem::invalid(vec![FieldError::new("key", "taken")]).into());
    }
    let role = context.surroundings.id();
    let effect = Effect::FeatureCreated { key: key.clone(), role, details: trimmed(request.details) };
    Ok(Plan::new(vec![effect], move |context| show(context, &key)))
}

/// Changes a feature.
pub fn update(context: &Context<'_>, request: Update) -> Result<Plan<Feature>, Stop> {
    request.validate()?;
    let before = show(context, &request.key)?;
    if before.version != request.version {
        return Err(Code::ChangedMeanwhile.into());
    }
    let key = request.key;
    let effect = Effect::FeatureUpdated { key: key.clone(), before: before.details, details: trimmed(request.details) };
    Ok(Plan::new(vec![effect], move |context| show(context, &key)))
}

/// Deletes a feature that nobody holds and no other role contains.
pub fn delete(context: &Context<'_>, request: Delete) -> Result<Plan<()>, Stop> {
    let before = show(context, &request.key)?;
    let own = roles::find_of_feature(context.reader, &request.key)?.ok_or(Code::NotFound)?;
    if own.holders > 0 {
        return Err(Problem::new(Code::InUse).with("count", own.holders).into());
    }
    let permission = Permission::feature(&request.key);
    let row = context.reader.row(
        "SELECT count(*) FROM roles WHERE feature IS NOT ? AND EXISTS
         (SELECT 1 FROM json_each(roles.details, '$.permissions') WHERE value = ?)",
        params![request.key.as_str(), permission.as_str()],
    )?;
    let used: u32 = row.map_or(Ok(0), |row| row.get(0))?;
    if used > 0 {
        return Err(Problem::new(Code::FeatureInUse).with("count", used).into());
    }
    let effect = Effect::FeatureDeleted { key: request.key, role: own.id, before: before.details };
    Ok(Plan::new(vec![effect], |_| Ok(())))
}

fn trimmed(mut details: FeatureDetails) -> FeatureDetails {
    for words in [&mut details.label, &mut details.description] {
        [&mut words.en, &mut words.fr, &mut words.nl].into_iter().for_each(trim);
    }
    trim(&mut details.icon);
    trim(&mut details.link);
    details
}
