//! What an organization decides about itself.

use super::*;
use shared::{
    accounts::AccountNumber,
    organizations::{
        Contact, Language, OwnWords, SessionPolicy, Settings, TimeZone,
        api::{UpdateSettings, View, ViewSettings},
    },
    password::{Policy, Strength},
    roles::{RoleDetails, api::Create},
    users::PasswordState,
};

fn seen(browser: &Browser<'_>) -> (u32, Settings) {
    let seen = browser.send(&ViewSettings { org: org() }).unwrap();
    (seen.version, seen.settings)
}

/// Changes the settings as they are now.
pub(super) fn change(browser: &Browser<'_>, change: impl FnOnce(&mut Settings)) -> Result<Settings, Problem> {
    let (version, mut settings) = seen(browser);
    change(&mut settings);
    browser.send(&UpdateSettings { org: org(), version, settings }).map(|changed| changed.settings)
}

fn typed(name: &str, password: &str) -> shared::users::api::Create {
    let password = TemporaryPassword::Typed { password: password.into(), enforce_expiry: true };
    shared::users::api::Create { password, ..new_user(name, None) }
}

#[test]
fn an_owner_changes_name_language_and_password_policy() {
    let world = World::new();
    let owner = world.owner();
    let (version, before) = seen(&owner);
    assert_eq!((version, before.password_policy), (1, Policy::default()));
    let policy = Policy {
        strength: Strength::Strong,
        shorter_with_two_steps: true,
        administrators_type_passwords: true,
        temporary_hours: 24,
        change_forced: false,
    };
    let settings = Settings {
        name: " Zuiderzee ".into(),
        language: Language::French,
        password_policy: policy.clone(),
        privacy_statement: " https://noordzee.example/privacy ".into(),
        time_zone: TimeZone("Europe/Brussels".into()),
        contact: Contact { name: " Desk ".into(), email: " desk@noordzee.example ".into(), phone: "+32 9 210".into() },
        session_policy: SessionPolicy { idle_minutes: 15, absolute_hours: 8 },
        import_rows: 500,
        words: OwnWords::default(),
    };
    let changed = owner.send(&UpdateSettings { org: org(), version, settings: settings.clone() }).unwrap();
    assert_eq!((changed.version, changed.settings.name.as_str()), (2, "Zuiderzee"));
    assert_eq!(changed.number, AccountNumber(1001));
    assert_eq!(changed.settings.contact.email, "desk@noordzee.example");
    assert_eq!(changed, owner.send(&ViewSettings { org: org() }).unwrap());
    let known = world.stranger().send(&View { org: org() }).unwrap();
    assert_eq!((known.name.as_str(), known.language), ("Zuiderzee", Language::French));
    assert_eq!(owner.me().unwrap().password_policy, policy);
    let again = UpdateSettings { org: org(), version, settings };
    assert_eq!(code(owner.send(&again)), Code::ChangedMeanwhile);
}

#[test]
fn what_is_out_of_range_is_refused_at_its_field() {
    let world = World::new();
    let refused = change(&world.owner(), |settings| {
        settings.name = " ".into();
        settings.privacy_statement = "javascript:alert(1)".into();
        settings.password_policy = Policy { temporary_hours: 337, ..Policy::default() };
        settings.contact = Contact { email: "nobody".into(), phone: "none".into(), ..Contact::default() };
        settings.session_policy = SessionPolicy { idle_minutes: 4, absolute_hours: 25 };
    });
    let expected = [
        "settings.name required",
        "settings.password_policy.temporary_hours out_of_range",
        "settings.contact.email email",
        "settings.contact.phone phone",
        "settings.session_policy.idle_minutes out_of_range",
        "settings.session_policy.absolute_hours out_of_range",
        "settings.privacy_statement not_an_address",
    ];
    assert_eq!(errors(refused), expected);
    let elsewhere = change(&world.owner(), |settings| settings.time_zone = TimeZone("Mars/Phobos".into()));
    assert_eq!(errors(elsewhere), ["settings.time_zone time_zone"]);
}

#[test]
fn sessions_that_are_running_obey_a_shorter_life_at_once() {
    let world = World::new();
    let owner = world.owner();
    let ends = owner.me().unwrap().expires_at;
    world.wait(Span::minutes(20));
    let shorter = SessionPolicy { idle_minutes: 10, absolute_hours: 1 };
    change(&owner, |settings| settings.session_policy = shorter).unwrap();
    assert_eq!(owner.me().unwrap().expires_at, Timestamp(ends.0 - Span::hours(11).0));
    world.wait(Span::minutes(9));
    assert!(owner.me().is_ok());
    assert_eq!(owner.send(&shared::sessions::api::List { org: org() }).unwrap().len(), 1);
    world.wait(Span::minutes(10));
    assert_eq!(code(owner.me()), Code::SessionRequired, "idle");
    let again = world.owner();
    assert_eq!(again.send(&shared::sessions::api::List { org: org() }).unwrap().len(), 1, "the idle one is over");
    for _ in 0..7 {
        assert!(again.me().is_ok());
        world.wait(Span::minutes(9));
    }
    assert_eq!(code(again.me()), Code::SessionRequired, "an hour is over");
}

#[test]
fn a_longer_life_holds_for_sessions_that_begin_from_then_on() {
    let world = World::new();
    let owner = world.owner();
    change(&owner, |settings| settings.session_policy.absolute_hours = 24).unwrap();
    assert_eq!(owner.me().unwrap().expires_at, START + Span::hours(12));
    assert_eq!(world.owner().me().unwrap().expires_at, START + Span::hours(24));
}

#[test]
fn a_change_by_an_administrator_forces_another_one_where_the_organization_says_so() {
    let world = World::new();
    let owner = world.owner();
    let temporary = owner.send(&new_user("anna", None)).unwrap().temporary_password.unwrap();
    let anna = world.stranger();
    assert!(anna.sign_in("anna", &temporary).unwrap().password_change_required);
    assert_eq!(code(anna.send(&shared::sessions::api::List { org: org() })), Code::PasswordChangeRequired);
    change(&owner, |settings| settings.password_policy.change_forced = false).unwrap();
    assert!(!anna.me().unwrap().password_change_required);
    assert!(anna.send(&shared::sessions::api::List { org: org() }).is_ok());
    world.wait(Span::hours(72));
    assert_eq!(code(world.stranger().sign_in("anna", &temporary)), Code::SignInRefused, "it still expires");
}

#[test]
fn mails_tell_times_in_the_organizations_time_zone() {
    let world = World::new();
    let owner = world.owner();
    change(&owner, |settings| settings.time_zone = TimeZone("Europe/Brussels".into())).unwrap();
    let create = shared::users::api::Create { password: TemporaryPassword::Mailed, ..new_user("anna", None) };
    owner.send(&create).unwrap();
    let mail = world.mails().remove(0);
    assert!(mail.text.contains("2026-09-24 16:13 Europe/Brussels"), "{}", mail.text);
}

#[test]
fn a_change_of_the_settings_is_undone_as_long_as_nothing_came_after_it() {
    let world = World::new();
    let owner = world.owner();
    let name = |world: &World| world.stranger().send(&View { org: org() }).unwrap().name;
    change(&owner, |settings| settings.name = "Zuiderzee".into()).unwrap();
    let seq = u64::try_from(world.last_record()).unwrap();
    let undo = shared::audit::api::Undo { org: org(), seq: shared::audit::Seq(seq) };
    owner.send(&undo).unwrap();
    assert_eq!(name(&world), "Noordzee");
    assert_eq!(code(owner.send(&undo)), Code::ChangedMeanwhile);
}

#[test]
fn a_temporary_password_is_typed_only_where_the_organization_allows_it() {
    let world = World::new();
    let owner = world.owner();
    assert_eq!(errors(owner.send(&typed("anna", PASSWORD))), ["password typing_not_allowed"]);
    change(&owner, |settings| settings.password_policy.administrators_type_passwords = true).unwrap();
    assert_eq!(errors(owner.send(&typed("anna", "short"))), ["password.password password_short"]);
    let made = owner.send(&typed("anna", PASSWORD)).unwrap();
    assert_eq!(made.temporary_password, None, "whoever typed it knows it");
    let anna = world.stranger();
    assert!(anna.sign_in("anna", PASSWORD).unwrap().password_change_required);
    let seen = owner.send(&shared::users::api::View { org: org(), user: made.id }).unwrap();
    assert!(matches!(seen.password, PasswordState::Temporary { .. }));
}

#[test]
fn a_longer_life_of_temporary_passwords_holds_for_those_made_from_then_on() {
    let world = World::new();
    let owner = world.owner();
    let before = owner.send(&new_user("anna", None)).unwrap().temporary_password.unwrap();
    change(&owner, |settings| settings.password_policy.temporary_hours = 100).unwrap();
    let after = owner.send(&new_user("bart", None)).unwrap().temporary_password.unwrap();
    world.wait(Span::hours(99));
    assert_eq!(code(world.stranger().sign_in("anna", &before)), Code::SignInRefused);
    assert!(world.stranger().sign_in("bart", &after).is_ok());
}

#[test]
fn only_who_may_for_the_whole_organization_sees_and_changes_it() {
    let world = World::new();
    let site = world.site("Gent");
    let permissions = ["organization:view", "organization:update"].map(|text| text.parse().unwrap()).into();
    let details = RoleDetails { name: "Office".into(), description: String::new(), permissions };
    world.owner().send(&Create { org: org(), details }).unwrap();
    let (_, anna) = world.appoint("anna", vec![world.grant("Office", Scope::Organization)]);
    assert!(change(&anna, |settings| settings.name = "Zuiderzee".into()).is_ok());
    let (version, settings) = seen(&anna);
    let update = UpdateSettings { org: org(), version, settings };
    let (_, bart) = world.appoint("bart", vec![world.grant("Office", only(&site))]);
    let (_, carl) =
        world.appoint("carl", ["users", "administrators"].map(|role| world.grant(role, Scope::Organization)).into());
    // Whoever may see them at one site sees them: they are the whole organization's.
    assert!(bart.send(&ViewSettings { org: org() }).is_ok());
    assert_eq!(code(carl.send(&ViewSettings { org: org() })), Code::Forbidden);
    for browser in [&bart, &carl] {
        assert_eq!(code(browser.send(&update)), Code::Forbidden);
    }
}

#[test]
fn what_the_organization_calls_things_is_told_to_whoever_is_signed_in() {
    let world = World::new();
    let owner = world.owner();
    change(&owner, |settings| {
        settings.words.user.nl = " Technicus ".into();
        settings.words.users.nl = "Technici".into();
    })
    .unwrap();
    let said =
        [("user.nl", "Technicus"), ("users.nl", "Technici")].map(|(word, text)| (word.to_owned(), text.to_owned()));
    assert_eq!(owner.me().unwrap().words, said.into());
    change(&owner, |settings| settings.words = OwnWords::default()).unwrap();
    assert!(owner.me().unwrap().words.is_empty());
}

#[test]
fn a_word_of_ones_own_is_given_in_both_numbers_or_in_none() {
    let world = World::new();
    let refused = change(&world.owner(), |settings| {
        settings.words.site.fr = "Agence".into();
        settings.words.groups.en = "Crews".into();
        settings.words.users.nl = "x".repeat(31);
    });
    let expected = [
        "settings.words.users.nl too_long",
        "settings.words.sites.fr own_word_halved",
        "settings.words.group.en own_word_halved",
        "settings.words.user.nl own_word_halved",
    ];
    assert_eq!(errors(refused), expected);
}

#[test]
fn what_it_was_and_is_is_recorded() {
    let world = World::new();
    let owner = world.owner();
    let before = world.last_record();
    change(&owner, |settings| settings.name = "Zuiderzee".into()).unwrap();
    assert_eq!(world.recorded_after(before), ["organization_updated"]);
    let effect: String = world.rows("SELECT line FROM audit ORDER BY seq DESC LIMIT 1")[0].get(0).unwrap();
    assert!(effect.contains("Noordzee") && effect.contains("Zuiderzee"), "{effect}");
}
