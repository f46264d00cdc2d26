//! The outbox of webhooks: a delivery is written with the record of which it tells, in the same
//! transaction, and tried afterwards by the object's alarm, as mails are ([`super::outbox`]).
//!
//! An attempt is counted before it is made, so that each delivery arrives at least once, under the
//! same `webhook-id` if it arrives twice.

use super::{Effect, Origin};
use crate::{
    audit::Readable,
    gateway::{Stop, in_transaction},
    mail::{GIVE_UP_AFTER, pause_after},
    params,
    sql::{Reader, Sql, SqlError},
    surroundings::Surroundings,
    webhooks,
};
use shared::{
    audit::Surface,
    ids::{DeliveryId, WebhookId},
    time::{Span, Timestamp},
    webhooks::{FAILING_HOURS, FAILURES_MAX, Family, OffReason, WebhookDetails},
};

/// So many deliveries are claimed at a time: as many as the platform lets one request wait for side
/// by side. One more would wait for its turn while its time runs out.
const CLAIMED_MAX: u32 = 6;
/// How long it is remembered what became of a delivery.
const REMEMBERED_FOR: Span = Span::days(30);
/// At most so many deliveries are remembered of each webhook.
const REMEMBERED_MAX: u32 = 1_000;

/// How an attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// With this HTTP status.
    Answered(u16),
    /// Without an answer, or with none in time.
    Unanswered,
    /// It was not made: the webhook may not hear of it any more.
    Withheld,
}

/// What belongs together, so that a webhook can hear of it; nothing for what is no news.
const fn family(effect: &Effect) -> Option<Family> {
    Some(match effect {
        Effect::UserCreated { .. }
        | Effect::UserUpdated { .. }
        | Effect::UserLinked { .. }
        | Effect::UserDisabled { .. }
        | Effect::UserEnabled { .. }
        | Effect::LanguageChosen { .. }
        | Effect::PreferencesChosen { .. }
        | Effect::PasswordSet { .. }
        | Effect::TwoStepSetUp { .. }
        | Effect::RecoveryCodesMade { .. }
        | Effect::TwoStepRemoved { .. }
        | Effect::TwoStepReset { .. }
        | Effect::LinkSent { .. }
        | Effect::InvitationSent { .. }
        | Effect::InvitationRevoked { .. }
        | Effect::InvitationAccepted { .. } => Family::Users,
        Effect::SessionStarted { .. }
        | Effect::SessionEnded { .. }
        | Effect::SignInFailed { .. }
        | Effect::CodeConfirmed { .. }
        | Effect::CodeRefused { .. }
        | Effect::SeenAs { .. } => Family::Sessions,
        Effect::GrantAdded { .. }
        | Effect::GrantRemoved { .. }
        | Effect::GrantSuspended { .. }
        | Effect::GrantResumed { .. }
        | Effect::GrantRehomed { .. } => Family::Grants,
        Effect::RoleCreated { .. } | Effect::RoleUpdated { .. } | Effect::RoleDeleted { .. } => Family::Roles,
        Effect::GroupCreated { .. }
        | Effect::GroupUpdated { .. }
        | Effect::GroupLinked { .. }
        | Effect::GroupMoved { .. }
        | Effect::GroupDeleted { .. }
        | Effect::GroupDisabled { .. }
        | Effect::GroupEnabled { .. }
        | Effect::GroupLocked { .. }
        | Effect::GroupUnlocked { .. }
        | Effect::MemberAdded { .. }
        | Effect::MemberRemoved { .. } => Family::Groups,
        Effect::SiteCreated { .. } | Effect::SiteUpdated { .. } => Family::Sites,
        Effect::NumberCreated { .. }
        | Effect::NumberUpdated { .. }
        | Effect::NumberDeleted { .. }
        | Effect::DeviceCreated { .. }
        | Effect::DeviceUpdated { .. }
        | Effect::DeviceDeleted { .. }
        | Effect::LicenseCreated { .. }
        | Effect::LicenseUpdated { .. }
        | Effect::LicenseDeleted { .. }
        | Effect::SeatsReserved { .. }
        | Effect::Assigned { .. }
        | Effect::Unassigned { .. }
        | Effect::SeatReleased { .. } => Family::Inventory,
        Effect::FeatureCreated { .. } | Effect::FeatureUpdated { .. } | Effect::FeatureDeleted { .. } => {
            Family::Features
        }
        Effect::NoticeSent { .. } | Effect::NoteCreated { .. } | Effect::NoteDeleted { .. } => Family::Notices,
        Effect::OrderCreated { .. } | Effect::OrderUpdated { .. } => Family::Orders,
        Effect::OrganizationCreated { .. }
        | Effect::OrganizationUpdated { .. }
        | Effect::OrganizationRegistered { .. }
        | Effect::OrganizationActivated { .. }
        | Effect::OrganizationSuspended
        | Effect::OrganizationResumed
        | Effect::AccountSuspended { .. }
        | Effect::AccountResumed { .. }
        | Effect::LogoSet { .. }
        | Effect::LogoRemoved { .. }
        | Effect::ColorsChosen { .. }
        | Effect::TwoStepPolicyUpdated { .. } => Family::Organization,
        Effect::CredentialCreated { .. }
        | Effect::CredentialRotated { .. }
        | Effect::CredentialRevoked { .. }
        | Effect::DirectoryCreated { .. }
        | Effect::DirectoryUpdated { .. }
        | Effect::RunConfirmed { .. }
        | Effect::RunDeclined { .. }
        | Effect::IntegrationsUpdated { .. }
        | Effect::WebhookCreated { .. }
        | Effect::WebhookUpdated { .. }
        | Effect::WebhookDeleted { .. }
        | Effect::WebhookRotated { .. }
        | Effect::WebhookSwitchedOff { .. } => Family::Integrations,
        // What a batch does is told effect by effect.
        Effect::BatchStarted { .. }
        | Effect::BatchAbandoned { .. }
        | Effect::BatchApplied { .. }
        | Effect::BatchUndone { .. } => return None,
        // A delivery about each delivery would never end. The rest is bookkeeping.
        Effect::DeliveryAsked { .. }
        | Effect::BrowserRemembered { .. }
        | Effect::NoticeRead { .. }
        | Effect::RecoveryAsked { .. }
        | Effect::ReminderAsked { .. }
        | Effect::RunBegun { .. }
        | Effect::RunResumed { .. }
        | Effect::RunReported { .. }
        | Effect::RunFailed { .. }
        | Effect::CodeUsed { .. }
        | Effect::TwoStepBegun { .. }
        | Effect::Guessed { .. } => return None,
    })
}

/// The webhooks that may hear something at this moment.
pub(super) struct Listeners(Vec<Listener>);

struct Listener {
    webhook: WebhookId,
    details: WebhookDetails,
    readable: Readable,
}

impl Listeners {
    /// Reads them, once for all effects of a request: what they did to authority has happened.
    pub(super) fn load(reader: Reader<'_>, now: Timestamp) -> Result<Self, SqlError> {
        let mut listeners = Vec::new();
        for row in reader.rows("SELECT id, details, held_by FROM webhooks", &[])? {
            let details: WebhookDetails = row.json(1)?;
            let readable = webhooks::readable(reader, &row.parse(2)?, now)?.filter(|_| details.enabled);
            if let Some(readable) = readable {
                listeners.push(Listener { webhook: row.parse(0)?, details, readable });
            }
        }
        Ok(Self(listeners))
    }

    /// Puts into the outbox what is to be told of a record.
    pub(super) fn hear(
        &self,
        sql: &dyn Sql,
        surroundings: &Surroundings<'_>,
        effect: &Effect,
        seq: i64,
    ) -> Result<(), SqlError> {
        let Some(family) = family(effect) else {
            return Ok(());
        };
        for listener in self.0.iter().filter(|listener| listener.details.families.contains(&family)) {
            if listener.readable.line(Reader::new(sql), seq)?.is_some() {
                let id: DeliveryId = surroundings.id();
                let now = surroundings.now;
                sql.query(
                    "INSERT INTO deliveries (id, webhook, seq, effect, status, created_at, next_at, until)
                     SELECT ?, ?, seq, effect, 'waiting', CAST(? AS INTEGER), CAST(? AS INTEGER), CAST(? AS INTEGER)
                     FROM audit WHERE seq = ?",
                    params![&id, &listener.webhook, now, now, now + GIVE_UP_AFTER, seq],
                )?;
            }
        }
        Ok(())
    }
}

/// Puts into the outbox what somebody asks for: a test, or a delivery once more.
pub(super) fn ask(
    sql: &dyn Sql,
    now: Timestamp,
    webhook: &WebhookId,
    delivery: &DeliveryId,
    again: bool,
) -> Result<(), SqlError> {
    let until = now + GIVE_UP_AFTER;
    let statement = if again {
        "UPDATE deliveries SET status = 'waiting', attempts = 0, tried_at = NULL, response = NULL, next_at = ?, until = ?
         WHERE id = ? AND webhook = ?"
    } else {
        "INSERT INTO deliveries (next_at, until, id, webhook, created_at, status) VALUES (?, ?, ?, ?, ?, 'waiting')"
    };
    let mut values = params![now, until, delivery, webhook].to_vec();
    values.extend((!again).then(|| now.into()));
    sql.query(statement, &values).map(drop)
}

/// When a delivery is to be tried next, if ever. A suspended organization tells nobody anything.
pub(super) fn next_at(sql: &dyn Sql) -> Result<Option<Timestamp>, SqlError> {
    let rows = sql.query(
        "SELECT min(next_at) FROM deliveries WHERE status = 'waiting'
         AND NOT EXISTS (SELECT 1 FROM organization WHERE suspended_at IS NOT NULL)",
        &[],
    )?;
    rows.first().map_or(Ok(None), |row| row.get(0))
}

/// Takes the next deliveries to try, and forgets old ones. An attempt counts before it is made: whatever
/// ends it, the next one comes later.
pub(super) fn claim(sql: &dyn Sql, surroundings: &Surroundings<'_>) -> Result<Vec<DeliveryId>, SqlError> {
    let now = surroundings.now;
    forget(sql, now)?;
    // An attempt that nothing was heard of was the last one, too.
    let overdue = "UPDATE deliveries SET status = 'failed', next_at = NULL
         WHERE status = 'waiting' AND next_at <= ? AND next_at >= until";
    sql.query(overdue, params![now])?;
    if crate::organizations::is_suspended(Reader::new(sql))? {
        return Ok(Vec::new());
    }
    let rows = sql.query(
        "SELECT id, attempts FROM deliveries WHERE status = 'waiting' AND next_at <= ? ORDER BY next_at, seq LIMIT ?",
        params![now, CLAIMED_MAX],
    )?;
    let mut claimed = Vec::new();
    for row in &rows {
        let delivery: DeliveryId = row.parse(0)?;
        let again_at = now + pause_after(row.get(1)?, surroundings);
        let count = "UPDATE deliveries SET attempts = attempts + 1, next_at = ? WHERE id = ?";
        sql.query(count, params![again_at, &delivery])?;
        claimed.push(delivery);
    }
    Ok(claimed)
}

fn forget(sql: &dyn Sql, now: Timestamp) -> Result<(), SqlError> {
    let long_ago = Timestamp(now.0.saturating_sub(REMEMBERED_FOR.0));
    sql.query("DELETE FROM deliveries WHERE created_at < ? AND status <> 'waiting'", params![long_ago])?;
    // One webhook at a time: asked for every row anew, which is the oldest to keep takes long.
    for webhook in sql.query("SELECT id FROM webhooks", &[])? {
        let webhook: WebhookId = webhook.parse(0)?;
        sql.query(
            "DELETE FROM deliveries WHERE webhook = ? AND status <> 'waiting' AND id <= (
                 SELECT id FROM deliveries WHERE webhook = ? ORDER BY id DESC LIMIT 1 OFFSET ?)",
            params![&webhook, &webhook, REMEMBERED_MAX],
        )?;
    }
    Ok(())
}

/// Notes, in one transaction, how an attempt ended. A webhook that is gone, or has failed for too
/// long, is switched off.
pub fn settle(
    sql: &dyn Sql,
    surroundings: &Surroundings<'_>,
    delivery: &DeliveryId,
    attempt: Attempt,
) -> Result<(), Stop> {
    in_transaction(sql, || note(sql, surroundings, delivery, attempt))
}

/// An attempt that ends after the delivery was asked for anew says nothing about that.
fn note(sql: &dyn Sql, surroundings: &Surroundings<'_>, delivery: &DeliveryId, attempt: Attempt) -> Result<(), Stop> {
    let now = surroundings.now;
    let response = match attempt {
        Attempt::Withheld => {
            let statement = "UPDATE deliveries SET status = 'failed', attempts = attempts - 1, next_at = NULL
                 WHERE id = ? AND attempts > 0";
            return Ok(sql.query(statement, params![delivery]).map(drop)?);
        }
        Attempt::Answered(status @ 200..=299) => {
            let statement = "UPDATE deliveries SET status = 'delivered', tried_at = ?, response = ?, next_at = NULL
                 WHERE id = ? AND attempts > 0";
            sql.query(statement, params![now, i64::from(status), delivery])?;
            return Ok(mended(sql, delivery)?);
        }
        Attempt::Answered(status) => Some(status),
        Attempt::Unanswered => None,
    };
    sql.query(
        "UPDATE deliveries SET tried_at = ?, response = ?,
             status = CASE WHEN next_at < until THEN status ELSE 'failed' END,
             next_at = CASE WHEN next_at < until THEN next_at END WHERE id = ? AND attempts > 0",
        params![now, response.map(i64::from), delivery],
    )?;
    failed(sql, surroundings, delivery, response == Some(410), now)
}

fn mended(sql: &dyn Sql, delivery: &DeliveryId) -> Result<(), SqlError> {
    let statement = "UPDATE webhooks SET failures = 0, failing_since = NULL
         WHERE id = (SELECT webhook FROM deliveries WHERE id = ?)";
    sql.query(statement, params![delivery]).map(drop)
}

/// Counts a failure, and switches off what does not work.
fn failed(
    sql: &dyn Sql,
    surroundings: &Surroundings<'_>,
    delivery: &DeliveryId,
    gone: bool,
    now: Timestamp,
) -> Result<(), Stop> {
    let count = "UPDATE webhooks SET failures = failures + 1, failing_since = coalesce(failing_since, ?)
         WHERE id = (SELECT webhook FROM deliveries WHERE id = ?) RETURNING id, details, failures, failing_since";
    let rows = sql.query(count, params![now, delivery])?;
    let Some(row) = rows.first() else {
        return Ok(());
    };
    let details: WebhookDetails = row.json(1)?;
    let since = now - row.get::<Timestamp>(3)?;
    let failing = row.get::<u32>(2)? >= FAILURES_MAX && since >= Span::hours(FAILING_HOURS.into());
    if !details.enabled || !(gone || failing) {
        return Ok(());
    }
    let reason = if gone { OffReason::Gone } else { OffReason::Failing };
    let effect = Effect::WebhookSwitchedOff { webhook: row.parse(0)?, name: details.name, reason };
    let origin = Origin {
        actor: None,
        surface: Surface::Console,
        credential: None,
        endpoint: "alarm",
        request_id: "",
        mails: false,
    };
    super::apply(sql, surroundings, &origin, &[effect])
}

/// Gives up whatever waits for a webhook that is switched off.
pub(super) fn give_up(sql: &dyn Sql, webhook: &WebhookId) -> Result<(), SqlError> {
    let statement = "UPDATE deliveries SET status = 'failed', next_at = NULL WHERE webhook = ? AND status = 'waiting'";
    sql.query(statement, params![webhook]).map(drop)
}
