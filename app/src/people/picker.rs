//! Picking a person by name or address.

use crate::{
    api::query,
    i18n::{Text, t},
    session::current_session,
    widgets::{Found, Pick, Picker},
};
use leptos::prelude::*;
use shared::{administrators, ids::UserId, page::Page, users};

/// So many are shown; more words find the others.
const SHOWN: u32 = 8;

/// A user whom one may see. What is picked has the user's id as its value.
#[component]
pub fn UserPicker(
    /// The field of the form's request.
    name: &'static str,
    #[prop(into)] label: Text,
    picked: RwSignal<Option<Pick>>,
) -> impl IntoView {
    let (org, words) = (current_session().org(), RwSignal::new(String::new()));
    let read = query(move || {
        Some(users::api::List { q: typed(words), limit: Some(SHOWN), ..users::api::List::first(org.clone()) })
    });
    let pick = |user: users::UserSummary| Pick { value: user.id.to_string(), label: user.name, note: user.email };
    let found = Signal::derive(move || Some(found(read.answer()?, pick)));
    view! { <Picker name label search=t("users-search") words found picked required=true/> }
}

/// An administrator whom one may see. What is picked has the user's id as its value.
#[component]
pub fn AdministratorPicker(
    /// The field of the form's request.
    name: &'static str,
    #[prop(into)] label: Text,
    picked: RwSignal<Option<Pick>>,
    #[prop(into)] hint: Text,
) -> impl IntoView {
    let (org, words) = (current_session().org(), RwSignal::new(String::new()));
    let read = query(move || {
        let first = administrators::api::List::first(org.clone());
        Some(administrators::api::List { q: typed(words), limit: Some(SHOWN), ..first })
    });
    let pick = |one: administrators::AdministratorSummary| Pick {
        value: one.id.to_string(),
        label: one.name,
        note: one.email,
    };
    let found = Signal::derive(move || Some(found(read.answer()?, pick)));
    view! { <Picker name label search=t("administrators-search") words found picked required=true hint/> }
}

/// Who is picked.
pub fn picked_user(picked: RwSignal<Option<Pick>>) -> Option<UserId> {
    picked.with(|picked| picked.as_ref().and_then(|pick| pick.value.parse().ok()))
}

fn typed(words: RwSignal<String>) -> Option<String> {
    words.with(|words| Some(words.trim().to_owned()).filter(|words| !words.is_empty()))
}

fn found<T>(page: Page<T>, pick: fn(T) -> Pick) -> Found {
    Found { picks: page.items.into_iter().map(pick).collect(), total: page.total }
}
