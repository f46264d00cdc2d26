//! Mails: what puts them into the outbox, what they say, and that their secrets do not stay.

use super::*;
use crate::{
    effects::outbox::{self, Outcome},
    mail::Message,
    testing::ORIGIN,
};
use shared::{
    administrators::api as administrators,
    grants::{NewGrant, Subject, Validity},
    ids::UserId,
    mails::{MailKind, MailStatus, MailSummary, api::List},
    organizations::Language,
    time::Span,
    users::api as users,
};

fn mailed(name: &str) -> users::Create {
    users::Create { password: TemporaryPassword::Mailed, ..new_user(name, None) }
}

/// The latest mails to somebody, as the owner sees them.
fn listed(world: &World, user: &UserId) -> Vec<MailSummary> {
    world.owner().send(&List { org: org(), user: user.clone() }).unwrap()
}

/// The temporary password in a mail: four groups of five.
fn password(message: &Message) -> String {
    let is_one = |word: &&str| word.len() == 23 && word.split('-').count() == 4;
    message.text.split_whitespace().find(is_one).unwrap().to_owned()
}

#[test]
fn a_welcome_brings_address_user_name_and_a_password_that_nobody_else_sees() {
    let world = World::new();
    let made = world.owner().send(&mailed("anna")).unwrap();
    assert_eq!(made.temporary_password, None);
    let [message] = &world.mails()[..] else { panic!("one mail") };
    assert_eq!((message.to.as_str(), message.from_name.as_str()), ("anna@carrier.example", "Noordzee"));
    assert_eq!(message.subject, "Uw account bij Noordzee");
    let address = format!("{ORIGIN}/o/carrier/sign-in");
    for part in [address.as_str(), "anna", "Tijdelijk wachtwoord", "UTC"] {
        assert!(message.text.contains(part) && message.html.contains(part), "{part}");
    }
    let password = password(message);
    let hers = world.stranger();
    assert!(hers.sign_in("anna", &password).unwrap().password_change_required);
    assert_eq!(listed(&world, &made.id)[0].status, MailStatus::Delivered);
    assert!(world.rows("SELECT 1 FROM mails WHERE content IS NOT NULL").is_empty(), "what it said is kept");
    assert!(world.rows("SELECT line FROM audit").iter().all(|row| !row.get::<String>(0).unwrap().contains(&password)));
}

#[test]
fn a_reset_by_mail_goes_to_whom_it_is_about_in_his_own_language() {
    let world = World::new();
    let (user, his) = world.appoint("erik", vec![world.grant("users", Scope::Organization)]);
    world.mails();
    let version = his.me().unwrap().version;
    let profile = shared::profile::Profile {
        given_name: "Erik".into(),
        family_name: "Peeters".into(),
        language: Some(Language::French),
        ..Default::default()
    };
    his.send(&shared::profile::api::Update { org: org(), version, profile }).unwrap();
    let reset = administrators::ResetPassword { org: org(), user, password: TemporaryPassword::Mailed };
    let owner = world.owner();
    for _ in 0..2 {
        // Asked again with the same key, it happens once.
        let answer = owner.send_with_key(&reset, Some("once and again")).unwrap();
        assert_eq!(answer.temporary_password, None);
    }
    assert_eq!(code(his.me()), Code::SessionRequired);
    // Another reset makes the first password void, and withdraws its mail.
    owner.send(&reset).unwrap();
    let [message] = &world.mails()[..] else { panic!("one mail") };
    assert_eq!(message.to, "erik@carrier.example");
    assert_eq!(message.subject, "Votre mot de passe temporaire chez Noordzee");
    assert!(message.text.contains("Il devra être modifié à la prochaine connexion."));
    world.stranger().sign_in("erik", &password(message)).unwrap();
}

#[test]
fn what_cannot_be_delivered_is_tried_again_later_and_given_up_in_the_end() {
    let world = World::new();
    let user = world.owner().send(&mailed("anna")).unwrap().id;
    let first = world.deliver(Outcome::Later);
    assert!(world.mails().is_empty(), "no second attempt at once");
    let mut attempts = 1;
    for _ in 0..200 {
        world.wait(Span::minutes(30));
        for message in world.deliver(Outcome::Later) {
            assert!(message == first[0], "the same message under the same id");
            attempts += 1;
        }
    }
    let [mail] = &listed(&world, &user)[..] else { panic!("one mail") };
    assert_eq!((mail.kind, mail.status, mail.attempts), (MailKind::Welcome, MailStatus::Failed, attempts));
    assert!((8..40).contains(&attempts), "{attempts} attempts in three days");
    assert!(world.rows("SELECT 1 FROM mails WHERE content IS NOT NULL").is_empty(), "the password is kept");
}

#[test]
fn what_is_refused_for_good_is_given_up_at_once() {
    let world = World::new();
    let user = world.owner().send(&mailed("anna")).unwrap().id;
    world.deliver(Outcome::Never);
    assert_eq!(listed(&world, &user)[0].status, MailStatus::Failed);
    assert!(world.rows("SELECT 1 FROM mails WHERE content IS NOT NULL").is_empty());
}

#[test]
fn a_request_that_is_refused_puts_nothing_into_the_outbox() {
    let world = World::new();
    let gent = world.site("Gent");
    let (_, lim) = world.appoint_at("lim", &gent);
    world.mails();
    assert_eq!(code(lim.send(&mailed("mallory"))), Code::Forbidden);
    assert!(world.mails().is_empty());
}

#[test]
fn whoever_is_disabled_gets_no_password_by_mail() {
    let world = World::new();
    let user = world.owner().send(&mailed("anna")).unwrap().id;
    world.owner().send(&users::Disable { org: org(), user }).unwrap();
    assert!(world.mails().is_empty());
}

#[test]
fn without_a_way_to_send_mails_none_are_made_and_the_form_hears_of_it() {
    let world = World::new();
    world.mails.set(false);
    assert!(!world.owner().me().unwrap().mails);
    assert_eq!(errors(world.owner().send(&mailed("anna"))), ["password mails_not_available"]);
    let user = world.user("bart", None);
    let password = TemporaryPassword::Generated;
    world.owner().send(&users::ResetPassword { org: org(), user, password }).unwrap();
    assert!(world.rows("SELECT 1 FROM mails").is_empty());
}

#[test]
fn a_changed_password_or_login_is_told_to_its_owner_at_the_old_address_too() {
    let world = World::new();
    let (user, _) = world.appoint("erik", vec![world.grant("users", Scope::Organization)]);
    let told: Vec<String> = world.mails().into_iter().map(|message| message.subject).collect();
    assert_eq!(told, ["Uw wachtwoord bij Noordzee is gewijzigd"]);
    let owner = world.owner();
    let seen = owner.send(&administrators::View { org: org(), user: user.clone() }).unwrap();
    let mut person = seen.user.person;
    person.email = "new@carrier.example".into();
    let grants = seen.grants.into_iter().map(|grant| NewGrant::lasting(grant.role, grant.scope)).collect();
    let version = seen.user.version;
    owner.send(&administrators::Update { org: org(), user, version, person, site: None, grants }).unwrap();
    let messages = world.mails();
    let mut to: Vec<&str> = messages.iter().map(|message| message.to.as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, ["erik@carrier.example", "new@carrier.example"]);
    assert!(messages[0].text.contains("E-mailadres: new@carrier.example"));
}

#[test]
fn holder_and_grantor_are_told_once_a_week_before_a_grant_ends() {
    let world = World::new();
    let (user, _) = world.appoint("erik", vec![world.grant("users", Scope::Organization)]);
    world.mails();
    let owner = world.owner();
    let give = |role: &str, days: i64| {
        let validity = Validity { from: None, until: Some(world.now() + Span::days(days)) };
        let grant = NewGrant { validity, ..world.grant(role, Scope::Organization) };
        let subject = Subject::User(user.clone());
        owner.send(&shared::grants::api::Create { org: org(), subject, grant }).unwrap();
    };
    give("sites", 30);
    // Made for a few days only: that it ends is no news.
    give("audit", 3);
    assert!(world.mails().is_empty());
    world.wait(Span::days(24));
    let messages = world.mails();
    let mut to: Vec<&str> = messages.iter().map(|message| message.to.as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, ["erik@carrier.example", "olivia@carrier.example"]);
    let text = &messages[0].text;
    assert!(text.contains("Rol: Sites") && text.contains("In handen van: erik Peeters"), "{text}");
    assert!(world.mails().is_empty(), "told once");
}

#[test]
fn mails_are_listed_to_those_who_may_see_the_person() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (here, there) = (world.user("anna", Some(&gent)), world.user("bart", Some(&namur)));
    let (_, lim) = world.appoint_at("lim", &gent);
    assert!(lim.send(&List { org: org(), user: here }).is_ok());
    assert_eq!(code(lim.send(&List { org: org(), user: there })), Code::NotFound);
    assert_eq!(code(lim.send(&List { org: org(), user: UserId::from_u128(7) })), Code::NotFound);
}

#[test]
fn a_password_that_waits_follows_the_person_to_another_address() {
    let world = World::new();
    let owner = world.owner();
    let user = owner.send(&mailed("anna")).unwrap().id;
    let record = owner.send(&users::View { org: org(), user: user.clone() }).unwrap();
    let person = shared::users::Person { email: "anna@right.example".into(), ..record.person };
    owner
        .send(&users::Update {
            org: org(),
            user,
            version: record.version,
            person,
            site: record.site,
            status: None,
            new_password: None,
        })
        .unwrap();
    let messages = world.mails();
    let welcome = messages.iter().find(|message| message.subject.contains("Uw account")).unwrap();
    assert_eq!(welcome.to, "anna@right.example");
}

#[test]
fn what_has_become_void_since_it_was_claimed_does_not_leave() {
    let world = World::new();
    let owner = world.owner();
    let user = owner.send(&mailed("anna")).unwrap().id;
    let claimed = world.claimed_mails();
    let reset = users::ResetPassword { org: org(), user, password: TemporaryPassword::Generated };
    owner.send(&reset).unwrap();
    let database = world.database(org().as_str());
    assert_eq!(claimed.len(), 1);
    assert!(outbox::due(&*database, &claimed[0]).unwrap().is_none());
}

#[test]
fn a_password_that_works_no_more_is_given_up() {
    let world = World::new();
    let user = world.owner().send(&mailed("anna")).unwrap().id;
    world.deliver(Outcome::Later);
    world.wait(Span::hours(24 * 30));
    assert!(world.mails().is_empty());
    assert_eq!(listed(&world, &user)[0].status, MailStatus::Failed);
}

#[test]
fn no_password_is_mailed_to_an_account_that_is_disabled() {
    let world = World::new();
    let (owner, user) = (world.owner(), world.user("anna", None));
    owner.send(&users::Disable { org: org(), user: user.clone() }).unwrap();
    let reset = users::ResetPassword { org: org(), user, password: TemporaryPassword::Mailed };
    assert_eq!(errors(owner.send(&reset)), ["password mail_to_disabled"]);
}
