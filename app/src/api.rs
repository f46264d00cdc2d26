//! Calls of the API: typed by the contract, with one cache for what was read.
//!
//! A page reads through [`query`] and writes through a [`Mutation`]. Everything that does not
//! depend on an endpoint's types is shared by all of them, which keeps the program small.

use crate::api::transport::exchange;
use shared::{Code, Endpoint, Problem, wire};

mod cache;
mod mutation;
mod query;
mod transport;

pub use cache::{doubt_everything, forget_everything, refresh_everything};
pub use mutation::Mutation;
pub use query::{Load, Query, query};
pub(crate) use transport::on_refusal;

/// Calls an endpoint. A network that fails is [`Code::Unavailable`].
pub async fn send<E: Endpoint>(request: &E) -> Result<E::Response, Problem> {
    send_once(request, None).await
}

/// Calls an endpoint with a key by which the edge knows a repeated request from a new one.
async fn send_once<E: Endpoint>(request: &E, idempotency_key: Option<&str>) -> Result<E::Response, Problem> {
    let answer = exchange(&wire::encode(request), idempotency_key).await?;
    decode(&answer)
}

/// Reads an answer that the edge says is good.
fn decode<R: serde::de::DeserializeOwned + 'static>(answer: &str) -> Result<R, Problem> {
    wire::decode_response(200, answer.as_bytes())
}

/// Whether asking again may help without anything having changed.
pub fn is_passing(problem: &Problem) -> bool {
    matches!(problem.code, Code::Unavailable | Code::Internal)
}
