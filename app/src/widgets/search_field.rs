//! Narrowing a list by words.

use super::Icon;
use crate::{
    i18n::Text,
    navigation::{Entry, query_parameter, use_navigation},
};
use leptos::{leptos_dom::helpers::debounce, prelude::*};
use std::time::Duration;

/// A pause in typing after which the list follows.
const PAUSE: Duration = Duration::from_millis(250);

/// A search whose words stand in the address (`?q=`), so that a list can be shared as found.
/// A new search starts at the first page.
#[component]
pub fn SearchField(#[prop(into)] label: Text) -> impl IntoView {
    let words = query_parameter("q");
    let typed = RwSignal::new(words.get_untracked().unwrap_or_default());
    // After a pause nothing tells any more in which console this is: it is asked now.
    let navigation = use_navigation();
    let mut search = debounce(PAUSE, move |words: String| {
        // Who has left meanwhile must not find the words at the next page's address.
        if typed.is_disposed() {
            return;
        }
        navigation.set_parameters(&[("q", Some(words)), ("cursor", None)], Entry::Replace);
    });
    Effect::new(move |before: Option<String>| {
        let now = typed.get();
        if before.is_some_and(|before| before != now) {
            search(now.clone());
        }
        now
    });
    search_input(label, typed)
}

/// A search box without a memory.
pub(super) fn search_input(label: Text, words: RwSignal<String>) -> AnyView {
    view! {
        <label class="input search">
            <Icon name="search"/>
            <input
                type="search"
                aria-label=label
                placeholder=label
                autocomplete="off"
                prop:value=move || words.get()
                on:input=move |event| words.set(event_target_value(&event))
            />
        </label>
    }
    .into_any()
}
