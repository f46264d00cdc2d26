//! One action on many users: each has his verdict, and what can be done is done at once.

use super::*;
use shared::{
    audit::{Seq, api::Undo},
    batches::{Applied, Outcome, Planned},
    grants::{NewGrant, Validity},
    groups::{GroupDetails, GroupKind, api as groups},
    ids::{LicenseId, UserId},
    licenses::{LicenseDetails, api as licenses},
    users::api::{Action, ChangeMany, PlanMany},
};

fn plan(browser: &Browser<'_>, users: &[UserId], action: &Action) -> Planned {
    browser.send(&PlanMany { org: org(), users: users.to_vec(), action: action.clone() }).unwrap()
}

fn run(browser: &Browser<'_>, users: &[UserId], action: &Action) -> (Vec<String>, Applied) {
    let planned = plan(browser, users, action);
    let told = planned.items.iter().map(|item| match (&item.problem, &item.errors[..]) {
        (Some(problem), _) => problem.code.as_str().to_owned(),
        (None, [error, ..]) => error.code.clone(),
        (None, []) => format!("{:?}", item.outcome).to_lowercase(),
    });
    let request = ChangeMany { org: org(), users: users.to_vec(), action: action.clone(), plan: planned.plan };
    (told.collect(), browser.send(&request).unwrap())
}

#[test]
fn those_to_whom_it_can_be_done_have_it_done_and_the_others_say_why_not() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (erik_id, erik) = world.appoint_at("erik", &gent);
    let (peer, _) = world.appoint_at("peer", &gent);
    let (anna, bart) = (world.user("anna", Some(&gent)), world.user("bart", Some(&gent)));
    let far = world.user("far", Some(&namur));
    let users = [anna.clone(), bart.clone(), far, peer, erik_id, UserId::from_u128(9)];
    let (told, _) = run(&erik, &users, &Action::Disable {});
    assert_eq!(told[..3], ["changed", "changed", "not-found"]);
    assert!(told[3..].iter().all(|told| !["changed", "unchanged"].contains(&told.as_str())), "{told:?}");
    assert_eq!(world.rows("SELECT 1 FROM users WHERE status = 'disabled'").len(), 2);
    let (told, _) = run(&erik, std::slice::from_ref(&anna), &Action::Disable {});
    assert_eq!(told, ["unchanged"]);
    let (told, _) = run(&erik, &[anna, bart], &Action::Enable {});
    assert_eq!(told, ["changed", "changed"]);
}

#[test]
fn what_each_might_do_alone_all_may_not_do_together() {
    let world = World::new();
    let (nora, _) = world.appoint("nora", vec![world.grant("owner", Scope::Organization)]);
    let owner = world.owner();
    let olivia = owner.me().unwrap().access.user;
    // Nobody disables himself; of two owners, somebody else is left.
    let (told, _) = run(&owner, &[olivia, nora], &Action::Disable {});
    assert_eq!(told, ["on-oneself", "changed"]);
}

#[test]
fn of_the_last_owners_one_is_left_although_each_could_be_disabled_alone() {
    let world = World::new();
    let (nora, _) = world.appoint("nora", vec![world.grant("owner", Scope::Organization)]);
    // An owner who will not be one for good is not the last one.
    let validity = Validity { from: None, until: Some(world.now() + Span::days(7)) };
    let (tess, for_a_week) =
        world.appoint("tess", vec![NewGrant { validity, ..world.grant("owner", Scope::Organization) }]);
    let olivia = world.owner().me().unwrap().access.user;
    let alone = plan(&for_a_week, std::slice::from_ref(&nora), &Action::Disable {});
    assert_eq!(alone.items[0].outcome, Outcome::Changed);
    let users = [olivia, nora];
    assert_eq!(plan(&for_a_week, &users, &Action::Disable {}).items[1].outcome, Outcome::Refused);
    // Another one who is refused for himself changes nothing about that.
    let (told, _) = run(&for_a_week, &[&users[..], &[tess]].concat(), &Action::Disable {});
    assert_eq!(told, ["changed", "last-owner", "on-oneself"]);
}

#[test]
fn many_are_moved_and_added_to_a_group_and_that_is_undone_as_a_whole() {
    let world = World::new();
    let owner = world.owner();
    let gent = world.site("Gent");
    let users = [world.user("anna", None), world.user("bart", Some(&gent))];
    let (told, _) = run(&owner, &users, &Action::Move { site: Some(gent) });
    assert_eq!(told, ["changed", "unchanged"]);
    let details = GroupDetails { name: "Desk".into(), ..GroupDetails::default() };
    let team = |details| groups::Create { org: org(), kind: GroupKind::Team, parent: None, details };
    let desk = owner.send(&team(details.clone())).unwrap().id;
    let (told, _) = run(&owner, &users, &Action::AddToGroup { group: desk });
    assert_eq!(told, ["changed", "changed"]);
    let other = owner.send(&team(GroupDetails { name: "Other".into(), ..details })).unwrap().id;
    let added = world.last_record() - 1;
    assert_eq!(run(&owner, &users, &Action::AddToGroup { group: other }).0, ["in-a-team", "in-a-team"]);
    owner.send(&Undo { org: org(), seq: Seq(u64::try_from(added).unwrap()) }).unwrap();
    assert!(world.rows("SELECT 1 FROM memberships").is_empty());
}

#[test]
fn many_get_seats_as_long_as_there_are_any_and_that_is_undone_as_a_whole() {
    let world = World::new();
    let owner = world.owner();
    let details = LicenseDetails { name: "Support".into(), quantity: 3, ..LicenseDetails::default() };
    let license = owner.send(&licenses::Create { org: org(), details }).unwrap().id;
    let users = ["anna", "bart", "chris", "dora", "emma"].map(|name| world.user(name, None));
    let give = Action::AssignLicense { license: license.clone() };
    assert_eq!(run(&owner, &users[..1], &give).0, ["changed"]);
    owner.send(&shared::users::api::Disable { org: org(), user: users[1].clone() }).unwrap();
    let told = run(&owner, &users, &give).0;
    assert_eq!(told, ["unchanged", "user_disabled", "changed", "changed", "no-seat-left"]);
    let taken = || owner.send(&licenses::View { org: org(), license: license.clone() }).unwrap().assigned;
    assert_eq!(taken(), 3);
    let seq = Seq(u64::try_from(world.last_record()).unwrap());
    owner.send(&Undo { org: org(), seq }).unwrap();
    assert_eq!(taken(), 1);
    let unknown = PlanMany {
        org: org(),
        users: users.to_vec(),
        action: Action::AssignLicense { license: LicenseId::from_u128(9) },
    };
    assert_eq!(errors(owner.send(&unknown)), ["action.license unknown_license"]);
    // Whoever changes users assigns nothing.
    let (_, erik) = world.appoint("erik", vec![world.grant("users", Scope::Organization)]);
    assert_eq!(plan(&erik, &users[3..], &give).items[0].problem.as_ref().map(|it| it.code), Some(Code::Forbidden));
}

#[test]
fn many_get_new_passwords_shown_once_or_by_mail() {
    let world = World::new();
    let owner = world.owner();
    let users = [world.user("anna", None), world.user("bart", None)];
    let (_, applied) = run(&owner, &users, &Action::ResetPassword {});
    let passwords = applied.passwords.unwrap();
    assert_eq!(passwords.iter().map(|issued| issued.row).collect::<Vec<_>>(), [1, 2]);
    assert!(world.stranger().sign_in("bart", &passwords[1].password).unwrap().password_change_required);
    world.mails();
    let (_, applied) = run(&owner, &users, &Action::MailPassword {});
    assert!(applied.passwords.is_none());
    assert_eq!(world.mails().len(), 2);
    let seq = Seq(u64::try_from(world.last_record()).unwrap());
    assert_eq!(code(owner.send(&Undo { org: org(), seq })), Code::NotUndoable);
}

#[test]
fn a_password_is_mailed_to_nobody_who_is_disabled() {
    let world = World::new();
    let owner = world.owner();
    let anna = world.user("anna", None);
    run(&owner, std::slice::from_ref(&anna), &Action::Disable {});
    let planned = plan(&owner, &[anna], &Action::MailPassword {});
    assert_eq!(planned.items[0].errors[0].code, "mail_to_disabled");
}

#[test]
fn nobody_is_named_twice_and_not_too_many_are() {
    let world = World::new();
    let owner = world.owner();
    let ask = |users: Vec<UserId>| errors(owner.send(&PlanMany { org: org(), users, action: Action::Enable {} }));
    let anna = world.user("anna", None);
    assert_eq!(ask(Vec::new()), ["users too_many"]);
    assert_eq!(ask(vec![anna.clone(), anna.clone()]), ["users duplicate"]);
    assert_eq!(ask((0..501).map(UserId::from_u128).collect()), ["users too_many"]);
    let planned = plan(&owner, &[anna], &Action::Enable {});
    assert_eq!(planned.items[0].outcome, Outcome::Unchanged);
}
