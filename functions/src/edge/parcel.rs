//! What front and object send each other: the one text that may be long, as it is, and after it a line
//! of JSON with all the rest. In the JSON it would be escaped, read and copied once more on each side.
//! And how what is sent is received, here and from outside.

use js_sys::{ArrayBuffer, Promise, Uint8Array, futures::JsFuture};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use worker::{Error, Result};

/// Puts `rest` behind the text.
pub(super) fn pack(text: &mut String, rest: &impl Serialize) -> Result<()> {
    let line = serde_json::to_string(rest)?;
    text.reserve_exact(line.len() + 1);
    text.push('\n');
    text.push_str(&line);
    Ok(())
}

/// All of a body, at once: piece by piece, each would be waited for. JavaScript's copy is given up: it would
/// otherwise stay until garbage is collected.
pub(super) async fn whole(body: std::result::Result<Promise, JsValue>) -> Result<Vec<u8>> {
    let buffer: ArrayBuffer = JsFuture::from(body?).await?.unchecked_into();
    let bytes = Uint8Array::new(&buffer).to_vec();
    // All is well without it.
    drop(buffer.transfer_with_length(0));
    Ok(bytes)
}

/// The text, and what was put behind it.
pub(super) fn unpack<Rest: DeserializeOwned>(parcel: Vec<u8>) -> Result<(String, Rest)> {
    let mut text = String::from_utf8(parcel).map_err(|error| Error::RustError(error.to_string()))?;
    // JSON in one line has no line feed in it.
    let end = text.rfind('\n').ok_or_else(|| Error::RustError("no parcel".to_owned()))?;
    let rest = serde_json::from_str(text.get(end + 1..).unwrap_or_default())?;
    text.truncate(end);
    Ok((text, rest))
}
