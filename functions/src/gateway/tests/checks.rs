//! The check API: that it answers what is enforced, and tells nobody what he may not know.

use super::*;
use shared::{
    authority::{
        Access, Decision, Permission, Target, decide,
        permission::{ALL, AUDIT_VIEW, SITES_VIEW, USERS_UPDATE, USERS_VIEW},
    },
    checks::{
        Answer, At, Because, Check, Reason,
        api::{BATCH_MAX, Batch, Create, Explain, Held, Who},
    },
    grants::{NewGrant, Subject, Validity, api as grants},
    groups::{GroupDetails, GroupKind, api as groups},
    ids::{GrantId, GroupId, UserId},
};
use std::collections::BTreeSet;

fn ask(browser: &Browser<'_>, user: &UserId, permission: Permission, at: At) -> Result<Answer, Problem> {
    browser.send(&Create { org: org(), check: Check { user: user.clone(), permission, at } })
}

fn reason(browser: &Browser<'_>, user: &UserId, at: At) -> Option<Reason> {
    ask(browser, user, USERS_VIEW, at).unwrap().reason
}

fn explain(browser: &Browser<'_>, user: &UserId, site: Option<&SiteId>) -> shared::checks::Explanation {
    let request = Explain { org: org(), user: user.clone(), permission: USERS_VIEW, site: site.cloned(), group: None };
    browser.send(&request).unwrap()
}

fn give(world: &World, subject: Subject, grant: NewGrant) -> GrantId {
    world.owner().send(&grants::Create { org: org(), subject, grant }).unwrap().id
}

fn group(world: &World, name: &str, parent: Option<&GroupId>) -> GroupId {
    let details = GroupDetails { name: name.into(), ..GroupDetails::default() };
    let create = groups::Create { org: org(), kind: GroupKind::Team, parent: parent.cloned(), details };
    world.owner().send(&create).unwrap().id
}

fn join(world: &World, group: &GroupId, user: &UserId) {
    world.owner().send(&groups::AddMember { org: org(), group: group.clone(), user: user.clone() }).unwrap();
}

#[test]
fn checks_answer_as_decide_does() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (ops, desk) = (group(&world, "Ops", None), group(&world, "Desk", None));
    let night = group(&world, "Night", Some(&desk));
    let (lim, _) = world.appoint_at("lim", &gent);
    let (anna, bart) = (world.user("anna", Some(&gent)), world.user("bart", None));
    join(&world, &night, &anna);
    give(&world, Subject::Group(desk.clone()), world.grant("sites", only(&namur)));
    let within = Scope::Groups { groups: [desk.clone()].into() };
    give(&world, Subject::User(bart.clone()), world.grant("users", within));
    let owner = world.owner();
    let olivia = owner.me().unwrap().access.user;
    let gone = world.appoint("gone", vec![world.grant("users", Scope::Organization)]).0;
    owner.send(&shared::users::api::Disable { org: org(), user: gone.clone() }).unwrap();

    let path = |groups: &[&GroupId]| Target::Group { path: groups.iter().map(|group| (*group).clone()).collect() };
    let of_anna = Target::User { site: Some(gent.clone()), groups: [night.clone(), desk.clone()].into() };
    let places = [
        (At::Organization, Target::Organization),
        (At::Site(gent.clone()), Target::Site(gent.clone())),
        (At::Site(namur.clone()), Target::Site(namur.clone())),
        (At::Group(desk.clone()), path(&[&desk])),
        (At::Group(night.clone()), path(&[&night, &desk])),
        (At::Group(ops.clone()), path(&[&ops])),
        (At::User(anna.clone()), of_anna),
        (At::User(bart.clone()), Target::Organization),
    ];
    let mut allowed = 0;
    for user in [&lim, &anna, &bart, &olivia, &gone] {
        let grants = owner.send(&Held { org: org(), user: user.clone() }).unwrap();
        let access = Access { user: user.clone(), grants };
        let all = || places.iter().flat_map(|place| ALL.iter().map(move |permission| (permission, place)));
        let check = |(permission, (at, _)): (&Permission, &(At, Target))| Check {
            user: user.clone(),
            permission: permission.clone(),
            at: at.clone(),
        };
        let answers = owner.send(&Batch { org: org(), checks: all().map(check).collect() }).unwrap();
        for ((permission, (at, target)), answer) in all().zip(answers) {
            match decide(&access, permission, target) {
                Decision::Allow { by, through } => {
                    allowed += 1;
                    assert_eq!((answer.allowed, answer.by, answer.through), (true, Some(by), through), "{at:?}");
                }
                Decision::Deny(_) => assert!(!answer.allowed && answer.reason.is_some(), "{permission:?} {at:?}"),
            }
        }
    }
    assert!(allowed > ALL.len(), "the owner alone would not be a test");
}

#[test]
fn a_grant_counts_as_long_as_it_is_valid_where_it_reaches_and_not_while_suspended() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let anna = world.user("anna", None);
    let (from, until) = (world.now() + Span::hours(1), world.now() + Span::hours(2));
    let validity = Validity { from: Some(from), until: Some(until) };
    let grant = give(&world, Subject::User(anna.clone()), NewGrant { validity, ..world.grant("users", only(&gent)) });
    let here = || At::Site(gent.clone());
    let because = |site: &SiteId| {
        let explained = explain(&world.owner(), &anna, Some(site));
        assert!(explained.chain.is_none() && !explained.answer.allowed);
        explained.almost.iter().map(|almost| almost.because).collect::<Vec<_>>()
    };
    assert_eq!(reason(&world.owner(), &anna, here()), Some(Reason::NoGrant));
    assert_eq!(because(&gent), [Because::NotYet]);
    world.wait(Span::hours(1));
    let explained = explain(&world.owner(), &anna, Some(&gent));
    let chain = explained.chain.unwrap();
    assert_eq!((chain.grant, chain.role_name.as_str(), chain.until), (grant.clone(), "users", Some(until)));
    assert_eq!(chain.granted_by.unwrap().name, "olivia Peeters");
    assert_eq!(because(&namur), [Because::Elsewhere]);
    world.owner().send(&grants::Suspend { org: org(), grant: grant.clone() }).unwrap();
    assert_eq!(reason(&world.owner(), &anna, here()), Some(Reason::NoGrant));
    assert_eq!(because(&gent), [Because::Suspended]);
    world.owner().send(&grants::Resume { org: org(), grant }).unwrap();
    assert_eq!(reason(&world.owner(), &anna, here()), None);
    let disabled = shared::users::api::Disable { org: org(), user: anna.clone() };
    world.owner().send(&disabled).unwrap();
    assert_eq!(reason(&world.owner(), &anna, here()), Some(Reason::Disabled));
    world.owner().send(&shared::users::api::Enable { org: org(), user: anna.clone() }).unwrap();
    world.wait(Span::hours(1));
    assert_eq!(reason(&world.owner(), &anna, here()), Some(Reason::NoGrant));
    assert_eq!(because(&gent), [Because::Over]);
}

#[test]
fn what_is_inherited_names_the_group_that_holds_it() {
    let world = World::new();
    let desk = group(&world, "Desk", None);
    let night = group(&world, "Night", Some(&desk));
    let anna = world.user("anna", None);
    join(&world, &night, &anna);
    let grant = give(&world, Subject::Group(desk.clone()), world.grant("users", Scope::Organization));
    let explained = explain(&world.owner(), &anna, None);
    assert_eq!((explained.answer.by, explained.answer.through), (Some(grant), Some(desk.clone())));
    assert_eq!(explained.chain.unwrap().through_name.unwrap(), "Desk");
    let leave = groups::RemoveMember { org: org(), group: night, user: anna.clone() };
    world.owner().send(&leave).unwrap();
    assert_eq!(reason(&world.owner(), &anna, At::Organization), Some(Reason::NoGrant));
}

#[test]
fn inv_07_what_the_caller_may_not_see_is_as_unknown_as_what_does_not_exist() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let desk = group(&world, "Desk", None);
    let (_, lim) = world.appoint_at("lim", &gent);
    let (peer, _) = world.appoint_at("peer", &gent);
    let (elsewhere, _) = world.appoint_at("elsewhere", &namur);
    let plain = world.user("plain", Some(&namur));
    let nobody = UserId::from_u128(1);
    let olivia = world.owner().me().unwrap().access.user;
    for unseen in [&nobody, &elsewhere, &plain, &olivia] {
        for at in [At::Organization, At::Site(gent.clone())] {
            assert_eq!(reason(&lim, unseen, at), Some(Reason::Unknown));
        }
        assert_eq!(lim.send(&Held { org: org(), user: unseen.clone() }).unwrap(), []);
        let explain = Explain { org: org(), user: unseen.clone(), permission: USERS_VIEW, site: None, group: None };
        assert_eq!(code(lim.send(&explain)), Code::NotFound);
    }
    let unknown = [
        At::Site(SiteId::from_u128(1)),
        At::Site(namur.clone()),
        At::Group(GroupId::from_u128(1)),
        At::Group(desk),
        At::User(nobody),
        At::User(plain),
    ];
    for at in unknown {
        assert_eq!(reason(&lim, &peer, at.clone()), Some(Reason::Unknown), "{at:?}");
    }
    let who = |site| {
        lim.send(&Who { org: org(), permission: USERS_VIEW, site: Some(site), group: None, cursor: None, limit: None })
    };
    assert_eq!(who(SiteId::from_u128(1)).unwrap_err().code, Code::NotFound);
    assert_eq!(who(namur.clone()).unwrap_err().code, Code::NotFound);
    let names: Vec<String> = who(gent).unwrap().items.into_iter().map(|named| named.name).collect();
    assert_eq!(names, ["lim Peeters", "peer Peeters"], "no owner is among them for him");
    assert_eq!(reason(&world.owner(), &peer, At::Site(namur)), Some(Reason::NoGrant));
}

#[test]
fn who_may_is_whoever_a_check_allows() {
    let world = World::new();
    let gent = world.site("Gent");
    let desk = group(&world, "Desk", None);
    let (anna, bart) = (world.user("anna", None), world.user("bart", None));
    let (lim, _) = world.appoint_at("lim", &gent);
    join(&world, &desk, &anna);
    give(&world, Subject::Group(desk), world.grant("users", only(&gent)));
    let suspended = give(&world, Subject::User(bart.clone()), world.grant("users", Scope::Organization));
    let owner = world.owner();
    owner.send(&grants::Suspend { org: org(), grant: suspended }).unwrap();
    let olivia = owner.me().unwrap().access.user;
    for permission in [USERS_UPDATE, SITES_VIEW, AUDIT_VIEW] {
        let who = Who {
            org: org(),
            permission: permission.clone(),
            site: Some(gent.clone()),
            group: None,
            cursor: None,
            limit: None,
        };
        let named: BTreeSet<UserId> = owner.send(&who).unwrap().items.into_iter().map(|named| named.id).collect();
        let may = |user: &&UserId| ask(&owner, user, permission.clone(), At::Site(gent.clone())).unwrap().allowed;
        let allowed = [&anna, &bart, &lim, &olivia].into_iter().filter(may).cloned().collect();
        assert_eq!(named, allowed, "{permission:?}");
    }
}

#[test]
fn who_can_help_begins_with_whoever_appointed_him_and_ends_with_owners() {
    let world = World::new();
    let gent = world.site("Gent");
    let (_, lim) = world.appoint_at("lim", &gent);
    let (_, _) = world.appoint_at("abel", &gent);
    let grants = vec![world.grant("administrators", only(&gent))];
    let password = TemporaryPassword::Generated;
    let create =
        shared::administrators::api::Create { org: org(), person: person("below"), site: None, grants, password };
    let below = lim.send(&create).unwrap().id;
    let request = Explain { org: org(), user: below, permission: USERS_UPDATE, site: Some(gent), group: None };
    let names = |browser: &Browser<'_>| -> Vec<String> {
        browser.send(&request).unwrap().helpers.into_iter().map(|named| named.name).collect()
    };
    assert_eq!(names(&world.owner()), ["lim Peeters", "abel Peeters", "olivia Peeters"]);
    assert_eq!(names(&lim), ["lim Peeters", "abel Peeters"]);
}

#[test]
fn a_batch_has_a_limit_and_answers_in_order() {
    let world = World::new();
    let owner = world.owner();
    let anna = world.user("anna", None);
    let olivia = owner.me().unwrap().access.user;
    let check = |number: usize| {
        let user = if number.is_multiple_of(2) { &anna } else { &olivia };
        Check { user: user.clone(), permission: USERS_VIEW, at: At::Organization }
    };
    let batch = |size: usize| owner.send(&Batch { org: org(), checks: (0..size).map(check).collect() });
    let answers = batch(BATCH_MAX).unwrap();
    assert!(answers.iter().enumerate().all(|(number, answer)| answer.allowed != number.is_multiple_of(2)));
    assert_eq!(batch(0).unwrap(), []);
    assert_eq!(errors(batch(BATCH_MAX + 1)), ["checks too_many"]);
}

#[test]
fn whoever_sees_no_administrators_asks_nothing() {
    let world = World::new();
    let (anna, browser) = world.appoint("anna", vec![world.grant("users", Scope::Organization)]);
    assert_eq!(code(ask(&browser, &anna, USERS_VIEW, At::Organization)), Code::Forbidden);
    let unknown = Create::samples().remove(0);
    assert_eq!(code(browser.send(&unknown)), Code::Forbidden);
}
