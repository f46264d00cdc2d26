//! Pages of people. A page is found by the key where it begins, so every page costs the same.

use crate::{
    sql::{Reader, Row, SqlError, Value, json},
    text,
};
use serde::{Deserialize, Serialize};
use shared::{
    Code, Problem,
    authority::Reach,
    ids::SiteId,
    page::{Cursor, Direction, LIMIT_DEFAULT, LIMIT_MAX, Page},
    users::{Sort, Status},
};

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
    /// One status.
    pub status: Option<Status>,
    /// Order.
    pub sort: Sort,
    /// Direction of the order.
    pub direction: Direction,
    /// Where the page begins.
    pub cursor: Option<&'a Cursor>,
    /// Items of a page.
    pub limit: Option<u32>,
}

/// What a cursor says; clients see it in base64url.
#[derive(Debug, Serialize, Deserialize)]
struct Place {
    /// The key of the item beside which the page lies.
    key: String,
    /// The item's id.
    id: String,
    /// The number, from 1, of the page's first item.
    first: u32,
    /// Whether the page ends before the item instead of beginning after it.
    before: bool,
}

/// The most words of a search that count.
const WORDS_MAX: usize = 5;

/// One page; `columns` are selected from `users`, and `read` makes an item of a row. The page's
/// own columns come first: the sort key and the id.
pub fn page<T>(
    reader: Reader<'_>,
    query: &Query<'_>,
    columns: &str,
    read: impl Fn(&Row) -> Result<T, SqlError>,
) -> Result<Page<T>, crate::gateway::Stop> {
    let limit = query.limit.unwrap_or(LIMIT_DEFAULT);
    if !(1..=LIMIT_MAX).contains(&limit) {
        let error = shared::FieldError::new("limit", "out_of_range").with("max", LIMIT_MAX);
        return Err(Problem::invalid(vec![error]).into());
    }
    let place = query.cursor.map(open).transpose()?;
    let (filter, mut values) = filter(query);
    let total: u32 = count(reader, &filter, &values)?;

    let backwards = place.as_ref().is_some_and(|place| place.before);
    let descending = (query.direction == Direction::Descending) != backwards;
    let (key, order, beyond) = (sort_key(query.sort), order(descending), if descending { "<" } else { ">" });
    let from = match &place {
        Some(place) => {
            values.extend([Value::from(&place.key), Value::from(&place.id)]);
            format!("AND ({key}, id) {beyond} (?, ?)")
        }
        None => String::new(),
    };
    values.push(Value::from(limit + 1));
    let mut rows = reader.rows(
        &format!(
            "SELECT {key}, id, {columns} FROM users WHERE {filter} {from} ORDER BY {key} {order}, id {order} LIMIT ?"
        ),
        &values,
    )?;
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    if backwards {
        rows.reverse();
    }
    assemble(&rows, place, more, total, limit, read)
}

fn assemble<T>(
    rows: &[Row],
    place: Option<Place>,
    more: bool,
    total: u32,
    limit: u32,
    read: impl Fn(&Row) -> Result<T, SqlError>,
) -> Result<Page<T>, crate::gateway::Stop> {
    let backwards = place.as_ref().is_some_and(|place| place.before);
    let first = match &place {
        // A page before another may be shorter than a whole one, when people were added.
        Some(_) if backwards && !more => 1,
        Some(place) => place.first,
        None => 1,
    };
    let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let beside = |row: &Row, first: u32, before: bool| -> Result<Cursor, SqlError> {
        Ok(seal(&Place { key: row.get(0)?, id: row.get(1)?, first, before }))
    };
    let has_next = if backwards { true } else { more };
    let has_previous = if backwards { more } else { place.is_some() };
    let next =
        rows.last().filter(|_| has_next).map(|row| beside(row, first.saturating_add(count), false)).transpose()?;
    let previous = rows
        .first()
        .filter(|_| has_previous)
        .map(|row| beside(row, first.saturating_sub(limit).max(1), true))
        .transpose()?;
    let items = rows.iter().map(read).collect::<Result<_, _>>()?;
    Ok(Page { items, first: if count == 0 { 0 } else { first }, total, previous, next })
}

fn count(reader: Reader<'_>, filter: &str, values: &[Value]) -> Result<u32, SqlError> {
    let row = reader.row(&format!("SELECT count(*) FROM users WHERE {filter}"), values)?;
    row.map_or(Ok(0), |row| row.get(0))
}

/// The condition and its values. It is put together of constant pieces; whatever a client sent
/// is bound.
fn filter(query: &Query<'_>) -> (String, Vec<Value>) {
    let mut conditions = vec!["1"];
    let mut values = Vec::new();
    if query.administrators {
        conditions.push("grants > 0");
    }
    if let Reach::Sites(sites) = &query.reach {
        conditions.push(if query.administrators {
            ADMINISTRATORS_WITHIN
        } else {
            "site IN (SELECT value FROM json_each(?))"
        });
        values.push(json(sites));
    }
    if let Some(site) = query.site {
        conditions.push(if query.administrators { ADMINISTRATORS_OF } else { "site = ?" });
        values.push(Value::from(site));
    }
    if let Some(status) = query.status {
        conditions.push("status = ?");
        values.push(Value::from(if status == Status::Active { "active" } else { "disabled" }));
    }
    for word in query.q.unwrap_or_default().split_whitespace().take(WORDS_MAX) {
        conditions.push("instr(search, ?)");
        values.push(Value::from(text::plain(word)));
    }
    (conditions.join(" AND "), values)
}

/// Whoever is seen is seen whole: an administrator with a grant beyond the caller's reach is not.
const ADMINISTRATORS_WITHIN: &str = "NOT EXISTS (
    SELECT 1 FROM grants LEFT JOIN grant_sites ON grant_sites.grant = grants.id
    WHERE grants.user = users.id
      AND (grants.everywhere OR grant_sites.site NOT IN (SELECT value FROM json_each(?))))";

const ADMINISTRATORS_OF: &str = "EXISTS (
    SELECT 1 FROM grants LEFT JOIN grant_sites ON grant_sites.grant = grants.id
    WHERE grants.user = users.id AND (grants.everywhere OR grant_sites.site = ?))";

const fn sort_key(sort: Sort) -> &'static str {
    match sort {
        Sort::Name => "name_key",
        Sort::UserName => "user_name_key",
        Sort::Email => "email_key",
    }
}

const fn order(descending: bool) -> &'static str {
    if descending { "DESC" } else { "ASC" }
}

fn seal(place: &Place) -> Cursor {
    let text = serde_json::to_vec(place).unwrap_or_default();
    Cursor(data_encoding::BASE64URL_NOPAD.encode(&text))
}

fn open(cursor: &Cursor) -> Result<Place, Problem> {
    data_encoding::BASE64URL_NOPAD
        .decode(cursor.0.as_bytes())
        .ok()
        .and_then(|text| serde_json::from_slice(&text).ok())
        .ok_or_else(|| Problem::new(Code::WrongType).at("cursor"))
}
