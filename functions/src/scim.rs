//! The SCIM server (RFC 7643, 7644): a directory keeps users and members of groups up to date.
//!
//! It has its own routes and media type, and nothing else of its own: who calls is a credential,
//! what he may is judged, and what happens are effects, applied in one transaction with their
//! records. What a client's way of writing is forgiven is decided in `shared::scim`.
//! Decision 0033 says what a directory may never do.

use crate::{
    credentials::Used,
    effects::{self, Effect, Origin},
    gateway::{Caller, Context, Incoming, Reply, ScimHeaders, Stop, percent_decode, problem_of, who},
    sql::{Sql, SqlError},
    surroundings::Surroundings,
};
use serde_json::Value;
use shared::{
    Code, Problem,
    ids::{CredentialId, GroupId, UserId},
    scim::{BASE, Error, GROUP, Kind, USER, document::Document},
};
use std::str::FromStr;

mod bulk;
mod discovery;
mod filter;
mod groups;
mod links;
mod list;
mod onboarding;
mod teams;
mod users;

/// Whether a path is SCIM's.
pub fn is_of(path: &str) -> bool {
    path.starts_with(BASE)
}

/// An answer on its way out.
#[derive(Debug)]
struct Answer {
    status: u16,
    body: Option<Value>,
    headers: ScimHeaders,
}

impl Answer {
    fn ok(body: Value) -> Self {
        Self { status: 200, body: Some(body), headers: ScimHeaders::default() }
    }

    fn empty(status: u16) -> Self {
        Self { status, body: None, headers: ScimHeaders::default() }
    }

    /// A resource, with its version and its address.
    fn of(status: u16, document: Document) -> Self {
        let meta = |name: &str| Some(document.get("meta")?.get(name)?.as_str()?.to_owned());
        let location = if status == 201 { meta("location") } else { None };
        let headers = ScimHeaders { etag: meta("version"), location };
        Self { status, body: Some(Value::Object(document)), headers }
    }
}

/// Why there is no answer but an error.
#[derive(Debug)]
enum Failure {
    /// SCIM has a word for it.
    Scim(Error),
    /// The gateway has.
    Stop(Stop),
    /// The path exists, not with this method.
    Method(&'static str),
}

type Outcome<T = Answer> = Result<T, Failure>;

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Scim(error)
    }
}
impl From<Stop> for Failure {
    fn from(stop: Stop) -> Self {
        Self::Stop(stop)
    }
}
impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Stop(problem.into())
    }
}
impl From<Code> for Failure {
    fn from(code: Code) -> Self {
        Self::Stop(code.into())
    }
}
impl Failure {
    fn error(self, request_id: &str) -> Error {
        match self {
            Self::Scim(error) => error,
            Self::Stop(stop) => Error::from(&problem_of(stop, request_id)),
            Self::Method(_) => Error::from(&Problem::new(Code::MethodNotAllowed)),
        }
    }
}

/// What is asked, alone or as part of a bulk request.
#[derive(Debug)]
struct Call {
    method: String,
    /// The path behind the organization's.
    segments: Vec<String>,
    query: String,
    body: Value,
    if_match: Option<String>,
    if_none_match: Option<String>,
}

/// A directory's requests, and what they are answered from.
struct Desk<'a> {
    sql: &'a dyn Sql,
    surroundings: &'a Surroundings<'a>,
    incoming: &'a Incoming,
    caller: Caller,
    credential: CredentialId,
    /// Whether it fills teams that carry permissions.
    hands_on: bool,
}

/// Answers a request of an organization that is there.
pub(crate) fn answer(sql: &dyn Sql, surroundings: &Surroundings<'_>, incoming: &Incoming) -> Reply {
    let answered = admit(sql, surroundings, incoming).and_then(|desk| {
        let call = Call::read(incoming)?;
        desk.answer(&call)
    });
    match answered {
        Ok(answer) => Reply {
            status: answer.status,
            body: answer.body.map(|body| body.to_string()).unwrap_or_default(),
            scim: Some(answer.headers),
            ..Reply::default()
        },
        Err(failure) => {
            let allow = if let Failure::Method(allow) = &failure { Some((*allow).to_owned()) } else { None };
            Reply { allow, ..error(&failure.error(&incoming.request_id)) }
        }
    }
}

/// What a refused request is answered, when it is refused before it is understood.
pub(crate) fn refused(problem: &Problem) -> Reply {
    Reply { retry_after: problem.args.get("retry_after").cloned(), ..error(&Error::from(problem)) }
}

fn error(error: &Error) -> Reply {
    let (status, body) = (error.status, error.to_json().to_string());
    Reply { status, body, scim: Some(ScimHeaders::default()), ..Reply::default() }
}

fn admit<'a>(sql: &'a dyn Sql, surroundings: &'a Surroundings<'a>, incoming: &'a Incoming) -> Outcome<Desk<'a>> {
    let (caller, Used { id: credential, hands_on, .. }) = who::directory(sql, incoming, surroundings.now)?;
    Ok(Desk { sql, surroundings, incoming, caller, credential, hands_on })
}

impl Call {
    fn read(incoming: &Incoming) -> Outcome<Self> {
        let unknown = || Failure::from(Code::UnknownRoute);
        let rest = incoming.path.strip_prefix(BASE).and_then(|rest| rest.split_once('/')).map_or("", |(_, rest)| rest);
        let segments = rest.split('/').map(percent_decode).collect::<Option<_>>().ok_or_else(unknown)?;
        if percent_decode(&incoming.query).is_none() {
            return Err(Error::new(Kind::InvalidValue, "the query is not UTF-8").into());
        }
        let body = match incoming.body.as_str() {
            "" => Value::Null,
            text => serde_json::from_str(text).map_err(|_| Error::new(Kind::InvalidSyntax, "the body is not JSON"))?,
        };
        Ok(Self {
            method: incoming.method.clone(),
            segments,
            query: incoming.query.clone(),
            body,
            if_match: incoming.if_match.clone(),
            if_none_match: incoming.if_none_match.clone(),
        })
    }

    /// Refuses when somebody has changed what the client has read (RFC 7644, 3.14).
    fn expects(&self, etag: &str) -> Outcome<()> {
        match &self.if_match {
            Some(expected) if !fits(expected, etag) => Err(Code::ChangedMeanwhile.into()),
            _ => Ok(()),
        }
    }
}

/// Whether a list of versions has this one. They are weak, and compared as such.
fn fits(list: &str, etag: &str) -> bool {
    let plain = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    list.trim() == "*" || list.split(',').any(|tag| plain(tag) == plain(etag))
}

/// What a change leads to.
enum Shown {
    User(UserId, u16),
    Group(GroupId, u16),
    Nothing,
}

impl<'a> Desk<'a> {
    fn context(&'a self) -> Context<'a> {
        Context::new(self.sql, *self.surroundings, self.incoming, &self.caller)
    }

    /// The address of a path behind the organization's.
    fn address(&self, path: &str) -> String {
        format!("{}{BASE}{}{path}", self.incoming.public_origin, self.incoming.slug)
    }

    fn answer(&'a self, call: &Call) -> Outcome {
        let segments: Vec<&str> = call.segments.iter().map(String::as_str).collect();
        match (call.method.as_str(), segments.as_slice()) {
            ("POST", ["Bulk"]) => bulk::answer(self, call),
            (_, ["Bulk"]) => Err(Failure::Method("POST")),
            (method, [name @ ("ServiceProviderConfig" | "ResourceTypes" | "Schemas"), rest @ ..]) => match method {
                "GET" => discovery::answer(self, name, rest, &call.query),
                _ => Err(Failure::Method("GET")),
            },
            (_, ["Me"]) => Err(Error::of(501, "a credential is nobody's alias").into()),
            _ => self.answer_about_resources(call, &segments),
        }
    }

    fn answer_about_resources(&'a self, call: &Call, segments: &[&str]) -> Outcome {
        match (call.method.as_str(), segments) {
            ("POST", [".search"]) => list::everything(self, call),
            ("POST", ["Users", ".search"]) => list::answer(self, call, &users::LISTED),
            ("POST", ["Groups", ".search"]) => list::answer(self, call, &groups::LISTED),
            (_, [".search"] | ["Users" | "Groups", ".search"]) => Err(Failure::Method("POST")),
            ("GET", ["Users"]) => list::answer(self, call, &users::LISTED),
            ("GET", ["Groups"]) => list::answer(self, call, &groups::LISTED),
            ("POST", ["Users"]) => self.change(call, |desk| {
                let (effects, user) = users::create(desk, &call.body)?;
                Ok((effects, Shown::User(user, 201)))
            }),
            ("POST", ["Groups"]) => self.change(call, |desk| groups::create(desk, &call.body)),
            (_, ["Users" | "Groups"]) => Err(Failure::Method("GET, POST")),
            (method, ["Users", id]) => self.answer_about_user(call, method, &known(id)?),
            (method, ["Groups", id]) => self.answer_about_group(call, method, &known(id)?),
            _ => Err(Code::UnknownRoute.into()),
        }
    }

    fn answer_about_user(&'a self, call: &Call, method: &str, id: &UserId) -> Outcome {
        match method {
            "GET" => self.look(call, |selection| users::show(self, id, selection), &USER),
            "PUT" => self.change(call, |desk| users::replace(desk, call, id)),
            "PATCH" => self.change(call, |desk| users::patch(desk, call, id)),
            "DELETE" => self.change(call, |desk| users::delete(desk, call, id)),
            _ => Err(Failure::Method(ABOUT_ONE)),
        }
    }

    fn answer_about_group(&'a self, call: &Call, method: &str, id: &GroupId) -> Outcome {
        match method {
            "GET" => self.look(call, |selection| groups::show(self, id, selection), &GROUP),
            "PUT" => self.change(call, |desk| groups::replace(desk, call, id)),
            "PATCH" => self.change(call, |desk| groups::patch(desk, call, id)),
            "DELETE" => self.change(call, |desk| groups::delete(desk, call, id)),
            _ => Err(Failure::Method(ABOUT_ONE)),
        }
    }

    /// One resource, unless the client has it as it is.
    fn look(
        &self,
        call: &Call,
        show: impl FnOnce(&list::Search) -> Outcome<Document>,
        kind: &shared::scim::ResourceType,
    ) -> Outcome {
        let search = list::Search::of_query(&call.query)?;
        let document = show(&search)?;
        let answer = Answer::of(200, document);
        let etag = answer.headers.etag.clone().unwrap_or_default();
        if call.if_none_match.as_ref().is_some_and(|known| fits(known, &etag)) {
            return Ok(Answer { body: None, status: 304, ..answer });
        }
        Ok(answer.selected(kind, &search))
    }

    /// Does what `plan` says, in one transaction, and shows what came of it.
    fn change(&'a self, call: &Call, plan: impl Fn(&Desk<'a>) -> Outcome<(Vec<Effect>, Shown)>) -> Outcome {
        let search = list::Search::of_query(&call.query)?;
        let endpoint = endpoint(&call.method, &call.segments);
        let origin = self.origin(&endpoint);
        let outcome = self.apply(&origin, || plan(self), |shown| self.shown(shown, &search));
        if let Err(Failure::Stop(Stop::Refused(problem))) = &outcome
            && problem.code.is_of_authority()
        {
            let record = || Ok(effects::record_refusal(self.sql, self.surroundings, &origin, problem)?);
            crate::gateway::in_transaction(self.sql, record)?;
        }
        outcome
    }

    /// Does what `plan` says and reads what came of it, in one transaction.
    fn apply<P, T>(
        &self,
        origin: &Origin<'_>,
        plan: impl Fn() -> Outcome<(Vec<Effect>, P)>,
        read: impl Fn(P) -> Outcome<T>,
    ) -> Outcome<T> {
        let mut outcome = Err(Failure::from(Stop::Broken("the transaction did not run".into())));
        let attempt = || {
            let (effects, planned) = plan()?;
            effects::apply(self.sql, self.surroundings, origin, &effects)?;
            read(planned)
        };
        self.sql.transaction(&mut || {
            outcome = attempt();
            outcome.is_ok()
        })?;
        outcome
    }

    fn origin<'o>(&'o self, endpoint: &'o str) -> Origin<'o> {
        Origin {
            actor: self.caller.access.as_ref(),
            surface: self.caller.surface,
            credential: Some(&self.credential),
            endpoint,
            request_id: &self.incoming.request_id,
            mails: self.incoming.mails,
        }
    }

    fn shown(&self, shown: Shown, search: &list::Search) -> Outcome {
        Ok(match shown {
            Shown::User(id, status) => Answer::of(status, users::show(self, &id, search)?).selected(&USER, search),
            Shown::Group(id, status) => Answer::of(status, groups::show(self, &id, search)?).selected(&GROUP, search),
            Shown::Nothing => Answer::empty(204),
        })
    }
}

impl Answer {
    fn selected(self, kind: &shared::scim::ResourceType, search: &list::Search) -> Self {
        let body = self.body.map(|body| match body {
            Value::Object(document) => Value::Object(search.selection.apply(kind, document)),
            other => other,
        });
        Self { body, ..self }
    }
}

/// The methods of one user or group.
const ABOUT_ONE: &str = "DELETE, GET, PATCH, PUT";

/// An id of ours; what is none is nobody's.
fn known<T: FromStr>(id: &str) -> Outcome<T> {
    id.parse().map_err(|_| Code::NotFound.into())
}

/// How the trail names what was asked.
fn endpoint(method: &str, segments: &[impl AsRef<str>]) -> String {
    let end = if segments.len() > 1 { "/{id}" } else { "" };
    let name = segments.first().map_or("", AsRef::as_ref);
    format!("{method} {BASE}{{org}}/{name}{end}")
}

impl From<SqlError> for Failure {
    fn from(error: SqlError) -> Self {
        Self::Stop(error.into())
    }
}
