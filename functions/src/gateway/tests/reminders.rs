//! Which organizations know an address, told to that address.

use super::*;
use crate::{
    directory::AddressKey,
    effects::{
        directory::{begin, next_at, record, remind, settle},
        outbox::Outcome,
    },
    mail::Message,
    sql::Sql,
    testing::{at, setup},
};
use shared::{
    ids::UserId,
    organizations::Language,
    reminders::api::Create,
    time::{Span, Timestamp},
    users::api as users,
};

const OPERATOR: &str = "operator";

fn key() -> AddressKey {
    AddressKey::of(&"key ".repeat(10)).unwrap()
}

/// Two organizations, in each of which there are an owner olivia and a user anna, and the operator's.
fn world() -> (World, UserId) {
    let world = World::new();
    world.stranger().send(&setup(TOKENS[1], OPERATOR)).unwrap();
    world.stranger().send(&setup(TOKENS[2], "harbour")).unwrap();
    let anna = world.user("anna", None);
    tell(&world, &key());
    (world, anna)
}

/// Has every organization tell the registry what is due.
fn tell(world: &World, key: &AddressKey) {
    for slug in [org().as_str(), OPERATOR, "harbour"] {
        let sql = world.database(slug);
        while let Some(telling) = begin(&*sql, world.now(), key).unwrap() {
            record(&*world.registry(), &telling.announcement).unwrap();
            settle(&*sql, &telling).unwrap();
        }
    }
}

fn ask(world: &World, email: &str) -> Result<(), Problem> {
    world.stranger().send(&Create { email: email.into(), language: Language::French })
}

/// The mails that follow from what was asked.
fn answers(world: &World) -> Vec<Message> {
    remind(&*world.registry(), &at(world.now()), Some(&key()), world.mails.get()).unwrap();
    world.deliver_from(OPERATOR, Outcome::Delivered)
}

#[test]
fn whoever_forgot_gets_the_organizations_that_know_his_address_in_the_language_in_which_he_asks() {
    let (world, _) = world();
    ask(&world, " Olivia@Carrier.example ").unwrap();
    let mail = answers(&world).remove(0);
    assert_eq!((mail.to.as_str(), mail.subject.as_str()), ("olivia@carrier.example", "Vos organisations"));
    for slug in ["carrier", "harbour", OPERATOR] {
        assert!(mail.text.contains(&format!("Noordzee ({slug})")), "{}", mail.text);
        assert!(mail.text.contains(&format!("https://console.example/o/{slug}/sign-in")), "{}", mail.text);
    }
    ask(&world, "anna@carrier.example").unwrap();
    let mail = answers(&world).remove(0);
    assert!(mail.text.contains("(carrier)") && !mail.text.contains("(harbour)"), "{}", mail.text);
}

#[test]
fn an_organization_is_called_what_it_is_called_now() {
    let (world, _) = world();
    let owner = world.owner();
    let shared::organizations::Organization { version, mut settings, .. } =
        owner.send(&shared::organizations::api::ViewSettings { org: org() }).unwrap();
    settings.name = "Zuiderzee".into();
    owner.send(&shared::organizations::api::UpdateSettings { org: org(), version, settings }).unwrap();
    tell(&world, &key());
    ask(&world, "anna@carrier.example").unwrap();
    let mail = answers(&world).remove(0);
    assert!(mail.text.contains("Zuiderzee (carrier)"), "{}", mail.text);
    let found = world.registry().query("SELECT slug FROM organizations WHERE instr(search, 'zuiderzee')", &[]).unwrap();
    assert_eq!(found.len(), 1);
}

#[test]
fn the_answer_is_the_same_for_an_unknown_address_which_gets_no_mail() {
    let (world, _) = world();
    assert_eq!(ask(&world, "nobody@carrier.example"), ask(&world, "anna@carrier.example"));
    let to: Vec<String> = answers(&world).into_iter().map(|mail| mail.to).collect();
    assert_eq!(to, ["anna@carrier.example"]);
    assert_eq!(errors(ask(&world, "anna")), ["email email"]);
}

#[test]
fn an_address_that_is_taken_for_the_same_gets_nothing_the_account_s_own_does() {
    let (world, _) = world();
    // A ligature: another mailbox, with the same key.
    world.user("fiona", None);
    tell(&world, &key());
    ask(&world, "\u{fb01}ona@carrier.example").unwrap();
    let to: Vec<String> = answers(&world).into_iter().map(|mail| mail.to).collect();
    assert_eq!(to, ["fiona@carrier.example"]);
}

#[test]
fn asking_is_slowed_down_and_brings_one_mail_in_five_minutes() {
    let (world, _) = world();
    let refused = (0..10).map(|_| ask(&world, "anna@carrier.example")).find_map(Result::err).unwrap();
    assert_eq!(refused.code, Code::TooManyLinks);
    assert_eq!(answers(&world).len(), 1);
    world.wait(Span::minutes(4));
    ask(&world, "Anna@carrier.example").unwrap();
    assert_eq!(answers(&world).len(), 0);
    world.wait(Span::minutes(16));
    ask(&world, "anna@carrier.example").unwrap();
    assert_eq!(answers(&world).len(), 1);
}

#[test]
fn whoever_is_disabled_or_gets_another_address_is_known_under_it_no_more() {
    let (world, anna) = world();
    let asked = |world: &World, email: &str| {
        world.wait(Span::minutes(20));
        ask(world, email).unwrap();
        answers(world).len()
    };
    world.owner().send(&users::Disable { org: org(), user: anna.clone() }).unwrap();
    assert_eq!(asked(&world, "anna@carrier.example"), 1, "not told yet");
    tell(&world, &key());
    assert_eq!(asked(&world, "anna@carrier.example"), 0);
    let owner = world.owner();
    owner.send(&users::Enable { org: org(), user: anna.clone() }).unwrap();
    let version = owner.send(&users::View { org: org(), user: anna.clone() }).unwrap().version;
    let person = shared::users::Person { email: "annie@carrier.example".into(), ..person("anna") };
    owner
        .send(&users::Update { org: org(), user: anna, version, person, site: None, status: None, new_password: None })
        .unwrap();
    tell(&world, &key());
    assert_eq!(asked(&world, "anna@carrier.example"), 0);
    assert_eq!(asked(&world, "annie@carrier.example"), 1);
}

#[test]
fn a_suspended_organization_is_not_listed() {
    let (world, _) = world();
    world.registry().query("UPDATE organizations SET suspended_at = 1 WHERE slug = 'carrier'", &[]).unwrap();
    ask(&world, "anna@carrier.example").unwrap();
    assert!(answers(&world).is_empty());
}

#[test]
fn what_the_registry_does_not_take_is_told_again_and_what_changes_meanwhile_too() {
    let (world, anna) = world();
    let (sql, key) = (world.database(org().as_str()), key());
    assert_eq!(next_at(&*sql, Some(&key)).unwrap(), None);
    let owner = world.owner();
    owner.send(&users::Disable { org: org(), user: anna.clone() }).unwrap();
    assert_eq!(next_at(&*sql, Some(&key)).unwrap(), Some(Timestamp(0)));
    let lost = begin(&*sql, world.now(), &key).unwrap().unwrap();
    assert_eq!((lost.announcement.present.len(), lost.announcement.absent.len()), (0, 1));
    assert!(begin(&*sql, world.now(), &key).unwrap().is_none());
    world.wait(Span::minutes(10));
    let again = begin(&*sql, world.now(), &key).unwrap().unwrap();
    assert_eq!(again.announcement, lost.announcement);
    owner.send(&users::Enable { org: org(), user: anna }).unwrap();
    settle(&*sql, &again).unwrap();
    let newest = begin(&*sql, world.now(), &key).unwrap().unwrap();
    assert_eq!(newest.announcement.present, lost.announcement.absent);
}

#[test]
fn with_another_key_everything_is_told_afresh() {
    let (world, _) = world();
    let other = AddressKey::of(&"other key ".repeat(5)).unwrap();
    let addresses = || -> Vec<String> {
        let rows = world.registry().query("SELECT digest FROM addresses ORDER BY digest", &[]).unwrap();
        rows.iter().map(|row| row.get(0).unwrap()).collect()
    };
    let before = addresses();
    let sql = world.database(org().as_str());
    assert_eq!(next_at(&*sql, Some(&other)).unwrap(), Some(Timestamp(0)));
    assert_eq!(next_at(&*sql, None).unwrap(), None, "without a key nothing is told");
    tell(&world, &other);
    let after = addresses();
    assert_eq!(after.len(), before.len());
    assert!(after.iter().all(|digest| !before.contains(digest)));
}

#[test]
fn the_registry_holds_no_address_but_its_own_users() {
    let (world, _) = world();
    let rows = world.registry().query("SELECT group_concat(digest || slug) FROM addresses", &[]).unwrap();
    let text: String = rows[0].get(0).unwrap();
    assert!(text.len() > 64 && !text.contains('@'));
}

#[test]
fn without_mails_nobody_is_reminded() {
    let (world, _) = world();
    world.mails.set(false);
    assert_eq!(errors(ask(&world, "anna@carrier.example")), ["email mails_not_available"]);
}
