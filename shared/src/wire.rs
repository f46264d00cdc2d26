//! Requests to and from HTTP, for every endpoint alike.
//!
//! The fields named by the path's `{slots}` travel in the path, the others in the query or
//! in a JSON body. What comes in is read strictly: a duplicate or undeclared field, or a body
//! that tries to set a slot, is refused and named.
//!
//! Slots hold ids and slugs. Free text does not belong in a path: URL parsers rewrite `.` and
//! `..` even when they are percent-encoded.

use crate::{Code, Endpoint, Problem};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

mod answer;
mod strict;
#[cfg(test)]
mod tests;

/// A request ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The method's name.
    pub method: &'static str,
    /// Path and query, percent-encoded, starting with `/`.
    pub path_and_query: String,
    /// The JSON body of methods that have one.
    pub body: Option<String>,
}

/// The names between braces in a path: `/users/{user}` has `user`.
pub fn slots(path: &'static str) -> impl Iterator<Item = &'static str> {
    path.split('/').filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
}

/// A request as HTTP. Fields that are `None` are left out.
pub fn encode<E: Endpoint>(request: &E) -> Request {
    let mut fields = fields_of(request);
    let mut path_and_query: String = E::PATH
        .split('/')
        .skip(1)
        .map(|segment| {
            let slot = segment.strip_prefix('{').and_then(|s| s.strip_suffix('}'));
            let text = slot.map(|slot| fields.remove(slot).as_ref().map(text_of).unwrap_or_default());
            format!("/{}", text.map_or_else(|| segment.to_owned(), |text| percent_encode(&text)))
        })
        .collect();
    fields.retain(|_, value| !value.is_null());
    let mut body = None;
    if E::METHOD.has_body() {
        body = Some(Value::Object(fields).to_string());
    } else if !fields.is_empty() {
        path_and_query.push('?');
        path_and_query.push_str(&query_of(&fields));
    }
    Request { method: E::METHOD.as_str(), path_and_query, body }
}

/// A request from HTTP: the slots' decoded values, the query without `?`, and the body.
pub fn decode<E: Endpoint>(slots: &[(&str, &str)], query: &str, body: &[u8]) -> Result<E, Problem> {
    if E::METHOD.has_body() {
        if !query.is_empty() {
            return Err(Problem::new(Code::UndeclaredField).at("query"));
        }
        decode_body(slots, body)
    } else {
        decode_query(slots, query)
    }
}

/// An answer from HTTP. An answer that is not ours becomes [`Code::Unavailable`] or
/// [`Code::Internal`].
pub fn decode_response<R: DeserializeOwned>(status: u16, body: &[u8]) -> Result<R, Problem> {
    if (200..300).contains(&status) {
        let body = if body.is_empty() { b"null" } else { body };
        return answer::read(body).map_err(|_| Code::Internal.into());
    }
    Err(decode_problem(status, body))
}

/// A refusal from HTTP.
pub fn decode_problem(status: u16, body: &[u8]) -> Problem {
    answer::read(body).unwrap_or_else(|_| match status {
        502..=504 => Code::Unavailable.into(),
        _ => Code::Internal.into(),
    })
}

fn decode_body<E: Endpoint>(slots: &[(&str, &str)], body: &[u8]) -> Result<E, Problem> {
    let body = if body.is_empty() { b"{}" } else { body };
    let Value::Object(mut fields) = strict::parse(body)? else {
        return Err(Problem::new(Code::WrongType).with("expected", "object"));
    };
    for (slot, value) in slots {
        let text = Value::String((*value).to_owned());
        if fields.insert((*slot).to_owned(), text).is_some() {
            return Err(Problem::new(Code::UndeclaredField).at(*slot));
        }
    }
    serde_path_to_error::deserialize(Value::Object(fields))
        .map_err(|error| explain(slots, &error.path().to_string(), &error.inner().to_string()))
}

fn decode_query<E: Endpoint>(slots: &[(&str, &str)], query: &str) -> Result<E, Problem> {
    let mut pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).map_err(|_| Code::Malformed)?;
    pairs.extend(slots.iter().map(|(slot, value)| ((*slot).to_owned(), (*value).to_owned())));
    let mut seen = BTreeSet::new();
    if let Some((name, _)) = pairs.iter().find(|(name, _)| !seen.insert(name)) {
        return Err(Problem::new(Code::DuplicateField).at(name));
    }
    let text = serde_urlencoded::to_string(&pairs).map_err(|_| Code::Malformed)?;
    let reader = serde_urlencoded::Deserializer::new(form_pairs(&text));
    serde_path_to_error::deserialize(reader)
        .map_err(|error| explain(slots, &error.path().to_string(), &error.inner().to_string()))
}

fn form_pairs(text: &str) -> form_urlencoded::Parse<'_> {
    form_urlencoded::parse(text.as_bytes())
}

/// The problem behind a serde error. Serde gives its kinds as text only; the property tests
/// hold these prefixes.
fn explain(slots: &[(&str, &str)], path: &str, message: &str) -> Problem {
    let named = message.split('`').nth(1).unwrap_or_default();
    let inside = |name: &str| match path {
        "." | "?" | "" => name.to_owned(),
        _ if path.ends_with(name) => path.to_owned(),
        _ => format!("{path}.{name}"),
    };
    if message.starts_with("unknown field") {
        Problem::new(Code::UndeclaredField).at(inside(named))
    } else if message.starts_with("missing field") {
        Problem::new(Code::MissingField).at(inside(named))
    } else if message.starts_with("duplicate field") {
        Problem::new(Code::DuplicateField).at(inside(named))
    } else if slots.iter().any(|(slot, _)| *slot == path) {
        // An id that cannot be one is as unknown as any other.
        Problem::new(Code::NotFound).at(path)
    } else {
        Problem::new(Code::WrongType).at(path)
    }
}

fn fields_of<E: Endpoint>(request: &E) -> Map<String, Value> {
    match serde_json::to_value(request) {
        Ok(Value::Object(fields)) => fields,
        // Requests are structs with text keys; `every_sample_survives_the_wire` holds it.
        _ => Map::new(),
    }
}

fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn query_of(fields: &Map<String, Value>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(fields.iter().map(|(name, value)| (name, text_of(value))));
    query.finish()
}

/// Percent-encodes everything but RFC 3986's unreserved characters.
fn percent_encode(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
        out
    })
}
