//! How deliveries to webhooks leave.

use super::{
    alarm::{in_time, report},
    chance::Platform,
    object::now,
    storage::Storage,
};
use crate::{
    effects::deliveries::{Attempt, settle},
    gateway::Stop,
    sql::Reader,
    surroundings::Surroundings,
    webhooks::{Message, compose},
};
use futures_util::future::join_all;
use shared::ids::DeliveryId;
use std::time::Duration;
use worker::{AbortController, AbortSignal, Fetch, Headers, Method, Request, RequestInit, RequestRedirect, Result};

/// An attempt that takes longer has failed.
const ATTEMPT_MAX: Duration = Duration::from_secs(10);

/// Tries the deliveries whose turn it is, side by side: a slow address keeps no other waiting.
pub(super) async fn deliver(storage: &Storage, deliveries: Vec<DeliveryId>) -> std::result::Result<(), Stop> {
    let done = join_all(deliveries.iter().map(|delivery| try_one(storage, delivery))).await;
    done.into_iter().collect()
}

async fn try_one(storage: &Storage, delivery: &DeliveryId) -> std::result::Result<(), Stop> {
    let ending = AbortController::default();
    let attempt = match compose(Reader::new(storage), delivery, now())? {
        None => Attempt::Withheld,
        Some(message) => match in_time(ATTEMPT_MAX, post(&message, &ending.signal())).await {
            Ok(status) => Attempt::Answered(status),
            Err(error) => {
                // Nobody waits any more: the connection is for others.
                ending.abort();
                report("delivery", delivery.as_str(), &error);
                Attempt::Unanswered
            }
        },
    };
    settle(storage, &Surroundings { now: now(), random: &Platform }, delivery, attempt)
}

/// The status of the answer; what it says is not read. A redirect is not followed: it would lead
/// where nobody has looked whether it may.
async fn post(message: &Message, ending: &AbortSignal) -> Result<u16> {
    let headers = Headers::new();
    for (name, value) in &message.headers {
        headers.set(name, value)?;
    }
    let mut init = RequestInit::new();
    init.with_method(Method::Post).with_headers(headers).with_body(Some(message.body.clone().into()));
    init.with_redirect(RequestRedirect::Manual);
    let response = Fetch::Request(Request::new_with_init(&message.url, &init)?).send_with_signal(ending).await?;
    Ok(response.status_code())
}
