//! The edge: SCIM for users, and the reports of runs.

pub mod bulk;

use crate::{
    people::Person,
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
use std::{io, time::Duration};

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

    /// Announces what is to happen.
    pub fn begin(&self, connector: Connector, counts: Counts, digest: String) -> Result<Run, Error> {
        self.send(&Begin { org: self.org.clone(), connector, counts, digest })
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
        let said: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
        match answer.status {
            200..=299 => Ok(said),
            401 => Err(Error::Token),
            status => Err(Error::Refused(status, said["detail"].as_str().unwrap_or("without a word").to_owned())),
        }
    }

    /// Everybody whom this directory looks after, as a state: what to go by when there is none.
    pub fn linked(&self) -> Result<State, Error> {
        let mut state = State::default();
        for user in self.pages("/Users", "externalId pr")? {
            let done = linked(&user).map_err(|what| Error::NotUnderstood(what.to_owned()))?;
            state.acknowledge(vec![done], &[])?;
        }
        Ok(state)
    }

    /// The groups that this directory reaches.
    pub fn teams(&self) -> Result<Vec<Team>, Error> {
        let text = |group: &Value, name: &str| group[name].as_str().unwrap_or_default().to_owned();
        let groups = self.pages("/Groups", "")?;
        Ok(groups.iter().map(|group| Team { id: text(group, "id"), name: text(group, "displayName") }).collect())
    }

    fn pages(&self, path: &str, filter: &str) -> Result<Vec<Value>, Error> {
        let mut found = Vec::new();
        loop {
            let start = (found.len() + 1).to_string();
            let count = PAGE_MAX.to_string();
            let mut query =
                vec![("startIndex", start.as_str()), ("count", &count), ("excludedAttributes", "groups,members")];
            if !filter.is_empty() {
                query.push(("filter", filter));
            }
            let query = serde_urlencoded::to_string(query).map_err(|error| Error::NotUnderstood(error.to_string()))?;
            let mut page = self.scim("GET", &format!("{path}?{query}"), "")?;
            let Some(resources) = page["Resources"].as_array_mut().filter(|resources| !resources.is_empty()) else {
                return Ok(found);
            };
            found.append(resources);
            if page["totalResults"].as_u64().is_some_and(|total| found.len() as u64 >= total) {
                return Ok(found);
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
        self.pages("/Users", &filter)
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
