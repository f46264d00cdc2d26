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

/// A grant that ends within so many days ends soon.
pub const ENDING_SOON: u32 = 14;

/// Whether the address narrows a list to what else there is to choose beside a status.
pub fn narrowed_to(name: &'static str) -> impl Fn() -> bool + Copy + Send + Sync + 'static {
    let asked = query_parameter("status");
    move || asked.read().as_deref() == Some(name)
}

/// Narrows a list to a status, in the address.
#[component]
pub fn StatusFilter(
    /// What else there is to choose, by its name in the address.
    more: &'static str,
) -> impl IntoView {
    let asked = query_parameter("status");
    let value = RwSignal::new(String::new());
    Effect::new(move |_| value.set(asked.get().unwrap_or_default()));
    let options = Signal::derive(move || {
        let one = |name| SelectOption::new(name, say_of("status-*", name, &[]));
        let names = ALL.map(name_of).into_iter().chain([more]);
        std::iter::once(SelectOption::new("", t("status-any"))).chain(names.map(one)).collect::<Vec<_>>()
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
