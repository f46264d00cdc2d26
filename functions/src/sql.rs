//! The port to SQLite: the same SQL runs in the organization's object and, natively, in unit
//! tests on rusqlite.
//!
//! Handlers get a [`Reader`]; only [`crate::effects`] writes.

use serde::{Serialize, Serializer};
use std::fmt;

pub mod memory;
#[cfg(test)]
pub(crate) mod twin;

/// A value bound to a statement or read from a row. There are no booleans (the platform binds
/// them as text) and no reals; tables are `STRICT`, so a wrong type is an error.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// `NULL`.
    Null,
    /// An integer within ±2⁵³: the platform carries it as a JavaScript number.
    Integer(i64),
    /// Text.
    Text(String),
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => to.serialize_unit(),
            Self::Integer(number) => to.serialize_i64(*number),
            Self::Text(text) => to.serialize_str(text),
        }
    }
}

/// A database error, as the engine words it. Never shown to people.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct SqlError(pub String);

/// SQLite: synchronous, in-process, one organization's data.
pub trait Sql {
    /// Runs one statement to its end and returns all its rows.
    fn query(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError>;

    /// The same for a `SELECT` that every request asks again: answers from memory as long as
    /// nothing has been written.
    fn recall(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError>;

    /// Runs `work` in a transaction: what it wrote stays if it returns `true`, and is rolled
    /// back if it returns `false` or panics.
    fn transaction(&self, work: &mut dyn FnMut() -> bool) -> Result<(), SqlError>;
}

/// A row of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row(pub Vec<Value>);

/// A type that a column can be read as.
pub trait Column: Sized {
    /// Reads the value, or says that it is of another type.
    fn read(value: &Value) -> Option<Self>;
}

impl Row {
    /// The column at `index`.
    pub fn get<T: Column>(&self, index: usize) -> Result<T, SqlError> {
        self.0
            .get(index)
            .and_then(T::read)
            .ok_or_else(|| SqlError(format!("column {index} is not of the expected type")))
    }

    /// The last column.
    pub fn last<T: Column>(&self) -> Result<T, SqlError> {
        self.get(self.0.len().saturating_sub(1))
    }

    /// The column at `index`, parsed from its text.
    pub fn parse<T: std::str::FromStr>(&self, index: usize) -> Result<T, SqlError>
    where
        T::Err: fmt::Display,
    {
        self.get::<String>(index)?.parse().map_err(|error| SqlError(format!("column {index}: {error}")))
    }

    /// The column at `index`, parsed from its text unless it is `NULL`.
    pub fn parse_optional<T: std::str::FromStr>(&self, index: usize) -> Result<Option<T>, SqlError>
    where
        T::Err: fmt::Display,
    {
        match self.get::<Option<String>>(index)? {
            Some(_) => self.parse(index).map(Some),
            None => Ok(None),
        }
    }

    /// The column at `index`, read from its JSON text.
    pub fn json<T: serde::de::DeserializeOwned>(&self, index: usize) -> Result<T, SqlError> {
        serde_json::from_str(&self.get::<String>(index)?).map_err(|error| SqlError(format!("column {index}: {error}")))
    }
}

impl Column for i64 {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Integer(number) => Some(*number),
            _ => None,
        }
    }
}

impl Column for u32 {
    fn read(value: &Value) -> Option<Self> {
        i64::read(value)?.try_into().ok()
    }
}

impl Column for bool {
    fn read(value: &Value) -> Option<Self> {
        i64::read(value).map(|number| number != 0)
    }
}

impl Column for shared::time::Timestamp {
    fn read(value: &Value) -> Option<Self> {
        i64::read(value).map(Self)
    }
}

impl Column for String {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        }
    }
}

impl<T: Column> Column for Option<T> {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            other => T::read(other).map(Some),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}
impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Integer(number.into())
    }
}
impl From<bool> for Value {
    fn from(fact: bool) -> Self {
        Self::Integer(fact.into())
    }
}
impl From<shared::time::Timestamp> for Value {
    fn from(time: shared::time::Timestamp) -> Self {
        Self::Integer(time.0)
    }
}
impl<Of> From<&shared::ids::Id<Of>> for Value {
    fn from(id: &shared::ids::Id<Of>) -> Self {
        Self::Text(id.as_str().to_owned())
    }
}
impl From<&shared::ids::Slug> for Value {
    fn from(slug: &shared::ids::Slug) -> Self {
        Self::Text(slug.as_str().to_owned())
    }
}
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Something as JSON text, for a column.
pub fn json(of: &impl serde::Serialize) -> Value {
    // The model serializes without fail: no maps with other keys than text, no foreign types.
    Value::Text(serde_json::to_string(of).unwrap_or_default())
}

/// A value has at most two megabytes on the platform: one of many rows ends before that.
const ROWS_BYTES: usize = 1 << 20;

/// Inserts rows into a table, which is named with its columns; as many at once as one value holds,
/// since a statement costs more than a row.
pub fn insert(sql: &dyn Sql, into: &str, rows: &[Vec<Value>]) -> Result<(), SqlError> {
    let columns: Vec<_> = (0..rows.first().map_or(0, Vec::len)).map(|at| format!("value ->> {at}")).collect();
    let statement = format!("INSERT INTO {into} SELECT {} FROM json_each(?)", columns.join(", "));
    let mut all = String::new();
    for (at, row) in rows.iter().enumerate() {
        all.push(if all.is_empty() { '[' } else { ',' });
        all.push_str(&serde_json::to_string(row).map_err(|error| SqlError(error.to_string()))?);
        if all.len() >= ROWS_BYTES || at + 1 == rows.len() {
            all.push(']');
            sql.query(&statement, &[Value::Text(std::mem::take(&mut all))])?;
        }
    }
    Ok(())
}

/// The values of a statement.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::sql::Value::from($value)),*] };
}

/// Read access, for handlers.
#[derive(Clone, Copy)]
pub struct Reader<'a>(&'a dyn Sql);

impl<'a> Reader<'a> {
    /// Read access to a database.
    pub fn new(sql: &'a dyn Sql) -> Self {
        Self(sql)
    }

    /// The rows of a `SELECT` statement; anything else is an error.
    pub fn rows(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        only_reads(sql)?;
        self.0.query(sql, params)
    }

    /// The same, from memory if nothing has been written since it was last asked: for the few
    /// questions that every request asks. The time is no part of such a question.
    pub fn recalled(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        only_reads(sql)?;
        self.0.recall(sql, params)
    }

    /// The first of them, if there is one.
    pub fn recall(&self, sql: &str, params: &[Value]) -> Result<Option<Row>, SqlError> {
        Ok(self.recalled(sql, params)?.into_iter().next())
    }

    /// The first row, if there is one.
    pub fn row(&self, sql: &str, params: &[Value]) -> Result<Option<Row>, SqlError> {
        Ok(self.rows(sql, params)?.into_iter().next())
    }
}

fn only_reads(sql: &str) -> Result<(), SqlError> {
    // Not `WITH` either: it may begin a `DELETE`.
    if sql.starts_with("SELECT ") { Ok(()) } else { Err(SqlError("a reader only reads".into())) }
}

impl fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reader")
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, Sql, Value, insert, twin::Twin};
    use proptest::prelude::*;

    /// Rows with every kind of value, some longer than is written at once.
    fn rows() -> impl Strategy<Value = Vec<Vec<Value>>> {
        let text = prop_oneof![
            any::<String>(),
            "[\\x00-\\x20\"\\\\]{0,8}",
            Just("null".to_owned()),
            Just("[1]".to_owned()),
            Just("long ".repeat(100_000)),
        ];
        let number = -(1_i64 << 53)..=(1_i64 << 53);
        let row = (text, number, proptest::option::of("[a-z]{0,3}"));
        let row = row.prop_map(|(text, number, other)| vec![text.into(), number.into(), other.into()]);
        proptest::collection::vec(row, 0..8)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn what_is_inserted_is_read_back(rows in rows()) {
            let sql = Twin::new();
            sql.query("CREATE TABLE things (text TEXT, number INTEGER, other TEXT) STRICT", &[]).unwrap();
            insert(&sql, "things (text, number, other)", &rows).unwrap();
            let found = Reader::new(&sql).rows("SELECT text, number, other FROM things ORDER BY rowid", &[]).unwrap();
            prop_assert_eq!(found.into_iter().map(|row| row.0).collect::<Vec<_>>(), rows);
        }
    }
}
