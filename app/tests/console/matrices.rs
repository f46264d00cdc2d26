//! Boxes in rows and columns.

use crate::page::Page;
use app::widgets::{Matrix, MatrixCell, MatrixRow};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// A row with a free box, a barred one, and a gap.
async fn matrix() -> Page {
    Page::with(|| {
        let cell = |obstacle: Option<String>| {
            let ticked = RwSignal::new(false);
            MatrixCell {
                help: "What it means.".into(),
                obstacle: Signal::stored(obstacle),
                checked: ticked.into(),
                on_change: Callback::new(move |now| ticked.set(now)),
            }
        };
        let cells = vec![Some(cell(None)), Some(cell(Some("Not yours to give.".into()))), None];
        let rows = vec![MatrixRow { label: "Users".into(), cells }];
        let columns: Vec<Signal<String>> = vec!["See".into(), "Add".into(), "Delete".into()];
        view! { <Matrix name="permissions" label="Allows" hint="Point at a box." columns rows/> }.into_any()
    })
    .await
}

#[wasm_bindgen_test]
async fn a_box_is_named_by_its_row_and_column() {
    let page = matrix().await;
    let names = page.find("input").get_attribute("aria-labelledby").unwrap();
    let words: Vec<String> =
        names.split(' ').map(|id| document().get_element_by_id(id).unwrap().text_content().unwrap()).collect();
    assert_eq!(words, ["Users", "See"]);
    assert_eq!(page.description_of("input"), "What it means.");
}

#[wasm_bindgen_test]
async fn a_barred_box_says_why_and_stays_as_it_is() {
    let page = matrix().await;
    assert!(page.description_of("input[aria-disabled]").contains("Not yours to give."));
    page.click("input[aria-disabled]").await;
    assert!(!page.has("input[aria-disabled]:checked"));
    page.click("input:not([aria-disabled])").await;
    assert!(page.has("input:not([aria-disabled]):checked"));
}
