//! Mails as a service over HTTP gets them, in the shape of Resend's API, and what its answers lead to.

#![expect(clippy::unwrap_used, reason = "tests may fail by panicking")]

use api_tests::{Organization, Receiver};
use serde_json::Value;
use shared::{
    mails::{MailStatus, MailSummary, api::List},
    users::{TemporaryPassword, api::Create},
};
use std::{thread, time::Duration};

/// Adds somebody whose password is mailed; gives how to ask what has become of it.
fn invite(org: &Organization, name: &str) -> List {
    let create = Create { password: TemporaryPassword::Mailed, ..org.new_user(name, None) };
    List { org: org.slug.clone(), user: org.owner.send(&create).unwrap().id }
}

/// The mail once it has been tried.
fn tried(org: &Organization, list: &List) -> MailSummary {
    let found = (0..200).find_map(|_| {
        thread::sleep(Duration::from_millis(100));
        Some(org.owner.send(list).unwrap().remove(0)).filter(|mail| mail.attempts > 0)
    });
    found.unwrap()
}

#[test]
fn a_mail_is_handed_over_once_and_its_answer_decides() {
    let port = std::env::var("BAILIWICK_MAIL_PORT").unwrap().parse().unwrap();
    let service = Receiver::at(port, &[(200, ""), (422, ""), (503, ""), (401, "")]);
    let org = Organization::new();

    let taken = invite(&org, "anna");
    let sent = service.next();
    assert_eq!(sent.path, "/emails");
    assert_eq!(sent.headers["authorization"], "Bearer a token of the service");
    assert_eq!(sent.headers["content-type"], "application/json");
    let mail = tried(&org, &taken);
    assert_eq!((mail.status, mail.attempts), (MailStatus::Delivered, 1));
    assert_eq!(sent.headers["idempotency-key"], mail.id.as_str());
    let body: Value = serde_json::from_str(&sent.body).unwrap();
    assert_eq!(body["from"], "\"Noordzee\" <desk@bailiwick.example>");
    assert_eq!(body["to"], serde_json::json!(["anna@carrier.example"]));
    assert_eq!(body["headers"]["Message-ID"], format!("<{}@bailiwick.example>", mail.id));
    for part in ["text", "html"] {
        assert!(body[part].as_str().unwrap().contains(&format!("{}/o/{}/sign-in", api_tests::origin(), org.slug)));
    }

    let refused = invite(&org, "bart");
    assert_eq!(service.next().path, "/emails");
    assert_eq!(tried(&org, &refused).status, MailStatus::Failed, "the address itself is refused");
    for name in ["chris", "dora"] {
        let waits = invite(&org, name);
        assert_eq!(service.next().path, "/emails");
        let mail = tried(&org, &waits);
        assert_eq!((mail.status, mail.attempts, mail.finished_at), (MailStatus::Waiting, 1, None), "{name}");
    }
}
