//! Members by their addresses, and the group whose members administer the account (CRES-6 to 9, 18).

use super::*;
use shared::{
    authority::permission::{CREDENTIALS_CREATE, ORGANIZATION_UPDATE},
    grants::api as grants,
    groups::{
        Group, GroupDetails,
        api::{AddMember, AddMemberByEmail, Create, Delete, List, Members, Move, RemoveMember, Update, View},
    },
    ids::{GroupId, UserId},
    users::Status,
};

/// The group that every organization has.
fn built_in(world: &World) -> Group {
    let groups = world.owner().send(&List::first(org())).unwrap();
    groups.items.into_iter().find(|group| group.built_in).unwrap()
}

fn by_email(group: &GroupId, email: &str) -> AddMemberByEmail {
    AddMemberByEmail { org: org(), group: group.clone(), email: email.into() }
}

fn refused_at_email(outcome: Result<shared::groups::Member, Problem>) -> String {
    let problem = outcome.unwrap_err();
    assert_eq!((problem.code, problem.status), (Code::Invalid, 422));
    let [error] = &problem.errors[..] else { panic!("one error") };
    assert_eq!(error.field, "email");
    error.code.clone()
}

fn members(world: &World, group: &GroupId) -> Vec<UserId> {
    let page = world.owner().send(&Members { org: org(), group: group.clone(), cursor: None, limit: None }).unwrap();
    page.items.into_iter().map(|member| member.id).collect()
}

/// A user who has a password of his own.
fn settled<'w>(world: &'w World, name: &str) -> (UserId, Browser<'w>) {
    let made = world.owner().send(&new_user(name, None)).unwrap();
    let browser = world.stranger();
    let temporary = made.temporary_password.unwrap();
    browser.sign_in(name, &temporary).unwrap();
    browser.change_password(&temporary, PASSWORD).unwrap();
    (made.id, browser)
}

#[test]
fn whoever_joins_the_account_administrators_administers_the_account_at_once_and_is_no_owner() {
    let world = World::new();
    let group = built_in(&world).id;
    let (anna, hers) = settled(&world, "anna");
    assert_eq!(
        code(hers.send(&Create { org: org(), kind: Default::default(), parent: None, details: named("Desk") })),
        Code::Forbidden
    );
    let member = world.owner().send(&by_email(&group, "anna@carrier.example")).unwrap();
    assert_eq!((member.id, member.status), (anna.clone(), Status::Active));
    // In the session that she has open.
    let access = hers.me().unwrap().access;
    assert!(!access.is_owner());
    for permission in [CREDENTIALS_CREATE, ORGANIZATION_UPDATE] {
        let decision = shared::authority::decide(&access, &permission, &shared::authority::Target::Organization);
        assert!(decision.is_allowed(), "{permission}");
    }
    let (erik, his) = settled(&world, "erik");
    hers.send(&by_email(&group, "erik@carrier.example")).unwrap();
    his.send(&Create { org: org(), kind: Default::default(), parent: None, details: named("Desk") }).unwrap();
    // Peers are refused; an owner is not, and his own right is another one.
    let leaving = RemoveMember { org: org(), group: group.clone(), user: erik };
    assert_eq!(code(hers.send(&leaving)), Code::NotDominated);
    world.owner().send(&leaving).unwrap();
    assert_eq!(code(his.send(&List::first(org()))), Code::Forbidden);
    world.owner().send(&RemoveMember { org: org(), group: group.clone(), user: anna }).unwrap();
    assert_eq!(members(&world, &group), []);
    assert_eq!(code(hers.send(&List::first(org()))), Code::Forbidden);
}

fn named(name: &str) -> GroupDetails {
    GroupDetails { name: name.into(), description: String::new() }
}

#[test]
fn an_address_is_found_whatever_its_case_and_space_and_only_as_it_is() {
    let world = World::new();
    let group = built_in(&world).id;
    let anna = world.user("anna", None);
    for (email, error) in [
        ("nobody@carrier.example", "nonexistent_user"),
        ("anna@elsewhere.example", "nonexistent_user"),
        ("\u{430}nna@carrier.example", "nonexistent_user"),
        ("anna", "email"),
        ("  ", "required"),
        ("an na@carrier.example", "email"),
    ] {
        assert_eq!(refused_at_email(world.owner().send(&by_email(&group, email))), error, "{email}");
    }
    world.owner().send(&by_email(&group, "  ANNA@Carrier.Example ")).unwrap();
    assert_eq!(members(&world, &group), [anna]);
    assert_eq!(refused_at_email(world.owner().send(&by_email(&group, "anna@carrier.example"))), "already_member");
}

#[test]
fn somebody_whom_one_may_not_see_is_as_unknown_as_somebody_who_is_not_there() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    world.user("bart", Some(&namur));
    let create = Create { org: org(), kind: Default::default(), parent: None, details: named("Desk") };
    let group = world.owner().send(&create).unwrap().id;
    let here = Scope::Sites { sites: [gent].into() };
    let there = Scope::Groups { groups: [group.clone()].into() };
    let (_, lim) = world.appoint("lim", vec![world.grant("users", here), world.grant("groups", there)]);
    let unseen = lim.send(&by_email(&group, "bart@carrier.example")).unwrap_err();
    let unknown = lim.send(&by_email(&group, "nobody@carrier.example")).unwrap_err();
    assert_eq!(unseen.errors, unknown.errors);
}

#[test]
fn nobody_adds_himself_and_a_disabled_member_may_do_nothing() {
    let world = World::new();
    let group = built_in(&world).id;
    let (_, lim) = world.appoint("lim", vec![world.grant("groups", Scope::Organization)]);
    assert_eq!(code(lim.send(&by_email(&group, "lim@carrier.example"))), Code::OnOneself);
    let (anna, hers) = settled(&world, "anna");
    assert_eq!(code(lim.send(&by_email(&group, "anna@carrier.example"))), Code::ExceedsOwnAuthority);
    world.owner().send(&shared::users::api::Disable { org: org(), user: anna.clone() }).unwrap();
    let member = world.owner().send(&by_email(&group, "anna@carrier.example")).unwrap();
    assert_eq!(member.status, Status::Disabled);
    assert_eq!(code(hers.me()), Code::SessionRequired);
    assert_eq!(code(world.stranger().sign_in("anna", PASSWORD)), Code::SignInRefused);
}

#[test]
fn the_built_in_group_keeps_its_name_its_place_and_what_it_is_given() {
    let world = World::new();
    let (group, owner) = (built_in(&world), world.owner());
    let page = owner.send(&View { org: org(), group: group.id.clone() }).unwrap();
    let grant = page.grants[0].id.clone();
    let details = named("Chiefs");
    let update = Update { org: org(), group: group.id.clone(), version: group.version, details };
    assert_eq!(code(owner.send(&update)), Code::BuiltIn);
    assert_eq!(code(owner.send(&Delete { org: org(), group: group.id.clone() })), Code::BuiltIn);
    let create = |name: &str| Create { org: org(), kind: Default::default(), parent: None, details: named(name) };
    let desk = owner.send(&create("Desk")).unwrap().id;
    let under = Move { org: org(), group: group.id.clone(), version: group.version, parent: Some(desk) };
    assert_eq!(code(owner.send(&under)), Code::BuiltIn);
    assert_eq!(code(owner.send(&grants::Delete { org: org(), grant: grant.clone() })), Code::BuiltIn);
    assert_eq!(code(owner.send(&grants::Suspend { org: org(), grant })), Code::BuiltIn);
    for name in ["Accountbeheerders", " administrateurs DE compte", "Account Administrators", "account_administrators"]
    {
        assert_eq!(owner.send(&create(name)).unwrap_err().errors[0].code, "taken", "{name}");
    }
    for word in ["beheerders", "administrateurs", "account"] {
        let found = owner.send(&List { q: Some(word.into()), ..List::first(org()) }).unwrap();
        assert_eq!(found.items.len(), 1, "{word}");
    }
}

#[test]
fn a_member_is_added_by_id_again_without_a_word() {
    let world = World::new();
    let group = built_in(&world).id;
    let anna = world.user("anna", None);
    let add = AddMember { org: org(), group, user: anna };
    world.owner().send(&add).unwrap();
    let last = world.last_record();
    world.owner().send(&add).unwrap();
    assert!(world.recorded_after(last).iter().all(|effect| effect != "member_added"));
}
