//! Importing users: the plan, what is applied of it, and that both are the same.

use super::*;
use proptest::prelude::*;
use shared::{
    audit::{Seq, api::Undo},
    batches::{
        Applied, BatchState, Item, Outcome, Planned,
        api::{List, View},
    },
    groups::{GroupDetails, GroupKind, api as groups},
    ids::{GroupId, LicenseId},
    imports::{
        Format, Import, Passwords,
        api::{Create, Plan},
    },
    licenses::{LicenseDetails, api as licenses},
    organizations::api::{UpdateSettings, ViewSettings},
    users::Status,
};

const HEAD: &str = "name,nickname,email,sso_id,description,password,enabled,standard_license,mobile_license,group_id";

/// A file of these rows.
pub(super) fn file(rows: &[&str]) -> String {
    format!("{HEAD}\r\n{}\r\n", rows.join("\r\n"))
}

fn import(rows: &[&str]) -> Import {
    Import { file: file(rows), passwords: Passwords::Later, ..Import::default() }
}

fn plan(browser: &Browser<'_>, import: &Import) -> Planned {
    browser.send(&Plan { org: org(), import: import.clone() }).unwrap()
}

fn apply(browser: &Browser<'_>, import: &Import, plan: &Planned) -> Result<Applied, Problem> {
    browser.send(&Create { org: org(), import: import.clone(), plan: plan.plan.clone() })
}

/// Plans and applies; returns what became of each item.
fn run(browser: &Browser<'_>, import: &Import) -> Vec<Item> {
    let planned = plan(browser, import);
    let applied = apply(browser, import, &planned).unwrap();
    let page = browser.send(&View { org: org(), batch: applied.batch }).unwrap();
    assert_eq!(page.items, planned.items, "what was planned is what was done");
    page.items
}

/// What is said of each row: its outcome, or what is wrong.
fn told(items: &[Item]) -> Vec<String> {
    let one = |item: &Item| match (&item.problem, &item.errors[..]) {
        (Some(problem), _) => problem.code.as_str().to_owned(),
        (None, []) => format!("{:?}", item.outcome).to_lowercase(),
        (None, errors) => {
            errors.iter().map(|error| format!("{} {}", error.field, error.code)).collect::<Vec<_>>().join(", ")
        }
    };
    items.iter().map(one).collect()
}

fn group(world: &World, name: &str, kind: GroupKind) -> GroupId {
    let details = GroupDetails { name: name.into(), ..GroupDetails::default() };
    world.owner().send(&groups::Create { org: org(), kind, parent: None, details }).unwrap().id
}

fn license(world: &World, name: &str, quantity: u32, released_on_disable: bool) -> LicenseId {
    let details = LicenseDetails { name: name.into(), quantity, released_on_disable, ..LicenseDetails::default() };
    world.owner().send(&licenses::Create { org: org(), details }).unwrap().id
}

/// Has the organization decide something else about imports.
fn decide(world: &World, change: impl FnOnce(&mut shared::organizations::Settings)) {
    let owner = world.owner();
    let seen = owner.send(&ViewSettings { org: org() }).unwrap();
    let mut settings = seen.settings;
    change(&mut settings);
    owner.send(&UpdateSettings { org: org(), version: seen.version, settings }).unwrap();
}

#[test]
fn a_plan_says_what_becomes_of_each_row_and_applying_does_that() {
    let world = World::new();
    let owner = world.owner();
    let desk = group(&world, "Desk", GroupKind::Team);
    let (standard, mobile) = (license(&world, "Standard", 9, false), license(&world, "Mobile", 9, true));
    let import = Import {
        standard_license: Some(standard),
        mobile_license: Some(mobile),
        ..import(&[
            &format!("Anna Peeters,Annie,anna@haven.be,a1,Kade,,ja,ja,nee,{desk}"),
            "Bart Claes,,bart@haven.be,,,,oui,non,oui,",
            "Cas,,cas@haven.be,,,,1,0,0,",
            "Dirk Smet,,,,,,true,false,maybe,nowhere",
            "Els Maes,,els@haven.be,,,,0,1,1,",
        ])
    };
    let items = run(&owner, &import);
    let errors = "email required, mobile_license boolean, group_id unknown_group";
    assert_eq!(told(&items), ["created", "created", "name full_name", errors, "created"]);
    assert_eq!(owner.users(), ["bart@haven.be", "els@haven.be", "anna@haven.be", "olivia"]);
    let seats = world.rows("SELECT user, license FROM seats");
    assert_eq!(seats.len(), 3, "who is disabled keeps the seats that are not released with that");
    assert_eq!(world.rows("SELECT 1 FROM users WHERE status = 'disabled'").len(), 1);
    assert_eq!(world.rows("SELECT 1 FROM memberships").len(), 1);
    let listed = owner.send(&List { org: org() }).unwrap();
    assert_eq!((listed[0].state, listed[0].done, listed[0].refused), (BatchState::Applied, 3, 2));
}

#[test]
fn rsc_30_nobodys_login_is_somebody_elses_in_the_file_or_outside() {
    let world = World::new();
    world.user("anna", None);
    let items = plan(
        &world.owner(),
        &import(&[
            "Anna Peeters,,ANNA@carrier.example,,,,1,0,0,",
            "Jill Maes,,jill@haven.be,,,,1,0,0,",
            "Jill Maes,,Jill@Haven.be,,,,1,0,0,",
            "Jill Maes,,ji1l@haven.be,,,,1,0,0,",
        ]),
    )
    .items;
    assert_eq!(told(&items), ["email taken", "created", "email taken_in_file", "email look_alike_in_file"]);
    assert_eq!(items[2].errors[0].args["row"], "2");
}

#[test]
fn rsc_30_when_the_seats_run_out_the_rows_after_that_say_so() {
    let world = World::new();
    let standard = Some(license(&world, "Standard", 2, false));
    let rows: Vec<String> =
        (0..4).map(|at| format!("Jan Maes,,jan{at}x@haven.be,,,,1,{},0,", u8::from(at != 1))).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let import = Import { standard_license: standard, ..import(&rows) };
    let items = run(&world.owner(), &import);
    assert_eq!(told(&items), ["created", "created", "created", "standard_license no_seat_left"]);
    let none = Import { standard_license: None, ..import };
    let items = plan(&world.owner(), &Import { file: file(&["Jo Vos,,jo@haven.be,,,,1,1,1,"]), ..none }).items;
    assert_eq!(told(&items), ["standard_license license_not_chosen, mobile_license license_not_chosen"]);
}

#[test]
fn rsc_26_a_group_chosen_for_all_goes_before_the_file_s() {
    let world = World::new();
    let (desk, other) = (group(&world, "Desk", GroupKind::Access), group(&world, "Other", GroupKind::Access));
    let import = Import {
        group: Some(desk.clone()),
        ..import(&[&format!("Jan Maes,,jan@haven.be,,,geheim,1,0,0,{other}"), "An Maes,,an@haven.be,,,,1,0,0,"])
    };
    let items = run(&world.owner(), &import);
    let notices: Vec<&str> = items[0].notices.iter().map(|notice| notice.code.as_str()).collect();
    assert_eq!((notices, items[1].notices.len()), (vec!["password_ignored", "group_ignored"], 0));
    assert_eq!(world.rows(&format!("SELECT 1 FROM memberships WHERE group_id = '{desk}'")).len(), 2);
}

#[test]
fn rsc_27_an_organization_says_how_many_rows_a_file_may_have() {
    let world = World::new();
    let rows: Vec<String> = (0..501).map(|at| format!("Jan Maes,,jan.{at}@haven.be,,,,1,0,0,")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let owner = world.owner();
    let ask = |rows: &[&str]| owner.send(&Plan { org: org(), import: import(rows) });
    assert_eq!(ask(&rows[..500]).unwrap().items.len(), 500);
    assert_eq!(errors(ask(&rows)), ["import.file file_too_many_rows"]);
    decide(&world, |settings| settings.import_rows = 501);
    assert_eq!(ask(&rows).unwrap().items.len(), 501);
}

#[test]
fn rsc_28_passwords_come_from_the_file_where_that_is_allowed_and_are_temporary() {
    let world = World::new();
    let owner = world.owner();
    let rows = [
        "Jan Maes,,jan@haven.be,,,tall ships of Ghent,1,0,0,",
        "An Maes,,an@haven.be,,,short,1,0,0,",
        "Bo Maes,,bo@haven.be,,,,1,0,0,",
    ];
    let import = Import { passwords: Passwords::File, ..import(&rows) };
    assert_eq!(
        errors(owner.send(&Plan { org: org(), import: import.clone() })),
        ["import.passwords typing_not_allowed"]
    );
    decide(&world, |settings| settings.password_policy.administrators_type_passwords = true);
    let items = run(&owner, &import);
    assert_eq!(told(&items), ["created", "password password_short", "password required"]);
    let session = world.stranger().sign_in("jan@haven.be", "tall ships of Ghent").unwrap();
    assert!(session.password_change_required);
    assert!(
        !world.contents().contains("short,")
            && world.rows("SELECT 1 FROM batch_items WHERE item LIKE '%tall ships%'").is_empty()
    );
}

#[test]
fn passwords_that_are_made_are_shown_once_mailed_or_left_for_later() {
    let world = World::new();
    let owner = world.owner();
    let made = Import { passwords: Passwords::Generated, ..import(&["Jan Maes,,jan@haven.be,,,,1,0,0,"]) };
    let planned = plan(&owner, &made);
    let request = Create { org: org(), import: made, plan: planned.plan };
    let first = owner.send_with_key(&request, Some("key-12345678")).unwrap();
    let [issued] = &first.passwords.clone().unwrap()[..] else { panic!("one password") };
    assert!(world.stranger().sign_in("jan@haven.be", &issued.password).unwrap().password_change_required);
    let again = owner.send_with_key(&request, Some("key-12345678")).unwrap();
    assert_eq!((again.batch, again.passwords), (first.batch, None), "a retry happens once and shows nothing");

    let mailed = Import { passwords: Passwords::Mailed, ..import(&["An Maes,,an@haven.be,,,,1,0,0,"]) };
    run(&owner, &mailed);
    assert_eq!(world.mails().len(), 1);
    world.mails.set(false);
    assert_eq!(errors(owner.send(&Plan { org: org(), import: mailed })), ["import.passwords mails_not_available"]);

    run(&owner, &import(&["Bo Maes,,bo@haven.be,,,,1,0,0,"]));
    assert_eq!(code(world.stranger().sign_in("bo@haven.be", "")), Code::SignInRefused);
}

#[test]
fn a_plan_that_would_be_another_one_by_now_is_not_applied() {
    let world = World::new();
    let owner = world.owner();
    let import =
        Import { passwords: Passwords::Generated, ..import(&["Anna Peeters,,anna@carrier.example,,,,1,0,0,"]) };
    let planned = plan(&owner, &import);
    world.site("Gent");
    assert_eq!(plan(&owner, &import), planned, "what has nothing to do with it changes nothing");
    world.user("anna", None);
    assert_eq!(code(apply(&owner, &import, &planned)), Code::ChangedMeanwhile);
    assert_eq!(world.rows("SELECT 1 FROM batches").len(), 0);
    let other = Import { file: file(&["Bo Maes,,bo@haven.be,,,,1,0,0,"]), ..import };
    assert_eq!(code(apply(&owner, &other, &planned)), Code::ChangedMeanwhile);
}

#[test]
fn rows_change_those_who_are_there_when_asked_to() {
    let world = World::new();
    let owner = world.owner();
    let gent = world.site("Gent");
    let anna = world.user("anna", Some(&gent));
    let desk = group(&world, "Desk", GroupKind::Team);
    let import = Import {
        update_existing: true,
        ..import(&[&format!("Anna Maes,Annie,anna@carrier.example,,,,0,0,0,{desk}"), "Bo Maes,,bo@haven.be,,,,1,0,0,"])
    };
    assert_eq!(told(&run(&owner, &import)), ["changed", "created"]);
    let user = owner.send(&shared::users::api::View { org: org(), user: anna }).unwrap();
    let facts = (user.person.full_name(), user.person.nick_name, user.person.user_name, user.status, user.site);
    assert_eq!(facts, ("Anna Maes".into(), "Annie".into(), "anna".into(), Status::Disabled, Some(gent)));
    assert_eq!(told(&run(&owner, &import)), ["unchanged", "unchanged"]);
    let twice = Import { file: file(&["Bo Maes,,bo@haven.be,,,,1,0,0,", "Bo Vos,,bo@haven.be,,,,1,0,0,"]), ..import };
    assert_eq!(told(&plan(&owner, &twice).items), ["unchanged", "email taken_in_file"]);
}

#[test]
fn whoever_imports_is_judged_as_if_he_did_it_one_by_one() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (_, erik) = world.appoint_at("erik", &gent);
    let here = Import {
        site: Some(gent.clone()),
        ..import(&["Jan Maes,,jan@haven.be,,,,1,0,0,", "An Maes,,an@haven.be,,,,0,0,0,"])
    };
    assert_eq!(told(&run(&erik, &here)), ["created", "created"]);
    let there = Import { site: Some(namur), ..here.clone() };
    assert_eq!(code(erik.send(&Plan { org: org(), import: there })), Code::Forbidden);
    assert_eq!(code(erik.send(&Plan { org: org(), import: Import { site: None, ..here.clone() } })), Code::Forbidden);
    // He may not see the owner, whose address is as taken for him as anybody else's.
    let rows = file(&["Olivia Maes,,olivia@carrier.example,,,,0,0,0,"]);
    let owner = Import { file: rows, update_existing: true, ..here.clone() };
    assert_eq!(told(&plan(&erik, &owner).items), ["email taken"]);
    // Nor may he add anybody to a group of which he knows nothing.
    let desk = group(&world, "Desk", GroupKind::Access);
    let row = format!("Bo Maes,,bo@haven.be,,,,1,0,0,{desk}");
    assert_eq!(told(&plan(&erik, &Import { file: file(&[&row]), ..here }).items), ["group_id unknown_group"]);
}

#[test]
fn nobody_sees_the_batches_of_somebody_else() {
    let world = World::new();
    let (_, erik) = world.appoint("erik", vec![world.grant("users", Scope::Organization)]);
    let owner = world.owner();
    let asked = import(&["Jan Maes,,jan@haven.be,,,,1,0,0,"]);
    let batch = apply(&owner, &asked, &plan(&owner, &asked)).unwrap().batch;
    assert!(erik.send(&List { org: org() }).unwrap().is_empty());
    assert_eq!(code(erik.send(&View { org: org(), batch })), Code::NotFound);
}

#[test]
fn an_import_is_undone_as_a_whole() {
    let world = World::new();
    let owner = world.owner();
    world.user("anna", None);
    let standard = license(&world, "Standard", 9, false);
    let import = Import {
        update_existing: true,
        standard_license: Some(standard),
        ..import(&["Anna Maes,,anna@carrier.example,,,,0,0,0,", "Bo Maes,,bo@haven.be,,,,1,1,0,"])
    };
    run(&owner, &import);
    let undo = |record: i64| owner.send(&Undo { org: org(), seq: Seq(u64::try_from(record).unwrap()) });
    let record = world.last_record();
    undo(record).unwrap();
    assert_eq!(
        world.recorded_after(record),
        ["unassigned", "user_disabled", "user_enabled", "user_updated", "batch_undone"]
    );
    assert!(world.rows("SELECT 1 FROM seats").is_empty());
    let states = world.rows("SELECT full_name FROM users WHERE status = 'active' ORDER BY 1");
    assert_eq!(
        states.iter().map(|row| row.get::<String>(0).unwrap()).collect::<Vec<_>>(),
        ["anna Peeters", "olivia Peeters"]
    );
    assert_eq!(code(undo(record)), Code::ChangedMeanwhile);
}

#[test]
fn json_is_imported_like_separated_values() {
    let world = World::new();
    let text =
        r#"[{"name":"Jan Maes","email":"jan@haven.be","enabled":true,"standard_license":false,"mobile_license":0}]"#;
    let import = Import { format: Format::Json, file: text.into(), passwords: Passwords::Later, ..Import::default() };
    assert_eq!(told(&run(&world.owner(), &import)), ["created"]);
}

/// What the organization is like, but for ids, times and the trail.
fn state(world: &World) -> Vec<String> {
    let rows = world.rows(
        "SELECT users.person || users.status || (users.phc = '') ||
                coalesce((SELECT group_concat(name_key) FROM memberships JOIN groups ON groups.id = group_id WHERE user = users.id), '-') ||
                coalesce((SELECT group_concat(name_key) FROM seats JOIN licenses ON licenses.id = license WHERE user = users.id), '-')
         FROM users ORDER BY email_key",
    );
    rows.iter().map(|row| row.get(0).unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn an_import_is_the_same_as_its_rows_one_by_one(
        rows in proptest::collection::vec((0..6u8, 0..3u8, any::<bool>(), any::<bool>(), 0..3u8), 1..7),
        quantity in 0..4u32,
    ) {
        let world = World::new();
        let standard = Some(license(&world, "Standard", quantity, true));
        let desk = group(&world, "Desk", GroupKind::Team);
        let lines: Vec<String> = rows.iter().map(|(who, name, enabled, seat, place)| {
            let name = ["Jan Maes", "Jan", "An de Vos"][usize::from(*name)];
            let place = [desk.as_str(), "", "nowhere"][usize::from(*place)];
            format!("{name},,p{who}x@haven.be,,,,{enabled},{seat},0,{place}")
        }).collect();
        let all: Vec<&str> = lines.iter().map(String::as_str).collect();
        let together = world.copy();
        let asked = Import { standard_license: standard, ..import(&all) };
        let verdicts = run(&together.owner(), &asked);
        let apart: Vec<Item> =
            all.iter().flat_map(|row| run(&world.owner(), &Import { file: file(&[row]), ..asked.clone() })).collect();
        prop_assert_eq!(state(&together), state(&world));
        let passed = |items: &[Item]| items.iter().map(|item| item.outcome == Outcome::Created).collect::<Vec<_>>();
        prop_assert_eq!(passed(&verdicts), passed(&apart));
    }
}
