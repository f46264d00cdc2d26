//! Small things that only the browser knows: what it keeps for us, where the build put an
//! asset, what the document is called.

use leptos::prelude::*;
use shared::time::{Span, Timestamp};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The time, as far as this browser knows it.
pub fn now() -> Timestamp {
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds far below 2^53")]
    let milliseconds = js_sys::Date::now() as i64;
    Timestamp(milliseconds)
}

/// The time that a field of date and time holds, in the zone of this browser.
pub fn typed_time(text: &str) -> Option<Timestamp> {
    let milliseconds = js_sys::Date::parse(text);
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds far below 2^53")]
    let time = Timestamp(milliseconds as i64);
    (!text.is_empty() && milliseconds.is_finite()).then_some(time)
}

/// A value kept in this browser. Nothing secret is ever kept there.
pub fn kept(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(name).ok()?
}

/// Keeps a value in this browser, or forgets it. Browsers that refuse to store are fine: the
/// choice then lasts as long as the page.
pub fn keep(name: &str, value: Option<&str>) {
    if let Ok(Some(storage)) = window().local_storage() {
        drop(match value {
            Some(value) => storage.set_item(name, value),
            None => storage.remove_item(name),
        });
    }
}

/// When a day begins in this browser's zone; the day is written as a field of dates holds it. `after` is
/// how many days later.
pub fn start_of_day(day: &str, after: i64) -> Option<Timestamp> {
    let start = js_sys::Date::parse(&format!("{day}T00:00"));
    let date = js_sys::Date::new(&start.into());
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds far below 2^53, and few days")]
    start.is_finite().then(|| {
        // By the calendar: days on which clocks change have other lengths.
        date.set_date((f64::from(date.get_date()) + after as f64) as u32);
        Timestamp(date.get_time() as i64)
    })
}

/// When a day begins in UTC; otherwise like [`start_of_day`].
pub fn utc_day(day: &str, after: i64) -> Option<Timestamp> {
    // A date alone is read as UTC (ECMA-262, 21.4.1.32).
    let start = js_sys::Date::parse(day);
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds far below 2^53")]
    start.is_finite().then(|| Timestamp(start as i64) + Span::days(after))
}

/// A time as programs read it (ISO 8601).
pub fn iso_time(at: Timestamp) -> String {
    js_sys::Date::new(&(at.0 as f64).into()).to_iso_string().into()
}

/// Has the browser keep a text as a file.
pub fn download(name: &str, kind: &str, text: &str) -> Option<()> {
    let parts = js_sys::Array::of1(&text.into());
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let link: web_sys::HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Some browsers fetch it only after this turn.
    set_timeout(move || drop(web_sys::Url::revoke_object_url(&url)), std::time::Duration::from_secs(60));
    Some(())
}

/// The address at which this console stands.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// The secret that a mailed link carries in its fragment, which no browser sends to a server. It is
/// taken out of the address, so that it stays neither on the screen nor in the history. A link that
/// is opened where its page is shown already changes nothing but the fragment.
pub fn secret_of_link() -> Signal<Option<String>> {
    let secret = RwSignal::new(take_secret());
    let listener = window_event_listener(leptos::ev::hashchange, move |_| {
        if let Some(another) = take_secret() {
            secret.set(Some(another));
        }
    });
    on_cleanup(move || listener.remove());
    secret.into()
}

fn take_secret() -> Option<String> {
    let location = window().location();
    let hash = location.hash().ok()?;
    let secret = hash.strip_prefix('#').filter(|secret| !secret.is_empty())?.to_owned();
    let path = location.pathname().ok()?;
    let history = window().history().ok()?;
    drop(history.replace_state_with_url(&history.state().unwrap_or_default(), "", Some(&path)));
    Some(secret)
}

/// The address that the build gave an asset; `public/index.html` tells it in `<meta>` elements.
pub fn asset(name: &str) -> String {
    let meta = document().query_selector(&format!("meta[name='{name}']")).ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

/// Whether the deployment has a file. A path that it has not leads to the console's own page.
pub async fn is_there(path: &str) -> bool {
    let asked = gloo_net::http::RequestBuilder::new(path).method(gloo_net::http::Method::HEAD).build();
    let answer = match asked {
        Ok(request) => request.send().await.ok().filter(gloo_net::http::Response::ok),
        Err(_) => None,
    };
    answer.is_some_and(|answer| !answer.headers().get("content-type").is_some_and(|kind| kind.starts_with("text/html")))
}

/// The text of an asset, if it can be had.
pub async fn fetch_asset(name: &str) -> Option<String> {
    let answer = JsFuture::from(window().fetch_with_str(&asset(name))).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}

/// Tells the browser and assistive technology which language the page speaks.
pub fn set_document_language(tag: &str) {
    if let Some(root) = document().document_element() {
        drop(root.set_attribute("lang", tag));
    }
}

/// Focuses an element by id, if it is there.
pub fn focus(id: &str) {
    if let Some(element) = element::<web_sys::HtmlElement>(id) {
        drop(element.focus());
    }
}

/// The element with an id.
pub fn element<E: JsCast>(id: &str) -> Option<E> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Bytes in base64. The browser has the tables; a library's would have to be fetched.
pub fn base64(bytes: &[u8]) -> String {
    // A character for each byte is what it takes (HTML, 8.3).
    let binary: String = bytes.iter().copied().map(char::from).collect();
    window().btoa(&binary).unwrap_or_default()
}

/// A text in lower case. The browser has the tables for all letters; Rust's would have to be fetched.
pub fn lower_case(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// How two texts follow each other for people: letters with accents stand beside those without.
pub fn in_order(one: &str, other: &str) -> std::cmp::Ordering {
    let (none, usual) = (js_sys::Array::new(), js_sys::Object::new());
    js_sys::JsString::from(one).locale_compare(other, &none, &usual).cmp(&0)
}

/// An id that no other element of the page has.
pub fn unique_id(what: &str) -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static LAST: AtomicU32 = AtomicU32::new(0);
    format!("{what}-{}", LAST.fetch_add(1, Ordering::Relaxed))
}
