//! Bulk requests (RFC 7644, 3.7): many operations, each a transaction of its own, done in an order in
//! which whatever one refers to is there.

use super::{Answer, Call, Desk, Outcome};
use serde_json::{Value, json};
use shared::scim::{BULK_OPERATIONS_MAX, BULK_RESPONSE, Error, Kind};
use std::collections::{BTreeMap, BTreeSet};

/// How a resource is referred to that is made in the same request.
const REFERENCE: &str = "bulkId:";

struct Operation {
    method: String,
    path: String,
    bulk_id: Option<String>,
    version: Option<String>,
    data: Value,
    /// The resources of the same request that it refers to.
    refers_to: BTreeSet<String>,
}

pub(super) fn answer(desk: &Desk<'_>, call: &Call) -> Outcome {
    let invalid = |what: &str| Error::new(Kind::InvalidSyntax, what);
    let operations = field(&call.body, "Operations").and_then(Value::as_array);
    let operations = operations.ok_or_else(|| invalid("Operations: a list is expected"))?;
    if operations.len() > BULK_OPERATIONS_MAX {
        return Err(Error::of(413, format!("Operations: more than {BULK_OPERATIONS_MAX}")).into());
    }
    let tolerated = field(&call.body, "failOnErrors").and_then(Value::as_u64).unwrap_or(u64::MAX);
    let operations = operations.iter().map(Operation::read).collect::<Result<Vec<_>, _>>()?;
    // Before anything is done: a circle is refused as a whole.
    let order = order(&operations)?;
    let (mut made, mut results, mut failed) = (BTreeMap::new(), BTreeMap::new(), 0);
    for at in order {
        if failed >= tolerated.max(1) {
            break;
        }
        let Some(operation) = operations.get(at) else {
            continue;
        };
        let (result, is_failure) = operation.perform(desk, &mut made);
        failed += u64::from(is_failure);
        results.insert(at, result);
    }
    let results: Vec<Value> = results.into_values().collect();
    Ok(Answer::ok(json!({ "schemas": [BULK_RESPONSE], "Operations": results })))
}

fn field<'a>(object: &'a Value, name: &str) -> Option<&'a Value> {
    object.as_object()?.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// The operations in an order in which what each refers to comes before it.
fn order(operations: &[Operation]) -> Result<Vec<usize>, Error> {
    let ids: Vec<&String> = operations.iter().filter_map(|operation| operation.bulk_id.as_ref()).collect();
    let mut known = BTreeSet::new();
    if !ids.iter().all(|id| known.insert(*id)) {
        return Err(Error::new(Kind::InvalidValue, "bulkId: given twice"));
    }
    if let Some(unknown) = operations.iter().flat_map(|operation| &operation.refers_to).find(|id| !known.contains(id)) {
        return Err(Error::new(Kind::InvalidValue, format!("{REFERENCE}{unknown:.40}: nothing is made under this id")));
    }
    let (mut done, mut order) = (BTreeSet::new(), Vec::new());
    while order.len() < operations.len() {
        let before = order.len();
        for (at, operation) in operations.iter().enumerate() {
            if !order.contains(&at) && operation.refers_to.iter().all(|id| done.contains(id)) {
                order.push(at);
                done.extend(operation.bulk_id.iter());
            }
        }
        if order.len() == before {
            return Err(Error::of(409, "bulkId: resources refer to each other in a circle"));
        }
    }
    Ok(order)
}

impl Operation {
    fn read(value: &Value) -> Result<Self, Error> {
        let text = |name: &str| field(value, name).and_then(Value::as_str).map(str::to_owned);
        let missing = |name: &str| Error::new(Kind::InvalidSyntax, format!("{name}: expected in each operation"));
        let method = text("method").ok_or_else(|| missing("method"))?.to_ascii_uppercase();
        let path = text("path").ok_or_else(|| missing("path"))?;
        if !matches!(method.as_str(), "POST" | "PUT" | "PATCH" | "DELETE") {
            return Err(Error::new(Kind::InvalidSyntax, "method: POST, PUT, PATCH or DELETE is expected"));
        }
        let bulk_id = text("bulkId");
        if method == "POST" && bulk_id.is_none() {
            return Err(missing("bulkId"));
        }
        let data = field(value, "data").cloned().unwrap_or_default();
        let mut refers_to = BTreeSet::new();
        references(&data, &mut refers_to);
        refers_to.extend(path.split('/').filter_map(|part| part.strip_prefix(REFERENCE)).map(str::to_owned));
        // Only what is made is referred to.
        let bulk_id = bulk_id.filter(|_| method == "POST");
        Ok(Self { method, path, bulk_id, version: text("version"), data, refers_to })
    }

    /// Does it as if it had come alone, and says what came of it.
    fn perform(&self, desk: &Desk<'_>, made: &mut BTreeMap<String, String>) -> (Value, bool) {
        let mut result = json!({ "method": self.method });
        if let Some(id) = &self.bulk_id {
            result["bulkId"] = id.as_str().into();
        }
        let refused = |mut result: Value, error: &Error| {
            // Of what could not be made there is none (RFC 7644, 3.7).
            if self.method != "POST" {
                result["location"] = desk.address(&format!("/{}", self.path.trim_start_matches('/'))).into();
            }
            result["status"] = error.status.to_string().into();
            result["response"] = error.to_json();
            (result, true)
        };
        // What it refers to could not be made.
        if let Some(missing) = self.refers_to.iter().find(|id| !made.contains_key(*id)) {
            let error = Error::of(412, format!("{REFERENCE}{missing:.40}: could not be made"));
            return refused(result, &error);
        }
        let segments = self.path.trim_start_matches('/').split('/').map(|part| resolved(part, made)).collect();
        let mut body = self.data.clone();
        resolve(&mut body, made);
        let call = Call {
            method: self.method.clone(),
            segments,
            query: String::new(),
            body,
            if_match: self.version.clone(),
            if_none_match: None,
        };
        let is_of_resources = matches!(call.segments.first().map(String::as_str), Some("Users" | "Groups"));
        let done = if is_of_resources && !call.segments.iter().any(|part| part == ".search") {
            desk.answer(&call)
        } else {
            Err(shared::Code::UnknownRoute.into())
        };
        match done {
            Err(failure) => refused(result, &failure.error(&desk.incoming.request_id)),
            Ok(answer) => {
                let id = answer.body.as_ref().and_then(|body| body["id"].as_str()).map(str::to_owned);
                let path = self.path.trim_start_matches('/').split('/').next().unwrap_or_default();
                let id = id.or_else(|| call.segments.get(1).cloned()).unwrap_or_default();
                result["location"] = desk.address(&format!("/{path}/{id}")).into();
                result["status"] = answer.status.to_string().into();
                if let Some(etag) = answer.headers.etag {
                    result["version"] = etag.into();
                }
                if let Some(bulk_id) = &self.bulk_id {
                    made.insert(bulk_id.clone(), id);
                }
                (result, false)
            }
        }
    }
}

fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => found.extend(text.strip_prefix(REFERENCE).map(str::to_owned)),
        Value::Array(values) => values.iter().for_each(|value| references(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| references(value, found)),
        _ => {}
    }
}

fn resolved(text: &str, made: &BTreeMap<String, String>) -> String {
    text.strip_prefix(REFERENCE).and_then(|id| made.get(id)).map_or(text, String::as_str).to_owned()
}

fn resolve(value: &mut Value, made: &BTreeMap<String, String>) {
    match value {
        Value::String(text) => *text = resolved(text, made),
        Value::Array(values) => values.iter_mut().for_each(|value| resolve(value, made)),
        Value::Object(fields) => fields.values_mut().for_each(|value| resolve(value, made)),
        _ => {}
    }
}
