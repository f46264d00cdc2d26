//! The port on rusqlite, for unit tests.

use super::{Row, Sql, SqlError, Value, memory::Memory};
use rusqlite::{Connection, backup::Backup, limits::Limit, types::ValueRef};
use std::{
    cell::Cell,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    time::Duration,
};

/// So many statements are kept prepared: all that a test runs. Preparing them was most of what tests did.
const STATEMENTS: usize = 1_000;

/// A database in memory, or in a file.
pub(crate) struct Twin {
    connection: Connection,
    memory: Memory,
    asked: Cell<u32>,
    answered: Cell<usize>,
}

impl Twin {
    pub(crate) fn new() -> Self {
        Self::on(Connection::open_in_memory().unwrap())
    }

    /// The database in this file.
    pub(crate) fn at(file: &std::path::Path) -> Self {
        Self::on(Connection::open(file).unwrap())
    }

    /// Another database in memory that begins with the same content.
    pub(crate) fn copy(&self) -> Self {
        self.copy_to(Connection::open_in_memory().unwrap())
    }

    /// The same in this file.
    pub(crate) fn copy_at(&self, file: &std::path::Path) -> Self {
        self.copy_to(Connection::open(file).unwrap())
    }

    fn copy_to(&self, mut copy: Connection) -> Self {
        const PAGES_AT_ONCE: i32 = 1_000;
        let backup = Backup::new(&self.connection, &mut copy).unwrap();
        backup.run_to_completion(PAGES_AT_ONCE, Duration::ZERO, None).unwrap();
        drop(backup);
        Self::on(copy)
    }

    fn on(connection: Connection) -> Self {
        connection.pragma_update(None, "foreign_keys", true).unwrap();
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        // As strict as the platform: https://github.com/cloudflare/workerd, `sqlite.c++`.
        connection.set_limit(Limit::SQLITE_LIMIT_COMPOUND_SELECT, 5).unwrap();
        Self { connection, memory: Memory::default(), asked: Cell::new(0), answered: Cell::new(0) }
    }

    /// How many statements have run.
    pub(crate) fn asked(&self) -> u32 {
        self.asked.get()
    }

    /// How many rows they have answered.
    pub(crate) fn answered(&self) -> usize {
        self.answered.get()
    }
}

fn failed(error: rusqlite::Error) -> SqlError {
    SqlError(error.to_string())
}

impl Sql for Twin {
    fn query(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        self.memory.hear(sql);
        self.asked.set(self.asked.get() + 1);
        let mut statement = self.connection.prepare_cached(sql).map_err(failed)?;
        let columns = statement.column_count();
        let bound = params.iter().map(|value| match value {
            Value::Null => rusqlite::types::Value::Null,
            // The platform has JavaScript's numbers.
            Value::Integer(number) => (*number as f64).into(),
            Value::Text(text) => text.clone().into(),
        });
        let mut rows = statement.query(rusqlite::params_from_iter(bound)).map_err(failed)?;
        let mut all = Vec::new();
        while let Some(row) = rows.next().map_err(failed)? {
            let values = (0..columns).map(|index| match row.get_ref(index).map_err(failed)? {
                ValueRef::Null => Ok(Value::Null),
                ValueRef::Integer(number) => Ok(Value::Integer(number)),
                ValueRef::Real(number) => Ok(Value::Integer(number as i64)),
                ValueRef::Text(text) => Ok(Value::Text(String::from_utf8_lossy(text).into_owned())),
                other => Err(SqlError(format!("unexpected {}", other.data_type()))),
            });
            all.push(Row(values.collect::<Result<_, _>>()?));
        }
        self.answered.set(self.answered.get() + all.len());
        Ok(all)
    }

    fn recall(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        self.memory.recall(sql, params, || self.query(sql, params))
    }

    fn transaction(&self, work: &mut dyn FnMut() -> bool) -> Result<(), SqlError> {
        self.memory.transaction(|| {
            self.connection.execute_batch("SAVEPOINT work").map_err(failed)?;
            let done = catch_unwind(AssertUnwindSafe(&mut *work));
            let end = match &done {
                Ok(true) => "RELEASE work",
                _ => "ROLLBACK TO work; RELEASE work",
            };
            self.connection.execute_batch(end).map_err(failed)?;
            done.map(|_| ()).or_else(|panic| resume_unwind(panic))
        })
    }
}
