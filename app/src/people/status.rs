//! Whether people may sign in: shown as a word, and what a list is narrowed by.

use crate::{
    i18n::{say_of, t, t_of},
    navigation::{query_parameter, set_query},
    widgets::{Badge, BadgeKind, Select, SelectOption},
};
use leptos::prelude::*;
use shared::users::Status;

const ALL: [Status; 2] = [Status::Active, Status::Disabled];

/// A status in a word.
#[component]
pub fn StatusBadge(status: Status) -> impl IntoView {
    let kind = match status {
        Status::Active => BadgeKind::Good,
        Status::Disabled => BadgeKind::Bad,
    };
    view! { <Badge label=t_of("status-*", name_of(status)) kind/> }
}

/// The status to which the address narrows a list (`?status=`).
pub fn status_in_address() -> impl Fn() -> Option<Status> + Copy + Send + Sync + 'static {
    let asked = query_parameter("status");
    move || ALL.into_iter().find(|status| asked.read().as_deref() == Some(name_of(*status)))
}

/// Narrows a list to a status, in the address.
#[component]
pub fn StatusFilter() -> impl IntoView {
    let asked = status_in_address();
    let value = RwSignal::new(String::new());
    Effect::new(move |_| value.set(asked().map(name_of).unwrap_or_default().to_owned()));
    let options = Signal::derive(move || {
        let one = |status| SelectOption::new(name_of(status), say_of("status-*", name_of(status), &[]));
        std::iter::once(SelectOption::new("", t("status-any"))).chain(ALL.map(one)).collect::<Vec<_>>()
    });
    let choose = move |status: String| set_query(&[("status", Some(status)), ("cursor", None)]);
    view! { <Select name="" label=t("status") value options on_change=choose/> }
}

const fn name_of(status: Status) -> &'static str {
    match status {
        Status::Active => "active",
        Status::Disabled => "disabled",
    }
}
