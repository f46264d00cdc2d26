//! Where mails go in development and in tests: a list that everybody can read. Compiled in only
//! with the feature `mail-sink`, which no production build has.

use super::{
    object::{answer, hand_on},
    registry,
    storage::Storage,
};
use crate::{
    effects::outbox::Outcome,
    gateway::{Incoming, Outgoing, Reply, organization_of},
    mail::Message,
    sql::{Sql, SqlError},
};
use worker::{Env, Request, Response, Result};

/// Where the list is, as JSON, below an organization's path.
const LIST: &str = "/_mails";
/// Where it is for people.
const PAGE: &str = "/_mails.html";
/// Mails to this domain never arrive.
const UNDELIVERABLE: &str = "@undeliverable.example";

/// Takes a message.
pub(super) fn take(storage: &Storage, message: &Message) -> Outcome {
    if message.to.ends_with(UNDELIVERABLE) {
        return Outcome::Later;
    }
    match keep(storage, message) {
        Ok(()) => Outcome::Delivered,
        Err(_) => Outcome::Later,
    }
}

fn keep(storage: &Storage, message: &Message) -> std::result::Result<(), SqlError> {
    storage.query("CREATE TABLE IF NOT EXISTS sink (message TEXT NOT NULL) STRICT", &[])?;
    storage.query("INSERT INTO sink (message) VALUES (?)", &[crate::sql::json(message)]).map(drop)
}

/// The list, the newest first.
pub(super) fn object(storage: &Storage, incoming: &Incoming) -> Result<Option<Response>> {
    if !incoming.path.ends_with(LIST) {
        return Ok(None);
    }
    // Without a mail there is no table.
    let rows = storage.query("SELECT message FROM sink ORDER BY rowid DESC", &[]).unwrap_or_default();
    let messages: Vec<String> = rows.iter().filter_map(|row| row.get(0).ok()).collect();
    let reply = Reply { status: 200, body: format!("[{}]", messages.join(",")), ..Reply::default() };
    answer(Outgoing::Reply(reply)).map(Some)
}

/// The list as a page.
pub(super) async fn page(request: &Request, env: &Env, request_id: &str) -> Result<Option<Response>> {
    let path = request.path();
    let (Some(list), Some(Ok(slug))) = (path.strip_suffix(PAGE), organization_of(&path)) else {
        return Ok(None);
    };
    if registry::require(env, slug.as_str(), request_id).await.is_err() {
        return Response::error("no such organization", 404).map(Some);
    }
    let mut incoming =
        Incoming { slug: slug.to_string(), method: "GET".into(), path: format!("{list}{LIST}"), ..Incoming::default() };
    let body = match hand_on(env, &mut incoming).await? {
        Outgoing::Reply(reply) => reply.body,
        Outgoing::Ask(_) => String::new(),
    };
    let messages: Vec<Message> = serde_json::from_str(&body).unwrap_or_default();
    let articles: String = messages.iter().map(article).collect();
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Mails of {slug}</title>\
         <h1>Mails of {slug}</h1><p>They are sent nowhere: this is a development build.</p>{articles}</html>"
    );
    Response::from_html(page).map(Some)
}

fn article(message: &Message) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let (to, subject, text) = (escaped(&message.to), escaped(&message.subject), escaped(&message.text));
    format!("<article><h2>{subject}</h2><p>To {to}</p><pre style=\"white-space:pre-wrap\">{text}</pre></article>")
}
