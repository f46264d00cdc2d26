//! The directory: what organizations are called, and which of them know an address, kept by the registry as keyed digests so
//! that people can be told (decision 0030).
//!
//! An organization notes, by trigger, a new name and each address whose account comes, goes, or is
//! enabled or disabled, and its alarm tells the registry afterwards: as often as it takes, because telling
//! the same twice changes nothing.

use super::outbox;
use crate::{
    accounts::searched,
    directory::AddressKey,
    mail::Content,
    organizations, params,
    sql::{Reader, Row, Sql, SqlError, json},
    surroundings::Surroundings,
};
use serde::{Deserialize, Serialize};
use shared::{
    ids::Slug,
    mails::MailKind,
    organizations::Language,
    time::{Span, Timestamp},
};

/// So many addresses are told at a time.
const TOLD_AT_ONCE: u32 = 200;
/// What was not taken is told again after this.
const AGAIN_AFTER: Span = Span::minutes(10);
/// So many requests are looked at at a time.
const LOOKED_UP_AT_ONCE: u32 = 50;
/// So long there is no second mail to an address.
const REMINDED_EVERY: Span = Span::minutes(5);

/// What an organization tells the registry: digests, and no address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    /// Which organization.
    pub slug: Slug,
    /// What it is called now.
    pub name: String,
    /// Whether all that it told before counts no more.
    pub afresh: bool,
    /// Addresses with an enabled account.
    pub present: Vec<String>,
    /// Addresses without one.
    pub absent: Vec<String>,
}

/// What is being told, until it is taken.
pub struct Telling {
    /// It.
    pub announcement: Announcement,
    addresses: Vec<String>,
    again_at: Timestamp,
}

/// When there is something to tell or to look up, if ever. Without a key, never.
pub fn next_at(sql: &dyn Sql, key: Option<&AddressKey>) -> Result<Option<Timestamp>, SqlError> {
    let Some(key) = key else {
        return Ok(None);
    };
    if !is_told_with(sql, key)? {
        return Ok(Some(Timestamp(0)));
    }
    let rows = sql.query(
        "SELECT min(at) FROM (SELECT min(next_at) AS at FROM announcements
                              UNION ALL SELECT min(asked_at) FROM reminder_requests)",
        &[],
    )?;
    rows.first().map_or(Ok(None), |row| row.get(0))
}

fn is_told_with(sql: &dyn Sql, key: &AddressKey) -> Result<bool, SqlError> {
    let told = sql.query("SELECT 1 FROM announced WHERE fingerprint = ?", params![key.fingerprint()])?;
    Ok(!told.is_empty())
}

/// Takes what is to be told now, in one transaction. It is counted as tried before it is tried.
pub fn begin(sql: &dyn Sql, now: Timestamp, key: &AddressKey) -> Result<Option<Telling>, SqlError> {
    let mut outcome = Ok(None);
    sql.transaction(&mut || {
        outcome = tell(sql, now, key);
        outcome.is_ok()
    })?;
    outcome
}

fn tell(sql: &dyn Sql, now: Timestamp, key: &AddressKey) -> Result<Option<Telling>, SqlError> {
    if !is_told_with(sql, key)? {
        let fingerprint = key.fingerprint();
        sql.query(
            "INSERT OR REPLACE INTO announced (singleton, fingerprint, afresh) VALUES (1, ?, 1)",
            params![fingerprint],
        )?;
        sql.query(
            "INSERT OR REPLACE INTO announcements (email_key, next_at) SELECT DISTINCT email_key, 0 FROM users",
            &[],
        )?;
    }
    let due = "SELECT email_key, EXISTS (SELECT 1 FROM users WHERE users.email_key = announcements.email_key
                                                                AND status = 'active')
               FROM announcements WHERE next_at <= ? ORDER BY next_at LIMIT ?";
    let rows = sql.query(due, params![now, TOLD_AT_ONCE])?;
    let Some(organization) = organizations::find(Reader::new(sql))?.filter(|_| !rows.is_empty()) else {
        return Ok(None);
    };
    let again_at = now + AGAIN_AFTER;
    let (mut addresses, mut present, mut absent) = (Vec::new(), Vec::new(), Vec::new());
    for row in &rows {
        let address: String = row.get(0)?;
        let side = if row.get(1)? { &mut present } else { &mut absent };
        side.push(key.digest(&address));
        addresses.push(address);
    }
    sql.query(
        "UPDATE announcements SET next_at = ? WHERE email_key IN (SELECT value FROM json_each(?))",
        params![again_at, json(&addresses)],
    )?;
    let afresh = !sql.query("SELECT 1 FROM announced WHERE afresh", &[])?.is_empty();
    let announcement = Announcement { slug: organization.slug, name: organization.name, afresh, present, absent };
    Ok(Some(Telling { announcement, addresses, again_at }))
}

/// Notes that the registry has taken it. What has changed since then is told again.
pub fn settle(sql: &dyn Sql, telling: &Telling) -> Result<(), SqlError> {
    let told = "DELETE FROM announcements WHERE email_key IN (SELECT value FROM json_each(?)) AND next_at = ?";
    sql.query(told, params![json(&telling.addresses), telling.again_at])?;
    sql.query("UPDATE announced SET afresh = 0", &[]).map(drop)
}

/// Writes into the registry what an organization tells, in one transaction.
pub fn record(sql: &dyn Sql, announcement: &Announcement) -> Result<(), SqlError> {
    let mut outcome = Ok(());
    sql.transaction(&mut || {
        outcome = write(sql, announcement);
        outcome.is_ok()
    })?;
    outcome
}

fn write(sql: &dyn Sql, Announcement { slug, name, afresh, present, absent }: &Announcement) -> Result<(), SqlError> {
    sql.query(
        "UPDATE organizations SET name = ?, search = ? WHERE slug = ?",
        params![name, searched(slug.as_str(), name), slug],
    )?;
    if *afresh {
        sql.query("DELETE FROM addresses WHERE slug = ?", params![slug])?;
    }
    sql.query(
        "INSERT OR IGNORE INTO addresses (digest, slug) SELECT value, ? FROM json_each(?)",
        params![slug, json(present)],
    )?;
    sql.query(
        "DELETE FROM addresses WHERE digest IN (SELECT value FROM json_each(?)) AND slug = ?",
        params![json(absent), slug],
    )?;
    Ok(())
}

/// Puts the mails that were asked for into the outbox. It is done here and not on the request, so
/// that what a request costs says nothing about who has an account (ASVS 6.3.8).
pub fn remind(
    sql: &dyn Sql,
    surroundings: &Surroundings<'_>,
    key: Option<&AddressKey>,
    mails: bool,
) -> Result<(), SqlError> {
    let asked = "SELECT email_key, language FROM reminder_requests ORDER BY asked_at LIMIT ?";
    for row in sql.query(asked, params![LOOKED_UP_AT_ONCE])? {
        let address: String = row.get(0)?;
        let mut outcome = Ok(());
        sql.transaction(&mut || {
            outcome = answer(sql, surroundings, key.filter(|_| mails), &address, &row);
            outcome.is_ok()
        })?;
        outcome?;
    }
    Ok(())
}

fn answer(
    sql: &dyn Sql,
    surroundings: &Surroundings<'_>,
    key: Option<&AddressKey>,
    address: &str,
    asked: &Row,
) -> Result<(), SqlError> {
    sql.query("DELETE FROM reminder_requests WHERE email_key = ?", params![address])?;
    let Some(key) = key else {
        return Ok(());
    };
    let recently = Timestamp(surroundings.now.0.saturating_sub(REMINDED_EVERY.0));
    let last = "SELECT 1 FROM mails WHERE address = ? AND kind = ? AND created_at > ?";
    if !sql.query(last, params![address, MailKind::Reminder.as_str(), recently])?.is_empty() {
        return Ok(());
    }
    let known = sql.query(
        "SELECT slug, name FROM addresses JOIN organizations USING (slug)
         WHERE digest = ? AND status = 'active' AND suspended_at IS NULL ORDER BY name, slug",
        params![key.digest(address)],
    )?;
    let organizations: Vec<(Slug, String)> =
        known.iter().map(|row| Ok((row.parse(0)?, row.get(1)?))).collect::<Result<_, SqlError>>()?;
    if organizations.is_empty() {
        return Ok(());
    }
    let language = Language::from_tag(&asked.get::<String>(1)?).unwrap_or_default();
    // To the address as it is compared, never as it was typed: what is typed may be another mailbox
    // that is taken for the same.
    outbox::queue_for_stranger(sql, surroundings, address, &Content::Reminder { language, organizations })
}
