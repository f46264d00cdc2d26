//! Administrators: users with grants.

use crate::{
    effects::{Effect, tree},
    gateway::{Context, Plan, Stop},
    grants, groups, params, people,
    people::listing,
    setup::trimmed,
    sites,
    sql::{Reader, Row, SqlError},
    users,
};
use shared::{
    Code,
    administrators::{
        Administrator, AdministratorSummary, Named, Rank,
        api::{Create, Disable, Enable, List, ResetPassword, Update, View},
    },
    authority::{
        Scope, Target,
        permission::{ADMINISTRATORS_CREATE, ADMINISTRATORS_VIEW},
        reach,
    },
    grants::{NewGrant, Subject},
    ids::UserId,
    page::Page,
    time::Span,
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
        kind: None,
        status: request.status,
        temporary: None,
        ending: request.ending_within.map(|days| context.now()..context.now() + Span::days(days.into())),
        sort: request.sort.unwrap_or_default(),
        direction: request.direction.unwrap_or_default(),
        cursor: request.cursor.as_ref(),
        limit: request.limit,
    };
    let reader = context.reader;
    listing::page(reader, &query, "full_name, user_name, email, agent, status, last_seen_at", |row| {
        summary(reader, row)
    })
}

fn summary(reader: Reader<'_>, row: &Row) -> Result<AdministratorSummary, SqlError> {
    let id: UserId = row.parse(1)?;
    let granted = people::granted(reader, &id)?;
    let mut roles: Vec<String> = granted.grants.iter().map(|grant| grant.role_name.clone()).collect();
    roles.sort();
    roles.dedup();
    let scope = union(granted.grants.iter().map(|grant| grant.scope.clone()));
    Ok(AdministratorSummary {
        name: row.get(2)?,
        user_name: row.get(3)?,
        email: row.get(4)?,
        rank: if granted.is_owner() { Rank::Owner } else { Rank::Delegated },
        agent: row.get(5)?,
        status: people::status(&row.get::<String>(6)?),
        roles,
        groups: tree(reader, scope.groups())?,
        scope,
        last_seen_at: row.get(7)?,
        id,
    })
}

/// All places together; where sites and groups come together, sites are named.
fn union(scopes: impl Iterator<Item = Scope>) -> Scope {
    let (mut all_sites, mut all_groups) = (BTreeSet::new(), BTreeSet::new());
    for scope in scopes {
        match scope {
            Scope::Organization => return Scope::Organization,
            Scope::Sites { sites } => all_sites.extend(sites),
            Scope::Groups { groups } => all_groups.extend(groups),
        }
    }
    if all_sites.is_empty() && !all_groups.is_empty() {
        return Scope::Groups { groups: all_groups };
    }
    Scope::Sites { sites: all_sites }
}

/// Where an administrator's authority lies, if the caller may see all of it; anybody else is as
/// unknown as somebody who never was.
pub fn visible(context: &Context<'_>, user: &UserId) -> Result<Target, Stop> {
    if people::granted(context.reader, user)?.grants.is_empty() {
        return Err(Code::NotFound.into());
    }
    let place = people::authority_target(context.reader, user)?;
    if context.allows(&ADMINISTRATORS_VIEW, &place) { Ok(place) } else { Err(Code::NotFound.into()) }
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
    let grants = people::grants(reader, user)?;
    let scopes = grants.iter().map(|grant| &grant.scope);
    let scopes = scopes.chain(context.access()?.grants.iter().map(|grant| &grant.scope));
    Ok(Administrator {
        rank: if owner { Rank::Owner } else { Rank::Delegated },
        names: grants::names(context, &grants, [])?,
        groups: tree(reader, scopes.flat_map(Scope::groups))?,
        grants,
        parent: seen(context, &parent)?.pop(),
        children: seen(context, &children)?,
        user: record,
    })
}

/// Those of the named whom the caller may see.
fn seen(context: &Context<'_>, rows: &[Row]) -> Result<Vec<Named>, Stop> {
    let mut named = Vec::new();
    for row in rows {
        let id: UserId = row.parse(0)?;
        if people::may_see(context.reader, context.access()?, &id, &ADMINISTRATORS_VIEW)? {
            named.push(Named { id, name: row.get(1)? });
        }
    }
    Ok(named)
}

/// Appoints an administrator. The judge compares every grant with what the caller holds.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Credentials>, Stop> {
    request.validate()?;
    grants_are_sound(context, &request.grants)?;
    for grant in &request.grants {
        context.require(&ADMINISTRATORS_CREATE, &groups::target(context.reader, &grant.scope)?)?;
    }
    sites::must_exist(context.reader, request.site.iter(), "site")?;
    let (user, creation, shown) = users::creation(context, request.person, request.site, &request.password)?;
    let mut effects = vec![creation];
    effects.extend(request.grants.into_iter().map(|new| grants::added(context, Subject::User(user.clone()), new)));
    Ok(Plan::new(effects, move |_| Ok(Credentials { id: user, temporary_password: shown })))
}

fn grants_are_sound(context: &Context<'_>, grants: &[NewGrant]) -> Result<(), Stop> {
    grants.iter().try_for_each(|grant| grants::must_be_sound(context, grant, "grants"))
}

/// Changes an administrator's record and grants: what stays is kept, the rest is added and
/// removed, each judged.
pub fn update(context: &Context<'_>, request: Update) -> Result<Plan<Administrator>, Stop> {
    request.validate()?;
    let record = people::find(context.reader, &request.user)?.ok_or(Code::NotFound)?;
    if record.version != request.version {
        return Err(Code::ChangedMeanwhile.into());
    }
    grants_are_sound(context, &request.grants)?;
    sites::must_exist(context.reader, request.site.iter(), "site")?;
    let person = trimmed(request.person);
    users::free(context, &person, Some(&request.user))?;
    let user = request.user;
    let mut effects = Vec::new();
    if person != record.person || request.site != record.site {
        effects.push(Effect::UserUpdated {
            user: user.clone(),
            before: Box::new(record.person),
            person: Box::new(person),
            site_before: record.site,
            site: request.site,
        });
    }
    effects.extend(grants::replaced(context, &user, request.grants)?);
    Ok(Plan::new(effects, move |context| show(context, &user)))
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
