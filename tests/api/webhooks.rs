//! Webhooks, with a real receiver: what arrives, signed, and what is tried again or not followed.

use api_tests::{Organization, Received, Receiver, code};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use shared::{
    Code,
    ids::WebhookId,
    webhooks::{
        Delivery, DeliveryStatus, Family, OffReason, WebhookDetails,
        api::{Create, Deliveries, Made, Test, View},
    },
};
use std::{thread, time::Duration};

fn create(org: &Organization, url: &str) -> Create {
    let families = [Family::Sites].into();
    let details = WebhookDetails { name: "Directory".into(), url: url.into(), families, enabled: true };
    Create { org: org.slug.clone(), details }
}

fn make(org: &Organization, url: &str) -> (WebhookId, String) {
    let Made { webhook, secret } = org.owner.send(&create(org, url)).unwrap();
    (webhook.id, secret.unwrap())
}

/// The signature as a receiver computes it (Standard Webhooks).
fn signature(secret: &str, received: &Received) -> String {
    let key = data_encoding::BASE64.decode(secret.strip_prefix("whsec_").unwrap().as_bytes()).unwrap();
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).unwrap();
    let (id, timestamp) = (&received.headers["webhook-id"], &received.headers["webhook-timestamp"]);
    mac.update(format!("{id}.{timestamp}.{}", received.body).as_bytes());
    format!("v1,{}", data_encoding::BASE64.encode(&mac.finalize().into_bytes()))
}

/// The latest delivery, once it is as it should be.
fn settled(org: &Organization, webhook: &WebhookId, is_it: impl Fn(&Delivery) -> bool) -> Delivery {
    let list = Deliveries { org: org.slug.clone(), webhook: webhook.clone() };
    let found = (0..300).find_map(|_| {
        let latest = org.owner.send(&list).unwrap().into_iter().next().filter(&is_it);
        thread::sleep(Duration::from_millis(if latest.is_some() { 0 } else { 100 }));
        latest
    });
    found.unwrap()
}

#[test]
fn a_delivery_arrives_signed_and_is_tried_again_until_it_is_taken() {
    let org = Organization::new();
    let receiver = Receiver::answering(&[(500, ""), (204, "")]);
    let (webhook, secret) = make(&org, &receiver.url("/in?key=1"));
    let site = org.site("Gent");
    let first = receiver.next();
    assert_eq!((first.path.as_str(), first.headers["content-type"].as_str()), ("/in?key=1", "application/json"));
    assert_eq!(first.headers["webhook-signature"], signature(&secret, &first));
    let said: Value = serde_json::from_str(&first.body).unwrap();
    assert_eq!((&said["type"], &said["data"]["effect"]["site"]), (&"site_created".into(), &site.as_str().into()));
    assert_eq!(said["data"]["organization"], org.slug.as_str());
    let waiting = settled(&org, &webhook, |delivery| delivery.response == Some(500));
    assert_eq!((waiting.status, waiting.attempts), (DeliveryStatus::Waiting, 1));
    assert!(receiver.is_quiet(), "it is not tried again at once");
    // As if the half minute until then had passed.
    assert_eq!(org.as_owner("POST", "/_due", &[], &[]).status, 200);
    settled(&org, &webhook, |delivery| delivery.attempts == 2);
    let second = receiver.next();
    assert_eq!((&second.body, &second.headers["webhook-id"]), (&first.body, &first.headers["webhook-id"]));
    assert_eq!(second.headers["webhook-signature"], signature(&secret, &second));
    let delivered = settled(&org, &webhook, |delivery| delivery.status == DeliveryStatus::Delivered);
    assert_eq!((delivered.attempts, delivered.response), (2, Some(204)));
    assert!(receiver.is_quiet());
}

#[test]
fn a_redirect_is_not_followed() {
    let org = Organization::new();
    let elsewhere = Receiver::answering(&[(200, "")]);
    let location = format!("location: {}\r\n", elsewhere.url("/secret"));
    let receiver = Receiver::answering(&[(307, &location)]);
    let (webhook, _) = make(&org, &receiver.url("/in"));
    let test = Test { org: org.slug.clone(), webhook: webhook.clone() };
    org.owner.send(&test).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&receiver.next().body).unwrap()["type"], "test");
    let tried = settled(&org, &webhook, |delivery| delivery.response.is_some());
    assert_eq!((tried.status, tried.response), (DeliveryStatus::Waiting, Some(307)));
    assert!(elsewhere.is_quiet());
}

#[test]
fn an_address_that_is_gone_is_switched_off() {
    let org = Organization::new();
    let receiver = Receiver::answering(&[(410, "")]);
    let (webhook, _) = make(&org, &receiver.url("/in"));
    org.site("Gent");
    receiver.next();
    settled(&org, &webhook, |delivery| delivery.status == DeliveryStatus::Failed);
    let off = org.owner.send(&View { org: org.slug.clone(), webhook: webhook.clone() }).unwrap();
    assert_eq!((off.details.enabled, off.off_reason), (false, Some(OffReason::Gone)));
    assert_eq!(code(org.owner.send(&Test { org: org.slug.clone(), webhook })), Code::WebhookOff);
}

#[test]
fn nobody_is_reached_in_a_private_network() {
    let org = Organization::new();
    for url in ["https://10.0.0.1/", "https://169.254.169.254/", "https://printer.local/", "http://hooks.example/"] {
        assert_eq!(code(org.owner.send(&create(&org, url))), Code::Invalid, "{url}");
    }
}
