//! Small things that only the browser knows: what it keeps for us, where the build put an
//! asset, what the document is called.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

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

/// The address that the build gave an asset; `public/index.html` tells it in `<meta>` elements.
pub fn asset(name: &str) -> String {
    let meta = document().query_selector(&format!("meta[name='{name}']")).ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
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

/// A text in lower case. The browser has the tables for all letters; Rust's would have to be fetched.
pub fn lower_case(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// An id that no other element of the page has.
pub fn unique_id(what: &str) -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static LAST: AtomicU32 = AtomicU32::new(0);
    format!("{what}-{}", LAST.fetch_add(1, Ordering::Relaxed))
}
