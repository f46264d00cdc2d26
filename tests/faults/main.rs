//! What happens when the program itself fails, and what an unknown organization leaves behind.
//! One after the other, and after all other tests: a fault ends whatever runs in the same
//! instance of the program.

#![expect(clippy::unwrap_used, reason = "tests may fail by panicking")]

use api_tests::{Organization, at_once, data_folder, has_security_headers, refusal, stranger};
use client::Answer;
use shared::{Code, organizations, session};
use std::{
    fs,
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// How long a failing request may take.
const SOON: Duration = Duration::from_secs(1);

fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Provokes a fault and checks that it is answered, soon and without a word from inside.
fn provoke(work: impl FnOnce() -> Answer) {
    let start = Instant::now();
    let answer = work();
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    assert_eq!(refusal(&answer), (500, Code::Internal));
    has_security_headers(&answer);
    let body = String::from_utf8_lossy(&answer.body);
    assert!(!body.contains("provoked") && !body.contains(".rs"), "{body}");
}

fn answers_again(org: &Organization) {
    let start = Instant::now();
    org.owner.send(&session::api::View { org: org.slug.clone() }).unwrap();
    stranger().send(&organizations::api::View { org: org.slug.clone() }).unwrap();
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
}

#[test]
fn a_fault_in_an_organizations_object_is_answered_and_leaves_no_row() {
    let _alone = alone();
    let org = Organization::new();
    let before = org.contents();
    for fault in ["panic", "trap", "sql", "step"] {
        provoke(|| org.as_owner("GET", &format!("/_fault/{fault}"), &[], b""));
        answers_again(&org);
        assert_eq!(org.contents(), before, "{fault} left a row");
    }
}

#[test]
fn a_fault_in_the_front_is_answered() {
    let _alone = alone();
    let org = Organization::new();
    for fault in ["panic", "trap"] {
        provoke(|| stranger().raw("GET", &format!("/api/v1/_fault/{fault}"), &[], b"").unwrap());
        answers_again(&org);
    }
}

#[test]
fn a_database_error_disturbs_nobody_else() {
    let _alone = alone();
    let (org, other) = (Organization::new(), Organization::new());
    let answers = at_once(12, |number| match number % 3 {
        0 => org.as_owner("GET", "/_fault/sql", &[], b"").status,
        1 => org.as_owner("GET", "/users", &[], b"").status,
        _ => other.as_owner("GET", "/users", &[], b"").status,
    });
    let expected: Vec<u16> = (0..12).map(|number| if number % 3 == 0 { 500 } else { 200 }).collect();
    assert_eq!(answers, expected);
}

#[test]
fn a_trap_while_others_work_leaves_nobody_waiting_and_nothing_half_done() {
    let _alone = alone();
    let org = Organization::new();
    let start = Instant::now();
    let answers = at_once(12, |number| {
        if number % 4 == 0 {
            org.as_owner("GET", "/_fault/trap", &[], b"").status
        } else {
            let made = org.owner.exchange(&org.new_user(&format!("u{number}"), None), &[]).unwrap();
            assert!(made.status == 200 || refusal(&made) == (500, Code::Internal), "{}", made.status);
            made.status
        }
    });
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    answers_again(&org);
    let made = answers.iter().filter(|status| **status == 200).count();
    let page = org.owner.send(&shared::users::api::List::first(org.slug.clone())).unwrap();
    // One that was stored may have lost its answer; none that was answered is missing.
    assert!(page.total as usize > made, "{} {answers:?}", page.total);
    for user in page.items.iter().filter(|user| user.user_name != "olivia") {
        let view = shared::users::api::View { org: org.slug.clone(), user: user.id.clone() };
        assert!(org.owner.send(&view).is_ok(), "half of somebody was stored");
    }
}

/// The files of the organizations' databases.
fn databases(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { databases(&path) } else { usize::from(is_database(&path)) }).sum()
}

fn is_database(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "sqlite")
}

#[test]
fn an_unknown_organization_leaves_no_file() {
    let _alone = alone();
    Organization::new();
    let folder = data_folder();
    let before = databases(Path::new(&folder));
    assert!(before >= 2, "the registry and an organization are in {folder}");
    for number in 0..5 {
        let org: shared::ids::Slug = format!("nobody-has-this-{number}").parse().unwrap();
        for _ in 0..2 {
            let client = stranger();
            assert!(client.send(&organizations::api::View { org: org.clone() }).is_err());
            let (login, password) = ("olivia".into(), "wrong".into());
            assert!(client.send(&session::api::Create { org: org.clone(), login, password }).is_err());
        }
    }
    let mut refused = Organization::setup("guess");
    refused.organization.slug = "nobody-has-this".parse().unwrap();
    assert!(stranger().send(&refused).is_err());
    assert_eq!(databases(Path::new(&folder)), before);
}
