//! Headers, in and out: cookies, origin, and what every answer carries.

use crate::gateway::{Cookie, CrossOrigin, Reply, SESSION_MAX};
use data_encoding::BASE64;
use shared::images::Picture;
use worker::{Error, Headers, Request, Response, ResponseBuilder, Result};

/// How long a browser is remembered as a person's, in seconds: a year.
const DEVICE_SECONDS: i64 = 365 * 24 * 60 * 60;

/// The session cookie's name. One per organization, so that one may be signed in to several.
fn session_cookie(slug: &str) -> String {
    format!("__Host-bailiwick-{slug}")
}

/// The device cookie's name.
fn device_cookie(slug: &str) -> String {
    format!("__Host-device-{slug}")
}

/// A header's value, or nothing.
pub(super) fn header(request: &Request, name: &str) -> Option<String> {
    request.headers().get(name).ok().flatten()
}

/// The tokens of the session and device cookies. A cookie that comes twice counts as none: one
/// of the two was planted.
pub(super) fn cookies(request: &Request, slug: &str) -> (Option<String>, Option<String>) {
    let all = header(request, "cookie").unwrap_or_default();
    let only = |name: &str| {
        let mut values = all
            .split(';')
            .filter_map(|pair| pair.trim().split_once('='))
            .filter(|(key, _)| *key == name)
            .map(|(_, value)| value.to_owned());
        values.next().filter(|_| values.next().is_none())
    };
    (only(&session_cookie(slug)), only(&device_cookie(slug)))
}

/// Whether a request that changes something comes from the console's own origin: the browser
/// says so, and a page elsewhere cannot add the extra header (ASVS 3.5.1 to 3.5.3).
pub(super) fn comes_from(request: &Request, public_origin: &str) -> bool {
    let own = if public_origin.is_empty() {
        request.url().map(|url| url.origin().ascii_serialization()).unwrap_or_default()
    } else {
        public_origin.to_owned()
    };
    let site = header(request, "sec-fetch-site");
    header(request, "origin").is_some_and(|origin| origin == own)
        && site.is_none_or(|site| site == "same-origin")
        && header(request, "x-bailiwick").is_some()
}

/// The HTTP response of a reply.
pub(super) fn respond(mut reply: Reply, slug: &str, request_id: &str) -> Result<Response> {
    let headers = Headers::new();
    let body = std::mem::take(&mut reply.body);
    let (kind, body) = content(&reply, body)?;
    headers.set("content-type", kind)?;
    headers.set("x-request-id", request_id)?;
    for (name, value) in ALWAYS {
        headers.set(name, value)?;
    }
    if reply.is_picture {
        headers.set("cache-control", FOR_EVER)?;
    }
    for cookie in &reply.cookies {
        headers.append("set-cookie", &set_cookie(cookie, slug))?;
    }
    if reply.status < 400 && reply.cookies.contains(&Cookie::NoSession) {
        headers.set("clear-site-data", "\"cache\"")?;
    }
    if let Some(allowed) = &reply.cross_origin {
        allow(&headers, allowed)?;
    }
    if let Some(scim) = &reply.scim {
        let named = [("etag", &scim.etag), ("location", &scim.location)];
        for (name, value) in named {
            value.as_ref().map_or(Ok(()), |value| headers.set(name, value))?;
        }
        if reply.status == 401 {
            headers.set("www-authenticate", "Bearer")?;
        }
    }
    if let Some(allow) = &reply.allow {
        headers.set("allow", allow)?;
    }
    if let Some(seconds) = &reply.retry_after {
        headers.set("retry-after", seconds)?;
    }
    let builder: ResponseBuilder = Response::builder().with_status(reply.status).with_headers(headers);
    Ok(builder.fixed(body))
}

/// What is sent and what it is. A picture comes from its object as JSON, like everything else.
fn content(reply: &Reply, body: String) -> Result<(&'static str, Vec<u8>)> {
    if reply.is_picture {
        let picture: Picture = serde_json::from_str(&body)?;
        let bytes = BASE64.decode(picture.data.as_bytes());
        let bytes = bytes.map_err(|error| Error::RustError(error.to_string()))?;
        return Ok((picture.media_type.as_str(), bytes));
    }
    if reply.scim.is_some() {
        return Ok((shared::scim::MEDIA_TYPE, body.into_bytes()));
    }
    let kind = if reply.status < 400 { "application/json" } else { "application/problem+json" };
    Ok((kind, body.into_bytes()))
}

/// How long a picture may be kept: its address is the digest of its content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Lets one page elsewhere read the answer: never any page, and never with cookies, because without
/// `access-control-allow-credentials` a browser neither sends them nor shows what they brought.
fn allow(headers: &Headers, allowed: &CrossOrigin) -> Result<()> {
    headers.set("access-control-allow-origin", &allowed.origin)?;
    headers.set("access-control-allow-methods", &allowed.methods.join(", "))?;
    headers.set("access-control-allow-headers", "authorization, content-type")?;
    headers.set("access-control-expose-headers", "retry-after, x-request-id")?;
    headers.set("access-control-max-age", "600")
}

/// What every answer of the API carries (ASVS 3.4, 14.3.2).
const ALWAYS: [(&str, &str); 8] = [
    ("cache-control", "no-store"),
    ("vary", "origin"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
    ("strict-transport-security", "max-age=31536000; includeSubDomains"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
];

fn set_cookie(cookie: &Cookie, slug: &str) -> String {
    let (name, value, seconds) = match cookie {
        Cookie::Session(token) => (session_cookie(slug), token.as_str(), SESSION_MAX.whole_seconds()),
        Cookie::NoSession => (session_cookie(slug), "", 0),
        Cookie::Device(token) => (device_cookie(slug), token.as_str(), DEVICE_SECONDS),
    };
    format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={seconds}")
}
