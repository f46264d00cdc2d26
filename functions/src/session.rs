//! Signing in and out, and changing one's own password.

use crate::{
    effects::{Effect, Hidden},
    features,
    gateway::{Ask, Context, Cookie, Plan, Stop},
    guesses::Counters,
    hashing, notices, organizations, params, people, profile,
    sql::{Reader, SqlError},
    text, two_step,
};
use shared::{
    Code, FieldError, Problem,
    administrators::Named,
    authority::Access,
    ids::{SessionId, UserId},
    password::{self, Factors, MAX_CHARACTERS},
    session::{
        Session,
        api::{ChangePassword, Create, Delete, SetUpAccount, View},
    },
    time::{Span, Timestamp},
    two_step::{RECENT_MINUTES, SecondStep},
    users::{PasswordState, Status},
    validation::Validate,
};

/// So long after signing in, nothing asks for the password again.
const RECENT: Span = Span::minutes(RECENT_MINUTES as i64);

/// An account as signing in sees it.
struct Account {
    user: UserId,
    phc: String,
    status: Status,
    temporary_until: Option<Timestamp>,
}

/// Signs in. First the guess is counted and the front asked to check the password; then, if it
/// fits and the account may be used, a session begins.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Session>, Stop> {
    if text::password(&request.password).chars().count() > MAX_CHARACTERS {
        return Err(Code::SignInRefused.into());
    }
    let account = find(context.reader, &request.login)?;
    let counters = counters(context, account.as_ref(), &request.login)?;
    let Some((phc, fits)) = &context.incoming.done.verified else {
        return ask(context, &counters, &request.password, account.as_ref());
    };
    match account {
        Some(account) if *fits && account.phc == *phc && account.is_usable(context.now()) => {
            start(context, account.user, counters)
        }
        Some(account) => Ok(Plan::refuse(vec![Effect::SignInFailed { user: account.user }], Code::SignInRefused)),
        None => {
            let effect = counters.rewritten(context.reader, context.now())?;
            Ok(Plan::refuse(vec![effect], Code::SignInRefused))
        }
    }
}

impl Account {
    fn is_usable(&self, now: Timestamp) -> bool {
        self.status == Status::Active && self.temporary_until.is_none_or(|until| now < until)
    }
}

fn find(reader: Reader<'_>, login: &str) -> Result<Option<Account>, SqlError> {
    let row = reader.row(
        "SELECT users.id, phc, status, temporary_until FROM logins JOIN users ON users.id = logins.user WHERE key = ?",
        params![text::fold(login)],
    )?;
    row.as_ref().map(account).transpose()
}

fn account(row: &crate::sql::Row) -> Result<Account, SqlError> {
    Ok(Account {
        user: row.parse(0)?,
        phc: row.get(1)?,
        status: people::status(&row.get::<String>(2)?),
        temporary_until: row.get(3)?,
    })
}

/// What a guess at this login meets. A browser that the person knows is no stranger.
fn counters(context: &Context<'_>, account: Option<&Account>, login: &str) -> Result<Counters, SqlError> {
    let user = account.map(|account| &account.user);
    let device = user.map(|user| known_device(context, user)).transpose()?.flatten();
    Ok(match (user, device) {
        (Some(user), Some(digest)) => Counters::of_known_device(user, &digest),
        _ => Counters::of_stranger(login, user),
    })
}

/// The digest of this browser's device token, if the person has signed in with it before.
fn known_device(context: &Context<'_>, user: &UserId) -> Result<Option<String>, SqlError> {
    let Some(device) = &context.incoming.device else {
        return Ok(None);
    };
    let digest = text::digest(device);
    let sql = "SELECT 1 FROM browsers WHERE token_digest = ? AND user = ?";
    Ok(context.reader.row(sql, params![&digest, user])?.map(|_| digest))
}

/// Counts the guess, for good, and has the password checked. A guess that the account's silent
/// count holds back is checked against a hash that fits nothing: the same answer at the same cost.
fn ask<R>(
    context: &Context<'_>,
    counters: &Counters,
    password: &str,
    account: Option<&Account>,
) -> Result<Plan<R>, Stop> {
    let admitted = counters.admit(context.reader, context.now())??;
    let account = account.filter(|_| admitted.is_evaluated);
    let phc = account.map_or(hashing::NOBODY, |account| &account.phc).to_owned();
    Ok(Plan::ask(admitted.effects, Ask::Verify { password: text::password(password), phc }))
}

/// The most characters of a browser's name that are kept.
const USER_AGENT_MAX: usize = 200;

fn start(context: &Context<'_>, user: UserId, counters: Counters) -> Result<Plan<Session>, Stop> {
    let mut effects: Vec<Effect> = counters.cleared().collect();
    effects.extend(replaced(context)?);
    // Whoever takes two steps has this one taken: the code is given in the session that begins here.
    let (session, token) = begin(context, &user, false, &mut effects)?;
    let known = known_device(context, &user)?.is_some();
    let device = (!known).then(|| context.surroundings.token());
    effects.extend(device.iter().map(|token| remembered(&user, token)));
    let plan = Plan::new(effects, move |context| show(context, &user, &session)).cookie(Cookie::Session(token));
    Ok(device.into_iter().fold(plan, |plan, token| plan.cookie(Cookie::Device(token))))
}

fn remembered(user: &UserId, token: &str) -> Effect {
    Effect::BrowserRemembered { user: user.clone(), token: Hidden(text::digest(token)) }
}

/// The session that this browser had until now: signing in never continues one (ASVS 7.2.4).
fn replaced(context: &Context<'_>) -> Result<Option<Effect>, SqlError> {
    let Some(token) = &context.incoming.session else {
        return Ok(None);
    };
    let row =
        context.reader.row("SELECT id, user FROM sessions WHERE token_digest = ?", params![text::digest(token)])?;
    row.map(|row| Ok(Effect::SessionEnded { session: row.parse(0)?, user: row.parse(1)? })).transpose()
}

/// A new session; the token is the browser's. `confirmed` says whether a code was given in the one
/// that it follows.
pub(crate) fn begin(
    context: &Context<'_>,
    user: &UserId,
    confirmed: bool,
    effects: &mut Vec<Effect>,
) -> Result<(SessionId, String), SqlError> {
    let (session, token): (SessionId, _) = (context.surroundings.id(), context.surroundings.token());
    effects.push(Effect::SessionStarted {
        session: session.clone(),
        user: user.clone(),
        token: Hidden(text::digest(&token)),
        user_agent: context.incoming.user_agent.chars().take(USER_AGENT_MAX).collect(),
        expires_at: context.now() + organizations::session_policy(context.reader)?.absolute(),
        confirmed,
    });
    Ok((session, token))
}

/// Shows who one is.
pub fn view(context: &Context<'_>, _: View) -> Result<Session, Stop> {
    show_own(context)
}

/// The session in which the request comes.
pub(crate) fn show_own(context: &Context<'_>) -> Result<Session, Stop> {
    let session = context.caller.session.as_ref().ok_or(Code::SessionRequired)?;
    show(context, &context.access()?.user, session)
}

/// Signs out.
pub fn delete(context: &Context<'_>, _: Delete) -> Result<Plan<()>, Stop> {
    let session = context.caller.session.clone().ok_or(Code::SessionRequired)?;
    let user = context.access()?.user.clone();
    Ok(Plan::new(vec![Effect::SessionEnded { session, user }], |_| Ok(())).cookie(Cookie::NoSession))
}

/// Changes one's own password: checks the current one, which counts as a guess, and the new one.
pub fn change_password(context: &Context<'_>, request: ChangePassword) -> Result<Plan<Session>, Stop> {
    replace_password(context, &request, |_| Vec::new())
}

/// Sets up one's account at the first sign-in: the password as above, and the preferences with it.
pub fn set_up_account(context: &Context<'_>, request: SetUpAccount) -> Result<Plan<Session>, Stop> {
    request.validate()?;
    let SetUpAccount { org, current_password, new_password, preferences } = request;
    let change = ChangePassword { org, current_password, new_password };
    replace_password(context, &change, |user| profile::chosen(user, preferences).into())
}

/// Replaces one's own password, and does what goes with it once the current one is found right.
fn replace_password(
    context: &Context<'_>,
    request: &ChangePassword,
    with: impl FnOnce(&UserId) -> Vec<Effect>,
) -> Result<Plan<Session>, Stop> {
    let user = context.access()?.user.clone();
    let record = people::find(context.reader, &user)?.ok_or(Code::SessionRequired)?;
    let access = people::access(context.reader, &user, context.now())?;
    let factors = Factors::of(two_step::is_required(context.reader, &access, &two_step::policy(context.reader)?)?);
    context.check_password("new_password", &request.new_password, factors, &record.person)?;
    if text::password(&request.new_password) == text::password(&request.current_password) {
        return Err(Problem::invalid(vec![FieldError::new("new_password", "password_same")]).into());
    }
    verified(context, "current_password", &request.current_password, |mut effects| {
        let phc = context.hash(&request.new_password)?;
        effects.extend(with(&user));
        let is_short = password::is_short(&text::password(&request.new_password));
        effects.push(Effect::PasswordSet { user: user.clone(), phc, temporary_until: None, is_short, mailed: None });
        let current = context.caller.session.as_ref().ok_or(Code::SessionRequired)?;
        let confirmed = is_confirmed(context.reader, current)?;
        let (session, token) = begin(context, &user, confirmed, &mut effects)?;
        Ok(Plan::new(effects, move |context| show(context, &user, &session)).cookie(Cookie::Session(token)))
    })
}

/// Does something for which one's own password is asked again, unless one has just signed in.
pub(crate) fn with_password<R>(
    context: &Context<'_>,
    password: Option<&str>,
    then: impl FnOnce(Vec<Effect>) -> Result<Plan<R>, Stop>,
) -> Result<Plan<R>, Stop> {
    let session = context.caller.session.as_ref().ok_or(Code::SessionRequired)?;
    let row = context.reader.row("SELECT created_at FROM sessions WHERE id = ?", params![session])?;
    let signed_in_at: Timestamp = row.ok_or(Code::SessionRequired)?.get(0)?;
    match password {
        _ if context.now() <= signed_in_at + RECENT => then(Vec::new()),
        Some(password) => verified(context, "password", password, then),
        None => Err(Problem::invalid(vec![FieldError::new("password", "required")]).into()),
    }
}

/// Goes on once the caller's own password is found right, with the effects that clear the count of guesses; it
/// counts as one. What is wrong with it is told at `field`.
fn verified<R>(
    context: &Context<'_>,
    field: &str,
    password: &str,
    then: impl FnOnce(Vec<Effect>) -> Result<Plan<R>, Stop>,
) -> Result<Plan<R>, Stop> {
    let user = context.access()?.user.clone();
    let record = people::find(context.reader, &user)?.ok_or(Code::SessionRequired)?;
    let account = find(context.reader, &record.person.user_name)?.ok_or(Code::SessionRequired)?;
    let counters = match known_device(context, &user)? {
        Some(digest) => Counters::of_known_device(&user, &digest),
        None => Counters::of_session(&user),
    };
    match &context.incoming.done.verified {
        None => ask(context, &counters, password, Some(&account)),
        Some((phc, true)) if *phc == account.phc => then(counters.cleared().collect()),
        Some(_) => Ok(Plan::refuse(
            vec![Effect::SignInFailed { user }],
            Problem::invalid(vec![FieldError::new(field, "password_wrong")]),
        )),
    }
}

/// Whether a code was given in a session.
pub(crate) fn is_confirmed(reader: Reader<'_>, session: &SessionId) -> Result<bool, SqlError> {
    let row = reader.row("SELECT confirmed FROM sessions WHERE id = ?", params![session])?;
    row.map_or(Ok(false), |row| row.get(0))
}

/// Whether somebody's password is too short to be the only factor.
fn has_short_password(reader: Reader<'_>, user: &UserId) -> Result<bool, SqlError> {
    let row = reader.row("SELECT short_password FROM users WHERE id = ?", params![user])?;
    row.map_or(Ok(false), |row| row.get(0))
}

/// A session as the console needs it, read from the state of now.
pub(crate) fn show(context: &Context<'_>, user: &UserId, session: &SessionId) -> Result<Session, Stop> {
    let record = people::find(context.reader, user)?.ok_or(Code::SessionRequired)?;
    let password_policy = organizations::policy(context.reader)?;
    let preferences = people::preferences(context.reader, user)?;
    let access = people::access(context.reader, user, context.now())?;
    let (is_set_up, confirmed) = (record.two_step_since.is_some(), is_confirmed(context.reader, session)?);
    let policy = two_step::policy(context.reader)?;
    let second_step = two_step::outstanding(context.reader, &access, &policy, is_set_up, confirmed)?;
    let two_steps_required = two_step::is_required(context.reader, &access, &policy)?;
    let too_short = !two_steps_required && has_short_password(context.reader, user)?;
    let must_change = too_short || record.password != PasswordState::Permanent && password_policy.change_forced;
    let is_stopped = must_change || second_step != SecondStep::Done;
    let access = if is_stopped { Access::none(user.clone()) } else { access };
    Ok(Session {
        organization: organizations::find(context.reader)?.ok_or(Code::UnknownOrganization)?,
        version: record.version,
        person: record.person,
        language: record.language,
        words: organizations::words(context.reader)?,
        time_zone: preferences.time_zone,
        notices_by_mail: preferences.notices_by_mail,
        features: features::held(context.reader, &access)?,
        access,
        owners: owners(context.reader)?,
        password_change_required: must_change,
        password_too_short: too_short,
        two_steps_required,
        second_step,
        password_policy,
        operates: context.incoming.operates,
        mails: context.incoming.mails,
        unread_notices: if is_stopped { 0 } else { notices::unread(context.reader, user)? },
        expires_at: expires_at(context, session)?,
    })
}

fn expires_at(context: &Context<'_>, session: &SessionId) -> Result<Timestamp, Stop> {
    let row = context.reader.row("SELECT expires_at, created_at FROM sessions WHERE id = ?", params![session])?;
    let row = row.ok_or(Code::SessionRequired)?;
    let absolute = organizations::session_policy(context.reader)?.absolute();
    Ok(row.get::<Timestamp>(0)?.min(row.get::<Timestamp>(1)? + absolute))
}

fn owners(reader: Reader<'_>) -> Result<Vec<Named>, SqlError> {
    reader
        .rows(
            "SELECT DISTINCT users.id, users.full_name FROM roles
             JOIN grants ON grants.role = roles.id JOIN users ON users.id = grants.user
             WHERE roles.kind = 'owner' AND users.status = 'active' ORDER BY users.name_key LIMIT 5",
            &[],
        )?
        .iter()
        .map(|row| Ok(Named { id: row.parse(0)?, name: row.get(1)? }))
        .collect()
}
