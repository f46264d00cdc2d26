//! Grants: giving, taking, suspending, and who answers for them.

use crate::{
    administrators,
    effects::{Effect, GrantDetails, load_facts},
    features,
    gateway::{Context, Plan, Stop},
    groups, params, people, roles, sites,
    sql::{Reader, SqlError},
};
use shared::{
    Code, FieldError, Problem,
    authority::{self, Scope, Target, judge::answers_for, permission::ADMINISTRATORS_VIEW},
    grants::{
        Grant, Names, NewGrant, Subject,
        api::{Assign, Copied, Copy, Create, Delete, Orphan, Orphaned, Rehome, Resume, Suspend},
    },
    ids::{GrantId, UserId},
    validation::Validate,
};

/// Refuses places that there are not.
pub(crate) fn scope_must_exist(reader: Reader<'_>, scope: &Scope, field: &str) -> Result<(), Stop> {
    match scope {
        Scope::Organization => Ok(()),
        Scope::Sites { sites } => sites::must_exist(reader, sites.iter(), field),
        Scope::Groups { groups } => groups::must_exist(reader, groups.iter(), field),
    }
}

/// Refuses a grant of, at or until something that is not there.
pub(crate) fn must_be_sound(context: &Context<'_>, grant: &NewGrant, field: &str) -> Result<(), Stop> {
    let invalid = |at: String, code: &str| Err(Problem::invalid(vec![FieldError::new(at, code)]).into());
    let Some(role) = roles::find(context.reader, &grant.role)? else {
        return invalid(field.to_owned(), "unknown_role");
    };
    features::must_exist(context.reader, &role.details.permissions, field)?;
    scope_must_exist(context.reader, &grant.scope, field)?;
    if grant.validity.is_over(context.now()) {
        return invalid(format!("{field}.validity"), "in_the_past");
    }
    Ok(())
}

/// A new grant's effect.
pub(crate) fn added(context: &Context<'_>, subject: Subject, new: NewGrant) -> Effect {
    let NewGrant { role, scope, validity, reason } = new;
    let reason = reason.trim().to_owned();
    let details = GrantDetails { subject, role, scope, validity, reason, suspended: false, grantor: None };
    Effect::GrantAdded { grant: context.surroundings.id(), details }
}

/// What a grant is, in effects.
pub(crate) fn details(grant: Grant) -> GrantDetails {
    let Grant { subject, role, scope, validity, reason, suspended, granted_by: grantor, .. } = grant;
    GrantDetails { subject, role, scope, validity, reason, suspended, grantor }
}

/// Where a grant reaches, if the caller may see who holds it.
pub fn place(context: &Context<'_>, grant: &GrantId) -> Result<Target, Stop> {
    let grant = show(context, grant)?;
    if holder_is_visible(context, &grant)? {
        Ok(groups::target(context.reader, &grant.scope)?)
    } else {
        Err(Code::NotFound.into())
    }
}

fn holder_is_visible(context: &Context<'_>, grant: &Grant) -> Result<bool, Stop> {
    match &grant.subject {
        Subject::User(user) => Ok(people::may_see(context.reader, context.access()?, user, &ADMINISTRATORS_VIEW)?),
        Subject::Group(group) => Ok(groups::place(context, group).is_ok()),
    }
}

/// What those are called whom these grants mention, and these groups, as far as the caller may
/// see them.
pub(crate) fn names<'g>(
    context: &Context<'_>,
    grants: &'g [Grant],
    more: impl IntoIterator<Item = &'g Scope>,
) -> Result<Names, Stop> {
    let mut names = Names::default();
    for user in grants.iter().filter_map(|grant| grant.granted_by.as_ref()) {
        if people::may_meet(context.reader, context.access()?, user)? {
            names.users.insert(user.clone(), people::name(context.reader, user)?.unwrap_or_default());
        }
    }
    let holders = grants.iter().filter_map(|grant| match &grant.subject {
        Subject::Group(group) => Some(group.clone()),
        Subject::User(_) => None,
    });
    let scopes = grants.iter().map(|grant| &grant.scope).chain(more);
    for group in holders.chain(scopes.flat_map(Scope::groups).cloned()) {
        if let (Ok(_), Some(known)) = (groups::place(context, &group), groups::find(context.reader, &group)?) {
            names.groups.insert(group, known.details.name);
        }
    }
    Ok(names)
}

fn find(reader: Reader<'_>, id: &GrantId) -> Result<Option<Grant>, SqlError> {
    Ok(people::grants_where(reader, "id = ?", params![id])?.pop())
}

fn show(context: &Context<'_>, id: &GrantId) -> Result<Grant, Stop> {
    find(context.reader, id)?.ok_or_else(|| Code::NotFound.into())
}

/// Gives a role to a user or a group. The judge compares what everybody gains with what the
/// caller holds.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Grant>, Stop> {
    request.validate()?;
    must_be_seen(context, &request.subject)?;
    must_be_sound(context, &request.grant, "grant")?;
    let effect = added(context, request.subject, request.grant);
    let Effect::GrantAdded { grant, .. } = &effect else {
        return Err(Stop::Broken("not a grant".into()));
    };
    let grant = grant.clone();
    Ok(Plan::new(vec![effect], move |context| show(context, &grant)))
}

/// Whether what was given once could be given now.
pub(crate) fn may_be_given(context: &Context<'_>, details: &GrantDetails) -> Result<(), Stop> {
    let GrantDetails { subject, role, scope, validity, .. } = details.clone();
    must_be_seen(context, &subject)?;
    must_be_sound(context, &NewGrant { role, scope, validity, reason: String::new() }, "grant")
}

fn must_be_seen(context: &Context<'_>, subject: &Subject) -> Result<(), Stop> {
    match subject {
        Subject::User(user) => must_be_known(context, user, "subject").map(drop),
        Subject::Group(group) => groups::place(context, group)
            .map(drop)
            .map_err(|_| Problem::invalid(vec![FieldError::new("subject", "unknown_group")]).into()),
    }
}

/// Takes a grant away.
pub fn delete(context: &Context<'_>, request: Delete) -> Result<Plan<()>, Stop> {
    let before = details(show(context, &request.grant)?);
    Ok(Plan::new(vec![Effect::GrantRemoved { grant: request.grant, before }], |_| Ok(())))
}

/// Suspends a grant.
pub fn suspend(context: &Context<'_>, request: Suspend) -> Result<Plan<Grant>, Stop> {
    switch(context, request.grant, true)
}

/// Resumes a suspended grant.
pub fn resume(context: &Context<'_>, request: Resume) -> Result<Plan<Grant>, Stop> {
    switch(context, request.grant, false)
}

fn switch(context: &Context<'_>, grant: GrantId, suspended: bool) -> Result<Plan<Grant>, Stop> {
    let details = details(show(context, &grant)?);
    let effect = match (details.suspended, suspended) {
        (false, true) => Some(Effect::GrantSuspended { grant: grant.clone(), details }),
        (true, false) => Some(Effect::GrantResumed { grant: grant.clone(), details }),
        _ => None,
    };
    Ok(Plan::new(effect.into_iter().collect(), move |context| show(context, &grant)))
}

/// Has somebody else answer for a grant.
pub fn rehome(context: &Context<'_>, request: Rehome) -> Result<Plan<Grant>, Stop> {
    let grant = request.grant;
    let details = details(show(context, &grant)?);
    if !people::may_see(context.reader, context.access()?, &request.grantor, &ADMINISTRATORS_VIEW)? {
        return Err(Problem::invalid(vec![FieldError::new("grantor", "unknown_user")]).into());
    }
    let effect = Effect::GrantRehomed { grant: grant.clone(), details, grantor: request.grantor };
    Ok(Plan::new(vec![effect], move |context| show(context, &grant)))
}

/// Lists grants for which nobody who still holds as much answers.
pub fn orphaned(context: &Context<'_>, _: Orphaned) -> Result<Vec<Orphan>, Stop> {
    let mut orphans = Vec::new();
    for grantor in grantors(context.reader)? {
        let snapshot = load_facts(context.reader, &[], [&grantor])?;
        let answered = answers_for(&snapshot, &grantor, context.now());
        let given = people::grants_where(context.reader, "granted_by = ?", params![&grantor])?;
        for grant in given.into_iter().filter(|grant| !answered.contains(&grant.id)) {
            if !grant.validity.is_over(context.now()) && holder_is_visible(context, &grant)? {
                let holder = holder(context, &grant.subject)?;
                let grantor = people::named(context.reader, context.access()?, &grantor)?;
                orphans.push(Orphan { grant, holder, grantor });
            }
        }
    }
    Ok(orphans)
}

/// Everybody who has given something.
fn grantors(reader: Reader<'_>) -> Result<Vec<UserId>, SqlError> {
    let rows = reader.rows("SELECT DISTINCT granted_by FROM grants WHERE granted_by IS NOT NULL", &[])?;
    rows.iter().map(|row| row.parse(0)).collect()
}

fn holder(context: &Context<'_>, subject: &Subject) -> Result<String, Stop> {
    Ok(match subject {
        Subject::User(user) => people::name(context.reader, user)?.unwrap_or_default(),
        Subject::Group(group) => {
            groups::find(context.reader, group)?.map(|group| group.details.name).unwrap_or_default()
        }
    })
}

/// What an administrator's own grants are to be: what stays is kept, the rest is added and
/// removed, each judged.
pub(crate) fn replaced(context: &Context<'_>, user: &UserId, wanted: Vec<NewGrant>) -> Result<Vec<Effect>, Stop> {
    let own = people::grants_where(context.reader, "user = ?", params![user])?;
    let (kept, gone): (Vec<_>, Vec<_>) = own.into_iter().partition(|grant| wanted.iter().any(|new| new.is(grant)));
    let removed =
        gone.into_iter().map(|grant| Effect::GrantRemoved { grant: grant.id.clone(), before: details(grant) });
    let gained = wanted.into_iter().filter(|new| !kept.iter().any(|grant| new.is(grant)));
    let gained = gained.map(|new| added(context, Subject::User(user.clone()), new));
    Ok(removed.chain(gained).collect())
}

/// Gives somebody several roles at once.
pub fn assign(context: &Context<'_>, request: Assign) -> Result<Plan<Vec<Grant>>, Stop> {
    request.validate()?;
    must_be_known(context, &request.user, "user")?;
    request.grants.iter().try_for_each(|grant| must_be_sound(context, grant, "grants"))?;
    let subject = Subject::User(request.user);
    let effects: Vec<_> = request.grants.into_iter().map(|new| added(context, subject.clone(), new)).collect();
    let given: Vec<GrantId> = effects.iter().filter_map(given).collect();
    Ok(Plan::new(effects, move |context| given.iter().map(|grant| show(context, grant)).collect()))
}

fn given(effect: &Effect) -> Option<GrantId> {
    match effect {
        Effect::GrantAdded { grant, .. } => Some(grant.clone()),
        _ => None,
    }
}

/// Copies what an administrator holds in his own name to somebody else, as far as the caller may
/// give it. A part that he may not give is left out; if nothing remains, that is refused.
pub fn copy(context: &Context<'_>, request: Copy) -> Result<Plan<Copied>, Stop> {
    request.validate()?;
    let Copy { user, from, mode, reason, .. } = request;
    let actor = context.access()?;
    must_be_known(context, &user, "user")?;
    if user == actor.user {
        return Err(Problem::new(Code::OnOneself).at("user").into());
    }
    let invalid = |code: &str| Stop::from(Problem::invalid(vec![FieldError::new("from", code)]));
    administrators::visible(context, &from).map_err(|_| invalid("unknown_user"))?;
    let facts = load_facts(context.reader, &[], [&from, &user, &actor.user])?;
    let plan = authority::copy(actor, &from, &user, mode, &facts, context.now());
    if plan.is_nothing() {
        return Err(invalid("nothing_to_copy"));
    }
    if let Some(left_out) = plan.left_out.first().filter(|_| plan.is_too_much()) {
        return Err(left_out.why.problem(|_| true).into());
    }
    let mut effects = Vec::new();
    for grant in &plan.removed {
        effects.push(Effect::GrantRemoved { grant: grant.clone(), before: details(show(context, grant)?) });
    }
    let taken = count(effects.len());
    effects.extend(plan.added.iter().map(|facts| {
        let (role, scope) = (facts.role.clone(), facts.scope.clone());
        let new = NewGrant { role, scope, validity: facts.validity, reason: reason.clone() };
        added(context, facts.subject.clone(), new)
    }));
    let copied = Copied { given: count(plan.added.len()), taken, left_out: count(plan.left_out.len()) };
    Ok(Plan::new(effects, move |_| Ok(copied)))
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}

/// Refuses somebody whom the caller may not meet, as if there were no such person.
fn must_be_known(context: &Context<'_>, user: &UserId, field: &str) -> Result<(), Stop> {
    if people::may_meet(context.reader, context.access()?, user)? {
        Ok(())
    } else {
        Err(Problem::invalid(vec![FieldError::new(field, "unknown_user")]).into())
    }
}
