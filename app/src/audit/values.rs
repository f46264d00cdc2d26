//! What stands in a record, in words: names for ids, times, rights.

use crate::{
    groups::group_name,
    i18n::{date_time, find_of, say},
    problem::permission_in_words,
    roles::role_name,
};
use serde_json::Value as Json;
use shared::{authority::Scope, grants::Subject, time::Timestamp};
use std::collections::BTreeMap;

/// What ids stand for.
pub(super) type Names = BTreeMap<String, String>;

/// A field's name in words; what the console does not know is called what it is.
pub(super) fn field_in_words(path: &str) -> String {
    let last = path.rsplit('.').next().unwrap_or(path);
    find_of("audit-field-*", path, &[])
        .or_else(|| find_of("audit-field-*", last, &[]))
        .unwrap_or_else(|| path.to_owned())
}

/// A field's value in words.
pub(super) fn value_in_words(path: &str, value: &Json, names: &Names) -> String {
    match (path.rsplit('.').next().unwrap_or(path), value) {
        ("scope", scope) => scope_in_words(scope, names),
        ("subject", subject) => subject_in_words(subject, names),
        ("permissions", Json::String(permission)) => permission_in_words(permission),
        ("role" | "roles", Json::String(role)) => named(role, names).map_or_else(unseen, |name| role_name(&name)),
        ("from" | "until" | "temporary_until" | "previous_until" | "expires_at", Json::Number(at)) => {
            date_time(Timestamp(at.as_i64().unwrap_or_default()))
        }
        ("strength", Json::String(name)) => find_of("password-strength-*", name, &[]).unwrap_or_else(|| name.clone()),
        ("kind", Json::String(kind)) => find_of("device-kind-*", kind, &[]).unwrap_or_else(|| kind.clone()),
        (_, Json::Bool(yes)) => say(if *yes { "yes" } else { "no" }, &[]),
        (_, Json::String(text)) if is_id(text) => named(text, names).unwrap_or_else(unseen),
        (_, Json::String(text)) => text.clone(),
        (_, other) => other.to_string(),
    }
}

fn scope_in_words(scope: &Json, names: &Names) -> String {
    let list =
        |ids: Vec<String>| ids.iter().map(|id| named(id, names).unwrap_or_else(unseen)).collect::<Vec<_>>().join(", ");
    match serde_json::from_value(scope.clone()) {
        Ok(Scope::Organization) => say("scope-organization", &[]),
        Ok(Scope::Sites { sites }) => list(sites.iter().map(ToString::to_string).collect()),
        Ok(Scope::Groups { groups }) => list(groups.iter().map(ToString::to_string).collect()),
        Err(_) => scope.to_string(),
    }
}

fn subject_in_words(subject: &Json, names: &Names) -> String {
    let id = match serde_json::from_value(subject.clone()) {
        Ok(Subject::User(user)) => user.to_string(),
        Ok(Subject::Group(group)) => group.to_string(),
        Err(_) => return subject.to_string(),
    };
    named(&id, names).unwrap_or_else(unseen)
}

pub(super) fn named(id: &str, names: &Names) -> Option<String> {
    names.get(id).map(|name| group_name(name))
}

fn unseen() -> String {
    say("audit-unseen", &[])
}

fn is_id(text: &str) -> bool {
    text.parse::<shared::ids::UserId>().is_ok()
}
