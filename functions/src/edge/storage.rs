//! The port to SQLite on the object's own storage.
//!
//! The platform crate's cursors do not catch what JavaScript throws: the Rust future would
//! never resume. So the three calls that are needed are bound here, each with `catch`.

use crate::sql::{Row, Sql, SqlError, Value};
use js_sys::Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Exec;
    #[wasm_bindgen(method, catch, variadic)]
    fn exec(this: &Exec, query: &str, bindings: &Array) -> Result<Cursor, JsValue>;

    type Cursor;
    #[wasm_bindgen(method, catch)]
    fn raw(this: &Cursor) -> Result<Rows, JsValue>;

    type Rows;
    #[wasm_bindgen(method, catch, js_name = toArray)]
    fn to_array(this: &Rows) -> Result<Array, JsValue>;

    type Transactions;
    #[wasm_bindgen(method, catch, js_name = transactionSync)]
    fn transaction_sync(
        this: &Transactions,
        work: &mut dyn FnMut() -> Result<JsValue, JsValue>,
    ) -> Result<JsValue, JsValue>;
}

/// An object's database.
pub(super) struct Storage {
    exec: Exec,
    transactions: Transactions,
}

impl Storage {
    /// The database of the object with this storage.
    pub(super) fn new(storage: &worker::Storage) -> Self {
        Self {
            exec: JsValue::from(storage.sql().as_ref()).unchecked_into(),
            transactions: JsValue::from(storage.as_raw()).unchecked_into(),
        }
    }

    fn run(&self, sql: &str, params: &[Value]) -> Result<Array, JsValue> {
        let bindings: Array = params.iter().map(bind).collect();
        // Always drained: an undrained `RETURNING` cannot be committed.
        self.exec.exec(sql, &bindings)?.raw()?.to_array()
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
            .map(|row| {
                let values = Array::from(&row);
                values.iter().map(|value| read(&value)).collect::<Result<_, _>>().map(Row)
            })
            .collect()
    }

    fn transaction(&self, work: &mut dyn FnMut() -> bool) -> Result<(), SqlError> {
        let mut kept = false;
        let outcome = self.transactions.transaction_sync(&mut || {
            kept = work();
            // What the closure throws makes the platform roll back.
            if kept { Ok(JsValue::UNDEFINED) } else { Err(JsValue::UNDEFINED) }
        });
        match outcome {
            Err(thrown) if kept => Err(failed(&thrown)),
            _ => Ok(()),
        }
    }
}
