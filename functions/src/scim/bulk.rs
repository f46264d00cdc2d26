//! Bulk requests (RFC 7644, 3.7): many operations, each as if it had come alone, done in an order in which
//! whatever one refers to is there. Users who are added side by side share a transaction (decision 0045).

use super::{Answer, Call, Desk, Outcome, endpoint, users};
use serde_json::{Value, json};
use shared::{
    ids::UserId,
    scim::{BULK_OPERATIONS_MAX, BULK_RESPONSE, Error, Kind},
};
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
    let ordered: Vec<&Operation> = order.iter().filter_map(|at| operations.get(*at)).collect();
    let results = Bulk { desk, made: BTreeMap::new(), may_fail: tolerated.max(1) }.perform(&ordered);
    let results: BTreeMap<usize, Value> = order.into_iter().zip(results).collect();
    let results: Vec<Value> = results.into_values().collect();
    Ok(Answer::ok(json!({ "schemas": [BULK_RESPONSE], "Operations": results })))
}

/// A request on its way.
struct Bulk<'d, 'a> {
    desk: &'d Desk<'a>,
    /// The ids of what was made.
    made: BTreeMap<String, String>,
    /// So many more may fail before the rest is left.
    may_fail: u64,
}

impl Bulk<'_, '_> {
    /// Does operations in this order, and says what came of each until too many have failed.
    fn perform(&mut self, operations: &[&Operation]) -> Vec<Value> {
        let runs = operations.chunk_by(|one, next| one.only_adds_user() && next.only_adds_user());
        runs.flat_map(|run| self.run(run)).collect()
    }

    /// Does operations that have nothing to do with each other: together if they can be, or else one by one.
    fn run(&mut self, run: &[&Operation]) -> Vec<Value> {
        if self.may_fail == 0 {
            return Vec::new();
        }
        if let [alone] = run {
            return vec![self.alone(alone)];
        }
        self.together(run).unwrap_or_else(|_| {
            let (first, second) = run.split_at(run.len() / 2);
            [self.run(first), self.run(second)].concat()
        })
    }

    /// Adds users in one transaction, as if each had come alone.
    fn together(&mut self, adds: &[&Operation]) -> Outcome<Vec<Value>> {
        let desk = self.desk;
        let bodies = || adds.iter().map(|operation| &operation.data);
        let added = desk.apply(
            &desk.origin(&endpoint("POST", &["Users"])),
            || users::create_together(desk, bodies()),
            |users| Ok(users.iter().map(UserId::to_string).zip(users::etags(desk, &users)?).collect::<Vec<_>>()),
        )?;
        let result = |(operation, (id, etag)): (&&Operation, (String, String))| {
            let result = operation.done(desk, 201, &id, Some(etag));
            self.made.extend(operation.bulk_id.clone().map(|bulk_id| (bulk_id, id)));
            result
        };
        Ok(adds.iter().zip(added).map(result).collect())
    }

    /// Does an operation as if it had come alone.
    fn alone(&mut self, operation: &Operation) -> Value {
        match operation.perform(self.desk, &self.made) {
            Ok((answer, id)) => {
                let result = operation.done(self.desk, answer.status, &id, answer.headers.etag);
                self.made.extend(operation.bulk_id.clone().map(|bulk_id| (bulk_id, id)));
                result
            }
            Err(failure) => {
                self.may_fail -= 1;
                operation.refused(self.desk, &failure.error(&self.desk.incoming.request_id))
            }
        }
    }
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

    /// Whether it adds a user and refers to nothing else of the request.
    fn only_adds_user(&self) -> bool {
        self.method == "POST" && self.path.trim_start_matches('/') == "Users" && self.refers_to.is_empty()
    }

    /// Does it, and says under which id that is.
    fn perform(&self, desk: &Desk<'_>, made: &BTreeMap<String, String>) -> Outcome<(Answer, String)> {
        // What it refers to could not be made.
        if let Some(missing) = self.refers_to.iter().find(|id| !made.contains_key(*id)) {
            return Err(Error::of(412, format!("{REFERENCE}{missing:.40}: could not be made")).into());
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
        if !is_of_resources || call.segments.iter().any(|part| part == ".search") {
            return Err(shared::Code::UnknownRoute.into());
        }
        let answer = desk.answer(&call)?;
        let id = answer.body.as_ref().and_then(|body| body["id"].as_str()).map(str::to_owned);
        let id = id.or_else(|| call.segments.get(1).cloned()).unwrap_or_default();
        Ok((answer, id))
    }

    /// What is said of it when it is done.
    fn done(&self, desk: &Desk<'_>, status: u16, id: &str, etag: Option<String>) -> Value {
        let kind = self.path.trim_start_matches('/').split('/').next().unwrap_or_default();
        let mut result = self.result(status);
        result["location"] = desk.address(&format!("/{kind}/{id}")).into();
        if let Some(etag) = etag {
            result["version"] = etag.into();
        }
        result
    }

    /// What is said of it when it is not.
    fn refused(&self, desk: &Desk<'_>, error: &Error) -> Value {
        let mut result = self.result(error.status);
        // Of what could not be made there is none (RFC 7644, 3.7).
        if self.method != "POST" {
            result["location"] = desk.address(&format!("/{}", self.path.trim_start_matches('/'))).into();
        }
        result["response"] = error.to_json();
        result
    }

    fn result(&self, status: u16) -> Value {
        let mut result = json!({ "method": self.method, "status": status.to_string() });
        if let Some(id) = &self.bulk_id {
            result["bulkId"] = id.as_str().into();
        }
        result
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
