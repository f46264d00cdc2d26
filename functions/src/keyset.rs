//! Pages of long lists. A page is found by the key where it begins, so every page costs the same.

use crate::{
    gateway::Stop,
    sql::{Reader, Row, SqlError, Value},
};
use serde::{Deserialize, Serialize};
use shared::{
    Code, Problem,
    page::{Cursor, LIMIT_DEFAULT, LIMIT_MAX, Page},
};

/// What is asked for: rows of a table that fit a filter, in the order of a column and the id.
#[derive(Debug)]
pub struct Query<'a> {
    /// The table.
    pub table: &'a str,
    /// The column of the order.
    pub key: &'a str,
    /// What to select, besides key and id, which come first.
    pub columns: &'a str,
    /// The condition.
    pub filter: &'a str,
    /// The condition's values.
    pub values: Vec<Value>,
    /// Whether the order is from the end.
    pub descending: bool,
}

/// How many rows fit a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// So many, or so many at least.
    pub total: u32,
    /// Whether there are more.
    pub uncounted: bool,
}

impl From<u32> for Length {
    fn from(total: u32) -> Self {
        Self { total, uncounted: false }
    }
}

/// How it is known how many rows fit.
#[derive(Clone, Copy, Debug)]
pub enum Counting<'a> {
    /// It is known before.
    Known(Length),
    /// The rows of this table that are candidates are few: they are read once, to count and to sort.
    WithPage(&'a str),
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

/// One page of rows that are counted for it; `read` makes an item of a row.
pub fn page<T>(
    reader: Reader<'_>,
    query: Query<'_>,
    cursor: Option<&Cursor>,
    limit: Option<u32>,
    read: impl Fn(&Row) -> Result<T, SqlError>,
) -> Result<Page<T>, Stop> {
    let length = count(reader, query.table, query.filter, &query.values)?;
    page_of(reader, query, Counting::Known(length.into()), cursor, limit, read)
}

/// One page of rows that are counted in another way.
pub fn page_of<T>(
    reader: Reader<'_>,
    query: Query<'_>,
    counting: Counting<'_>,
    cursor: Option<&Cursor>,
    limit: Option<u32>,
    read: impl Fn(&Row) -> Result<T, SqlError>,
) -> Result<Page<T>, Stop> {
    let limit = limit_of(limit, LIMIT_DEFAULT, LIMIT_MAX)?;
    let place = cursor.map(open).transpose()?;
    let Query { table, key, columns, filter, mut values, descending } = query;
    let backwards = place.as_ref().is_some_and(|place| place.before);
    let descending = descending != backwards;
    let (order, beyond) = if descending { ("DESC", "<") } else { ("ASC", ">") };
    let from = match &place {
        Some(place) => {
            values.extend([Value::from(&place.key), Value::from(&place.id)]);
            format!("AND ({key}, id) {beyond} (?, ?)")
        }
        None => String::new(),
    };
    values.push(Value::from(limit + 1));
    let order = format!("ORDER BY {key} {order}, id {order}");
    let sql = match counting {
        Counting::Known(_) => {
            format!("SELECT {key}, id, {columns} FROM {table} WHERE {filter} {from} {order} LIMIT ?")
        }
        Counting::WithPage(of) => format!(
            "SELECT {key}, id, {columns}, total FROM (
                 WITH fitting AS MATERIALIZED (SELECT {key}, id FROM {table} WHERE {filter})
                 SELECT id AS fit, (SELECT count(*) FROM fitting) AS total FROM fitting
                 WHERE 1 {from} {order} LIMIT ?)
             CROSS JOIN {of} ON id = fit {order}"
        ),
    };
    let mut rows = reader.rows(&sql, &values)?;
    let length = match (counting, rows.first()) {
        (Counting::Known(length), _) => length,
        (Counting::WithPage(_), Some(row)) => row.last::<u32>()?.into(),
        // Whatever there was beside this page has gone.
        (Counting::WithPage(_), None) => 0.into(),
    };
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    if backwards {
        rows.reverse();
    }
    assemble(&rows, place, more, length, limit, read)
}

/// A limit as asked for, if it is within bounds.
pub fn limit_of(asked: Option<u32>, usual: u32, most: u32) -> Result<u32, Problem> {
    let limit = asked.unwrap_or(usual);
    if (1..=most).contains(&limit) {
        return Ok(limit);
    }
    let error = shared::FieldError::new("limit", "out_of_range").with("max", most);
    Err(Problem::invalid(vec![error]))
}

fn assemble<T>(
    rows: &[Row],
    place: Option<Place>,
    more: bool,
    length: Length,
    limit: u32,
    read: impl Fn(&Row) -> Result<T, SqlError>,
) -> Result<Page<T>, Stop> {
    let backwards = place.as_ref().is_some_and(|place| place.before);
    let first = match &place {
        // A page before another may be shorter than a whole one, when people were added.
        Some(_) if backwards && !more => 1,
        Some(place) => place.first,
        None => 1,
    };
    let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let beside = |row: &Row, first: u32, before: bool| -> Result<Cursor, SqlError> {
        // A number is compared as one, whatever it is written as: its column has that affinity.
        let key = row.get(0).or_else(|_| row.get::<i64>(0).map(|number| number.to_string()))?;
        Ok(seal(&Place { key, id: row.get(1)?, first, before }))
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
    let Length { total, uncounted } = length;
    Ok(Page { items, first: if count == 0 { 0 } else { first }, total, uncounted, previous, next })
}

/// How many rows fit a filter.
pub fn count(reader: Reader<'_>, table: &str, filter: &str, values: &[Value]) -> Result<u32, SqlError> {
    let row = reader.row(&format!("SELECT count(*) FROM {table} WHERE {filter}"), values)?;
    row.map_or(Ok(0), |row| row.get(0))
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
