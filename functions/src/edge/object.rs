//! An organization's object: the gateway over its own database. Only the front reaches it.

use super::{
    alarm,
    chance::Platform,
    directory,
    front::internal,
    parcel::{pack, unpack, whole},
    storage::Storage,
};
use crate::{
    effects::{self, directory::Announcement, outbox},
    gateway::{Gateway, Incoming, Outgoing, Provision, Stop},
    setup::Tokens,
    sql::SqlError,
    surroundings::Surroundings,
};
use js_sys::Uint8Array;
use serde::{
    Deserialize, Serialize,
    de::{DeserializeOwned, IgnoredAny},
};
use shared::{
    Code, Problem,
    accounts::AccountNumber,
    ids::BatchId,
    time::{Span, Timestamp},
};
use std::cell::Cell;
use worker::{DurableObject, Env, Method, Request, RequestInit, Response, Result, State, Stub, durable_object};

/// What the front asks of an object.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Message {
    /// Answer a request. The reply is [`Outgoing`]; the bodies of both travel beside them.
    Handle(Box<Incoming>),
    /// Say which account number the registry has for this organization; asked of the operator's
    /// object only. The reply is `Option<AccountNumber>`.
    Knows(String),
    /// So many passwords of a batch are hashed. The reply is `()`.
    Progress {
        /// The batch.
        batch: BatchId,
        /// How many.
        hashed: u32,
    },
    /// Become an organization. The reply is `Result<(), Problem>`.
    Provision {
        /// The request's id.
        request_id: String,
        /// The beginning.
        provision: Box<Provision>,
    },
    /// Be suspended, or resumed. The reply is `Result<(), Problem>`.
    Suspend {
        /// The request's id.
        request_id: String,
        /// Whether to be suspended.
        suspended: bool,
    },
    /// Hear which addresses an organization knows; told to the operator's object only. The reply
    /// is `Result<(), Problem>`.
    Announce(Announcement),
}

/// One organization: its data, and the only thread that touches them.
#[durable_object(alarm)]
pub struct Organization {
    storage: Storage,
    gateway: Gateway,
    env: Env,
    /// When the alarm goes off, as far as this waking knows.
    armed: Cell<Option<Timestamp>>,
}

impl DurableObject for Organization {
    fn new(state: State, env: Env) -> Self {
        let operator = setting(&env, "OPERATOR_SLUG");
        let tokens = Tokens::parse(&setting(&env, "SETUP_TOKENS"));
        #[cfg(feature = "test-seams")]
        let tokens = tokens.with_secret(&setting(&env, "SETUP_SECRET"));
        let gateway = Gateway::new(&operator, tokens);
        Self { storage: Storage::new(&state.storage()), gateway, env, armed: Cell::new(None) }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        let (text, message) = unpack(whole(request.inner().array_buffer()).await?)?;
        // From here on nothing is awaited: no other request comes in between.
        match message {
            Message::Handle(mut incoming) => {
                incoming.body = text;
                self.handle(&incoming)
            }
            Message::Knows(slug) => Response::from_json(&self.knows(&slug)),
            Message::Progress { batch, hashed } => {
                effects::note_progress(&self.storage, &batch, hashed, now()).map_err(failed)?;
                Response::from_json(&())
            }
            Message::Provision { request_id, provision } => {
                let surroundings = Surroundings { now: now(), random: &Platform };
                let done: std::result::Result<(), Problem> =
                    Gateway::provision(&self.storage, &surroundings, &request_id, &provision);
                Response::from_json(&done)
            }
            Message::Suspend { request_id, suspended } => {
                let surroundings = Surroundings { now: now(), random: &Platform };
                let done = self.gateway.suspend(&self.storage, &surroundings, &request_id, suspended);
                // What was kept back meanwhile goes on.
                self.arm_or_log(&request_id);
                Response::from_json(&done)
            }
            Message::Announce(announcement) => Response::from_json(&self.hear(&announcement)),
        }
    }

    async fn alarm(&self) -> Result<Response> {
        self.armed.set(None);
        let surroundings = Surroundings { now: now(), random: &Platform };
        if self.gateway.wake(&self.storage, &surroundings) {
            alarm::run(&self.env, &self.storage, &surroundings).await.map_err(stopped)?;
            self.arm().map_err(failed)?;
        }
        Response::empty()
    }
}

/// A failure of the database, for the platform: it tries the alarm again.
fn failed(error: SqlError) -> worker::Error {
    worker::Error::RustError(error.0)
}

/// The same, of what runs without a request: nobody is there to be refused or asked.
fn stopped(stop: Stop) -> worker::Error {
    match stop {
        Stop::Broken(cause) => worker::Error::RustError(cause),
        Stop::Refused(_) | Stop::Ask(_) => worker::Error::RustError("the alarm was refused".to_owned()),
    }
}

impl Organization {
    fn knows(&self, slug: &str) -> Option<AccountNumber> {
        // A registry that cannot be read knows nobody: the caller gets a 404, not another's data.
        crate::setup::account_of(&self.storage, slug).unwrap_or_default()
    }

    /// A registry that is no organization yet hears nothing: it is told again.
    fn hear(&self, announcement: &Announcement) -> std::result::Result<(), Problem> {
        let surroundings = Surroundings { now: now(), random: &Platform };
        if !self.gateway.wake(&self.storage, &surroundings) {
            return Err(Code::UnknownOrganization.into());
        }
        let recorded = effects::directory::record(&self.storage, announcement);
        recorded.map_err(|error| internal(&failed(error), "directory"))
    }

    fn handle(&self, incoming: &Incoming) -> Result<Response> {
        #[cfg(feature = "mail-sink")]
        if let Some(response) = super::sink::object(&self.storage, incoming)? {
            return Ok(response);
        }
        #[cfg(feature = "test-seams")]
        if let Some(response) = super::seams::object(&self.storage, incoming)? {
            return Ok(response);
        }
        #[cfg(feature = "test-seams")]
        let time = incoming.now.unwrap_or_else(now);
        #[cfg(not(feature = "test-seams"))]
        let time = now();
        let surroundings = Surroundings { now: time, random: &Platform };
        let outgoing = self.gateway.handle(&self.storage, &surroundings, incoming);
        // Once per waking it is also asked without a change: an alarm that was lost is set again.
        if self.storage.take_written() || self.armed.get().is_none() {
            self.arm_or_log(&incoming.request_id);
        }
        answer(outgoing)
    }

    fn arm_or_log(&self, request_id: &str) {
        if let Err(error) = self.arm() {
            internal(&failed(error), request_id);
        }
    }

    /// Sets the alarm if there is something to do earlier than it goes off.
    fn arm(&self) -> std::result::Result<(), SqlError> {
        const NEVER: Timestamp = Timestamp(i64::MAX);
        /// The platform sets no alarm for what is centuries away.
        const FAR: Span = Span::days(365);
        if !crate::migrations::is_provisioned(&self.storage)? {
            return Ok(());
        }
        let mails = outbox::next_at(&self.storage)?.unwrap_or(NEVER);
        let directory = effects::directory::next_at(&self.storage, directory::key(&self.env).as_ref())?;
        let next = mails.min(directory.unwrap_or(NEVER));
        let armed = self.armed.get().unwrap_or(NEVER);
        if next < armed {
            self.storage.set_alarm(next.clamp(now(), now() + FAR))?;
        }
        self.armed.set(Some(next.min(armed)));
        Ok(())
    }
}

/// What the object answers to [`Message::Handle`].
pub(super) fn answer(mut outgoing: Outgoing) -> Result<Response> {
    let mut parcel = match &mut outgoing {
        Outgoing::Reply(reply) => std::mem::take(&mut reply.body),
        Outgoing::Ask(_) => String::new(),
    };
    pack(&mut parcel, &outgoing)?;
    Response::from_bytes(parcel.into_bytes())
}

/// Hands a request to its organization. It may come again, with what was asked for done.
pub(super) async fn hand_on(env: &Env, incoming: &mut Incoming) -> Result<Outgoing> {
    let body = std::mem::take(&mut incoming.body);
    // While the object works, the body is here only as what is sent.
    let parcel = sealed(body, &Message::Handle(Box::new(incoming.clone())))?;
    let (text, mut outgoing) = unpack(carry(env, &incoming.slug, &parcel).await?)?;
    match &mut outgoing {
        Outgoing::Reply(reply) => reply.body = text,
        Outgoing::Ask(_) => (incoming.body, _) = unpack::<IgnoredAny>(parcel.to_vec())?,
    }
    Ok(outgoing)
}

/// Sends a message to the organization with this slug and reads its reply.
pub(super) async fn send<R: DeserializeOwned>(env: &Env, slug: &str, message: &Message) -> Result<R> {
    Ok(serde_json::from_slice(&carry(env, slug, &sealed(String::new(), message)?).await?)?)
}

/// A text with a message behind it, in JavaScript's memory.
fn sealed(mut text: String, message: &Message) -> Result<Uint8Array> {
    pack(&mut text, message)?;
    Ok(Uint8Array::from(text.as_bytes()))
}

/// Carries a parcel to an object, and its answer back.
async fn carry(env: &Env, slug: &str, parcel: &Uint8Array) -> Result<Vec<u8>> {
    let stub: Stub = env.durable_object("ORGANIZATION")?.get_by_name(slug)?;
    let mut init = RequestInit::new();
    init.with_method(Method::Post).with_body(Some(parcel.clone().into()));
    let response = stub.fetch_with_request(Request::new_with_init("https://organization/", &init)?).await?;
    if response.status_code() != 200 {
        return Err(worker::Error::RustError(format!("the object answered {}", response.status_code())));
    }
    whole(worker::web_sys::Response::from(response).array_buffer()).await
}

/// A setting of the deployment; empty if there is none.
pub(super) fn setting(env: &Env, name: &str) -> String {
    env.var(name).map(|value| value.to_string()).unwrap_or_default()
}

/// The platform's time. It stands still while a request computes.
pub(super) fn now() -> Timestamp {
    Timestamp(i64::try_from(worker::Date::now().as_millis()).unwrap_or(i64::MAX))
}
