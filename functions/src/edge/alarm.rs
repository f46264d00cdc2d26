//! What an organization's object does at a time rather than on a request: it sends what waits.

use super::{directory, mail, storage::Storage, webhook};
use crate::{
    effects::{self, outbox},
    gateway::Stop,
    surroundings::Surroundings,
};
use futures_util::future::{Either, select};
use std::{pin::pin, time::Duration};
use worker::{Delay, Env, Result, console_error};

/// Does what is due, and tries what waits.
pub(super) async fn run(
    env: &Env,
    storage: &Storage,
    surroundings: &Surroundings<'_>,
) -> std::result::Result<(), Stop> {
    directory::tell(env, storage).await?;
    let has_mails = mail::Transport::of(env).is_some();
    effects::directory::remind(storage, surroundings, directory::key(env).as_ref(), has_mails)?;
    let claimed = outbox::begin(storage, surroundings, has_mails)?;
    // Deliveries first: they leave side by side, where slow mails, one after another, would hold them up for minutes.
    let told = webhook::deliver(storage, claimed.deliveries).await;
    mail::deliver(env, storage, claimed.mails).await?;
    told
}

/// What an attempt comes to, unless it takes longer than it may.
pub(super) async fn in_time<T>(most: Duration, attempt: impl Future<Output = Result<T>>) -> Result<T> {
    match select(pin!(attempt), pin!(Delay::from(most))).await {
        Either::Left((outcome, _)) => outcome,
        Either::Right(_) => Err(worker::Error::RustError("no answer in time".to_owned())),
    }
}

/// What goes wrong is logged with the id of what was sent, without a word of what it says.
pub(super) fn report(what: &str, id: &str, error: &worker::Error) {
    let line = serde_json::json!({ "level": "warning", what: id, "cause": error.to_string() });
    console_error!("{line}");
}
