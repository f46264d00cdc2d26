//! Steps as bulk requests (RFC 7644, 3.7), and what came of each.

use super::{Edge, Error};
use crate::{
    people::Person,
    plan::Planned,
    state::{Known, State},
};
use serde_json::{Value, json};
use shared::{
    directories::Deed,
    scim::{BULK_OPERATIONS_MAX, PAYLOAD_MAX, USER, schema::OWN_USER},
};

/// Room for what surrounds the operations of a request.
const FRAME: usize = 256;

/// What came of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The edge has done it; it calls the user by this id.
    Done(Box<str>),
    /// There is no such user any more. Who was to be disabled is as good as that.
    Gone,
    /// Why not, in the edge's words.
    Failed(String),
}

/// How many of these steps fit into one request, and the request.
pub fn request(steps: &[Planned], state: &State) -> (usize, String) {
    let (mut operations, mut size) = (Vec::new(), FRAME);
    for (at, step) in steps.iter().take(BULK_OPERATIONS_MAX).enumerate() {
        let operation = operation(at, step, state.get(&step.person.id)).to_string();
        size += operation.len() + 1;
        // The first always goes: alone it is either small enough or refused by itself.
        if size > PAYLOAD_MAX && !operations.is_empty() {
            break;
        }
        operations.push(operation);
    }
    let body = format!(
        r#"{{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[{}]}}"#,
        operations.join(",")
    );
    (operations.len(), body)
}

fn operation(at: usize, step: &Planned, known: Option<&Known>) -> Value {
    match known {
        Some(known) => json!({
            "method": "PATCH",
            "path": format!("/Users/{}", known.scim),
            "data": {
                "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                "Operations": [{ "op": "replace", "value": changes(&step.person, known) }],
            },
        }),
        None => json!({ "method": "POST", "path": "/Users", "bulkId": at.to_string(), "data": resource(&step.person) }),
    }
}

/// What is different, and nothing else: the rest may have been changed in the console.
fn changes(person: &Person, known: &Known) -> Value {
    let mut changes = json!({});
    if !known.has_name_of(person) {
        changes["userName"] = json!(person.user_name);
        changes["name"] = json!({ "givenName": person.given_name, "familyName": person.family_name });
    }
    if !known.has_email_of(person) {
        changes["emails"] = emails(person);
    }
    if !known.has_team_of(person) {
        changes[OWN_USER] = json!({ "team": &*person.team });
    }
    if known.active != person.active {
        changes["active"] = person.active.into();
    }
    changes
}

fn resource(person: &Person) -> Value {
    json!({
        "schemas": [USER.schema.id, OWN_USER],
        "externalId": person.id,
        "userName": person.user_name,
        "name": { "givenName": person.given_name, "familyName": person.family_name },
        "emails": emails(person),
        "active": person.active,
        OWN_USER: { "team": &*person.team },
    })
}

fn emails(person: &Person) -> Value {
    json!([{ "value": person.email, "type": "work" }])
}

impl Edge<'_> {
    /// Does as many of these steps as one request takes; says what came of each.
    pub fn bulk(&self, steps: &[Planned], state: &State) -> Result<Vec<Outcome>, Error> {
        let (count, body) = request(steps, state);
        let answer = self.scim("POST", "/Bulk", &body)?;
        let results = answer["Operations"].as_array().map(Vec::as_slice).unwrap_or_default();
        if results.len() != count {
            return Err(Error::NotUnderstood(format!("{} results of {count} operations", results.len())));
        }
        steps.iter().zip(results).map(|(step, result)| self.outcome(step, result, state)).collect()
    }

    fn outcome(&self, step: &Planned, result: &Value, state: &State) -> Result<Outcome, Error> {
        let status: u16 = result["status"].as_str().and_then(|status| status.parse().ok()).unwrap_or_default();
        let detail = || result["response"]["detail"].as_str().unwrap_or("refused without a word").to_owned();
        let known = state.get(&step.person.id).map(|known| known.scim.clone());
        let located = || result["location"].as_str().and_then(|at| at.rsplit('/').next()).map(Box::<str>::from);
        match status {
            200..=299 => {
                known.or_else(located).map(Outcome::Done).ok_or_else(|| Error::NotUnderstood(result.to_string()))
            }
            404 if known.is_some() => Ok(Outcome::Gone),
            409 if known.is_none() && step.deed == Deed::Add => self.resolve(&step.person, detail()),
            status => Ok(Outcome::Failed(format!("{} ({status})", detail()))),
        }
    }

    /// What to do about somebody who is in the way: it may be he himself.
    fn resolve(&self, person: &Person, refusal: String) -> Result<Outcome, Error> {
        let found = match self.in_the_way(person) {
            Ok(found) => found,
            Err(Error::Refused(..)) => return Ok(Outcome::Failed(refusal)),
            Err(error) => return Err(error),
        };
        let [user] = found.as_slice() else {
            return Ok(Outcome::Failed(format!("{refusal}; give him another user name or e-mail address")));
        };
        let id: Box<str> = user["id"].as_str().unwrap_or_default().into();
        match user["externalId"].as_str() {
            // The answer to an earlier request was lost.
            Some(own) if own == &*person.id => Ok(Outcome::Done(id)),
            Some(_) => Ok(Outcome::Failed(format!("{refusal}; another entry of the directory has it already"))),
            None => match self.adopt(&id, person) {
                Ok(()) => Ok(Outcome::Done(id)),
                Err(Error::Refused(status, detail)) => Ok(Outcome::Failed(format!("{detail} ({status})"))),
                Err(error) => Err(error),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::person;

    fn add(name: &str) -> Planned {
        Planned { deed: Deed::Add, person: person(name) }
    }

    #[test]
    fn only_what_is_different_is_sent() {
        let mut state = State::default();
        state.acknowledge(vec![(person("anna"), "77".into())], &[]).unwrap();
        let sent = |person: Person| {
            let operation = operation(0, &Planned { deed: Deed::Update, person }, state.get("anna"));
            assert_eq!((operation["method"].as_str(), operation["path"].as_str()), (Some("PATCH"), Some("/Users/77")));
            operation["data"]["Operations"][0]["value"].clone()
        };
        assert_eq!(sent(Person { active: false, ..person("anna") }), json!({ "active": false }));
        assert_eq!(
            sent(Person { email: "a@b.c".into(), ..person("anna") }),
            json!({ "emails": [{ "value": "a@b.c", "type": "work" }] })
        );
        assert_eq!(sent(Person { team: "9".into(), ..person("anna") }), json!({ OWN_USER: { "team": "9" } }));
        let renamed = sent(Person { family_name: "Janssens".into(), ..person("anna") });
        assert_eq!(renamed["name"], json!({ "givenName": "anna", "familyName": "Janssens" }));
        assert_eq!(renamed.get("emails"), None);
    }

    #[test]
    fn a_request_is_never_larger_than_the_edge_takes() {
        let many: Vec<Planned> = (0..450).map(|number| add(&format!("u{number}"))).collect();
        assert_eq!(request(&many, &State::default()).0, 200);
        let long = |number| Planned {
            person: Person { given_name: "é".repeat(50_000).into(), ..person(&format!("u{number}")) },
            ..add("")
        };
        let large: Vec<Planned> = (0..30).map(long).collect();
        let (count, body) = request(&large, &State::default());
        assert!(count > 1 && count < 30 && body.len() <= PAYLOAD_MAX, "{count}, {}", body.len());
        let read: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(read["Operations"].as_array().map(Vec::len), Some(count));
    }
}
