//! Imports on the real runtime: whatever file comes is answered by name, two imports at once do
//! not both happen, and many passwords are hashed before anything is written.

use api_tests::{Organization, at_once, code, refusal, stranger};
use serde_json::json;
use shared::{
    Code, Problem,
    batches::{Applied, BatchState, Planned, api as batches},
    imports::{
        Import, Passwords,
        api::{Create, Plan},
        table::FILE_MAX,
        verdicts,
    },
    users,
};

const HEAD: &str = "name,nickname,email,sso_id,description,password,enabled,standard_license,mobile_license,group_id";

fn import(rows: usize, passwords: Passwords) -> Import {
    let row = |at: usize| format!("Jan Maes,,jan.{at}@haven.be,,,,true,0,0,\n");
    Import { file: format!("{HEAD}\n{}", (0..rows).map(row).collect::<String>()), passwords, ..Import::default() }
}

fn plan(org: &Organization, import: &Import) -> Result<Planned, Problem> {
    org.owner.send(&Plan { org: org.slug.clone(), import: import.clone() })
}

fn apply(org: &Organization, import: &Import, plan: &str) -> Result<Applied, Problem> {
    org.owner.send(&Create { org: org.slug.clone(), import: import.clone(), plan: plan.to_owned() })
}

/// F-13 and F-15: files that are none, and some that are after all.
fn corpus() -> Vec<(&'static str, String)> {
    let row = "Jan Maes,,jan@haven.be,,,,true,0,0,";
    let csv = |row: &str| format!("{HEAD}\n{row}\n");
    vec![
        ("csv", String::new()),
        ("csv", "\u{feff}".into()),
        ("csv", HEAD.into()),
        ("csv", csv(row).replace('\n', "\r")),
        ("csv", csv(row).replace(',', "|")),
        ("csv", csv("\"Jan")),
        ("csv", csv("Jan\0Maes,,jan@haven.be,,,,true,0,0,")),
        ("csv", csv("=cmd|' /C calc'!A0,,@SUM(A1),+1,-1,,ИСТИНА,1.0,0,")),
        ("csv", csv(&row.replace("Jan", &"a".repeat(1 << 20)))),
        ("csv", "a,".repeat(100_000)),
        ("csv", format!("{}{}", csv(row), "\n".repeat(1_000_000))),
        ("csv", "x".repeat(FILE_MAX + 1)),
        ("csv", csv("\u{202e}Jan Maes,,jan\u{200b}@haven.be,,,,true,0,0,")),
        ("json", "[".repeat(100_000)),
        ("json", "[{\"name\":1e400}]".into()),
        ("json", "[{\"name\":-0,\"email\":null}]".into()),
        ("json", "[{\"name\":\"\\ud800\"}]".into()),
        ("json", "[{\"name\":\"a\"}]\n[{\"name\":\"b\"}]".into()),
        ("json", "[{\"name\":{\"a\":{}}}]".into()),
        ("json", "NaN".into()),
    ]
}

#[test]
fn f_13_f_15_whatever_file_comes_is_answered_by_name_and_writes_nothing() {
    let org = Organization::new();
    let before = org.contents();
    for (format, file) in corpus() {
        let import = json!({ "format": format, "file": file, "site": null, "group": null, "standard_license": null,
            "mobile_license": null, "passwords": "later", "update_existing": false });
        let answer = org.as_owner("POST", "/imports/plan", &[], json!({ "import": import }).to_string().as_bytes());
        let told = match answer.status {
            200 => serde_json::from_slice::<Planned>(&answer.body).is_ok(),
            _ => refusal(&answer) == (422, Code::Invalid),
        };
        assert!(told, "{format} {file:.40}: {}", answer.status);
    }
    for body in ["{", "[]", "{\"import\":null}", "{\"import\":{}}"] {
        let answer = org.as_owner("POST", "/imports/plan", &[], body.as_bytes());
        assert_eq!(answer.status, 400, "{body}");
    }
    // It is refused for the length that it says, before it is sent.
    let huge = format!("Content-Length: {}\r\n", 2 * FILE_MAX + 1);
    assert_eq!(refusal(&org.as_owner_over_tcp("/imports/plan", &huge, "{")), (413, Code::TooLarge));
    assert_eq!(org.contents(), before);
}

#[test]
fn passwords_are_hashed_before_anything_is_written_and_people_sign_in_with_them() {
    let org = Organization::new();
    let import = import(12, Passwords::Generated);
    let planned = plan(&org, &import).unwrap();
    let applied = apply(&org, &import, &planned.plan).unwrap();
    let passwords = applied.passwords.unwrap();
    assert_eq!(passwords.len(), 12);
    let client = stranger();
    let session = client.send(&org.session("jan.11@haven.be", &passwords[11].password)).unwrap();
    assert!(session.password_change_required);
    let page = org.owner.send(&batches::View { org: org.slug.clone(), batch: applied.batch }).unwrap();
    assert_eq!((page.batch.state, page.batch.hashed, page.batch.done), (BatchState::Applied, 12, 12));
    assert_eq!(page.items, verdicts(&import, &planned).unwrap());
}

#[test]
fn of_two_imports_of_one_file_at_once_one_happens() {
    let org = Organization::new();
    let import = import(30, Passwords::Later);
    let planned = plan(&org, &import).unwrap();
    assert_eq!((planned.simply_added, planned.items.len()), (30, 0));
    let done = at_once(2, |_| apply(&org, &import, &planned.plan));
    let refused: Vec<Code> = done.into_iter().filter(Result::is_err).map(code).collect();
    assert_eq!(refused, [Code::ChangedMeanwhile]);
    let page = org.owner.send(&users::api::List::first(org.slug.clone())).unwrap();
    assert_eq!(page.total, 31);
}
