//! The first run: a deployment without anybody gains an organization with its owner.

use super::*;
use crate::testing::{Moment, setup};
use std::panic::{AssertUnwindSafe, catch_unwind};

#[test]
fn a_token_makes_one_organization_whose_owner_can_sign_in() {
    let world = World::empty();
    let created = world.stranger().send(&setup(TOKENS[0], "carrier")).unwrap();
    assert_eq!(created.slug, org());
    let session = world.stranger().sign_in("olivia", PASSWORD).unwrap();
    assert!(session.access.is_owner() && !session.password_change_required);
    assert_eq!(session.owners.len(), 1);
    assert_eq!(world.owner().administrators(), ["olivia"]);
}

#[test]
fn what_anybody_may_know_is_name_and_language() {
    let world = World::new();
    let known = world.stranger().send(&shared::organizations::api::View { org: org() }).unwrap();
    assert_eq!((known.name.as_str(), known.language.tag()), ("Noordzee", "nl"));
}

#[test]
fn the_registry_alone_is_no_organization() {
    let world = World::new();
    let operator: shared::ids::Slug = "operator".parse().unwrap();
    let stranger = world.stranger();
    let view = shared::organizations::api::View { org: operator.clone() };
    assert_eq!(code(stranger.send(&view)), Code::UnknownOrganization);
    let sign_in =
        shared::session::api::Create { org: operator.clone(), login: "olivia".into(), password: PASSWORD.into() };
    assert_eq!(code(stranger.send(&sign_in)), Code::UnknownOrganization);
    world.stranger().send(&setup(TOKENS[1], "operator")).unwrap();
    assert!(stranger.send(&view).is_ok() && stranger.send(&sign_in).is_ok());
}

#[test]
fn a_token_works_once() {
    let world = World::new();
    assert_eq!(code(world.stranger().send(&setup(TOKENS[0], "other"))), Code::SetupTokenRefused);
    assert_eq!(code(world.stranger().send(&setup(TOKENS[0], "carrier"))), Code::SetupTokenRefused);
    assert!(world.stranger().send(&setup(TOKENS[1], "other")).is_ok());
}

#[test]
fn a_wrong_or_expired_token_is_refused_and_leaves_no_table() {
    let world = World::empty();
    assert_eq!(code(world.stranger().send(&setup("guess", "carrier"))), Code::SetupTokenRefused);
    world.wait(Span::hours(1));
    assert_eq!(code(world.stranger().send(&setup(TOKENS[0], "carrier"))), Code::SetupTokenRefused);
    assert!(world.registry().query("SELECT 1 FROM sqlite_schema", &[]).unwrap().is_empty());
}

#[test]
fn a_taken_slug_is_refused_and_the_token_stays_good() {
    let world = World::new();
    assert_eq!(errors(world.stranger().send(&setup(TOKENS[1], "carrier"))), ["organization.slug taken"]);
    assert!(world.stranger().send(&setup(TOKENS[1], "other")).is_ok());
}

#[test]
fn a_weak_password_and_bad_fields_are_refused_before_anything_is_written() {
    let world = World::empty();
    let weak = shared::setup::api::Create { password: "noordzee-olivia".into(), ..setup(TOKENS[0], "carrier") };
    assert_eq!(errors(world.stranger().send(&weak)), ["password password_personal"]);
    let mut bad = setup(TOKENS[0], "carrier");
    (bad.owner.email, bad.organization.name) = ("nobody".into(), " ".into());
    assert_eq!(errors(world.stranger().send(&bad)), ["organization.name required", "owner.email email"]);
    assert!(world.registry().query("SELECT 1 FROM sqlite_schema", &[]).unwrap().is_empty());
}

#[test]
fn set_up_that_was_cut_short_is_completed_by_repeating_it() {
    for moment in [Moment::BeforeProvisioning, Moment::AfterProvisioning] {
        let world = World::empty();
        world.dies_at.set(Some(moment));
        let attempt = || world.stranger().send(&setup(TOKENS[0], "carrier"));
        catch_unwind(AssertUnwindSafe(attempt)).expect_err("cut short");
        assert_eq!(
            code(world.stranger().send(&setup(TOKENS[0], "other"))),
            Code::SetupTokenRefused,
            "the token belongs to the first organization"
        );
        assert_eq!(errors(world.stranger().send(&setup(TOKENS[1], "carrier"))), ["organization.slug taken"]);

        assert!(attempt().is_ok(), "{moment:?}");
        assert_eq!(world.owner().administrators(), ["olivia"]);
        let active = "SELECT 1 FROM organizations WHERE status = 'active'";
        assert_eq!(world.registry().query(active, &[]).unwrap().len(), 1);
    }
}

#[test]
fn the_password_of_the_last_attempt_is_the_owners() {
    let world = World::empty();
    world.dies_at.set(Some(Moment::AfterProvisioning));
    let attempt = || world.stranger().send(&setup(TOKENS[0], "carrier"));
    catch_unwind(AssertUnwindSafe(attempt)).expect_err("cut short");
    let other = "grey boats of Namur".to_owned();
    world
        .stranger()
        .send(&shared::setup::api::Create { password: other.clone(), ..setup(TOKENS[0], "carrier") })
        .unwrap();
    assert!(world.stranger().sign_in("olivia", PASSWORD).is_err());
    assert!(world.stranger().sign_in("olivia", &other).is_ok());
}

#[test]
fn an_interrupted_set_up_cannot_change_its_owner() {
    let world = World::empty();
    world.dies_at.set(Some(Moment::AfterProvisioning));
    let attempt = || world.stranger().send(&setup(TOKENS[0], "carrier"));
    catch_unwind(AssertUnwindSafe(attempt)).expect_err("cut short");
    let stranger = Provision {
        organization: setup(TOKENS[0], "carrier").organization,
        owner: person("mallory"),
        phc: String::new(),
        temporary_until: None,
    };
    let database = world.database("carrier");
    let refused = Gateway::provision(&*database, &crate::testing::at(START), "r", &stranger);
    assert_eq!(errors(refused), ["organization.slug taken"]);
}
