//! Users: the people of the organization.

use crate::{
    effects::Effect,
    gateway::{Context, Plan, Stop},
    groups,
    people::{self, listing},
    setup::trimmed,
    sites,
    sql::{Row, SqlError},
};
use shared::{
    Code, FieldError, Problem,
    administrators::Rank,
    authority::{
        Target,
        permission::{USERS_UPDATE, USERS_VIEW},
        reach,
    },
    groups::Group,
    ids::{GroupId, SiteId, UserId},
    page::Page,
    users::{
        Membership, Person, Status, TemporaryPassword, User, UserSummary,
        api::{Create, Credentials, Disable, Enable, Groups, List, ResetPassword, Update, View},
    },
    validation::Validate,
};

mod many;

pub use many::{change_many, plan_many};

/// Where a user is met, if the caller may see him there.
pub fn place(context: &Context<'_>, user: &UserId) -> Result<Target, Stop> {
    let place = people::target(context.reader, user)?.ok_or(Code::NotFound)?;
    if context.allows(&USERS_VIEW, &place) { Ok(place) } else { Err(Code::NotFound.into()) }
}

/// Where somebody new is met: at his site or, without one, in the group that he joins (RSC-1).
pub fn new_place(context: &Context<'_>, site: Option<&SiteId>, group: Option<&GroupId>) -> Result<Target, Stop> {
    match (site, group) {
        (None, Some(group)) => groups::named_place(context, group, "group"),
        _ => Ok(Target::of(site)),
    }
}

/// Lists the groups that a user is in, as far as the caller may see them.
pub fn groups(context: &Context<'_>, request: Groups) -> Result<Vec<Membership>, Stop> {
    groups::memberships(context, &request.user)
}

/// Lists the users whom the caller may see.
pub fn list(context: &Context<'_>, request: List) -> Result<Page<UserSummary>, Stop> {
    let query = listing::Query {
        administrators: false,
        reach: reach(context.access()?, &USERS_VIEW),
        q: request.q.as_deref(),
        site: request.site.as_ref(),
        kind: request.kind,
        status: request.status,
        temporary: request.temporary,
        ending: None,
        sort: request.sort.unwrap_or_default(),
        direction: request.direction.unwrap_or_default(),
        cursor: request.cursor.as_ref(),
        limit: request.limit,
    };
    listing::page(context.reader, &query, COLUMNS, summary)
}

/// What a list shows of a user. An owner is one in his own name.
const COLUMNS: &str = "full_name, user_name, email, site, status, agent, grants, last_seen_at,
    EXISTS (SELECT 1 FROM grants JOIN roles ON roles.id = grants.role
            WHERE grants.user = users.id AND roles.kind = 'owner' AND grants.everywhere)";

fn summary(row: &Row) -> Result<UserSummary, SqlError> {
    Ok(UserSummary {
        id: row.parse(1)?,
        name: row.get(2)?,
        user_name: row.get(3)?,
        email: row.get(4)?,
        site: row.parse_optional(5)?,
        status: people::status(&row.get::<String>(6)?),
        agent: row.get(7)?,
        rank: match (row.get::<u32>(8)?, row.get(10)?) {
            (0, _) => None,
            (_, true) => Some(Rank::Owner),
            (_, false) => Some(Rank::Delegated),
        },
        last_seen_at: row.get(9)?,
    })
}

/// Shows a user.
pub fn view(context: &Context<'_>, request: View) -> Result<User, Stop> {
    show(context, &request.user)
}

fn show(context: &Context<'_>, user: &UserId) -> Result<User, Stop> {
    people::find(context.reader, user)?.ok_or_else(|| Code::NotFound.into())
}

/// Adds a user with a temporary password.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Credentials>, Stop> {
    request.validate()?;
    sites::must_exist(context.reader, request.site.iter(), "site")?;
    let group = request.group.map(|group| groups::joinable(context, &group, "group")).transpose()?;
    let (user, effect, shown) = creation(context, request.person, request.site, &request.password)?;
    let joins = group.map(|Group { id, kind, .. }| Effect::MemberAdded { group: id, kind, user: user.clone() });
    let effects = std::iter::once(effect).chain(joins).collect();
    Ok(Plan::new(effects, move |_| Ok(Credentials { id: user, temporary_password: shown })))
}

/// A new person's record: id, effect, and the password to show.
pub(crate) fn creation(
    context: &Context<'_>,
    person: Person,
    site: Option<shared::ids::SiteId>,
    password: &TemporaryPassword,
) -> Result<(UserId, Effect, Option<String>), Stop> {
    let person = trimmed(person);
    free(context, &person, None)?;
    let temporary = context.temporary(password, &person)?;
    let user: UserId = context.surroundings.id();
    let effect = Effect::UserCreated {
        user: user.clone(),
        person: Box::new(person),
        site,
        phc: temporary.phc,
        temporary_until: Some(temporary.until),
        mailed: temporary.mailed,
    };
    Ok((user, effect, temporary.shown))
}

/// Refuses a user name or e-mail address that is somebody else's.
pub(crate) fn free(context: &Context<'_>, person: &Person, except: Option<&UserId>) -> Result<(), Stop> {
    let errors = people::taken_logins(context.reader, person, except)?;
    if errors.is_empty() { Ok(()) } else { Err(Problem::invalid(errors).into()) }
}

/// Changes a user. Moving one to another site needs the right at both.
pub fn update(context: &Context<'_>, request: Update) -> Result<Plan<User>, Stop> {
    request.validate()?;
    let record = show(context, &request.user)?;
    if record.version != request.version {
        return Err(Code::ChangedMeanwhile.into());
    }
    sites::must_exist(context.reader, request.site.iter(), "site")?;
    if request.site != record.site {
        context.require(&USERS_UPDATE, &Target::of(request.site.as_ref()))?;
    }
    let person = trimmed(request.person);
    free(context, &person, Some(&request.user))?;
    let user = request.user;
    let password = request.new_password.map(|password| typed(context, &user, password, &person)).transpose()?;
    let updated = Effect::UserUpdated {
        user: user.clone(),
        before: Box::new(record.person),
        person: Box::new(person),
        site_before: record.site,
        site: request.site,
    };
    let switched = request.status.map(|status| switch(context, &user, status)).transpose()?;
    let effects = std::iter::once(updated).chain(switched.into_iter().flatten()).chain(password).collect();
    Ok(Plan::new(effects, move |context| show(context, &user)))
}

/// The effect that gives somebody a temporary password as typed; what is wrong with it is told at
/// `new_password`.
fn typed(context: &Context<'_>, user: &UserId, password: String, person: &Person) -> Result<Effect, Stop> {
    let typed = TemporaryPassword::Typed { password, enforce_expiry: true };
    let temporary = context.temporary(&typed, person).map_err(|stop| match stop {
        Stop::Refused(mut problem) => {
            problem.errors.iter_mut().for_each(|error| error.field = "new_password".to_owned());
            Stop::Refused(problem)
        }
        other => other,
    })?;
    Ok(Effect::PasswordSet {
        user: user.clone(),
        phc: temporary.phc,
        temporary_until: Some(temporary.until),
        is_short: false,
        mailed: None,
    })
}

/// Disables a user.
pub fn disable(context: &Context<'_>, request: Disable) -> Result<Plan<User>, Stop> {
    let effects = switch(context, &request.user, Status::Disabled)?;
    Ok(Plan::new(effects, move |context| show(context, &request.user)))
}

/// Enables a user.
pub fn enable(context: &Context<'_>, request: Enable) -> Result<Plan<User>, Stop> {
    let effects = switch(context, &request.user, Status::Active)?;
    Ok(Plan::new(effects, move |context| show(context, &request.user)))
}

/// The effect that brings somebody to a status; none if he has it already.
pub(crate) fn switch(context: &Context<'_>, user: &UserId, status: Status) -> Result<Vec<Effect>, Stop> {
    let record = show(context, user)?;
    let user = user.clone();
    Ok(match (record.status, status) {
        (Status::Active, Status::Disabled) => vec![Effect::UserDisabled { user }],
        (Status::Disabled, Status::Active) => vec![Effect::UserEnabled { user }],
        _ => Vec::new(),
    })
}

/// Gives a user a new temporary password.
pub fn reset_password(context: &Context<'_>, request: ResetPassword) -> Result<Plan<Credentials>, Stop> {
    reset(context, request.user, &request.password)
}

/// A new temporary password for somebody.
pub(crate) fn reset(
    context: &Context<'_>,
    user: UserId,
    password: &TemporaryPassword,
) -> Result<Plan<Credentials>, Stop> {
    let record = show(context, &user)?;
    if *password == TemporaryPassword::Mailed && record.status == Status::Disabled {
        return Err(Problem::invalid(vec![FieldError::new("password", "mail_to_disabled")]).into());
    }
    let temporary = context.temporary(password, &record.person)?;
    let effect = Effect::PasswordSet {
        user: user.clone(),
        phc: temporary.phc,
        temporary_until: Some(temporary.until),
        is_short: false,
        mailed: temporary.mailed,
    };
    Ok(Plan::new(vec![effect], move |_| Ok(Credentials { id: user, temporary_password: temporary.shown })))
}
