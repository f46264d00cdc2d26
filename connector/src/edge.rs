//! The edge: SCIM for users, and the reports of runs.

pub mod bulk;

use crate::{
    people::Person,
    plan::Plan,
    retry::{Attempt, retry},
    state::State,
};
use client::{Answer, Client};
use serde_json::{Value, json};
use shared::{
    Endpoint, Problem,
    directories::{
        Connector, Counts, Directory, REASON_MAX, REPORT_MAX, Run, Step,
        api::{Begin, Fail, Own, Report},
    },
    ids::{RunId, Slug},
    scim::{MEDIA_TYPE, PAGE_MAX, schema::OWN_USER},
    wire,
};
use std::{cmp::Ordering, io, time::Duration};

/// Why the edge did not do something.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It cannot be reached.
    #[error("cannot reach {0}: {1}")]
    Unreachable(String, io::Error),
    /// The token does not open this organization's directory.
    #[error(
        "the token is not accepted: it is wrong, expired or revoked, or another organization's; make a new one on the page Directories"
    )]
    Token,
    /// It refuses.
    #[error("the edge refuses ({0}): {1}")]
    Refused(u16, String),
    /// It answers what it never should.
    #[error("the edge answers what is not understood: {0}")]
    NotUnderstood(String),
    /// What it has acknowledged cannot be noted.
    #[error("the state cannot be written: {0}")]
    State(#[from] io::Error),
}

impl Error {
    /// Whether it is a refusal with this status.
    pub fn is_refusal(&self, expected: u16) -> bool {
        matches!(self, Self::Refused(status, _) if *status == expected)
    }
}

/// A directory's place at the edge. It is not shown: it has the token.
pub struct Edge<'a> {
    client: Client,
    org: Slug,
    bearer: String,
    pause: &'a dyn Fn(Duration),
}

/// A group here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

impl<'a> Edge<'a> {
    /// Of this organization at this address, with this token; `pause` waits between attempts.
    pub fn new(address: &str, org: Slug, token: &str, pause: &'a dyn Fn(Duration)) -> Self {
        let bearer = format!("Bearer {token}");
        let client = Client::new(address).with_header("Authorization", &bearer);
        Self { client, org, bearer, pause }
    }

    /// The directory whose token this is.
    pub fn own(&self) -> Result<Directory, Error> {
        self.send(&Own { org: self.org.clone() })
    }

    /// Announces what is to happen; `unread` says that it happens to whoever was not read.
    pub fn begin(&self, connector: Connector, plan: &Plan, unread: bool) -> Result<Run, Error> {
        let (counts, hidden, digest) = (plan.counts(), plan.hidden.clone(), plan.digest());
        self.send(&Begin { org: self.org.clone(), connector, counts, hidden, unread, digest })
    }

    /// Reports steps, in as many parts as it takes, and with the last of them the end, if it is one.
    pub fn report(&self, run: &RunId, steps: &[Step], finished: Option<Counts>) -> Result<(), Error> {
        let mut parts: Vec<&[Step]> = steps.chunks(REPORT_MAX).collect();
        if parts.is_empty() {
            parts.push(&[]);
        }
        let last = parts.len() - 1;
        for (at, part) in parts.into_iter().enumerate() {
            let (org, run, finished) = (self.org.clone(), run.clone(), finished.filter(|_| at == last));
            self.send(&Report { org, run, steps: part.to_vec(), finished })?;
        }
        Ok(())
    }

    /// Says that the directory could not be read, or that a run was given up.
    pub fn fail(&self, connector: Connector, run: Option<RunId>, reason: &str) -> Result<Run, Error> {
        let line: String = reason.chars().map(|c| if c.is_control() { ' ' } else { c }).take(REASON_MAX).collect();
        self.send(&Fail { org: self.org.clone(), connector, run, reason: line.trim().to_owned() })
    }

    /// Sends a request of the contract. Should the answer be lost, the same key makes it happen once.
    fn send<E: Endpoint>(&self, request: &E) -> Result<E::Response, Error> {
        let key = key();
        let answer = self.persist(|| self.client.exchange(request, &[("Idempotency-Key", &key)]))?;
        wire::decode_response(answer.status, &answer.body).map_err(|problem| self.refusal(answer.status, &problem))
    }

    fn refusal(&self, status: u16, problem: &Problem) -> Error {
        if status == 401 {
            return Error::Token;
        }
        let fields = problem.errors.iter().map(|error| format!(" {}: {}", error.field, error.code));
        Error::Refused(status, format!("{}{}", problem.code.as_str(), fields.collect::<String>()))
    }

    /// Tries again while the edge is busy or out of reach.
    fn persist(&self, attempt: impl Fn() -> io::Result<Answer>) -> Result<Answer, Error> {
        let tried = retry(self.pause, || match attempt() {
            Ok(answer) if matches!(answer.status, 429 | 502..=504) => {
                let asked = answer.header("retry-after").and_then(|seconds| seconds.parse().ok());
                Attempt::Again(Ok(answer), asked.map(Duration::from_secs))
            }
            Ok(answer) => Attempt::Done(Ok(answer)),
            Err(error) => Attempt::Again(Err(error), None),
        });
        tried.map_err(|error| Error::Unreachable(self.client.origin().to_owned(), error))
    }

    fn scim(&self, method: &str, path: &str, body: &str) -> Result<Value, Error> {
        let path = format!("/scim/v2/{}{path}", self.org);
        let headers = [("Authorization", self.bearer.as_str()), ("Content-Type", MEDIA_TYPE)];
        let answer = self.persist(|| self.client.raw(method, &path, &headers, body.as_bytes()))?;
        let said: serde_json::Result<Value> = serde_json::from_slice(&answer.body);
        match answer.status {
            204 => Ok(Value::Null),
            200..=299 => said.map_err(|error| Error::NotUnderstood(error.to_string())),
            401 => Err(Error::Token),
            status => {
                let said = said.unwrap_or_default();
                Err(Error::Refused(status, said["detail"].as_str().unwrap_or("without a word").to_owned()))
            }
        }
    }

    /// Everybody whom this directory looks after, as a state: what to go by when there is none.
    pub fn linked(&self) -> Result<State, Error> {
        let mut state = State::default();
        self.pages("/Users", "externalId pr", &attributes(), &mut |user| {
            let done = linked(&user).map_err(|what| Error::NotUnderstood(what.to_owned()))?;
            Ok(state.acknowledge(vec![done], &[])?)
        })?;
        Ok(state)
    }

    /// The groups that this directory reaches.
    pub fn teams(&self) -> Result<Vec<Team>, Error> {
        let text = |group: &Value, name: &str| group[name].as_str().unwrap_or_default().to_owned();
        let mut teams = Vec::new();
        self.pages("/Groups", "", "displayName", &mut |group| {
            teams.push(Team { id: text(&group, "id"), name: text(&group, "displayName") });
            Ok(())
        })?;
        Ok(teams)
    }

    /// Takes all that a filter finds, page by page; it is all, or an error.
    fn pages(
        &self,
        path: &str,
        filter: &str,
        attributes: &str,
        take: &mut dyn FnMut(Value) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut found = 0;
        loop {
            let start = (found + 1).to_string();
            let count = PAGE_MAX.to_string();
            let mut query = vec![("startIndex", start.as_str()), ("count", &count), ("attributes", attributes)];
            if !filter.is_empty() {
                query.push(("filter", filter));
            }
            let query = serde_urlencoded::to_string(query).map_err(|error| Error::NotUnderstood(error.to_string()))?;
            let mut page = self.scim("GET", &format!("{path}?{query}"), "")?;
            let not_understood = |what: &str| Error::NotUnderstood(format!("{path}: {what}"));
            let total = page["totalResults"].as_u64().ok_or_else(|| not_understood("a page without totalResults"))?;
            let Value::Array(resources) = page["Resources"].take() else {
                return Err(not_understood("a page without Resources"));
            };
            let is_empty = resources.is_empty();
            for resource in resources {
                found += 1;
                take(resource)?;
            }
            match found.cmp(&total) {
                Ordering::Equal => return Ok(()),
                Ordering::Less if !is_empty => {}
                _ => return Err(not_understood(&format!("{found} of {total}"))),
            }
        }
    }

    /// Whoever is in this person's way: he himself, if the answer to a request was lost; or somebody
    /// whom the directory does not look after yet.
    fn in_the_way(&self, person: &Person) -> Result<Vec<Value>, Error> {
        // RFC 7644, 3.4.2.2: values are JSON.
        let [id, name, email] = [&person.id, &person.user_name, &person.email].map(|text| json!(text).to_string());
        let filter = format!(
            "externalId eq {id} or userName eq {name} or emails.value eq {email} \
             or userName eq {email} or emails.value eq {name}"
        );
        let mut found = Vec::new();
        self.pages("/Users", &filter, &attributes(), &mut |user| {
            found.push(user);
            Ok(())
        })?;
        Ok(found)
    }

    /// Adopts somebody: from now on the directory looks after him, and nothing else changes.
    fn adopt(&self, scim: &str, person: &Person) -> Result<(), Error> {
        let body = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
            "Operations": [{ "op": "replace", "path": "externalId", "value": &*person.id }],
        });
        self.scim("PATCH", &format!("/Users/{scim}"), &body.to_string()).map(drop)
    }
}

/// What is asked of a user: what [`linked`] reads.
fn attributes() -> String {
    format!("externalId,userName,name,emails,active,{OWN_USER}")
}

/// A user of the edge whom the directory looks after.
fn linked(user: &Value) -> Result<(Person, Box<str>), &'static str> {
    let text = |value: &Value, what| value.as_str().map(Box::<str>::from).ok_or(what);
    let person = Person {
        id: text(&user["externalId"], "a user without externalId")?,
        user_name: text(&user["userName"], "a user without userName")?,
        given_name: text(&user["name"]["givenName"], "a user without name.givenName")?,
        family_name: text(&user["name"]["familyName"], "a user without name.familyName")?,
        email: text(&user["emails"][0]["value"], "a user without emails")?,
        active: user["active"].as_bool().ok_or("a user without active")?,
        team: user[OWN_USER]["team"].as_str().unwrap_or_default().into(),
    };
    Ok((person, text(&user["id"], "a user without id")?))
}

/// An idempotency key.
fn key() -> String {
    let mut bytes = [0; 16];
    // Without chance there is no key, and a lost answer may be asked for twice; the edge judges both.
    let _filled = getrandom::fill(&mut bytes);
    data_encoding::HEXLOWER.encode(&bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{FakeEdge, page, person, user};

    fn linked(answers: &[(u16, String)]) -> Result<State, Error> {
        FakeEdge::answering(answers).edge().linked()
    }

    #[test]
    fn everybody_whom_the_edge_has_is_read_page_by_page() {
        let [anna, bart] = [("anna", "1"), ("bart", "2")].map(|(name, id)| user(&person(name), id));
        let fake = FakeEdge::answering(&[(200, page(2, &[anna])), (200, page(2, &[bart]))]);
        let state = fake.edge().linked().unwrap();
        assert_eq!(state.people().collect::<Vec<_>>(), [person("anna"), person("bart")]);
        let asked = fake.asked();
        assert!(asked[0].contains("startIndex=1&") && asked[1].contains("startIndex=2&"), "{asked:?}");
        assert!(linked(&[(200, page(0, &[]))]).unwrap().is_empty());
    }

    #[test]
    fn what_is_not_all_is_an_error_and_no_state() {
        let anna = || user(&person("anna"), "1");
        for answers in [
            vec![(200, "<html>Sign in</html>".to_owned())],
            vec![(200, String::new())],
            vec![(200, "{}".to_owned())],
            vec![(200, page(1, &[]))],
            vec![(200, page(2, &[anna()])), (200, page(2, &[]))],
            vec![(200, page(1, &[anna(), anna()]))],
            vec![(200, json!({ "Resources": [anna()] }).to_string())],
            vec![(200, json!({ "totalResults": 0 }).to_string())],
        ] {
            assert!(matches!(linked(&answers), Err(Error::NotUnderstood(_))), "{answers:?}");
        }
    }
}
