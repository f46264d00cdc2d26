//! What every request asks again (who calls, what he holds), and what one request asks many times. Only its own object writes to a database,
//! so an answer holds until something is written.

use super::{Row, SqlError, Value};
use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
};

/// Beyond so many rows everything is forgotten: an object has 128 MB for all that it does.
const ROWS_MAX: usize = 2_000;

/// A statement with its values.
type Question = (String, Vec<Value>);

/// Answers since something was last written.
#[derive(Debug, Default)]
pub struct Memory {
    answers: RefCell<HashMap<Question, Vec<Row>>>,
    rows: Cell<usize>,
    /// How many transactions are open, one in another.
    open: Cell<u32>,
    /// Whether the open transaction has written: what it reads may be rolled back.
    written: Cell<bool>,
}

impl Memory {
    /// Hears of every statement before it runs.
    pub fn hear(&self, sql: &str) {
        if !sql.starts_with("SELECT ") {
            self.forget();
            self.written.set(self.open.get() > 0);
        }
    }

    /// Answers from memory, or asks and keeps the answer.
    pub fn recall(
        &self,
        sql: &str,
        params: &[Value],
        ask: impl FnOnce() -> Result<Vec<Row>, SqlError>,
    ) -> Result<Vec<Row>, SqlError> {
        if self.written.get() {
            return ask();
        }
        let question = (sql.to_owned(), params.to_vec());
        if let Some(known) = self.answers.borrow().get(&question) {
            return Ok(known.clone());
        }
        let rows = ask()?;
        self.keep(question, &rows);
        Ok(rows)
    }

    fn keep(&self, question: Question, rows: &[Row]) {
        // That there is nothing is an answer too, and takes room.
        let all = self.rows.get() + rows.len() + 1;
        if all > ROWS_MAX {
            self.forget();
        } else {
            self.rows.set(all);
            self.answers.borrow_mut().insert(question, rows.to_vec());
        }
    }

    fn forget(&self) {
        self.answers.borrow_mut().clear();
        self.rows.set(0);
    }

    /// Runs a transaction. What was read in it after it wrote is never kept.
    pub fn transaction<T>(&self, run: impl FnOnce() -> T) -> T {
        let _open = Open::of(self);
        run()
    }
}

/// A transaction, also when it ends in a panic.
struct Open<'m>(&'m Memory);

impl<'m> Open<'m> {
    fn of(memory: &'m Memory) -> Self {
        memory.open.set(memory.open.get() + 1);
        Self(memory)
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        self.0.open.set(self.0.open.get() - 1);
        if self.0.open.get() == 0 {
            self.0.written.set(false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Reader, Sql, twin::Twin};
    use crate::params;

    const COUNT: &str = "SELECT count(*) FROM things";

    fn twin() -> Twin {
        let sql = Twin::new();
        sql.query("CREATE TABLE things (id INTEGER PRIMARY KEY) STRICT", &[]).unwrap();
        sql
    }

    fn add(sql: &Twin) {
        sql.query("INSERT INTO things DEFAULT VALUES", &[]).unwrap();
    }

    fn known(sql: &Twin) -> i64 {
        Reader::new(sql).recall(COUNT, &[]).unwrap().unwrap().get(0).unwrap()
    }

    #[test]
    fn an_answer_is_given_again_until_something_is_written() {
        let sql = twin();
        let before = sql.asked();
        assert_eq!([known(&sql), known(&sql)], [0, 0]);
        assert_eq!(sql.asked() - before, 1);
        add(&sql);
        assert_eq!(known(&sql), 1);
    }

    #[test]
    fn questions_differ_by_their_values() {
        let sql = twin();
        add(&sql);
        let is_there = |id: i64| {
            let found = Reader::new(&sql).recall("SELECT 1 FROM things WHERE id = ?", params![id]);
            found.unwrap().is_some()
        };
        assert_eq!([is_there(1), is_there(2), is_there(1)], [true, false, true]);
    }

    #[test]
    fn what_is_rolled_back_was_never_known() {
        let sql = twin();
        assert_eq!(known(&sql), 0);
        let write = || {
            assert_eq!(known(&sql), 0);
            add(&sql);
            // One in another, as bulk requests have them.
            sql.transaction(&mut || {
                add(&sql);
                known(&sql) == 0
            })
            .unwrap();
            known(&sql)
        };
        let mut seen = None;
        sql.transaction(&mut || {
            seen = Some(write());
            false
        })
        .unwrap();
        assert_eq!(seen, Some(1));
        assert_eq!(known(&sql), 0);
        sql.transaction(&mut || write() == 1).unwrap();
        assert_eq!(known(&sql), 1);
    }
}
