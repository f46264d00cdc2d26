//! The port to SQLite on the object's own storage.
//!
//! The platform crate's cursors do not catch what JavaScript throws: the Rust future would
//! never resume. So the calls that are needed are bound here, each with `catch`.

use crate::sql::{Row, Sql, SqlError, Value, memory::Memory};
use js_sys::Array;
use shared::time::Timestamp;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Exec;
    #[wasm_bindgen(method, catch, variadic)]
    fn exec(this: &Exec, query: &str, bindings: &Array) -> Result<Cursor, JsValue>;

    type Raw;
    #[wasm_bindgen(method, catch, js_name = setAlarm)]
    fn set_alarm(this: &Raw, at: f64) -> Result<js_sys::Promise, JsValue>;

    type Cursor;
    #[wasm_bindgen(method, catch)]
    fn raw(this: &Cursor) -> Result<Rows, JsValue>;

    type Rows;
    #[wasm_bindgen(method, catch, js_name = toArray)]
    fn to_array(this: &Rows) -> Result<Array, JsValue>;

    /// In `guard.mjs`: rolls back unless `work` answers true.
    #[wasm_bindgen(catch, js_name = bailiwickTransaction)]
    fn transaction(storage: &JsValue, work: &mut dyn FnMut() -> bool) -> Result<(), JsValue>;
}

/// An object's database.
pub(super) struct Storage {
    exec: Exec,
    storage: JsValue,
    /// Whether anything but reading was asked of it.
    written: Cell<bool>,
    memory: Memory,
}

impl Storage {
    /// The database of the object with this storage.
    pub(super) fn new(storage: &worker::Storage) -> Self {
        Self {
            exec: JsValue::from(storage.sql().as_ref()).unchecked_into(),
            storage: JsValue::from(storage.as_raw()),
            written: Cell::new(false),
            memory: Memory::default(),
        }
    }

    /// Whether there may be changes since this was last asked.
    pub(super) fn take_written(&self) -> bool {
        self.written.take()
    }

    /// Has the object's alarm go off. Nothing is awaited, so that it is committed together with what
    /// was written before, or not at all.
    pub(super) fn set_alarm(&self, at: Timestamp) -> Result<(), SqlError> {
        #[expect(clippy::cast_precision_loss, reason = "times stay within ±2⁵³")]
        let at = at.0 as f64;
        self.storage.unchecked_ref::<Raw>().set_alarm(at).map(drop).map_err(|thrown| failed(&thrown))
    }

    /// The rows, if the statement has any.
    fn run(&self, sql: &str, params: &[Value]) -> Result<Option<Array>, JsValue> {
        self.memory.hear(sql);
        let reads = sql.starts_with("SELECT ");
        if !reads {
            self.written.set(true);
        }
        let bindings: Array = params.iter().map(bind).collect();
        let cursor = self.exec.exec(sql, &bindings)?;
        // Drained, or else `RETURNING` cannot be committed. For most that write there is nothing to drain, and each
        // object less is garbage less: a batch has ten thousands of them.
        (reads || sql.contains("RETURNING")).then(|| cursor.raw()?.to_array()).transpose()
    }
}

fn bind(value: &Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        #[expect(clippy::cast_precision_loss, reason = "integers of the schema stay within ±2⁵³")]
        Value::Integer(number) => JsValue::from_f64(*number as f64),
        Value::Text(text) => JsValue::from_str(text),
    }
}

fn read(value: &JsValue) -> Result<Value, SqlError> {
    if value.is_null() {
        Ok(Value::Null)
    } else if let Some(number) = value.as_f64() {
        #[expect(clippy::cast_possible_truncation, reason = "integers of the schema stay within ±2⁵³")]
        Ok(Value::Integer(number as i64))
    } else {
        value.as_string().map(Value::Text).ok_or_else(|| SqlError("neither number nor text".into()))
    }
}

fn failed(thrown: &JsValue) -> SqlError {
    let text = thrown.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    SqlError(text.unwrap_or_else(|| format!("{thrown:?}")))
}

impl Sql for Storage {
    fn query(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        let rows = self.run(sql, params).map_err(|thrown| failed(&thrown))?;
        rows.iter()
            .flat_map(Array::iter)
            .map(|row| {
                let values = Array::from(&row);
                values.iter().map(|value| read(&value)).collect::<Result<_, _>>().map(Row)
            })
            .collect()
    }

    fn recall(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        self.memory.recall(sql, params, || self.query(sql, params))
    }

    fn transaction(&self, work: &mut dyn FnMut() -> bool) -> Result<(), SqlError> {
        let run = || transaction(&self.storage, &mut || work());
        self.memory.transaction(run).map_err(|thrown| failed(&thrown))
    }
}
