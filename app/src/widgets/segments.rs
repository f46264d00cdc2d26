//! The same list, looked at in one of a few ways.

use crate::{
    i18n::Text,
    navigation::{query_parameter, set_query},
};
use leptos::prelude::*;

/// Buttons of which one is pressed. The chosen view stands in the address, as `parameter`; the
/// first is the usual one, whose value is empty.
#[component]
pub fn Segments(#[prop(into)] label: Text, parameter: &'static str, views: Vec<(&'static str, Text)>) -> impl IntoView {
    let asked = query_parameter(parameter);
    let names: Vec<&'static str> = views.iter().map(|(name, _)| *name).collect();
    let chosen = Memo::new(move |_| {
        let asked = asked.get().unwrap_or_default();
        names.iter().find(|name| **name == asked).copied().unwrap_or_default()
    });
    let button = move |(name, label): (&'static str, Text)| {
        let choose = move |_| set_query(&[(parameter, Some(name.to_owned())), ("cursor", None)]);
        let pressed = move || if chosen.get() == name { "true" } else { "false" };
        view! { <button type="button" class="tab-head" aria-pressed=pressed on:click=choose>{label}</button> }
    };
    view! { <div role="group" class="tab-list mb-5" aria-label=label>{views.into_iter().map(button).collect_view()}</div> }
}
