//! The outbox: mails are written with the effects that cause them, in the same transaction, and
//! delivered afterwards by the object's alarm.
//!
//! A mail is counted as tried before it is tried: whatever ends the attempt, the next one comes
//! later. So each arrives at least once, under the same Message-ID if it arrives twice.

use super::{Effect, Origin, deliveries};
use crate::{
    mail::{Content, GIVE_UP_AFTER, pause_after},
    params,
    people::listing,
    sql::{Reader, Row, Sql, SqlError, json},
    surroundings::Surroundings,
    text,
};
use shared::{
    ids::{DeliveryId, GrantId, InvitationId, MailId, NoticeId, UserId},
    mails::{MailKind, MailStatus},
    notices::NoticeDetails,
    time::{Span, Timestamp},
};

/// So many mails are claimed at a time.
const CLAIMED_MAX: u32 = 10;
/// Mails of a notice are put into the outbox so many at a time, while fewer than this wait there.
const SPREAD_AT_ONCE: u32 = 50;
/// How long it is remembered what became of a mail.
const REMEMBERED_FOR: Span = Span::days(30);
/// So long before a grant ends, its holder and its grantor are told.
const TOLD_BEFORE: Span = Span::days(7);

/// A mail to be tried now.
pub struct Due {
    /// The mail.
    pub id: MailId,
    /// To whom, if he is a user.
    pub user: Option<UserId>,
    /// To which address: not always the present one.
    pub address: String,
    /// What it says.
    pub content: Content,
}

/// How an attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The mail service took it.
    Delivered,
    /// It may work later.
    Later,
    /// It will never work.
    Never,
    /// There is nothing to say any more.
    Void,
}

/// Puts into the outbox what follows from an effect, and takes out what has become void.
pub(super) fn follow(
    sql: &dyn Sql,
    surroundings: &Surroundings<'_>,
    origin: &Origin<'_>,
    effect: &Effect,
) -> Result<(), SqlError> {
    if let Effect::PasswordSet { user, .. } | Effect::UserDisabled { user } = effect {
        withdraw_passwords(sql, user)?;
    }
    if !origin.mails {
        return Ok(());
    }
    let send =
        |user: &UserId, address: Option<&str>, content: Content| queue(sql, surroundings, user, address, &content);
    match effect {
        Effect::UserCreated { user, person, mailed: Some(password), temporary_until: Some(until), .. } => {
            let (user_name, password) = (person.user_name.clone(), password.0.clone());
            send(user, None, Content::Welcome { user_name, password, until: *until })
        }
        Effect::PasswordSet { user, mailed: Some(password), temporary_until: Some(until), .. } => {
            send(user, None, Content::TemporaryPassword { password: password.0.clone(), until: *until })
        }
        Effect::PasswordSet { user, .. } => send(user, None, Content::PasswordChanged),
        Effect::TwoStepSetUp { user, .. } => send(user, None, Content::TwoStepSetUp),
        Effect::TwoStepRemoved { user } | Effect::TwoStepReset { user } => send(user, None, Content::TwoStepRemoved),
        Effect::UserUpdated { user, before, person, .. } => {
            let changed_address = before.email != person.email;
            if changed_address {
                redirect_passwords(sql, user, &person.email)?;
            }
            if changed_address || before.user_name != person.user_name {
                let (user_name, email) = (person.user_name.clone(), person.email.clone());
                let content = Content::LoginChanged { user_name, email };
                send(user, Some(&before.email), content.clone())?;
                if changed_address {
                    send(user, Some(&person.email), content)?;
                }
            }
            Ok(())
        }
        Effect::LinkSent { user, user_name, token, expires_at } => {
            let (user_name, token) = (user_name.clone(), token.0.clone());
            send(user, None, Content::Onboarding { user_name, token, until: *expires_at })
        }
        Effect::InvitationSent { invitation, email, token, expires_at, .. } => {
            invite(sql, surroundings, invitation, email, &token.0, *expires_at)
        }
        Effect::NoticeSent { notice, details: NoticeDetails { by_mail: true, .. }, .. } => {
            sql.query("UPDATE notices SET mailed_to = '' WHERE id = ?", params![notice]).map(drop)
        }
        _ => Ok(()),
    }
}

/// Passwords that work no more are not sent any more.
fn withdraw_passwords(sql: &dyn Sql, user: &UserId) -> Result<(), SqlError> {
    sql.query(
        "DELETE FROM mails WHERE user = ? AND status = 'waiting' AND kind IN (?, ?, ?, ?)",
        params![
            user,
            MailKind::Welcome.as_str(),
            MailKind::TemporaryPassword.as_str(),
            MailKind::Recovery.as_str(),
            MailKind::Onboarding.as_str()
        ],
    )?;
    Ok(())
}

/// Mails the link to an address that is nobody's; whoever has an account already is told so, and
/// nobody else hears of it.
fn invite(
    sql: &dyn Sql,
    surroundings: &Surroundings<'_>,
    invitation: &InvitationId,
    email: &str,
    token: &str,
    until: Timestamp,
) -> Result<(), SqlError> {
    if let Some(user) = crate::people::with_email(Reader::new(sql), email)? {
        let content = Content::InvitationToUser { invitation: invitation.clone() };
        return queue(sql, surroundings, &user, None, &content);
    }
    let content = Content::Invitation { invitation: invitation.clone(), token: token.to_owned(), until };
    queue_for_stranger(sql, surroundings, email, &content)
}

/// Puts a mail to an address that is no user's here into the outbox.
pub(super) fn queue_for_stranger(
    sql: &dyn Sql,
    surroundings: &Surroundings<'_>,
    address: &str,
    content: &Content,
) -> Result<(), SqlError> {
    let (id, now): (MailId, _) = (surroundings.id(), surroundings.now);
    sql.query(
        "INSERT INTO mails (id, address, kind, content, status, next_at, created_at)
         VALUES (?, ?, ?, ?, 'waiting', ?, ?)",
        params![&id, address, content.kind().as_str(), json(content), now, now],
    )?;
    Ok(())
}

/// Passwords that have not left go to where the person is now; links that have not left work no
/// more.
fn redirect_passwords(sql: &dyn Sql, user: &UserId, email: &str) -> Result<(), SqlError> {
    sql.query(
        "UPDATE mails SET address = ? WHERE user = ? AND status = 'waiting' AND kind IN (?, ?)",
        params![email, user, MailKind::Welcome.as_str(), MailKind::TemporaryPassword.as_str()],
    )?;
    let links = "DELETE FROM mails WHERE user = ? AND status = 'waiting' AND kind IN (?, ?)";
    sql.query(links, params![user, MailKind::Recovery.as_str(), MailKind::Onboarding.as_str()]).map(drop)
}

/// How long a link to choose a new password works.
const RECOVERY_LASTS: Span = Span::hours(1);
/// So long there is no second link for somebody: whoever asks again gets the mail that he has.
const RECOVERY_EVERY: Span = Span::minutes(5);

/// Makes the links that were asked for. It is done here and not on the request, so that what a
/// request costs says nothing about whether there is an account (ASVS 6.3.8).
fn recover(sql: &dyn Sql, surroundings: &Surroundings<'_>, mails: bool) -> Result<(), SqlError> {
    let now = surroundings.now;
    let asked = sql.query(
        "SELECT recovery_requests.key, users.id FROM recovery_requests
         LEFT JOIN logins ON logins.key = recovery_requests.key
         LEFT JOIN users ON users.id = logins.user AND users.status = 'active'
         ORDER BY asked_at LIMIT ?",
        params![SPREAD_AT_ONCE],
    )?;
    let recently = Timestamp(now.0.saturating_sub(RECOVERY_EVERY.0));
    for row in &asked {
        sql.query("DELETE FROM recovery_requests WHERE key = ?", params![row.get::<String>(0)?])?;
        let Some(user) = row.parse_optional::<UserId>(1)?.filter(|_| mails) else {
            continue;
        };
        let last = "SELECT 1 FROM recoveries WHERE user = ? AND made_at > ?";
        if !sql.query(last, params![&user, recently])?.is_empty() {
            continue;
        }
        let (token, until) = (surroundings.token(), now + RECOVERY_LASTS);
        sql.query(
            "INSERT OR REPLACE INTO recoveries (user, token_digest, made_at, expires_at) VALUES (?, ?, ?, ?)",
            params![&user, text::digest(&token), now, until],
        )?;
        queue(sql, surroundings, &user, None, &Content::Recovery { token, until })?;
    }
    Ok(())
}

/// Puts a mail into the outbox, unless the person is disabled. The address is his own if none is given.
fn queue(
    sql: &dyn Sql,
    surroundings: &Surroundings<'_>,
    user: &UserId,
    address: Option<&str>,
    content: &Content,
) -> Result<(), SqlError> {
    let (id, now): (MailId, _) = (surroundings.id(), surroundings.now);
    sql.query(
        "INSERT INTO mails (id, user, address, kind, content, status, next_at, created_at)
         SELECT ?, id, coalesce(?, email), ?, ?, 'waiting', CAST(? AS INTEGER), CAST(? AS INTEGER)
         FROM users WHERE id = ? AND status = 'active'",
        params![&id, address, content.kind().as_str(), json(content), now, now, user],
    )?;
    Ok(())
}

/// What is to be tried now.
pub struct Claimed {
    /// Mails.
    pub mails: Vec<MailId>,
    /// Deliveries to webhooks.
    pub deliveries: Vec<DeliveryId>,
}

/// When there is something to do next, if ever.
pub fn next_at(sql: &dyn Sql) -> Result<Option<Timestamp>, SqlError> {
    Ok(next_mail_at(sql)?.into_iter().chain(deliveries::next_at(sql)?).min())
}

fn next_mail_at(sql: &dyn Sql) -> Result<Option<Timestamp>, SqlError> {
    let rows = sql.query(
        "SELECT min(at) FROM (
             SELECT min(next_at) AS at FROM mails WHERE status = 'waiting'
             UNION ALL
             SELECT CASE WHEN EXISTS (SELECT 1 FROM notices WHERE mailed_to IS NOT NULL)
                          AND (SELECT count(*) FROM (SELECT 1 FROM mails WHERE status = 'waiting' LIMIT ?)) < ?
                    THEN 0 END
             UNION ALL
             SELECT min(asked_at) FROM recovery_requests
             UNION ALL
             SELECT min(valid_until) - ? FROM grants WHERE valid_until IS NOT NULL AND NOT end_told)",
        params![SPREAD_AT_ONCE, SPREAD_AT_ONCE, TOLD_BEFORE.0],
    )?;
    rows.first().map_or(Ok(None), |row| row.get(0))
}

/// Does what is due, in one transaction, and takes what is to be tried now. `mails` says whether
/// any can be sent.
pub fn begin(sql: &dyn Sql, surroundings: &Surroundings<'_>, mails: bool) -> Result<Claimed, SqlError> {
    let claim_all = || {
        prepare(sql, surroundings, mails)?;
        Ok(Claimed { mails: claim(sql, surroundings)?, deliveries: deliveries::claim(sql, surroundings)? })
    };
    let mut outcome = Err(SqlError("the transaction did not run".into()));
    sql.transaction(&mut || {
        outcome = claim_all();
        outcome.is_ok()
    })?;
    outcome
}

/// Does what is to be done at a time rather than on a request.
fn prepare(sql: &dyn Sql, surroundings: &Surroundings<'_>, mails: bool) -> Result<(), SqlError> {
    recover(sql, surroundings, mails)?;
    tell_ends(sql, surroundings, mails)?;
    spread(sql, surroundings)?;
    let long_ago = Timestamp(surroundings.now.0.saturating_sub(REMEMBERED_FOR.0));
    sql.query("DELETE FROM mails WHERE finished_at < ?", params![long_ago]).map(drop)
}

/// Tells holders and grantors, once, of grants that end soon. A grant that was made for a few
/// days tells nobody anything new, and of a group's grant only the grantor is told.
fn tell_ends(sql: &dyn Sql, surroundings: &Surroundings<'_>, mails: bool) -> Result<(), SqlError> {
    let rows = sql.query(
        "SELECT id, user, granted_by, valid_until > ? AND valid_until - granted_at > ? AND NOT suspended FROM grants
         WHERE valid_until IS NOT NULL AND NOT end_told AND valid_until <= ? ORDER BY valid_until LIMIT ?",
        params![surroundings.now, TOLD_BEFORE.0, surroundings.now + TOLD_BEFORE, SPREAD_AT_ONCE],
    )?;
    for row in &rows {
        let grant: GrantId = row.parse(0)?;
        sql.query("UPDATE grants SET end_told = 1 WHERE id = ?", params![&grant])?;
        let (holder, grantor): (Option<UserId>, Option<UserId>) = (row.parse_optional(1)?, row.parse_optional(2)?);
        let grantor = grantor.filter(|grantor| Some(grantor) != holder.as_ref());
        if mails && row.get(3)? {
            for user in holder.iter().chain(&grantor) {
                if wants_notices(sql, user)? {
                    queue(sql, surroundings, user, None, &Content::GrantExpires { grant: grant.clone() })?;
                }
            }
        }
    }
    Ok(())
}

fn wants_notices(sql: &dyn Sql, user: &UserId) -> Result<bool, SqlError> {
    Ok(!sql.query("SELECT 1 FROM users WHERE id = ? AND notices_by_mail", params![user])?.is_empty())
}

/// Puts the next mails of a notice into the outbox, unless many wait there already.
fn spread(sql: &dyn Sql, surroundings: &Surroundings<'_>) -> Result<(), SqlError> {
    let waiting = sql.query("SELECT 1 FROM mails WHERE status = 'waiting' LIMIT ?", params![SPREAD_AT_ONCE])?;
    let next = "SELECT id, details, sender, sent_at, mailed_to FROM notices WHERE mailed_to IS NOT NULL
                ORDER BY id LIMIT 1";
    let notices = sql.query(next, &[])?;
    let Some(row) = notices.first().filter(|_| waiting.len() < SPREAD_AT_ONCE as usize) else {
        return Ok(());
    };
    let (notice, details): (NoticeId, NoticeDetails) = (row.parse(0)?, row.json(1)?);
    let (condition, mut values) = listing::within(&crate::notices::reach_of(&details.scope));
    values.extend_from_slice(params![row.get::<String>(2)?, row.get::<i64>(3)?, row.get::<String>(4)?, SPREAD_AT_ONCE]);
    let people = sql.query(
        &format!(
            "SELECT id FROM users WHERE {condition} AND status = 'active' AND notices_by_mail AND id <> ? AND created_at <= ? AND id > ?
             ORDER BY id LIMIT ?"
        ),
        &values,
    )?;
    for person in &people {
        queue(sql, surroundings, &person.parse(0)?, None, &Content::Notice { notice: notice.clone() })?;
    }
    let last: Option<String> = people.last().map(|person| person.get(0)).transpose()?;
    sql.query("UPDATE notices SET mailed_to = ? WHERE id = ?", params![last, &notice]).map(drop)
}

/// Takes the next mails to try, those that bring nobody a notice first, and gives up those that
/// have been tried for too long.
fn claim(sql: &dyn Sql, surroundings: &Surroundings<'_>) -> Result<Vec<MailId>, SqlError> {
    let now = surroundings.now;
    let rows = sql.query(
        "SELECT id, created_at, attempts, content FROM mails WHERE status = 'waiting' AND next_at <= ?
         ORDER BY kind = 'notice', next_at LIMIT ?",
        params![now, CLAIMED_MAX],
    )?;
    let mut due = Vec::new();
    for row in &rows {
        let (mail, created_at): (MailId, Timestamp) = (row.parse(0)?, row.get(1)?);
        if now - created_at > GIVE_UP_AFTER || row.json::<Content>(3)?.is_too_late(now) {
            settle(sql, now, &mail, Outcome::Never)?;
            continue;
        }
        let again_at = now + pause_after(row.get(2)?, surroundings);
        let count = "UPDATE mails SET attempts = attempts + 1, next_at = ? WHERE id = ?";
        sql.query(count, params![again_at, &mail])?;
        due.push(mail);
    }
    Ok(due)
}

/// A mail as it is right before it is tried: others were tried since it was claimed, and meanwhile
/// it may have become void or found another address.
pub fn due(sql: &dyn Sql, mail: &MailId) -> Result<Option<Due>, SqlError> {
    let rows =
        sql.query("SELECT user, address, content FROM mails WHERE id = ? AND status = 'waiting'", params![mail])?;
    let read = |row: &Row| {
        Ok(Due { id: mail.clone(), user: row.parse_optional(0)?, address: row.get(1)?, content: row.json(2)? })
    };
    rows.first().map(read).transpose()
}

/// Notes how an attempt ended. What is delivered or given up is wiped.
pub fn settle(sql: &dyn Sql, now: Timestamp, mail: &MailId, outcome: Outcome) -> Result<(), SqlError> {
    let status = match outcome {
        Outcome::Later => return Ok(()),
        Outcome::Void => return sql.query("DELETE FROM mails WHERE id = ?", params![mail]).map(drop),
        Outcome::Delivered => MailStatus::Delivered,
        Outcome::Never => MailStatus::Failed,
    };
    sql.query(
        "UPDATE mails SET status = ?, content = NULL, finished_at = ? WHERE id = ? AND status = 'waiting'",
        params![status.as_str(), now, mail],
    )?;
    Ok(())
}
