//! Two-step verification: the second step of signing in, setting it up, and of whom it is required.

use crate::{
    effects::{Effect, Hidden, Spent},
    gateway::{Context, Cookie, Plan, Stop},
    groups,
    guesses::Counters,
    organizations, params, people, roles, session,
    sql::{Reader, SqlError},
    text,
};
use shared::{
    Code, FieldError, Problem,
    authority::{Access, Target, permission::GROUPS_VIEW},
    ids::UserId,
    session::{Session, api::ConfirmCode},
    time::{Span, Timestamp},
    two_step::{
        Begun, RECOVERY_CODES, RecoveryCodes, SET_UP_MINUTES, SecondStep, TwoStep, TwoStepPolicy, TwoStepRequirement,
        api::{Begin, Remove, RenewRecoveryCodes, Reset, SetUp, UpdatePolicy, View, ViewPolicy},
    },
    users::User,
    validation::Validate,
};
use subtle::ConstantTimeEq;

mod app;
#[cfg(test)]
pub(crate) use app::code;

/// How long somebody has to set it up.
const SET_UP_LASTS: Span = Span::minutes(SET_UP_MINUTES as i64);

/// Whether two steps are required of whoever holds this.
pub(crate) fn is_required(reader: Reader<'_>, access: &Access, policy: &TwoStepPolicy) -> Result<bool, SqlError> {
    if policy.everyone || access.grants.iter().any(|grant| policy.roles.contains(&grant.role)) {
        return Ok(true);
    }
    Ok(!policy.groups.is_empty() && !groups::of_user(reader, &access.user)?.is_disjoint(&policy.groups))
}

/// What is outstanding of the second step in a session of whoever holds this.
pub(crate) fn outstanding(
    reader: Reader<'_>,
    access: &Access,
    policy: &TwoStepPolicy,
    is_set_up: bool,
    is_confirmed: bool,
) -> Result<SecondStep, SqlError> {
    Ok(match is_set_up {
        true if is_confirmed => SecondStep::Done,
        true => SecondStep::CodeRequired,
        false if is_required(reader, access, policy)? => SecondStep::SetUpRequired,
        false => SecondStep::Done,
    })
}

/// Of whom it is required.
pub(crate) fn policy(reader: Reader<'_>) -> Result<TwoStepPolicy, SqlError> {
    let row = reader.row("SELECT two_step_policy FROM organization WHERE two_step_policy IS NOT NULL", &[])?;
    row.map_or_else(|| Ok(TwoStepPolicy::default()), |row| row.json(0))
}

/// Confirms a session with a code. Where none is asked for, it stays as it is.
pub fn confirm(context: &Context<'_>, request: ConfirmCode) -> Result<Plan<Session>, Stop> {
    let user = context.access()?.user.clone();
    let current = context.caller.session.clone().ok_or(Code::SessionRequired)?;
    let is_confirmed = session::is_confirmed(context.reader, &current)?;
    if is_confirmed || since(context.reader, &user)?.is_none() {
        return Ok(Plan::new(Vec::new(), move |context| session::show(context, &user, &current)));
    }
    with_code(context, &request.code, |mut effects| {
        let token = context.surroundings.token();
        let with_recovery_code =
            effects.iter().any(|it| matches!(it, Effect::CodeUsed { spent: Spent::Recovery(_), .. }));
        effects.push(Effect::CodeConfirmed {
            session: current.clone(),
            user: user.clone(),
            token: Hidden(text::digest(&token)),
            repetition: context.incoming.repetition().map(Hidden),
            with_recovery_code,
        });
        Ok(Plan::new(effects, move |context| session::show(context, &user, &current)).cookie(Cookie::Session(token)))
    })
}

/// Does something that takes a code of the caller's, with the effects that use it up. A wrong one of the
/// app's is counted like a wrong password. Nobody guesses a recovery code, and so none waits: whoever
/// knows somebody's password cannot keep him from using his.
fn with_code<R>(
    context: &Context<'_>,
    code: &str,
    then: impl FnOnce(Vec<Effect>) -> Result<Plan<R>, Stop>,
) -> Result<Plan<R>, Stop> {
    let user = context.access()?.user.clone();
    let counters = Counters::of_codes(&user);
    let is_guess = app::digits(code).is_some();
    let counted = is_guess.then(|| counters.admit(context.reader, context.now())).transpose()?.transpose()?;
    match (spent(context, &user, code)?, counted) {
        (Some(spent), _) => {
            let used = Effect::CodeUsed { user, spent };
            then(counters.cleared().chain([used]).collect())
        }
        (None, Some(counted)) => {
            let effects = counted.effects.into_iter().chain([Effect::CodeRefused { user }]);
            Ok(Plan::refuse(effects.collect(), refused()))
        }
        (None, None) => Err(refused().into()),
    }
}

fn refused() -> Problem {
    Problem::invalid(vec![FieldError::new("code", "code_refused")])
}

/// What is used up when this code is accepted: a step of the app, or a recovery code.
fn spent(context: &Context<'_>, user: &UserId, code: &str) -> Result<Option<Spent>, Stop> {
    let row = "SELECT secret, last_step FROM authenticators WHERE user = ?";
    let Some(row) = context.reader.row(row, params![user])? else {
        return Ok(None);
    };
    if let Some(step) = app::step_of(&row.get::<String>(0)?, code, context.now())? {
        let last: i64 = row.get(1)?;
        return Ok((step > last).then_some(Spent::Step(step)));
    }
    let digest = text::digest(&plain(code));
    let left = context.reader.rows("SELECT digest FROM recovery_codes WHERE user = ?", params![user])?;
    let mut found = None;
    for row in &left {
        let known: String = row.get(0)?;
        if bool::from(known.as_bytes().ct_eq(digest.as_bytes())) {
            found = Some(Spent::Recovery(Hidden(known)));
        }
    }
    Ok(found)
}

/// A code as it was made, however it was typed.
fn plain(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// Since when somebody signs in with two steps, if he does.
fn since(reader: Reader<'_>, user: &UserId) -> Result<Option<Timestamp>, SqlError> {
    reader.row("SELECT two_step_since FROM users WHERE id = ?", params![user])?.map_or(Ok(None), |row| row.get(0))
}

/// Shows how the caller stands.
pub fn view(context: &Context<'_>, _: View) -> Result<TwoStep, Stop> {
    show(context)
}

fn show(context: &Context<'_>) -> Result<TwoStep, Stop> {
    let user = &context.access()?.user;
    // Whoever has still to set it up holds nothing in this session.
    let access = people::access(context.reader, user, context.now())?;
    let left = context.reader.row("SELECT count(*) FROM recovery_codes WHERE user = ?", params![user])?;
    Ok(TwoStep {
        since: since(context.reader, user)?,
        recovery_codes: left.map_or(Ok(0), |row| row.get(0))?,
        is_required: is_required(context.reader, &access, &policy(context.reader)?)?,
    })
}

/// Makes a secret for an app. Replacing one takes a code.
pub fn begin(context: &Context<'_>, request: Begin) -> Result<Plan<Begun>, Stop> {
    let user = context.access()?.user.clone();
    let is_replaced = since(context.reader, &user)?.is_some();
    let session = context.caller.session.clone().ok_or(Code::SessionRequired)?;
    let begun = |mut effects: Vec<Effect>| {
        let secret = app::new_secret(&context.surroundings);
        let expires_at = context.now() + SET_UP_LASTS;
        let record = people::find(context.reader, &user)?.ok_or(Code::SessionRequired)?;
        let organization = organizations::find(context.reader)?.ok_or(Code::UnknownOrganization)?;
        let shown = app::shown(&secret, &organization.name, &record.person.user_name)?;
        effects.push(Effect::TwoStepBegun { session, user, secret: Hidden(secret), expires_at });
        Ok(Plan::new(effects, move |_| Ok(Begun { expires_at, secret: Some(shown) })))
    };
    match request.code {
        _ if !is_replaced => session::with_password(context, request.password.as_deref(), begun),
        Some(code) => with_code(context, &code, begun),
        None => Err(Problem::invalid(vec![FieldError::new("code", "required")]).into()),
    }
}

/// Completes what was begun. A wrong code is no guess at anything: the secret was shown in this session.
pub fn set_up(context: &Context<'_>, request: SetUp) -> Result<Plan<RecoveryCodes>, Stop> {
    let user = context.access()?.user.clone();
    let session = context.caller.session.clone().ok_or(Code::SessionRequired)?;
    let begun = "SELECT secret FROM new_authenticators WHERE session = ? AND expires_at > ?";
    let begun = context.reader.row(begun, params![&session, context.now()])?.ok_or(Code::TwoStepNotBegun)?;
    let secret: String = begun.get(0)?;
    let step = app::step_of(&secret, &request.code, context.now())?.ok_or_else(refused)?;
    let (codes, digests) = recovery_codes(context);
    let effects = vec![
        Effect::TwoStepSetUp { user: user.clone(), session, secret: Hidden(secret), step },
        Effect::RecoveryCodesMade { user, digests },
    ];
    Ok(Plan::new(effects, move |_| Ok(RecoveryCodes { codes: Some(codes) })))
}

/// Makes new recovery codes.
pub fn renew_recovery_codes(context: &Context<'_>, request: RenewRecoveryCodes) -> Result<Plan<RecoveryCodes>, Stop> {
    let user = context.access()?.user.clone();
    since(context.reader, &user)?.ok_or(Code::TwoStepNotBegun)?;
    with_code(context, &request.code, |mut effects| {
        let (codes, digests) = recovery_codes(context);
        effects.push(Effect::RecoveryCodesMade { user, digests });
        Ok(Plan::new(effects, move |_| Ok(RecoveryCodes { codes: Some(codes) })))
    })
}

/// Recovery codes of 125 bits, enough for a plain digest to keep them (ASVS 6.5.2), and their digests.
fn recovery_codes(context: &Context<'_>) -> (Vec<String>, Vec<Hidden>) {
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| context.surroundings.recovery_code()).collect();
    let digests = codes.iter().map(|code| Hidden(text::digest(&plain(code)))).collect();
    (codes, digests)
}

/// Removes it from the caller's account, unless it is required of him.
pub fn remove(context: &Context<'_>, request: Remove) -> Result<Plan<TwoStep>, Stop> {
    let now = show(context)?;
    if now.since.is_none() {
        return Ok(Plan::new(Vec::new(), show));
    }
    if now.is_required {
        return Err(Code::TwoStepKept.into());
    }
    let user = context.access()?.user.clone();
    with_code(context, &request.code, |mut effects| {
        effects.push(Effect::TwoStepRemoved { user });
        Ok(Plan::new(effects, show))
    })
}

/// Where somebody's account is met, if the caller may meet him there.
pub fn place(context: &Context<'_>, user: &UserId) -> Result<Target, Stop> {
    if !people::may_meet(context.reader, context.access()?, user)? {
        return Err(Code::NotFound.into());
    }
    if people::granted(context.reader, user)?.grants.is_empty() {
        return people::target(context.reader, user)?.ok_or_else(|| Code::NotFound.into());
    }
    Ok(people::authority_target(context.reader, user)?)
}

/// Ends somebody's two-step verification.
pub fn reset(context: &Context<'_>, request: Reset) -> Result<Plan<User>, Stop> {
    let user = request.user;
    let is_set_up = since(context.reader, &user)?.is_some();
    let effects = is_set_up.then(|| Effect::TwoStepReset { user: user.clone() }).into_iter().collect();
    Ok(Plan::new(effects, move |context| people::find(context.reader, &user)?.ok_or_else(|| Code::NotFound.into())))
}

/// Shows of whom it is required.
pub fn view_policy(context: &Context<'_>, _: ViewPolicy) -> Result<TwoStepRequirement, Stop> {
    requirement(context)
}

fn requirement(context: &Context<'_>) -> Result<TwoStepRequirement, Stop> {
    let row = context.reader.row("SELECT two_step_version FROM organization", &[])?;
    let policy = policy(context.reader)?;
    let mut shown = TwoStepRequirement {
        version: row.ok_or(Code::UnknownOrganization)?.get(0)?,
        roles: policy.roles.iter().map(|role| (role.clone(), String::new())).collect(),
        groups: policy.groups.iter().map(|group| (group.clone(), String::new())).collect(),
        policy,
    };
    for (id, name) in &mut shown.roles {
        *name = roles::find(context.reader, id)?.map(|role| role.details.name).unwrap_or_default();
    }
    let sees_groups = context.allows(&GROUPS_VIEW, &Target::Organization);
    for (id, name) in shown.groups.iter_mut().filter(|_| sees_groups) {
        *name = groups::find(context.reader, id)?.map(|group| group.details.name).unwrap_or_default();
    }
    shown.roles.retain(|_, name| !name.is_empty());
    shown.groups.retain(|_, name| !name.is_empty());
    Ok(shown)
}

/// Changes of whom it is required. What people have set up stays.
pub fn update_policy(context: &Context<'_>, request: UpdatePolicy) -> Result<Plan<TwoStepRequirement>, Stop> {
    request.validate()?;
    let before = requirement(context)?;
    if before.version != request.version {
        return Err(Code::ChangedMeanwhile.into());
    }
    let (before, policy) = (before.policy, request.policy);
    for role in policy.roles.difference(&before.roles) {
        if roles::find(context.reader, role)?.is_none() {
            return Err(Problem::invalid(vec![FieldError::new("policy.roles", "unknown_role")]).into());
        }
    }
    for group in policy.groups.difference(&before.groups) {
        groups::named_place(context, group, "policy.groups")?;
    }
    Ok(Plan::new(vec![Effect::TwoStepPolicyUpdated { before, details: policy }], requirement))
}
