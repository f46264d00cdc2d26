//! JSON without duplicate keys: RFC 8259 leaves their meaning open, so two readers could see
//! two requests.

use crate::{Code, Problem};
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::{cell::Cell, fmt};

/// The most values that a body holds. A value takes much more memory than the two bytes in which it
/// can be written, and bodies are read before it is known who sends them.
pub(super) const VALUES_MAX: usize = 100_000;

/// Parses one JSON value, refusing duplicate keys at any depth, and more values than a request
/// can need. Nesting is bounded by `serde_json` (128).
pub(super) fn parse(text: &[u8]) -> Result<Value, Problem> {
    let mut reader = serde_json::Deserializer::from_slice(text);
    let left = Cell::new(VALUES_MAX);
    match Strict(&left).deserialize(&mut reader).and_then(|value| reader.end().map(|()| value)) {
        Ok(value) => Ok(value),
        Err(error) => Err(match error.to_string().split('`').collect::<Vec<_>>()[..] {
            ["duplicate field ", key, ..] => Problem::new(Code::DuplicateField).at(key),
            _ => Problem::new(Code::Malformed).with("line", error.line()).with("column", error.column()),
        }),
    }
}

/// Reads a value, of so many as may still come.
#[derive(Clone, Copy)]
struct Strict<'c>(&'c Cell<usize>);

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        let left = self.0.get().checked_sub(1).ok_or_else(|| de::Error::custom("too many values"))?;
        self.0.set(left);
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            list.push(item);
        }
        Ok(list.into())
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            let value = entries.next_value_seed(self)?;
            if map.contains_key(&key) {
                return Err(de::Error::custom(format_args!("duplicate field `{key}`")));
            }
            map.insert(key, value);
        }
        Ok(map.into())
    }
}
