//! What every answer carries.

use crate::service::{checks, credential, serve};
use api_tests::{Organization, PASSWORD, has_security_headers, stranger};
use client::Answer;
use shared::{
    integrations::{self, IntegrationSettings},
    organizations, session,
};

#[test]
fn every_answer_carries_the_security_headers() {
    let org = Organization::new();
    let (owner, slug) = (&org.owner, org.slug.clone());
    has_security_headers(&stranger().exchange(&organizations::api::View { org: slug.clone() }, &[]).unwrap());
    has_security_headers(&stranger().exchange(&org.session("olivia", "wrong"), &[]).unwrap());
    has_security_headers(&owner.exchange(&org.new_user("anna", None), &[]).unwrap());
    has_security_headers(&owner.exchange(&org.new_user("anna", None), &[]).unwrap());
    has_security_headers(&owner.raw("GET", "/api/v1/nothing", &[], b"").unwrap());
    has_security_headers(&org.as_owner("POST", "/users", &[], &[b'x'; 70_000]));
    has_security_headers(&org.as_owner("PATCH", "/users", &[], b""));
    has_security_headers(&owner.exchange(&session::api::Delete { org: slug }, &[]).unwrap());
}

fn cookie<'a>(answer: &'a Answer, name: &str) -> (&'a str, Vec<&'a str>) {
    let line = answer.all("set-cookie").find(|line| line.starts_with(name)).unwrap();
    let mut parts = line.split("; ");
    let (_, value) = parts.next().unwrap().split_once('=').unwrap();
    (value, parts.collect())
}

const FLAGS: [&str; 4] = ["Path=/", "Secure", "HttpOnly", "SameSite=Strict"];

#[test]
fn cookies_are_the_hosts_own_and_out_of_reach_of_scripts() {
    let org = Organization::new();
    let client = stranger();
    let answer = client.exchange(&org.session("olivia", PASSWORD), &[]).unwrap();
    let (session, device) = (format!("__Host-bailiwick-{}", org.slug), format!("__Host-device-{}", org.slug));
    for name in [&session, &device] {
        let (token, attributes) = cookie(&answer, &format!("{name}="));
        assert_eq!(token.len(), 43, "256 bits in base64url");
        assert_eq!(attributes[..4], FLAGS);
        assert!(!String::from_utf8_lossy(&answer.body).contains(token), "no token is in a body");
    }
    assert_eq!(answer.all("set-cookie").count(), 2);

    let again = client.exchange(&org.session("olivia", PASSWORD), &[]).unwrap();
    assert_ne!(cookie(&again, &session).0, cookie(&answer, &session).0, "each sign-in has its own token");

    let out = client.exchange(&session::api::Delete { org: org.slug.clone() }, &[]).unwrap();
    let (token, attributes) = cookie(&out, &session);
    assert_eq!((token, &attributes[..4], attributes[4]), ("", &FLAGS[..], "Max-Age=0"));
    assert!(client.send(&session::api::View { org: org.slug.clone() }).is_err());
}

#[test]
fn a_refused_sign_in_sets_no_cookie() {
    let org = Organization::new();
    let answer = stranger().exchange(&org.session("olivia", "wrong"), &[]).unwrap();
    assert_eq!(answer.all("set-cookie").count(), 0);
}

#[test]
fn a_delay_says_how_long() {
    let org = Organization::new();
    let guess = || stranger().exchange(&org.session("olivia", "wrong"), &[]).unwrap();
    let delayed = (0..10).map(|_| guess()).find(|answer| answer.status == 429).unwrap();
    let seconds: u32 = delayed.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=900).contains(&seconds));
}

#[test]
fn the_api_describes_itself() {
    let answer = stranger().raw("GET", "/api/v1/openapi.json", &[], b"").unwrap();
    assert_eq!(answer.status, 200);
    let document: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["paths"]["/api/v1/orgs/{org}/checks"]["post"]["operationId"], "checks.create");
}

#[test]
fn a_page_of_an_allowed_origin_reads_what_services_may_ask_and_nothing_else() {
    let org = Organization::new();
    let (portal, other) = ("https://portal.example", "https://elsewhere.example");
    let settings = IntegrationSettings { origins: vec![portal.into()], ..Default::default() };
    let update = integrations::api::Update { org: org.slug.clone(), version: 1, settings };
    org.owner.send(&update).unwrap();
    let token = credential(&org).token.unwrap();
    let ask = |origin| serve(&stranger(), &token, &checks(&org, 1), &[("origin", origin)]);
    let granted = |answer: &Answer| answer.header("access-control-allow-origin").map(str::to_owned);

    let answer = ask(portal);
    assert_eq!((answer.status, granted(&answer).as_deref()), (200, Some(portal)));
    assert_eq!((answer.header("vary"), answer.header("access-control-allow-credentials")), (Some("origin"), None));
    assert_eq!(answer.header("x-frame-options"), Some("DENY"), "and nobody may show it in a frame");
    has_security_headers(&ask(other));

    let path = org.path("/checks/batch");
    let first = |path: &str, origin| {
        let headers = [("origin", origin), ("access-control-request-method", "POST")];
        stranger().raw("OPTIONS", path, &headers, b"").unwrap()
    };
    let answer = first(&path, portal);
    assert_eq!((answer.status, granted(&answer).as_deref()), (204, Some(portal)));
    assert_eq!(answer.header("access-control-allow-methods"), Some("POST"));
    assert_eq!(answer.header("access-control-allow-headers"), Some("authorization, content-type"));
    has_security_headers(&first(&path, other));
    has_security_headers(&first(&org.path("/users"), portal));
    // The owner's cookie opens nothing to another origin.
    has_security_headers(&org.as_owner("GET", "/users", &[("origin", portal)], b""));
}
