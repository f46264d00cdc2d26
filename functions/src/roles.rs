//! Roles.

use crate::{
    effects::Effect,
    features,
    gateway::{Context, Plan, Stop},
    params,
    setup::trim,
    sql::{Reader, Row, SqlError, Value},
    surroundings::Surroundings,
    text,
};
use shared::{
    Code, FieldError, Problem,
    authority::{Permission, permission as p},
    groups::ACCOUNT_ADMINISTRATORS,
    ids::{FeatureKey, RoleId},
    roles::{
        Role, RoleDetails, RoleKind,
        api::{Create, Delete, List, Update, View},
    },
    validation::Validate,
};

const COLUMNS: &str = "SELECT roles.id, roles.version, roles.kind, roles.details, roles.holders, features.details
    FROM roles LEFT JOIN features ON features.key = roles.feature";

/// Lists all roles: built-in ones, then those of features, then the organization's own.
pub fn list(context: &Context<'_>, _: List) -> Result<Vec<Role>, Stop> {
    // Built-in roles were made in their order, and ids grow with time.
    let sql = format!(
        "{COLUMNS} ORDER BY roles.kind = 'custom', roles.feature IS NOT NULL,
         CASE WHEN roles.kind = 'custom' OR roles.feature IS NOT NULL THEN roles.name_key ELSE roles.id END"
    );
    Ok(context.reader.rows(&sql, &[])?.iter().map(role).collect::<Result<_, _>>()?)
}

/// A role, if there is one.
pub fn find(reader: Reader<'_>, id: &RoleId) -> Result<Option<Role>, SqlError> {
    reader.row(&format!("{COLUMNS} WHERE roles.id = ?"), params![id])?.as_ref().map(role).transpose()
}

/// The role of a feature.
pub(crate) fn find_of_feature(reader: Reader<'_>, key: &FeatureKey) -> Result<Option<Role>, SqlError> {
    reader.row(&format!("{COLUMNS} WHERE roles.feature = ?"), params![key.as_str()])?.as_ref().map(role).transpose()
}

/// What the role of a feature is like.
pub(crate) fn of_feature(key: &FeatureKey) -> RoleDetails {
    let permission = Permission::feature(key);
    RoleDetails { name: permission.resource().to_owned(), description: String::new(), permissions: [permission].into() }
}

fn role(row: &Row) -> Result<Role, SqlError> {
    let mut details: RoleDetails = row.json(3)?;
    let feature = row.get::<Option<String>>(5)?.map(|_| row.json(5)).transpose()?;
    let kind = if feature.is_some() { RoleKind::Feature } else { kind(&row.get::<String>(2)?)? };
    if kind == RoleKind::Owner {
        // Stored without: it allows everything, also what is added later.
        details.permissions = p::ALL.iter().cloned().collect();
        // The organization's features are listed where they are: among the features.
    }
    Ok(Role { id: row.parse(0)?, version: row.get(1)?, kind, details, holders: row.get(4)?, feature })
}

/// A kind's column. A feature's role is a function that has a feature.
pub const fn kind_text(kind: RoleKind) -> &'static str {
    match kind {
        RoleKind::Owner => "owner",
        RoleKind::SystemDefault => "system_default",
        RoleKind::Function | RoleKind::Feature => "function",
        RoleKind::Custom => "custom",
    }
}

fn kind(text: &str) -> Result<RoleKind, SqlError> {
    [RoleKind::Owner, RoleKind::SystemDefault, RoleKind::Function, RoleKind::Custom]
        .into_iter()
        .find(|kind| kind_text(*kind) == text)
        .ok_or_else(|| SqlError(format!("no kind of role: {text}")))
}

/// Shows a role.
pub fn view(context: &Context<'_>, request: View) -> Result<Role, Stop> {
    show(context, &request.role)
}

fn show(context: &Context<'_>, id: &RoleId) -> Result<Role, Stop> {
    find(context.reader, id)?.ok_or_else(|| Code::NotFound.into())
}

/// Makes a custom role.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Role>, Stop> {
    request.validate()?;
    let details = trimmed(request.details);
    free(context.reader, &details.name, None)?;
    features::must_exist(context.reader, &details.permissions, "details.permissions")?;
    let role: RoleId = context.surroundings.id();
    let effect = Effect::RoleCreated { role: role.clone(), kind: RoleKind::Custom, details };
    Ok(Plan::new(vec![effect], move |context| show(context, &role)))
}

/// Changes a custom role.
pub fn update(context: &Context<'_>, request: Update) -> Result<Plan<Role>, Stop> {
    request.validate()?;
    let before = changeable(context, &request.role)?;
    if before.version != request.version {
        return Err(Code::ChangedMeanwhile.into());
    }
    let details = trimmed(request.details);
    free(context.reader, &details.name, Some(&request.role))?;
    features::must_exist(context.reader, &details.permissions, "details.permissions")?;
    let role = request.role;
    let effect = Effect::RoleUpdated { role: role.clone(), before: before.details, details };
    Ok(Plan::new(vec![effect], move |context| show(context, &role)))
}

/// Deletes a custom role that nobody holds.
pub fn delete(context: &Context<'_>, request: Delete) -> Result<Plan<()>, Stop> {
    let before = changeable(context, &request.role)?;
    if before.holders > 0 {
        return Err(Problem::new(Code::InUse).with("count", before.holders).into());
    }
    Ok(Plan::new(vec![Effect::RoleDeleted { role: request.role, before: before.details }], |_| Ok(())))
}

fn changeable(context: &Context<'_>, id: &RoleId) -> Result<Role, Stop> {
    let role = show(context, id)?;
    if role.kind.is_built_in() { Err(Code::BuiltIn.into()) } else { Ok(role) }
}

fn trimmed(mut details: RoleDetails) -> RoleDetails {
    trim(&mut details.name);
    trim(&mut details.description);
    details
}

pub(crate) fn free(reader: Reader<'_>, name: &str, except: Option<&RoleId>) -> Result<(), Stop> {
    let taken = reader.row(
        "SELECT 1 FROM roles WHERE name_key = ? AND id IS NOT ?",
        &[Value::from(text::fold(name)), Value::from(except)],
    )?;
    match taken {
        Some(_) => Err(Problem::invalid(vec![FieldError::new("details.name", "taken")]).into()),
        None => Ok(()),
    }
}

/// The owner's role.
pub(crate) fn owner(role: RoleId) -> Effect {
    Effect::RoleCreated { role, kind: RoleKind::Owner, details: details("owner", []) }
}

/// The other roles that every organization begins with: *System default* and the console's
/// functions.
pub(crate) fn built_in(surroundings: &Surroundings<'_>) -> Vec<Effect> {
    let views =
        [p::DASHBOARD_VIEW, p::USERS_VIEW, p::ADMINISTRATORS_VIEW, p::SITES_VIEW, p::ROLES_VIEW, p::GROUPS_VIEW];
    let functions = [
        details("dashboard", [p::DASHBOARD_VIEW]),
        details("users", [p::USERS_VIEW, p::USERS_CREATE, p::USERS_UPDATE, p::SITES_VIEW]),
        details(
            "administrators",
            [
                p::ADMINISTRATORS_VIEW,
                p::ADMINISTRATORS_CREATE,
                p::ADMINISTRATORS_UPDATE,
                p::ADMINISTRATORS_GRANT,
                p::SITES_VIEW,
                p::ROLES_VIEW,
            ],
        ),
        details("sites", [p::SITES_VIEW, p::SITES_CREATE, p::SITES_UPDATE]),
        details("roles", [p::ROLES_VIEW, p::ROLES_CREATE, p::ROLES_UPDATE, p::ROLES_DELETE]),
        details(
            "groups",
            [p::GROUPS_VIEW, p::GROUPS_CREATE, p::GROUPS_UPDATE, p::GROUPS_DELETE, p::USERS_VIEW, p::SITES_VIEW],
        ),
        details("audit", [p::AUDIT_VIEW]),
        details(
            "inventory",
            [p::INVENTORY_VIEW, p::INVENTORY_CREATE, p::INVENTORY_UPDATE, p::INVENTORY_DELETE, p::SITES_VIEW],
        ),
        details("services", [p::LICENSES_VIEW, p::LICENSES_CREATE, p::LICENSES_UPDATE, p::LICENSES_DELETE]),
        details("assignments", [p::ASSIGNMENTS_VIEW, p::ASSIGNMENTS_UPDATE, p::USERS_VIEW, p::SITES_VIEW]),
        details("reports", [p::REPORTS_VIEW, p::SITES_VIEW]),
        details("analytics", [p::ANALYTICS_VIEW, p::SITES_VIEW]),
        details("notices", [p::NOTICES_CREATE, p::SITES_VIEW, p::GROUPS_VIEW]),
        details("organization", [p::ORGANIZATION_VIEW]),
        details("notes", [p::NOTES_VIEW, p::NOTES_CREATE, p::NOTES_DELETE, p::SITES_VIEW]),
        details("orders", [p::ORDERS_VIEW, p::ORDERS_CREATE, p::ORDERS_UPDATE, p::SITES_VIEW]),
        details("integrations", [p::INTEGRATIONS_VIEW, p::INTEGRATIONS_UPDATE, p::AUDIT_VIEW]),
        account_administrator(),
    ];
    let default = (RoleKind::SystemDefault, details("system_default", views));
    std::iter::once(default)
        .chain(functions.map(|details| (RoleKind::Function, details)))
        .enumerate()
        .map(|(order, (kind, details))| Effect::RoleCreated { role: in_order(surroundings, order), kind, details })
        .collect()
}

/// What the members of the group that every organization has may do: everything, and yet they
/// are no owners.
pub(crate) fn account_administrator() -> RoleDetails {
    RoleDetails {
        name: ACCOUNT_ADMINISTRATORS.into(),
        description: String::new(),
        permissions: p::ALL.iter().cloned().collect(),
    }
}

/// An id that sorts after the owner role's and in this order.
fn in_order(surroundings: &Surroundings<'_>, order: usize) -> RoleId {
    let later = shared::time::Span(i64::try_from(order).unwrap_or_default() + 1);
    Surroundings { now: surroundings.now + later, ..*surroundings }.id()
}

fn details<const N: usize>(name: &str, permissions: [Permission; N]) -> RoleDetails {
    RoleDetails { name: name.into(), description: String::new(), permissions: permissions.into() }
}
