//! One exchange with the edge over `fetch`. Knows no endpoint.

use leptos::prelude::window;
use serde::de::IgnoredAny;
use shared::{Code, Problem, wire};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Headers, Request, RequestCache, RequestInit, Response};

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
    let answer = match fetch(request, idempotency_key).await {
        Ok((status, body)) if (200..300).contains(&status) => return Ok(body),
        Ok((status, body)) => wire::decode_response::<IgnoredAny>(status, body.as_bytes()),
        Err(_) => Err(Code::Unavailable.into()),
    };
    let problem = answer.err().unwrap_or_else(|| Code::Internal.into());
    ON_REFUSAL.with_borrow(|listener| listener.iter().for_each(|hear| hear(&problem)));
    Err(problem)
}

async fn fetch(request: &wire::Request, idempotency_key: Option<&str>) -> Result<(u16, String), JsValue> {
    let headers = Headers::new()?;
    headers.set("accept", "application/json")?;
    headers.set("x-bailiwick", "1")?;
    if let Some(key) = idempotency_key {
        headers.set("idempotency-key", key)?;
    }
    let init = RequestInit::new();
    init.set_method(request.method);
    init.set_cache(RequestCache::NoStore);
    init.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE_MS)));
    if let Some(body) = &request.body {
        headers.set("content-type", "application/json")?;
        init.set_body(&body.into());
    }
    init.set_headers(&headers);
    let request = Request::new_with_str_and_init(&request.path_and_query, &init)?;
    let answer: Response = JsFuture::from(window().fetch_with_request(&request)).await?.dyn_into()?;
    let body = JsFuture::from(answer.text()?).await?;
    Ok((answer.status(), body.as_string().unwrap_or_default()))
}
