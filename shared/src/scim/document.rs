//! Documents in canonical form: attributes by their names as the schemas write them, values of the
//! types that the schemas say, and nothing else.
//!
//! Forgiven are case, booleans as text, one value where a list is meant, and attributes that are
//! not kept (RFC 7643, 2.1; RFC 7644, 3.5.1). Values of a wrong type are not.

use super::{
    Error, Kind,
    schema::{Attribute, Mutability, ResourceType, Schema, Type, find},
};
use serde_json::{Map, Value};

/// A document, or a part of one.
pub type Document = Map<String, Value>;

/// Reads what a client sends as a resource. What is only read is left out.
pub fn read(kind: &ResourceType, body: &Value) -> Result<Document, Error> {
    let body = body.as_object().ok_or_else(|| Error::new(Kind::InvalidSyntax, "an object is expected"))?;
    says_its_schema(kind, body)?;
    let mut document = Document::new();
    for (name, value) in body {
        if let Some(extension) = kind.extension(name) {
            if let Some(part) = read_extension(extension, value)? {
                document.insert(extension.id.to_owned(), part);
            }
        } else if name.eq_ignore_ascii_case(EXTERNAL_ID.name) {
            read_into(&mut document, &EXTERNAL_ID, value)?;
        } else if let Some(attribute) = writable(kind.schema.attributes, name) {
            read_into(&mut document, attribute, value)?;
        }
    }
    Ok(document)
}

/// What every resource may have (RFC 7643, 3.1).
pub const EXTERNAL_ID: Attribute = Attribute {
    name: "externalId",
    of: Type::Text,
    multi_valued: false,
    required: false,
    case_exact: true,
    unique: true,
    mutability: Mutability::ReadWrite,
    on_request: false,
    canonical: &[],
    description: "How the client names the resource.",
};

/// Whoever says which schema he means must mean this one.
fn says_its_schema(kind: &ResourceType, body: &Document) -> Result<(), Error> {
    let said = body.iter().find(|(name, _)| name.eq_ignore_ascii_case("schemas")).map(|(_, value)| value);
    let means = |value: &Value| {
        let urns = value.as_array().into_iter().flatten().filter_map(Value::as_str);
        urns.into_iter().any(|urn| urn.eq_ignore_ascii_case(kind.schema.id))
    };
    if said.is_none_or(means) {
        return Ok(());
    }
    Err(Error::new(Kind::InvalidSyntax, format!("schemas: {} is expected", kind.schema.id)))
}

/// An extension's attributes.
pub(super) fn read_extension(extension: &Schema, value: &Value) -> Result<Option<Value>, Error> {
    let Some(fields) = value.as_object() else {
        return if value.is_null() { Ok(None) } else { Err(wrong_type(extension.id, "an object")) };
    };
    let mut part = Document::new();
    for (name, value) in fields {
        if let Some(attribute) = writable(extension.attributes, name) {
            read_into(&mut part, attribute, value)?;
        }
    }
    Ok((!part.is_empty()).then_some(Value::Object(part)))
}

fn writable<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a Attribute> {
    find(attributes, name).filter(|attribute| attribute.mutability != Mutability::ReadOnly)
}

fn read_into(document: &mut Document, attribute: &Attribute, value: &Value) -> Result<(), Error> {
    if let Some(value) = read_value(attribute, value)? {
        document.insert(attribute.name.to_owned(), value);
    }
    Ok(())
}

/// A value of an attribute; nothing for `null`, and for a list or an object without content.
pub(super) fn read_value(attribute: &Attribute, value: &Value) -> Result<Option<Value>, Error> {
    if !attribute.multi_valued {
        return read_single(attribute, value);
    }
    let values = match value {
        Value::Null => return Ok(None),
        Value::Array(values) => values.as_slice(),
        one => std::slice::from_ref(one),
    };
    let read = values.iter().filter_map(|value| read_single(attribute, value).transpose());
    let read: Vec<Value> = read.collect::<Result<_, _>>()?;
    Ok((!read.is_empty()).then_some(Value::Array(read)))
}

fn read_single(attribute: &Attribute, value: &Value) -> Result<Option<Value>, Error> {
    match (attribute.of, value) {
        (_, Value::Null) => Ok(None),
        (Type::Text | Type::Reference(_), Value::String(_)) | (Type::Boolean, Value::Bool(_)) => {
            Ok(Some(value.clone()))
        }
        (Type::Boolean, Value::String(text)) => match text.to_ascii_lowercase().as_str() {
            "true" => Ok(Some(true.into())),
            "false" => Ok(Some(false.into())),
            _ => Err(wrong_type(attribute.name, "true or false")),
        },
        (Type::Complex(parts), Value::Object(fields)) => read_parts(parts, fields),
        (Type::Complex(parts), Value::String(_)) => match find(parts, "value") {
            // Microsoft Entra ID sends a manager as a bare id.
            Some(part) => read_parts(parts, &Document::from_iter([(part.name.to_owned(), value.clone())])),
            None => Err(wrong_type(attribute.name, "an object")),
        },
        (Type::Boolean, _) => Err(wrong_type(attribute.name, "true or false")),
        (Type::Complex(_), _) => Err(wrong_type(attribute.name, "an object")),
        (Type::Text | Type::Reference(_), _) => Err(wrong_type(attribute.name, "text")),
    }
}

fn read_parts(parts: &[Attribute], fields: &Document) -> Result<Option<Value>, Error> {
    let mut document = Document::new();
    for (name, value) in fields {
        if let Some(part) = writable(parts, name) {
            read_into(&mut document, part, value)?;
        }
    }
    Ok((!document.is_empty()).then_some(Value::Object(document)))
}

fn wrong_type(name: &str, expected: &str) -> Error {
    Error::new(Kind::InvalidValue, format!("{name}: {expected} is expected"))
}

/// Refuses a document in which something required is missing; who is not said to be disabled may
/// sign in.
pub fn complete(kind: &ResourceType, document: &mut Document) -> Result<(), Error> {
    if find(kind.schema.attributes, "active").is_some() {
        document.entry("active").or_insert(true.into());
    }
    match missing(kind.schema.attributes, document) {
        Some(name) => Err(Error::new(Kind::InvalidValue, format!("{name}: required"))),
        None => Ok(()),
    }
}

fn missing(attributes: &[Attribute], document: &Document) -> Option<String> {
    attributes.iter().filter(|attribute| attribute.required).find_map(|attribute| {
        let values = match document.get(attribute.name) {
            None => return Some(attribute.name.to_owned()),
            Some(Value::Array(values)) => values.as_slice(),
            Some(one) => std::slice::from_ref(one),
        };
        let mut parts = values.iter().filter_map(Value::as_object);
        let part = parts.find_map(|part| missing(attribute.parts(), part))?;
        Some(format!("{}.{part}", attribute.name))
    })
}

/// The text at a path of names; empty if there is none.
pub fn text(document: &Document, path: &[&str]) -> String {
    let mut value = path.split_first().and_then(|(first, _)| document.get(*first));
    for name in path.iter().skip(1) {
        value = value.and_then(|value| value.get(*name));
    }
    value.and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Which attributes of a resource an answer contains (RFC 7644, 3.9).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    included: Vec<String>,
    excluded: Vec<String>,
}

impl Selection {
    /// Only `included`, if there are any; else all but `excluded`.
    pub fn new(included: Vec<String>, excluded: Vec<String>) -> Self {
        let plain = |names: Vec<String>| names.into_iter().map(|name| name.trim().to_ascii_lowercase()).collect();
        Self { included: plain(included), excluded: plain(excluded) }
    }

    /// Whether an answer contains this attribute of the resource's own schema, or a part of it.
    pub fn has(&self, kind: &ResourceType, name: &str) -> bool {
        let path = name.to_ascii_lowercase();
        if self.included.is_empty() {
            return !self.excluded.iter().any(|asked| short(kind, asked) == path);
        }
        self.included.iter().any(|asked| {
            let asked = short(kind, asked);
            asked == path || asked.strip_prefix(&path).is_some_and(|rest| rest.starts_with(['.', ':']))
        })
    }

    /// Whether this attribute is asked for by name.
    pub fn names(&self, kind: &ResourceType, name: &str) -> bool {
        !self.included.is_empty() && self.has(kind, name)
    }

    /// The document with what is selected; `schemas` and `id` always are.
    pub fn apply(&self, kind: &ResourceType, document: Document) -> Document {
        if self.included.is_empty() && self.excluded.is_empty() {
            return document;
        }
        let always = |name: &str| matches!(name, "schemas" | "id");
        let kept = document.into_iter().filter_map(|(name, value)| {
            if always(&name) {
                return Some((name, value));
            }
            self.has(kind, &name).then(|| self.within(kind, &name, value)).flatten().map(|value| (name, value))
        });
        kept.collect()
    }

    /// What is selected of a value: of an attribute that is named itself, all.
    fn within(&self, kind: &ResourceType, name: &str, value: Value) -> Option<Value> {
        let path = name.to_ascii_lowercase();
        let is_named = self.included.iter().any(|asked| short(kind, asked) == path);
        let keeps = |part: &str| {
            let parts = [format!("{path}.{part}"), format!("{path}:{part}")].map(|part| part.to_ascii_lowercase());
            let named = |asked: &String| {
                let asked = short(kind, asked);
                parts
                    .iter()
                    .any(|part| asked == part || asked.strip_prefix(part.as_str()).is_some_and(|r| r.starts_with('.')))
            };
            if self.included.is_empty() {
                !self.excluded.iter().any(named)
            } else {
                is_named || self.included.iter().any(named)
            }
        };
        let filtered = |fields: Document| fields.into_iter().filter(|(part, _)| keeps(part)).collect::<Document>();
        match value {
            Value::Object(fields) => Some(filtered(fields)).filter(|fields| !fields.is_empty()).map(Value::Object),
            Value::Array(values) => {
                let values = values.into_iter().map(|value| match value {
                    Value::Object(fields) => Value::Object(filtered(fields)),
                    other => other,
                });
                Some(values.collect())
            }
            other => Some(other),
        }
    }
}

/// A path without the URN of the resource's own schema.
fn short<'a>(kind: &ResourceType, path: &'a str) -> &'a str {
    let own = kind.schema.id;
    match path.get(..own.len()) {
        Some(start) if start.eq_ignore_ascii_case(own) => path.get(own.len() + 1..).unwrap_or_default(),
        _ => path,
    }
}

#[cfg(test)]
mod tests;
