//! An entry as a sentence: who did what to whom.

use super::values::named;
use crate::{
    groups::group_name,
    i18n::{Argument, Value, find_of, say, say_of},
    problem::permission_in_words,
    roles::role_name,
};
use serde_json::Value as Json;
use shared::audit::{Entry, Verdict};

/// Every kind of effect that is recorded, in the order in which people look for them.
pub(super) const KINDS: [&str; 92] = [
    "user_created",
    "user_updated",
    "user_disabled",
    "user_enabled",
    "password_set",
    "link_sent",
    "two_step_set_up",
    "two_step_removed",
    "two_step_reset",
    "recovery_codes_made",
    "language_chosen",
    "preferences_chosen",
    "invitation_sent",
    "invitation_revoked",
    "invitation_accepted",
    "grant_added",
    "grant_removed",
    "grant_suspended",
    "grant_resumed",
    "grant_rehomed",
    "role_created",
    "role_updated",
    "role_deleted",
    "group_created",
    "group_updated",
    "group_moved",
    "group_disabled",
    "group_enabled",
    "group_locked",
    "group_unlocked",
    "group_deleted",
    "member_added",
    "member_removed",
    "site_created",
    "site_updated",
    "feature_created",
    "feature_updated",
    "feature_deleted",
    "note_created",
    "note_deleted",
    "order_created",
    "order_updated",
    "credential_created",
    "credential_revoked",
    "credential_rotated",
    "directory_created",
    "directory_updated",
    "run_confirmed",
    "run_declined",
    "integrations_updated",
    "webhook_created",
    "webhook_updated",
    "webhook_deleted",
    "webhook_rotated",
    "webhook_switched_off",
    "delivery_asked",
    "user_linked",
    "group_linked",
    "seen_as",
    "notice_sent",
    "session_started",
    "session_ended",
    "sign_in_failed",
    "code_confirmed",
    "code_refused",
    "organization_created",
    "organization_registered",
    "organization_activated",
    "organization_updated",
    "logo_set",
    "logo_removed",
    "colors_chosen",
    "two_step_policy_updated",
    "organization_suspended",
    "organization_resumed",
    "account_suspended",
    "account_resumed",
    "number_created",
    "number_updated",
    "number_deleted",
    "device_created",
    "device_updated",
    "device_deleted",
    "license_created",
    "license_updated",
    "license_deleted",
    "seats_reserved",
    "assigned",
    "unassigned",
    "seat_released",
    "batch_applied",
    "batch_undone",
];

/// The sentence.
pub(super) fn sentence(entry: &Entry) -> String {
    let kind = entry.record.effect["effect"].as_str().unwrap_or_default();
    let arguments = [("actor", actor(entry)), ("subject", subject(entry, kind)), ("what", what(entry, kind))];
    let arguments: Vec<Argument> = arguments.into_iter().map(|(name, text)| (name, Value::Text(text))).collect();
    find_of("effect-*", kind, &arguments).unwrap_or_else(|| say("effect-unknown", &arguments))
}

/// What a kind of effect is called in a list of kinds.
pub(crate) fn kind_in_words(kind: &str) -> String {
    say_of("kind-*", kind, &[])
}

fn actor(entry: &Entry) -> String {
    match (&entry.actor_name, &entry.record.actor) {
        (Some(name), _) => name.clone(),
        (None, Some(_)) => say("audit-unseen", &[]),
        (None, None) => say("audit-nobody", &[]),
    }
}

fn subject(entry: &Entry, kind: &str) -> String {
    let effect = &entry.record.effect;
    let own = ["details", "before"].into_iter().find_map(|part| {
        let part = &effect[part];
        let called = ["name", "title", "item", "number", "model"].into_iter().find_map(|name| part[name].as_str());
        called.or_else(|| label(part))
    });
    if kind.starts_with("batch_") {
        return effect["kind"].as_str().map(|kind| say_of("batch-kind-*", kind, &[])).unwrap_or_default();
    }
    let text = entry.subject_name.clone();
    let text = text.or_else(|| {
        let named = ["name", "slug", "email"].into_iter().find_map(|name| effect[name].as_str());
        own.or(named).map(str::to_owned)
    });
    let text = text.unwrap_or_else(|| say("audit-unseen", &[]));
    match kind.split('_').next() {
        Some("role") => role_name(&text),
        Some("group") => group_name(&text),
        _ => text,
    }
}

/// A feature's name in whatever language it has one.
fn label(details: &Json) -> Option<&str> {
    ["en", "fr", "nl"].into_iter().filter_map(|tag| details["label"][tag].as_str()).find(|text| !text.is_empty())
}

/// The id of what was assigned, under the name of its kind.
fn asset(asset: &Json) -> &Json {
    ["number", "device", "license"]
        .into_iter()
        .map(|kind| &asset[kind])
        .find(|id| id.is_string())
        .unwrap_or(&Json::Null)
}

/// What was given, or what was joined; for a refusal, why.
fn what(entry: &Entry, kind: &str) -> String {
    if let Verdict::Refused(code) = entry.record.verdict {
        let permission = entry.record.effect["args"]["permission"].as_str().unwrap_or_default();
        let arguments = [("permission", Value::Text(permission_in_words(permission)))];
        return find_of("refused-*", code.as_str(), &arguments).unwrap_or_else(|| code.as_str().to_owned());
    }
    let effect = &entry.record.effect;
    let id = match kind {
        "member_added" | "member_removed" | "seats_reserved" => &effect["group"],
        "grant_rehomed" => &effect["grantor"],
        "assigned" | "unassigned" => asset(&effect["asset"]),
        "seat_released" => &effect["license"],
        _ => ["details", "before"]
            .into_iter()
            .map(|part| &effect[part]["role"])
            .find(|role| role.is_string())
            .unwrap_or(&Json::Null),
    };
    let name = id.as_str().and_then(|id| named(id, &entry.names));
    match name {
        Some(name) if kind.starts_with("grant_") && kind != "grant_rehomed" => role_name(&name),
        Some(name) => name,
        None => say("audit-unseen", &[]),
    }
}
