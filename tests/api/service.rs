//! What a service with a token may do, and what a token does not open.

use api_tests::{Organization, code, refusal, stranger};
use client::{Answer, Client};
use shared::{
    Code, Endpoint,
    authority::permission::USERS_VIEW,
    checks::{
        At, Check,
        api::{BATCH_MAX, Batch},
    },
    credentials,
    ids::UserId,
    wire,
};

/// Sends a request as a program elsewhere does: with the token, without origin and cookie.
pub(crate) fn serve<E: Endpoint>(client: &Client, token: &str, request: &E, more: &[(&str, &str)]) -> Answer {
    let wire = wire::encode(request);
    let bearer = format!("Bearer {token}");
    let headers = [&[("authorization", bearer.as_str()), ("content-type", "application/json")], more].concat();
    client.raw(wire.method, &wire.path_and_query, &headers, wire.body.unwrap_or_default().as_bytes()).unwrap()
}

pub(crate) fn checks(org: &Organization, size: usize) -> Batch {
    let check = Check { user: UserId::from_u128(1), permission: USERS_VIEW, at: At::User(UserId::from_u128(2)) };
    Batch { org: org.slug.clone(), checks: vec![check; size] }
}

pub(crate) fn credential(org: &Organization) -> credentials::api::Made {
    let create = credentials::api::Create::new(org.slug.clone(), "Portal");
    org.owner.send(&create).unwrap()
}

#[test]
fn a_token_needs_neither_origin_nor_cookie_for_as_many_questions_as_a_batch_holds() {
    let org = Organization::new();
    let made = credential(&org);
    let token = made.token.unwrap();
    assert_eq!(serve(&stranger(), &token, &checks(&org, 1), &[]).status, 200);
    assert_eq!(serve(&stranger(), &token, &checks(&org, 1), &[("origin", "https://elsewhere.example")]).status, 200);
    assert_eq!(serve(&stranger(), &token, &checks(&org, BATCH_MAX), &[]).status, 200);
    assert_eq!(refusal(&serve(&stranger(), &token, &checks(&org, BATCH_MAX + 1), &[])), (422, Code::Invalid));
    let delete = credentials::api::Delete { org: org.slug.clone(), credential: made.credential.id };
    org.owner.send(&delete).unwrap();
    assert_eq!(refusal(&serve(&stranger(), &token, &checks(&org, 1), &[])), (401, Code::SessionRequired));
}

#[test]
fn whoever_brings_a_token_is_nobody_else() {
    let org = Organization::new();
    let token = credential(&org).token.unwrap();
    let own = org.owner.own_headers();
    let own = own.iter().filter(|(name, _)| !name.eq_ignore_ascii_case("content-type"));
    let own: Vec<(&str, &str)> = own.map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert!(own.iter().any(|(name, _)| name.eq_ignore_ascii_case("cookie")));
    // The owner's cookie would do; a token beside it, good or bad, leaves it out of account.
    let list = credentials::api::List { org: org.slug.clone() };
    assert_eq!(refusal(&serve(&org.owner, &token, &list, &own)), (401, Code::SessionRequired));
    assert_eq!(refusal(&serve(&org.owner, "bwk_wrong", &checks(&org, 1), &own)), (401, Code::SessionRequired));
    assert_eq!(refusal(&serve(&org.owner, &token, &org.new_user("anna", None), &own)), (401, Code::SessionRequired));
    assert!(org.owner.send(&list).is_ok(), "and it is not cleared");
}

#[test]
fn a_token_of_one_organization_is_none_in_another() {
    let (org, other) = (Organization::new(), Organization::new());
    let token = credential(&org).token.unwrap();
    assert_eq!(refusal(&serve(&stranger(), &token, &checks(&other, 1), &[])), (401, Code::SessionRequired));
    assert_eq!(code(stranger().send(&checks(&org, 1))), Code::SessionRequired, "nor is it remembered");
}
