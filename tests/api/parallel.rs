//! Requests at the same moment: limits hold, and what must be unique is.

use api_tests::{Organization, at_once, in_minutes, stranger};
use shared::{
    Code, session,
    sites::{self, SiteDetails},
    users,
};

const MANY: usize = 16;

#[test]
fn guesses_at_once_cannot_exceed_the_limit() {
    let org = Organization::new();
    // The time stands still, so that a slow machine is not let in again after the first delay.
    let now = in_minutes(0);
    let guess = |_| {
        let client = stranger().with_header("X-Bailiwick-Test-Now", now);
        client.exchange(&org.session("olivia", "wrong"), &[]).unwrap().status
    };
    let answers = at_once(MANY, guess);
    assert_eq!(answers.iter().filter(|status| **status == 401).count(), 4, "{answers:?}");
    assert!(answers.iter().all(|status| [401, 429].contains(status)), "{answers:?}");
}

#[test]
fn of_many_users_with_one_name_exactly_one_is_made() {
    let org = Organization::new();
    let answers = at_once(MANY, |_| org.owner.send(&org.new_user("anna", None)).map_err(|problem| problem.code));
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    assert!(answers.iter().all(|answer| answer.is_ok() || *answer == Err(Code::Invalid)), "{answers:?}");
    let page = org.owner.send(&users::api::List::first(org.slug.clone())).unwrap();
    assert_eq!(page.total, 2);
}

#[test]
fn a_request_repeated_with_its_key_happens_once() {
    let org = Organization::new();
    let create = org.new_user("anna", None);
    let answers = at_once(MANY, |_| org.owner.send_once(&create, "one-and-the-same").unwrap());
    assert!(answers.iter().all(|answer| answer.id == answers[0].id));
    let shown = answers.iter().filter(|answer| answer.temporary_password.is_some());
    assert_eq!(shown.count(), 1, "the temporary password is shown once");
}

#[test]
fn inv_18_of_many_changes_to_one_version_exactly_one_is_kept() {
    let org = Organization::new();
    let site = org.site("Gent");
    let answers = at_once(MANY, |number| {
        let details = SiteDetails { name: format!("Gent {number}"), ..SiteDetails::default() };
        let update = sites::api::Update { org: org.slug.clone(), site: site.clone(), version: 1, details };
        org.owner.send(&update).map(|_| ()).map_err(|problem| problem.code)
    });
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    assert!(answers.iter().all(|answer| answer.is_ok() || *answer == Err(Code::ChangedMeanwhile)), "{answers:?}");
}

#[test]
fn one_set_up_token_makes_one_organization() {
    let token = api_tests::setup_token();
    let answers = at_once(4, |_| stranger().send(&Organization::setup(&token)).map_err(|problem| problem.code));
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    assert!(answers.iter().all(|answer| answer.is_ok() || *answer == Err(Code::SetupTokenRefused)), "{answers:?}");
}

#[test]
fn disabling_somebody_refuses_whatever_he_sends_from_then_on() {
    let org = Organization::new();
    let everything = vec![org.grant("owner", shared::authority::Scope::Organization)];
    let (erik, temporary) = org.appoint("erik", everything);
    let client = stranger();
    org.sign_in(&client, "erik", &temporary);
    let slug = org.slug.clone();
    let working = std::sync::atomic::AtomicBool::new(true);
    std::thread::scope(|scope| {
        let busy = scope.spawn(|| {
            while working.load(std::sync::atomic::Ordering::Relaxed) {
                let _ = client.send(&session::api::View { org: slug.clone() });
            }
        });
        org.owner.send(&users::api::Disable { org: slug.clone(), user: erik }).unwrap();
        let after = client.send(&session::api::View { org: slug.clone() });
        working.store(false, std::sync::atomic::Ordering::Relaxed);
        busy.join().unwrap();
        assert_eq!(api_tests::code(after), Code::SessionRequired);
    });
}
