//! Directories: what a connector may say and hears, the brake, and how people get in whom it adds.

use super::{
    credentials::serve,
    scim::{OWN_USER, SCHEMA_OF_USERS, directory_of, refused, user},
    *,
};
use serde_json::{Value, json};
use shared::{
    audit::api as audit,
    authority::permission::{CREDENTIALS_CREATE, CREDENTIALS_VIEW, GROUPS_VIEW, USERS_VIEW},
    credentials::api as credentials,
    directories::{
        AGREED_FOR, Brake, Connector, Counts, Deed, DirectoryDetails, Hidden, Onboarding, Run, RunState, STEPS_MAX,
        Step,
        api::{Begin, Confirm, Create, Decline, Fail, List, Made, Own, Report, Runs, Steps, Update, View, ViewRun},
    },
    groups::{GroupKind, api as groups},
    ids::{CredentialId, GroupId},
    organizations::api as organizations,
    roles::{RoleDetails, api as roles},
    users::api as users,
};

const DEFAULT: &str = "nine herons above the lock";

fn create(onboarding: Onboarding) -> Create {
    let details = DirectoryDetails { name: " Head office ".into(), onboarding, ..DirectoryDetails::default() };
    Create { org: org(), details, default_password: None, scope: Scope::Organization, expires_at: None }
}

fn made(world: &World, onboarding: Onboarding) -> (CredentialId, String) {
    let Made { directory, token } = world.owner().send(&create(onboarding)).unwrap();
    (directory.credential.id, token.unwrap())
}

/// Says whether administrators may type passwords, and whether these must be changed.
fn set_policy(world: &World, typed: bool, change_forced: bool) {
    let owner = world.owner();
    let seen = owner.send(&organizations::ViewSettings { org: org() }).unwrap();
    let mut settings = seen.settings;
    settings.password_policy.administrators_type_passwords = typed;
    settings.password_policy.change_forced = change_forced;
    owner.send(&organizations::UpdateSettings { org: org(), version: seen.version, settings }).unwrap();
}

fn connector() -> Connector {
    Connector { host: "sync-1".into(), ..Begin::samples().remove(0).connector }
}

fn begin(world: &World, token: &str, counts: Counts, digest: char) -> Run {
    let digest = digest.to_string().repeat(64);
    let hidden = None;
    serve(world, token, &Begin { org: org(), connector: connector(), counts, hidden, unread: false, digest }).unwrap()
}

/// Announces that these would be disabled because they were not read; of this many entries that could not be.
fn begin_unread(world: &World, token: &str, disabled: u32, digest: char) -> Run {
    let hidden = Some(Hidden { count: 7, named: vec!["cn=gone\u{202e},dc=example".into()] });
    let (connector, counts, digest) = (connector(), disabling(disabled), digest.to_string().repeat(64));
    serve(world, token, &Begin { org: org(), connector, counts, hidden, unread: true, digest }).unwrap()
}

fn report(run: &Run, steps: Vec<Step>, finished: Option<Counts>) -> Report {
    Report { org: org(), run: run.id.clone(), steps, finished }
}

fn step(id: &str, outcome: Option<&str>) -> Step {
    Step {
        external_id: id.into(),
        name: format!("{id} Peeters"),
        email: format!("{id}@carrier.example"),
        deed: Deed::Disable,
        outcome: outcome.map(str::to_owned),
    }
}

fn told(world: &World, directory: &CredentialId, run: &Run, failed: bool) -> Vec<(String, Option<String>)> {
    let (org, directory, run) = (org(), directory.clone(), run.id.clone());
    let page = world.owner().send(&Steps { org, directory, run, failed, cursor: None, limit: None }).unwrap();
    page.items.into_iter().map(|step| (step.external_id, step.outcome)).collect()
}

fn disabling(disabled: u32) -> Counts {
    Counts { read: 5, disabled, ..Counts::default() }
}

#[test]
fn a_directory_is_a_credential_that_reaches_users_and_groups() {
    let world = World::new();
    let owner = world.owner();
    let before = world.last_record();
    let (id, token) = made(&world, Onboarding::Invitation);
    assert_eq!(world.recorded_after(before).join(" "), "session_started credential_created directory_created");
    let listed = owner.send(&List { org: org() }).unwrap().remove(0);
    assert_eq!((&listed.credential.id, listed.details.name.as_str(), listed.active_users), (&id, "Head office", 0));
    assert_eq!(listed.credential.reach.permissions, shared::directories::api::permissions());
    assert_eq!(serve(&world, &token, &Own { org: org() }).unwrap().credential.id, id);
    let details =
        DirectoryDetails { name: "Ghent".into(), onboarding: Onboarding::Later, ..DirectoryDetails::default() };
    let update = Update { org: org(), directory: id.clone(), version: 1, details, default_password: None };
    assert_eq!(owner.send(&update).unwrap().credential.name, "Ghent");
    assert_eq!(code(owner.send(&update)), Code::ChangedMeanwhile);
    owner.send(&credentials::Delete { org: org(), credential: id.clone() }).unwrap();
    assert_eq!(code(owner.send(&View { org: org(), directory: id })), Code::NotFound);
    assert_eq!(code(serve(&world, &token, &Own { org: org() })), Code::SessionRequired);
}

#[test]
fn nobody_makes_changes_or_releases_a_directory_that_may_more_than_he() {
    let world = World::new();
    let (id, token) = made(&world, Onboarding::Later);
    let details = RoleDetails {
        name: "Integrator".into(),
        description: String::new(),
        permissions: [CREDENTIALS_VIEW, CREDENTIALS_CREATE, USERS_VIEW, GROUPS_VIEW].into(),
    };
    world.owner().send(&roles::Create { org: org(), details }).unwrap();
    let (_, erik) = world.appoint("erik", vec![world.grant("Integrator", Scope::Organization)]);
    assert_eq!(code(erik.send(&create(Onboarding::Later))), Code::Forbidden);
    let details =
        DirectoryDetails { name: "Mine".into(), onboarding: Onboarding::Later, ..DirectoryDetails::default() };
    let update = Update { org: org(), directory: id.clone(), version: 1, details, default_password: None };
    assert_eq!(code(erik.send(&update)), Code::Forbidden);
    let run = begin(&world, &token, Counts { disabled: 1, ..Counts::default() }, 'a');
    let confirm = Confirm { org: org(), directory: id.clone(), run: run.id.clone() };
    assert_eq!(code(erik.send(&confirm)), Code::Forbidden);
    // To say no takes nothing of that.
    let declined = erik.send(&Decline { org: org(), directory: id, run: run.id }).unwrap();
    assert_eq!((declined.state, declined.decided_by.unwrap().name.as_str()), (RunState::Declined, "erik Peeters"));
}

#[test]
fn a_connector_is_met_at_its_own_directory_only() {
    let world = World::new();
    let (_, token) = made(&world, Onboarding::Later);
    let (_, other) = made(&world, Onboarding::Later);
    let plain = world.owner().send(&credentials::Create {
        reach: shared::credentials::Reach {
            scope: Scope::Organization,
            permissions: shared::directories::api::permissions(),
        },
        ..credentials::Create::new(org(), "Portal")
    });
    let plain = plain.unwrap().token.unwrap();
    assert_eq!(code(serve(&world, &plain, &Own { org: org() })), Code::NotFound);
    assert_eq!(code(world.owner().send(&Own { org: org() })), Code::NotFound);
    let run = begin(&world, &token, disabling(0), 'a');
    assert_eq!(code(serve(&world, &other, &report(&run, Vec::new(), None))), Code::NotFound);
    let fail = Fail { org: org(), connector: connector(), run: Some(run.id.clone()), reason: "gone".into() };
    assert_eq!(code(serve(&world, &other, &fail)), Code::NotFound);
    let mut bad = report(&run, vec![step("", None)], None);
    assert_eq!(errors(serve(&world, &token, &bad)), ["steps.external_id required"]);
    bad.steps = vec![step("a", None); shared::directories::REPORT_MAX + 1];
    assert_eq!(errors(serve(&world, &token, &bad)), ["steps too_many"]);
    let good = Begin {
        org: org(),
        connector: connector(),
        counts: disabling(0),
        hidden: None,
        unread: false,
        digest: "a".repeat(64),
    };
    let bad = Begin { digest: "A".repeat(64), ..good.clone() };
    assert_eq!(errors(serve(&world, &token, &bad)), ["digest invalid"]);
    let bad = Begin { unread: true, ..good.clone() };
    assert_eq!(errors(serve(&world, &token, &bad)), ["hidden required"]);
    let bad = Begin { hidden: Some(Hidden { count: 6, named: vec!["cn=a".into(); 6] }), ..good };
    assert_eq!(errors(serve(&world, &token, &bad)), ["hidden.named too_many"]);
    let server = "ldaps://reader:secret@dc1.example".into();
    let bad = Begin { connector: Connector { server, ..connector() }, hidden: None, ..bad };
    assert_eq!(errors(serve(&world, &token, &bad)), ["connector.server address_with_credentials"]);
}

fn last_run(world: &World, directory: &CredentialId) -> Run {
    let listed = world.owner().send(&List { org: org() }).unwrap();
    listed.into_iter().find(|known| known.credential.id == *directory).unwrap().last_run.unwrap()
}

#[test]
fn a_run_that_is_open_is_not_hidden_by_a_reading_that_failed() {
    let world = World::new();
    let (id, token) = made(&world, Onboarding::Later);
    let waiting = begin(&world, &token, disabling(1), 'a');
    let fail = Fail { org: org(), connector: connector(), run: None, reason: "cannot reach ldaps://dc1".into() };
    let failed = serve(&world, &token, &fail).unwrap();
    assert_eq!((last_run(&world, &id).id, last_run(&world, &id).state), (waiting.id.clone(), RunState::Waiting));
    let confirm = Confirm { org: org(), directory: id.clone(), run: waiting.id.clone() };
    world.owner().send(&confirm).unwrap();
    assert_eq!(last_run(&world, &id).state, RunState::Confirmed);
    world.wait(AGREED_FOR);
    assert_eq!(last_run(&world, &id).id, failed.id, "nobody waits for what is agreed to no more");
    let asked = begin(&world, &token, disabling(1), 'a');
    world.owner().send(&Decline { org: org(), directory: id.clone(), run: asked.id }).unwrap();
    let failed = serve(&world, &token, &Fail { reason: "bind refused".into(), ..fail }).unwrap();
    assert_eq!(last_run(&world, &id).id, failed.id);
}

#[test]
fn an_agreement_counts_for_a_day_and_the_plan_is_judged_anew_then() {
    let world = World::new();
    let (id, token) = made(&world, Onboarding::Later);
    let again = || begin(&world, &token, disabling(1), 'a');
    let agree = |run: &Run| {
        world.owner().send(&Confirm { org: org(), directory: id.clone(), run: run.id.clone() }).unwrap();
    };
    let waiting = again();
    world.wait(Span::days(3));
    assert_eq!((again().id, again().state), (waiting.id.clone(), RunState::Waiting), "who waits waits on");
    agree(&waiting);
    world.wait(AGREED_FOR);
    let asked = again();
    assert_eq!((asked.id == waiting.id, asked.state), (false, RunState::Waiting));
    agree(&asked);
    world.wait(Span::hours(23));
    assert_eq!((again().id, again().state), (asked.id.clone(), RunState::Running));
    world.wait(Span::hours(1));
    let third = again();
    assert_eq!((third.id == asked.id, third.state), (false, RunState::Waiting), "to go on does not prolong it");
    // Nor does what nobody had to agree to go on for ever.
    let free = begin(&world, &token, disabling(0), 'b');
    world.wait(Span::hours(23));
    assert_eq!(begin(&world, &token, disabling(0), 'b').id, free.id);
    world.wait(Span::hours(1));
    assert_ne!(begin(&world, &token, disabling(0), 'b').id, free.id);
}

#[test]
fn what_was_agreed_to_is_not_told_otherwise_and_is_taken_back_until_it_begins() {
    let world = World::new();
    let (id, token) = made(&world, Onboarding::Later);
    let waiting = begin(&world, &token, disabling(1), 'a');
    serve(&world, &token, &report(&waiting, vec![step("anna", None)], None)).unwrap();
    let owner = world.owner();
    let confirm = Confirm { org: org(), directory: id.clone(), run: waiting.id.clone() };
    let decline = Decline { org: org(), directory: id.clone(), run: waiting.id.clone() };
    owner.send(&confirm).unwrap();
    let more = report(&waiting, vec![step("bert", None)], None);
    assert_eq!(code(serve(&world, &token, &more)), Code::ChangedMeanwhile);
    let before = world.last_record();
    assert_eq!(owner.send(&decline).unwrap().state, RunState::Declined);
    assert_eq!(world.recorded_after(before), ["run_declined"]);
    assert_eq!(begin(&world, &token, disabling(1), 'a').state, RunState::Declined);
    assert_eq!(code(owner.send(&confirm)), Code::ChangedMeanwhile);

    let begun = begin(&world, &token, disabling(0), 'b');
    assert_eq!(code(owner.send(&Decline { run: begun.id.clone(), ..decline })), Code::ChangedMeanwhile);
    // What it has done stays listed when another takes its place; what was only planned does not.
    serve(&world, &token, &report(&begun, vec![step("anna", Some("")), step("bert", None)], None)).unwrap();
    let next = begin(&world, &token, disabling(1), 'c');
    assert_eq!(told(&world, &id, &begun, false), [("anna".into(), Some(String::new()))]);
    serve(&world, &token, &report(&next, vec![step("cleo", None)], None)).unwrap();
    begin(&world, &token, disabling(1), 'd');
    assert!(told(&world, &id, &next, false).is_empty());
}

#[test]
fn a_run_that_disables_more_than_a_tenth_waits_until_an_administrator_agrees_to_this_plan() {
    let world = World::new();
    let (id, token) = made(&world, Onboarding::Later);
    let directory = directory_of(&world, id.clone(), token.clone());
    for name in ["anna", "bert", "cleo", "dirk", "emma", "finn", "gust", "hans", "ilse", "jana"] {
        directory.add(name);
    }
    assert_eq!(begin(&world, &token, disabling(1), 'a').state, RunState::Running);
    let waiting = begin(&world, &token, disabling(2), 'b');
    assert_eq!((waiting.state, waiting.brake), (RunState::Waiting, Some(Brake::TooMany)));
    assert_eq!(begin(&world, &token, disabling(2), 'b').id, waiting.id);
    serve(&world, &token, &report(&waiting, vec![step("anna", None), step("bert", None)], None)).unwrap();
    let done = report(&waiting, vec![step("anna", Some(""))], None);
    assert_eq!(code(serve(&world, &token, &done)), Code::ChangedMeanwhile);
    assert_eq!(told(&world, &id, &waiting, false), [("anna".into(), None), ("bert".into(), None)]);

    let owner = world.owner();
    let before = world.last_record();
    let confirm = Confirm { org: org(), directory: id.clone(), run: waiting.id.clone() };
    assert_eq!(owner.send(&confirm).unwrap().state, RunState::Confirmed);
    assert_eq!(owner.send(&confirm).unwrap().state, RunState::Confirmed);
    assert_eq!(world.recorded_after(before), ["run_confirmed"]);
    // The digest alone is the connector's word: what was shown counts.
    let begun = begin(&world, &token, disabling(2), 'b');
    assert_eq!((begun.id.clone(), begun.state), (waiting.id.clone(), RunState::Running));
    let steps = vec![step("anna", Some("")), step("bert", Some("taken\u{202e}")), step("cleo", Some(""))];
    let end = report(&waiting, steps, Some(Counts { failed: 1, ..disabling(2) }));
    assert_eq!(serve(&world, &token, &end).unwrap().state, RunState::Done);
    assert_eq!(serve(&world, &token, &end).unwrap().counts.failed, 1, "the same again");
    assert_eq!(told(&world, &id, &waiting, true), [("bert".into(), Some("taken".into()))]);
    assert_eq!(told(&world, &id, &waiting, false).len(), 3);
    let recorded = world.recorded_after(before);
    assert!(recorded.iter().all(|effect| effect == "run_confirmed" || effect == "session_started"), "{recorded:?}");

    let other = begin(&world, &token, disabling(9), 'b');
    assert_eq!((other.id == waiting.id, other.state), (false, RunState::Waiting));
    let decline = Decline { org: org(), directory: id.clone(), run: other.id.clone() };
    assert_eq!(owner.send(&decline).unwrap().state, RunState::Declined);
    assert_eq!(code(owner.send(&Confirm { run: other.id.clone(), ..confirm })), Code::ChangedMeanwhile);
    assert_eq!(begin(&world, &token, disabling(9), 'b').state, RunState::Declined);
    let next = begin(&world, &token, disabling(9), 'c');
    assert_eq!(next.state, RunState::Waiting);
    assert_eq!(begin(&world, &token, disabling(0), 'd').state, RunState::Running);
    let seen = owner.send(&ViewRun { org: org(), directory: id.clone(), run: next.id }).unwrap();
    assert_eq!((seen.state, seen.ended_at), (RunState::Superseded, Some(world.now())));
    let empty = Counts { read: 0, disabled: 1, ..Counts::default() };
    assert_eq!(begin(&world, &token, empty, 'e').brake, Some(Brake::Empty));
    assert_eq!(owner.send(&View { org: org(), directory: id }).unwrap().active_users, 10);
}

#[test]
fn who_was_merely_not_read_is_asked_about_apart_and_everything_else_goes_on() {
    let world = World::new();
    let (id, token) = made(&world, Onboarding::Later);
    let asked = begin_unread(&world, &token, 1, 'a');
    assert_eq!((asked.state, asked.brake), (RunState::Waiting, Some(Brake::Incomplete)));
    assert_eq!(asked.hidden, Some(Hidden { count: 7, named: vec!["cn=gone,dc=example".into()] }));
    serve(&world, &token, &report(&asked, vec![step("anna", None)], None)).unwrap();
    // What is sure of the same reading is a run of its own, and leaves the question open.
    let incomplete = |digest: char| {
        let (connector, counts, digest) = (connector(), disabling(0), digest.to_string().repeat(64));
        let hidden = asked.hidden.clone();
        serve(&world, &token, &Begin { org: org(), connector, counts, hidden, unread: false, digest }).unwrap()
    };
    let sure = incomplete('b');
    assert_eq!((sure.state, sure.brake), (RunState::Running, None));
    assert_eq!(begin_unread(&world, &token, 1, 'a').id, asked.id);
    assert_eq!(told(&world, &id, &asked, false), [("anna".into(), None)]);
    let confirm = |run: &Run| world.owner().send(&Confirm { org: org(), directory: id.clone(), run: run.id.clone() });
    assert_eq!(confirm(&asked).unwrap().state, RunState::Confirmed);
    incomplete('c');
    // Who was read meanwhile changes nothing of it.
    let (counts, hidden) = (Counts { read: 6, ..disabling(1) }, asked.hidden.clone());
    let again = Begin { org: org(), connector: connector(), counts, hidden, unread: true, digest: "a".repeat(64) };
    assert_eq!(serve(&world, &token, &again).unwrap().id, asked.id);
    assert_eq!(
        (begin_unread(&world, &token, 1, 'a').id, last_run(&world, &id).state),
        (asked.id.clone(), RunState::Running)
    );
    // What is asked of another is another question; a complete reading ends it.
    let other = begin_unread(&world, &token, 2, 'd');
    assert_eq!(code(confirm(&asked)), Code::ChangedMeanwhile);
    begin(&world, &token, disabling(0), 'e');
    assert_eq!(code(confirm(&other)), Code::ChangedMeanwhile);
    let again = begin_unread(&world, &token, 2, 'd');
    assert_eq!((again.id == other.id, again.state), (false, RunState::Waiting));
}

#[test]
fn what_many_small_runs_disable_within_a_day_counts_together() {
    let world = World::new();
    let (id, token) = made(&world, Onboarding::Later);
    let directory = directory_of(&world, id.clone(), token.clone());
    let names: Vec<String> = (0..20).map(|number| format!("u{number:02}")).collect();
    let people: Vec<String> = names.iter().map(|name| directory.add(name)).collect();
    let off = |path: &String| directory.patch(path, json!({ "op": "replace", "path": "active", "value": false }));
    let run = |digest| begin(&world, &token, disabling(1), digest);
    for (path, digest) in people.iter().zip(['a', 'b']) {
        let begun = run(digest);
        assert_eq!(begun.state, RunState::Running);
        assert_eq!(off(path).0, 200);
        // The first broke off; what it did stands in its steps.
        let finished = (digest == 'b').then(|| disabling(1));
        serve(&world, &token, &report(&begun, vec![step(&format!("{digest}"), Some(""))], finished)).unwrap();
    }
    let third = run('c');
    assert_eq!((third.state, third.brake), (RunState::Waiting, Some(Brake::TooMany)));
    // Whom an administrator agreed to does not count.
    world.owner().send(&Confirm { org: org(), directory: id.clone(), run: third.id.clone() }).unwrap();
    assert_eq!(run('c').state, RunState::Running);
    serve(&world, &token, &report(&third, vec![step("c", Some(""))], Some(disabling(1)))).unwrap();
    world.wait(Span::hours(24));
    assert_eq!(run('d').state, RunState::Running);
}

#[test]
fn failures_are_kept_before_what_went_well_and_steps_come_by_number() {
    let world = World::new();
    let (id, token) = made(&world, Onboarding::Later);
    let run = begin(&world, &token, disabling(0), 'a');
    fill(&world, &run, STEPS_MAX - 2);
    let steps = ["good", "bad", "more", "worse"].map(|name| step(name, Some(if name.len() == 4 { "" } else { "no" })));
    serve(&world, &token, &report(&run, steps.to_vec(), None)).unwrap();
    let count = || world.rows("SELECT count(*) FROM directory_steps")[0].get::<u32>(0).unwrap();
    assert_eq!(told(&world, &id, &run, true), ["bad", "worse"].map(|name| (name.into(), Some("no".into()))));
    assert_eq!(count(), STEPS_MAX);
    let first: Vec<String> = told(&world, &id, &run, false).into_iter().map(|(name, _)| name).take(3).collect();
    assert_eq!(first, ["s1", "s2", "s3"]);
    // All pages, in the order of the numbers.
    let request = Steps { org: org(), directory: id, run: run.id, failed: false, cursor: None, limit: Some(100) };
    let page = world.owner().send(&request).unwrap();
    let next = world.owner().send(&Steps { cursor: page.next, ..request }).unwrap();
    let names: Vec<_> = [page.items, next.items].concat().into_iter().map(|step| step.external_id).collect();
    assert_eq!(names, (1..=200).map(|number| format!("s{number}")).collect::<Vec<_>>());
}

/// So many steps that went well; of the most that there can be, every tenth failed.
fn fill(world: &World, run: &Run, steps: u32) {
    world.rows(&format!(
        "INSERT INTO directory_steps (run, external_id, number, name, email, deed, outcome)
         WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < {steps})
         SELECT '{}', 's' || number, number, '', '', 'add', CASE WHEN number % 10 = 9 AND {steps} = {STEPS_MAX} THEN 'no'
         ELSE '' END FROM numbers RETURNING number",
        run.id
    ));
}

#[test]
fn of_old_runs_the_first_failures_are_kept() {
    let world = World::new();
    let (id, token) = made(&world, Onboarding::Later);
    let runs: Vec<Run> = ['a', 'b', 'c', 'd', 'e', 'f']
        .map(|digest| {
            let run = begin(&world, &token, disabling(0), digest);
            fill(&world, &run, STEPS_MAX);
            run
        })
        .into();
    begin(&world, &token, disabling(0), '0');
    let kept = |run: &Run| {
        let sql = format!("SELECT count(*), sum(outcome <> '') FROM directory_steps WHERE run = '{}'", run.id);
        let row = world.rows(&sql).remove(0);
        (row.get::<u32>(0).unwrap(), row.get::<u32>(1).unwrap())
    };
    let whole = (STEPS_MAX, STEPS_MAX / 10);
    let kept: Vec<_> = runs.iter().map(kept).collect();
    assert_eq!(kept, [(100, 100), (100, 100), whole, whole, whole, whole]);
    assert_eq!(told(&world, &id, &runs[0], false)[0].0, "s9");
    world.owner().send(&credentials::Delete { org: org(), credential: id }).unwrap();
    assert!(world.rows("SELECT 1 FROM directory_steps LIMIT 1").is_empty());
}

#[test]
fn no_link_is_promised_where_no_mail_goes_and_groups_are_named_once() {
    let world = World::new();
    let (id, token) = made(&world, Onboarding::Later);
    world.mails.set(false);
    let refused = ["details.onboarding mails_not_available"];
    assert_eq!(errors(world.owner().send(&create(Onboarding::Invitation))), refused);
    let details = create(Onboarding::Invitation).details;
    let update = Update { org: org(), directory: id.clone(), version: 1, details, default_password: None };
    assert_eq!(errors(world.owner().send(&update)), refused);
    let desk = scim::team(&world, "Desk", GroupKind::Team);
    let mapping = |group: &GroupId| shared::directories::Mapping { source: "cn=a".into(), group: group.clone() };
    let mappings = vec![mapping(&desk), mapping(&desk), mapping(&GroupId::from_u128(7))];
    let (connector, digest) = (Connector { mappings, ..connector() }, "a".repeat(64));
    let begin = Begin { org: org(), connector, counts: disabling(0), hidden: None, unread: false, digest };
    serve(&world, &token, &begin).unwrap();
    let seen = |by: &Browser<'_>| by.send(&View { org: org(), directory: id.clone() }).unwrap().groups;
    assert_eq!(seen(&world.owner()).into_iter().collect::<Vec<_>>(), [(desk, "Desk".to_owned())]);
    let permissions = [CREDENTIALS_VIEW].into();
    let details = RoleDetails { name: "Integrator".into(), description: String::new(), permissions };
    world.owner().send(&roles::Create { org: org(), details }).unwrap();
    let (_, erik) = world.appoint("erik", vec![world.grant("Integrator", Scope::Organization)]);
    assert!(seen(&erik).is_empty());
}

#[test]
fn the_same_failure_again_is_one_entry_and_old_runs_are_forgotten() {
    let world = World::new();
    let (id, token) = made(&world, Onboarding::Later);
    let fail = |reason: &str| {
        let request = Fail { org: org(), connector: connector(), run: None, reason: reason.into() };
        serve(&world, &token, &request).unwrap()
    };
    let first = fail("cannot reach ldaps://dc1");
    world.wait(Span::hours(1));
    let again = fail("cannot reach ldaps://dc1");
    assert_eq!((&again.id, again.began_at, again.ended_at), (&first.id, first.began_at, Some(world.now())));
    let long = fail(&format!("bind refused:\n\t{}", "no ".repeat(500))).failure.unwrap();
    assert!(long.starts_with("bind refused: no no ") && long.chars().count() == 500, "{long}");
    let runs = |world: &World| {
        let request = Runs { org: org(), directory: id.clone(), cursor: None, limit: None };
        world.owner().send(&request).unwrap().total
    };
    assert_eq!(runs(&world), 2);
    let begun = begin(&world, &token, disabling(0), 'a');
    let fail = Fail { org: org(), connector: connector(), run: Some(begun.id.clone()), reason: "killed".into() };
    assert_eq!(serve(&world, &token, &fail).unwrap().state, RunState::Failed);
    let seen = world.owner().send(&View { org: org(), directory: id.clone() }).unwrap();
    assert_eq!(seen.last_run.unwrap().id, begun.id);
    assert_eq!(seen.connector, Some(connector()));
    for _ in 0..205 {
        begin(&world, &token, disabling(0), 'a');
        begin(&world, &token, disabling(0), 'b');
    }
    assert_eq!(runs(&world), 200);
    world.wait(Span::days(91));
    begin(&world, &token, disabling(0), 'c');
    assert_eq!(runs(&world), 1);
}

#[test]
fn steps_are_read_by_whoever_sees_everybody_of_the_directory() {
    let world = World::new();
    let (id, token) = made(&world, Onboarding::Later);
    let run = begin(&world, &token, disabling(0), 'a');
    serve(&world, &token, &report(&run, vec![step("anna", Some(""))], None)).unwrap();
    let details =
        RoleDetails { name: "Integrator".into(), description: String::new(), permissions: [CREDENTIALS_VIEW].into() };
    world.owner().send(&roles::Create { org: org(), details }).unwrap();
    let ghent = world.site("Gent");
    let grants = vec![world.grant("Integrator", Scope::Organization), world.grant("users", only(&ghent))];
    let (_, erik) = world.appoint("erik", grants);
    let request = Steps { org: org(), directory: id.clone(), run: run.id, failed: false, cursor: None, limit: None };
    assert_eq!(code(erik.send(&request)), Code::Forbidden);
    assert_eq!(erik.send(&View { org: org(), directory: id }).unwrap().active_users, 0);
    assert_eq!(world.owner().send(&request).unwrap().items, [step("anna", Some(""))]);
}

#[test]
fn a_default_password_is_the_organizations_to_allow_obeys_the_policy_and_must_be_changed() {
    let world = World::new();
    let owner = world.owner();
    let with = |password: Option<&str>| Create {
        default_password: password.map(str::to_owned),
        ..create(Onboarding::DefaultPassword)
    };
    assert_eq!(errors(owner.send(&with(None))), ["default_password required"]);
    for (typed, change_forced) in [(false, true), (true, false)] {
        set_policy(&world, typed, change_forced);
        let refused = errors(owner.send(&with(Some(DEFAULT))));
        assert_eq!(refused, ["default_password default_password_not_allowed"], "{typed} {change_forced}");
    }
    set_policy(&world, true, true);
    assert_eq!(errors(owner.send(&with(Some("short")))), ["default_password password_short"]);
    let made = owner.send(&with(Some(DEFAULT))).unwrap();
    let directory = directory_of(&world, made.directory.credential.id.clone(), made.token.unwrap());
    directory.add("anna");
    let hers = world.stranger();
    assert!(hers.sign_in("anna", DEFAULT).unwrap().password_change_required);
    assert_eq!(code(hers.send(&users::List::first(org()))), Code::PasswordChangeRequired);
    world.wait(Span::days(31));
    assert_eq!(code(world.stranger().sign_in("anna", DEFAULT)), Code::SignInRefused);
    let lines = world.rows("SELECT group_concat(line) FROM audit")[0].get::<String>(0).unwrap();
    assert!(!lines.contains(DEFAULT) && !lines.contains("hash "));

    let id = made.directory.credential.id;
    let change = |version, onboarding, password: Option<&str>| {
        let details = DirectoryDetails { name: "Head office".into(), onboarding, ..DirectoryDetails::default() };
        let default_password = password.map(str::to_owned);
        world.owner().send(&Update { org: org(), directory: id.clone(), version, details, default_password })
    };
    change(1, Onboarding::DefaultPassword, None).unwrap();
    // It does not outlive the policy that allowed it.
    for (name, typed, change_forced) in [("cleo", true, false), ("dirk", false, true)] {
        set_policy(&world, typed, change_forced);
        directory.add(name);
        assert_eq!(code(world.stranger().sign_in(name, DEFAULT)), Code::SignInRefused, "{name}");
        let kept = errors(change(2, Onboarding::DefaultPassword, None));
        assert_eq!(kept, ["default_password default_password_not_allowed"]);
    }
    set_policy(&world, true, true);
    change(2, Onboarding::Later, Some("is not looked at")).unwrap();
    assert_eq!(errors(change(3, Onboarding::DefaultPassword, None)), ["default_password required"]);
    assert!(world.rows("SELECT 1 FROM directories WHERE default_phc IS NOT NULL").is_empty());
}

#[test]
fn who_is_invited_gets_one_link_by_mail_and_whoever_is_added_disabled_gets_it_when_enabled() {
    let world = World::new();
    let (id, token) = made(&world, Onboarding::Invitation);
    let directory = directory_of(&world, id, token);
    directory.add("anna");
    let [message] = &world.mails()[..] else { panic!("one mail") };
    assert_eq!((message.to.as_str(), message.subject.as_str()), ("anna@carrier.example", "Uw account bij Noordzee"));
    let link = message.text.split_whitespace().find(|word| word.contains("/recovery#")).unwrap();
    let token = link.split_once('#').unwrap().1.to_owned();
    let choose = shared::recovery::api::Complete { org: org(), token, new_password: PASSWORD.into() };
    world.wait(Span::days(6));
    world.stranger().send(&choose).unwrap();
    assert_eq!(code(world.stranger().send(&choose)), Code::LinkRefused);
    assert!(!world.stranger().sign_in("anna", PASSWORD).unwrap().password_change_required);
    world.mails();

    let mut bert = user("bert");
    bert["active"] = false.into();
    let (_, made) = directory.send("POST", "/Users", bert);
    assert!(world.mails().is_empty());
    let path = format!("/Users/{}", made["id"].as_str().unwrap());
    let active = |value: bool| json!({ "op": "replace", "path": "active", "value": value });
    directory.patch(&path, active(true));
    assert_eq!(world.mails()[0].to, "bert@carrier.example");
    world.mails.set(false);
    directory.add("cleo");
    assert!(world.rows("SELECT 1 FROM mails WHERE status = 'waiting'").is_empty());
}

#[test]
fn who_is_added_disabled_gets_the_default_password_when_the_directory_enables_him() {
    let world = World::new();
    set_policy(&world, true, true);
    let request = Create { default_password: Some(DEFAULT.into()), ..create(Onboarding::DefaultPassword) };
    let made = world.owner().send(&request).unwrap();
    let directory = directory_of(&world, made.directory.credential.id, made.token.unwrap());
    let mut bert = user("bert");
    bert["active"] = false.into();
    let (_, bert) = directory.send("POST", "/Users", bert);
    let path = format!("/Users/{}", bert["id"].as_str().unwrap());
    let active = |value: bool| json!({ "op": "replace", "path": "active", "value": value });
    world.wait(Span::days(31));
    world.mails();
    let before = world.last_record();
    assert_eq!(directory.patch(&path, active(true)).0, 200);
    assert_eq!(world.recorded_after(before), ["password_set", "user_enabled"]);
    assert!(world.mails().is_empty(), "nobody is told of a password that he never had");
    assert!(world.stranger().sign_in("bert", DEFAULT).unwrap().password_change_required);
    // Only the first time.
    world.wait(Span::days(31));
    for value in [false, true] {
        assert_eq!(directory.patch(&path, active(value)).0, 200);
    }
    assert_eq!(code(world.stranger().sign_in("bert", DEFAULT)), Code::SignInRefused);
}

#[test]
fn the_first_mail_says_the_user_name_that_comes_with_it() {
    let world = World::new();
    let (id, token) = made(&world, Onboarding::Invitation);
    let directory = directory_of(&world, id, token);
    let mut bert = user("bert");
    bert["active"] = false.into();
    let (_, bert) = directory.send("POST", "/Users", bert);
    let path = format!("/Users/{}", bert["id"].as_str().unwrap());
    let operations = json!([
        { "op": "replace", "path": "active", "value": true },
        { "op": "replace", "path": "userName", "value": "hubert" },
    ]);
    assert_eq!(directory.send("PATCH", &path, json!({ "Operations": operations })).0, 200);
    let mails = world.mails();
    let link = mails.iter().find(|mail| mail.text.contains("/recovery#")).expect("a link");
    assert!(link.text.contains("hubert"), "{}", link.text);
}

pub(super) fn in_team(name: &str, team: &GroupId) -> Value {
    let mut document = user(name);
    document["schemas"] = json!([SCHEMA_OF_USERS, OWN_USER]);
    document[OWN_USER] = json!({ "team": team });
    document
}

pub(super) fn team_of(document: &Value) -> &str {
    document[OWN_USER]["team"].as_str().unwrap_or_default()
}

#[test]
fn a_team_follows_the_directory_until_an_administrator_moves_somebody() {
    let world = World::new();
    let (id, token) = made(&world, Onboarding::Later);
    let directory = directory_of(&world, id, token);
    let [desk, field, sales] = ["Desk", "Field", "Sales"].map(|name| scim::team(&world, name, GroupKind::Team));
    let (status, anna) = directory.send("POST", "/Users", in_team("anna", &desk));
    assert_eq!((status, team_of(&anna)), (201, desk.as_str()));
    let path = format!("/Users/{}", anna["id"].as_str().unwrap());
    let to = |team: &GroupId| json!({ "op": "replace", "path": format!("{OWN_USER}:team"), "value": team });
    let before = world.last_record();
    let (status, anna) = directory.patch(&path, to(&field));
    assert_eq!((status, team_of(&anna)), (200, field.as_str()));
    assert_eq!(world.recorded_after(before), ["member_removed", "member_added", "user_linked"]);
    assert_eq!(directory.found(&format!("{OWN_USER}:team eq \"{field}\"")), ["anna"]);

    let user: shared::ids::UserId = anna["id"].as_str().unwrap().parse().unwrap();
    let by_hand = groups::MoveMember { org: org(), group: field.clone(), user: user.clone(), to: sales.clone() };
    world.owner().send(&by_hand).unwrap();
    let rename = json!({ "op": "replace", "path": "name.givenName", "value": "Ann" });
    let (status, anna) = directory.send("PATCH", &path, json!({ "Operations": [to(&desk), rename] }));
    assert_eq!((status, team_of(&anna), &anna["name"]["givenName"]), (200, sales.as_str(), &json!("Ann")));
    let (status, anna) = directory.patch(&path, json!({ "op": "replace", "path": "active", "value": false }));
    assert_eq!((status, &anna["active"], team_of(&anna)), (200, &json!(false), sales.as_str()));
    // Brought back by hand, he follows again.
    let back = groups::MoveMember { org: org(), group: sales.clone(), user: user.clone(), to: field.clone() };
    world.owner().send(&back).unwrap();
    assert_eq!(team_of(&directory.patch(&path, to(&desk)).1), desk.as_str());
    let (_, anna) = directory.patch(&path, json!({ "op": "remove", "path": format!("{OWN_USER}:team") }));
    assert_eq!(team_of(&anna), "", "a PATCH takes him out");
    assert_eq!(team_of(&directory.patch(&path, to(&desk)).1), desk.as_str());
    let mut whole = self::user("anna");
    whole[OWN_USER] = json!({ "description": "PUT says nothing of the team" });
    assert_eq!(team_of(&directory.send("PUT", &path, whole).1), desk.as_str());
    // Taken out by hand, he stays out.
    world.owner().send(&groups::RemoveMember { org: org(), group: desk.clone(), user }).unwrap();
    assert_eq!(team_of(&directory.patch(&path, to(&desk)).1), "");

    let access = scim::team(&world, "Access", GroupKind::Access);
    for unknown in [access.as_str(), "nothing", &"f".repeat(32)] {
        let asked = json!({ "op": "replace", "path": format!("{OWN_USER}:team"), "value": unknown });
        assert_eq!(refused(directory.patch(&path, asked)), (400, "invalidValue".into()), "{unknown}");
    }
}

#[test]
fn members_of_a_team_are_moved_from_another_but_by_nobodys_hand() {
    let world = World::new();
    let (id, token) = made(&world, Onboarding::Later);
    let directory = directory_of(&world, id, token);
    let [desk, field] = ["Desk", "Field"].map(|name| scim::team(&world, name, GroupKind::Team));
    let [anna, bert, cleo] = ["anna", "bert", "cleo"].map(|name| directory.add(name));
    let members = |paths: &[&String]| {
        let members: Vec<Value> =
            paths.iter().map(|path| json!({ "value": path.rsplit('/').next().unwrap() })).collect();
        json!({ "op": "replace", "path": "members", "value": members })
    };
    let count = |team: &GroupId| {
        let seen = directory.get(&format!("/Groups/{team}"));
        seen["members"].as_array().map(Vec::len).unwrap_or_default()
    };
    let [at_desk, at_field] = [&desk, &field].map(|team| format!("/Groups/{team}"));
    assert_eq!(directory.patch(&at_desk, members(&[&anna, &bert])).0, 200);
    let user = bert.rsplit('/').next().unwrap().parse().unwrap();
    world.owner().send(&groups::MoveMember { org: org(), group: desk.clone(), user, to: field.clone() }).unwrap();
    // Bert was moved by hand: he is neither put back nor in the way of the others.
    assert_eq!(directory.patch(&at_desk, members(&[&anna, &bert, &cleo])).0, 200);
    assert_eq!((count(&desk), count(&field)), (2, 1));
    assert_eq!(directory.patch(&at_field, members(&[&cleo])).0, 200);
    assert_eq!((count(&desk), count(&field)), (1, 2), "cleo is moved, bert stays");
    assert_eq!(directory.patch(&at_field, members(&[])).0, 200);
    assert_eq!((count(&desk), count(&field)), (1, 1));
}

#[test]
fn the_trail_tells_two_directories_of_one_maker_apart() {
    let world = World::new();
    let made: Vec<_> = (0..2).map(|_| made(&world, Onboarding::Later)).collect();
    for ((id, token), name) in made.iter().zip(["anna", "bert"]) {
        directory_of(&world, id.clone(), token.clone()).add(name);
        let entry = world.owner().send(&audit::List::newest(org())).unwrap();
        let created = entry.items.into_iter().find(|entry| entry.record.effect["effect"] == "user_created").unwrap();
        assert_eq!(created.record.credential.as_ref(), Some(id));
    }
}
