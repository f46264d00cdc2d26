//! One exchange with the edge over `fetch`. Knows no endpoint.

use gloo_net::{Error, http::RequestBuilder};
use shared::{Code, Problem, wire};
use std::cell::RefCell;
use web_sys::{AbortSignal, RequestCache};

/// An answer that takes longer will not come: the edge gives up earlier.
const PATIENCE_MS: u32 = 30_000;

type Listener = Box<dyn Fn(&Problem)>;

thread_local! {
    static ON_REFUSAL: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Hears of every problem that any call meets: how the console notices that a session ended.
pub(crate) fn on_refusal(listener: impl Fn(&Problem) + 'static) {
    ON_REFUSAL.with_borrow_mut(|slot| *slot = Some(Box::new(listener)));
}

/// Sends a request; gives the body of a good answer, or the problem.
pub(super) async fn exchange(request: &wire::Request, idempotency_key: Option<&str>) -> Result<String, Problem> {
    let problem = match fetch(request, idempotency_key).await {
        Ok((status, body)) if (200..300).contains(&status) => return Ok(body),
        Ok((status, body)) => wire::decode_problem(status, body.as_bytes()),
        Err(_) => Code::Unavailable.into(),
    };
    ON_REFUSAL.with_borrow(|listener| listener.iter().for_each(|hear| hear(&problem)));
    Err(problem)
}

async fn fetch(request: &wire::Request, idempotency_key: Option<&str>) -> Result<(u16, String), Error> {
    let mut builder = RequestBuilder::new(&request.path_and_query)
        .method(request.method.parse().unwrap_or_default())
        .header("accept", "application/json")
        .header("x-bailiwick", "1")
        .cache(RequestCache::NoStore)
        .abort_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE_MS)));
    if let Some(key) = idempotency_key {
        builder = builder.header("idempotency-key", key);
    }
    let request = match &request.body {
        Some(body) => builder.header("content-type", "application/json").body(body)?,
        None => builder.build()?,
    };
    let answer = request.send().await?;
    Ok((answer.status(), answer.text().await?))
}
