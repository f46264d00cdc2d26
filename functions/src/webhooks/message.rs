//! What a delivery says, and how it is signed (Standard Webhooks, "Webhook signatures").

use crate::{sql::SqlError, webhooks::Due};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::Sha256;
use shared::{audit::Record, ids::Slug, time::Timestamp, webhooks::SECRET_PREFIX};

/// A delivery as it is posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Where to.
    pub url: String,
    /// Headers, by their names in lower case.
    pub headers: Vec<(&'static str, String)>,
    /// The body, in JSON.
    pub body: String,
}

/// Makes the message of an attempt: the body is the same at each, the signature has its time.
pub(super) fn compose(due: &Due, organization: &Slug, now: Timestamp) -> Result<Message, SqlError> {
    let body = match &due.record {
        Some(record) => of_record(record, organization),
        None => of_test(due, organization),
    };
    let seconds = now.0.div_euclid(1_000);
    let signatures: Result<Vec<String>, SqlError> =
        due.secrets.iter().map(|secret| sign(secret, due.id.as_str(), seconds, &body)).collect();
    let headers = vec![
        ("content-type", "application/json".to_owned()),
        ("user-agent", concat!("Bailiwick/", env!("CARGO_PKG_VERSION")).to_owned()),
        ("webhook-id", due.id.to_string()),
        ("webhook-timestamp", seconds.to_string()),
        ("webhook-signature", signatures?.join(" ")),
    ];
    Ok(Message { url: due.url.clone(), headers, body })
}

/// What the audit record says. Its salt is left out: it proves nothing to anybody who has not the chain.
fn of_record(record: &Record, organization: &Slug) -> String {
    let Record { seq, at, actor, surface, endpoint, request_id, effect, .. } = record;
    let data = json!({
        "organization": organization,
        "seq": seq,
        "at": at,
        "actor": actor,
        "surface": surface,
        "endpoint": endpoint,
        "request_id": request_id,
        "effect": effect,
    });
    told(effect.get("effect").and_then(serde_json::Value::as_str).unwrap_or_default(), *at, &data)
}

fn of_test(due: &Due, organization: &Slug) -> String {
    told("test", due.created_at, &json!({ "organization": organization, "webhook": due.webhook }))
}

fn told(kind: &str, at: Timestamp, data: &serde_json::Value) -> String {
    let time = chrono::DateTime::from_timestamp_millis(at.0).unwrap_or_default();
    let time = time.format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string();
    json!({ "type": kind, "timestamp": time, "data": data }).to_string()
}

/// The signature of `id.timestamp.body`, with its version.
fn sign(secret: &str, id: &str, seconds: i64, body: &str) -> Result<String, SqlError> {
    let unusable = |cause: &str| SqlError(format!("a webhook's secret is unusable: {cause}"));
    let encoded = secret.strip_prefix(SECRET_PREFIX).ok_or_else(|| unusable("no prefix"))?;
    let key = data_encoding::BASE64.decode(encoded.as_bytes()).map_err(|_| unusable("not base64"))?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).map_err(|_| unusable("its length"))?;
    mac.update(format!("{id}.{seconds}.{body}").as_bytes());
    Ok(format!("v1,{}", data_encoding::BASE64.encode(&mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use super::sign;

    #[test]
    fn a_signature_is_what_other_implementations_make_of_it() {
        // The example of the reference libraries.
        let (secret, id) = ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek");
        let signature = sign(secret, id, 1_614_265_330, r#"{"test": 2432232314}"#).unwrap();
        assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assert!(sign("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", id, 0, "").is_err());
    }
}
