//! What an effect changed, field by field. It reads the record itself, not the model: records
//! outlive the model's shape.

use serde_json::Value as Json;
use std::collections::BTreeMap;

/// A field that is not what it was.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Change {
    /// Where it stands, with dots.
    pub(super) path: String,
    /// What it was; nothing if it was not there.
    pub(super) before: Option<Json>,
    /// What it is; nothing if it is gone.
    pub(super) after: Option<Json>,
}

/// Parts of an effect that say what it is about rather than what it did.
const SUBJECTS: [&str; 10] =
    ["effect", "grant", "group", "site", "role", "key", "credential", "notice", "session", "webhook"];

/// What changed.
pub(super) fn changes(effect: &Json) -> Vec<Change> {
    let (before, after) = sides(effect);
    let (before, after) = (flat(&before), flat(&after));
    let mut paths: Vec<&String> = before.keys().chain(after.keys()).collect();
    paths.sort();
    paths.dedup();
    let change = |path: &String| {
        let (before, after) = (before.get(path).cloned(), after.get(path).cloned());
        (before != after).then(|| Change { path: plain(path), before, after })
    };
    paths.into_iter().filter_map(change).collect()
}

/// The two states of whatever the effect is about.
fn sides(effect: &Json) -> (Json, Json) {
    let kind = effect["effect"].as_str().unwrap_or_default();
    let details = ["details", "person", "organization", "settings"].into_iter().find_map(|part| effect.get(part));
    let at_hand = details.cloned().unwrap_or(Json::Null);
    match (kind, effect.get("before")) {
        ("group_moved", before) => {
            (serde_json::json!({ "parent": before }), serde_json::json!({ "parent": effect["parent"] }))
        }
        ("grant_suspended" | "grant_resumed", _) => {
            let is = kind == "grant_suspended";
            (serde_json::json!({ "suspended": !is }), serde_json::json!({ "suspended": is }))
        }
        ("group_disabled" | "group_enabled", _) => {
            let is = kind == "group_disabled";
            (serde_json::json!({ "disabled": !is }), serde_json::json!({ "disabled": is }))
        }
        ("group_locked", before) => {
            (serde_json::json!({ "lock": before }), serde_json::json!({ "lock": effect["reason"] }))
        }
        ("seats_reserved", before) => {
            (serde_json::json!({ "seats": before }), serde_json::json!({ "seats": effect["seats"] }))
        }
        ("group_unlocked", before) => (serde_json::json!({ "lock": before }), serde_json::json!({ "lock": null })),
        ("grant_rehomed", _) => {
            (serde_json::json!({ "grantor": at_hand["grantor"] }), serde_json::json!({ "grantor": effect["grantor"] }))
        }
        (_, Some(before)) if details.is_some() => (
            with(before.clone(), "site", effect.get("site_before")),
            with(at_hand, "site", effect.get("site").filter(|_| kind == "user_updated")),
        ),
        (_, Some(before)) => (before.clone(), Json::Null),
        (_, None)
            if kind.ends_with("_created")
                || kind.ends_with("_added")
                || kind.ends_with("_set")
                || kind == "notice_sent" =>
        {
            (Json::Null, with_rest(at_hand, effect))
        }
        _ => (Json::Null, Json::Null),
    }
}

fn with(mut state: Json, name: &str, value: Option<&Json>) -> Json {
    if let (Some(fields), Some(value)) = (state.as_object_mut(), value) {
        fields.insert(name.to_owned(), value.clone());
    }
    state
}

/// What stands beside the details of something new belongs to it.
fn with_rest(state: Json, effect: &Json) -> Json {
    let mut fields = state.as_object().cloned().unwrap_or_default();
    let kind = effect["effect"].as_str().unwrap_or_default();
    for (name, value) in effect.as_object().into_iter().flatten() {
        let is_own = SUBJECTS.contains(&name.as_str()) && !(name == "site" && kind == "user_created");
        let is_nested = matches!(name.as_str(), "details" | "person" | "organization" | "settings" | "user");
        if !is_own && !is_nested {
            fields.insert(name.clone(), value.clone());
        }
    }
    Json::Object(fields)
}

/// Every leaf by its path. What is empty is not there; each element of a list is its own leaf; a scope
/// and a subject are read whole.
fn flat(state: &Json) -> BTreeMap<String, Json> {
    let mut leaves = BTreeMap::new();
    add(&mut leaves, "", state);
    leaves
}

fn add(leaves: &mut BTreeMap<String, Json>, path: &str, value: &Json) {
    let is_whole = matches!(path.rsplit('.').next(), Some("scope" | "subject"));
    match value {
        Json::Null => {}
        Json::String(text) if text.is_empty() => {}
        Json::Object(fields) if !is_whole => {
            for (name, value) in fields {
                let below = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                add(leaves, &below, value);
            }
        }
        Json::Array(elements) => {
            for element in elements {
                leaves.insert(format!("{path}#{element}"), element.clone());
            }
        }
        leaf => drop(leaves.insert(path.to_owned(), leaf.clone())),
    }
}

/// The path without what tells elements of a list apart.
fn plain(path: &str) -> String {
    path.split('#').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn said(effect: Json) -> Vec<String> {
        let text = |value: Option<Json>| value.map_or_else(|| "-".into(), |value| value.to_string().replace('"', ""));
        changes(&effect).into_iter().map(|it| format!("{} {} {}", it.path, text(it.before), text(it.after))).collect()
    }

    #[test]
    fn a_change_names_only_what_differs() {
        let effect = json!({
            "effect": "user_updated", "user": "1", "site_before": null, "site": "7",
            "before": { "user_name": "anna", "phones": { "work": "1", "fax": "" } },
            "person": { "user_name": "anna", "phones": { "work": "2", "fax": "" } },
        });
        assert_eq!(said(effect), ["phones.work 1 2", "site - 7"]);
    }

    #[test]
    fn changed_settings_name_only_what_differs() {
        let (before, settings) =
            (json!({ "name": "Noordzee", "language": "nl" }), json!({ "name": "Z", "language": "nl" }));
        let effect = json!({ "effect": "organization_updated", "before": before, "settings": settings });
        assert_eq!(said(effect), ["name Noordzee Z"]);
    }

    #[test]
    fn elements_of_a_list_come_and_go_by_themselves() {
        let effect = json!({
            "effect": "role_updated", "role": "1",
            "before": { "permissions": ["users:view", "users:update"] },
            "details": { "permissions": ["users:view", "sites:view"] },
        });
        assert_eq!(said(effect), ["permissions - sites:view", "permissions users:update -"]);
    }

    #[test]
    fn what_is_new_was_nothing_and_what_is_gone_is_nothing() {
        let details = json!({ "name": "Gent", "address": { "locality": "" } });
        assert_eq!(said(json!({ "effect": "site_created", "site": "7", "details": details })), ["name - Gent"]);
        assert_eq!(
            said(json!({ "effect": "role_deleted", "role": "1", "before": { "name": "Desk" } })),
            ["name Desk -"]
        );
        let user = json!({ "effect": "user_created", "user": "1", "site": "7", "person": { "email": "a@b" } });
        assert_eq!(said(user), ["email - a@b", "site - 7"]);
    }

    #[test]
    fn moving_suspending_and_rehoming_say_what_they_turn() {
        assert_eq!(
            said(json!({ "effect": "group_moved", "group": "1", "before": null, "parent": "9" })),
            ["parent - 9"]
        );
        let grant = json!({ "suspended": false, "grantor": "1" });
        assert_eq!(said(json!({ "effect": "grant_suspended", "details": grant })), ["suspended false true"]);
        assert_eq!(said(json!({ "effect": "grant_rehomed", "details": grant, "grantor": "2" })), ["grantor 1 2"]);
        assert!(said(json!({ "effect": "user_disabled", "user": "1" })).is_empty());
    }
}
