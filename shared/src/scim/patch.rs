//! PATCH (RFC 7644, 3.5.2) on a document: all operations or none, because a copy is changed.
//!
//! Beside what the RFC says, this understands how Microsoft Entra ID and Okta write it: operators
//! in any case, paths as names of a value without path, removals that list the values, and values
//! that are selected by their type before there is one.

use super::{
    Error, Kind,
    document::{Document, EXTERNAL_ID, read_extension, read_value},
    schema::{Attribute, Mutability, ResourceType, Schema, find},
};
use scim_v2::filter::{AttrExp, AttrPath, CompValue, CompareOp, PatchPath, ValFilter};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Attributes of the core schemas that are not kept: to set them changes nothing.
const NOT_KEPT: [&str; 12] = [
    "displayName",
    "profileUrl",
    "title",
    "preferredLanguage",
    "locale",
    "timezone",
    "password",
    "ims",
    "photos",
    "entitlements",
    "roles",
    "x509Certificates",
];
/// Parts that are not kept.
const PARTS_NOT_KEPT: [&str; 6] = ["formatted", "honorificPrefix", "honorificSuffix", "primary", "display", "$ref"];
/// The most operations of one request.
const OPERATIONS_MAX: usize = 1_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Op {
    Add,
    Replace,
    Remove,
}

/// The document as the operations of a request leave it.
pub fn apply(kind: &ResourceType, document: &Document, request: &Value) -> Result<Document, Error> {
    let invalid = |what: &str| Error::new(Kind::InvalidSyntax, what);
    let operations = field(request, "Operations").and_then(Value::as_array);
    let operations = operations.ok_or_else(|| invalid("Operations: a list is expected"))?;
    if operations.is_empty() || operations.len() > OPERATIONS_MAX {
        return Err(invalid("Operations: at least one, and no more than 1000"));
    }
    let mut document = document.clone();
    for operation in operations {
        let op = match field(operation, "op").and_then(Value::as_str).map(str::to_ascii_lowercase).as_deref() {
            Some("add") => Op::Add,
            Some("replace") => Op::Replace,
            Some("remove") => Op::Remove,
            _ => return Err(invalid("op: add, replace or remove is expected")),
        };
        let value = field(operation, "value").unwrap_or(&Value::Null);
        match field(operation, "path") {
            None | Some(Value::Null) => without_path(kind, &mut document, op, value)?,
            Some(Value::String(path)) => at_path(kind, &mut document, op, path.trim(), value)?,
            Some(_) => return Err(Error::new(Kind::InvalidPath, "path: text is expected")),
        }
    }
    Ok(document)
}

fn field<'a>(object: &'a Value, name: &str) -> Option<&'a Value> {
    object.as_object()?.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// The names of the value's fields are the paths. What is only read may be among them.
fn without_path(kind: &ResourceType, document: &mut Document, op: Op, value: &Value) -> Result<(), Error> {
    let fields = value.as_object().filter(|_| op != Op::Remove);
    let fields = fields.ok_or_else(|| Error::new(Kind::NoTarget, "a path, or an object as value, is expected"))?;
    for (path, value) in fields {
        match at_path(kind, document, op, path, value) {
            Err(error) if error.kind == Some(Kind::Mutability) && !value.is_null() => {}
            done => done?,
        }
    }
    Ok(())
}

fn at_path(kind: &ResourceType, document: &mut Document, op: Op, path: &str, value: &Value) -> Result<(), Error> {
    if let Some(extension) = kind.extension(path) {
        return at_extension(document, extension, op, value);
    }
    let invalid = || Error::new(Kind::InvalidPath, format!("{path:.100}: not a path"));
    let (path, filter, part) = match path.parse::<PatchPath>().map_err(|_| invalid())? {
        PatchPath::Attr(path) => {
            let part = path.sub_attr.clone();
            (path, None, part)
        }
        PatchPath::Value(path) => (path.attr, Some(path.filter), path.sub_attr),
    };
    let Some((extension, attribute)) = resolve(kind, &path)? else {
        return Ok(());
    };
    let part = match part {
        None => None,
        Some(name) => match find(attribute.parts(), &name) {
            Some(part) if part.mutability != Mutability::ReadOnly => Some(part),
            None if !PARTS_NOT_KEPT.iter().any(|known| known.eq_ignore_ascii_case(&name)) => return Err(invalid()),
            _ => return Ok(()),
        },
    };
    let target = Target { attribute, filter: filter.as_ref(), part };
    let Some(extension) = extension else {
        return target.change(document, op, value);
    };
    let mut done = Ok(());
    within(document, extension.id, |fields| done = target.change(fields, op, value));
    done
}

fn at_extension(document: &mut Document, extension: &Schema, op: Op, value: &Value) -> Result<(), Error> {
    let given = if op == Op::Remove { None } else { read_extension(extension, value)? };
    match (given, document.get_mut(extension.id)) {
        (Some(Value::Object(given)), Some(Value::Object(fields))) => fields.extend(given),
        (Some(given), _) => {
            document.insert(extension.id.to_owned(), given);
        }
        (None, _) if op != Op::Add => {
            document.remove(extension.id);
        }
        (None, _) => {}
    }
    Ok(())
}

type Resolved<'a> = (Option<&'static Schema>, &'a Attribute);

/// The attribute that a path names; nothing for one that is known and not kept.
fn resolve(kind: &ResourceType, path: &AttrPath) -> Result<Option<Resolved<'static>>, Error> {
    let is = |name: &&str| name.eq_ignore_ascii_case(&path.name);
    let read_only = || Error::new(Kind::Mutability, format!("{}: only read", path.name));
    let extension = match &path.uri {
        Some(urn) if !urn.eq_ignore_ascii_case(kind.schema.id) => {
            let unknown = || Error::new(Kind::InvalidPath, format!("{urn:.100}: no such schema"));
            Some(kind.extension(urn).ok_or_else(unknown)?)
        }
        _ => None,
    };
    let attributes = extension.unwrap_or(kind.schema).attributes;
    match find(attributes, &path.name) {
        _ if extension.is_none() && is(&EXTERNAL_ID.name) => Ok(Some((None, &EXTERNAL_ID))),
        _ if extension.is_none() && NOT_KEPT.iter().any(is) && kind.name == "User" => Ok(None),
        Some(attribute) if attribute.mutability == Mutability::ReadOnly => Err(read_only()),
        Some(attribute) => Ok(Some((extension, attribute))),
        None if ["id", "meta", "schemas"].iter().any(is) => Err(read_only()),
        None => Err(Error::new(Kind::InvalidPath, format!("{}: no such attribute", path.name))),
    }
}

/// What an operation is about: an attribute, or some of its values, or a part of either.
struct Target<'a> {
    attribute: &'a Attribute,
    filter: Option<&'a ValFilter>,
    part: Option<&'a Attribute>,
}

impl Target<'_> {
    fn change(&self, document: &mut Document, op: Op, value: &Value) -> Result<(), Error> {
        match (self.attribute.multi_valued, self.filter) {
            (false, Some(_)) => Err(Error::new(Kind::InvalidPath, format!("{}: has one value", self.attribute.name))),
            (false, None) => self.change_single(document, op, value),
            (true, _) => self.change_list(document, op, value),
        }
    }

    /// RFC 7644, 3.5.2.1 to 3.5.2.3: parts that are not named stay.
    fn change_single(&self, document: &mut Document, op: Op, value: &Value) -> Result<(), Error> {
        let name = self.attribute.name;
        let given = match op {
            Op::Remove => None,
            _ => read_value(self.part.unwrap_or(self.attribute), value)?,
        };
        match (self.part, given) {
            (None, Some(Value::Object(given))) => within(document, name, |fields| fields.extend(given)),
            (None, Some(given)) => {
                document.insert(name.to_owned(), given);
            }
            (None, None) => {
                self.may_go(self.attribute)?;
                document.remove(name);
            }
            (Some(part), Some(given)) => within(document, name, |fields| {
                fields.insert(part.name.to_owned(), given);
            }),
            (Some(part), None) => {
                self.may_go(part)?;
                within(document, name, |fields| {
                    fields.remove(part.name);
                });
            }
        }
        Ok(())
    }

    /// RFC 7644, 3.5.2.2: what is required cannot be taken away.
    fn may_go(&self, attribute: &Attribute) -> Result<(), Error> {
        let required = attribute.required && (self.attribute.required || !self.attribute.multi_valued);
        if required {
            return Err(Error::new(Kind::Mutability, format!("{}: required", attribute.name)));
        }
        Ok(())
    }

    fn change_list(&self, document: &mut Document, op: Op, value: &Value) -> Result<(), Error> {
        let name = self.attribute.name;
        let mut values = match document.remove(name) {
            Some(Value::Array(values)) => values,
            _ => Vec::new(),
        };
        match (self.filter, self.part, op) {
            (None, None, Op::Add) => self.add(&mut values, value)?,
            (None, None, Op::Replace) => values = self.read(value)?,
            (None, None, Op::Remove) => self.remove(&mut values, value)?,
            _ => self.change_some(&mut values, op, value)?,
        }
        if !values.is_empty() {
            document.insert(name.to_owned(), Value::Array(values));
            return Ok(());
        }
        self.may_go(self.attribute)
    }

    fn read(&self, value: &Value) -> Result<Vec<Value>, Error> {
        match read_value(self.attribute, value)? {
            Some(Value::Array(values)) => Ok(values),
            _ => Ok(Vec::new()),
        }
    }

    /// What is there already is replaced.
    fn add(&self, values: &mut Vec<Value>, value: &Value) -> Result<(), Error> {
        let mut places: BTreeMap<String, usize> =
            values.iter().enumerate().map(|(at, known)| (key(known), at)).collect();
        for given in self.read(value)? {
            let at = *places.entry(key(&given)).or_insert(values.len());
            match values.get_mut(at) {
                Some(known) => *known = given,
                None => values.push(given),
            }
        }
        Ok(())
    }

    /// All, or those that are listed, as Microsoft Entra ID does with members. An empty list names nobody.
    fn remove(&self, values: &mut Vec<Value>, value: &Value) -> Result<(), Error> {
        if value.is_null() {
            values.clear();
            return Ok(());
        }
        let listed: BTreeSet<String> = self.read(value)?.iter().map(|given| given["value"].to_string()).collect();
        values.retain(|known| !listed.contains(&known["value"].to_string()));
        Ok(())
    }

    /// Those values that the filter selects, or all.
    fn change_some(&self, values: &mut Vec<Value>, op: Op, value: &Value) -> Result<(), Error> {
        let selected = |value: &Value| self.filter.is_none_or(|filter| matches(self.attribute, filter, value));
        if op == Op::Remove && self.part.is_none() {
            values.retain(|value| !selected(value));
            return Ok(());
        }
        let given = match op {
            Op::Remove => None,
            _ => read_value(&Attribute { multi_valued: false, ..*self.part.unwrap_or(self.attribute) }, value)?,
        };
        // What is made is what the filter asks for, though it may ask for what is not kept.
        let made = (!values.iter().any(selected) && given.is_some()).then(|| self.made()).transpose()?;
        match made {
            Some(mut made) => {
                self.set(&mut made, given.as_ref());
                values.push(made);
            }
            None => values.iter_mut().filter(|value| selected(value)).for_each(|known| self.set(known, given.as_ref())),
        }
        values.retain(|value| value.as_object().is_none_or(|fields| !fields.is_empty()));
        Ok(())
    }

    fn set(&self, known: &mut Value, given: Option<&Value>) {
        let Some(fields) = known.as_object_mut() else {
            return;
        };
        match (self.part, given) {
            (Some(part), Some(given)) => {
                fields.insert(part.name.to_owned(), given.clone());
            }
            (Some(part), None) => {
                fields.remove(part.name);
            }
            (None, Some(Value::Object(given))) => fields.extend(given.clone()),
            (None, _) => {}
        }
    }

    /// A value that the filter would select, if it says what it is like.
    fn made(&self) -> Result<Value, Error> {
        let mut made = Document::new();
        let said = match self.filter {
            None => Some(()),
            Some(filter) => describe(self.attribute, filter, &mut made),
        };
        said.map(|()| Value::Object(made))
            .ok_or_else(|| Error::new(Kind::NoTarget, format!("{}: nothing is selected", self.attribute.name)))
    }
}

/// Changes the fields of a part, which is there as long as it has any.
fn within(document: &mut Document, name: &str, change: impl FnOnce(&mut Document)) {
    let mut fields = match document.remove(name) {
        Some(Value::Object(fields)) => fields,
        _ => Document::new(),
    };
    change(&mut fields);
    if !fields.is_empty() {
        document.insert(name.to_owned(), Value::Object(fields));
    }
}

/// What tells values apart: of one type there is one, but for members, who are who they are.
fn key(value: &Value) -> String {
    match value["type"].as_str() {
        Some(kind) if !kind.eq_ignore_ascii_case("User") => format!("type {}", kind.to_lowercase()),
        _ => format!("value {}", value["value"]),
    }
}

/// What a filter of equalities says of a value.
fn describe(attribute: &Attribute, filter: &ValFilter, made: &mut Document) -> Option<()> {
    match filter {
        ValFilter::Attr(AttrExp::Comparison(path, CompareOp::Eq, value)) => {
            if let (Some(part), CompValue::Str(text)) = (find(attribute.parts(), &path.name), value) {
                made.insert(part.name.to_owned(), text.as_str().into());
            }
            Some(())
        }
        ValFilter::And(all) => all.iter().try_for_each(|one| describe(attribute, one, made)),
        _ => None,
    }
}

/// Whether a filter selects a value.
fn matches(attribute: &Attribute, filter: &ValFilter, value: &Value) -> bool {
    match filter {
        ValFilter::Attr(expression) => expresses(attribute, expression, value),
        ValFilter::Not(inner) => !matches(attribute, inner, value),
        ValFilter::And(all) => all.iter().all(|one| matches(attribute, one, value)),
        ValFilter::Or(any) => any.iter().any(|one| matches(attribute, one, value)),
    }
}

fn expresses(attribute: &Attribute, expression: &AttrExp, value: &Value) -> bool {
    let (path, compared) = match expression {
        AttrExp::Present(path) => (path, None),
        AttrExp::Comparison(path, op, with) => (path, Some((op, with))),
    };
    let Some(part) = find(attribute.parts(), &path.name) else {
        // The only value is the primary one.
        let asked_for = match compared {
            None | Some((CompareOp::Eq, CompValue::True)) | Some((CompareOp::Ne, CompValue::False)) => true,
            Some((CompareOp::Eq, CompValue::Str(text))) => text.eq_ignore_ascii_case("true"),
            Some(_) => false,
        };
        return asked_for && path.name.eq_ignore_ascii_case("primary");
    };
    let known = value[part.name].as_str();
    let folded = |text: &str| if part.case_exact { text.to_owned() } else { text.to_lowercase() };
    match (known, compared) {
        (known, None) => known.is_some(),
        (known, Some((op, CompValue::Null))) => known.is_none() == (*op == CompareOp::Eq),
        (Some(known), Some((op, CompValue::Str(with)))) => compare(&folded(known), op, &folded(with)),
        (None, Some((CompareOp::Ne, _))) => true,
        _ => false,
    }
}

fn compare(known: &str, op: &CompareOp, with: &str) -> bool {
    match op {
        CompareOp::Eq => known == with,
        CompareOp::Ne => known != with,
        CompareOp::Co => known.contains(with),
        CompareOp::Sw => known.starts_with(with),
        CompareOp::Ew => known.ends_with(with),
        CompareOp::Gt => known > with,
        CompareOp::Lt => known < with,
        CompareOp::Ge => known >= with,
        CompareOp::Le => known <= with,
    }
}

#[cfg(test)]
mod tests;
