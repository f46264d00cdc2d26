//! Importing users: the plan, what is applied of it, and that both are the same.

use super::*;
use proptest::prelude::*;
use shared::{
    assignments::{Asset, api as assignments},
    audit::{Seq, api::Undo},
    authority::{
        Permission,
        permission::{GROUPS_UPDATE, GROUPS_VIEW, USERS_CREATE, USERS_UPDATE, USERS_VIEW},
    },
    batches::{
        Applied, BatchState, Item, Outcome, Planned,
        api::{List, View},
    },
    grants::{NewGrant, Subject, api as grants},
    groups::{GroupDetails, GroupKind, api as groups},
    ids::{GroupId, LicenseId, UserId},
    imports::{
        Format, Import, Passwords,
        api::{Create, Plan},
        verdicts,
    },
    licenses::{LicenseDetails, api as licenses},
    organizations::api::{UpdateSettings, ViewSettings},
    roles::{RoleDetails, api as roles},
    users::{Status, User, api as users},
};

const HEAD: &str = "name,nickname,email,sso_id,description,password,enabled,standard_license,mobile_license,group_id";

/// A file of these rows.
pub(super) fn file(rows: &[&str]) -> String {
    format!("{HEAD}\r\n{}\r\n", rows.join("\r\n"))
}

fn import(rows: &[&str]) -> Import {
    Import { file: file(rows), passwords: Passwords::Later, ..Import::default() }
}

/// What would be done, with all rows among the items.
pub(super) fn plan(browser: &Browser<'_>, import: &Import) -> Planned {
    let planned = browser.send(&Plan { org: org(), import: import.clone() }).unwrap();
    let (items, listed) = (verdicts(import, &planned).unwrap(), planned.items.len());
    assert_eq!(items.len(), listed + planned.simply_added as usize);
    Planned { items, ..planned }
}

fn apply(browser: &Browser<'_>, import: &Import, plan: &Planned) -> Result<Applied, Problem> {
    browser.send(&Create { org: org(), import: import.clone(), plan: plan.plan.clone() })
}

/// Plans and applies; returns what became of each item.
pub(super) fn run(browser: &Browser<'_>, import: &Import) -> Vec<Item> {
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
    assert_eq!(ask(&rows[..500]).unwrap().simply_added, 500);
    assert_eq!(errors(ask(&rows)), ["import.file file_too_many_rows"]);
    decide(&world, |settings| settings.import_rows = 501);
    assert_eq!(ask(&rows).unwrap().simply_added, 501);
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
fn what_is_asked_for_is_in_a_plans_name_also_when_all_rows_simply_add_somebody() {
    let world = World::new();
    let owner = world.owner();
    let one = import(&["Anna Peeters,,anna@haven.be,,,,1,0,0,"]);
    let planned = plan(&owner, &one);
    let others = [
        import(&["Anna Peeters,,anna@haven.be,,,,0,0,0,"]),
        Import { passwords: Passwords::Generated, ..one.clone() },
        Import { update_existing: true, ..one.clone() },
    ];
    for other in others {
        assert_eq!(told(&plan(&owner, &other).items), told(&planned.items));
        assert_eq!(apply(&owner, &other, &planned).unwrap_err().code, Code::ChangedMeanwhile, "{other:?}");
    }
    apply(&owner, &one, &planned).unwrap();
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
fn whoever_is_in_a_team_is_put_into_no_other_one_by_a_file() {
    let world = World::new();
    let [desk, other] = ["Desk", "Other"].map(|name| group(&world, name, GroupKind::Team));
    world.user("anna", None);
    let row = |group: &GroupId| {
        let row = format!("anna Peeters,,anna@carrier.example,,,,1,0,0,{group}");
        Import { update_existing: true, ..import(&[&row]) }
    };
    let owner = world.owner();
    assert_eq!(told(&run(&owner, &row(&desk))), ["changed"]);
    assert_eq!(told(&plan(&owner, &row(&desk)).items), ["unchanged"]);
    assert_eq!(told(&plan(&owner, &row(&other)).items), ["group_id in_a_team"]);
}

#[test]
fn refusing_many_rows_costs_what_the_rows_cost() {
    let read = [32, 128].map(|rows| {
        let world = World::new();
        let [his, other] = ["His", "Other"].map(|name| group(&world, name, GroupKind::Access));
        let line = |at: usize, group: &str| format!("Jan Maes,,jan{at}@haven.be,,,,1,0,0,{group}");
        let file = |group: &dyn Fn(usize) -> String| {
            let lines: Vec<String> = (0..rows).map(|at| line(at, &group(at))).collect();
            import(&lines.iter().map(String::as_str).collect::<Vec<_>>())
        };
        run(&world.owner(), &file(&|_| String::new()));
        let within = Scope::Groups { groups: [his.clone()].into() };
        let (_, erik) = world.appoint("erik", joins(&world, within));
        let groups = [&his, &other];
        let mixed = Import { update_existing: true, ..file(&|at| groups[at % 2].to_string()) };
        let before = world.database(org().as_str()).answered();
        let said = told(&plan(&erik, &mixed).items);
        assert_eq!(said.iter().filter(|word| *word == "forbidden").count(), rows / 2, "{said:?}");
        world.database(org().as_str()).answered() - before
    });
    assert!(read[1] < read[0] * 5, "four times the rows, not the square of it: {read:?}");
}

/// Whoever may change all users, and put them into the groups of this scope.
fn joins(world: &World, within: Scope) -> Vec<NewGrant> {
    let role = |name: &str, permissions: &[Permission]| {
        let permissions = permissions.iter().cloned().collect();
        let details = RoleDetails { name: name.into(), description: String::new(), permissions };
        world.owner().send(&roles::Create { org: org(), details }).unwrap();
    };
    role("Changes users", &[USERS_VIEW, USERS_CREATE, USERS_UPDATE, GROUPS_VIEW]);
    role("Puts into groups", &[GROUPS_UPDATE]);
    vec![world.grant("Changes users", Scope::Organization), world.grant("Puts into groups", within)]
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
fn nobody_changes_even_himself_by_a_file_without_the_right_to_change_users() {
    let world = World::new();
    let (_, erik) = world.appoint("erik", vec![world.grant("users", Scope::Organization)]);
    let permissions = [USERS_VIEW, USERS_CREATE].into_iter().collect();
    let details = RoleDetails { name: "Adders".into(), description: String::new(), permissions };
    world.owner().send(&shared::roles::api::Create { org: org(), details }).unwrap();
    let (_, adder) = world.appoint("adder", vec![world.grant("Adders", Scope::Organization)]);
    let himself = |login: &str| Import {
        update_existing: true,
        ..import(&[&format!("{login} Peeters,,{login}@carrier.example,changed,,,1,0,0,")])
    };
    assert_eq!(told(&plan(&erik, &himself("erik")).items), ["changed"]);
    assert_eq!(told(&plan(&adder, &himself("adder")).items), ["forbidden"]);
}

#[test]
fn a_plan_is_another_one_when_it_would_do_something_else_to_somebody() {
    let world = World::new();
    let owner = world.owner();
    let anna = world.user("anna", None);
    let import = Import { update_existing: true, ..import(&["anna Peeters,,anna@carrier.example,,new,,1,0,0,"]) };
    let planned = plan(&owner, &import);
    owner.send(&shared::users::api::Disable { org: org(), user: anna }).unwrap();
    assert_eq!(plan(&owner, &import).items, planned.items, "it is changed either way");
    assert_eq!(code(apply(&owner, &import, &planned)), Code::ChangedMeanwhile, "but it would be enabled as well");
}

#[test]
fn one_license_is_not_chosen_for_both_columns() {
    let world = World::new();
    let standard = license(&world, "Standard", 9, false);
    let import = Import {
        standard_license: Some(standard.clone()),
        mobile_license: Some(standard),
        ..import(&["Bo Maes,,bo@haven.be,,,,1,1,1,"])
    };
    let answer = world.owner().send(&Plan { org: org(), import });
    assert_eq!(errors(answer), ["import.mobile_license same_license"]);
}

#[test]
fn rsc_26_a_group_chosen_for_all_goes_before_whatever_the_file_says() {
    let world = World::new();
    let desk = group(&world, "Desk", GroupKind::Team);
    let import = Import { group: Some(desk), ..import(&["Bo Maes,,bo@haven.be,,,,1,0,0,4711"]) };
    let items = run(&world.owner(), &import);
    assert_eq!(told(&items), ["created"]);
    assert_eq!(items[0].notices[0].code, "group_ignored");
}

#[test]
fn undoing_an_import_gives_seats_back_as_far_as_there_are_any() {
    let world = World::new();
    let owner = world.owner();
    let anna = world.user("anna", None);
    let standard = license(&world, "Standard", 1, false);
    let asset = Asset::License(standard.clone());
    owner.send(&assignments::Assign { org: org(), user: anna, asset: asset.clone() }).unwrap();
    let import = Import {
        update_existing: true,
        standard_license: Some(standard),
        ..import(&["anna Peeters,,anna@carrier.example,,,,0,0,0,"])
    };
    assert_eq!(told(&run(&owner, &import)), ["changed"]);
    let seq = Seq(u64::try_from(world.last_record()).unwrap());
    let bart = world.user("bart", None);
    owner.send(&assignments::Assign { org: org(), user: bart.clone(), asset: asset.clone() }).unwrap();
    assert_eq!(code(owner.send(&Undo { org: org(), seq })), Code::NoSeatLeft);
    owner.send(&assignments::Unassign { org: org(), user: bart, asset }).unwrap();
    owner.send(&Undo { org: org(), seq }).unwrap();
    assert_eq!(world.rows("SELECT 1 FROM seats").len(), 1);
    assert!(world.rows("SELECT 1 FROM users WHERE status = 'disabled'").is_empty());
}

#[test]
fn an_import_is_undone_although_somebody_whom_it_added_has_been_disabled() {
    let world = World::new();
    let owner = world.owner();
    let mobile = license(&world, "Mobile", 9, true);
    let import = Import {
        mobile_license: Some(mobile),
        ..import(&["Bo Maes,,bo@haven.be,,,,1,0,1,", "Jan Maes,,jan@haven.be,,,,1,0,1,"])
    };
    let items = run(&owner, &import);
    assert_eq!(told(&items), ["created", "created"]);
    let seq = Seq(u64::try_from(world.last_record()).unwrap());
    let bo = world.rows("SELECT id FROM users WHERE email = 'bo@haven.be'")[0].parse(0).unwrap();
    owner.send(&shared::users::api::Disable { org: org(), user: bo }).unwrap();
    owner.send(&Undo { org: org(), seq }).unwrap();
    assert_eq!(world.rows("SELECT 1 FROM users WHERE status = 'disabled'").len(), 2);
    assert!(world.rows("SELECT 1 FROM seats").is_empty());
}

#[test]
fn json_is_imported_like_separated_values() {
    let world = World::new();
    let text =
        r#"[{"name":"Jan Maes","email":"jan@haven.be","enabled":true,"standard_license":false,"mobile_license":0}]"#;
    let import = Import { format: Format::Json, file: text.into(), passwords: Passwords::Later, ..Import::default() };
    assert_eq!(told(&run(&world.owner(), &import)), ["created"]);
}

/// What the organization is like, but for ids of who is new, times and the trail.
fn state(world: &World) -> Vec<String> {
    let rows = world.rows(
        "SELECT users.person || users.status || (users.phc = '') || coalesce(site, '-') ||
                coalesce((SELECT group_concat(name_key ORDER BY name_key) FROM memberships
                          JOIN groups ON groups.id = group_id WHERE user = users.id), '-') ||
                coalesce((SELECT group_concat(name_key) FROM seats JOIN licenses ON licenses.id = license WHERE user = users.id), '-') ||
                (SELECT count(*) FROM grants WHERE grants.user = users.id)
         FROM users ORDER BY email_key",
    );
    rows.iter().map(|row| row.get(0).unwrap()).collect()
}

/// Who and what a file is about that somebody imports at one site only.
struct Office {
    gent: SiteId,
    standard: LicenseId,
    releases: bool,
    /// A team for which a seat is kept, a team below no other, what carries no more than he holds, what carries
    /// more, and what he knows nothing of.
    groups: [GroupId; 5],
}

impl Office {
    fn new(world: &World, quantity: u32, releases: bool, assigns: bool) -> Self {
        let owner = world.owner();
        let (gent, namur) = (world.site("Gent"), world.site("Namur"));
        let here = || Scope::Sites { sites: [gent.clone()].into() };
        let standard = license(world, "Standard", quantity, releases);
        let groups = [
            group(world, "Desk", GroupKind::Team),
            group(world, "Shore", GroupKind::Team),
            group(world, "Club", GroupKind::Access),
            group(world, "Vault", GroupKind::Access),
            group(world, "Elsewhere", GroupKind::Team),
        ];
        let carry = |group: &GroupId, grant: NewGrant| {
            let create = grants::Create { org: org(), subject: Subject::Group(group.clone()), grant };
            owner.send(&create).unwrap();
        };
        carry(&groups[2], world.grant("users", here()));
        carry(&groups[3], world.grant("roles", Scope::Organization));
        let reach = Scope::Groups { groups: groups[..4].iter().cloned().collect() };
        let mut held = vec![world.grant("users", here()), world.grant("groups", reach)];
        held.extend(assigns.then(|| world.grant("assignments", here())));
        world.appoint("erik", held);
        let known =
            [world.user("anna", Some(&gent)), world.user("dora", Some(&gent)), world.user("bart", Some(&namur))];
        // Another administrator, who is beyond him.
        let cas = world.user("cas", Some(&gent));
        let grant = world.grant("roles", Scope::Organization);
        owner.send(&grants::Create { org: org(), subject: Subject::User(cas), grant }).unwrap();
        let joins = |group: &GroupId, user: &UserId| {
            owner.send(&groups::AddMember { org: org(), group: group.clone(), user: user.clone() }).unwrap();
        };
        joins(&groups[0], &known[1]);
        // Who has a seat may be moved into the team for which one is kept, or give it back.
        if quantity > 0 {
            let (user, asset) = (known[0].clone(), Asset::License(standard.clone()));
            owner.send(&assignments::Assign { org: org(), user, asset }).unwrap();
        }
        if quantity > 1 {
            let (license, group) = (standard.clone(), groups[0].clone());
            owner.send(&licenses::Reserve { org: org(), license, group, before: 0, seats: 1 }).unwrap();
        }
        Self { gent, standard, releases, groups }
    }

    fn import(&self, rows: &[Row], update_existing: bool) -> Import {
        let lines: Vec<String> = rows.iter().map(|row| row.line(self)).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let (site, standard_license) = (Some(self.gent.clone()), Some(self.standard.clone()));
        Import { site, standard_license, update_existing, ..import(&lines) }
    }
}

/// A row of a random file.
#[derive(Clone, Copy, Debug)]
struct Row {
    who: usize,
    name: usize,
    enabled: bool,
    seat: bool,
    place: usize,
}

const NAMES: [&str; 3] = ["Jan Maes", "Jan", "An de Vos"];
const PEOPLE: [&str; 8] = [
    "new@haven.be",
    "newer@haven.be",
    "anna@carrier.example",
    "dora@carrier.example",
    "bart@carrier.example",
    "cas@carrier.example",
    "erik@carrier.example",
    "olivia@carrier.example",
];

fn row() -> impl Strategy<Value = Row> {
    (0..PEOPLE.len(), 0..NAMES.len(), any::<bool>(), any::<bool>(), 0..8_usize)
        .prop_map(|(who, name, enabled, seat, place)| Row { who, name, enabled, seat, place })
}

impl Row {
    fn group<'o>(&self, office: &'o Office) -> Option<&'o GroupId> {
        office.groups.get(self.place)
    }

    fn line(&self, office: &Office) -> String {
        let (name, email, group) = (NAMES[self.name], PEOPLE[self.who], self.group(office).map_or("", GroupId::as_str));
        format!("{name},,{email},,,,{},{},0,{group}", self.enabled, self.seat)
    }

    /// Does what the row says by the endpoints that the pages call, up to the first refusal.
    fn by_hand(&self, world: &World, office: &Office, update_existing: bool) -> Result<(), Problem> {
        let erik = world.signed_in("erik");
        let person = Person::known_as(NAMES[self.name], PEOPLE[self.who]);
        let seen = erik.send(&users::List { q: Some(person.email.clone()), ..users::List::first(org()) })?.items;
        match seen.into_iter().find(|user| user.email == person.email).filter(|_| update_existing) {
            Some(user) => self.change(world, &erik, office, user.id, person),
            None => self.create(&erik, office, person),
        }
    }

    fn create(&self, erik: &Browser<'_>, office: &Office, person: Person) -> Result<(), Problem> {
        let (site, group) = (Some(office.gent.clone()), self.group(office).cloned());
        let password = TemporaryPassword::Generated;
        let user = erik.send(&users::Create { org: org(), person, site, group, password })?.id;
        // A seat that goes when its holder is disabled is not taken by somebody who is to be.
        if self.seat && (self.enabled || !office.releases) {
            assign(erik, office, &user)?;
        }
        if self.enabled { Ok(()) } else { disable(erik, user) }
    }

    fn change(
        &self,
        world: &World,
        erik: &Browser<'_>,
        office: &Office,
        id: UserId,
        named: Person,
    ) -> Result<(), Problem> {
        let User { version, mut person, site, status, .. } =
            erik.send(&users::View { org: org(), user: id.clone() })?;
        let has = |sql: String| !world.rows(&format!("{sql} AND user = '{id}'")).is_empty();
        let has_seat = has("SELECT 1 FROM seats WHERE 1".into());
        (person.given_name, person.family_name) = (named.given_name, named.family_name);
        let user = id.clone();
        erik.send(&users::Update { org: org(), user, version, person, site, status: None, new_password: None })?;
        if self.enabled && status == Status::Disabled {
            erik.send(&users::Enable { org: org(), user: id.clone() })?;
        }
        if let Some(group) = self.group(office)
            && !has(format!("SELECT 1 FROM memberships WHERE group_id = '{group}'"))
        {
            erik.send(&groups::AddMember { org: org(), group: group.clone(), user: id.clone() })?;
        }
        if self.seat && self.enabled && !has_seat {
            assign(erik, office, &id)?;
        }
        if !self.seat && has_seat {
            let asset = Asset::License(office.standard.clone());
            erik.send(&assignments::Unassign { org: org(), user: id.clone(), asset })?;
        }
        if !self.enabled && status == Status::Active { disable(erik, id) } else { Ok(()) }
    }
}

fn assign(browser: &Browser<'_>, office: &Office, user: &UserId) -> Result<(), Problem> {
    let asset = Asset::License(office.standard.clone());
    browser.send(&assignments::Assign { org: org(), user: user.clone(), asset }).map(|_| ())
}

fn disable(browser: &Browser<'_>, user: UserId) -> Result<(), Problem> {
    browser.send(&users::Disable { org: org(), user }).map(|_| ())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    /// As a limited administrator: what he may do row by row is done, and nothing else.
    #[test]
    fn inv_14_an_import_is_its_rows_sent_one_by_one_by_whoever_imports(
        rows in proptest::collection::vec(row(), 1..7),
        quantity in 0..4_u32,
        [releases, assigns, update_existing] in proptest::array::uniform3(any::<bool>()),
    ) {
        let mut apart = World::new();
        let office = Office::new(&apart, quantity, releases, assigns);
        let together = apart.copy();
        let items = run(&together.signed_in("erik"), &office.import(&rows, update_existing));
        let mut done = Vec::new();
        for row in &rows {
            // An address stands in a file once: the second row that could be carried out is refused, although by
            // hand, it would change what the first has just made.
            let is_again = done.contains(&PEOPLE[row.who]);
            // What is refused in the midst of a row leaves nothing of it.
            let tried = apart.copy();
            if !is_again && row.by_hand(&tried, &office, update_existing).is_ok() {
                apart = tried;
                done.push(PEOPLE[row.who]);
            } else {
                done.push("");
            }
        }
        let expected: Vec<bool> = done.iter().map(|who| !who.is_empty()).collect();
        let passed: Vec<bool> = items.iter().map(|item| item.outcome != Outcome::Refused).collect();
        prop_assert_eq!(passed, expected, "{:?}", told(&items));
        prop_assert_eq!(state(&together), state(&apart));
    }
}
