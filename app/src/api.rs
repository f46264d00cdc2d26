//! Calls of the API: typed by the contract, with one cache for what was read.
//!
//! A page reads through [`query`] and writes through a [`Mutation`]. Everything that does not
//! depend on an endpoint's types is shared by all of them, which keeps the program small.

use shared::{Code, Problem, wire};

mod cache;
mod looking;
mod mutation;
mod query;
mod transport;

pub use cache::{doubt_everything, forget_everything, refresh_everything};
pub use looking::{is_looking_only, look_only};
pub use mutation::Mutation;
pub(crate) use query::{Answer, Load, Reading};
pub use query::{Query, query, query_part, read_again};
pub(crate) use transport::on_refusal;

/// Asks an endpoint that only reads, once: for what is too long to be kept.
pub async fn ask<E: shared::Endpoint>(request: &E) -> Result<E::Response, Problem> {
    debug_assert!(E::METHOD.is_safe(), "what changes something is a `Mutation`");
    decode(&transport::exchange(&wire::encode(request), None).await?)
}

/// Reads an answer that the edge says is good.
fn decode<R: serde::de::DeserializeOwned + 'static>(answer: &str) -> Result<R, Problem> {
    wire::decode_response(200, answer.as_bytes())
}

/// Whether asking again may help without anything having changed.
pub fn is_passing(problem: &Problem) -> bool {
    matches!(problem.code, Code::Unavailable | Code::Internal)
}
