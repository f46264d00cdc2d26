//! The stateless Worker in front: refuses what can be refused without data, finds the
//! organization's object, and hashes passwords for it.
//!
//! It builds what it hands on from nothing, so no header of a client ever reaches an object.

use super::{
    chance::Platform,
    directory,
    headers::{comes_from, cookies, header, respond},
    mail::Transport,
    object::{Message, hand_on, now, send, setting},
    parcel::whole,
    registry,
};
use crate::{
    gateway::{Ask, Incoming, Outgoing, Reply, organization_of},
    hashing, scim,
    surroundings::Surroundings,
};
use futures_util::{FutureExt, StreamExt};
use shared::{
    Code, Endpoint, Problem,
    accounts::AccountNumber,
    ids::{BatchId, Slug},
};
use worker::{Context, Env, Method, Request, Response, Result, Url, console_error};

/// The largest body, in bytes. Nothing that this API takes is larger than a form, but for many
/// questions at once.
const BODY_MAX: usize = 64 * 1024;
/// The largest body of a batch: [`shared::checks::api::BATCH_MAX`] questions of the longest kind.
const BATCH_BODY_MAX: usize = 256 * 1024;
/// The largest body with which a connector reports: [`shared::directories::REPORT_MAX`] steps.
const REPORT_BODY_MAX: usize = 1024 * 1024;
/// The largest body of an import: a file, each of whose characters may have to be escaped.
const IMPORT_BODY_MAX: usize = 2 * shared::imports::table::FILE_MAX;
/// The largest body with a logo: [`shared::images::LOGO_BYTES_MAX`] in base64, and half as much
/// again, so that one that is a little too heavy is told so at its field.
const LOGO_BODY_MAX: usize = shared::images::LOGO_BYTES_MAX * 2;
/// The longest query, in bytes.
const QUERY_MAX: usize = 8 * 1024;
/// A request asks the front for at most this: verify, hash, provision.
const STEPS_MAX: usize = 4;

/// Paths that name no organization: the operator's object answers.
const OF_THE_REGISTRY: [&str; 2] = [shared::setup::api::Create::PATH, shared::reminders::api::Create::PATH];

/// Where the API describes itself (OpenAPI 3.1), and how: what `cargo xtask openapi` wrote.
const OPENAPI: &str = "/api/v1/openapi.json";
const DESCRIPTION: &str = include_str!("../../../docs/openapi.json");

/// Answers any request under `/api` and `/scim`.
pub(super) async fn answer(mut request: Request, env: &Env, context: &Context) -> Result<Response> {
    let request_id = data_encoding::HEXLOWER.encode(&surroundings().bytes::<16>());
    #[cfg(feature = "test-seams")]
    if let Some(response) = super::seams::front(&request)? {
        return Ok(response);
    }
    #[cfg(feature = "mail-sink")]
    if let Some(page) = super::sink::page(&request, env, &request_id).await? {
        return Ok(page);
    }
    if request.method() == Method::Get && request.path() == OPENAPI {
        let reply = Reply { status: 200, body: DESCRIPTION.to_owned(), ..Reply::default() };
        return respond(reply, "", &request_id);
    }
    let is_scim = request.url().is_ok_and(|url| scim::is_of(url.path()));
    let received = receive(&mut request, env, &request_id).await;
    let (slug, outcome) = match received {
        Ok(incoming) => {
            let slug = incoming.slug.clone();
            (slug, to_the_end(env, context, incoming).await)
        }
        Err(problem) => (String::new(), Err(problem)),
    };
    let refuse = |problem| if is_scim { scim::refused(&problem) } else { refusal(problem, &request_id) };
    let reply = outcome.unwrap_or_else(refuse);
    respond(reply, &slug, &request_id)
}

/// Reads the request, refusing what is wrong whatever the organization's data are.
async fn receive(request: &mut Request, env: &Env, request_id: &str) -> std::result::Result<Incoming, Problem> {
    let url = request.url().map_err(|_| Code::Malformed)?;
    if url.query().is_some_and(|query| query.len() > QUERY_MAX) {
        return Err(Problem::new(Code::TooLarge).with("limit", QUERY_MAX));
    }
    let path = url.path().to_owned();
    let operator = setting(env, "OPERATOR_SLUG");
    let (slug, account) = match organization_of(&path) {
        Some(slug) => {
            let slug = slug?.to_string();
            let account = registry::require(env, &slug, request_id).await?;
            (slug, account)
        }
        // Set-up comes before there is any organization; who asks for a reminder does not know his.
        None if OF_THE_REGISTRY.contains(&path.as_str()) => (operator.clone(), AccountNumber::default()),
        None => return Err(Code::UnknownRoute.into()),
    };
    let method = request.method();
    let bearer = bearer(request);
    let is_scim = scim::is_of(&path);
    // A browser sends no such header for another site, so it needs no further proof of where it comes from.
    // SCIM knows no cookies: nobody can be made to send what he does not have.
    if bearer.is_none() && !is_scim && !matches!(method, Method::Get | Method::Head | Method::Options) {
        check_origin(request, env)?;
    }
    let has_body = matches!(method, Method::Post | Method::Put) || (is_scim && method == Method::Patch);
    let body = if has_body { read_body(request, body_max(&path), is_scim).await? } else { String::new() };
    // Whoever comes as a service comes as nobody else.
    let (session, device) = if bearer.is_some() || is_scim { (None, None) } else { cookies(request, &slug) };
    Ok(Incoming {
        method: method.to_string(),
        path,
        query: url.query().unwrap_or_default().to_owned(),
        body,
        session,
        device,
        bearer,
        origin: header(request, "origin"),
        idempotency_key: idempotency_key(request)?,
        if_match: header(request, "if-match"),
        if_none_match: header(request, "if-none-match"),
        public_origin: public_origin(&url, env),
        user_agent: header(request, "user-agent").unwrap_or_default(),
        request_id: request_id.to_owned(),
        mails: Transport::of(env).is_some(),
        directory: directory::key(env).is_some(),
        address: address(request),
        account,
        operates: slug == operator,
        #[cfg(feature = "test-seams")]
        now: super::seams::now(request),
        slug,
        ..Incoming::default()
    })
}

/// Under which origin the deployment is reached.
fn public_origin(url: &Url, env: &Env) -> String {
    let set = setting(env, "PUBLIC_ORIGIN");
    if set.is_empty() { url.origin().ascii_serialization() } else { set }
}

/// The client's address. Cloudflare sets the header whatever a client sends; elsewhere the proxy in
/// front has to. It is only shown, and decides nothing.
fn address(request: &Request) -> Option<String> {
    let address: std::net::IpAddr = header(request, "cf-connecting-ip")?.parse().ok()?;
    Some(address.to_string())
}

fn check_origin(request: &Request, env: &Env) -> std::result::Result<(), Problem> {
    if comes_from(request, &setting(env, "PUBLIC_ORIGIN")) { Ok(()) } else { Err(Code::OriginRefused.into()) }
}

/// The token of `Authorization: Bearer` (RFC 6750, 2.1).
fn bearer(request: &Request) -> Option<String> {
    let value = header(request, "authorization")?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}

fn body_max(path: &str) -> usize {
    if scim::is_of(path) {
        return shared::scim::PAYLOAD_MAX;
    }
    let is = |pattern: &str| pattern.rsplit_once('}').is_some_and(|(_, end)| path.ends_with(end));
    if is(shared::imports::api::Create::PATH) || is(shared::imports::api::Plan::PATH) {
        return IMPORT_BODY_MAX;
    }
    if is(shared::images::api::SetLogo::PATH) {
        return LOGO_BODY_MAX;
    }
    // Beginning names every mapping.
    let of_connector = [
        shared::directories::api::Begin::PATH,
        shared::directories::api::Report::PATH,
        shared::directories::api::Fail::PATH,
    ];
    if of_connector.into_iter().any(&is) {
        return REPORT_BODY_MAX;
    }
    if is(shared::checks::api::Batch::PATH) { BATCH_BODY_MAX } else { BODY_MAX }
}

async fn read_body(request: &mut Request, max: usize, is_scim: bool) -> std::result::Result<String, Problem> {
    let kind = header(request, "content-type").unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_json = essence == "application/json" || essence == shared::scim::MEDIA_TYPE && is_scim;
    let encoded = header(request, "content-encoding").is_some_and(|encoding| encoding != "identity");
    let too_large = || Problem::new(Code::TooLarge).with("limit", max);
    let declared = header(request, "content-length").and_then(|length| length.parse::<usize>().ok());
    if declared.is_some_and(|length| length > max) {
        return Err(too_large());
    }
    if encoded || (!is_json && declared != Some(0)) {
        return Err(Code::UnsupportedMediaType.into());
    }
    let bytes = if declared.is_some() {
        // HTTP has nothing of the request be beyond that length (RFC 9112, 6.3; RFC 9113, 8.1.1).
        Some(whole(request.inner().array_buffer()).await.map_err(|_| Code::Malformed)?)
    } else {
        read_at_most(request, max).await?
    };
    let bytes = bytes.filter(|bytes| bytes.len() <= max).ok_or_else(too_large)?;
    String::from_utf8(bytes).map_err(|_| Code::Malformed.into())
}

/// A body whose length is not declared: no more than the limit is ever held, and nothing is given of what is larger.
async fn read_at_most(request: &mut Request, max: usize) -> std::result::Result<Option<Vec<u8>>, Problem> {
    let mut bytes = Vec::new();
    if let Ok(mut chunks) = request.stream() {
        while let Some(chunk) = chunks.next().await {
            bytes.extend(chunk.map_err(|_| Code::Malformed)?);
            if bytes.len() > max {
                return Ok(None);
            }
        }
    }
    Ok(Some(bytes))
}

/// The `Idempotency-Key`: 8 to 64 visible ASCII characters.
fn idempotency_key(request: &Request) -> std::result::Result<Option<String>, Problem> {
    let Some(key) = header(request, "idempotency-key") else {
        return Ok(None);
    };
    if (8..=64).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic()) {
        Ok(Some(key))
    } else {
        Err(Problem::new(Code::WrongType).at("Idempotency-Key"))
    }
}

/// Answers, and goes on with a change when whoever asked for it goes away: a batch that hashes
/// many passwords outlives the page that it was sent from.
async fn to_the_end(env: &Env, context: &Context, incoming: Incoming) -> std::result::Result<Reply, Problem> {
    if incoming.method == "GET" {
        return converse(env, incoming).await;
    }
    let env = env.clone();
    let work = async move { converse(&env, incoming).await }.boxed_local().shared();
    context.wait_until(work.clone().map(drop));
    work.await
}

/// Hands the request to its object, and does what the object asks for until it answers.
async fn converse(env: &Env, mut incoming: Incoming) -> std::result::Result<Reply, Problem> {
    for _ in 0..STEPS_MAX {
        let handed = hand_on(env, &mut incoming).await;
        match handed.map_err(|error| internal(&error, &incoming.request_id))? {
            Outgoing::Reply(reply) => return Ok(reply),
            Outgoing::Ask(ask) => fulfill(env, ask, &mut incoming).await?,
        }
    }
    Err(internal(&worker::Error::RustError("asked too often".into()), &incoming.request_id))
}

async fn fulfill(env: &Env, ask: Ask, incoming: &mut Incoming) -> std::result::Result<(), Problem> {
    match ask {
        Ask::Hash(password) => {
            let phc = hashing::hash(&password, &surroundings()).ok_or(Code::Internal)?;
            incoming.done.hashed = Some((password, phc));
        }
        Ask::HashAll { batch, passwords } => {
            let hashed = hash_all(env, &batch, passwords, incoming).await?;
            incoming.done.hashed_all = Some((batch, hashed));
        }
        Ask::Verify { password, phc } => {
            let fits = hashing::verify(&password, &phc);
            incoming.done.verified = Some((phc, fits));
        }
        Ask::Provision(provision) => {
            let slug = provision.organization.slug.clone();
            let message = Message::Provision { request_id: incoming.request_id.clone(), provision };
            tell(env, incoming, &slug, &message).await?;
            incoming.done.provisioned = true;
        }
        Ask::Suspend { slug, suspended } => {
            let message = Message::Suspend { request_id: incoming.request_id.clone(), suspended };
            tell(env, incoming, &slug, &message).await?;
            incoming.done.suspended = Some(suspended);
        }
    }
    Ok(())
}

/// Has another organization's object do something. Only the operator's object may ask for it.
async fn tell(env: &Env, incoming: &Incoming, slug: &Slug, message: &Message) -> std::result::Result<(), Problem> {
    let failed = |error: worker::Error| internal(&error, &incoming.request_id);
    if !incoming.operates {
        return Err(failed(worker::Error::RustError("asked by another than the operator".into())));
    }
    let done: std::result::Result<(), Problem> = send(env, slug.as_str(), message).await.map_err(failed)?;
    done
}

/// So many passwords are hashed between two words about how far it is.
const HASHED_AT_ONCE: usize = 10;

/// Hashes many passwords, and tells the object how far it is. Other requests go on in between.
async fn hash_all(
    env: &Env,
    batch: &BatchId,
    passwords: Vec<String>,
    incoming: &Incoming,
) -> std::result::Result<Vec<(String, String)>, Problem> {
    let mut hashed = Vec::with_capacity(passwords.len());
    for password in passwords {
        let phc = hashing::hash(&password, &surroundings()).ok_or(Code::Internal)?;
        hashed.push((password, phc));
        if hashed.len().is_multiple_of(HASHED_AT_ONCE) {
            let progress = u32::try_from(hashed.len()).unwrap_or(u32::MAX);
            let message = Message::Progress { batch: batch.clone(), hashed: progress };
            send::<()>(env, &incoming.slug, &message).await.map_err(|error| internal(&error, &incoming.request_id))?;
        }
    }
    Ok(hashed)
}

/// A failure on our side: the cause goes to the log, nothing of it to the client.
pub(super) fn internal(error: &worker::Error, request_id: &str) -> Problem {
    let line = serde_json::json!({ "level": "error", "request": request_id, "cause": error.to_string() });
    console_error!("{line}");
    Code::Internal.into()
}

fn refusal(mut problem: Problem, request_id: &str) -> Reply {
    problem.request_id = Some(request_id.to_owned());
    Reply { status: problem.status, body: serde_json::to_string(&problem).unwrap_or_default(), ..Reply::default() }
}

pub(super) fn surroundings() -> Surroundings<'static> {
    Surroundings { now: now(), random: &Platform }
}
