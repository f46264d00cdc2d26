//! Menu buttons and tabs after the WAI-ARIA patterns.

use crate::page::{Page, focused};
use app::widgets::{Menu, MenuItem, Tab, Tabs};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_test::wasm_bindgen_test;

async fn menu() -> Page {
    Page::with(|| {
        let items = vec![
            MenuItem::act("Apple", || ()),
            MenuItem::act("Banana", || ()),
            MenuItem::act("Cherry", || ()).chosen(|| true),
        ];
        view! { <Menu label="Fruit" items=Arc::new(move || items.clone())>"Fruit"</Menu> }.into_any()
    })
    .await
}

#[wasm_bindgen_test]
async fn a_menu_opens_with_the_focus_on_its_first_entry() {
    let page = menu().await;
    assert!(!page.has("[role=menu]"));
    page.click("[aria-haspopup=menu]").await;
    assert!(page.has("[aria-expanded=true]"));
    assert_eq!(focused().inner_text(), "Apple");
    assert!(page.has("[role=menuitemradio][aria-checked=true]"));
}

#[wasm_bindgen_test]
async fn arrows_home_end_and_letters_move_in_a_menu() {
    let page = menu().await;
    page.click("[aria-haspopup=menu]").await;
    for (key, there) in [
        ("ArrowDown", "Banana"),
        ("End", "Cherry"),
        ("ArrowDown", "Apple"),
        ("ArrowUp", "Cherry"),
        ("Home", "Apple"),
        ("b", "Banana"),
    ] {
        page.press(key).await;
        assert_eq!(focused().inner_text().trim(), there, "after {key}");
    }
}

#[wasm_bindgen_test]
async fn a_key_pressed_right_after_opening_is_not_overtaken() {
    let page = menu().await;
    let button = page.find("[aria-haspopup=menu]");
    button.focus().unwrap();
    button.click();
    leptos::task::tick().await;
    // The entries are there, the frame that focuses the first is yet to come.
    page.press_at_once("End");
    page.settle().await;
    assert_eq!(focused().inner_text().trim(), "Cherry");
}

#[wasm_bindgen_test]
async fn escape_closes_a_menu_and_gives_the_focus_back() {
    let page = menu().await;
    page.click("[aria-haspopup=menu]").await;
    page.press("Escape").await;
    assert!(!page.has("[role=menu]"));
    assert_eq!(focused().get_attribute("aria-haspopup").as_deref(), Some("menu"));
}

#[wasm_bindgen_test]
async fn choosing_closes_a_menu() {
    let page = menu().await;
    page.click("[aria-haspopup=menu]").await;
    page.click("[role=menuitem]").await;
    assert!(!page.has("[role=menu]"));
}

#[wasm_bindgen_test]
async fn tabs_move_with_arrows_and_only_one_is_in_the_tab_order() {
    let page = Page::with(|| {
        let tabs = vec![
            Tab::new("account", "Account".into(), || "one".into_any()),
            Tab::new("sites", "Sites".into(), || "two".into_any()),
        ];
        view! { <Tabs label="Administrator" tabs/> }.into_any()
    })
    .await;
    assert!(page.has("[role=tab][aria-selected=true][tabindex='0']"));
    page.find("[role=tab]").focus().unwrap();
    page.press("ArrowRight").await;
    assert_eq!(focused().inner_text(), "Sites");
    assert!(page.text().contains("two") && !page.text().contains("one"));
    page.press("Home").await;
    assert!(page.text().contains("one"));
}
