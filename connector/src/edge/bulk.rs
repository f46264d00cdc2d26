//! Steps as bulk requests (RFC 7644, 3.7), and what came of each.

use super::{Edge, Error, linked};
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
    /// He was here already, without a directory: it looks after him from now on, and calls him by this id.
    Adopted(Box<str>),
    /// It has him already, from a request whose answer was lost: as this, by this id.
    Found(Box<Person>, Box<str>),
    /// There is no such user in the token's reach any more.
    Lost,
    /// Why not, in the edge's words.
    Refused(String),
    /// Nobody knows whether it was done, and why.
    Unclear(String),
}

/// As many steps as one request takes.
pub struct Request<'a> {
    steps: &'a [Planned],
    body: String,
}

impl<'a> Request<'a> {
    /// The first of these steps.
    pub fn of(steps: &'a [Planned], state: &State) -> Self {
        let (mut operations, mut size) = (Vec::new(), FRAME);
        for (at, step) in steps.iter().take(BULK_OPERATIONS_MAX).enumerate() {
            let operation = operation(at, step, addressed(step, state)).to_string();
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
        Self { steps: steps.get(..operations.len()).unwrap_or_default(), body }
    }

    /// Who would be active without anybody knowing it, if the answer were lost.
    pub fn can_lose(&self) -> Vec<Box<str>> {
        let steps = self.steps.iter().filter(|step| matches!(step.deed, Deed::Add | Deed::Enable));
        steps.map(|step| step.person.id.clone()).collect()
    }
}

/// Him, as far as the edge is asked to change him by its own id. Whom it did not find it is asked to add, which
/// finds him if he is there; but not to disable him.
fn addressed<'s>(step: &Planned, state: &'s State) -> Option<&'s Known> {
    let is_addressed = step.deed == Deed::Disable || !state.is_lost(&step.person.id);
    state.get(&step.person.id).filter(|_| is_addressed)
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
    /// Does the steps of a request; says what came of each, and whether everything could be asked
    /// that had to be asked for that.
    pub fn bulk(&self, request: &Request<'_>, state: &State) -> Result<(Vec<Outcome>, Result<(), Error>), Error> {
        let answer = self.scim("POST", "/Bulk", &request.body)?;
        let (results, count) = (answer["Operations"].as_array().map_or(&[][..], Vec::as_slice), request.steps.len());
        if results.len() != count {
            return Err(Error::NotUnderstood(format!("{} results of {count} operations", results.len())));
        }
        let mut asked = Ok(());
        let outcomes = request.steps.iter().zip(results).map(|(step, result)| match outcome(step, result, state) {
            // What is done is done, also if the edge cannot be asked any more.
            Judged::InTheWay(refusal) if asked.is_err() => Outcome::Unclear(refusal),
            Judged::InTheWay(refusal) => self.resolve(&step.person, &refusal).unwrap_or_else(|error| {
                asked = Err(error);
                Outcome::Unclear(refusal)
            }),
            Judged::As(outcome) => outcome,
        });
        let outcomes = outcomes.collect();
        Ok((outcomes, asked))
    }

    /// What to do about somebody who is in the way: it may be he himself.
    fn resolve(&self, person: &Person, refusal: &str) -> Result<Outcome, Error> {
        let found = match self.in_the_way(person) {
            Ok(found) => found,
            Err(Error::Refused(..)) => return Ok(Outcome::Unclear(refusal.to_owned())),
            Err(error) => return Err(error),
        };
        // The answer to an earlier request was lost. He may have changed since, and what is new of him
        // may be somebody else's.
        if let Some(own) = found.iter().find(|user| user["externalId"].as_str() == Some(&person.id)) {
            let (known, id) = linked(own).map_err(|what| Error::NotUnderstood(what.to_owned()))?;
            return Ok(Outcome::Found(known.into(), id));
        }
        let [user] = found.as_slice() else {
            let where_he_is =
                if found.is_empty() { "whoever has it is out of the token's reach: move him, or " } else { "" };
            return Ok(Outcome::Refused(format!(
                "{refusal}; {where_he_is}give him another user name or e-mail address"
            )));
        };
        let id: Box<str> = user["id"].as_str().unwrap_or_default().into();
        match user["externalId"].as_str() {
            Some(_) => Ok(Outcome::Refused(format!("{refusal}; another entry of the directory has it already"))),
            None => match self.adopt(&id, person) {
                Ok(()) => Ok(Outcome::Adopted(id)),
                Err(Error::Refused(status, detail)) => Ok(Outcome::Refused(format!("{detail} ({status})"))),
                Err(error) => Err(error),
            },
        }
    }
}

/// What a result says.
enum Judged {
    As(Outcome),
    /// Somebody is there already, in these words.
    InTheWay(String),
}

fn outcome(step: &Planned, result: &Value, state: &State) -> Judged {
    let status: u16 = result["status"].as_str().and_then(|status| status.parse().ok()).unwrap_or_default();
    let detail = result["response"]["detail"].as_str().unwrap_or("refused without a word").to_owned();
    let known = addressed(step, state).map(|known| known.scim.clone());
    let is_known = known.is_some();
    let located = || result["location"].as_str().and_then(|at| at.rsplit('/').next()).map(Box::<str>::from);
    Judged::As(match status {
        200..=299 => match known.or_else(located) {
            Some(id) => Outcome::Done(id),
            None => Outcome::Unclear("the edge does not say which user it is".to_owned()),
        },
        // He may be elsewhere, and active.
        404 if step.deed == Deed::Disable => {
            Outcome::Refused("there is no such user in the token's reach; disable him in the console".to_owned())
        }
        404 if is_known => Outcome::Lost,
        409 if !is_known => return Judged::InTheWay(detail),
        400..=499 => Outcome::Refused(format!("{detail} ({status})")),
        status => Outcome::Unclear(format!("{detail} ({status})")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        people::Reading,
        plan::plan,
        testing::{FakeEdge, page, person, results, user},
    };

    fn add(name: &str) -> Planned {
        Planned { deed: Deed::Add, person: person(name) }
    }

    fn bulk(steps: &[Planned], state: &State, answers: &[(u16, String)]) -> (Vec<Outcome>, Result<(), Error>) {
        FakeEdge::answering(answers).edge().bulk(&Request::of(steps, state), state).unwrap()
    }

    #[test]
    fn whoever_is_there_from_a_lost_answer_is_as_the_edge_has_him() {
        let earlier = Person { family_name: "Janssens".into(), team: "9".into(), ..person("anna") };
        // Also if what is new of her is somebody else's.
        let [one, other] = [user(&earlier, "77"), user(&person("bart"), "78")];
        for found in [vec![one.clone()], vec![other, one]] {
            let answers = [(200, results(&[409])), (200, page(found.len(), &found))];
            let (outcomes, asked) = bulk(&[add("anna")], &State::default(), &answers);
            assert_eq!(outcomes, [Outcome::Found(earlier.clone().into(), "77".into())]);
            asked.unwrap();
        }
    }

    #[test]
    fn what_is_done_is_known_also_if_the_edge_cannot_be_asked_any_more() {
        let steps = ["anna", "bart", "chris", "dora"].map(add);
        let answers = [(200, results(&[201, 409, 409, 201])), (401, String::new())];
        let (outcomes, asked) = bulk(&steps, &State::default(), &answers);
        assert!(matches!(asked, Err(Error::Token)));
        let unclear = Outcome::Unclear("refused without a word".into());
        assert_eq!(outcomes, [Outcome::Done("0".into()), unclear.clone(), unclear, Outcome::Done("3".into())]);
    }

    #[test]
    fn who_is_out_of_reach_is_not_disabled() {
        let mut state = State::default();
        state.acknowledge(["anna", "bart"].map(|name| (person(name), name.into())).into(), &[]).unwrap();
        let step = |deed, name| Planned { deed, person: Person { active: false, ..person(name) } };
        let steps = [step(Deed::Disable, "anna"), step(Deed::Update, "bart"), add("chris"), add("dora")];
        let (outcomes, _) = bulk(&steps, &state, &[(200, results(&[404, 404, 400, 500]))]);
        assert!(matches!(&outcomes[0], Outcome::Refused(reason) if reason.contains("reach")), "{outcomes:?}");
        assert_eq!(outcomes[1], Outcome::Lost);
        assert!(matches!((&outcomes[2], &outcomes[3]), (Outcome::Refused(_), Outcome::Unclear(_))), "{outcomes:?}");
    }

    #[test]
    fn whoever_was_not_found_is_added_anew_or_found_where_he_is_but_never_added_to_be_disabled() {
        let mut state = State::default();
        state.acknowledge(["anna", "bart"].map(|name| (person(name), "77".into())).into(), &[]).unwrap();
        state.acknowledge(Vec::new(), &["anna", "bart"]).unwrap();
        let steps = [
            Planned { deed: Deed::Disable, person: Person { active: false, ..person("bart") } },
            Planned { deed: Deed::Update, person: person("anna") },
        ];
        let request = Request::of(&steps, &state);
        let sent: Value = serde_json::from_str(&request.body).unwrap();
        let methods: Vec<_> = sent["Operations"].as_array().unwrap().iter().map(|one| one["method"].clone()).collect();
        assert_eq!(methods, ["PATCH", "POST"]);
        let mut other = user(&person("anna"), "79");
        other["externalId"] = Value::Null;
        // She is there, and nobody looks after her: she is adopted again.
        let answers = [(200, results(&[404, 409])), (200, page(1, &[other])), (200, "{}".into())];
        let (outcomes, _) = FakeEdge::answering(&answers).edge().bulk(&request, &state).unwrap();
        assert!(matches!(&outcomes[0], Outcome::Refused(reason) if reason.contains("reach")), "{outcomes:?}");
        assert_eq!(outcomes[1], Outcome::Adopted("79".into()));
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
        // Whoever leaves under a new address that is taken leaves all the same.
        let gone = Person { active: false, email: "taken@b.c".into(), team: "9".into(), ..person("anna") };
        let plan = plan(Reading { people: vec![gone], ..Reading::default() }, &state);
        assert_eq!(sent(plan.steps[0].person.clone()), json!({ "active": false }));
    }

    #[test]
    fn a_request_is_never_larger_than_the_edge_takes() {
        let many: Vec<Planned> = (0..450).map(|number| add(&format!("u{number}"))).collect();
        assert_eq!(Request::of(&many, &State::default()).steps.len(), 200);
        let long = |number| Planned {
            person: Person { given_name: "é".repeat(50_000).into(), ..person(&format!("u{number}")) },
            ..add("")
        };
        let large: Vec<Planned> = (0..30).map(long).collect();
        let Request { steps, body } = Request::of(&large, &State::default());
        let count = steps.len();
        assert!(count > 1 && count < 30 && body.len() <= PAYLOAD_MAX, "{count}, {}", body.len());
        let read: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(read["Operations"].as_array().map(Vec::len), Some(count));
    }
}
