//! A request that is repeated with its idempotency key happens once.

use super::*;

#[test]
fn inv_17_a_repeated_request_is_answered_as_before_and_done_once() {
    let world = World::new();
    let owner = world.owner();
    let create = new_user("anna", None);
    let first = owner.send_with_key(&create, Some("key-1")).unwrap();
    assert!(first.temporary_password.is_some());
    let again = owner.send_with_key(&create, Some("key-1")).unwrap();
    assert_eq!((&again.id, &again.temporary_password), (&first.id, &None), "a password is shown once");
    assert_eq!(owner.users(), ["anna", "olivia"]);
    let kept = world.rows("SELECT answer FROM idempotency")[0].get::<String>(0).unwrap();
    assert!(!kept.contains(&first.temporary_password.unwrap()));
}

#[test]
fn without_a_key_the_repetition_is_another_request() {
    let world = World::new();
    let owner = world.owner();
    owner.send(&new_user("anna", None)).unwrap();
    assert_eq!(code(owner.send(&new_user("anna", None))), Code::Invalid);
}

#[test]
fn inv_17_a_key_used_for_another_request_is_refused() {
    let world = World::new();
    let owner = world.owner();
    owner.send_with_key(&new_user("anna", None), Some("key-1")).unwrap();
    let refused = owner.send_with_key(&new_user("bart", None), Some("key-1")).unwrap_err();
    assert_eq!((refused.code, refused.status), (Code::IdempotencyKeyReused, 422));
}

#[test]
fn a_key_belongs_to_its_caller() {
    let world = World::new();
    let (_, other) = world.appoint("other", vec![world.grant("owner", Scope::Organization)]);
    world.owner().send_with_key(&new_user("anna", None), Some("key-1")).unwrap();
    assert!(other.send_with_key(&new_user("bart", None), Some("key-1")).is_ok());
}

#[test]
fn a_refused_request_keeps_its_key_free() {
    let world = World::new();
    let owner = world.owner();
    let mut create = new_user("anna", None);
    create.person.email = "nothing".into();
    assert_eq!(code(owner.send_with_key(&create, Some("key-1"))), Code::Invalid);
    create.person = person("anna");
    assert!(owner.send_with_key(&create, Some("key-1")).is_ok());
}

#[test]
fn a_replay_shows_nothing_that_the_caller_may_not_do_any_more() {
    let world = World::new();
    let gent = world.site("Gent");
    let (lim, browser) = world.appoint_at("lim", &gent);
    let create = new_user("anna", Some(&gent));
    browser.send_with_key(&create, Some("key-1")).unwrap();
    world.rows(&format!("DELETE FROM grants WHERE user = '{lim}'"));
    assert_eq!(code(browser.send_with_key(&create, Some("key-1"))), Code::Forbidden);
}

#[test]
fn answers_are_kept_for_a_day() {
    let world = World::new();
    let owner = world.owner();
    owner.send_with_key(&new_user("anna", None), Some("key-1")).unwrap();
    world.wait(Span(Span::days(1).0 + 1));
    let owner = world.owner();
    owner.send_with_key(&new_user("bart", None), Some("key-1")).unwrap();
    assert_eq!(world.rows("SELECT 1 FROM idempotency").len(), 1);
}

#[test]
fn inv_17_a_repeated_deletion_is_answered_as_before_although_nothing_is_there_any_more() {
    use shared::groups::{GroupDetails, GroupKind, api as groups};
    let world = World::new();
    let owner = world.owner();
    let details = GroupDetails { name: "Desk".into(), ..GroupDetails::default() };
    let create = groups::Create { org: org(), kind: GroupKind::Access, parent: None, details };
    let group = owner.send(&create).unwrap().id;
    let delete = groups::Delete { org: org(), group };
    for _ in 0..2 {
        owner.send_with_key(&delete, Some("key-1")).unwrap();
    }
    assert_eq!(code(owner.send_with_key(&delete, Some("key-2"))), Code::NotFound);
    assert_eq!(world.recorded_after(0).iter().filter(|effect| *effect == "group_deleted").count(), 1);
}
