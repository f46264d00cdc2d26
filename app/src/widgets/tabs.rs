//! Tabs after the WAI-ARIA pattern. The chosen tab stands in the address (`?tab=`).

use crate::{
    browser::{self, unique_id},
    i18n::Text,
    navigation::{query_parameter, set_query_quietly},
};
use leptos::{ev::KeyboardEvent, prelude::*};
use std::sync::Arc;

/// A tab with what it shows.
#[derive(Clone)]
pub struct Tab {
    name: &'static str,
    label: Text,
    panel: Arc<dyn Fn() -> AnyView + Send + Sync>,
}

impl Tab {
    /// A tab. `name` stands in the address, `panel` makes what it shows.
    pub fn new(name: &'static str, label: Text, panel: impl Fn() -> AnyView + Send + Sync + 'static) -> Self {
        Self { name, label, panel: Arc::new(panel) }
    }
}

/// Several views of one thing, one at a time. All panels are made at once and stay, so that
/// what was typed in one is there when one comes back.
#[component]
pub fn Tabs(#[prop(into)] label: Text, tabs: Vec<Tab>) -> impl IntoView {
    let id = unique_id("tabs");
    let asked = query_parameter("tab");
    let names: Vec<&'static str> = tabs.iter().map(|tab| tab.name).collect();
    let chosen = Memo::new({
        let names = names.clone();
        move |_| {
            let asked = asked.get();
            let at = asked.and_then(|asked| names.iter().position(|name| *name == asked));
            at.unwrap_or(0)
        }
    });
    let choose = Callback::new({
        let id = id.clone();
        move |at: usize| {
            let name = names.get(at).filter(|_| at > 0).map(|name| (*name).to_owned());
            set_query_quietly(&[("tab", name)]);
            browser::focus(&format!("{id}-tab-{at}"));
        }
    });
    let count = tabs.len();
    let heads = tabs.iter().enumerate().map(|(at, tab)| head(&id, at, tab.label, chosen, choose)).collect_view();
    let panels = tabs.iter().enumerate().map(|(at, tab)| panel(&id, at, tab, chosen)).collect_view();
    view! {
        <div role="tablist" aria-label=label class="tab-list" on:keydown=move |event| on_key(&event, count, chosen, choose)>
            {heads}
        </div>
        {panels}
    }
}

fn head(id: &str, at: usize, label: Text, chosen: Memo<usize>, choose: Callback<usize>) -> AnyView {
    view! {
        <button
            type="button"
            role="tab"
            id=format!("{id}-tab-{at}")
            class="tab-head"
            aria-controls=format!("{id}-panel-{at}")
            aria-selected=move || if chosen.get() == at { "true" } else { "false" }
            tabindex=move || if chosen.get() == at { "0" } else { "-1" }
            on:click=move |_| choose.run(at)
        >
            {label}
        </button>
    }
    .into_any()
}

fn panel(id: &str, at: usize, tab: &Tab, chosen: Memo<usize>) -> AnyView {
    view! {
        <div role="tabpanel" id=format!("{id}-panel-{at}") aria-labelledby=format!("{id}-tab-{at}") class="pt-5"
            hidden=move || chosen.get() != at>
            {(tab.panel)()}
        </div>
    }
    .into_any()
}

fn on_key(event: &KeyboardEvent, count: usize, chosen: Memo<usize>, choose: Callback<usize>) {
    let at = chosen.get_untracked();
    let to = match event.key().as_str() {
        "ArrowRight" => (at + 1) % count,
        "ArrowLeft" => (at + count - 1) % count,
        "Home" => 0,
        "End" => count - 1,
        _ => return,
    };
    event.prevent_default();
    choose.run(to);
}
