//! The platform: a stateless Worker in front, and one object per organization behind it.
//!
//! Everything that names the platform is here. [`front`] checks what can be checked without
//! data and does the slow hashing; [`object`] runs the gateway over the object's own SQLite.

mod alarm;
mod chance;
mod directory;
mod front;
mod headers;
mod mail;
mod object;
mod parcel;
mod registry;
#[cfg(feature = "test-seams")]
mod seams;
#[cfg(feature = "mail-sink")]
mod sink;
mod storage;
mod webhook;

use worker::{Context, Env, Request, Response, Result, event};

#[event(fetch)]
async fn fetch(request: Request, env: Env, context: Context) -> Result<Response> {
    front::answer(request, &env, &context).await
}
