//! Mails as they are delivered by the object's alarm, read where test builds put them.

use api_tests::{Organization, PASSWORD, person, stranger};
use serde_json::Value;
use shared::{
    Code, administrators,
    authority::Scope,
    grants::{self, NewGrant, Subject, Validity},
    invitations::{self, NewPerson},
    mails::{self, MailKind, MailStatus},
    notices::{self, NoticeDetails},
    profile::Preferences,
    recovery, session,
    time::{Span, Timestamp},
    users::{self, TemporaryPassword},
};
use std::{thread, time::Duration};

/// The newest mail to somebody with this in its subject, once the alarm has delivered it.
fn mail_to(org: &Organization, name: &str, subject: &str) -> Value {
    let address = format!("{name}@carrier.example");
    let is_it = |mail: &Value| mail["to"] == *address && mail["subject"].as_str().unwrap().contains(subject);
    let found = (0..150).find_map(|_| {
        thread::sleep(Duration::from_millis(100));
        let answer = org.as_owner("GET", "/_mails", &[], &[]);
        let mails: Vec<Value> = serde_json::from_slice(&answer.body).unwrap();
        mails.into_iter().find(is_it)
    });
    assert!(found.is_some(), "no mail to {address} about {subject}");
    found.unwrap()
}

/// The temporary password in a mail: four groups of five.
fn password(mail: &Value) -> String {
    let is_one = |word: &&str| word.len() == 23 && word.split('-').count() == 4;
    mail["text"].as_str().unwrap().split_whitespace().find(is_one).unwrap().to_owned()
}

#[test]
fn a_mailed_password_signs_in_once_and_is_changed_and_its_mail_forgotten() {
    let org = Organization::new();
    let grants = vec![org.grant("users", Scope::Organization)];
    let (password_asked, slug) = (TemporaryPassword::Mailed, org.slug.clone());
    let create = administrators::api::Create {
        org: slug.clone(),
        person: person("erik"),
        site: None,
        grants,
        password: password_asked.clone(),
    };
    let made = org.owner.send(&create).unwrap();
    assert_eq!(made.temporary_password, None);
    let welcome = mail_to(&org, "erik", "Votre compte chez Noordzee");
    let link = format!("{}/o/{slug}/sign-in", api_tests::origin());
    for part in [link.as_str(), "erik", "Mot de passe temporaire"] {
        assert!(welcome["text"].as_str().unwrap().contains(part), "{welcome}");
    }
    let reset =
        administrators::api::ResetPassword { org: slug.clone(), user: made.id.clone(), password: password_asked };
    org.owner.send(&reset).unwrap();
    let mail = mail_to(&org, "erik", "mot de passe temporaire");
    assert!(stranger().send(&org.session("erik", &password(&welcome))).is_err(), "the first password is void");
    let his = stranger();
    let session = his.send(&org.session("erik", &password(&mail))).unwrap();
    assert!(session.password_change_required && session.mails);
    let change = session::api::ChangePassword {
        org: slug.clone(),
        current_password: password(&mail),
        new_password: PASSWORD.into(),
    };
    his.send(&change).unwrap();
    mail_to(&org, "erik", "a été changé");
    let listed = org.owner.send(&mails::api::List { org: slug, user: made.id }).unwrap();
    let kinds: Vec<_> = listed.iter().map(|mail| (mail.kind, mail.status)).collect();
    assert_eq!(
        kinds,
        [MailKind::PasswordChanged, MailKind::TemporaryPassword, MailKind::Welcome]
            .map(|kind| (kind, MailStatus::Delivered))
    );
}

#[test]
fn links_lead_to_the_configured_origin_whatever_host_a_request_names() {
    let org = Organization::new();
    let create = users::api::Create { password: TemporaryPassword::Mailed, ..org.new_user("anna", None) };
    let body = shared::wire::encode(&create).body.unwrap();
    let headers =
        [("host", "attacker.example"), ("x-forwarded-host", "attacker.example"), ("content-type", "application/json")];
    let answer = org.as_owner("POST", "/users", &headers, body.as_bytes());
    assert_eq!(answer.status, 200);
    let mail = mail_to(&org, "anna", "Votre compte").to_string();
    assert!(mail.contains(&api_tests::origin()) && !mail.contains("attacker"), "{mail}");
}

#[test]
fn a_mail_that_cannot_be_delivered_waits() {
    let org = Organization::new();
    let mut create = users::api::Create { password: TemporaryPassword::Mailed, ..org.new_user("anna", None) };
    create.person.email = "anna@undeliverable.example".into();
    let user = org.owner.send(&create).unwrap().id;
    let list = mails::api::List { org: org.slug.clone(), user };
    let tried = (0..150).find_map(|_| {
        thread::sleep(Duration::from_millis(100));
        Some(org.owner.send(&list).unwrap().remove(0)).filter(|mail| mail.attempts > 0)
    });
    let mail = tried.unwrap();
    assert_eq!((mail.status, mail.attempts, mail.finished_at), (MailStatus::Waiting, 1, None));
}

#[test]
fn a_notice_by_mail_and_a_grant_that_ends_arrive_by_the_same_alarm() {
    let org = Organization::new();
    let (erik, _) = org.appoint("erik", vec![org.grant("users", Scope::Organization)]);
    let details = NoticeDetails {
        title: "Samedi <b>".into(),
        text: "De 8 à 9 heures.\nMerci.".into(),
        scope: Scope::Organization,
        by_mail: true,
    };
    let sent = org.owner.send(&notices::api::Create { org: org.slug.clone(), details }).unwrap();
    assert_eq!(sent.recipients, 1);
    let mail = mail_to(&org, "erik", "Samedi <b>");
    assert!(mail["html"].as_str().unwrap().contains("Samedi &lt;b&gt;"), "{mail}");
    // In a second, it ends in a week.
    let now = i64::try_from(api_tests::in_minutes(0)).unwrap();
    let until = Timestamp(now) + Span::days(7) + Span::seconds(2);
    let grant =
        NewGrant { validity: Validity { from: None, until: Some(until) }, ..org.grant("sites", Scope::Organization) };
    let create = grants::api::Create { org: org.slug.clone(), subject: Subject::User(erik), grant };
    org.owner.send(&create).unwrap();
    mail_to(&org, "erik", "prend bientôt fin");
    mail_to(&org, "olivia", "prend bientôt fin");
}

/// The secret in the link of a mail.
fn secret(mail: &Value) -> String {
    let link = mail["text"].as_str().unwrap().split_whitespace().find(|word| word.contains('#')).unwrap();
    link.split_once('#').unwrap().1.to_owned()
}

#[test]
fn an_invitation_is_accepted_once_and_the_session_is_in_the_cookie_alone() {
    let org = Organization::new();
    let create = invitations::api::Create {
        org: org.slug.clone(),
        email: "vera@carrier.example".into(),
        site: None,
        group: None,
    };
    org.owner.send(&create).unwrap();
    let token = secret(&mail_to(&org, "vera", "invite"));
    let accept = invitations::api::Accept {
        org: org.slug.clone(),
        token: token.clone(),
        person: NewPerson { user_name: "vera".into(), given_name: "Vera".into(), family_name: "Claes".into() },
        password: PASSWORD.into(),
        preferences: Preferences::default(),
    };
    let hers = stranger();
    assert_eq!(hers.send(&accept).unwrap().person.email, "vera@carrier.example");
    hers.send(&session::api::View { org: org.slug.clone() }).unwrap();
    let again = invitations::api::Open { org: org.slug.clone(), token };
    assert_eq!(stranger().send(&again).unwrap_err().code, Code::LinkRefused);
}

#[test]
fn a_forgotten_password_is_replaced_with_the_secret_of_a_mail() {
    let org = Organization::new();
    for login in ["nobody", "olivia"] {
        stranger().send(&recovery::api::Create { org: org.slug.clone(), login: login.into() }).unwrap();
    }
    let token = secret(&mail_to(&org, "olivia", "nouveau mot de passe"));
    let new_password = "grey boats of Namur".to_owned();
    let complete = recovery::api::Complete { org: org.slug.clone(), token, new_password: new_password.clone() };
    stranger().send(&complete).unwrap();
    assert_eq!(stranger().send(&complete).unwrap_err().code, Code::LinkRefused);
    assert!(stranger().send(&org.session("olivia", PASSWORD)).is_err());
    stranger().send(&org.session("olivia", &new_password)).unwrap();
}
