//! What the pages of numbers, devices and their assignments have in common: whether something is
//! in use, and by whom.

use crate::{
    i18n::{say, t},
    navigation::{query_parameter, set_query},
    route::Page,
    session::CurrentSession,
    widgets::{Badge, BadgeKind, Select, SelectOption, TextLink},
};
use leptos::prelude::*;
use shared::{assignments::Holder, authority::Target, users};

/// Whether the address narrows a list to what is assigned, or to what is not (`?assigned=`).
pub fn assigned_in_address() -> Memo<Option<bool>> {
    let asked = query_parameter("assigned");
    Memo::new(move |_| asked.read().as_ref().and_then(|asked| asked.parse().ok()))
}

/// Narrows a list to what is assigned, or to what is not, in the address.
#[component]
pub fn AssignedFilter() -> impl IntoView {
    let asked = assigned_in_address();
    let value = RwSignal::new(String::new());
    Effect::new(move |_| value.set(asked.get().map(|asked| asked.to_string()).unwrap_or_default()));
    let options = vec![
        SelectOption::new("", t("assigned-any")),
        SelectOption::new("true", t("assigned-yes")),
        SelectOption::new("false", t("assigned-no")),
    ];
    let choose = move |assigned: String| set_query(&[("assigned", Some(assigned)), ("cursor", None)]);
    view! { <Select name="" label=t("assigned-filter") value options on_change=choose/> }
}

/// Who has something, as far as one may see.
pub fn holder_cell(session: CurrentSession, assigned: bool, holder: Option<Holder>) -> AnyView {
    match holder {
        Some(holder) => holder_link(session, holder),
        None if assigned => view! { <span class="text-muted">{t("assigned-unseen")}</span> }.into_any(),
        None => view! { <Badge label=t("assigned-no") kind=BadgeKind::Good/> }.into_any(),
    }
}

/// Somebody's name, which leads to him where one may follow.
pub fn holder_link(session: CurrentSession, holder: Holder) -> AnyView {
    let Holder { id, name } = holder;
    if !session.may::<users::api::View>(&Target::Anywhere) {
        return name.into_any();
    }
    let href = Signal::derive(move || session.link(Page::User(id.clone())));
    view! { <TextLink label=name href/> }.into_any()
}

/// What a list says when nothing is in it: nothing yet, or nothing found.
pub fn is_narrowed(listing: crate::listing::Listing) -> Signal<bool> {
    let assigned = assigned_in_address();
    Signal::derive(move || listing.is_narrowed() || listing.site().is_some() || assigned.get().is_some())
}

/// Who has the thing of a page, as a sentence above its form.
pub fn in_use_by(assigned: bool, holder: Option<&Holder>) -> String {
    match holder {
        Some(holder) => say("assigned-to", &[("name", holder.name.clone().into())]),
        None if assigned => say("assigned-unseen-long", &[]),
        None => say("assigned-nobody", &[]),
    }
}
