//! Finding one of many, after the WAI-ARIA pattern of comboboxes; what was and what is; and what
//! happened.

use crate::page::{Page, focused};
use app::widgets::{Diff, DiffLine, Finder, Finding, Timeline, TimelineEntry};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

async fn finder() -> Page {
    Page::with(|| {
        let person = |name: &str| Finding { value: name.to_lowercase(), label: name.into(), note: String::new() };
        let found = Signal::stored(vec![person("Anna"), person("Bert"), person("Carla")]);
        let chosen = RwSignal::new(None::<String>);
        let choose = move |value: Option<String>| chosen.set(value);
        view! { <Finder label="Who" chosen words=RwSignal::new(None) found on_choose=choose/> }.into_any()
    })
    .await
}

const FIELD: &str = "[role=combobox]";

async fn open(page: &Page) {
    page.find(FIELD).focus().unwrap();
    page.settle().await;
}

#[wasm_bindgen_test]
async fn arrows_move_through_what_was_found_and_the_focus_stays_in_the_field() {
    let page = finder().await;
    assert!(page.has("[role=combobox][aria-expanded=false]"));
    open(&page).await;
    assert!(page.has("[role=combobox][aria-expanded=true]"));
    for (key, there) in [("ArrowDown", "Anna"), ("ArrowDown", "Bert"), ("ArrowUp", "Anna"), ("ArrowUp", "Carla")] {
        page.press(key).await;
        let active = focused().get_attribute("aria-activedescendant").unwrap();
        assert_eq!(page.find(&format!("#{active}")).inner_text().trim(), there, "after {key}");
        assert!(page.find("[role=option][aria-selected=true]").inner_text().contains(there));
    }
}

#[wasm_bindgen_test]
async fn enter_chooses_and_the_cross_takes_it_out_again() {
    let page = finder().await;
    open(&page).await;
    page.press("ArrowDown").await;
    page.press("Enter").await;
    assert!(!page.has("[role=listbox]"));
    let field: web_sys::HtmlInputElement = wasm_bindgen::JsCast::unchecked_into(page.find(FIELD));
    assert_eq!(field.value(), "anna");
    page.click("button[aria-label='Clear the choice']").await;
    assert_eq!(field.value(), "");
}

#[wasm_bindgen_test]
async fn escape_closes_what_was_found_and_forgets_what_was_typed() {
    let page = finder().await;
    open(&page).await;
    page.type_into(FIELD, "be").await;
    page.press("Escape").await;
    assert!(!page.has("[role=listbox]"));
    let field: web_sys::HtmlInputElement = wasm_bindgen::JsCast::unchecked_into(page.find(FIELD));
    assert_eq!(field.value(), "");
}

#[wasm_bindgen_test]
async fn a_difference_is_told_by_a_word_and_a_sign_not_by_colour_alone() {
    let page = Page::with(|| {
        let line = |before: Option<&str>, after: Option<&str>| DiffLine {
            label: "Town".into(),
            before: before.map(Into::into),
            after: after.map(Into::into),
        };
        let lines = vec![line(None, Some("Gent")), line(Some("Gent"), None), line(Some("Gent"), Some("Namur"))];
        view! { <Diff caption="What changed" lines=Signal::stored(lines)/> }.into_any()
    })
    .await;
    for word in ["+ Added", "− Removed", "± Changed"] {
        assert!(page.text().contains(word), "{word} in {}", page.text());
    }
    assert!(page.has("del") && page.has("ins"));
}

#[wasm_bindgen_test]
async fn an_entry_opens_to_its_details() {
    let page = Page::with(|| {
        let entries =
            || vec![TimelineEntry::new("It happened.".into(), "today".into(), || ().into_any(), || "how".into_any())];
        view! { <Timeline label="What happened" entries empty=|| "nothing"/> }.into_any()
    })
    .await;
    assert!(!page.text().contains("how"));
    page.click("summary").await;
    page.settle().await;
    assert!(page.text().contains("how"));
}
