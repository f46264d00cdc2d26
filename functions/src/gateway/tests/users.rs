//! Users: adding, changing, disabling; and what an administrator of one site sees of them.

use super::*;
use shared::{
    ids::UserId,
    users::{
        Status, User,
        api::{Disable, Enable, List, ResetPassword, Update, View},
    },
};

fn view(browser: &Browser<'_>, user: &UserId) -> Result<User, Problem> {
    browser.send(&View { org: org(), user: user.clone() })
}

fn update(user: &User) -> Update {
    Update {
        org: org(),
        user: user.id.clone(),
        version: user.version,
        person: user.person.clone(),
        site: user.site.clone(),
        status: None,
        new_password: None,
    }
}

#[test]
fn a_user_is_added_viewed_and_changed() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let owner = world.owner();
    let anna = world.user("anna", Some(&gent));
    let before = view(&owner, &anna).unwrap();
    assert_eq!((before.status, before.administrator, before.site.as_ref()), (Status::Active, false, Some(&gent)));
    let mut change = update(&before);
    change.person.family_name = "  De Smet ".into();
    change.site = Some(namur.clone());
    let after = owner.send(&change).unwrap();
    assert_eq!(after.person.family_name, "De Smet");
    assert_eq!((after.site, after.version > before.version), (Some(namur.clone()), true));
    let sites = owner.send(&shared::sites::api::List { org: org() }).unwrap();
    assert_eq!(sites.iter().map(|site| site.users).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn a_change_to_what_somebody_else_has_changed_meanwhile_is_refused() {
    let world = World::new();
    let anna = world.user("anna", None);
    let owner = world.owner();
    let read = view(&owner, &anna).unwrap();
    owner.send(&update(&read)).unwrap();
    let refused = owner.send(&update(&read)).unwrap_err();
    assert_eq!((refused.code, refused.status), (Code::ChangedMeanwhile, 412));
}

#[test]
fn nobodys_login_is_somebody_elses() {
    let world = World::new();
    let anna = world.user("anna", None);
    let owner = world.owner();
    let mut twin = new_user("ANNA", None);
    assert_eq!(errors(owner.send(&twin)), ["person.user_name taken", "person.email taken"]);
    twin.person = shared::users::Person { user_name: "Olivia@carrier.example".into(), ..person("bart") };
    assert_eq!(errors(owner.send(&twin)), ["person.user_name taken"]);
    let mut change = update(&view(&owner, &anna).unwrap());
    change.person.email = "olivia@carrier.example".into();
    assert_eq!(errors(owner.send(&change)), ["person.email taken"]);
    change.person.email = change.person.user_name.clone() + "@carrier.example";
    assert!(owner.send(&change).is_ok(), "one's own is not taken");
}

#[test]
fn a_login_that_is_given_up_is_free_and_the_new_one_is_not() {
    let world = World::new();
    let (owner, anna) = (world.owner(), world.user("anna", None));
    let mut change = update(&view(&owner, &anna).unwrap());
    change.person.user_name = "annelies".into();
    owner.send(&change).unwrap();
    let named = |name: &str| {
        let mut bart = new_user("bart", None);
        bart.person.user_name = name.into();
        bart
    };
    assert_eq!(errors(owner.send(&named("annelies"))), ["person.user_name taken"]);
    assert!(owner.send(&named("anna")).is_ok());
}

#[test]
fn a_site_that_does_not_exist_is_refused() {
    let world = World::new();
    let nowhere = SiteId::from_u128(1);
    assert_eq!(errors(world.owner().send(&new_user("anna", Some(&nowhere)))), ["site unknown_site"]);
}

#[test]
fn disabling_ends_sessions_in_the_same_commit_and_enabling_gives_everything_back() {
    let world = World::new();
    let grants = vec![world.grant("users", Scope::Organization)];
    let (erik, browser) = world.appoint("erik", grants);
    let owner = world.owner();
    let disabled = owner.send(&Disable { org: org(), user: erik.clone() }).unwrap();
    assert_eq!(disabled.status, Status::Disabled);
    let sessions = format!("SELECT 1 FROM sessions WHERE user = '{erik}'");
    assert!(world.rows(&sessions).is_empty());
    assert_eq!(code(browser.me()), Code::SessionRequired);
    assert_eq!(code(browser.sign_in("erik", PASSWORD)), Code::SignInRefused);
    let again = owner.send(&Disable { org: org(), user: erik.clone() }).unwrap();
    assert_eq!(again.version, disabled.version, "nothing happens twice");

    owner.send(&Enable { org: org(), user: erik }).unwrap();
    browser.sign_in("erik", PASSWORD).unwrap();
    assert_eq!(browser.users(), ["erik", "olivia"]);
}

#[test]
fn a_session_of_somebody_disabled_is_none_even_if_it_were_left() {
    let world = World::new();
    let owner = world.owner();
    world.rows("UPDATE users SET status = 'disabled'");
    assert_eq!(code(owner.me()), Code::SessionRequired);
}

#[test]
fn a_new_temporary_password_ends_sessions_and_must_be_changed() {
    let world = World::new();
    let (erik, browser) = world.appoint("erik", vec![world.grant("users", Scope::Organization)]);
    let reset = ResetPassword { org: org(), user: erik, password: TemporaryPassword::Generated };
    let temporary = world.owner().send(&reset).unwrap().temporary_password.unwrap();
    assert_eq!(code(browser.me()), Code::SessionRequired);
    assert_eq!(code(browser.sign_in("erik", PASSWORD)), Code::SignInRefused);
    assert!(browser.sign_in("erik", &temporary).unwrap().password_change_required);
}

#[test]
fn a_password_is_typed_only_where_the_policy_allows_it_and_satisfies_it() {
    let world = World::new();
    let owner = world.owner();
    let typed = |password: &str| shared::users::api::Create {
        password: TemporaryPassword::Typed { password: password.into(), enforce_expiry: true },
        ..new_user("anna", None)
    };
    assert_eq!(errors(owner.send(&typed(PASSWORD))), ["password typing_not_allowed"]);
    world.rows(
        "UPDATE organization SET password_policy = json_set(password_policy, '$.administrators_type_passwords', json('true'))",
    );
    assert_eq!(errors(owner.send(&typed("anna-peeters-2026"))), ["password.password password_personal"]);
    let made = owner.send(&typed(PASSWORD)).unwrap();
    assert_eq!(made.temporary_password, None, "whoever typed it knows it");
    let anna = world.stranger();
    assert!(anna.sign_in("anna", PASSWORD).unwrap().password_change_required);
}

#[test]
fn an_administrator_of_one_site_sees_its_users_and_nobody_else() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (anna, bart, carl) =
        (world.user("anna", Some(&gent)), world.user("bart", Some(&namur)), world.user("carl", None));
    let (_, lim) = world.appoint_at("lim", &gent);
    assert_eq!(lim.users(), ["anna"]);
    assert!(view(&lim, &anna).is_ok());
    for unseen in [&bart, &carl, &UserId::from_u128(1)] {
        assert_eq!(code(view(&lim, unseen)), Code::NotFound);
        let user = unseen.clone();
        assert_eq!(code(lim.send(&Disable { org: org(), user: user.clone() })), Code::NotFound);
        let password = TemporaryPassword::Generated;
        assert_eq!(code(lim.send(&ResetPassword { org: org(), user, password })), Code::NotFound);
    }
    let search = List { q: Some("peeters".into()), ..List::first(org()) };
    assert_eq!(lim.send(&search).unwrap().total, 1);
    let other_site = List { site: Some(namur.clone()), ..List::first(org()) };
    assert_eq!(lim.send(&other_site).unwrap().total, 0);
    let sites = lim.send(&shared::sites::api::List { org: org() }).unwrap();
    assert_eq!(sites.iter().map(|site| &site.id).collect::<Vec<_>>(), [&gent]);
    let site = shared::sites::api::View { org: org(), site: namur };
    assert_eq!(code(lim.send(&site)), Code::NotFound);
}

#[test]
fn an_administrator_of_one_site_acts_on_its_users_and_nowhere_else() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let anna = world.user("anna", Some(&gent));
    let (_, lim) = world.appoint_at("lim", &gent);
    assert!(lim.send(&new_user("dora", Some(&gent))).is_ok());
    for elsewhere in [Some(&namur), None] {
        assert_eq!(code(lim.send(&new_user("emil", elsewhere))), Code::Forbidden);
        let mut moved = update(&view(&lim, &anna).unwrap());
        moved.site = elsewhere.cloned();
        assert_eq!(code(lim.send(&moved)), Code::Forbidden, "moving needs the right at both places");
    }
    let mut change = update(&view(&lim, &anna).unwrap());
    change.person.email = "anna@example.org".into();
    assert!(lim.send(&change).is_ok());
    assert!(lim.send(&Disable { org: org(), user: anna.clone() }).is_ok());
    assert!(lim.send(&Enable { org: org(), user: anna.clone() }).is_ok());
    let reset = ResetPassword { org: org(), user: anna, password: TemporaryPassword::Generated };
    assert!(lim.send(&reset).is_ok());
}

#[test]
fn somebody_without_grants_may_do_nothing_but_keep_his_own_record() {
    let world = World::new();
    let temporary = world.owner().send(&new_user("anna", None)).unwrap().temporary_password.unwrap();
    let anna = world.stranger();
    anna.sign_in("anna", &temporary).unwrap();
    anna.change_password(&temporary, PASSWORD).unwrap();
    macro_rules! refuses {
        ($($noun:ident :: api :: $verb:ident),+ $(,)?) => {
            $(refuses_without_grants::<shared::$noun::api::$verb>(&anna);)+
        };
    }
    shared::for_each_endpoint!(refuses);
    assert!(anna.me().unwrap().access.grants.is_empty());
}

fn refuses_without_grants<E: Endpoint>(anna: &Browser<'_>) {
    if let shared::Needs::Permission(permission) | shared::Needs::Either([permission, _]) = E::NEEDS {
        for sample in E::samples() {
            let refused = anna.send(&sample).err().expect(E::PATH);
            assert_eq!((refused.code, &refused.args["permission"][..]), (Code::Forbidden, permission.as_str()));
        }
    }
}

#[test]
fn whoever_has_still_to_replace_a_temporary_password_is_found_where_one_may_see_him() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    world.user("anna", Some(&gent));
    world.user("bart", Some(&namur));
    let (_, lim) = world.appoint_at("lim", &gent);
    let found = |browser: &Browser<'_>, temporary| {
        let page = browser.send(&List { temporary: Some(temporary), ..List::first(org()) }).unwrap();
        page.items.into_iter().map(|user| user.user_name).collect::<Vec<_>>()
    };
    assert_eq!(found(&lim, true), ["anna"]);
    assert!(found(&lim, false).is_empty());
    let owner = world.owner();
    assert_eq!(found(&owner, true), ["anna", "bart"]);
    assert!(found(&owner, false).contains(&"lim".to_owned()), "he has a password of his own by now");
}
