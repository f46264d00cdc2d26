//! Administrators: users with grants.

use crate::{
    effects::Effect,
    gateway::{Context, Plan, Stop},
    params, people,
    people::listing,
    roles,
    setup::trimmed,
    sites,
    sql::{Reader, Row, SqlError},
    users,
};
use shared::{
    Code, FieldError, Problem,
    administrators::{
        Administrator, AdministratorSummary, Named, Rank,
        api::{Create, Disable, Enable, List, ResetPassword, Update, View},
    },
    authority::{
        Reach, Scope, Target,
        permission::{ADMINISTRATORS_CREATE, ADMINISTRATORS_VIEW},
        reach,
    },
    grants::{Grant, NewGrant},
    ids::UserId,
    page::Page,
    users::{Status, api::Credentials},
    validation::Validate,
};
use std::collections::BTreeSet;

/// Lists the administrators whose whole authority lies within the caller's view.
pub fn list(context: &Context<'_>, request: List) -> Result<Page<AdministratorSummary>, Stop> {
    let query = listing::Query {
        administrators: true,
        reach: reach(context.access()?, &ADMINISTRATORS_VIEW),
        q: request.q.as_deref(),
        site: request.site.as_ref(),
        status: request.status,
        sort: request.sort.unwrap_or_default(),
        direction: request.direction.unwrap_or_default(),
        cursor: request.cursor.as_ref(),
        limit: request.limit,
    };
    let reader = context.reader;
    listing::page(reader, &query, "full_name, user_name, email, status, last_seen_at", |row| summary(reader, row))
}

fn summary(reader: Reader<'_>, row: &Row) -> Result<AdministratorSummary, SqlError> {
    let id: UserId = row.parse(1)?;
    let granted = people::granted(reader, &id)?;
    let mut roles: Vec<String> = granted.grants.iter().map(|grant| grant.role_name.clone()).collect();
    roles.sort();
    roles.dedup();
    Ok(AdministratorSummary {
        name: row.get(2)?,
        user_name: row.get(3)?,
        email: row.get(4)?,
        rank: if granted.is_owner() { Rank::Owner } else { Rank::Delegated },
        status: people::status(&row.get::<String>(5)?),
        roles,
        scope: union(granted.grants.into_iter().map(|grant| grant.scope)),
        last_seen_at: row.get(6)?,
        id,
    })
}

fn union(scopes: impl Iterator<Item = Scope>) -> Scope {
    let mut all = BTreeSet::new();
    for scope in scopes {
        match scope {
            Scope::Organization => return Scope::Organization,
            Scope::Sites { sites } => all.extend(sites),
        }
    }
    Scope::Sites { sites: all }
}

/// Where an administrator's authority lies, if the caller may see all of it; anybody else is as
/// unknown as somebody who never was.
pub fn visible(context: &Context<'_>, user: &UserId) -> Result<Target, Stop> {
    let grants = people::grants(context.reader, user)?;
    if grants.is_empty() || !sees(&reach(context.access()?, &ADMINISTRATORS_VIEW), &grants) {
        return Err(Code::NotFound.into());
    }
    Ok(Target::all_of(union(grants.into_iter().map(|grant| grant.scope))))
}

fn sees(reach: &Reach, grants: &[Grant]) -> bool {
    let within = |scope: &Scope| match (reach, scope) {
        (Reach::Everywhere, _) => true,
        (Reach::Sites(_), Scope::Organization) => false,
        (Reach::Sites(reached), Scope::Sites { sites }) => sites.is_subset(reached),
    };
    grants.iter().all(|grant| within(&grant.scope))
}

/// Shows an administrator.
pub fn view(context: &Context<'_>, request: View) -> Result<Administrator, Stop> {
    show(context, &request.user)
}

fn show(context: &Context<'_>, user: &UserId) -> Result<Administrator, Stop> {
    let reader = context.reader;
    let record = people::find(reader, user)?.ok_or(Code::NotFound)?;
    let owner = people::granted(reader, user)?.is_owner();
    let parent = reader.rows(
        "SELECT parent.id, parent.full_name FROM users JOIN users AS parent ON parent.id = users.created_by
         WHERE users.id = ?",
        params![user],
    )?;
    let children = reader.rows(
        "SELECT id, full_name FROM users WHERE created_by = ? AND grants > 0 ORDER BY name_key, id",
        params![user],
    )?;
    Ok(Administrator {
        rank: if owner { Rank::Owner } else { Rank::Delegated },
        grants: people::grants(reader, user)?,
        parent: seen(context, &parent)?.pop(),
        children: seen(context, &children)?,
        user: record,
    })
}

/// Those of the named whom the caller may see.
fn seen(context: &Context<'_>, rows: &[Row]) -> Result<Vec<Named>, Stop> {
    let reach = reach(context.access()?, &ADMINISTRATORS_VIEW);
    let mut named = Vec::new();
    for row in rows {
        let id: UserId = row.parse(0)?;
        if sees(&reach, &people::grants(context.reader, &id)?) {
            named.push(Named { id, name: row.get(1)? });
        }
    }
    Ok(named)
}

/// Appoints an administrator. The judge compares every grant with what the caller holds.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Credentials>, Stop> {
    request.validate()?;
    let scope = union(request.grants.iter().map(|grant| grant.scope.clone()));
    context.require(&ADMINISTRATORS_CREATE, &Target::all_of(scope))?;
    grants_exist(context, &request.grants)?;
    let (user, creation, shown) = users::creation(context, request.person, None, &request.password)?;
    let mut effects = vec![creation];
    effects.extend(request.grants.into_iter().map(|new| added(context, &user, new)));
    Ok(Plan::new(effects, move |_| Ok(Credentials { id: user, temporary_password: shown })))
}

fn added(context: &Context<'_>, user: &UserId, new: NewGrant) -> Effect {
    Effect::GrantAdded { grant: context.surroundings.id(), user: user.clone(), role: new.role, scope: new.scope }
}

fn grants_exist(context: &Context<'_>, grants: &[NewGrant]) -> Result<(), Stop> {
    for grant in grants {
        if roles::find(context.reader, &grant.role)?.is_none() {
            return Err(Problem::invalid(vec![FieldError::new("grants", "unknown_role")]).into());
        }
        if let Scope::Sites { sites } = &grant.scope {
            sites::must_exist(context.reader, sites.iter(), "grants")?;
        }
    }
    Ok(())
}

/// Changes an administrator's record and grants: what stays is kept, the rest is added and
/// removed, each judged.
pub fn update(context: &Context<'_>, request: Update) -> Result<Plan<Administrator>, Stop> {
    request.validate()?;
    let record = people::find(context.reader, &request.user)?.ok_or(Code::NotFound)?;
    if record.version != request.version {
        return Err(Code::ChangedMeanwhile.into());
    }
    grants_exist(context, &request.grants)?;
    let person = trimmed(request.person);
    users::free(context, &person, Some(&request.user))?;
    let user = request.user;
    let mut effects = Vec::new();
    if person != record.person {
        effects.push(Effect::UserUpdated {
            user: user.clone(),
            before: Box::new(record.person),
            person: Box::new(person),
            site_before: record.site.clone(),
            site: record.site,
        });
    }
    effects.extend(changed_grants(context, &user, request.grants)?);
    Ok(Plan::new(effects, move |context| show(context, &user)))
}

fn changed_grants(context: &Context<'_>, user: &UserId, wanted: Vec<NewGrant>) -> Result<Vec<Effect>, Stop> {
    let held = people::grants(context.reader, user)?;
    let is_held = |new: &NewGrant| held.iter().any(|grant| grant.role == new.role && grant.scope == new.scope);
    let is_wanted = |grant: &Grant| wanted.iter().any(|new| grant.role == new.role && grant.scope == new.scope);
    let removed = held.iter().filter(|grant| !is_wanted(grant)).map(|grant| Effect::GrantRemoved {
        grant: grant.id.clone(),
        user: user.clone(),
        role: grant.role.clone(),
        scope: grant.scope.clone(),
    });
    let gained = wanted.iter().filter(|new| !is_held(new)).map(|new| added(context, user, new.clone()));
    // First what goes: the judge then compares the actor with all that the person held before.
    Ok(removed.chain(gained).collect())
}

/// Disables an administrator.
pub fn disable(context: &Context<'_>, request: Disable) -> Result<Plan<Administrator>, Stop> {
    let effects = users::switch(context, &request.user, Status::Disabled)?;
    Ok(Plan::new(effects, move |context| show(context, &request.user)))
}

/// Enables an administrator.
pub fn enable(context: &Context<'_>, request: Enable) -> Result<Plan<Administrator>, Stop> {
    let effects = users::switch(context, &request.user, Status::Active)?;
    Ok(Plan::new(effects, move |context| show(context, &request.user)))
}

/// Gives an administrator a new temporary password.
pub fn reset_password(context: &Context<'_>, request: ResetPassword) -> Result<Plan<Credentials>, Stop> {
    users::reset(context, request.user, &request.password)
}
