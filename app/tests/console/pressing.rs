//! Buttons and links, and those that may not be used.

use crate::page::Page;
use app::widgets::{Button, ButtonKind, Checkbox, LinkButton};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

fn reason() -> Signal<Option<String>> {
    Signal::stored(Some("You lack the right to add users.".to_owned()))
}

#[wasm_bindgen_test]
async fn a_button_acts() {
    let presses = ArcRwSignal::new(0);
    let counted = presses.clone();
    let page = Page::with(move || {
        view! { <Button label="Go" kind=ButtonKind::Primary on_press=move |()| counted.update(|n| *n += 1)/> }
            .into_any()
    })
    .await;
    page.click("button").await;
    assert_eq!(presses.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn a_barred_button_says_why_and_does_not_act() {
    let presses = ArcRwSignal::new(0);
    let counted = presses.clone();
    let page = Page::with(move || {
        view! { <Button label="Add" obstacle=reason() on_press=move |()| counted.update(|n| *n += 1)/> }.into_any()
    })
    .await;
    page.click("button").await;
    assert_eq!(presses.get_untracked(), 0);
    assert_eq!(page.find("button").get_attribute("aria-disabled").as_deref(), Some("true"));
    assert_eq!(page.description_of("button"), "You lack the right to add users.");
    page.find("button").focus().unwrap();
    assert_eq!(crate::page::focused().inner_text(), "Add", "one can reach it to read the reason");
}

#[wasm_bindgen_test]
async fn a_busy_button_does_not_act_again() {
    let presses = ArcRwSignal::new(0);
    let counted = presses.clone();
    let page = Page::with(move || {
        view! { <Button label="Save" busy=Signal::stored(true) on_press=move |()| counted.update(|n| *n += 1)/> }
            .into_any()
    })
    .await;
    page.click("button").await;
    assert_eq!(presses.get_untracked(), 0);
    assert!(page.has("button[aria-busy=true]"));
}

#[wasm_bindgen_test]
async fn a_barred_link_leads_nowhere_but_can_be_reached() {
    let page = Page::with(|| {
        view! { <LinkButton label="New" href="/o/carrier/users/new".to_owned() obstacle=reason()/> }.into_any()
    })
    .await;
    assert!(!page.has("a[href]"));
    assert!(page.has("a[role=link][tabindex='0'][aria-disabled=true]"));
    assert_eq!(page.description_of("a"), "You lack the right to add users.");
}

#[wasm_bindgen_test]
async fn a_barred_box_keeps_its_tick() {
    let page = Page::with(|| {
        view! { <Checkbox label="Users" checked=true on_change=|_| panic!("must not change") obstacle=reason()/> }
            .into_any()
    })
    .await;
    page.click("input").await;
    assert!(page.has("input:checked"));
    assert_eq!(page.description_of("input"), "You lack the right to add users.");
}
