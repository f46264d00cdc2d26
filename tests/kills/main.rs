//! What an import leaves when the server is killed in the midst of it, and how much memory it takes.
//! One after the other: there is one server, and it is theirs.

#![expect(clippy::unwrap_used, reason = "tests may fail by panicking")]

mod server;

use api_tests::{Organization, refusal, unique};
use serde_json::json;
use server::Server;
use shared::{
    Code, Problem, audit,
    batches::{Applied, Outcome, Planned},
    groups::{self, GroupDetails, GroupKind},
    imports::{
        Column, Import, Passwords, ROWS,
        api::{Create, Plan},
        table::FILE_MAX,
    },
    licenses::{self, LicenseDetails},
    organizations::api::{UpdateSettings, ViewSettings},
    users,
};
use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A file of so many people whom nobody else has.
fn import(rows: u32, passwords: Passwords) -> Import {
    let (head, who) = (Column::ALL.iter().map(|column| column.as_str()).collect::<Vec<_>>().join(","), unique());
    let row = |at: u32| format!("Jan Maes,,{who}.{at}@haven.be,,Kade,,true,false,false,\n");
    Import { file: format!("{head}\n{}", (0..rows).map(row).collect::<String>()), passwords, ..Import::default() }
}

/// The same people, with another description each.
fn changing(import: &Import) -> Import {
    Import { file: import.file.replace("Kade,", "Lemmer,"), update_existing: true, ..import.clone() }
}

fn rows(import: &Import) -> usize {
    import.file.lines().count() - 1
}

/// Plans an import, and says how many of its rows would do something.
fn plan(org: &Organization, import: &Import) -> (Planned, usize) {
    let planned = org.owner.send(&Plan { org: org.slug.clone(), import: import.clone() }).unwrap();
    let changed = planned.items.iter().filter(|item| item.outcome == Outcome::Changed).count();
    let doing = planned.simply_added as usize + changed;
    (planned, doing)
}

fn request(org: &Organization, import: &Import) -> Create {
    let (planned, doing) = plan(org, import);
    assert_eq!(doing, rows(import));
    Create { org: org.slug.clone(), import: import.clone(), plan: planned.plan }
}

/// How many users there are. A connection of before the server was killed is not used again.
fn users(org: &Organization) -> u32 {
    let started = Instant::now();
    loop {
        match org.owner.send(&users::api::List::first(org.slug.clone())) {
            Ok(page) => return page.total,
            Err(problem) => assert!(problem.code == Code::Unavailable && started.elapsed().as_secs() < 30),
        }
    }
}

/// How often the trail says that this happened. Its chain is verified on the way.
fn recorded(org: &Organization, effect: &str) -> usize {
    let (mut head, mut times, effect) = (audit::Head::start(), 0, format!(r#""effect":"{effect}""#));
    loop {
        let export = audit::api::Export { org: org.slug.clone(), after: Some(head.seq), limit: None };
        let stretch = org.owner.send(&export).unwrap();
        head = audit::verify(&head, &stretch.links).unwrap();
        let lines = stretch.links.iter().filter_map(|link| link.line.as_deref());
        times += lines.filter(|line| line.contains(&effect)).count();
        if head == stretch.head {
            return times;
        }
    }
}

/// Sends an import and kills the server after this time; then starts it again. Says what was answered.
fn killed_after(
    time: Duration,
    server: &mut Option<Server>,
    org: &Organization,
    import: &Create,
    key: &str,
) -> Result<Applied, Problem> {
    let answer = thread::scope(|scope| {
        let sent = scope.spawn(|| org.owner.send_once(import, key));
        thread::sleep(time);
        drop(server.take());
        sent.join().unwrap()
    });
    *server = Some(Server::start());
    users(org);
    answer
}

/// Imports once as long as it takes, and then kills the server after parts of that time. `next` makes what is
/// imported; the trail says of each of its rows that `effect` happened.
fn killed_at_every_moment(effect: &str, next: impl Fn(&Organization) -> Import, moments: &[f64]) {
    let _alone = alone();
    let mut server = Some(Server::start());
    let org = Organization::new();
    let undisturbed = request(&org, &next(&org));
    let started = Instant::now();
    org.owner.send(&undisturbed).unwrap();
    let whole = started.elapsed();
    let mut interrupted = 0;
    for moment in moments {
        let (import, key) = (next(&org), unique());
        let (before, request) = (recorded(&org, effect), request(&org, &import));
        let all = before + rows(&import);
        let answer = killed_after(whole.mul_f64(*moment), &mut server, &org, &request, &key);
        let after = recorded(&org, effect);
        assert!(after == all || (after == before && answer.is_err()), "{before} {after} at {moment}");
        // What the trail says has been done, and the rest is still to do.
        assert_eq!(plan(&org, &import).1, all - after, "at {moment}");
        interrupted += u32::from(after == before);
        // Whoever has got no answer sends the same again, as often as it takes.
        for _ in 0..2 {
            org.owner.send_once(&request, &key).unwrap();
            assert_eq!((recorded(&org, effect), plan(&org, &import).1), (all, 0), "at {moment}");
        }
        // It is also recognized without its key.
        assert_eq!(org.owner.send(&request).err().unwrap().code, Code::ChangedMeanwhile);
    }
    assert!(interrupted > 0, "the server was killed too late each time");
}

#[test]
fn an_import_that_is_killed_at_any_moment_has_happened_or_not_and_happens_once_when_sent_again() {
    killed_at_every_moment("user_created", |_| import(500, Passwords::Later), &[0.1, 0.4, 0.7, 0.9, 1.0]);
}

#[test]
fn one_that_changes_people_has_happened_or_not_too_when_it_is_killed() {
    let next = |org: &Organization| {
        let import = import(500, Passwords::Later);
        org.owner.send(&request(org, &import)).unwrap();
        changing(&import)
    };
    killed_at_every_moment("user_updated", next, &[0.2, 0.5, 0.8, 1.0]);
}

#[test]
fn one_that_is_killed_while_passwords_are_hashed_begins_anew_when_sent_again() {
    killed_at_every_moment("user_created", |_| import(8, Passwords::Generated), &[0.3, 0.8]);
}

/// Lets the organization import as much as there can be.
fn allow_all(org: &Organization) {
    let seen = org.owner.send(&ViewSettings { org: org.slug.clone() }).unwrap();
    let mut settings = seen.settings;
    settings.import_rows = *ROWS.end();
    org.owner.send(&UpdateSettings { org: org.slug.clone(), version: seen.version, settings }).unwrap();
}

/// The same, and each row's person joins a group that is new and gets two seats that are.
fn giving(org: &Organization, import: &Import) -> Import {
    let named = |what: &str| format!("{what} {}", unique());
    let license = || {
        let details = LicenseDetails {
            name: named("Seats"),
            description: String::new(),
            quantity: *ROWS.end(),
            released_on_disable: true,
        };
        org.owner.send(&licenses::api::Create { org: org.slug.clone(), details }).unwrap().id
    };
    let details = GroupDetails { name: named("Group"), description: String::new() };
    let group = groups::api::Create { org: org.slug.clone(), kind: GroupKind::Access, parent: None, details };
    Import {
        file: import.file.replace(",true,false,false,", ",true,true,true,"),
        group: Some(org.owner.send(&group).unwrap().id),
        standard_license: Some(license()),
        mobile_license: Some(license()),
        ..import.clone()
    }
}

/// What this makes, and how many MiB more than before the server takes at its peak.
fn growth<T>(server: &Server, work: impl FnOnce() -> T) -> (T, u64) {
    let before = server.peaks();
    let made = work();
    let grown = server.peaks().into_iter().map(|(process, peak)| peak - before.get(&process).unwrap_or(&0));
    (made, grown.sum())
}

/// Does this with a server that has hardly done anything before, and must not take 100 MiB more for it.
fn in_little_memory<T>(org: &Organization, work: impl FnOnce() -> T) -> T {
    let server = Server::start();
    users(org);
    let (made, grown) = growth(&server, work);
    assert!(grown < 100, "{grown} MiB");
    made
}

#[test]
fn planning_and_importing_the_largest_file_takes_less_than_a_hundred_mib_whether_it_adds_or_changes_people() {
    let _alone = alone();
    let server = Server::start();
    let org = Organization::new();
    allow_all(&org);
    drop(server);
    let mut adding = import(*ROWS.end(), Passwords::Later);
    let descriptions = FILE_MAX - adding.file.len();
    adding.file = adding.file.replace("Kade", &"Kade".repeat(descriptions / rows(&adding) / "Kade".len()));
    assert!((FILE_MAX * 9 / 10..FILE_MAX).contains(&adding.file.len()));
    for import in [&adding, &changing(&adding)] {
        let import = {
            let _server = Server::start();
            giving(&org, import)
        };
        let planned = in_little_memory(&org, || request(&org, &import));
        in_little_memory(&org, || org.owner.send(&planned).unwrap());
    }
    let _server = Server::start();
    assert_eq!(users(&org), ROWS.end() + 1);
}

/// Files, or what is sent instead of one, that take as much memory as there can be for their bytes.
fn bombs() -> Vec<String> {
    let head = Column::ALL.iter().map(|column| column.as_str()).collect::<Vec<_>>().join(",");
    let rest = FILE_MAX - 1024;
    let filled = |unit: &str| unit.repeat(rest / unit.len());
    let csv = [
        filled("\n"),
        filled(","),
        filled("\""),
        format!("{head}\n{}", filled(",,,,,,,,,\n")),
        format!("{head}\n{}", filled("a,a,a,a,a,a,a,a,a,a\n")),
        format!("{head}\n\"{}\"", filled("\"\"")),
    ];
    let json = [
        format!("[{}{{}}]", filled("{},")),
        format!("[{{\"name\":[{}0]}}]", filled("0,")),
        format!("[{{\"name\":[{}[]]}}]", filled("[],")),
        format!("[{{{}\"name\":0}}]", filled("\"name\":0,")),
    ];
    let body = |format: &str, file: &String| {
        let import = json!({ "format": format, "file": file, "site": null, "group": null, "standard_license": null,
            "mobile_license": null, "passwords": "later", "update_existing": false });
        json!({ "import": import }).to_string()
    };
    let files = csv.iter().map(|file| body("csv", file)).chain(json.iter().map(|file| body("json", file)));
    let twice = |unit: &str| unit.repeat(2 * rest / unit.len());
    let bodies = [
        format!("{{\"import\":[{}0]}}", twice("0,")),
        format!("{{\"import\":[{}[]]}}", twice("[],")),
        format!("{{\"import\":[{}{{}}]}}", twice("{},")),
        format!("{{\"import\":{{\"file\":\"{}\"}}}}", twice("\\u0000")),
    ];
    files.chain(bodies).collect()
}

#[test]
fn no_file_takes_more_than_64_mib_beyond_what_carrying_it_takes() {
    let _alone = alone();
    let (server, org) = (Server::start(), Organization::new());
    allow_all(&org);
    assert_eq!(plan(&org, &import(100, Passwords::Later)).1, 100);
    let bombs = bombs();
    let send = |to: &str, bomb: &String| org.as_owner("POST", to, &[], bomb.as_bytes());
    for bomb in &bombs {
        assert_eq!(send("/_empty/imports/plan", bomb).status, 200);
    }
    let ((), grown) = growth(&server, || {
        for bomb in &bombs {
            let answer = send("/imports/plan", bomb);
            assert!(answer.status == 200 || matches!(refusal(&answer).0, 400 | 422), "{} {bomb:.99}", answer.status);
        }
    });
    assert!(grown < 64, "{grown} MiB");
}
