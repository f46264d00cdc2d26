//! Facts for previews: enough to foresee what the judge will say.

use super::*;
use shared::{
    administrators::api as administrators,
    authority::{Change, judge::judge},
    grants::{Subject, api as grants},
    groups::{GroupDetails, GroupKind, api as groups},
    ids::UserId,
    previews::api::View,
    session,
};

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
    let (nora, as_nora) = world.appoint_at("nora", &gent);
    let lim = appointed(&world, &as_nora, "lim", &gent);
    let owner = world.owner();
    let facts = owner.send(&View { user: Some(nora.clone()), ..View::nothing(org()) }).unwrap();
    let access = owner.send(&session::api::View { org: org() }).unwrap().access;
    let diff = judge(&access, &[Change::UserDisabled { user: nora }], &facts.snapshot, world.now()).unwrap();
    let holders = diff.orphaned.iter().map(|grant| facts.snapshot.grants[grant].subject.clone());
    assert_eq!(holders.collect::<Vec<_>>(), [Subject::User(lim.clone())]);
    assert_eq!(facts.users[&lim], "lim Peeters");
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
