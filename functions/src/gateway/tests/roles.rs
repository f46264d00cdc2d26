//! Roles: built-in ones stay, custom ones are made of what their maker holds.

use super::*;
use shared::{
    authority::permission::{ALL, SITES_CREATE, SITES_UPDATE, USERS_UPDATE, USERS_VIEW},
    ids::RoleId,
    roles::{
        Role, RoleDetails, RoleKind,
        api::{Create, Delete, List, Update, View},
    },
};

fn details(name: &str, permissions: &[shared::authority::Permission]) -> RoleDetails {
    let permissions = permissions.iter().cloned().collect();
    RoleDetails { name: name.into(), description: String::new(), permissions }
}

fn create(browser: &Browser<'_>, name: &str, permissions: &[shared::authority::Permission]) -> Result<Role, Problem> {
    browser.send(&Create { org: org(), details: details(name, permissions) })
}

fn update(role: &Role, details: RoleDetails) -> Update {
    Update { org: org(), role: role.id.clone(), version: role.version, details }
}

#[test]
fn an_organization_begins_with_the_built_in_roles_in_their_order() {
    let world = World::new();
    let roles = world.owner().send(&List { org: org() }).unwrap();
    let names: Vec<&str> = roles.iter().map(|role| role.details.name.as_str()).collect();
    let functions = ["dashboard", "users", "administrators", "sites", "roles", "groups", "audit"];
    let inventory = ["inventory", "services", "assignments"];
    let portal = ["reports", "analytics", "notices", "organization", "notes", "orders"];
    let (outside, account) = (["integrations"], ["account_administrators"]);
    assert_eq!(names, [&["owner", "system_default"][..], &functions, &inventory, &portal, &outside, &account].concat());
    assert_eq!((roles[0].holders, roles[0].details.permissions.len()), (1, ALL.len()));
    assert!(roles[1].details.permissions.iter().all(|permission| permission.action() == "view"));
}

#[test]
fn a_custom_role_is_made_changed_and_deleted() {
    let world = World::new();
    let owner = world.owner();
    let made = create(&owner, " Help desk ", &[USERS_VIEW]).unwrap();
    assert_eq!((made.kind, made.details.name.as_str()), (RoleKind::Custom, "Help desk"));
    assert_eq!(errors(create(&owner, "help DESK", &[USERS_VIEW])), ["details.name taken"]);
    assert_eq!(errors(create(&owner, "Nothing", &[])), ["details.permissions choose_one"]);
    let change = update(&made, details("Service desk", &[USERS_VIEW, USERS_UPDATE]));
    let changed = owner.send(&change).unwrap();
    assert_eq!(owner.send(&View { org: org(), role: made.id.clone() }), Ok(changed));
    assert_eq!(code(owner.send(&change)), Code::ChangedMeanwhile);
    owner.send(&Delete { org: org(), role: made.id.clone() }).unwrap();
    assert_eq!(code(owner.send(&Delete { org: org(), role: made.id })), Code::NotFound);
}

#[test]
fn a_built_in_role_cannot_be_changed_or_deleted() {
    let world = World::new();
    let owner = world.owner();
    for role in owner.send(&List { org: org() }).unwrap() {
        let change = update(&role, details("Mine", &[USERS_VIEW]));
        assert_eq!(code(owner.send(&change)), Code::BuiltIn);
        assert_eq!(code(owner.send(&Delete { org: org(), role: role.id })), Code::BuiltIn);
    }
    assert_eq!(code(owner.send(&View { org: org(), role: RoleId::from_u128(1) })), Code::NotFound);
}

#[test]
fn a_role_that_somebody_holds_is_not_deleted() {
    let world = World::new();
    let owner = world.owner();
    let made = create(&owner, "Help desk", &[USERS_VIEW]).unwrap();
    world.appoint("anna", vec![world.grant("Help desk", Scope::Organization)]);
    let refused = owner.send(&Delete { org: org(), role: made.id }).unwrap_err();
    assert_eq!((refused.code, refused.args["count"].as_str()), (Code::InUse, "1"));
}

#[test]
fn a_change_of_a_role_reaches_everybody_who_holds_it() {
    let world = World::new();
    let owner = world.owner();
    let made = create(&owner, "Help desk", &[USERS_VIEW]).unwrap();
    let (_, anna) = world.appoint("anna", vec![world.grant("Help desk", Scope::Organization)]);
    assert_eq!(anna.users(), ["anna", "olivia"]);
    let role = owner.send(&View { org: org(), role: made.id }).unwrap();
    owner.send(&update(&role, details("Help desk", &[SITES_CREATE]))).unwrap();
    assert_eq!(code(anna.send(&shared::users::api::List::first(org()))), Code::Forbidden);
}

#[test]
fn nobody_makes_or_widens_a_role_beyond_what_he_holds() {
    let world = World::new();
    let grants = ["roles", "users", "administrators"].map(|role| world.grant(role, Scope::Organization));
    let (_, lim) = world.appoint("lim", grants.into());
    let refused = create(&lim, "Builder", &[USERS_VIEW, SITES_CREATE]).unwrap_err();
    assert_eq!((refused.code, refused.args["permission"].as_str()), (Code::ExceedsOwnAuthority, "sites:create"));
    let made = create(&lim, "Help desk", &[USERS_VIEW]).unwrap();
    let wider = update(&made, details("Help desk", &[USERS_VIEW, SITES_UPDATE]));
    assert_eq!(code(lim.send(&wider)), Code::ExceedsOwnAuthority);
}

#[test]
fn nobody_widens_a_role_that_he_holds() {
    let world = World::new();
    let gent = world.site("Gent");
    let made = create(&world.owner(), "Help desk", &[USERS_VIEW]).unwrap();
    let everywhere = ["roles", "administrators", "Help desk"].map(|role| world.grant(role, Scope::Organization));
    let here = world.grant("users", only(&gent));
    let (_, lim) = world.appoint("lim", everywhere.into_iter().chain([here]).collect());
    let role = lim.send(&View { org: org(), role: made.id }).unwrap();
    let wider = update(&role, details("Help desk", &[USERS_VIEW, USERS_UPDATE]));
    assert_eq!(code(lim.send(&wider)), Code::OnOneself);
}

#[test]
fn nobody_narrows_a_role_of_a_peer() {
    let world = World::new();
    for name in ["Builders", "Painters"] {
        create(&world.owner(), name, &[SITES_UPDATE]).unwrap();
    }
    let appoint = |name: &str, own: &str| {
        let roles = ["roles", "users", "administrators", own];
        world.appoint(name, roles.map(|role| world.grant(role, Scope::Organization)).into()).1
    };
    let lim = appoint("lim", "Builders");
    appoint("peer", "Painters");
    let list = lim.send(&List { org: org() }).unwrap();
    let role = list.iter().find(|role| role.details.name == "Painters").unwrap();
    let narrower = update(role, details("Painters", &[USERS_VIEW]));
    assert_eq!(code(lim.send(&narrower)), Code::NotDominated);
    let renamed = update(role, details("First line", &[SITES_UPDATE]));
    assert!(lim.send(&renamed).is_ok(), "a name gives and takes nothing");
}

#[test]
fn roles_are_the_organizations_and_not_made_at_one_site() {
    let world = World::new();
    let gent = world.site("Gent");
    let (_, lim) = world.appoint("lim", vec![world.grant("roles", only(&gent))]);
    assert_eq!(code(create(&lim, "Help desk", &[shared::authority::permission::ROLES_VIEW])), Code::Forbidden);
}
