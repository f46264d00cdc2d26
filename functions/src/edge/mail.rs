//! How mails leave: through the platform's own e-mail binding or over HTTP, as configured.

#[cfg(feature = "mail-sink")]
use super::sink;
use super::{
    alarm::{in_time, report},
    object::{now, setting},
    storage::Storage,
};
use crate::{
    effects::outbox::{self, Outcome},
    mail::{Message, compose},
    sql::{Reader, SqlError},
};
use js_sys::{Promise, futures::JsFuture};
use mail_builder::MessageBuilder;
use shared::ids::MailId;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use worker::{Env, Fetch, Headers, Method, Request, RequestInit, Result, SendEmail};

#[wasm_bindgen]
extern "C" {
    /// In `guard.mjs`: hands a message in MIME to the platform.
    #[wasm_bindgen(catch, js_name = bailiwickSendEmail)]
    fn send_email(binding: &JsValue, sender: &str, to: &str, raw: &str) -> std::result::Result<Promise, JsValue>;
}

/// The binding's name in `wrangler.toml`.
const BINDING: &str = "MAIL";
/// An attempt that takes longer has failed.
const ATTEMPT_MAX: Duration = Duration::from_secs(15);

/// A way to send mails.
pub(super) enum Transport {
    /// The platform's e-mail binding.
    Platform { binding: SendEmail, sender: String },
    /// A mail service that takes JSON over HTTP, in the shape of Resend's API.
    Http { url: String, token: String, sender: String },
    /// Nowhere: into a list.
    #[cfg(feature = "mail-sink")]
    Sink,
}

impl Transport {
    /// The one that is configured. Without an origin that links can lead to, there is none.
    pub(super) fn of(env: &Env) -> Option<Self> {
        let sender = Some(setting(env, "MAIL_FROM")).filter(|sender| sender.contains('@'));
        if setting(env, "PUBLIC_ORIGIN").is_empty() {
            return None;
        }
        match setting(env, "MAIL_TRANSPORT").as_str() {
            "platform" => Some(Self::Platform { binding: env.send_email(BINDING).ok()?, sender: sender? }),
            "http" => {
                let (url, token) = (setting(env, "MAIL_HTTP_URL"), setting(env, "MAIL_HTTP_TOKEN"));
                // Tests have their mail service on this machine.
                let near = cfg!(feature = "test-seams") && url.starts_with("http://127.0.0.1:");
                let secure = (near || url.starts_with("https://")) && !token.is_empty();
                secure.then_some(Self::Http { url, token, sender: sender? })
            }
            #[cfg(feature = "mail-sink")]
            "sink" => Some(Self::Sink),
            _ => None,
        }
    }

    #[cfg_attr(not(feature = "mail-sink"), expect(unused_variables, reason = "only the sink keeps mails"))]
    async fn send(&self, message: &Message, storage: &Storage) -> Result<Outcome> {
        match self {
            Self::Platform { binding, sender } => {
                let raw = mime(message, sender)?;
                JsFuture::from(send_email(binding.as_ref(), sender, &message.to, &raw)?).await?;
                Ok(Outcome::Delivered)
            }
            Self::Http { url, token, sender } => post(url, token, sender, message).await,
            #[cfg(feature = "mail-sink")]
            Self::Sink => Ok(sink::take(storage, message)),
        }
    }
}

/// Tries the mails whose turn it is.
pub(super) async fn deliver(env: &Env, storage: &Storage, mails: Vec<MailId>) -> std::result::Result<(), SqlError> {
    let (transport, origin) = (Transport::of(env), setting(env, "PUBLIC_ORIGIN"));
    for mail in mails {
        let Some(due) = outbox::due(storage, &mail)? else {
            continue;
        };
        let outcome = match (&transport, compose(Reader::new(storage), &origin, &due)?) {
            (_, None) => Outcome::Void,
            (Some(transport), Some(message)) => attempt(transport, &message, storage).await,
            (None, Some(_)) => Outcome::Later,
        };
        outbox::settle(storage, now(), &due.id, outcome)?;
    }
    Ok(())
}

async fn attempt(transport: &Transport, message: &Message, storage: &Storage) -> Outcome {
    let sent = in_time(ATTEMPT_MAX, transport.send(message, storage)).await;
    sent.unwrap_or_else(|error| {
        report("mail", message.id.as_str(), &error);
        Outcome::Later
    })
}

/// The message in MIME (RFC 5322, 2045), with the Message-ID that it has at every attempt.
fn mime(message: &Message, sender: &str) -> Result<String> {
    let mut builder = MessageBuilder::new();
    if let Some(address) = &message.reply_to {
        builder = builder.reply_to(address.as_str());
    }
    builder
        .message_id(message.message_id(sender))
        .date(now().0.div_euclid(1_000))
        .from((message.from_name.as_str(), sender))
        .to(message.to.as_str())
        .subject(message.subject.as_str())
        .text_body(message.text.as_str())
        .html_body(message.html.as_str())
        .header("Auto-Submitted", mail_builder::headers::raw::Raw::new("auto-generated"))
        .write_to_string()
        .map_err(|error| worker::Error::RustError(error.to_string()))
}

/// Resend's API: `POST {from, to, subject, text, html, headers}`. The mail's id is the idempotency
/// key, so that a mail that was taken is not taken again.
async fn post(url: &str, token: &str, sender: &str, message: &Message) -> Result<Outcome> {
    let quoted = message.from_name.replace(['"', '\\', '<', '>'], " ");
    let mut body = serde_json::json!({
        "from": format!("\"{quoted}\" <{sender}>"),
        "to": [message.to],
        "subject": message.subject,
        "text": message.text,
        "html": message.html,
        "headers": {
            "Message-ID": format!("<{}>", message.message_id(sender)),
            "Auto-Submitted": "auto-generated",
        },
    });
    if let (Some(fields), Some(address)) = (body.as_object_mut(), &message.reply_to) {
        fields.insert("reply_to".to_owned(), address.as_str().into());
    }
    let headers = Headers::new();
    headers.set("authorization", &format!("Bearer {token}"))?;
    headers.set("content-type", "application/json")?;
    headers.set("idempotency-key", message.id.as_str())?;
    let mut init = RequestInit::new();
    init.with_method(Method::Post).with_headers(headers).with_body(Some(body.to_string().into()));
    let response = Fetch::Request(Request::new_with_init(url, &init)?).send().await?;
    match response.status_code() {
        200..300 => Ok(Outcome::Delivered),
        // The message itself is refused: the address, most likely.
        400 | 422 => Ok(Outcome::Never),
        status => Err(worker::Error::RustError(format!("the mail service answered {status}"))),
    }
}
