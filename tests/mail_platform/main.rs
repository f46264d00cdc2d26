//! Mails as the platform's e-mail binding takes them, and as they come out of it.

#![expect(clippy::unwrap_used, reason = "tests may fail by panicking")]

use api_tests::{Organization, PASSWORD, data_folder, origin, stranger};
use mail_parser::{Message, MessageParser, MimeHeaders};
use shared::{
    integrations::{self, IntegrationSettings, MailSender},
    mails::{self, MailStatus, MailSummary},
    session,
    users::{TemporaryPassword, api::Create},
};
use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

/// A name with what headers cannot say as it is, and with what would end it there.
const SENDER: &str = "Bureau « Été », \"quai 5\"";

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

/// The first `found` gives within twenty seconds.
fn wait_for<T>(mut found: impl FnMut() -> Option<T>) -> T {
    let tries = (0..200).find_map(|_| {
        thread::sleep(Duration::from_millis(100));
        found()
    });
    tries.unwrap()
}

/// The mail with this in its subject, byte by byte as the binding has taken it.
fn taken(subject: &str) -> Vec<u8> {
    let is_it = |raw: &Vec<u8>| {
        let message = MessageParser::new().parse(raw);
        message.is_some_and(|message| message.subject().is_some_and(|text| text.contains(subject)))
    };
    wait_for(|| {
        let files = files_below(&Path::new(&data_folder()).join(".wrangler"));
        let mails = files.iter().filter(|file| file.extension().is_some_and(|kind| kind == "eml"));
        mails.map(|file| fs::read(file).unwrap()).find(is_it)
    })
}

/// Adds somebody whose password is mailed; gives how to ask what has become of it.
fn invite(org: &Organization, name: &str) -> mails::api::List {
    let create = Create { password: TemporaryPassword::Mailed, ..org.new_user(name, None) };
    mails::api::List { org: org.slug.clone(), user: org.owner.send(&create).unwrap().id }
}

/// The newest mail once it has been tried.
fn tried(org: &Organization, list: &mails::api::List) -> MailSummary {
    wait_for(|| Some(org.owner.send(list).unwrap().remove(0)).filter(|mail| mail.attempts > 0))
}

/// Who it is from and to, and that it is what every mailbox can read (RFC 5322, 2045, 3834).
fn is_well_formed(raw: &[u8], message: &Message<'_>) {
    assert!(raw.is_ascii(), "what is not ASCII is encoded");
    assert!(raw.split(|byte| *byte == b'\n').all(|line| line.len() < 998));
    let from = message.from().unwrap().first().unwrap();
    assert_eq!((from.name(), from.address()), (Some(SENDER), Some("desk@bailiwick.example")));
    let (to, reply_to) = (message.to().unwrap(), message.reply_to().unwrap());
    assert_eq!(to.iter().map(|to| to.address().unwrap()).collect::<Vec<_>>(), ["anna@carrier.example"]);
    assert_eq!(reply_to.first().unwrap().address(), Some("desk@carrier.example"));
    assert!(message.message_id().unwrap().ends_with("@bailiwick.example"));
    assert!(message.date().is_some());
    assert_eq!(message.header_raw("Auto-Submitted").map(str::trim), Some("auto-generated"));
    assert!(message.is_content_type("multipart", "alternative"));
}

/// Every address of a page in a text.
fn links(text: &str) -> Vec<&str> {
    let starts = text.match_indices("http").map(|(at, _)| &text[at..]);
    starts.map(|rest| rest.split(['"', '<', ' ', '\r', '\n']).next().unwrap()).collect()
}

#[test]
fn the_platform_takes_a_mail_and_hands_it_on_whole() {
    let org = Organization::new();
    let settings = IntegrationSettings {
        mail_sender: MailSender { name: SENDER.into(), reply_to: "desk@carrier.example".into() },
        ..IntegrationSettings::default()
    };
    org.owner.send(&integrations::api::Update { org: org.slug.clone(), version: 1, settings }).unwrap();

    let list = invite(&org, "anna");
    let raw = taken("Votre compte chez Noordzee");
    let welcome = MessageParser::new().parse(&raw).unwrap();
    is_well_formed(&raw, &welcome);
    assert_eq!(welcome.subject(), Some("Votre compte chez Noordzee"));
    let (text, html) = (welcome.body_text(0).unwrap(), welcome.body_html(0).unwrap());
    let page = format!("{}/o/{}/sign-in", origin(), org.slug);
    assert_eq!((links(&text), links(&html)), (vec![page.as_str()], vec![page.as_str(); 2]));
    assert!(html.contains("<html lang=\"fr\">") && html.contains("Mot de passe temporaire"), "{html}");
    let mail = tried(&org, &list);
    assert_eq!((mail.status, mail.attempts), (MailStatus::Delivered, 1));

    let is_password = |word: &&str| word.len() == 23 && word.split('-').count() == 4;
    let temporary = text.split_whitespace().find(is_password).unwrap();
    assert!(html.contains(temporary));
    let anna = stranger();
    anna.send(&org.session("anna", temporary)).unwrap();
    let change = session::api::ChangePassword {
        org: org.slug.clone(),
        current_password: temporary.to_owned(),
        new_password: PASSWORD.into(),
    };
    anna.send(&change).unwrap();
    let raw = taken("a été changé");
    let changed = MessageParser::new().parse(&raw).unwrap();
    is_well_formed(&raw, &changed);
    assert_eq!(changed.subject(), Some("Votre mot de passe chez Noordzee a été changé"));
}

#[test]
fn a_mail_that_the_platform_does_not_take_waits() {
    let org = Organization::new();
    let mail = tried(&org, &invite(&org, "bart"));
    assert_eq!((mail.status, mail.attempts, mail.finished_at), (MailStatus::Waiting, 1, None));
}
