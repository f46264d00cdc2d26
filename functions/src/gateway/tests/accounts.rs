//! The operator and the accounts: he makes, suspends and resumes, and sees nothing inside.

use super::*;
use crate::testing::{Moment, setup};
use shared::{
    accounts::{
        Account, AccountNumber, AccountStatus,
        api::{Create, Created, List, Resume, Suspend, View},
    },
    credentials, organizations as organization,
    roles::{RoleDetails, api as roles},
    session, sessions,
};
use std::panic::{AssertUnwindSafe, catch_unwind};

fn operator() -> shared::ids::Slug {
    "operator".parse().unwrap()
}

/// The world with the operator's organization, whose owner is called `olivia` too.
fn world() -> World {
    let world = World::new();
    world.stranger().send(&setup(TOKENS[1], "operator")).unwrap();
    world
}

/// The browser of somebody who is signed in to an organization.
fn at<'w>(world: &'w World, org: &shared::ids::Slug, login: &str, password: &str) -> Browser<'w> {
    let browser = world.stranger();
    let sign_in = session::api::Create { org: org.clone(), login: login.into(), password: password.into() };
    browser.send(&sign_in).unwrap();
    browser
}

fn operating(world: &World) -> Browser<'_> {
    at(world, &operator(), "olivia", PASSWORD)
}

fn new_account(slug: &str) -> Create {
    let organization = organization::NewOrganization {
        slug: slug.parse().unwrap(),
        name: " Zuiderzee ".into(),
        language: organization::Language::French,
    };
    Create { org: operator(), organization, owner: person("wim") }
}

fn accounts(browser: &Browser<'_>, q: &str) -> Vec<String> {
    let list = List { q: Some(q.into()), ..List::first(operator()) };
    let page = browser.send(&list).unwrap();
    assert_eq!(page.total as usize, page.items.len());
    page.items.into_iter().map(|account| account.slug.to_string()).collect()
}

const CARRIER: AccountNumber = AccountNumber(1001);

fn suspend(browser: &Browser<'_>) -> Result<Account, Problem> {
    browser.send(&Suspend { org: operator(), number: CARRIER })
}

fn resume(browser: &Browser<'_>) -> Result<Account, Problem> {
    browser.send(&Resume { org: operator(), number: CARRIER })
}

#[test]
fn the_operator_sees_all_accounts_and_finds_them_by_number_slug_and_name() {
    let world = world();
    let browser = operating(&world);
    assert!(browser.send(&session::api::View { org: operator() }).unwrap().operates);
    assert_eq!(accounts(&browser, ""), ["carrier", "operator"]);
    assert_eq!(accounts(&browser, "1001"), ["carrier"]);
    assert_eq!(accounts(&browser, "NOORD ope"), ["operator"]);
    assert_eq!(accounts(&browser, "zzz"), Vec::<String>::new());
    let mut school = new_account("school");
    school.organization.name = "École du Nord".into();
    browser.send(&school).unwrap();
    for words in ["École", "ecole NORD", "1003 école"] {
        assert_eq!(accounts(&browser, words), ["school"], "{words}");
    }
    let seen = browser.send(&View { org: operator(), number: CARRIER }).unwrap();
    assert_eq!((seen.slug, seen.status, seen.created_at), (org(), AccountStatus::Active, START));
    assert_eq!(code(browser.send(&View { org: operator(), number: AccountNumber(9) })), Code::NotFound);
}

#[test]
fn the_list_goes_on_page_by_page() {
    let world = world();
    let browser = operating(&world);
    let first = browser.send(&List { limit: Some(1), ..List::first(operator()) }).unwrap();
    assert_eq!((first.total, first.items[0].slug.as_str()), (2, "carrier"));
    let next = List { limit: Some(1), cursor: first.next, ..List::first(operator()) };
    let second = browser.send(&next).unwrap();
    assert_eq!((second.first, second.items[0].slug.as_str(), second.next), (2, "operator", None));
}

#[test]
fn everybody_else_sees_the_account_that_he_looks_after_and_no_other() {
    let world = world();
    let owner = world.owner();
    assert!(!owner.me().unwrap().operates);
    let page = owner.send(&List::first(org())).unwrap();
    assert_eq!((page.total, page.items[0].number, page.items[0].slug.clone()), (1, CARRIER, org()));
    let none = owner.send(&List { q: Some("operator".into()), ..List::first(org()) }).unwrap();
    assert_eq!((none.total, none.first), (0, 0));
    assert!(owner.send(&View { org: org(), number: CARRIER }).is_ok());
    assert_eq!(code(owner.send(&View { org: org(), number: AccountNumber(1002) })), Code::NotFound);
    // The permissions mean nothing where there is no registry.
    assert_eq!(code(owner.send(&Create { org: org(), ..new_account("zuiderzee") })), Code::NotFound);
    assert_eq!(code(owner.send(&Suspend { org: org(), number: CARRIER })), Code::NotFound);
    assert_eq!(code(owner.send(&Resume { org: org(), number: CARRIER })), Code::NotFound);
    let (_, plain) = world.appoint("anna", vec![world.grant("users", Scope::Organization)]);
    assert_eq!(code(plain.send(&List::first(org()))), Code::Forbidden);
}

#[test]
fn the_operator_makes_an_organization_whose_owner_must_choose_a_password() {
    let world = world();
    let Created { account, temporary_password } =
        operating(&world).send_with_key(&new_account("zuiderzee"), Some("an account")).unwrap();
    assert_eq!((account.number, account.name.as_str()), (AccountNumber(1003), "Zuiderzee"));
    assert_eq!(account.status, AccountStatus::Active);
    let password = temporary_password.unwrap();
    // Nowhere but in what stands for its hash here: not in the trail, nor in the kept answer.
    assert_eq!(world.contents().matches(&password).count(), 1);
    let wim = at(&world, &account.slug, "wim", &password);
    let session = wim.send(&session::api::View { org: account.slug.clone() }).unwrap();
    assert!(session.password_change_required && !session.operates);
    let change =
        session::api::ChangePassword { org: account.slug, current_password: password, new_password: PASSWORD.into() };
    assert!(wim.send(&change).unwrap().access.is_owner());
}

#[test]
fn a_taken_slug_and_bad_fields_are_refused() {
    let world = world();
    let browser = operating(&world);
    assert_eq!(errors(browser.send(&new_account("carrier"))), ["organization.slug taken"]);
    let mut bad = new_account("zuiderzee");
    (bad.organization.name, bad.owner.email) = (" ".into(), "nobody".into());
    assert_eq!(errors(browser.send(&bad)), ["organization.name required", "owner.email email"]);
    browser.send(&new_account("zuiderzee")).unwrap();
    assert_eq!(errors(browser.send(&new_account("zuiderzee"))), ["organization.slug taken"]);
    // Nobody finishes with a set-up token what the operator has made, nor the other way round.
    assert_eq!(errors(world.stranger().send(&setup(TOKENS[2], "zuiderzee"))), ["organization.slug taken"]);
}

#[test]
fn making_one_that_was_cut_short_is_completed_by_repeating_it() {
    for moment in [Moment::BeforeProvisioning, Moment::AfterProvisioning] {
        let world = world();
        let browser = operating(&world);
        world.dies_at.set(Some(moment));
        let attempt = || browser.send(&new_account("zuiderzee"));
        catch_unwind(AssertUnwindSafe(attempt)).expect_err("cut short");
        let listed = browser.send(&View { org: operator(), number: AccountNumber(1003) }).unwrap();
        assert_eq!(listed.status, AccountStatus::Provisioning);
        let suspend = Suspend { org: operator(), number: listed.number };
        assert_eq!(code(browser.send(&suspend)), Code::NotFound, "there is nothing to suspend yet");
        let made = attempt().unwrap();
        at(&world, &made.account.slug, "wim", &made.temporary_password.unwrap());
    }
}

#[test]
fn a_suspended_organization_answers_nobody_and_loses_nothing() {
    let world = world();
    let owner = world.owner();
    let create = credentials::api::Create::new(org(), "Portal");
    let token = owner.send(&create).unwrap().token;
    let users = owner.users();
    let browser = operating(&world);
    assert_eq!(suspend(&browser).unwrap().status, AccountStatus::Suspended);

    assert_eq!(code(owner.me()), Code::OrganizationSuspended);
    assert_eq!(code(world.stranger().sign_in("olivia", PASSWORD)), Code::OrganizationSuspended);
    let asked = world.stranger().exchange(Incoming {
        method: "GET".into(),
        path: "/api/v1/orgs/carrier/checks/held/00000000000000000000000000000001".into(),
        bearer: token.clone(),
        ..Incoming::default()
    });
    assert_ne!(asked.status, 200);
    let known = world.stranger().send(&organization::api::View { org: org() });
    assert_eq!(known.unwrap().name, "Noordzee", "the sign-in page still says where one is");

    assert_eq!(resume(&browser).unwrap().status, AccountStatus::Active);
    assert_eq!(code(owner.me()), Code::SessionRequired, "sessions are over");
    let owner = world.owner();
    assert_eq!(owner.users(), users);
    assert_eq!(owner.send(&credentials::api::List { org: org() }).unwrap().len(), 1);
    assert_eq!(owner.send(&sessions::api::List { org: org() }).unwrap().len(), 1);
}

#[test]
fn both_sides_record_what_happened_and_saying_it_twice_changes_nothing() {
    let world = world();
    let browser = operating(&world);
    let before = world.last_record();
    for _ in 0..2 {
        suspend(&browser).unwrap();
    }
    for _ in 0..2 {
        resume(&browser).unwrap();
    }
    assert_eq!(world.recorded_after(before), ["organization_suspended", "organization_resumed"]);
    let sql = "SELECT group_concat(effect) FROM (SELECT effect FROM audit WHERE effect LIKE 'account_%' ORDER BY seq)";
    let recorded: String = world.registry().query(sql, &[]).unwrap()[0].get(0).unwrap();
    assert_eq!(recorded, "account_suspended,account_resumed");
}

#[test]
fn a_suspension_that_was_cut_short_is_completed_by_repeating_it() {
    for (moment, holds) in [(Moment::BeforeSuspending, false), (Moment::AfterSuspending, true)] {
        let world = world();
        let browser = operating(&world);
        world.dies_at.set(Some(moment));
        catch_unwind(AssertUnwindSafe(|| suspend(&browser))).expect_err("cut short");
        assert_eq!(world.stranger().sign_in("olivia", PASSWORD).is_err(), holds, "what counts is the object itself");
        assert_eq!(suspend(&browser).unwrap().status, AccountStatus::Suspended);
        assert_eq!(code(world.stranger().sign_in("olivia", PASSWORD)), Code::OrganizationSuspended);
    }
}

#[test]
fn the_operator_does_not_suspend_himself() {
    let world = world();
    let suspend = Suspend { org: operator(), number: AccountNumber(1002) };
    assert_eq!(code(operating(&world).send(&suspend)), Code::OnOneself);
}

#[test]
fn the_operators_right_is_a_permission_like_any_other() {
    let world = world();
    let owner = operating(&world);
    let permissions = ["accounts:view"].map(|text| text.parse().unwrap()).into();
    let details = RoleDetails { name: "Accounts desk".into(), description: String::new(), permissions };
    let role = owner.send(&roles::Create { org: operator(), details }).unwrap().id;
    let create = shared::administrators::api::Create {
        org: operator(),
        person: person("anna"),
        site: None,
        grants: vec![shared::grants::NewGrant::lasting(role, Scope::Organization)],
        password: TemporaryPassword::Generated,
    };
    let temporary = owner.send(&create).unwrap().temporary_password.unwrap();
    let anna = at(&world, &operator(), "anna", &temporary);
    let change =
        session::api::ChangePassword { org: operator(), current_password: temporary, new_password: PASSWORD.into() };
    anna.send(&change).unwrap();
    assert_eq!(accounts(&anna, ""), ["carrier", "operator"]);
    for refused in [suspend(&anna), resume(&anna)] {
        assert_eq!(code(refused), Code::Forbidden);
    }
    assert_eq!(code(anna.send(&new_account("zuiderzee"))), Code::Forbidden);
    assert!(world.stranger().sign_in("olivia", PASSWORD).is_ok());
}

#[test]
fn the_operator_is_a_stranger_inside_an_organization() {
    let world = world();
    let browser = operating(&world);
    macro_rules! all {
        ($($noun:ident :: api :: $verb:ident),+ $(,)?) => {
            $(refuses::<shared::$noun::api::$verb>(&browser);)+
        };
    }
    shared::for_each_endpoint!(all);
}

fn refuses<E: Endpoint>(browser: &Browser<'_>) {
    if E::NEEDS == shared::Needs::Nothing {
        return;
    }
    for sample in E::samples() {
        assert_eq!(code(browser.send(&sample)), Code::SessionRequired, "{}", E::PATH);
    }
}
