//! Trees after the WAI-ARIA pattern, of any length.

use crate::page::{Page, focused};
use app::widgets::{Carrying, Tree, TreeActs, TreeRow, TreeRowKind, tree_id};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_test::wasm_bindgen_test;

fn row(label: &str, level: u32, open: Option<bool>) -> TreeRow {
    TreeRow {
        key: label.to_owned(),
        level,
        label: label.to_owned(),
        note: String::new(),
        icon: "users",
        open,
        place: (1, 1),
        kind: TreeRowKind::Item,
    }
}

/// Apples, of which two are shown while that is open, and so many cherries.
fn fruit(is_open: bool, cherries: usize) -> Arc<[TreeRow]> {
    let below = ["Boskoop", "Gala"].into_iter().filter(|_| is_open).map(|name| row(name, 2, None));
    let apples = std::iter::once(row("Apple", 1, Some(is_open))).chain(below);
    apples.chain((1..=cherries).map(|at| row(&format!("Cherry {at}"), 1, None))).collect()
}

/// A tree, what was chosen last, and of what a menu was asked for last.
async fn tree(cherries: usize) -> (Page, RwSignal<String>, RwSignal<String>) {
    let (chosen, asked) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let view = move || {
        let open = RwSignal::new(false);
        let acts = TreeActs {
            choose: Callback::new(move |key| chosen.set(key)),
            toggle: Callback::new(move |(_, wanted)| open.set(wanted)),
            menu: Callback::new(move |menu: app::widgets::MenuAsked| asked.set(menu.key)),
            reach: Callback::new(|_: Vec<String>| ()),
        };
        let rows = Signal::derive(move || fruit(open.get(), cherries));
        let carrying = Carrying::new(|_| false, |_| None, |_| ());
        let of = Signal::derive(move || Some(chosen.get()));
        view! { <div style="height:200px;display:flex"><Tree label="Fruit" rows chosen=of acts carrying id=tree_id()/></div> }
            .into_any()
    };
    let page = Page::with(view).await;
    page.find("[role=tree]").set_attribute("style", "height:200px;overflow:auto").unwrap();
    window().dispatch_event(&web_sys::Event::new("resize").unwrap()).unwrap();
    page.settle().await;
    page.find("[role=tree]").focus().unwrap();
    page.settle().await;
    (page, chosen, asked)
}

/// The row that keys are about.
fn active(page: &Page) -> String {
    let id = page.find("[role=tree]").get_attribute("aria-activedescendant").unwrap();
    document().get_element_by_id(&id).unwrap().get_attribute("aria-label").unwrap()
}

#[wasm_bindgen_test]
async fn arrows_open_enter_leave_and_close_a_branch_while_the_tree_keeps_the_focus() {
    let (page, chosen, asked) = tree(1).await;
    for (key, there) in [
        ("ArrowRight", "Apple"),
        ("ArrowRight", "Boskoop"),
        ("ArrowDown", "Gala"),
        ("ArrowLeft", "Apple"),
        ("End", "Cherry 1"),
        ("g", "Gala"),
        ("Home", "Apple"),
        ("ArrowLeft", "Apple"),
        ("ArrowDown", "Cherry 1"),
        ("Enter", "Cherry 1"),
        ("ContextMenu", "Cherry 1"),
    ] {
        page.press(key).await;
        assert_eq!(active(&page), there, "after {key}");
        assert_eq!(focused().get_attribute("role").as_deref(), Some("tree"));
    }
    assert_eq!((chosen.get_untracked().as_str(), asked.get_untracked().as_str()), ("Cherry 1", "Cherry 1"));
    assert!(page.has("[aria-expanded=false]") && page.has("[aria-selected=true]"));
}

#[wasm_bindgen_test]
async fn only_what_can_be_seen_is_there_and_the_row_that_keys_are_about() {
    let (page, ..) = tree(5_000).await;
    assert!(page.count("[role=treeitem]") < 40);
    page.press("End").await;
    assert_eq!(active(&page), "Cherry 5000");
    assert!(page.count("[role=treeitem]") < 40);
    page.find("[role=tree]").set_scroll_top(0);
    page.settle().await;
    assert_eq!(active(&page), "Cherry 5000", "it stays, though it is out of sight");
}
