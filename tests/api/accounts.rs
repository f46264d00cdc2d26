//! The operator on the real runtime: two objects take part in what he does.

use crate::service::{checks, credential, serve};
use api_tests::{Organization, PASSWORD, code, operator, refusal, stranger};
use shared::{
    Code,
    accounts::{
        Account, AccountStatus,
        api::{Create, List, Resume, Suspend, View},
    },
    organizations, session,
};

/// An organization's account, as the operator finds it.
fn account_of(operator: &Organization, org: &Organization) -> Account {
    let list = List { q: Some(org.slug.to_string()), ..List::first(operator.slug.clone()) };
    operator.owner.send(&list).unwrap().items.remove(0)
}

#[test]
fn a_suspension_holds_at_once_and_its_end_too() {
    let (operator, org) = (operator(), Organization::new());
    let number = account_of(&operator, &org).number;
    let token = credential(&org).token.unwrap();
    let suspended = operator.owner.send(&Suspend { org: operator.slug.clone(), number }).unwrap();
    assert_eq!(suspended.status, AccountStatus::Suspended);
    let closed = (403, Code::OrganizationSuspended);
    let session = session::api::View { org: org.slug.clone() };
    assert_eq!(code(org.owner.send(&session)), Code::OrganizationSuspended);
    assert_eq!(code(stranger().send(&org.session("olivia", PASSWORD))), Code::OrganizationSuspended);
    assert_eq!(refusal(&serve(&stranger(), &token, &checks(&org, 1), &[])), closed);
    assert!(stranger().send(&organizations::api::View { org: org.slug.clone() }).is_ok());

    operator.owner.send(&Resume { org: operator.slug.clone(), number }).unwrap();
    assert_eq!(code(org.owner.send(&session)), Code::SessionRequired, "its sessions are over");
    assert_eq!(serve(&stranger(), &token, &checks(&org, 1), &[]).status, 200);
    assert!(stranger().send(&org.session("olivia", PASSWORD)).is_ok());
}

#[test]
fn the_operator_makes_an_organization_whose_owner_signs_in() {
    let operator = operator();
    let organization = Organization::setup("").organization;
    let (slug, owner) = (organization.slug.clone(), api_tests::person("wim"));
    let made = operator.owner.send(&Create { org: operator.slug.clone(), organization, owner }).unwrap();
    let password = made.temporary_password.unwrap();
    let sign_in = session::api::Create { org: slug, login: "wim".into(), password };
    assert!(stranger().send(&sign_in).unwrap().password_change_required);
}

#[test]
fn the_session_of_the_operator_opens_nothing_of_an_organization() {
    let (operator, org) = (operator(), Organization::new());
    let own = operator.owner.own_headers();
    let own: Vec<(&str, &str)> = own.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    for path in ["", "/session", "/settings", "/users", "/administrators", "/audit", "/accounts"] {
        let answer = operator.owner.raw("GET", &org.path(path), &own, &[]).unwrap();
        let expected = if path.is_empty() { 200 } else { 401 };
        assert_eq!(answer.status, expected, "{path}");
    }
    // An owner elsewhere holds the same permissions, to no effect.
    let number = account_of(&operator, &org).number;
    assert_eq!(code(org.owner.send(&Suspend { org: org.slug.clone(), number })), Code::NotFound);
    let organization = Organization::setup("").organization;
    let create = Create { org: org.slug.clone(), organization, owner: api_tests::person("wim") };
    assert_eq!(code(org.owner.send(&create)), Code::NotFound);
    assert!(org.owner.send(&View { org: org.slug.clone(), number }).is_ok());
}
