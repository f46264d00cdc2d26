//! Who calls: the session behind the cookie, and what its user holds now.

use super::{Caller, Incoming, Stop};
use crate::{
    credentials, effects, params, people,
    sql::{Reader, Row, Sql, SqlError},
    surroundings::Surroundings,
    text, two_step,
};
use shared::{
    Code, Needs, Problem,
    audit::Surface,
    authority::{
        Access, Target, decide,
        permission::{CREDENTIALS_CREATE, USERS_VIEW},
    },
    ids::{SessionId, UserId},
    organizations::SessionPolicy,
    password::Policy,
    time::{Span, Timestamp},
    two_step::TwoStepPolicy,
};

/// A session's last use is noted at most once in this time, so that reading stays reading.
const TOUCH_EVERY: Span = Span::minutes(1);

/// The caller of a request, as far as the endpoint needs one.
pub(super) fn identify(
    sql: &dyn Sql,
    surroundings: &Surroundings<'_>,
    incoming: &Incoming,
    needs: &Needs,
) -> Result<Caller, Stop> {
    if *needs == Needs::Nothing {
        return Ok(Caller::stranger());
    }
    if let (Needs::Service(_), Some(token)) = (needs, &incoming.bearer) {
        return service(sql, token, incoming, surroundings.now);
    }
    let reader = Reader::new(sql);
    let token = incoming.session.as_deref().ok_or(Code::SessionRequired)?;
    let (found, renewed) = match find(reader, token, surroundings.now)? {
        Some(found) => (found, None),
        None => {
            let found = find_by_repetition(reader, incoming, surroundings.now)?.ok_or(Code::SessionRequired)?;
            let token = surroundings.token();
            effects::renew_token(sql, &found.session, &text::digest(&token))?;
            (found, Some(token))
        }
    };
    // In the order in which people do it.
    let needs_no_code = *needs == Needs::AnySession;
    if found.must_give_code && !needs_no_code {
        return Err(Code::CodeRequired.into());
    }
    let access = people::access(reader, &found.user, surroundings.now)?;
    let needs_no_password = needs_no_code || *needs == Needs::SignedIn;
    let must_change_password = found.must_change_password(reader, &access)?;
    if must_change_password && !needs_no_password {
        return Err(Code::PasswordChangeRequired.into());
    }
    let must_set_up = found.must_set_up(reader, &access)?;
    if must_set_up && !needs_no_password && *needs != Needs::PermanentPassword {
        return Err(Code::TwoStepRequired.into());
    }
    if surroundings.now - found.last_seen_at > TOUCH_EVERY {
        effects::touch(sql, &found.session, &found.user, surroundings.now)?;
    }
    let is_stopped = found.must_give_code || must_change_password || must_set_up;
    let access = if is_stopped { Access::none(found.user) } else { access };
    let session = Some(found.session);
    Ok(Caller { access: Some(access), session, renewed, credential: None, surface: Surface::Console })
}

/// A service, by its token. It may what its maker may, as far as the credential reaches and as long
/// as he may make credentials.
fn service(sql: &dyn Sql, token: &str, incoming: &Incoming, now: Timestamp) -> Result<Caller, Stop> {
    let (access, used) = by_token(sql, token, incoming, now)?;
    let (access, credential) = (credentials::narrowed(Reader::new(sql), access, &used.reach)?, used.id);
    Ok(Caller {
        access: Some(access),
        session: None,
        renewed: None,
        credential: Some(credential),
        surface: Surface::Service,
    })
}

/// A directory, by its token. Whatever the credential reaches, over SCIM it has to do with users and
/// groups, and with nobody's authority unless it fills teams that carry some.
pub(crate) fn directory(
    sql: &dyn Sql,
    incoming: &Incoming,
    now: Timestamp,
) -> Result<(Caller, credentials::Used), Stop> {
    let token = incoming.bearer.as_deref().ok_or(Code::SessionRequired)?;
    let (access, used) = by_token(sql, token, incoming, now)?;
    let access = credentials::over_scim(Reader::new(sql), access, &used.reach, used.hands_on)?;
    if access.grants.is_empty() {
        return Err(Problem::new(Code::Forbidden).with("permission", USERS_VIEW).into());
    }
    let known = Some(used.id.clone());
    Ok((Caller { access: Some(access), session: None, renewed: None, credential: known, surface: Surface::Scim }, used))
}

/// The credential with this token, and what its maker may do now.
fn by_token(
    sql: &dyn Sql,
    token: &str,
    incoming: &Incoming,
    now: Timestamp,
) -> Result<(Access, credentials::Used), Stop> {
    let reader = Reader::new(sql);
    let used = credentials::find(reader, token, now)?.ok_or(Code::SessionRequired)?;
    let access = people::access(reader, &used.maker, now)?;
    if !decide(&access, &CREDENTIALS_CREATE, &Target::Organization).is_allowed() {
        return Err(Code::SessionRequired.into());
    }
    if used.last_used_at.is_none_or(|last| now - last > TOUCH_EVERY) {
        effects::touch_credential(sql, &used.id, now, incoming.address.as_deref())?;
    }
    Ok((access, used))
}

struct Found {
    session: SessionId,
    user: UserId,
    last_seen_at: Timestamp,
    must_give_code: bool,
    must_replace_temporary_password: bool,
    /// Whether the password is too short to be the only factor.
    has_short_password: bool,
    has_two_steps: bool,
    /// Of whom two steps are required, if of anybody.
    policy: Option<TwoStepPolicy>,
}

impl Found {
    /// A temporary password, and a short one of whom two steps are required no more.
    fn must_change_password(&self, reader: Reader<'_>, access: &Access) -> Result<bool, SqlError> {
        let is_too_short = || Ok(self.has_short_password && !self.is_two_steps_required(reader, access)?);
        if self.must_replace_temporary_password { Ok(true) } else { is_too_short() }
    }

    fn must_set_up(&self, reader: Reader<'_>, access: &Access) -> Result<bool, SqlError> {
        if self.has_two_steps { Ok(false) } else { self.is_two_steps_required(reader, access) }
    }

    fn is_two_steps_required(&self, reader: Reader<'_>, access: &Access) -> Result<bool, SqlError> {
        self.policy.as_ref().map_or(Ok(false), |policy| two_step::is_required(reader, access, policy))
    }
}

const FIND: &str = "SELECT sessions.id, users.id, sessions.last_seen_at, sessions.expires_at, users.temporary_until,
            sessions.created_at, session_policy, password_policy, users.two_step_since IS NOT NULL,
            sessions.confirmed, two_step_policy, short_password
     FROM sessions JOIN users ON users.id = sessions.user JOIN organization
     WHERE users.status = 'active' AND";

/// The running session with this token.
fn find(reader: Reader<'_>, token: &str, now: Timestamp) -> Result<Option<Found>, Stop> {
    let row = reader.recall(&format!("{FIND} sessions.token_digest = ?"), params![text::digest(token)])?;
    running(row, now)
}

/// The running session that this very request has confirmed shortly before. It brings the token from before
/// that, and its idempotency key, which nobody else knows: the answer got lost.
fn find_by_repetition(reader: Reader<'_>, incoming: &Incoming, now: Timestamp) -> Result<Option<Found>, Stop> {
    let Some(repetition) = incoming.repetition() else {
        return Ok(None);
    };
    let by_repetition = format!("{FIND} sessions.repeat_digest = ? AND sessions.repeat_until > ?");
    running(reader.row(&by_repetition, params![repetition, now])?, now)
}

/// A session, unless it is over. A temporary password that expires ends it too.
fn running(row: Option<Row>, now: Timestamp) -> Result<Option<Found>, Stop> {
    let Some(row) = row else {
        return Ok(None);
    };
    let last_seen_at: Timestamp = row.get(2)?;
    let expires_at: Timestamp = row.get(3)?;
    let temporary_until: Option<Timestamp> = row.get(4)?;
    // Sessions that began before the organization chose a shorter life obey it too.
    let sessions: SessionPolicy = row.json(6)?;
    let ends = expires_at.min(row.get::<Timestamp>(5)? + sessions.absolute());
    let over =
        now >= ends || now - last_seen_at >= sessions.idle() || temporary_until.is_some_and(|until| now >= until);
    if over {
        return Ok(None);
    }
    let has_two_steps: bool = row.get(8)?;
    Ok(Some(Found {
        session: row.parse(0)?,
        user: row.parse(1)?,
        last_seen_at,
        must_give_code: has_two_steps && !row.get::<bool>(9)?,
        must_replace_temporary_password: temporary_until.is_some() && row.json::<Policy>(7)?.change_forced,
        has_short_password: row.get(11)?,
        has_two_steps,
        policy: row.get::<Option<String>>(10)?.map(|_| row.json(10)).transpose()?,
    }))
}
