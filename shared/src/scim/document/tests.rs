use super::*;
use crate::scim::{GROUP, USER, schema::ENTERPRISE};
use serde_json::json;

#[test]
fn names_in_any_case_and_booleans_as_text_are_understood_and_what_is_not_kept_is_dropped() {
    let body = json!({
        "schemas": [USER.schema.id, ENTERPRISE],
        "USERNAME": "anna", "Active": "True", "title": "Engineer", "id": "1", "displayName": "Anna",
        "emails": { "Value": "anna@carrier.example", "primary": true },
        "urn:ietf:params:scim:schemas:extension:ENTERPRISE:2.0:User": { "manager": "26118915", "nothing": 1 },
    });
    let read = read(&USER, &body).unwrap();
    let expected = json!({
        "userName": "anna", "active": true, "emails": [{ "value": "anna@carrier.example" }],
        ENTERPRISE: { "manager": { "value": "26118915" } },
    });
    assert_eq!(Value::Object(read), expected);
}

#[test]
fn values_of_a_wrong_type_are_refused_by_name() {
    for (body, name) in [
        (json!({ "externalId": 26_118_915 }), "externalId"),
        (json!({ "userName": ["anna"] }), "userName"),
        (json!({ "active": "perhaps" }), "active"),
        (json!({ "name": "Anna" }), "name"),
        (json!({ "emails": [1] }), "emails"),
        (json!({ ENTERPRISE: "Sales" }), ENTERPRISE),
    ] {
        let error = read(&USER, &body).unwrap_err();
        assert_eq!(error.kind, Some(Kind::InvalidValue), "{body}");
        assert!(error.detail.starts_with(name), "{}", error.detail);
    }
    assert_eq!(read(&USER, &json!([])).unwrap_err().kind, Some(Kind::InvalidSyntax));
    let other = json!({ "schemas": [GROUP.schema.id] });
    assert_eq!(read(&USER, &other).unwrap_err().kind, Some(Kind::InvalidSyntax));
}

#[test]
fn what_is_required_is_named_when_it_is_missing() {
    let missing = |body: Value| complete(&USER, &mut read(&USER, &body).unwrap()).unwrap_err().detail;
    assert_eq!(missing(json!({})), "userName: required");
    assert_eq!(missing(json!({ "userName": "anna", "name": { "givenName": "Anna" } })), "name.familyName: required");
}

#[test]
fn an_answer_contains_what_is_selected_and_always_the_id() {
    let document = || -> Document {
        let json = json!({
            "schemas": [], "id": "1", "userName": "anna", "name": { "givenName": "Anna", "familyName": "Peeters" },
            ENTERPRISE: { "department": "Sales", "division": "West" }, "meta": {},
        });
        json.as_object().unwrap().clone()
    };
    let names = |included: &[&str], excluded: &[&str]| {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Value::Object(Selection::new(owned(included), owned(excluded)).apply(&USER, document()))
    };
    assert_eq!(names(&["username"], &[]), json!({ "schemas": [], "id": "1", "userName": "anna" }));
    let own = format!("{}:name.givenName", USER.schema.id);
    assert_eq!(names(&[&own], &[]), json!({ "schemas": [], "id": "1", "name": { "givenName": "Anna" } }));
    let department = format!("{ENTERPRISE}:department");
    assert_eq!(names(&[&department], &[]), json!({ "schemas": [], "id": "1", ENTERPRISE: { "department": "Sales" } }));
    let without = names(&[], &["name.familyName", "id", "meta", &department]);
    let expected = json!({ "schemas": [], "id": "1", "userName": "anna", "name": { "givenName": "Anna" }, ENTERPRISE: { "division": "West" } });
    assert_eq!(without, expected);
}
