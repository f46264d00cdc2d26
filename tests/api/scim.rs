//! SCIM on real workerd: what the public compliance tester says, and what the runtime decides.

use api_tests::{Organization, over_tcp, stranger};
use client::Answer;
use serde_json::{Value, json};
use shared::{
    authority::{
        Scope,
        permission::{
            GROUPS_CREATE, GROUPS_DELETE, GROUPS_UPDATE, GROUPS_VIEW, USERS_CREATE, USERS_UPDATE, USERS_VIEW,
        },
    },
    credentials::{Reach, api::Create},
    groups::{GroupDetails, GroupKind, api as groups},
};
use std::process::Command;

/// The token of a directory that looks after everybody.
fn directory(org: &Organization) -> String {
    let permissions =
        [USERS_VIEW, USERS_CREATE, USERS_UPDATE, GROUPS_VIEW, GROUPS_CREATE, GROUPS_UPDATE, GROUPS_DELETE];
    let reach = Reach { scope: Scope::Organization, permissions: permissions.into() };
    let create = Create { reach, ..Create::new(org.slug.clone(), "Directory") };
    org.owner.send(&create).unwrap().token.unwrap()
}

fn team(org: &Organization, name: &str) {
    let details = GroupDetails { name: name.into(), description: String::new() };
    org.owner.send(&groups::Create { org: org.slug.clone(), kind: GroupKind::Team, parent: None, details }).unwrap();
}

fn send(org: &Organization, token: &str, method: &str, path: &str, body: &Value) -> Answer {
    let bearer = format!("Bearer {token}");
    let headers = [("authorization", bearer.as_str()), ("content-type", "application/scim+json")];
    let body = if body.is_null() { String::new() } else { body.to_string() };
    stranger().raw(method, &format!("/scim/v2/{}{path}", org.slug), &headers, body.as_bytes()).unwrap()
}

fn json_of(answer: &Answer) -> Value {
    assert_eq!(answer.header("content-type"), Some("application/scim+json"));
    serde_json::from_slice(&answer.body).unwrap()
}

/// Status and `scimType` of a refusal.
fn refusal(answer: &Answer) -> (u16, Value) {
    let body = json_of(answer);
    assert_eq!(body["schemas"], json!(["urn:ietf:params:scim:api:messages:2.0:Error"]));
    assert_eq!(body["status"], answer.status.to_string());
    (answer.status, body["scimType"].clone())
}

fn anna() -> Value {
    json!({
        "userName": "anna", "name": { "givenName": "Anna", "familyName": "Peeters" },
        "emails": [{ "value": "anna@carrier.example", "type": "work" }],
    })
}

#[test]
fn the_public_compliance_tester_passes_whole() {
    let python = std::env::var("BAILIWICK_SCIM_PYTHON").unwrap();
    let org = Organization::new();
    org.site("Ghent");
    org.site("Antwerp");
    ["Desk", "Field"].into_iter().for_each(|name| team(&org, name));
    let address = format!("{}/scim/v2/{}", api_tests::origin(), org.slug);
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/scim/check.py");
    let output = Command::new(python).args([script, &address, &directory(&org)]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    println!("{said}");
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn answers_have_the_headers_that_directories_look_for() {
    let org = Organization::new();
    let token = directory(&org);
    let made = send(&org, &token, "POST", "/Users", &anna());
    let body = json_of(&made);
    assert_eq!(made.status, 201);
    assert_eq!(made.header("location"), body["meta"]["location"].as_str());
    assert_eq!(made.header("etag"), body["meta"]["version"].as_str());
    api_tests::has_security_headers(&made);
    let path = format!("/Users/{}", body["id"].as_str().unwrap());
    let known = format!("/scim/v2/{}{path}", org.slug);
    let bearer = format!("Bearer {token}");
    let headers = [("authorization", bearer.as_str()), ("if-none-match", made.header("etag").unwrap())];
    let answer = stranger().raw("GET", &known, &headers, b"").unwrap();
    assert_eq!((answer.status, answer.body.len()), (304, 0));
    let deleted = send(&org, &token, "DELETE", &path, &Value::Null);
    assert_eq!((deleted.status, deleted.body.len()), (204, 0));
    assert_eq!(refusal(&send(&org, &token, "GET", &path, &Value::Null)).0, 404);
}

#[test]
fn who_has_no_token_of_this_organization_gets_nothing() {
    let (org, other) = (Organization::new(), Organization::new());
    let before = org.contents();
    for token in ["", "bwk_wrong", &directory(&other)] {
        let answer = send(&org, token, "POST", "/Users", &anna());
        assert_eq!(refusal(&answer).0, 401, "{token}");
        assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
    }
    // A session opens nothing here, and is asked for no origin.
    let own = org.owner.own_headers();
    let own: Vec<(&str, &str)> = own.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = org.owner.raw("GET", &format!("/scim/v2/{}/Users", org.slug), &own, b"").unwrap();
    assert_eq!(refusal(&answer).0, 401);
    for path in ["/scim/v2/nobody-has-this/Users", "/scim/v2/Users", "/scim/v2/"] {
        assert_eq!(refusal(&stranger().raw("GET", path, &[], b"").unwrap()).0, 404, "{path}");
    }
    assert_eq!(org.contents(), before);
    // And this token opens nothing elsewhere.
    let token = directory(&org);
    let bearer = format!("Bearer {token}");
    let answer = stranger().raw("GET", &org.path("/users"), &[("authorization", bearer.as_str())], b"").unwrap();
    assert_eq!(answer.status, 401);
}

#[test]
fn what_is_too_large_or_no_text_is_refused_before_anything_is_read() {
    let org = Organization::new();
    let token = directory(&org);
    let before = org.contents();
    let operation = json!({ "method": "DELETE", "path": "/Users/1" });
    let many = json!({ "Operations": vec![operation; 201] });
    assert_eq!(refusal(&send(&org, &token, "POST", "/Bulk", &many)).0, 413);
    let head = |length: usize| {
        format!(
            "POST /scim/v2/{}/Users HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {token}\r\n\
             Content-Type: application/scim+json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n",
            org.slug,
            api_tests::origin().strip_prefix("http://").unwrap(),
        )
    };
    // Nothing of it is sent: whoever goes on sending may find the connection closed.
    assert_eq!(refusal(&over_tcp(head(1024 * 1024 + 1).as_bytes())).0, 413);
    let answer = over_tcp(&[head(16).as_bytes(), b"{\"userName\":\"\xff\"}"].concat());
    assert_eq!(refusal(&answer), (400, json!("invalidSyntax")));
    let text = stranger().raw(
        "POST",
        &format!("/scim/v2/{}/Users", org.slug),
        &[("authorization", &format!("Bearer {token}")), ("content-type", "text/plain")],
        b"{}",
    );
    assert_eq!(refusal(&text.unwrap()).0, 415);
    // Last use of the token is all that is noted.
    let after = org.contents();
    let tables = |contents: &str| {
        contents.lines().filter(|line| !line.contains("credentials")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(tables(&after), tables(&before));
}

#[test]
fn the_largest_filter_is_answered_and_a_larger_one_refused() {
    let org = Organization::new();
    let token = directory(&org);
    send(&org, &token, "POST", "/Users", &anna());
    let filter = |terms: usize, term: &str| {
        let filter = vec![term; terms]
            .join(" or ")
            .replace(' ', "%20")
            .replace('"', "%22")
            .replace('[', "%5B")
            .replace(']', "%5D");
        send(&org, &token, "GET", &format!("/Users?filter={filter}"), &Value::Null)
    };
    for term in [r#"phoneNumbers[value ew "1"]"#, r#"emails.value co "anna""#] {
        assert_eq!(filter(40, term).status, 200, "{term}");
        assert_eq!(refusal(&filter(41, term)), (400, json!("invalidFilter")));
    }
    let deep = format!("{}userName%20pr{}", "not%20(".repeat(60), ")".repeat(60));
    let answer = send(&org, &token, "GET", &format!("/Users?filter={deep}"), &Value::Null);
    assert_eq!(refusal(&answer), (400, json!("invalidFilter")));
}
