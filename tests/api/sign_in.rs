//! Signing in: what a stranger can and cannot learn.

use api_tests::{Organization, PASSWORD, in_minutes, problem, stranger};
use client::Client;
use shared::{Problem, authority::Scope, users};

/// The whole answer but for the request's id.
fn refused(client: &Client, org: &Organization, login: &str, password: &str) -> (Problem, Vec<(String, String)>) {
    let answer = client.exchange(&org.session(login, password), &[]).unwrap();
    let headers = answer.headers.iter().filter(|(name, _)| !["x-request-id", "date"].contains(&name.as_str()));
    (Problem { request_id: None, ..problem(&answer) }, headers.cloned().collect())
}

#[test]
fn unknown_wrong_disabled_and_expired_get_one_and_the_same_answer() {
    let org = Organization::new();
    let (disabled, temporary) = org.appoint("dirk", vec![org.grant("users", Scope::Organization)]);
    org.owner.send(&users::api::Disable { org: org.slug.clone(), user: disabled }).unwrap();
    let expiring = org.owner.send(&org.new_user("erik", None)).unwrap().temporary_password.unwrap();

    let late = stranger().with_header("X-Bailiwick-Test-Now", in_minutes(73 * 60));
    let unknown = refused(&stranger(), &org, "nobody", PASSWORD);
    assert_eq!(unknown.0.status, 401);
    assert_eq!(refused(&stranger(), &org, "olivia", "wrong"), unknown);
    assert_eq!(refused(&stranger(), &org, "dirk", &temporary), unknown);
    assert_eq!(refused(&late, &org, "erik", &expiring), unknown);
    assert_eq!(refused(&stranger(), &org, "olivia", &"x".repeat(300)), unknown);
    assert_eq!(refused(&stranger(), &org, "' OR 1=1 --", "\u{0}"), unknown);
}

#[test]
fn a_known_browser_is_not_slowed_by_a_strangers_guesses() {
    let org = Organization::new();
    let guess = |_| stranger().exchange(&org.session("olivia", "wrong"), &[]).unwrap().status;
    assert!((0..20).map(guess).any(|status| status == 429));
    assert_eq!(stranger().exchange(&org.session("olivia", PASSWORD), &[]).unwrap().status, 429);
    org.sign_in(&org.owner, "olivia", PASSWORD);
    let later = stranger().with_header("X-Bailiwick-Test-Now", in_minutes(15));
    org.sign_in(&later, "olivia", PASSWORD);
}
