//! What an organization decides about itself.

use super::*;
use shared::{
    organizations::{
        Language, Settings,
        api::{UpdateSettings, View, ViewSettings},
    },
    password::Policy,
    roles::{RoleDetails, api::Create},
    users::PasswordState,
};

fn seen(browser: &Browser<'_>) -> (u32, Settings) {
    let seen = browser.send(&ViewSettings { org: org() }).unwrap();
    (seen.version, seen.settings)
}

/// Changes the settings as they are now.
fn change(browser: &Browser<'_>, change: impl FnOnce(&mut Settings)) -> Result<Settings, Problem> {
    let (version, mut settings) = seen(browser);
    change(&mut settings);
    browser.send(&UpdateSettings { org: org(), version, settings }).map(|changed| changed.settings)
}

fn typed(name: &str, password: &str) -> shared::users::api::Create {
    let password = TemporaryPassword::Typed { password: password.into() };
    shared::users::api::Create { password, ..new_user(name, None) }
}

#[test]
fn an_owner_changes_name_language_and_password_policy() {
    let world = World::new();
    let owner = world.owner();
    let (version, before) = seen(&owner);
    assert_eq!((version, before.password_policy), (1, Policy::default()));
    let policy = Policy { min_length: 20, administrators_type_passwords: true, temporary_hours: 24 };
    let settings = Settings {
        name: " Zuiderzee ".into(),
        language: Language::French,
        password_policy: policy.clone(),
        privacy_statement: " https://noordzee.example/privacy ".into(),
        import_rows: 500,
    };
    let changed = owner.send(&UpdateSettings { org: org(), version, settings: settings.clone() }).unwrap();
    assert_eq!((changed.version, changed.settings.name.as_str()), (2, "Zuiderzee"));
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
        settings.password_policy = Policy { min_length: 14, temporary_hours: 337, ..Policy::default() };
    });
    let expected = [
        "settings.name required",
        "settings.password_policy.min_length out_of_range",
        "settings.password_policy.temporary_hours out_of_range",
        "settings.privacy_statement not_an_address",
    ];
    assert_eq!(errors(refused), expected);
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
fn what_it_was_and_is_is_recorded() {
    let world = World::new();
    let owner = world.owner();
    let before = world.last_record();
    change(&owner, |settings| settings.name = "Zuiderzee".into()).unwrap();
    assert_eq!(world.recorded_after(before), ["organization_updated"]);
    let effect: String = world.rows("SELECT line FROM audit ORDER BY seq DESC LIMIT 1")[0].get(0).unwrap();
    assert!(effect.contains("Noordzee") && effect.contains("Zuiderzee"), "{effect}");
}
