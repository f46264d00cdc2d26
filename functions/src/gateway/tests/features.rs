//! Features: permissions of the organization's own product.

use super::*;
use shared::{
    authority::{
        Permission,
        permission::{FEATURES_VIEW, USERS_VIEW},
    },
    checks::{At, Check, Reason, api as checks},
    features::{
        Feature, FeatureDetails, Words,
        api::{Create, Delete, List, Update},
    },
    ids::{FeatureKey, RoleId},
    roles::{Role, RoleDetails, RoleKind, api as roles},
};

fn key() -> FeatureKey {
    "analytics".parse().unwrap()
}

fn details(label: &str) -> FeatureDetails {
    FeatureDetails { label: Words { en: label.into(), ..Words::default() }, ..FeatureDetails::default() }
}

fn create(browser: &Browser<'_>, details: FeatureDetails) -> Result<Feature, Problem> {
    browser.send(&Create { org: org(), key: key(), details })
}

fn role(browser: &Browser<'_>, permissions: &[Permission]) -> Result<Role, Problem> {
    let permissions = permissions.iter().cloned().collect();
    let details = RoleDetails { name: "Analysts".into(), description: String::new(), permissions };
    browser.send(&roles::Create { org: org(), details })
}

fn delete_role(browser: &Browser<'_>, role: &RoleId) {
    browser.send(&roles::Delete { org: org(), role: role.clone() }).unwrap();
}

#[test]
fn a_feature_is_made_changed_and_deleted() {
    let world = World::new();
    let owner = world.owner();
    let link = "https://analytics.carrier.example/";
    let made = create(&owner, FeatureDetails { link: format!(" {link} "), ..details(" Analytics ") }).unwrap();
    assert_eq!((made.details.label.en.as_str(), made.details.link.as_str()), ("Analytics", link));
    assert_eq!(errors(create(&owner, details("Again"))), ["key taken"]);
    assert_eq!(errors(create(&owner, details("  "))), ["details.label required"]);
    let update = Update { org: org(), key: key(), version: made.version, details: details("Charts") };
    let changed = owner.send(&update).unwrap();
    assert_eq!(owner.send(&List { org: org() }).unwrap(), [changed]);
    assert_eq!(code(owner.send(&update)), Code::ChangedMeanwhile);
    owner.send(&Delete { org: org(), key: key() }).unwrap();
    assert_eq!(code(owner.send(&Delete { org: org(), key: key() })), Code::NotFound);
}

#[test]
fn a_link_leads_to_a_page_and_runs_nothing() {
    let world = World::new();
    let owner = world.owner();
    for link in ["javascript:alert(1)", "data:text/html,x", "http://carrier.example", "//carrier.example", "x"] {
        let refused = create(&owner, FeatureDetails { link: link.into(), ..details("Analytics") });
        assert_eq!(errors(refused), ["details.link not_a_link"], "{link}");
    }
    for link in ["", "/users", "https://carrier.example"] {
        create(&owner, FeatureDetails { link: link.into(), ..details("Analytics") }).unwrap();
        owner.send(&Delete { org: org(), key: key() }).unwrap();
    }
}

#[test]
fn a_role_contains_only_features_that_exist_and_they_stay_as_long_as_it_does() {
    let world = World::new();
    let owner = world.owner();
    let feature = Permission::feature(&key());
    assert_eq!(errors(role(&owner, std::slice::from_ref(&feature))), ["details.permissions unknown_feature"]);
    create(&owner, details("Analytics")).unwrap();
    let made = role(&owner, &[feature.clone(), USERS_VIEW]).unwrap();
    let refused = owner.send(&Delete { org: org(), key: key() }).unwrap_err();
    assert_eq!((refused.code, refused.args["count"].as_str()), (Code::FeatureInUse, "1"));
    let other = Permission::feature(&"telephony".parse().unwrap());
    let mut details = made.details.clone();
    details.permissions.insert(other);
    let update = roles::Update { org: org(), role: made.id.clone(), version: made.version, details };
    assert_eq!(errors(owner.send(&update)), ["details.permissions unknown_feature"]);
    delete_role(&owner, &made.id);
    owner.send(&Delete { org: org(), key: key() }).unwrap();
}

#[test]
fn a_feature_is_held_like_any_other_permission() {
    let world = World::new();
    let gent = world.site("Gent");
    let owner = world.owner();
    create(&owner, details("Analytics")).unwrap();
    role(&owner, &[Permission::feature(&key())]).unwrap();
    let (anna, browser) = world.appoint("anna", vec![world.grant("Analysts", only(&gent))]);
    let may = |at| {
        let check = Check { user: anna.clone(), permission: Permission::feature(&key()), at };
        owner.send(&checks::Create { org: org(), check }).unwrap().allowed
    };
    assert!(may(At::Site(gent)) && !may(At::Organization));
    assert!(browser.me().unwrap().access.grants[0].permissions.contains(&Permission::feature(&key())));
    let shown = |browser: &Browser<'_>| browser.me().unwrap().features.len();
    assert_eq!((shown(&browser), shown(&owner)), (1, 1), "whoever may use it is shown the way");
    // Whoever makes roles gives no feature that he does not hold himself.
    let grants = ["roles", "administrators"].map(|role| world.grant(role, Scope::Organization));
    let (_, lim) = world.appoint("lim", grants.into());
    let mut more = roles::Create::samples().remove(0).details;
    more.permissions = [Permission::feature(&key())].into();
    assert_eq!(code(lim.send(&roles::Create { org: org(), details: more })), Code::ExceedsOwnAuthority);
    assert_eq!(shown(&lim), 0);
}

#[test]
fn a_feature_that_is_switched_off_is_nobodys_until_it_is_switched_on_again() {
    let world = World::new();
    let owner = world.owner();
    let made = create(&owner, details("Analytics")).unwrap();
    role(&owner, &[Permission::feature(&key())]).unwrap();
    let (anna, browser) = world.appoint("anna", vec![world.grant("Analysts", Scope::Organization)]);
    let check = Check { user: anna.clone(), permission: Permission::feature(&key()), at: At::Organization };
    let answer = || owner.send(&checks::Create { org: org(), check: check.clone() }).unwrap();
    let who = || {
        let permission = Permission::feature(&key());
        let asked = checks::Who { org: org(), permission, site: None, group: None, cursor: None, limit: None };
        owner.send(&asked).unwrap().total
    };
    let switch = |version, enabled| {
        let details = FeatureDetails { enabled, ..details("Analytics") };
        owner.send(&Update { org: org(), key: key(), version, details }).unwrap().version
    };
    assert!(answer().allowed && who() > 0);
    let off = switch(made.version, false);
    assert_eq!(answer().reason, Some(Reason::FeatureOff));
    assert_eq!(who(), 0);
    assert!(browser.me().unwrap().features.is_empty() && owner.me().unwrap().features.is_empty());
    let batch = checks::Batch { org: org(), checks: vec![check.clone(); 3] };
    assert!(owner.send(&batch).unwrap().iter().all(|answer| !answer.allowed));
    switch(off, true);
    assert!(answer().allowed);
    assert_eq!(browser.me().unwrap().features.len(), 1, "who held it holds it");
}

#[test]
fn whoever_may_only_see_features_changes_none() {
    let world = World::new();
    let owner = world.owner();
    create(&owner, details("Analytics")).unwrap();
    role(&owner, &[FEATURES_VIEW]).unwrap();
    let (_, anna) = world.appoint("anna", vec![world.grant("Analysts", Scope::Organization)]);
    assert_eq!(anna.send(&List { org: org() }).unwrap().len(), 1);
    let update = Update { org: org(), key: key(), version: 1, details: details("Charts") };
    assert_eq!(code(anna.send(&update)), Code::Forbidden);
    assert_eq!(code(anna.send(&Delete { org: org(), key: key() })), Code::Forbidden);
    let (_, bart) = world.appoint("bart", vec![world.grant("users", Scope::Organization)]);
    assert_eq!(code(bart.send(&List { org: org() })), Code::Forbidden);
}

#[test]
fn a_feature_brings_a_box_to_tick_that_goes_with_it() {
    let world = World::new();
    let gent = world.site("Gent");
    let owner = world.owner();
    let all = || owner.send(&roles::List { org: org() }).unwrap();
    let own = || all().into_iter().find(|role| role.kind == RoleKind::Feature);
    let before = world.last_record();
    // Even one that is called as a function of the console is.
    let dashboard: FeatureKey = "dashboard".parse().unwrap();
    let made = owner.send(&Create { org: org(), key: dashboard.clone(), details: details("Board") }).unwrap();
    assert_eq!(world.recorded_after(before), ["feature_created"]);
    let role = own().unwrap();
    assert_eq!(role.details.name, "feature.dashboard");
    assert_eq!(role.details.permissions, [Permission::feature(&dashboard)].into());
    assert_eq!(role.feature.unwrap().label.en, "Board");
    let update = Update { org: org(), key: dashboard.clone(), version: made.version, details: details("Panel") };
    owner.send(&update).unwrap();
    assert_eq!(own().unwrap().feature.unwrap().label.en, "Panel");
    let (anna, browser) = world.appoint("anna", vec![world.grant("feature.dashboard", only(&gent))]);
    assert_eq!(browser.me().unwrap().features.len(), 1);
    // It stays as long as somebody holds it.
    let delete = Delete { org: org(), key: dashboard };
    let refused = owner.send(&delete).unwrap_err();
    assert_eq!((refused.code, refused.args["count"].as_str()), (Code::InUse, "1"));
    let held = owner.send(&shared::administrators::api::View { org: org(), user: anna }).unwrap().grants.remove(0).id;
    owner.send(&shared::grants::api::Delete { org: org(), grant: held }).unwrap();
    owner.send(&delete).unwrap();
    assert!(own().is_none());
}
