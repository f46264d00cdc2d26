//! Directories that fill teams which carry permissions: they hand on what their makers may, where they
//! reach, and have nobody in hand whom their makers have not (decision 0039).

use super::{
    credentials::serve,
    directories::{in_team, team_of},
    scim::{self, Directory, OWN_USER, directory_of, refused, team},
    *,
};
use serde_json::{Value, json};
use shared::{
    authority::permission::{
        ALL, CREDENTIALS_CREATE, CREDENTIALS_VIEW, GROUPS_CREATE, GROUPS_UPDATE, GROUPS_VIEW, USERS_CREATE,
        USERS_UPDATE, USERS_VIEW,
    },
    checks::{At, Check, api as checks},
    credentials::api as credentials,
    directories::{
        Counts, DirectoryDetails, Onboarding, RunState,
        api::{Begin, Confirm, Create, Made, Update},
    },
    grants::{Subject, api as grants},
    groups::{GroupDetails, GroupKind, api as groups},
    ids::{CredentialId, GrantId, GroupId, UserId},
    roles::{RoleDetails, api as roles},
    users::{Status, api as users},
};

/// Makes a directory that fills teams which carry permissions.
fn handing_on(by: &Browser<'_>, scope: Scope) -> (CredentialId, String) {
    let Made { directory, token } = by.send(&Create { scope, ..create(true) }).unwrap();
    (directory.credential.id, token.unwrap())
}

fn create(teams_with_permissions: bool) -> Create {
    let scope = Scope::Organization;
    Create { org: org(), details: details(teams_with_permissions), default_password: None, scope, expires_at: None }
}

fn details(teams_with_permissions: bool) -> DirectoryDetails {
    DirectoryDetails { name: "Head office".into(), onboarding: Onboarding::Later, teams_with_permissions }
}

fn within(group: &GroupId) -> Scope {
    Scope::Groups { groups: [group.clone()].into() }
}

fn give(world: &World, group: &GroupId, role: &str, scope: Scope) -> GrantId {
    let (subject, grant) = (Subject::Group(group.clone()), world.grant(role, scope));
    world.owner().send(&grants::Create { org: org(), subject, grant }).unwrap().id
}

fn role(world: &World, name: &str, permissions: &[shared::authority::Permission]) {
    let permissions = permissions.iter().cloned().collect();
    let details = RoleDetails { name: name.into(), description: String::new(), permissions };
    world.owner().send(&roles::Create { org: org(), details }).unwrap();
}

fn to(team: &GroupId) -> Value {
    json!({ "op": "replace", "path": format!("{OWN_USER}:team"), "value": team })
}

fn active(value: bool) -> Value {
    json!({ "op": "replace", "path": "active", "value": value })
}

fn adopt() -> Value {
    json!({ "op": "add", "path": "externalId", "value": "7" })
}

/// Adds somebody to a team; his path.
fn added(directory: &Directory<'_>, name: &str, team: &GroupId) -> String {
    let (status, document) = directory.send("POST", "/Users", in_team(name, team));
    assert_eq!((status, team_of(&document)), (201, team.as_str()), "{document}");
    format!("/Users/{}", document["id"].as_str().unwrap())
}

fn user(path: &str) -> UserId {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

fn status(world: &World, path: &str) -> Status {
    world.owner().send(&users::View { org: org(), user: user(path) }).unwrap().status
}

#[test]
fn technicians_are_added_changed_moved_disabled_and_enabled_by_a_directory_that_may() {
    let world = World::new();
    let [desk, field] = ["Desk", "Field"].map(|name| team(&world, name, GroupKind::Team));
    give(&world, &desk, "users", Scope::Organization);
    let before = world.last_record();
    let (id, token) = handing_on(&world.owner(), Scope::Organization);
    assert_eq!(world.recorded_after(before).join(" "), "session_started credential_created directory_created");
    let line = world.rows("SELECT line FROM audit ORDER BY seq DESC LIMIT 1")[0].get::<String>(0).unwrap();
    assert!(line.contains(r#""teams_with_permissions":true"#), "{line}");
    let directory = directory_of(&world, id.clone(), token);
    let anna = added(&directory, "anna", &desk);
    let held = || world.owner().send(&checks::Held { org: org(), user: user(&anna) }).unwrap().len();
    assert_eq!(held(), 1);
    let rename = json!({ "op": "replace", "path": "name.givenName", "value": "Ann" });
    let mail = json!({ "op": "replace", "path": "emails[type eq \"work\"].value", "value": "ann@carrier.example" });
    for operation in [rename, mail, to(&field), to(&desk)] {
        let (status, said) = directory.patch(&anna, operation);
        assert_eq!(status, 200, "{said}");
    }
    for (value, expected) in [(false, (Status::Disabled, 0)), (true, (Status::Active, 1))] {
        assert_eq!(directory.patch(&anna, active(value)).0, 200);
        assert_eq!((status(&world, &anna), held()), expected);
    }
    // As it was before, once that is over: she holds something, and so is none of its business.
    let off = Update { org: org(), directory: id, version: 1, details: details(false), default_password: None };
    world.owner().send(&off).unwrap();
    assert_eq!(refused(directory.patch(&anna, active(false))).0, 403);
    assert_eq!(refused(directory.send("POST", "/Users", in_team("bert", &desk))).0, 403);
    assert_eq!(status(&world, &anna), Status::Active);
}

#[test]
fn whoever_leaves_a_group_of_the_directory_holds_no_longer_what_it_carries() {
    let world = World::new();
    for kind in [GroupKind::Team, GroupKind::Access] {
        let group = team(&world, &format!("{kind:?}"), kind);
        give(&world, &group, "notes", Scope::Organization);
        let (id, token) = handing_on(&world.owner(), Scope::Organization);
        let directory = directory_of(&world, id, token);
        let (_, anna) = directory.send("POST", "/Users", scim::user(&format!("anna{kind:?}")));
        let anna: UserId = anna["id"].as_str().unwrap().parse().unwrap();
        let held = || world.owner().send(&checks::Held { org: org(), user: anna.clone() }).unwrap().len();
        let path = format!("/Groups/{group}");
        let member = json!([{ "value": anna }]);
        for (operation, expected) in [("add", 1), ("remove", 0)] {
            let (status, said) = directory.patch(&path, json!({ "op": operation, "path": "members", "value": member }));
            assert_eq!((status, held()), (200, expected), "{kind:?} {operation} {said}");
        }
    }
}

#[test]
fn a_token_that_was_replaced_hands_on_nothing() {
    let world = World::new();
    let group = team(&world, "Desk", GroupKind::Team);
    give(&world, &group, "notes", Scope::Organization);
    let (id, old) = handing_on(&world.owner(), Scope::Organization);
    let rotate = credentials::Rotate { org: org(), credential: id.clone(), overlap_hours: 24 };
    let new = world.owner().send(&rotate).unwrap().token.unwrap();
    let old = directory_of(&world, id.clone(), old);
    assert_eq!(refused(old.send("POST", "/Users", in_team("anna", &group))).0, 403);
    added(&directory_of(&world, id, new), "anna", &group);
}

#[test]
fn whoever_made_the_token_is_moved_by_it_as_he_could_move_himself() {
    let world = World::new();
    let [desk, field] = ["Desk", "Field"].map(|name| team(&world, name, GroupKind::Team));
    give(&world, &desk, "orders", Scope::Organization);
    let (mia, browser) = maker(&world);
    let (id, token) = handing_on(&world.owner(), Scope::Organization);
    assert_eq!(directory_of(&world, id.clone(), token).patch(&format!("/Users/{mia}"), adopt()).0, 200);
    // From now on it is hers.
    let rotate = credentials::Rotate { org: org(), credential: id.clone(), overlap_hours: 0 };
    let directory = directory_of(&world, id, browser.send(&rotate).unwrap().token.unwrap());
    let member = json!([{ "value": mia }]);
    let join = |team| {
        let operation = json!({ "op": "add", "path": "members", "value": member });
        directory.patch(&format!("/Groups/{team}"), operation)
    };
    assert_eq!(join(&field).0, 200);
    assert_eq!(refused(join(&desk)).0, 403, "it would give her something");
}

#[test]
fn what_the_maker_may_again_tomorrow_is_judged_today() {
    let world = World::new();
    let few =
        [CREDENTIALS_CREATE, CREDENTIALS_VIEW, USERS_VIEW, USERS_CREATE, USERS_UPDATE, GROUPS_VIEW, GROUPS_UPDATE];
    role(&world, "Everything", ALL);
    role(&world, "Few", &few);
    let (maker, everything) = world.appoint("erik", vec![world.grant("Everything", Scope::Organization)]);
    let (_, lesser) = world.appoint("lesser", vec![world.grant("Few", Scope::Organization)]);
    let directory = everything.send(&create(false)).unwrap().directory.credential.id;
    world.owner().send(&users::Disable { org: org(), user: maker }).unwrap();
    let update = Update { org: org(), directory, version: 1, details: details(true), default_password: None };
    assert_eq!(lesser.send(&update).unwrap_err().status, 403);
}

#[test]
fn owners_the_maker_and_whoever_holds_as_much_are_not_touched() {
    let world = World::new();
    role(&world, "Everything", ALL);
    let (erik, _) = world.appoint("erik", vec![world.grant("Everything", Scope::Organization)]);
    let (olga, _) = world.appoint("olga", vec![world.grant("owner", Scope::Organization)]);
    let olivia = world.owner().me().unwrap().access.user;
    let (id, token) = handing_on(&world.owner(), Scope::Organization);
    let directory = directory_of(&world, id, token);
    // Erik holds all that an owner's directory does, who owns nothing.
    for user in [&olivia, &olga, &erik] {
        let path = format!("/Users/{user}");
        assert_eq!(refused(directory.patch(&path, adopt())).0, 403, "{user}");
        assert_eq!(refused(directory.send("DELETE", &path, Value::Null)).0, 403, "{user}");
    }
    let (dirk, _) = world.appoint("dirk", vec![world.grant("users", Scope::Organization)]);
    let path = format!("/Users/{dirk}");
    assert_eq!(directory.patch(&path, adopt()).0, 200);
    assert_eq!(directory.patch(&path, active(false)).0, 200);
    // Nor does anybody come to own anything by being in a group.
    let built_in = directory.get("/Groups?filter=displayName%20pr")["Resources"][0]["id"].as_str().unwrap().to_owned();
    let join = json!({ "op": "add", "path": "members", "value": [{ "value": olivia }] });
    assert_eq!(refused(directory.patch(&format!("/Groups/{built_in}"), join)).0, 403);
}

/// A maker who may do in the whole organization what it takes to hand on users, and notes.
fn maker(world: &World) -> (UserId, Browser<'_>) {
    role(world, "Integrator", &[CREDENTIALS_VIEW, CREDENTIALS_CREATE]);
    let roles = ["Integrator", "users", "administrators", "groups", "notes"];
    world.appoint("mia", roles.map(|role| world.grant(role, Scope::Organization)).into())
}

#[test]
fn nothing_is_handed_on_that_the_maker_lacks_and_it_narrows_as_he_does() {
    let world = World::new();
    let (mia, browser) = maker(&world);
    let [notes, orders] = ["Notes", "Orders"].map(|name| team(&world, name, GroupKind::Team));
    give(&world, &notes, "notes", Scope::Organization);
    give(&world, &orders, "orders", Scope::Organization);
    let (id, token) = handing_on(&browser, Scope::Organization);
    let directory = directory_of(&world, id, token);
    let anna = added(&directory, "anna", &notes);
    assert_eq!(refused(directory.send("POST", "/Users", in_team("bert", &orders))).0, 403);
    assert_eq!(refused(directory.patch(&anna, to(&orders))).0, 403);
    // Whoever was given more meanwhile is not in its hands any more.
    let (subject, grant) = (Subject::User(user(&anna)), world.grant("orders", Scope::Organization));
    let more = world.owner().send(&grants::Create { org: org(), subject, grant }).unwrap().id;
    assert_eq!(refused(directory.patch(&anna, active(false))).0, 403);
    world.owner().send(&grants::Delete { org: org(), grant: more }).unwrap();
    assert_eq!(directory.patch(&anna, active(false)).0, 200);
    // What the maker has no more, nobody gets from it, nor loses.
    let held = world.owner().send(&checks::Held { org: org(), user: mia }).unwrap();
    let of_notes = held.into_iter().find(|grant| grant.role_name == "notes").unwrap().id;
    world.owner().send(&grants::Delete { org: org(), grant: of_notes }).unwrap();
    assert_eq!(refused(directory.patch(&anna, active(true))).0, 403);
    assert_eq!(refused(directory.send("POST", "/Users", in_team("cleo", &notes))).0, 403);
    assert_eq!(directory.send("POST", "/Users", super::scim::user("dora")).0, 201);
}

#[test]
fn a_token_for_a_group_hands_on_what_counts_within_it() {
    let world = World::new();
    let all = team(&world, "Technicians", GroupKind::Team);
    let add = |name: &str, parent: Option<&GroupId>| {
        let details = GroupDetails { name: name.into(), ..GroupDetails::default() };
        let create = groups::Create { org: org(), kind: GroupKind::Team, parent: parent.cloned(), details };
        world.owner().send(&create).unwrap().id
    };
    let (gent, wide, elsewhere) = (add("Gent", Some(&all)), add("Wide", Some(&all)), add("Elsewhere", None));
    give(&world, &gent, "notes", within(&gent));
    give(&world, &wide, "notes", Scope::Organization);
    give(&world, &elsewhere, "notes", within(&elsewhere));
    let (id, token) = handing_on(&world.owner(), within(&all));
    let directory = directory_of(&world, id, token);
    let anna = added(&directory, "anna", &gent);
    assert_eq!(directory.patch(&anna, active(false)).0, 200);
    assert_eq!(directory.patch(&anna, active(true)).0, 200);
    assert_eq!(refused(directory.patch(&anna, to(&wide))).0, 403);
    assert_eq!(refused(directory.patch(&anna, to(&elsewhere))).0, 400, "it does not see that team");
    // Who holds something outside of its reach is not in its hands, though he is met within it.
    let (subject, grant) = (Subject::User(user(&anna)), world.grant("notes", within(&elsewhere)));
    world.owner().send(&grants::Create { org: org(), subject, grant }).unwrap();
    assert_eq!(refused(directory.patch(&anna, active(false))).0, 403);
}

#[test]
fn elsewhere_the_token_may_no_more_than_another_directorys() {
    let world = World::new();
    let (_, token) = handing_on(&world.owner(), Scope::Organization);
    let reading = |group: GroupId| groups::View { org: org(), group };
    let olivia = world.owner().me().unwrap().access.user;
    let check = Check { user: olivia, permission: USERS_VIEW, at: At::Organization };
    assert_eq!(code(serve(&world, &token, &checks::Create { org: org(), check })), Code::Forbidden);
    let desk = team(&world, "Desk", GroupKind::Team);
    assert_eq!(code(serve(&world, &token, &reading(desk))), Code::SessionRequired);
}

#[test]
fn whoever_changes_or_releases_one_may_there_all_that_its_maker_may() {
    let world = World::new();
    let plain = [CREDENTIALS_VIEW, CREDENTIALS_CREATE, USERS_VIEW, USERS_CREATE, USERS_UPDATE, GROUPS_VIEW];
    role(&world, "Plain", &[&plain[..], &[GROUPS_UPDATE, GROUPS_CREATE]].concat());
    let (_, erik) = world.appoint("erik", vec![world.grant("Plain", Scope::Organization)]);
    let (_, mia) = maker(&world);
    let (id, token) = handing_on(&mia, Scope::Organization);
    let change = |by: &Browser<'_>, version, on| {
        let details = details(on);
        by.send(&Update { org: org(), directory: id.clone(), version, details, default_password: None })
    };
    let begin = Begin { counts: Counts { disabled: 1, ..Counts::default() }, ..Begin::samples().remove(0) };
    let run = serve(&world, &token, &Begin { org: org(), ..begin }).unwrap();
    let confirm = Confirm { org: org(), directory: id.clone(), run: run.id };
    let too_much = change(&erik, 1, true).unwrap_err();
    assert_eq!((too_much.code, too_much.field.as_deref()), (Code::Forbidden, Some("details.teams_with_permissions")));
    assert_eq!(code(erik.send(&confirm)), Code::Forbidden);
    assert_eq!(mia.send(&confirm).unwrap().state, RunState::Confirmed);
    assert_eq!(change(&mia, 1, true).unwrap().version, 2);
    // He may all that is left of it without that, and not put it back.
    assert_eq!(change(&erik, 2, false).unwrap().version, 3);
    assert_eq!(code(change(&erik, 3, true)), Code::Forbidden);
    // Whoever takes the token over answers for it: it is his authority that counts then.
    let desk = team(&world, "Desk", GroupKind::Team);
    give(&world, &desk, "notes", Scope::Organization);
    change(&mia, 3, true).unwrap();
    let rotate = credentials::Rotate { org: org(), credential: id.clone(), overlap_hours: 1 };
    let hers = erik.send(&rotate).unwrap().token.unwrap();
    let directory = directory_of(&world, id.clone(), hers);
    assert_eq!(refused(directory.send("POST", "/Users", in_team("anna", &desk))).0, 403);
    assert_eq!(refused(directory_of(&world, id, token).send("POST", "/Users", in_team("anna", &desk))).0, 403);
}
