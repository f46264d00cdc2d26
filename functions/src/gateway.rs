//! The only door to an organization's data: decode → who → decide → handler → effects, in one
//! storage transaction per mutation.
//!
//! Nothing is awaited in here. Argon2, which is slow, is asked of the stateless Worker in
//! front: a handler that needs a hash stops with an [`Ask`], and the request comes again with
//! the answer ([`Done`]).

use crate::{
    effects, migrations, params,
    sql::{Reader, Sql, SqlError},
    surroundings::Surroundings,
    text,
};
use serde::{Deserialize, Serialize};
use shared::{
    Code, Endpoint, Problem,
    accounts::AccountNumber,
    ids::{BatchId, Slug},
    organizations::NewOrganization,
    time::{Span, Timestamp},
    users::Person,
};
use std::cell::Cell;

mod context;
mod routes;
pub mod who;

pub use context::{Caller, Context};
pub(crate) use context::{check_words, check_words_by, person_words};
pub(crate) use routes::percent_decode;
pub use routes::{Plan, Routes};

/// A request as the front hands it over.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Incoming {
    /// The organization's slug, from the path.
    pub slug: String,
    /// The HTTP method.
    pub method: String,
    /// The path, percent-encoded.
    pub path: String,
    /// The query without `?`.
    pub query: String,
    /// The body. It travels beside the rest.
    #[serde(skip)]
    pub body: String,
    /// The session cookie's token.
    pub session: Option<String>,
    /// The device cookie's token.
    pub device: Option<String>,
    /// The `Origin` header (RFC 6454): from where a page asks.
    #[serde(default)]
    pub origin: Option<String>,
    /// The token of an `Authorization: Bearer` header (RFC 6750).
    #[serde(default)]
    pub bearer: Option<String>,
    /// The `Idempotency-Key` header.
    pub idempotency_key: Option<String>,
    /// The `If-Match` header, with which a directory says what it has read (RFC 7644, 3.14).
    #[serde(default)]
    pub if_match: Option<String>,
    /// The `If-None-Match` header, likewise.
    #[serde(default)]
    pub if_none_match: Option<String>,
    /// Under which origin the deployment is reached, for the addresses that SCIM answers with.
    #[serde(default)]
    pub public_origin: String,
    /// The `User-Agent` header.
    pub user_agent: String,
    /// The request's id in the log.
    pub request_id: String,
    /// Whether the deployment can send mails.
    #[serde(default)]
    pub mails: bool,
    /// Whether the deployment keeps a directory of who has an account where.
    #[serde(default)]
    pub directory: bool,
    /// The address from which the request comes, as far as the platform says.
    #[serde(default)]
    pub address: Option<String>,
    /// The organization's account number in the registry.
    pub account: AccountNumber,
    /// Whether the organization is the operator's.
    pub operates: bool,
    /// What the front has done for this request so far.
    pub done: Done,
    /// The time, when a test sets it.
    #[cfg(feature = "test-seams")]
    pub now: Option<Timestamp>,
}

impl Incoming {
    /// What tells this very request, with its idempotency key, from every other.
    pub(crate) fn repetition(&self) -> Option<String> {
        let key = self.idempotency_key.as_ref()?;
        Some(text::digest(&format!("{key} {}", request_digest(self))))
    }
}

/// Work that a handler asks of the front.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// Hash this password.
    Hash(String),
    /// Hash all these passwords, and say now and then how far it is.
    HashAll {
        /// The batch that they belong to.
        batch: BatchId,
        /// The passwords.
        passwords: Vec<String>,
    },
    /// Check this password against this PHC string.
    Verify {
        /// The password.
        password: String,
        /// The PHC string.
        phc: String,
    },
    /// Provision the organization's own object.
    Provision(Box<Provision>),
    /// Suspend an organization's own object, or resume it.
    Suspend {
        /// The organization.
        slug: Slug,
        /// Whether it is to be suspended.
        suspended: bool,
    },
}

/// What the front has done so far.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Done {
    /// The password that was hashed, and its hash.
    pub hashed: Option<(String, String)>,
    /// The batch whose passwords were hashed, and each password with its hash.
    #[serde(default)]
    pub hashed_all: Option<(BatchId, Vec<(String, String)>)>,
    /// The PHC string against which the password was checked, and whether it fits.
    pub verified: Option<(String, bool)>,
    /// The organization's object has been provisioned.
    pub provisioned: bool,
    /// The organization's object has been suspended (or resumed).
    pub suspended: Option<bool>,
}

/// An organization's beginning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provision {
    /// The organization.
    pub organization: NewOrganization,
    /// Its owner.
    pub owner: Person,
    /// The hash of the owner's password.
    pub phc: String,
    /// Until when the password works, unless it is permanent.
    pub temporary_until: Option<Timestamp>,
}

/// What the object answers to the front.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Outgoing {
    /// The response.
    Reply(Reply),
    /// Do this and come again.
    Ask(Ask),
}

/// A response.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The JSON body. It travels beside the rest.
    #[serde(skip)]
    pub body: String,
    /// Cookies to set or clear.
    pub cookies: Vec<Cookie>,
    /// The methods that the path has, when it has not this one (RFC 9110, 15.5.6).
    pub allow: Option<String>,
    /// Seconds to wait (RFC 9110, 10.2.3).
    pub retry_after: Option<String>,
    /// Whether the body is a [`shared::images::Picture`], for the front to send as itself.
    #[serde(default)]
    pub is_picture: bool,
    /// What only answers of SCIM have, if it is one.
    #[serde(default)]
    pub scim: Option<ScimHeaders>,
    /// The page elsewhere that may read the answer, if it is one.
    #[serde(default)]
    pub cross_origin: Option<CrossOrigin>,
}

/// Headers of an answer of SCIM, which has a media type of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScimHeaders {
    /// The resource's version (RFC 9110, 8.8.3).
    pub etag: Option<String>,
    /// Where the resource is (RFC 9110, 10.2.2).
    pub location: Option<String>,
}

/// A page elsewhere that may ask and read the answer (Fetch, "CORS protocol"), without cookies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrossOrigin {
    /// Its origin.
    pub origin: String,
    /// The methods by which it may ask.
    pub methods: Vec<String>,
}

/// A cookie, by what it is for; the front knows names and attributes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cookie {
    /// The session's token; it ends with the session.
    Session(String),
    /// No session any more.
    NoSession,
    /// The device's token.
    Device(String),
}

/// Why a handler stops.
#[derive(Debug)]
pub enum Stop {
    /// The request is refused.
    Refused(Problem),
    /// The front must do something first.
    Ask(Ask),
    /// Something is broken on our side.
    Broken(String),
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Refused(problem)
    }
}
impl From<Code> for Stop {
    fn from(code: Code) -> Self {
        Self::Refused(code.into())
    }
}
impl From<SqlError> for Stop {
    fn from(error: SqlError) -> Self {
        Self::Broken(error.0)
    }
}

/// An organization's object: its routes over its database.
pub struct Gateway {
    routes: Routes,
    operator: String,
    /// Whether this object is known to be provisioned and up to date: asked once per waking.
    ready: Cell<bool>,
    /// Whether the organization is suspended, once that was asked. Nobody else writes its data.
    suspended: Cell<Option<bool>>,
}

impl Gateway {
    /// A gateway; `operator` is the slug of the organization that holds the registry, and
    /// `tokens` the set-up tokens of the deployment.
    pub fn new(operator: &str, tokens: crate::setup::Tokens) -> Self {
        Self {
            routes: Routes::all(tokens),
            operator: operator.to_owned(),
            ready: Cell::new(false),
            suspended: Cell::new(None),
        }
    }

    /// Answers a request.
    pub fn handle(&self, sql: &dyn Sql, surroundings: &Surroundings<'_>, incoming: &Incoming) -> Outgoing {
        if crate::scim::is_of(&incoming.path) {
            return Outgoing::Reply(self.handle_scim(sql, surroundings, incoming));
        }
        let outgoing = match self.try_handle(sql, surroundings, incoming) {
            Ok(outgoing) => outgoing,
            Err(Stop::Ask(ask)) => Outgoing::Ask(ask),
            Err(Stop::Refused(problem)) => Outgoing::Reply(refusal(problem, incoming)),
            Err(Stop::Broken(cause)) => Outgoing::Reply(broken(&cause, incoming)),
        };
        match (outgoing, self.cross_origin(sql, surroundings, incoming)) {
            // A browser asks before it asks.
            (Outgoing::Reply(_), Some(allowed)) if incoming.method == "OPTIONS" => {
                Outgoing::Reply(Reply { status: 204, cross_origin: Some(allowed), ..Reply::default() })
            }
            (Outgoing::Reply(reply), cross_origin) => Outgoing::Reply(Reply { cross_origin, ..reply }),
            (ask, _) => ask,
        }
    }

    /// Answers a directory. Its requests never ask anything of the front.
    fn handle_scim(&self, sql: &dyn Sql, surroundings: &Surroundings<'_>, incoming: &Incoming) -> Reply {
        let admit = || {
            if !self.ready.get() {
                self.make_ready(sql, surroundings)?;
            }
            if self.is_suspended(sql)? { Err(Stop::from(Code::OrganizationSuspended)) } else { Ok(()) }
        };
        let refused = |stop| crate::scim::refused(&problem_of(stop, &incoming.request_id));
        admit().map_or_else(refused, |()| crate::scim::answer(sql, surroundings, incoming))
    }

    /// The page elsewhere that asks, if the organization lets it ask here, and if it asks as a service.
    fn cross_origin(&self, sql: &dyn Sql, surroundings: &Surroundings<'_>, incoming: &Incoming) -> Option<CrossOrigin> {
        let (origin, reader) = (incoming.origin.as_ref()?, Reader::new(sql));
        let methods = self.routes.for_services(&incoming.path);
        let as_service = incoming.bearer.is_some() && methods.contains(&incoming.method.as_str());
        let asks_first = incoming.method == "OPTIONS" && !methods.is_empty();
        // An object that is no organization, or cannot be read, lets nobody ask.
        if !((as_service || asks_first) && self.wake(sql, surroundings))
            || crate::organizations::is_suspended(reader).ok()?
        {
            return None;
        }
        let allowed = crate::integrations::settings(reader).ok()?.origins.contains(origin);
        let methods = methods.iter().map(|method| (*method).to_owned()).collect();
        allowed.then(|| CrossOrigin { origin: origin.clone(), methods })
    }

    fn try_handle(
        &self,
        sql: &dyn Sql,
        surroundings: &Surroundings<'_>,
        incoming: &Incoming,
    ) -> Result<Outgoing, Stop> {
        let route = self.routes.find(&incoming.method, &incoming.path)?;
        // Set-up makes the registry once it has seen a valid token.
        let makes_registry = incoming.slug == self.operator && route.endpoint == routes::SETUP;
        if !makes_registry && !self.ready.get() {
            self.make_ready(sql, surroundings)?;
        }
        // What anybody may know stays known, so that people can be told.
        let is_public = routes::PUBLIC.contains(&route.endpoint);
        if !makes_registry && !is_public && self.is_suspended(sql)? {
            return Err(Code::OrganizationSuspended.into());
        }
        (route.run)(sql, surroundings, incoming, &route.slots)
    }

    fn is_suspended(&self, sql: &dyn Sql) -> Result<bool, Stop> {
        if let Some(known) = self.suspended.get() {
            return Ok(known);
        }
        let suspended = crate::organizations::is_suspended(Reader::new(sql))?;
        self.suspended.set(Some(suspended));
        Ok(suspended)
    }

    fn make_ready(&self, sql: &dyn Sql, surroundings: &Surroundings<'_>) -> Result<(), Stop> {
        if !migrations::is_provisioned(sql)? {
            return Err(Code::UnknownOrganization.into());
        }
        migrations::migrate(sql, surroundings)?;
        // The operator's object may hold the registry before it is an organization itself.
        if crate::organizations::find(Reader::new(sql))?.is_none() {
            return Err(Code::UnknownOrganization.into());
        }
        self.ready.set(true);
        Ok(())
    }

    /// Whether this is an organization, with its schema up to date: for what happens without a request.
    pub fn wake(&self, sql: &dyn Sql, surroundings: &Surroundings<'_>) -> bool {
        self.ready.get() || self.make_ready(sql, surroundings).is_ok()
    }

    /// Makes an organization's data, once. A second call with another owner is refused.
    pub fn provision(
        sql: &dyn Sql,
        surroundings: &Surroundings<'_>,
        request_id: &str,
        provision: &Provision,
    ) -> Result<(), Problem> {
        let done = crate::setup::provision(sql, surroundings, request_id, provision);
        done.map_err(|stop| problem_of(stop, request_id))
    }

    /// Suspends the organization or resumes it. Saying it twice changes nothing.
    pub fn suspend(
        &self,
        sql: &dyn Sql,
        surroundings: &Surroundings<'_>,
        request_id: &str,
        suspended: bool,
    ) -> Result<(), Problem> {
        self.suspended.set(None);
        let done = self
            .make_ready(sql, surroundings)
            .and_then(|()| crate::organizations::suspend(sql, surroundings, request_id, suspended));
        done.map_err(|stop| problem_of(stop, request_id))
    }
}

/// What the front is told when something that it passed on does not go.
pub(crate) fn problem_of(stop: Stop, request_id: &str) -> Problem {
    match stop {
        Stop::Refused(problem) => problem,
        Stop::Ask(_) => Code::Internal.into(),
        Stop::Broken(cause) => {
            log(&cause, request_id);
            Code::Internal.into()
        }
    }
}

/// Runs a mutation in one transaction: what it wrote stays unless it is refused or stops.
pub(crate) fn in_transaction<T>(sql: &dyn Sql, mut work: impl FnMut() -> Result<T, Stop>) -> Result<T, Stop> {
    let mut outcome = Err(Stop::Broken("the transaction did not run".into()));
    sql.transaction(&mut || {
        outcome = work();
        outcome.is_ok()
    })?;
    outcome
}

/// The answer that was given to the same request before, if it carried the same key.
fn earlier_answer(context: &Context<'_>, caller: &str) -> Result<Option<Reply>, Stop> {
    let incoming = context.incoming;
    let Some(key) = &incoming.idempotency_key else {
        return Ok(None);
    };
    let row = context.reader.row(
        "SELECT request_digest, answer FROM idempotency WHERE caller = ? AND key = ? AND created_at >= ?",
        params![caller, key, effects::yesterday(context.now())],
    )?;
    match row {
        None => Ok(None),
        Some(row) if row.get::<String>(0)? == request_digest(incoming) => {
            Ok(Some(Reply { status: 200, body: row.get(1)?, ..Reply::default() }))
        }
        Some(_) => Err(Code::IdempotencyKeyReused.into()),
    }
}

/// Tells a repeated request from another one. The session's token, which is stored nowhere, goes
/// in: a body may hold a password, whose plain digest could be guessed at.
fn request_digest(incoming: &Incoming) -> String {
    let session = incoming.session.as_deref().unwrap_or_default();
    text::digest_of_texts(&[session, " ", &incoming.method, " ", &incoming.path, "\n", &incoming.body])
}

fn keep_answer(
    sql: &dyn Sql,
    surroundings: &Surroundings<'_>,
    caller: &str,
    incoming: &Incoming,
    answer: &str,
) -> Result<(), Stop> {
    if let Some(key) = &incoming.idempotency_key {
        let entry = params![caller, key, request_digest(incoming), answer, surroundings.now];
        effects::remember_answer(sql, entry, surroundings.now)?;
    }
    Ok(())
}

fn refusal(mut problem: Problem, incoming: &Incoming) -> Reply {
    problem.request_id = Some(incoming.request_id.clone());
    let argument = |name: &str| problem.args.get(name).cloned();
    Reply {
        status: problem.status,
        allow: argument("allow"),
        retry_after: argument("retry_after"),
        body: serde_json::to_string(&problem).unwrap_or_default(),
        // Only a cookie that came is cleared: a link from elsewhere brings none and must not sign anybody out.
        cookies: match problem.code {
            Code::SessionRequired if incoming.session.is_some() => vec![Cookie::NoSession],
            _ => Vec::new(),
        },
        ..Reply::default()
    }
}

fn broken(cause: &str, incoming: &Incoming) -> Reply {
    log(cause, &incoming.request_id);
    refusal(Code::Internal.into(), incoming)
}

/// The cause of a failure goes to the log, with the request's id, and nowhere else.
fn log(cause: &str, request_id: &str) {
    let line = serde_json::json!({ "level": "error", "request": request_id, "cause": cause }).to_string();
    #[cfg(target_arch = "wasm32")]
    worker::console_error!("{line}");
    #[cfg(not(target_arch = "wasm32"))]
    drop(line);
}

/// No organization lets sessions last longer than this; how long they do is its own decision.
pub const SESSION_MAX: Span = Span::hours(*shared::organizations::ABSOLUTE_HOURS.end() as i64);

/// The organization of a request's path, if the path belongs to one.
pub fn organization_of(path: &str) -> Option<Result<Slug, Problem>> {
    let prefix = shared::organizations::api::View::PATH.strip_suffix("{org}")?;
    let rest = path.strip_prefix(prefix).or_else(|| path.strip_prefix(shared::scim::BASE))?;
    let slug = rest.split('/').next()?;
    Some(slug.parse().map_err(|_| Code::UnknownOrganization.into()))
}

#[cfg(test)]
mod tests;
