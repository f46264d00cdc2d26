//! What a change would do, told compactly.

use crate::page::Page;
use app::widgets::{Outlook, OutlookKind, OutlookLine, OutlookList};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

async fn outlook(count: usize) -> Page {
    Page::with(move || {
        let line = |at| OutlookLine { name: format!("Person {at}"), parts: vec!["at Ghent".into()] };
        let lines = (1..=count).map(line).collect();
        view! { <Outlook title="Changes"><OutlookList kind=OutlookKind::Gain title="Gains" lines/></Outlook> }
            .into_any()
    })
    .await
}

#[wasm_bindgen_test]
async fn the_first_five_are_shown_and_all_on_demand() {
    let page = outlook(12).await;
    assert_eq!(page.count("li"), 5);
    assert!(
        page.text().contains("Show all \u{2068}12\u{2069}") || page.text().contains("Show all 12"),
        "{}",
        page.text()
    );
    page.click("button").await;
    assert_eq!(page.count("li"), 12);
    assert!(!page.has("button"));
}

#[wasm_bindgen_test]
async fn a_few_are_shown_at_once_and_read_out_when_there_is_time() {
    let page = outlook(5).await;
    assert_eq!(page.count("[aria-live=polite] li"), 5);
    assert!(!page.has("button"));
}
