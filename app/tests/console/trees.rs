//! Trees after the WAI-ARIA pattern.

use crate::page::{Page, focused};
use app::widgets::{Tree, TreeItem};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

fn item(name: &'static str, is_first: bool, below: &'static [&'static str]) -> AnyView {
    let open = RwSignal::new(false);
    let children = move || below.iter().map(|name| item(name, false, &[])).collect_view();
    view! {
        <TreeItem label=name href="/" icon="users" note="" is_first is_parent={!below.is_empty()} open on_toggle=move |wanted| open.set(wanted)>
            {children()}
        </TreeItem>
    }
    .into_any()
}

async fn tree() -> Page {
    Page::with(|| {
        view! { <Tree label="Fruit">{item("Apple", true, &["Boskoop", "Gala"])}{item("Cherry", false, &[])}</Tree> }
            .into_any()
    })
    .await
}

#[wasm_bindgen_test]
async fn a_tree_is_one_stop_of_the_tab_key() {
    let page = tree().await;
    let stops = || page.count("[role=treeitem][tabindex='0']");
    assert_eq!(stops(), 1);
    page.find("[role=treeitem]:not([aria-expanded])").focus().unwrap();
    page.settle().await;
    assert_eq!((stops(), focused().get_attribute("tabindex").as_deref()), (1, Some("0")));
}

#[wasm_bindgen_test]
async fn arrows_open_enter_leave_and_close_a_branch() {
    let page = tree().await;
    page.find("[role=treeitem]").focus().unwrap();
    assert!(!page.text().contains("Gala"));
    for (key, there) in [
        ("ArrowRight", "Apple"),
        ("ArrowRight", "Boskoop"),
        ("ArrowDown", "Gala"),
        ("ArrowLeft", "Apple"),
        ("End", "Cherry"),
        ("g", "Gala"),
        ("Home", "Apple"),
        ("ArrowLeft", "Apple"),
        ("ArrowDown", "Cherry"),
    ] {
        page.press(key).await;
        assert_eq!(focused().inner_text().trim(), there, "after {key}");
    }
    assert!(page.has("[aria-expanded=false]"));
}

#[wasm_bindgen_test]
async fn a_branch_that_closes_takes_no_stop_with_it() {
    let page = tree().await;
    page.find("[role=treeitem]").focus().unwrap();
    page.press("ArrowRight").await;
    page.press("ArrowRight").await;
    page.click(".tree-toggle").await;
    assert_eq!(page.count("[role=treeitem][tabindex='0']"), 1);
}
