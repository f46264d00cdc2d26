//! What an account is like, as facts to stand among others.

use super::StatusBadge;
use crate::{
    i18n::{date, date_time, say, t},
    two_step::two_step_in_words,
    widgets::Definition,
};
use leptos::prelude::*;
use shared::users::{PasswordState, User};

/// Status, password, and when the account was made and last used.
#[component]
pub fn AccountFacts(#[prop(into)] user: Signal<User>) -> impl IntoView {
    let password = move || password_in_words(user.read().password);
    let two_step = move || two_step_in_words(user.read().two_step_since);
    let created_at = move || date(user.read().created_at);
    let last_seen = move || user.read().last_seen_at.map_or_else(|| say("last-seen-never", &[]), date_time);
    view! {
        <Definition term=t("status")>{move || view! { <StatusBadge status=user.read().status/> }}</Definition>
        <Definition term=t("password")>{password}</Definition>
        <Definition term=t("two-step")>{two_step}</Definition>
        <Definition term=t("created-at")>{created_at}</Definition>
        <Definition term=t("last-seen")>{last_seen}</Definition>
    }
}

fn password_in_words(state: PasswordState) -> String {
    match state {
        PasswordState::Permanent => say("password-permanent", &[]),
        PasswordState::Temporary { expires_at } => {
            say("password-temporary-until", &[("time", date_time(expires_at).into())])
        }
    }
}
