//! Pages of people.

use crate::{
    keyset::{self, Counting},
    sql::{Reader, Row, SqlError, Value, json},
};
use shared::{
    authority::Reach,
    ids::SiteId,
    page::{Cursor, Direction, Page},
    time::Timestamp,
    users::{Kind, Sort, Status},
};
use std::ops::Range;

mod source;

pub(crate) use source::reached;
use source::{Source, few, length, words};

/// What is asked for.
#[derive(Debug)]
pub struct Query<'a> {
    /// Only people with grants.
    pub administrators: bool,
    /// Where the caller may see them.
    pub reach: Reach,
    /// Words to find.
    pub q: Option<&'a str>,
    /// One site.
    pub site: Option<&'a SiteId>,
    /// Only agents, or only administrators, as users.
    pub kind: Option<Kind>,
    /// One status.
    pub status: Option<Status>,
    /// Only people with a temporary password, or only the others.
    pub temporary: Option<bool>,
    /// Only people of whom a grant ends in this time.
    pub ending: Option<Range<Timestamp>>,
    /// Order.
    pub sort: Sort,
    /// Direction of the order.
    pub direction: Direction,
    /// Where the page begins.
    pub cursor: Option<&'a Cursor>,
    /// Items of a page.
    pub limit: Option<u32>,
}

/// One page; `columns` are selected from `users`, and `read` makes an item of a row. The page's
/// own columns come first: the sort key and the id.
pub fn page<T>(
    reader: Reader<'_>,
    query: &Query<'_>,
    columns: &str,
    read: impl Fn(&Row) -> Result<T, SqlError>,
) -> Result<Page<T>, crate::gateway::Stop> {
    let (filter, values) = filter(query);
    let (source, counting) = match few(reader, query)? {
        Some(few) => (few, Counting::WithPage("users")),
        None => (Source::everybody(), Counting::Known(length(reader, query, &filter, &values)?)),
    };
    let descending = query.direction == Direction::Descending;
    let rows = keyset::Query {
        table: source.table,
        key: sort_key(query.sort),
        columns,
        filter: &filter,
        values: [source.values, values].concat(),
        descending,
    };
    keyset::page_of(reader, rows, counting, query.cursor, query.limit, read)
}

/// The condition and its values, on all candidates alike. It is put together of constant pieces; whatever a client sent
/// is bound.
fn filter(query: &Query<'_>) -> (String, Vec<Value>) {
    let mut conditions = vec!["1"];
    let mut values = Vec::new();
    if query.administrators {
        conditions.push("grants > 0");
    }
    let (within, more) = if query.administrators { administrators_within(&query.reach) } else { within(&query.reach) };
    conditions.push(within);
    values.extend(more);
    if let Some(site) = query.site {
        conditions.push(if query.administrators { ADMINISTRATORS_OF } else { "site = ?" });
        values.push(Value::from(site));
    }
    match query.kind {
        Some(Kind::Agent) => conditions.push("agent"),
        Some(Kind::Administrator) => conditions.push("grants > 0"),
        None => {}
    }
    if let Some(status) = query.status {
        // Not bound: there is an index for those who are disabled.
        conditions.push(if status == Status::Active { "status = 'active'" } else { "status = 'disabled'" });
    }
    if let Some(temporary) = query.temporary {
        // Not bound either.
        conditions.push(if temporary { "temporary_until IS NOT NULL" } else { "temporary_until IS NULL" });
    }
    if let Some(ending) = &query.ending {
        conditions.push(ENDING);
        values.extend([Value::from(ending.start), Value::from(ending.end)]);
    }
    for word in words(query) {
        conditions.push("instr(users.search, ?)");
        values.push(Value::from(word));
    }
    (conditions.join(" AND "), values)
}

/// The condition on `users` that a reach sets, and its values.
pub fn within(reach: &Reach) -> (&'static str, Vec<Value>) {
    match reach {
        Reach::Everywhere => ("1", Vec::new()),
        Reach::Within { sites, groups } => (USERS_WITHIN, vec![json(sites), json(groups)]),
    }
}

/// The condition on `users` that a reach sets on administrators, and its values.
pub fn administrators_within(reach: &Reach) -> (&'static str, Vec<Value>) {
    match reach {
        Reach::Everywhere => ("1", Vec::new()),
        Reach::Within { sites, groups } => (ADMINISTRATORS_WITHIN, vec![json(sites), json(groups)]),
    }
}

/// Those at one of these sites, or in one of these groups or below.
const USERS_WITHIN: &str = "(site IN (SELECT value FROM json_each(?)) OR EXISTS (
    SELECT 1 FROM memberships JOIN group_paths ON group_paths.group_id = memberships.group_id
    WHERE memberships.user = users.id AND group_paths.ancestor IN (SELECT value FROM json_each(?))))";

/// Whoever is seen is seen whole: an administrator with a grant beyond the caller's reach is not.
const ADMINISTRATORS_WITHIN: &str = "NOT EXISTS (
    SELECT 1 FROM held JOIN grants ON grants.id = held.grant
    LEFT JOIN grant_sites ON grant_sites.grant = grants.id LEFT JOIN grant_groups ON grant_groups.grant = grants.id
    WHERE held.user = users.id AND (grants.everywhere
      OR grant_sites.site NOT IN (SELECT value FROM json_each(?))
      OR (grant_groups.group_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM group_paths
          WHERE group_paths.group_id = grant_groups.group_id
            AND group_paths.ancestor IN (SELECT value FROM json_each(?))))))";

/// Those whose authority reaches a site.
pub(crate) const ADMINISTRATORS_OF: &str = "EXISTS (
    SELECT 1 FROM held JOIN grants ON grants.id = held.grant LEFT JOIN grant_sites ON grant_sites.grant = grants.id
    WHERE held.user = users.id AND (grants.everywhere OR grant_sites.site = ?))";

const ENDING: &str = "EXISTS (
    SELECT 1 FROM held JOIN grants ON grants.id = held.grant
    WHERE held.user = users.id AND NOT grants.suspended AND grants.valid_until > ? AND grants.valid_until <= ?)";

const fn sort_key(sort: Sort) -> &'static str {
    match sort {
        Sort::Name => "name_key",
        Sort::UserName => "user_name_key",
        Sort::Email => "email_key",
    }
}
