//! The check API: may this person do this here, who may, and why.

use crate::{
    features,
    gateway::{Context, Stop},
    groups, keyset, params, people, sites,
    sql::{Row, SqlError, Value, json},
};
use shared::{
    Code, FieldError, Problem,
    administrators::Named,
    authority::{
        Access, Decision, HeldGrant, Permission, Target, decide,
        permission::{ADMINISTRATORS_GRANT, ADMINISTRATORS_VIEW},
    },
    checks::{
        Almost, Answer, At, Because, Chain, Check, Explanation, Reason,
        api::{BATCH_MAX, Batch, Create, Explain, Held, Who},
    },
    ids::{GrantId, GroupId, UserId},
    page::Page,
    users::Status,
};
use std::collections::BTreeMap;

/// Answers one question.
pub fn create(context: &Context<'_>, request: Create) -> Result<Answer, Stop> {
    Known::new(context).answer(&request.check)
}

/// Answers many questions: what they have in common is read once.
pub fn batch(context: &Context<'_>, request: Batch) -> Result<Vec<Answer>, Stop> {
    if request.checks.len() > BATCH_MAX {
        let error = FieldError::new("checks", "too_many").with("max", BATCH_MAX);
        return Err(Problem::invalid(vec![error]).into());
    }
    let mut known = Known::new(context);
    request.checks.iter().map(|check| known.answer(check)).collect()
}

/// What has been read for the questions of one request.
struct Known<'c, 'a> {
    context: &'c Context<'a>,
    people: BTreeMap<UserId, Option<Person>>,
    places: BTreeMap<String, Option<Target>>,
    off: BTreeMap<Permission, bool>,
}

#[derive(Clone)]
struct Person {
    active: bool,
    access: Access,
}

impl<'c, 'a> Known<'c, 'a> {
    fn new(context: &'c Context<'a>) -> Self {
        Self { context, people: BTreeMap::new(), places: BTreeMap::new(), off: BTreeMap::new() }
    }

    fn answer(&mut self, check: &Check) -> Result<Answer, Stop> {
        let (Some(person), Some(place)) = (self.person(&check.user)?, self.place(&check.at)?) else {
            return Ok(refused(Reason::Unknown));
        };
        if !person.active {
            return Ok(refused(Reason::Disabled));
        }
        Ok(match decide(&person.access, &check.permission, &place) {
            Decision::Allow { .. } if self.is_off(&check.permission)? => refused(Reason::FeatureOff),
            Decision::Allow { by, through } => Answer { allowed: true, by: Some(by), through, reason: None },
            Decision::Deny(_) => refused(Reason::NoGrant),
        })
    }

    fn is_off(&mut self, permission: &Permission) -> Result<bool, Stop> {
        if let Some(known) = self.off.get(permission) {
            return Ok(*known);
        }
        let off = features::is_off(self.context.reader, permission)?;
        self.off.insert(permission.clone(), off);
        Ok(off)
    }

    /// Somebody whom the caller may see.
    fn person(&mut self, user: &UserId) -> Result<Option<Person>, Stop> {
        if let Some(known) = self.people.get(user) {
            return Ok(known.clone());
        }
        let found = self.read_person(user)?;
        self.people.insert(user.clone(), found.clone());
        Ok(found)
    }

    fn read_person(&self, user: &UserId) -> Result<Option<Person>, Stop> {
        let (reader, now) = (self.context.reader, self.context.now());
        let Some(access) = people::seen_access(reader, self.context.access()?, user, &ADMINISTRATORS_VIEW, now)? else {
            return Ok(None);
        };
        // Nobody who is disabled may do anything.
        let active = !access.grants.is_empty() || people::status_of(reader, user)? == Some(Status::Active);
        Ok(Some(Person { active, access }))
    }

    fn place(&mut self, at: &At) -> Result<Option<Target>, Stop> {
        let key = serde_json::to_string(at).map_err(|error| Stop::Broken(error.to_string()))?;
        if let Some(known) = self.places.get(&key) {
            return Ok(known.clone());
        }
        let found = place(self.context, at)?;
        self.places.insert(key, found.clone());
        Ok(found)
    }
}

fn refused(reason: Reason) -> Answer {
    Answer { allowed: false, by: None, through: None, reason: Some(reason) }
}

/// A place, if it exists where the caller may ask; that there is an organization is no secret.
fn place(context: &Context<'_>, at: &At) -> Result<Option<Target>, SqlError> {
    let reader = context.reader;
    let found = match at {
        At::Organization => return Ok(Some(Target::Organization)),
        At::Site(site) => sites::exists(reader, site)?.then(|| Target::Site(site.clone())),
        At::Group(group) => {
            Some(groups::path(reader, group)?).filter(|path| !path.is_empty()).map(|path| Target::Group { path })
        }
        At::User(user) => people::target(reader, user)?,
    };
    Ok(found.filter(|place| context.allows(&ADMINISTRATORS_VIEW, place)))
}

/// Lists what somebody may do now.
pub fn held(context: &Context<'_>, request: Held) -> Result<Vec<HeldGrant>, Stop> {
    let Held { user, .. } = request;
    let seen = people::seen_access(context.reader, context.access()?, &user, &ADMINISTRATORS_VIEW, context.now())?;
    Ok(seen.map(|access| access.grants).unwrap_or_default())
}

/// Lists who may do something somewhere, as far as the caller may see them.
pub fn who(context: &Context<'_>, request: Who) -> Result<Page<Named>, Stop> {
    let at = at(request.site.map(At::Site).into_iter().chain(request.group.map(At::Group)).next());
    let place = place(context, &at)?.ok_or(Code::NotFound)?;
    let (filter, values) = match features::is_off(context.reader, &request.permission)? {
        true => ("0".to_owned(), Vec::new()),
        false => holders(&request.permission, &place, context),
    };
    let query = keyset::Query {
        table: "users",
        key: "name_key",
        columns: "full_name",
        filter: &filter,
        values,
        descending: false,
    };
    keyset::page(context.reader, query, request.cursor.as_ref(), request.limit, named)
}

fn at(named: Option<At>) -> At {
    named.unwrap_or_default()
}

fn named(row: &Row) -> Result<Named, SqlError> {
    Ok(Named { id: row.parse(1)?, name: row.get(2)? })
}

/// The condition on `users` for those who hold a permission at a place now.
fn holders(permission: &Permission, place: &Target, context: &Context<'_>) -> (String, Vec<Value>) {
    let reach = context.access().map(|access| shared::authority::reach(access, &ADMINISTRATORS_VIEW));
    let (visible, mut values) = reach.map_or(("0", Vec::new()), |reach| people::listing::administrators_within(&reach));
    let now = context.now();
    values.extend([Value::from(now), Value::from(now), Value::from(permission.as_str())]);
    let reaches = match place {
        Target::Site(site) => {
            values.push(Value::from(site));
            "OR EXISTS (SELECT 1 FROM grant_sites WHERE grant_sites.grant = grants.id AND grant_sites.site = ?)"
        }
        Target::Group { path } => {
            values.push(json(path));
            "OR EXISTS (SELECT 1 FROM grant_groups WHERE grant_groups.grant = grants.id
                        AND grant_groups.group_id IN (SELECT value FROM json_each(?)))"
        }
        _ => "",
    };
    let filter = format!(
        "status = 'active' AND grants > 0 AND {visible} AND EXISTS (
            SELECT 1 FROM held JOIN grants ON grants.id = held.grant JOIN roles ON roles.id = grants.role
            WHERE held.user = users.id AND NOT grants.suspended
              AND coalesce(grants.valid_from, 0) <= ? AND (grants.valid_until IS NULL OR grants.valid_until > ?)
              AND (roles.kind = 'owner'
                   OR EXISTS (SELECT 1 FROM json_each(roles.details, '$.permissions') WHERE value = ?))
              AND (grants.everywhere {reaches}))"
    );
    (filter, values)
}

/// Explains why somebody may or may not do something somewhere.
pub fn explain(context: &Context<'_>, request: Explain) -> Result<Explanation, Stop> {
    let at = at(request.site.map(At::Site).into_iter().chain(request.group.map(At::Group)).next());
    let Explain { user, permission, .. } = request;
    if !people::may_see(context.reader, context.access()?, &user, &ADMINISTRATORS_VIEW)? {
        return Err(Code::NotFound.into());
    }
    let place = place(context, &at)?.ok_or(Code::NotFound)?;
    let answer = Known::new(context).answer(&Check { user: user.clone(), permission: permission.clone(), at })?;
    let chain = answer.by.as_ref().map(|grant| chain(context, &user, grant)).transpose()?.flatten();
    // Nothing that somebody could be given helps with what is not offered.
    let (almost, helpers) = if answer.allowed || answer.reason == Some(Reason::FeatureOff) {
        (Vec::new(), Vec::new())
    } else {
        (almost(context, &user, &permission, &place)?, helpers(context, &user, &permission, &place)?)
    };
    Ok(Explanation { answer, chain, almost, helpers })
}

fn chain(context: &Context<'_>, user: &UserId, id: &GrantId) -> Result<Option<Chain>, Stop> {
    let held = people::held(context.reader, user)?.into_iter().find(|held| held.grant.id == *id);
    let grant = people::grants_where(context.reader, "id = ?", params![id])?.pop();
    let (Some(held), Some(grant)) = (held, grant) else {
        return Ok(None);
    };
    let through_name = held.grant.through.as_ref().map(|group| name_of(context, group)).transpose()?.flatten();
    let seen = |by| Ok::<_, Stop>(people::named(context.reader, context.access()?, by)?);
    let granted_by = grant.granted_by.as_ref().map(seen).transpose()?.flatten();
    Ok(Some(Chain {
        grant: grant.id,
        role: grant.role,
        role_name: held.grant.role_name,
        scope: grant.scope,
        through: held.grant.through,
        through_name,
        granted_by,
        granted_at: grant.granted_at,
        until: grant.validity.until,
        reason: grant.reason,
    }))
}

fn name_of(context: &Context<'_>, group: &GroupId) -> Result<Option<String>, Stop> {
    let found = groups::find(context.reader, group)?;
    let sees = groups::place(context, group).is_ok();
    Ok(found.filter(|_| sees).map(|group| group.details.name))
}

/// Grants with the permission that do not count now or there.
fn almost(context: &Context<'_>, user: &UserId, permission: &Permission, place: &Target) -> Result<Vec<Almost>, Stop> {
    let mut almost = Vec::new();
    for held in people::held(context.reader, user)? {
        if !held.grant.allows(permission) {
            continue;
        }
        let validity = held.grant.validity;
        let because = if held.suspended {
            Because::Suspended
        } else if validity.is_over(context.now()) {
            Because::Over
        } else if !validity.contains(context.now()) {
            Because::NotYet
        } else if !held.grant.scope.covers(place) {
            Because::Elsewhere
        } else {
            continue;
        };
        almost.push(Almost { grant: held.grant.id, role_name: held.grant.role_name, because });
    }
    Ok(almost)
}

/// How many helpers are named.
const HELPERS: u32 = 5;

/// The nearest people who hold the permission there and may grant: first whoever appointed the
/// person, then those who reach no further than needed, owners last.
fn helpers(context: &Context<'_>, user: &UserId, permission: &Permission, place: &Target) -> Result<Vec<Named>, Stop> {
    let (filter, values) = holders(permission, place, context);
    let (grants, more) = holders(&ADMINISTRATORS_GRANT, place, context);
    let values: Vec<Value> =
        values.into_iter().chain(more).chain(params![user, user, HELPERS].iter().cloned()).collect();
    let rows = context.reader.rows(
        &format!(
            "SELECT '', id, full_name FROM users WHERE {filter} AND {grants} AND id <> ?
             ORDER BY id = (SELECT created_by FROM users AS person WHERE person.id = ?) DESC,
                      EXISTS (SELECT 1 FROM held JOIN grants ON grants.id = held.grant
                              WHERE held.user = users.id AND grants.everywhere), name_key, id LIMIT ?"
        ),
        &values,
    )?;
    Ok(rows.iter().map(named).collect::<Result<_, _>>()?)
}
