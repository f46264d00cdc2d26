//! What a session is good for, and when it ends.

use super::*;
use shared::{
    ids::UserId,
    organizations::SessionPolicy,
    profile::{Profile, api::Update},
    session::api::{Create, Delete, View},
    sessions::api as sessions,
    users::api as users,
};

const USUAL: SessionPolicy = SessionPolicy { idle_minutes: 30, absolute_hours: 12 };
const IDLE: Span = USUAL.idle();
const ABSOLUTE: Span = USUAL.absolute();

#[test]
fn a_session_ends_when_it_is_idle() {
    let world = World::new();
    let owner = world.owner();
    for _ in 0..10 {
        world.wait(Span(IDLE.0 - 1));
        assert!(owner.me().is_ok());
    }
    world.wait(IDLE);
    assert_eq!(code(owner.me()), Code::SessionRequired);
}

#[test]
fn a_session_ends_in_the_evening_however_much_it_is_used() {
    let world = World::new();
    let owner = world.owner();
    let ends = owner.me().unwrap().expires_at;
    assert_eq!(ends, START + ABSOLUTE);
    for _ in 0..48 {
        assert!(owner.me().is_ok());
        world.wait(Span(ABSOLUTE.0 / 48));
    }
    assert_eq!(code(owner.me()), Code::SessionRequired);
}

#[test]
fn signing_out_ends_this_session_and_no_other() {
    let world = World::new();
    let (one, other) = (world.owner(), world.owner());
    let token = one.session.borrow().clone();
    one.send(&Delete { org: org() }).unwrap();
    assert!(one.session.borrow().is_none(), "the cookie is cleared");
    *one.session.borrow_mut() = token;
    assert_eq!(code(one.me()), Code::SessionRequired, "the old cookie is worth nothing");
    assert!(other.me().is_ok());
}

#[test]
fn signing_in_again_ends_the_session_that_the_browser_had() {
    let world = World::new();
    let owner = world.owner();
    let before = owner.session.borrow().clone();
    owner.sign_in("olivia", PASSWORD).unwrap();
    let thief = world.stranger();
    *thief.session.borrow_mut() = before;
    assert_eq!(code(thief.me()), Code::SessionRequired);
}

#[test]
fn sessions_are_listed_and_ended_by_their_person_only() {
    let world = World::new();
    let (here, there) = (world.owner(), world.owner());
    let (_, erik) = world.appoint("erik", vec![world.grant("owner", Scope::Organization)]);
    let listed = here.send(&sessions::List { org: org() }).unwrap();
    let foreign = erik.send(&sessions::List { org: org() }).unwrap();
    assert_eq!(foreign.len(), 1);
    let not_mine = sessions::Delete { org: org(), session: foreign[0].id.clone() };
    assert_eq!(code(here.send(&not_mine)), Code::NotFound);

    for other in listed.iter().filter(|session| !session.current) {
        here.send(&sessions::Delete { org: org(), session: other.id.clone() }).unwrap();
    }
    assert_eq!(code(there.me()), Code::SessionRequired);
    let left = here.send(&sessions::List { org: org() }).unwrap();
    assert!(left.len() == 1 && left[0].current && left[0].user_agent == "Firefox");
    here.send(&sessions::Delete { org: org(), session: left[0].id.clone() }).unwrap();
    assert!(here.session.borrow().is_none());
}

#[test]
fn sessions_that_have_ended_are_not_listed_and_not_kept() {
    let world = World::new();
    world.owner();
    world.wait(ABSOLUTE);
    assert_eq!(world.owner().send(&sessions::List { org: org() }).unwrap().len(), 1);
    assert_eq!(world.rows("SELECT 1 FROM sessions").len(), 1);
}

#[test]
fn inv_19_until_a_temporary_password_is_changed_everything_else_is_refused() {
    let world = World::new();
    let create = shared::administrators::api::Create {
        org: org(),
        person: person("erik"),
        site: None,
        grants: vec![world.grant("owner", Scope::Organization)],
        password: TemporaryPassword::Generated,
    };
    let temporary = world.owner().send(&create).unwrap().temporary_password.unwrap();
    let erik = world.stranger();
    let session = erik.sign_in("erik", &temporary).unwrap();
    assert!(session.password_change_required && session.access.grants.is_empty());
    macro_rules! refuses {
        ($($noun:ident :: api :: $verb:ident),+ $(,)?) => {
            $(refuses_before_change::<shared::$noun::api::$verb>(&erik);)+
        };
    }
    shared::for_each_endpoint!(refuses);

    let session = erik.change_password(&temporary, PASSWORD).unwrap();
    assert!(!session.password_change_required && session.access.is_owner());
    assert_eq!(erik.users(), ["erik", "olivia"]);
}

fn refuses_before_change<E: Endpoint>(erik: &Browser<'_>) {
    use shared::Needs;
    if !matches!(E::NEEDS, Needs::Nothing | Needs::AnySession | Needs::SignedIn | Needs::Service(_)) {
        for sample in E::samples() {
            assert_eq!(code(erik.send(&sample)), Code::PasswordChangeRequired, "{}", E::PATH);
        }
    }
}

#[test]
fn inv_19_the_temporary_password_stops_working_when_it_is_changed() {
    let world = World::new();
    let temporary = world.owner().send(&new_user("erik", None)).unwrap().temporary_password.unwrap();
    let erik = world.stranger();
    erik.sign_in("erik", &temporary).unwrap();
    erik.change_password(&temporary, PASSWORD).unwrap();
    assert_eq!(code(world.stranger().sign_in("erik", &temporary)), Code::SignInRefused);
    world.wait(Span::hours(100));
    assert!(world.stranger().sign_in("erik", PASSWORD).is_ok());
}

#[test]
fn changing_the_password_ends_all_sessions_but_the_new_one() {
    let world = World::new();
    let (here, there) = (world.owner(), world.owner());
    let old = here.session.borrow().clone();
    here.change_password(PASSWORD, "grey boats of Namur").unwrap();
    assert!(here.me().is_ok());
    assert_ne!(*here.session.borrow(), old);
    assert_eq!(code(there.me()), Code::SessionRequired);
}

#[test]
fn a_new_password_must_satisfy_the_policy_and_be_new() {
    let world = World::new();
    world.site("Oudenaarde");
    let owner = world.owner();
    for (new, expected) in [
        ("short", "password_short"),
        ("passwordpassword", "password_common"),
        ("abcdefghijklmnop", "password_repetitive"),
        ("Noordzee-olivia-1", "password_personal"),
        ("oudenaarde-12345", "password_personal"),
        (&"x1".repeat(129), "password_long"),
        (PASSWORD, "password_same"),
    ] {
        let refused = owner.change_password(PASSWORD, new).unwrap_err();
        assert_eq!(refused.errors[0].code, expected, "{new}");
    }
}

#[test]
fn ones_own_record_changes_but_for_what_one_signs_in_with() {
    let world = World::new();
    let site = world.site("Gent");
    let (_, lim) = world.appoint_at("lim", &site);
    let before = lim.me().unwrap();
    let profile = Profile {
        given_name: " Élodie ".into(),
        family_name: "Lim".into(),
        language: Some(shared::organizations::Language::French),
        ..Profile::default()
    };
    let update = Update { org: org(), version: before.version, profile };
    let after = lim.send(&update).unwrap();
    assert_eq!(after.person.full_name(), "Élodie Lim");
    assert_eq!((after.person.user_name, after.person.email), (before.person.user_name, before.person.email));
    assert_eq!(after.language, Some(shared::organizations::Language::French));
    assert_eq!(code(lim.send(&update)), Code::ChangedMeanwhile);
    let mut empty = update;
    (empty.version, empty.profile) = (after.version, Profile::default());
    assert_eq!(errors(lim.send(&empty)), ["profile.given_name required", "profile.family_name required"]);
}

#[test]
fn inv_06_a_cookie_of_another_organization_is_no_session_here() {
    let world = World::new();
    world.stranger().send(&crate::testing::setup(TOKENS[1], "other")).unwrap();
    let owner = world.owner();
    let elsewhere = View { org: "other".parse().unwrap() };
    assert_eq!(code(owner.send(&elsewhere)), Code::SessionRequired);
}

#[test]
fn inv_06_what_happens_in_one_organization_is_nothing_to_another() {
    let world = World::new();
    world.user("anna", None);
    let contents = || {
        let of_here = |dump: &String| dump.starts_with(&format!("{} ", org()));
        world.contents().lines().map(str::to_owned).filter(of_here).collect::<Vec<_>>()
    };
    let before = contents();
    let theirs = world.stranger();
    theirs.send(&crate::testing::setup(TOKENS[1], "other")).unwrap();
    let (login, password) = ("olivia".to_owned(), PASSWORD.to_owned());
    theirs.send(&Create { org: "other".parse().unwrap(), login, password }).unwrap();
    let create = users::Create { org: "other".parse().unwrap(), ..new_user("bart", None) };
    let foreign = theirs.send(&create).unwrap().id;
    assert!(!before.is_empty() && contents() == before);

    let owner = world.owner();
    let told = |user: UserId| {
        let problem = owner.send(&users::View { org: org(), user }).unwrap_err();
        (problem.code, problem.status, problem.args, problem.errors)
    };
    assert_eq!(told(foreign), told(UserId::from_u128(7)), "what is theirs is as unknown as what is nobody's");
}
