//! Trees after the WAI-ARIA pattern: arrows move, open and close, letters find, Enter goes there.
//! What is closed is not made: whoever opens it may have to wait for it.

use super::Icon;
use crate::{browser::unique_id, i18n::Text};
use leptos::{
    attr::custom::{CustomAttr, custom_attribute},
    ev::KeyboardEvent,
    html,
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Which item is the tree's one stop for the Tab key; none means its first.
#[derive(Clone, Copy)]
struct Stop(RwSignal<Option<String>>);

/// How deep one is in the tree.
#[derive(Clone, Copy)]
struct Level(u32);

/// A tree. Children are its topmost items.
#[component]
pub fn Tree(#[prop(into)] label: Text, children: Children) -> impl IntoView {
    provide_context(Stop(RwSignal::new(None)));
    provide_context(Level(1));
    let root = NodeRef::<html::Ul>::new();
    view! {
        <ul node_ref=root role="tree" aria-label=label class="tree" on:keydown=move |event| on_key(&event, root)>
            {children()}
        </ul>
    }
}

/// An item that leads somewhere and may have others below it, which are made when it opens.
#[component]
pub fn TreeItem(
    #[prop(into)] label: Text,
    #[prop(into)] href: Signal<String>,
    icon: &'static str,
    /// What stands behind the label.
    #[prop(into)]
    note: Text,
    /// Whether it is the first of the whole tree.
    is_first: bool,
    /// Whether there is anything below it.
    is_parent: bool,
    #[prop(into)] open: Signal<bool>,
    #[prop(into)] on_toggle: Callback<bool>,
    children: ChildrenFn,
) -> impl IntoView {
    let Level(level) = expect_context();
    let group = unique_id("branch");
    let is_open = Memo::new(move |_| is_parent && open.get());
    let keys = move |event: KeyboardEvent| {
        let wanted = match event.key().as_str() {
            "ArrowRight" => true,
            "ArrowLeft" => false,
            _ => return,
        };
        if is_parent && is_open.get_untracked() != wanted {
            event.prevent_default();
            event.stop_propagation();
            on_toggle.run(wanted);
        }
    };
    let toggle = move |event: web_sys::MouseEvent| {
        // Beside the label one opens, on it one goes there.
        event.prevent_default();
        event.stop_propagation();
        on_toggle.run(!is_open.get_untracked());
    };
    let below = {
        let group = group.clone();
        move || {
            is_open.get().then(|| {
                provide_context(Level(level + 1));
                view! { <ul role="group" id=group.clone() class="tree-branch">{children()}</ul> }
            })
        }
    };
    let chevron = is_parent.then(|| {
        let name = move || if is_open.get() { "chevron-down" } else { "chevron-right" };
        view! { <span class="tree-toggle" aria-hidden="true" on:click=toggle>{move || view! { <Icon name=name()/> }}</span> }
    });
    let (tabindex, stop) = stop_of(is_first);
    view! {
        <li role="none">
            <a
                role="treeitem"
                class="tree-item"
                href=move || href.get()
                {..level_of(level)}
                aria-expanded=move || is_parent.then(|| if is_open.get() { "true" } else { "false" })
                aria-owns=move || is_open.get().then(|| group.clone())
                tabindex=tabindex
                on:focus=stop
                on:keydown=keys
            >
                {chevron}
                {(!is_parent).then(|| view! { <span class="tree-toggle" aria-hidden="true"></span> })}
                <Icon name=icon/>
                <span class="tree-label">{label}</span>
                <span class="tree-note">{note}</span>
            </a>
            {below}
        </li>
    }
}

/// An item that does something about its level: shows more of it, or tries again.
#[component]
pub fn TreeAction(
    #[prop(into)] label: Text,
    icon: &'static str,
    #[prop(optional)] is_first: bool,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    let Level(level) = expect_context();
    let (tabindex, stop) = stop_of(is_first);
    view! {
        <li role="none">
            <button type="button" role="treeitem" class="tree-item" {..level_of(level)} tabindex=tabindex
                on:focus=stop on:click=move |_| on_press.run(())>
                <span class="tree-toggle" aria-hidden="true"></span>
                <Icon name=icon/>
                <span class="tree-label">{label}</span>
            </button>
        </li>
    }
}

/// The outline of items that are on their way.
#[component]
pub fn TreeSkeleton() -> impl IntoView {
    view! { <li role="none"><div class="skeleton tree-skeleton"></div></li> }
}

/// The attribute that says how deep an item is; Leptos has no name of its own for it.
fn level_of(level: u32) -> CustomAttr<&'static str, String> {
    custom_attribute("aria-level", level.to_string())
}

/// Whether an item is the stop of the Tab key, and what makes it that. When it goes, the first is.
fn stop_of(is_first: bool) -> (impl Fn() -> &'static str + Clone, impl Fn(web_sys::FocusEvent)) {
    let (Stop(stop), id) = (expect_context(), StoredValue::new(unique_id("item")));
    on_cleanup(move || {
        let was_it = stop.try_get_untracked().flatten().is_some_and(|stop| id.try_get_value() == Some(stop));
        if was_it {
            stop.try_set(None);
        }
    });
    let is_stop = move || stop.with(|stop| stop.as_ref().map_or(is_first, |stop| id.with_value(|id| id == stop)));
    (move || if is_stop() { "0" } else { "-1" }, move |_| stop.set(Some(id.get_value())))
}

fn on_key(event: &KeyboardEvent, root: NodeRef<html::Ul>) {
    let items = items(root);
    let Some(at) = focused(&items).filter(|_| !(event.ctrl_key() || event.alt_key() || event.meta_key())) else {
        return;
    };
    let to = match event.key().as_str() {
        "ArrowDown" => Some(at + 1),
        "ArrowUp" => at.checked_sub(1),
        "Home" => Some(0),
        "End" => items.len().checked_sub(1),
        "ArrowRight" => items.get(at + 1).filter(|next| level(next) > level_at(&items, at)).map(|_| at + 1),
        "ArrowLeft" => (0..at).rev().find(|before| level_at(&items, *before) < level_at(&items, at)),
        letter if letter.chars().count() == 1 && letter != " " => find(&items, at, letter),
        _ => return,
    };
    event.prevent_default();
    if let Some(item) = to.and_then(|to| items.get(to)) {
        drop(item.focus());
    }
}

/// The items that are to be seen, from top to bottom.
fn items(root: NodeRef<html::Ul>) -> Vec<HtmlElement> {
    let Some(list) = root.get_untracked().and_then(|root| root.query_selector_all("[role=treeitem]").ok()) else {
        return Vec::new();
    };
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

fn focused(items: &[HtmlElement]) -> Option<usize> {
    let active = document().active_element()?;
    items.iter().position(|item| ***item == *active)
}

fn level_at(items: &[HtmlElement], at: usize) -> u32 {
    items.get(at).map_or(0, level)
}

fn level(item: &HtmlElement) -> u32 {
    item.get_attribute("aria-level").and_then(|level| level.parse().ok()).unwrap_or(1)
}

/// The next item that begins with a letter.
fn find(items: &[HtmlElement], after: usize, letter: &str) -> Option<usize> {
    let begins = |at: &usize| {
        let text = items.get(*at).map(|item| item.inner_text().trim().to_lowercase()).unwrap_or_default();
        text.trim_start_matches('\u{2068}').starts_with(&letter.to_lowercase())
    };
    (after + 1..items.len()).chain(0..=after).find(begins)
}
