//! Notices to many people, and who has read them.

use crate::{
    effects::Effect,
    gateway::{Context, Plan, Stop},
    groups, keyset, params,
    people::listing,
    setup::trim,
    sites,
    sql::{Reader, Row, SqlError, Value},
};
use shared::{
    Code, FieldError, Problem,
    administrators::Named,
    authority::{Reach, Scope, Target},
    ids::{NoticeId, UserId},
    notices::{
        Notice, NoticeDetails, SentNotice, UNREAD_MAX,
        api::{Audience, Create, List, Read, Recipients, Sent},
    },
    page::Page,
    validation::Validate,
};
use std::collections::BTreeSet;

/// All places that a notice is to reach.
pub fn place(context: &Context<'_>, scope: &Scope) -> Result<Target, Stop> {
    Ok(groups::target(context.reader, scope)?)
}

/// The people of a scope, as lists of people are limited.
pub(crate) fn reach_of(scope: &Scope) -> Reach {
    match scope {
        Scope::Organization => Reach::Everywhere,
        Scope::Sites { sites } => Reach::Within { sites: sites.clone(), groups: BTreeSet::new() },
        Scope::Groups { groups } => Reach::Within { sites: BTreeSet::new(), groups: groups.clone() },
    }
}

/// Counts whom a notice would reach.
pub fn audience(context: &Context<'_>, request: Audience) -> Result<Recipients, Stop> {
    places_exist(context, &request.scope, "scope")?;
    Ok(Recipients { recipients: count(context, &request.scope)? })
}

fn count(context: &Context<'_>, scope: &Scope) -> Result<u32, Stop> {
    let (condition, mut values) = listing::within(&reach_of(scope));
    values.push(Value::from(&context.access()?.user));
    let sql = format!("SELECT count(*) FROM users WHERE {condition} AND status = 'active' AND id <> ?");
    Ok(context.reader.row(&sql, &values)?.map_or(Ok(0), |row| row.get(0))?)
}

fn places_exist(context: &Context<'_>, scope: &Scope, field: &str) -> Result<(), Stop> {
    match scope {
        Scope::Organization => Ok(()),
        Scope::Sites { sites } => sites::must_exist(context.reader, sites.iter(), field),
        Scope::Groups { groups } => groups::must_exist(context.reader, groups.iter(), field),
    }
}

/// Sends a notice. Mails, if asked for, leave one after another.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<SentNotice>, Stop> {
    request.validate()?;
    let mut details = request.details;
    trim(&mut details.title);
    trim(&mut details.text);
    places_exist(context, &details.scope, "details.scope")?;
    if details.by_mail && !context.incoming.mails {
        return Err(Problem::invalid(vec![FieldError::new("details.by_mail", "mails_not_available")]).into());
    }
    let recipients = count(context, &details.scope)?;
    if recipients == 0 {
        return Err(Problem::invalid(vec![FieldError::new("details.scope", "reaches_nobody")]).into());
    }
    let notice: NoticeId = context.surroundings.id();
    let effect = Effect::NoticeSent { notice: notice.clone(), details, recipients };
    Ok(Plan::new(vec![effect], move |context| {
        let row = context.reader.row(&format!("SELECT id, id, {SENT} FROM notices WHERE id = ?"), params![&notice])?;
        Ok(sent_notice(&row.ok_or(Code::NotFound)?)?)
    }))
}

/// Lists what the caller has sent.
pub fn sent(context: &Context<'_>, request: Sent) -> Result<Page<SentNotice>, Stop> {
    let query = keyset::Query {
        table: "notices",
        key: "id",
        columns: SENT,
        filter: "sender = ?",
        values: vec![Value::from(&context.access()?.user)],
        descending: true,
    };
    keyset::page(context.reader, query, request.cursor.as_ref(), request.limit, sent_notice)
}

const SENT: &str =
    "details, sent_at, recipients, (SELECT count(*) FROM notice_receipts WHERE notice_receipts.notice = notices.id)";

fn sent_notice(row: &Row) -> Result<SentNotice, SqlError> {
    Ok(SentNotice {
        id: row.parse(1)?,
        details: row.json(2)?,
        sent_at: row.get(3)?,
        recipients: row.get(4)?,
        read: row.get(5)?,
    })
}

/// Lists what has reached the caller.
pub fn list(context: &Context<'_>, request: List) -> Result<Page<Notice>, Stop> {
    let query = keyset::Query {
        table: "notices",
        key: "id",
        columns: COLUMNS,
        filter: RECEIVED,
        values: vec![Value::from(&context.access()?.user)],
        descending: true,
    };
    keyset::page(context.reader, query, request.cursor.as_ref(), request.limit, notice)
}

/// What a recipient sees; the first value is his id.
const COLUMNS: &str = "details, sender, (SELECT full_name FROM users WHERE users.id = notices.sender), sent_at,
    (SELECT read_at FROM notice_receipts WHERE notice_receipts.notice = notices.id AND user = ?1)";

/// The condition on `notices` of having reached somebody: sent since he came, by somebody else, to
/// a place where he is. The first value is his id.
const RECEIVED: &str = "sender <> ?1 AND sent_at >= (SELECT created_at FROM users WHERE users.id = ?1) AND (everywhere
    OR EXISTS (SELECT 1 FROM notice_sites JOIN users ON users.site = notice_sites.site
               WHERE notice_sites.notice = notices.id AND users.id = ?1)
    OR EXISTS (SELECT 1 FROM memberships JOIN group_paths ON group_paths.group_id = memberships.group_id
               JOIN notice_groups ON notice_groups.group_id = group_paths.ancestor
               WHERE memberships.user = ?1 AND notice_groups.notice = notices.id))";

fn notice(row: &Row) -> Result<Notice, SqlError> {
    let details: NoticeDetails = row.json(2)?;
    Ok(Notice {
        id: row.parse(1)?,
        title: details.title,
        text: details.text,
        sender: Named { id: row.parse(3)?, name: row.get(4)? },
        sent_at: row.get(5)?,
        read_at: row.get(6)?,
    })
}

/// How many somebody has not read.
pub(crate) fn unread(reader: Reader<'_>, user: &UserId) -> Result<u32, SqlError> {
    let sql = format!(
        "SELECT count(*) FROM (SELECT 1 FROM notices WHERE {RECEIVED} AND NOT EXISTS
         (SELECT 1 FROM notice_receipts WHERE notice_receipts.notice = notices.id AND user = ?1) LIMIT ?)"
    );
    reader.row(&sql, params![user, UNREAD_MAX])?.map_or(Ok(0), |row| row.get(0))
}

/// Confirms that the caller has read a notice; one that has not reached him does not exist for him.
pub fn read(context: &Context<'_>, request: Read) -> Result<Plan<Notice>, Stop> {
    let (user, notice) = (context.access()?.user.clone(), request.notice);
    received(context, &user, &notice)?;
    let effect = Effect::NoticeRead { notice: notice.clone(), user: user.clone() };
    Ok(Plan::new(vec![effect], move |context| received(context, &user, &notice)))
}

fn received(context: &Context<'_>, user: &UserId, id: &NoticeId) -> Result<Notice, Stop> {
    let sql = format!("SELECT id, id, {COLUMNS} FROM notices WHERE {RECEIVED} AND id = ?");
    let row = context.reader.row(&sql, params![user, id])?.ok_or(Code::NotFound)?;
    Ok(notice(&row)?)
}

/// A notice and its sender's name, for mails.
pub(crate) fn told(reader: Reader<'_>, id: &NoticeId) -> Result<Option<(NoticeDetails, String)>, SqlError> {
    let row = reader.row(
        "SELECT notices.details, users.full_name FROM notices JOIN users ON users.id = notices.sender
         WHERE notices.id = ?",
        params![id],
    )?;
    row.map(|row| Ok((row.json(0)?, row.get(1)?))).transpose()
}
