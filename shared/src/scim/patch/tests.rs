use super::*;
use crate::scim::{GROUP, USER, schema::ENTERPRISE};
use proptest::prelude::*;
use serde_json::json;

fn anna() -> Document {
    let json = json!({
        "userName": "anna", "active": true, "name": { "givenName": "Anna", "familyName": "Peeters" },
        "emails": [{ "value": "anna@carrier.example", "type": "work" }],
        "phoneNumbers": [{ "value": "1", "type": "work" }, { "value": "2", "type": "mobile" }],
    });
    json.as_object().unwrap().clone()
}

fn patched(operations: Value) -> Result<Value, Error> {
    apply(&USER, &anna(), &json!({ "Operations": operations })).map(Value::Object)
}

fn refused(operations: Value) -> Kind {
    patched(operations).unwrap_err().kind.unwrap()
}

#[test]
fn one_attribute_changes_and_the_rest_stays() {
    let cases = [
        (json!({ "op": "replace", "path": "userName", "value": "ann" }), "/userName", json!("ann")),
        (json!({ "op": "replace", "path": "name.givenName", "value": "Ann" }), "/name/givenName", json!("Ann")),
        (json!({ "op": "add", "path": "name", "value": { "middleName": "B." } }), "/name/familyName", json!("Peeters")),
        (json!({ "op": "add", "path": "externalId", "value": "7" }), "/externalId", json!("7")),
        (json!({ "op": "remove", "path": "phoneNumbers[type eq \"work\"]" }), "/phoneNumbers/0/value", json!("2")),
        (json!({ "op": "remove", "path": "phoneNumbers" }), "/phoneNumbers", Value::Null),
        (
            json!({ "op": "replace", "path": "phoneNumbers[type eq \"mobile\"].value", "value": "3" }),
            "/phoneNumbers/1/value",
            json!("3"),
        ),
        (
            json!({ "op": "replace", "path": "urn:ietf:params:scim:schemas:core:2.0:User:nickName", "value": "An" }),
            "/nickName",
            json!("An"),
        ),
    ];
    for (operation, pointer, expected) in cases {
        let after = patched(json!([operation])).unwrap();
        assert_eq!(after.pointer(pointer).cloned().unwrap_or_default(), expected, "{operation}");
    }
}

#[test]
fn how_entra_and_okta_write_it_is_understood() {
    let cases = [
        (json!({ "op": "Replace", "path": "active", "value": "False" }), "/active", json!(false)),
        (json!({ "op": "replace", "value": { "active": false, "id": "1", "schemas": [] } }), "/active", json!(false)),
        (json!({ "op": "Add", "value": { "name.givenName": "Ann" } }), "/name/givenName", json!("Ann")),
        (
            json!({ "op": "Replace", "path": "emails[type eq \"work\"].value", "value": "ann@carrier.example" }),
            "/emails/0/value",
            json!("ann@carrier.example"),
        ),
        (
            json!({ "op": "replace", "path": "emails[primary eq true].value", "value": "ann@carrier.example" }),
            "/emails/0/value",
            json!("ann@carrier.example"),
        ),
        (
            json!({ "op": "Add", "path": "phoneNumbers[type eq \"fax\"].value", "value": "4" }),
            "/phoneNumbers/2",
            json!({ "type": "fax", "value": "4" }),
        ),
        (json!({ "op": "replace", "path": "title", "value": "Engineer" }), "/title", Value::Null),
        (json!({ "op": "replace", "path": "displayName", "value": "Ann" }), "/displayName", Value::Null),
    ];
    for (operation, pointer, expected) in cases {
        let after = patched(json!([operation])).unwrap();
        assert_eq!(after.pointer(pointer).cloned().unwrap_or_default(), expected, "{operation}");
    }
    let manager = format!("{ENTERPRISE}:manager");
    let after = patched(json!([{ "op": "Add", "path": manager, "value": "9" }])).unwrap();
    assert_eq!(after[ENTERPRISE], json!({ "manager": { "value": "9" } }));
}

#[test]
fn members_are_added_and_removed_in_the_ways_that_are_in_use() {
    let group: Document =
        json!({ "displayName": "Ops", "members": [{ "value": "1" }, { "value": "2" }] }).as_object().unwrap().clone();
    let members = |operation: Value| -> Vec<String> {
        let after = apply(&GROUP, &group, &json!({ "Operations": [operation] })).unwrap();
        let members = after.get("members").and_then(Value::as_array).cloned().unwrap_or_default();
        members.iter().map(|member| member["value"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(
        members(json!({ "op": "add", "path": "members", "value": [{ "value": "2" }, { "value": "3" }] })),
        ["1", "2", "3"]
    );
    assert_eq!(members(json!({ "op": "remove", "path": "members[value eq \"1\"]" })), ["2"]);
    assert_eq!(members(json!({ "op": "Remove", "path": "members", "value": [{ "value": "2" }] })), ["1"]);
    assert_eq!(members(json!({ "op": "remove", "path": "members" })), [""; 0]);
    assert_eq!(members(json!({ "op": "replace", "path": "members", "value": [] })), [""; 0]);
}

#[test]
fn what_is_not_there_is_removed_without_touching_anything_else() {
    for operation in [
        json!({ "op": "remove", "path": "phoneNumbers[type eq \"fax\"].value" }),
        json!({ "op": "remove", "path": "phoneNumbers[primary eq false].value" }),
        json!({ "op": "remove", "path": "addresses[type eq \"home\"].locality" }),
        json!({ "op": "remove", "path": "emails[type eq \"home\"].value" }),
        json!({ "op": "remove", "path": "phoneNumbers", "value": [] }),
    ] {
        assert_eq!(patched(json!([operation])).unwrap(), Value::Object(anna()), "{operation}");
    }
}

#[test]
fn what_cannot_be_done_is_refused_with_its_kind() {
    let third = json!([
        { "op": "replace", "path": "active", "value": false },
        { "op": "replace", "path": "nickName", "value": "An" },
        { "op": "replace", "path": "nothing", "value": "An" },
    ]);
    assert_eq!(refused(third), Kind::InvalidPath);
    assert_eq!(refused(json!([])), Kind::InvalidSyntax);
    assert_eq!(refused(json!([{ "op": "move", "path": "active" }])), Kind::InvalidSyntax);
    assert_eq!(refused(json!([{ "op": "remove" }])), Kind::NoTarget);
    assert_eq!(refused(json!([{ "op": "remove", "path": "userName" }])), Kind::Mutability);
    assert_eq!(refused(json!([{ "op": "remove", "path": "emails" }])), Kind::Mutability);
    assert_eq!(refused(json!([{ "op": "remove", "path": "active" }])), Kind::Mutability);
    assert_eq!(refused(json!([{ "op": "replace", "path": "id", "value": "1" }])), Kind::Mutability);
    assert_eq!(refused(json!([{ "op": "replace", "path": "groups", "value": [] }])), Kind::Mutability);
    assert_eq!(refused(json!([{ "op": "replace", "path": "active[", "value": true }])), Kind::InvalidPath);
    assert_eq!(refused(json!([{ "op": "replace", "path": "active[a eq 1]", "value": true }])), Kind::InvalidPath);
    let nobody = json!([{ "op": "replace", "path": "phoneNumbers[value co \"9\"].value", "value": "3" }]);
    assert_eq!(refused(nobody), Kind::NoTarget);
    assert_eq!(refused(json!([{ "op": "replace", "path": "userName", "value": 7 }])), Kind::InvalidValue);
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[a-z\\[\\]\". ]{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec(("(value|type|op|path|name|active|emails|[a-z]{1,4})", inner), 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    /// Whatever is sent, what comes out is a document that reads as itself, or a refusal.
    #[test]
    fn a_patched_document_is_canonical(op in "(?i:add|replace|remove)", path in prop_oneof![
        Just("emails[type eq \"work\"].value".to_owned()), Just("phoneNumbers".to_owned()), Just("name".to_owned()),
        Just("emails".to_owned()), Just("active".to_owned()), "[a-zA-Z.\\[\\]\" :]{0,20}",
    ], value in value()) {
        let operations = json!({ "Operations": [{ "op": op, "path": path, "value": value }] });
        if let Ok(after) = apply(&USER, &anna(), &operations) {
            let again = super::super::document::read(&USER, &Value::Object(after.clone())).unwrap();
            prop_assert_eq!(again, after);
        }
    }
}
