//! Facts for previews: enough to foresee what the judge will say.

use super::*;
use shared::{
    administrators::api as administrators,
    assignments::{Asset, api as assignments},
    authority::{Change, judge::judge},
    grants::{Subject, api as grants},
    groups::{GroupDetails, GroupKind, api as groups},
    ids::{GroupId, UserId},
    licenses::{LicenseDetails, api as licenses},
    previews::api::{Groups, REACHED_MAX, View},
    session,
};
use std::collections::BTreeSet;

/// Has `by` appoint somebody for users at a site.
fn appointed(world: &World, by: &Browser<'_>, name: &str, site: &SiteId) -> UserId {
    let create = administrators::Create {
        org: org(),
        person: person(name),
        site: None,
        grants: vec![world.grant("users", only(site))],
        password: TemporaryPassword::Generated,
    };
    by.send(&create).unwrap().id
}

#[test]
fn a_preview_of_disabling_foresees_what_is_left_orphaned() {
    let world = World::new();
    let gent = world.site("Gent");
    let roles = ["users", "administrators", "groups"].map(|role| world.grant(role, Scope::Organization));
    let (nora, as_nora) = world.appoint("nora", roles.into());
    let lim = appointed(&world, &as_nora, "lim", &gent);
    let owner = world.owner();
    let details = GroupDetails { name: "Desk".into(), description: String::new() };
    let desk = groups::Create { org: org(), kind: GroupKind::Access, parent: None, details };
    let desk = owner.send(&desk).unwrap().id;
    let (subject, grant) = (Subject::Group(desk.clone()), world.grant("users", only(&gent)));
    as_nora.send(&grants::Create { org: org(), subject, grant }).unwrap();
    let facts = owner.send(&View { user: Some(nora.clone()), ..View::nothing(org()) }).unwrap();
    let access = owner.send(&session::api::View { org: org() }).unwrap().access;
    let diff = judge(&access, &[Change::UserDisabled { user: nora }], &facts.snapshot, world.now()).unwrap();
    let holders = diff.orphaned.iter().map(|grant| facts.snapshot.grants[grant].subject.clone());
    let expected = [Subject::User(lim.clone()), Subject::Group(desk.clone())];
    assert_eq!(holders.collect::<BTreeSet<_>>(), expected.into());
    assert_eq!((&facts.users[&lim][..], &facts.groups[&desk][..]), ("lim Peeters", "Desk"));
}

#[test]
fn a_preview_of_naming_somebody_to_answer_foresees_who_cannot() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (nora, as_nora) = world.appoint_at("nora", &gent);
    let lim = appointed(&world, &as_nora, "lim", &gent);
    let owner = world.owner();
    let (other, _) = world.appoint_at("omar", &namur);
    let access = owner.send(&session::api::View { org: org() }).unwrap().access;
    let grant = owner.send(&administrators::View { org: org(), user: lim.clone() }).unwrap().grants.remove(0).id;
    let foreseen = |grantor: &UserId| {
        let about = View { grant: Some(grant.clone()), user: Some(grantor.clone()), ..View::nothing(org()) };
        let facts = owner.send(&about).unwrap();
        let change = Change::GrantRehomed { grant: grant.clone(), grantor: grantor.clone() };
        judge(&access, &[change], &facts.snapshot, world.now()).map_err(|refusal| refusal.code)
    };
    for grantor in [&other, &lim, &nora, &access.user] {
        let done = owner.send(&grants::Rehome { org: org(), grant: grant.clone(), grantor: grantor.clone() });
        assert_eq!(foreseen(grantor).err(), done.err().map(|problem| problem.code), "{grantor}");
    }
    assert_eq!(foreseen(&access.user).err(), None);
}

#[test]
fn a_preview_of_a_grant_knows_all_the_groups_that_it_reaches() {
    let world = World::new();
    let owner = world.owner();
    let group = |n: usize| {
        let details = GroupDetails { name: format!("Group {n}"), ..GroupDetails::default() };
        owner.send(&groups::Create { org: org(), kind: GroupKind::Access, parent: None, details }).unwrap().id
    };
    let all: BTreeSet<GroupId> = (0..=REACHED_MAX).map(group).collect();
    let about = |reached: BTreeSet<GroupId>| View { reached: Some(Groups(reached)), ..View::nothing(org()) };
    let some: BTreeSet<GroupId> = all.iter().take(REACHED_MAX).cloned().collect();
    let facts = owner.send(&about(some.clone())).unwrap();
    assert_eq!(facts.groups.into_keys().collect::<BTreeSet<_>>(), some);
    let errors = owner.send(&about(all)).unwrap_err().errors;
    assert_eq!((errors[0].field.as_str(), errors[0].code.as_str()), ("reached", "too_many"));
}

#[test]
fn what_is_judged_about_an_administrator_of_groups_is_judged_with_the_groups_above() {
    let world = World::new();
    let owner = world.owner();
    let below = |name: &str, parent: Option<GroupId>| {
        let details = GroupDetails { name: name.into(), ..GroupDetails::default() };
        owner.send(&groups::Create { org: org(), kind: GroupKind::Access, parent, details }).unwrap().id
    };
    let top = below("Operations", None);
    let desk = below("Desk", Some(top.clone()));
    let at = |group: &GroupId| Scope::Groups { groups: [group.clone()].into() };
    let of_top = ["administrators", "groups"].map(|role| world.grant(role, at(&top)));
    let (_, as_nora) = world.appoint("nora", of_top.into());
    let (lim, _) = world.appoint("lim", vec![world.grant("groups", at(&desk))]);
    let seen = as_nora.send(&administrators::View { org: org(), user: lim.clone() }).unwrap();
    assert_eq!(seen.groups.path(&desk), [top, desk.clone()].into());
    as_nora.send(&administrators::Disable { org: org(), user: lim }).unwrap();
}

#[test]
fn a_record_says_what_those_are_called_whom_its_grants_mention() {
    let world = World::new();
    let gent = world.site("Gent");
    let (nora, as_nora) = world.appoint_at("nora", &gent);
    let lim = appointed(&world, &as_nora, "lim", &gent);
    let owner = world.owner();
    let details = GroupDetails { name: "Desk".into(), ..GroupDetails::default() };
    let desk = groups::Create { org: org(), kind: GroupKind::Access, parent: None, details };
    let desk = owner.send(&desk).unwrap().id;
    let grant = world.grant("groups", Scope::Groups { groups: [desk.clone()].into() });
    owner.send(&grants::Create { org: org(), subject: Subject::User(lim.clone()), grant: grant.clone() }).unwrap();
    owner.send(&grants::Create { org: org(), subject: Subject::Group(desk.clone()), grant }).unwrap();

    let seen = owner.send(&administrators::View { org: org(), user: lim }).unwrap();
    assert_eq!(seen.names.users[&nora], "nora Peeters");
    assert_eq!(seen.names.groups[&desk], "Desk");
    let page = owner.send(&groups::View { org: org(), group: desk.clone() }).unwrap();
    assert_eq!(page.names.groups[&desk], "Desk");
    assert_eq!(page.names.users.len(), 1);
}

#[test]
fn a_preview_of_disabling_names_the_seats_that_it_frees_to_whom_may_see_seats() {
    let world = World::new();
    let gent = world.site("Gent");
    let owner = world.owner();
    let (anna, _) = world.appoint_at("anna", &gent);
    for (name, released_on_disable) in [("Mobile app", true), ("Desk", false)] {
        let details =
            LicenseDetails { name: name.into(), quantity: 1, released_on_disable, ..LicenseDetails::default() };
        let license = owner.send(&licenses::Create { org: org(), details }).unwrap().id;
        let asset = Asset::License(license);
        owner.send(&assignments::Assign { org: org(), user: anna.clone(), asset }).unwrap();
    }
    let about = View { user: Some(anna.clone()), ..View::nothing(org()) };
    assert_eq!(owner.send(&about).unwrap().released, ["Mobile app"]);
    let (_, as_nora) = world.appoint_at("nora", &gent);
    assert_eq!(as_nora.send(&about).unwrap().released, [""; 0]);
    owner.send(&administrators::Disable { org: org(), user: anna.clone() }).unwrap();
    assert_eq!(owner.send(&about).unwrap().released, [""; 0]);
}

#[test]
fn inv_07_a_preview_tells_nothing_of_what_one_may_not_see() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (_, as_lim) = world.appoint_at("lim", &gent);
    let anna = world.user("anna", Some(&gent));
    let (nora, _) = world.appoint_at("nora", &namur);
    let owner = world.owner();
    let group = |name: &str| {
        let details = GroupDetails { name: name.into(), ..GroupDetails::default() };
        owner.send(&groups::Create { org: org(), kind: GroupKind::Access, parent: None, details }).unwrap().id
    };
    let (open, hidden) = (group("Open"), group("Hidden"));
    let theirs = owner.send(&administrators::View { org: org(), user: nora.clone() }).unwrap().grants.remove(0);
    let nothing = View::nothing(org());
    for named in [
        View { user: Some(nora.clone()), ..nothing.clone() },
        View { user: Some(UserId::from_u128(7)), ..nothing.clone() },
        View { grant: Some(theirs.id), ..nothing.clone() },
        View { group: Some(hidden.clone()), ..nothing.clone() },
        View { to: Some(hidden.clone()), ..nothing.clone() },
        View { reached: Some(Groups([hidden.clone()].into())), ..nothing.clone() },
        View { template: Some(nora), ..nothing.clone() },
    ] {
        assert_eq!(code(as_lim.send(&named)), Code::NotFound, "{named:?}");
    }
    // What a group carries is told with its members, whom one sees, and only so.
    let carries = |group: &GroupId| {
        let subject = Subject::Group(group.clone());
        let grant = world.grant("audit", only(&namur));
        owner.send(&grants::Create { org: org(), subject, grant }).unwrap().id
    };
    let (theirs, others) = (carries(&open), carries(&hidden));
    owner.send(&groups::AddMember { org: org(), group: open, user: world.user("bart", Some(&gent)) }).unwrap();
    let role = role_named(&owner, "audit");
    let (_, as_omar) = world.appoint("omar", vec![world.grant("users", only(&gent))]);
    assert_eq!(code(as_omar.send(&View { role: Some(role), ..nothing.clone() })), Code::NotFound, "he reads no roles");
    let facts = as_lim.send(&View { user: Some(anna), ..nothing }).unwrap();
    assert!(!facts.snapshot.grants.contains_key(&theirs) && !facts.snapshot.grants.contains_key(&others));
    assert!(facts.snapshot.roles.values().all(|role| role.name != "audit"));
}

fn role_named(owner: &Browser<'_>, name: &str) -> shared::ids::RoleId {
    let roles = owner.send(&shared::roles::api::List { org: org() }).unwrap();
    roles.into_iter().find(|role| role.details.name == name).unwrap().id
}
