//! Every effect leaves its record, and no record holds a secret.

use super::*;
use shared::{
    administrators::api as administrators, profile, roles::api as roles, session::api as session,
    sessions::api as sessions, sites::api as sites, users::api as users,
};

/// What the work records.
fn records<T>(world: &World, work: impl FnOnce() -> T) -> (T, String) {
    let before = world.last_record();
    let done = work();
    (done, world.recorded_after(before).join(" "))
}

#[test]
fn set_up_records_what_an_organization_begins_with() {
    let world = World::new();
    let recorded = world.recorded_after(0).join(" ");
    let all = world.owner().send(&roles::List { org: org() }).unwrap();
    let roles = vec!["role_created"; all.len()].join(" ");
    assert_eq!(recorded, format!("organization_created {roles} group_created grant_added user_created grant_added"));
    let registered = world.registry().query("SELECT effect FROM audit ORDER BY seq", &[]).unwrap();
    let registered: Vec<String> = registered.iter().map(|row| row.get(0).unwrap()).collect();
    assert_eq!(registered, ["organization_registered", "organization_activated"]);
}

#[test]
fn every_change_is_recorded_with_who_did_it_through_what() {
    let world = World::new();
    let owner = world.owner();
    let made = owner.send(&new_user("anna", None)).unwrap();
    let user = made.id;
    let actor = owner.me().unwrap().access.user;
    let row = &world.rows("SELECT actor, json_extract(line, '$.endpoint'), json_extract(line, '$.request_id'), at FROM audit ORDER BY seq DESC LIMIT 1")[0];
    let record: (String, String, String, i64) =
        (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap(), row.get(3).unwrap());
    assert_eq!((record.0, record.3), (actor.to_string(), START.0));
    assert_eq!(record.1, "POST /api/v1/orgs/{org}/users");
    assert!(record.2.starts_with("request-"));

    let (_, disabled) = records(&world, || owner.send(&users::Disable { org: org(), user: user.clone() }).unwrap());
    let (_, enabled) = records(&world, || owner.send(&users::Enable { org: org(), user: user.clone() }).unwrap());
    let password = TemporaryPassword::Generated;
    let (_, reset) = records(&world, || owner.send(&users::ResetPassword { org: org(), user, password }).unwrap());
    assert_eq!((&disabled[..], &enabled[..], &reset[..]), ("user_disabled", "user_enabled", "password_set"));
}

#[test]
fn appointing_records_the_person_and_every_grant() {
    let world = World::new();
    let grants = vec![world.grant("users", Scope::Organization), world.grant("sites", Scope::Organization)];
    let owner = world.owner();
    let password = TemporaryPassword::Generated;
    let create = administrators::Create { org: org(), person: person("anna"), site: None, grants, password };
    let (made, recorded) = records(&world, || owner.send(&create).unwrap());
    assert_eq!(recorded, "user_created grant_added grant_added");
    let seen = owner.send(&administrators::View { org: org(), user: made.id.clone() }).unwrap();
    let update = administrators::Update {
        org: org(),
        user: made.id,
        version: seen.user.version,
        person: person("annette"),
        site: None,
        grants: vec![world.grant("sites", Scope::Organization)],
    };
    let (_, recorded) = records(&world, || owner.send(&update).unwrap());
    assert_eq!(recorded, "user_updated grant_removed");
}

#[test]
fn sites_and_roles_record_what_they_were_and_are() {
    let world = World::new();
    let owner = world.owner();
    let gent = world.site("Gent");
    let details = shared::sites::SiteDetails { name: "Ledeberg".into(), ..Default::default() };
    let update = sites::Update { org: org(), site: gent, version: 1, details };
    let (_, recorded) = records(&world, || owner.send(&update).unwrap());
    assert_eq!(recorded, "site_updated");
    let effect: String = world.rows("SELECT line FROM audit ORDER BY seq DESC LIMIT 1")[0].get(0).unwrap();
    assert!(effect.contains("Gent") && effect.contains("Ledeberg"), "{effect}");

    let mut details = roles::Create::samples().remove(0).details;
    let (role, recorded) =
        records(&world, || owner.send(&roles::Create { org: org(), details: details.clone() }).unwrap());
    assert_eq!(recorded, "role_created");
    details.name = "Other".into();
    let update = roles::Update { org: org(), role: role.id.clone(), version: role.version, details };
    let (_, recorded) = records(&world, || owner.send(&update).unwrap());
    assert_eq!(recorded, "role_updated");
    let (_, recorded) = records(&world, || owner.send(&roles::Delete { org: org(), role: role.id }).unwrap());
    assert_eq!(recorded, "role_deleted");
}

#[test]
fn signing_in_failing_to_and_signing_out_are_recorded() {
    let world = World::new();
    let (browser, recorded) = records(&world, || world.owner());
    assert_eq!(recorded, "session_started");
    let (_, recorded) = records(&world, || world.stranger().sign_in("olivia", "wrong").is_err());
    assert_eq!(recorded, "sign_in_failed");
    let (_, recorded) = records(&world, || world.stranger().sign_in("nobody", "wrong").is_err());
    assert_eq!(recorded, "");
    let new = "grey boats of Namur";
    let (_, recorded) = records(&world, || browser.change_password(PASSWORD, new).unwrap());
    assert_eq!(recorded, "password_set session_started");
    let me = browser.me().unwrap();
    let profile = shared::profile::Profile { given_name: "O".into(), family_name: "P".into(), ..Default::default() };
    let update = profile::api::Update { org: org(), version: me.version, profile };
    let (_, recorded) = records(&world, || browser.send(&update).unwrap());
    assert_eq!(recorded, "user_updated language_chosen preferences_chosen");
    let session = browser.send(&sessions::List { org: org() }).unwrap().remove(0).id;
    let (_, recorded) = records(&world, || browser.send(&sessions::Delete { org: org(), session }).unwrap());
    assert_eq!(recorded, "session_ended");
    let again = world.stranger();
    again.sign_in("olivia", new).unwrap();
    let (_, recorded) = records(&world, || again.send(&session::Delete { org: org() }).unwrap());
    assert_eq!(recorded, "session_ended");
}

#[test]
fn no_secret_is_in_a_record() {
    let world = World::new();
    let (_, erik) = world.appoint("erik", vec![world.grant("users", Scope::Organization)]);
    let temporary = erik.send(&new_user("anna", None)).unwrap().temporary_password.unwrap();
    let records: Vec<String> = ["carrier", "operator"]
        .iter()
        .flat_map(|slug| world.database(slug).query("SELECT line FROM audit", &[]).unwrap())
        .map(|row| row.get(0).unwrap())
        .collect();
    let records = records.join("\n");
    let session = erik.session.borrow().clone().unwrap();
    let device = erik.device.borrow().clone().unwrap();
    let digests = [&session, &device, TOKENS[0]].map(text::digest);
    let secrets = [PASSWORD, &temporary, &session, &device, TOKENS[0], "hash "].into_iter();
    for secret in secrets.chain(digests.iter().map(String::as_str)) {
        assert!(!records.contains(secret), "{secret}");
    }
    assert!(records.contains("erik") && records.contains("carrier"));
}

#[test]
fn records_are_neither_changed_nor_deleted() {
    let world = World::new();
    let database = world.database("carrier");
    assert!(database.query("UPDATE audit SET actor = NULL", &[]).is_err());
    assert!(database.query("DELETE FROM audit", &[]).is_err());
}
