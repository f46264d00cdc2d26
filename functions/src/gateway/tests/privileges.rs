//! Assigning and copying privileges, agents, and what new administrators start with.

use super::*;
use shared::{
    administrators::{Rank, api as administrators},
    authority::{
        CopyMode,
        permission::{DASHBOARD_VIEW, USERS_VIEW},
    },
    grants::{
        Grant, NewGrant,
        api::{Assign, Copied, Copy},
    },
    ids::UserId,
    roles::{RoleKind, api as roles},
    users::{Kind, api as users},
};

fn assign(browser: &Browser<'_>, user: &UserId, grants: Vec<NewGrant>) -> Result<Vec<Grant>, Problem> {
    browser.send(&Assign { org: org(), user: user.clone(), grants })
}

fn copy(browser: &Browser<'_>, from: &UserId, to: &UserId, mode: CopyMode) -> Result<Copied, Problem> {
    browser.send(&Copy { org: org(), user: to.clone(), from: from.clone(), mode, reason: "As Kim".into() })
}

/// What somebody holds, as role and number of sites (none for the whole organization).
fn held(world: &World, user: &UserId) -> Vec<(String, usize)> {
    let owner = world.owner();
    let Ok(administrator) = owner.send(&administrators::View { org: org(), user: user.clone() }) else {
        return Vec::new();
    };
    let all = owner.send(&roles::List { org: org() }).unwrap();
    let name = |grant: &Grant| all.iter().find(|role| role.id == grant.role).unwrap().details.name.clone();
    let sites = |grant: &Grant| match &grant.scope {
        Scope::Sites { sites } => sites.len(),
        _ => 0,
    };
    let mut held: Vec<_> = administrator.grants.iter().map(|grant| (name(grant), sites(grant))).collect();
    held.sort();
    held
}

fn named(held: &[(&str, usize)]) -> Vec<(String, usize)> {
    held.iter().map(|(name, sites)| ((*name).to_owned(), *sites)).collect()
}

#[test]
fn several_privileges_are_assigned_at_once_or_none() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let anna = world.user("anna", Some(&gent));
    let owner = world.owner();
    let here = || vec![world.grant("users", only(&gent)), world.grant("notes", only(&gent))];
    assert_eq!(assign(&owner, &anna, here()).unwrap().len(), 2);
    assert_eq!(held(&world, &anna), named(&[("notes", 1), ("users", 1)]));
    // A profile alone grants nothing (EBE-6), and a PBX must be one (EBE-8).
    let bart = world.user("bart", Some(&gent));
    let nowhere = vec![world.grant("users", only(&SiteId::from_u128(1)))];
    assert_eq!(errors(assign(&owner, &bart, nowhere)), ["grants unknown_site"]);
    assert_eq!(errors(assign(&owner, &bart, Vec::new())), ["grants required"]);
    assert_eq!(errors(assign(&owner, &UserId::from_u128(7), here())), ["user unknown_user"]);
    let (lim_id, lim) = world.appoint_at("lim", &gent);
    let too_much = vec![world.grant("users", only(&gent)), world.grant("users", only(&namur))];
    assert_eq!(code(assign(&lim, &bart, too_much)), Code::ExceedsOwnAuthority);
    assert_eq!(held(&world, &bart), named(&[]));
    assert_eq!(code(assign(&lim, &lim_id, vec![world.grant("users", only(&gent))])), Code::OnOneself);
}

#[test]
fn copying_adds_what_the_template_holds_or_replaces_what_is_held() {
    let world = World::new();
    let gent = world.site("Gent");
    let grants = vec![world.grant("users", only(&gent)), world.grant("sites", Scope::Organization)];
    let (kim, _) = world.appoint("kim", grants);
    let (anna, _) = world.appoint("anna", vec![world.grant("audit", only(&gent)), world.grant("users", only(&gent))]);
    let owner = world.owner();
    let added = copy(&owner, &kim, &anna, CopyMode::Add).unwrap();
    assert_eq!(added, Copied { given: 1, taken: 0, left_out: 0 });
    assert_eq!(held(&world, &anna), named(&[("audit", 1), ("sites", 0), ("users", 1)]));
    let before = world.last_record();
    let replaced = copy(&owner, &kim, &anna, CopyMode::Replace).unwrap();
    assert_eq!(replaced, Copied { given: 0, taken: 1, left_out: 0 });
    assert_eq!(world.recorded_after(before), ["grant_removed"]);
    assert_eq!(held(&world, &anna), held(&world, &kim));
    // A user becomes an administrator by it.
    let bart = world.user("bart", None);
    copy(&owner, &kim, &bart, CopyMode::Add).unwrap();
    assert_eq!(held(&world, &bart), held(&world, &kim));
}

#[test]
fn nobody_copies_beyond_his_own_authority() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let both = Scope::Sites { sites: [gent.clone(), namur.clone()].into() };
    let (kim, _) = world.appoint("kim", vec![world.grant("users", both.clone()), world.grant("roles", only(&gent))]);
    let anna = world.user("anna", Some(&gent));
    let view = ["system_default"].map(|role| world.grant(role, both.clone()));
    let grants = ["users", "administrators"].map(|role| world.grant(role, only(&gent)));
    let (_, lim) = world.appoint("lim", [view.to_vec(), grants.to_vec()].concat());
    // Users only at Ghent, and no roles at all: he may not make them.
    let copied = copy(&lim, &kim, &anna, CopyMode::Add).unwrap();
    assert_eq!(copied, Copied { given: 1, taken: 0, left_out: 2 });
    assert_eq!(held(&world, &anna), named(&[("users", 1)]));
    // The primary is not seen by him, and not copied by anybody who is none.
    let owner = world.owner().me().unwrap().access.user;
    assert_eq!(errors(copy(&lim, &owner, &anna, CopyMode::Add)), ["from unknown_user"]);
    let everywhere = ["users", "administrators"].map(|role| world.grant(role, Scope::Organization));
    let (_, nora) = world.appoint("nora", everywhere.into());
    assert_eq!(code(copy(&nora, &owner, &anna, CopyMode::Add)), Code::ExceedsOwnAuthority);
    // Replacing is judged as taking, too: nobody replaces what a peer holds.
    let (mia, _) =
        world.appoint("mia", ["users", "administrators"].map(|role| world.grant(role, Scope::Organization)).into());
    let (bob, _) = world.appoint("bob", vec![world.grant("users", Scope::Organization)]);
    assert_eq!(code(copy(&nora, &bob, &mia, CopyMode::Replace)), Code::NotDominated);
}

#[test]
fn copying_to_oneself_or_to_the_same_person_is_refused_at_the_field() {
    let world = World::new();
    let gent = world.site("Gent");
    let (lim_id, lim) = world.appoint_at("lim", &gent);
    let (kim, _) = world.appoint("kim", vec![world.grant("users", only(&gent))]);
    assert_eq!(errors(copy(&lim, &kim, &kim, CopyMode::Add)), ["user same_person"]);
    let refused = copy(&lim, &kim, &lim_id, CopyMode::Add).unwrap_err();
    assert_eq!((refused.code, refused.field.as_deref()), (Code::OnOneself, Some("user")));
    let anna = world.user("anna", Some(&gent));
    let group = shared::groups::GroupDetails { name: "Desk".into(), ..Default::default() };
    let kind = shared::groups::GroupKind::Access;
    let create = shared::groups::api::Create { org: org(), kind, parent: None, details: group };
    let owner = world.owner();
    let desk = owner.send(&create).unwrap().id;
    let subject = shared::grants::Subject::Group(desk.clone());
    let grant = world.grant("users", only(&gent));
    owner.send(&shared::grants::api::Create { org: org(), subject, grant }).unwrap();
    owner.send(&shared::groups::api::AddMember { org: org(), group: desk, user: anna.clone() }).unwrap();
    // What one inherits is the group's to give.
    assert_eq!(errors(copy(&owner, &anna, &kim, CopyMode::Add)), ["from nothing_to_copy"]);
}

#[test]
fn a_preview_of_copying_gives_the_facts_that_the_edge_plans_with() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let both = Scope::Sites { sites: [gent.clone(), namur].into() };
    let (kim, _) = world.appoint("kim", vec![world.grant("users", both.clone())]);
    let anna = world.user("anna", Some(&gent));
    let grants = ["users", "administrators"].map(|role| world.grant(role, only(&gent)));
    let (_, lim) = world.appoint("lim", [grants.to_vec(), vec![world.grant("system_default", both)]].concat());
    let about = shared::previews::api::View::nothing(org());
    let about = shared::previews::api::View { user: Some(anna.clone()), template: Some(kim.clone()), ..about };
    let facts = lim.send(&about).unwrap();
    let access = lim.me().unwrap().access;
    let plan = shared::authority::copy(&access, &kim, &anna, CopyMode::Add, &facts.snapshot, world.now());
    assert_eq!((plan.added.len(), plan.left_out.len()), (1, 1));
    let foreseen = shared::authority::judge::judge(&access, &plan.changes(), &facts.snapshot, world.now());
    assert!(foreseen.unwrap().people.iter().any(|person| person.user == anna));
    assert_eq!(copy(&lim, &kim, &anna, CopyMode::Add).unwrap(), Copied { given: 1, taken: 0, left_out: 1 });
    let hidden = world.owner().me().unwrap().access.user;
    let unseen = shared::previews::api::View { template: Some(hidden), ..about };
    assert_eq!(code(lim.send(&unseen)), Code::NotFound);
}

#[test]
fn somebody_may_be_an_agent_and_an_administrator() {
    let world = World::new();
    let gent = world.site("Gent");
    let owner = world.owner();
    let mut anna = new_user("anna", Some(&gent));
    anna.person.agent = true;
    let anna = owner.send(&anna).unwrap().id;
    world.user("bart", None);
    let listed = |kind| {
        let page = owner.send(&users::List { kind, ..users::List::first(org()) }).unwrap();
        page.items.into_iter().map(|user| (user.user_name, user.agent, user.rank)).collect::<Vec<_>>()
    };
    assert_eq!(listed(Some(Kind::Agent)), [("anna".to_owned(), true, None)]);
    assign(&owner, &anna, vec![world.grant("users", only(&gent))]).unwrap();
    let both = ("anna".to_owned(), true, Some(Rank::Delegated));
    assert_eq!(listed(Some(Kind::Agent)), std::slice::from_ref(&both));
    assert_eq!(listed(Some(Kind::Administrator)), [both, ("olivia".to_owned(), false, Some(Rank::Owner))]);
    assert_eq!(listed(None).len(), 3);
    let all = owner.send(&administrators::List::first(org())).unwrap().items;
    assert_eq!(all.iter().map(|each| each.agent).collect::<Vec<_>>(), [true, false]);
    // One's own profile does not make one an agent, nor end it.
    let mut person = owner.send(&users::View { org: org(), user: anna.clone() }).unwrap();
    person.person.agent = false;
    let (version, user) = (person.version, anna);
    let change = administrators::Update {
        org: org(),
        user,
        version,
        person: person.person,
        site: None,
        grants: vec![world.grant("users", only(&gent))],
    };
    let changed = owner.send(&change).unwrap();
    assert_eq!((changed.user.person.agent, changed.user.site), (false, None));
    assert_eq!(listed(Some(Kind::Agent)), []);
}

#[test]
fn new_administrators_start_with_a_look_at_things_and_the_dashboard() {
    let world = World::new();
    let all = world.owner().send(&roles::List { org: org() }).unwrap();
    let default = all.iter().find(|role| role.kind == RoleKind::SystemDefault).unwrap();
    assert!(default.details.permissions.iter().all(|permission| permission.action() == "view"));
    assert!([DASHBOARD_VIEW, USERS_VIEW].iter().all(|view| default.details.permissions.contains(view)));
    // It cannot be changed, nor can the owner's role.
    for role in all.iter().filter(|role| role.kind.is_built_in()) {
        let (id, version, details) = (role.id.clone(), role.version, role.details.clone());
        let update = roles::Update { org: org(), role: id.clone(), version, details };
        assert_eq!(code(world.owner().send(&update)), Code::BuiltIn, "{}", role.details.name);
        assert_eq!(code(world.owner().send(&roles::Delete { org: org(), role: id })), Code::BuiltIn);
    }
}

#[test]
fn a_login_that_looks_like_another_is_refused_at_its_field() {
    let world = World::new();
    let owner = world.owner();
    let anna = world.user("anna", None);
    // A Cyrillic а, and a one for an l.
    let mut twin = new_user("\u{430}nna", None);
    twin.person.email = "other@carrier.example".into();
    assert_eq!(errors(owner.send(&twin)), ["person.user_name look_alike"]);
    world.user("jill", None);
    let mut twin = new_user("bart", None);
    twin.person.email = "ji1l@carrier.example".into();
    assert_eq!(errors(owner.send(&twin)), ["person.email look_alike"]);
    // What one has already, one keeps; what is one's own is no other's.
    let seen = owner.send(&users::View { org: org(), user: anna }).unwrap();
    let mut change = users::Update {
        org: org(),
        user: seen.id,
        version: seen.version,
        person: seen.person,
        site: None,
        status: None,
        new_password: None,
    };
    change.person.user_name = "\u{430}nna".into();
    assert!(owner.send(&change).is_ok());
}

#[test]
fn numbers_of_telephones_are_kept_as_they_are_typed() {
    let world = World::new();
    let owner = world.owner();
    let mut anna = new_user("anna", None);
    anna.person.phones.work = " 09/123.45.67 (ext 8) ".into();
    anna.person.phones.mobile = "+32 (0)470 12-34-56".into();
    anna.person.phones.home = "٠٩".into();
    anna.person.phones.sip = "sip:anna@pbx.example".into();
    let anna = owner.send(&anna).unwrap().id;
    let phones = owner.send(&users::View { org: org(), user: anna }).unwrap().person.phones;
    assert_eq!((phones.work.as_str(), phones.mobile.as_str()), ("09/123.45.67 (ext 8)", "+32 (0)470 12-34-56"));
    assert_eq!((phones.home.as_str(), phones.sip.as_str()), ("٠٩", "sip:anna@pbx.example"));
}

#[test]
fn the_company_profile_opens_for_whoever_is_given_it() {
    let world = World::new();
    let gent = world.site("Gent");
    let (_, lim) = world.appoint("lim", vec![world.grant("organization", only(&gent))]);
    let settings = shared::organizations::api::ViewSettings { org: org() };
    assert!(lim.send(&settings).is_ok());
    let (_, mia) = world.appoint("mia", vec![world.grant("users", only(&gent))]);
    assert_eq!(code(mia.send(&settings)), Code::Forbidden);
}
