//! Tables and moving through long lists.

use crate::page::Page;
use app::{
    listing::Listing,
    widgets::{Cell, Column, EmptyState, Pagination, Table},
};
use leptos::prelude::*;
use shared::{
    page::{Cursor, Page as ListPage},
    users::Sort,
};
use wasm_bindgen_test::wasm_bindgen_test;

async fn table(names: &'static [&'static str]) -> Page {
    Page::with(move || {
        let listing = Listing::from_address();
        let rows =
            move || names.iter().map(|name| vec![(*name).into_any(), "x".into_any()]).collect::<Vec<Vec<Cell>>>();
        let columns = vec![Column::new("Name".into()).sorted_by(Sort::Name), Column::new("Other".into())];
        view! {
            <Table caption="Users" columns rows listing
                empty=|| view! { <EmptyState title="No users yet" explanation="Add the first."/> }/>
        }
        .into_any()
    })
    .await
}

#[wasm_bindgen_test]
async fn a_table_is_named_and_its_rows_are_headed() {
    let page = table(&["Anna", "Bert"]).await;
    assert_eq!(page.find("caption").text_content().as_deref(), Some("Users"));
    assert_eq!(page.find("tbody th[scope=row]").inner_text(), "Anna");
    assert!(page.has("[role=region][tabindex='0'][aria-labelledby]"), "what scrolls can be reached");
}

#[wasm_bindgen_test]
async fn a_header_orders_and_turns_the_order() {
    let page = table(&["Anna"]).await;
    assert!(page.has("th[aria-sort=ascending]"));
    page.click("th button").await;
    assert!(page.has("th[aria-sort=descending]"));
    page.click("th button").await;
    assert!(page.has("th[aria-sort=ascending]"));
}

#[wasm_bindgen_test]
async fn an_empty_table_says_what_to_do() {
    let page = table(&[]).await;
    assert!(page.text().contains("No users yet") && page.text().contains("Add the first."));
}

#[wasm_bindgen_test]
async fn pagination_says_where_one_is() {
    let page = Page::with(|| {
        let items = vec![(); 10];
        let cursor = Some(Cursor("c".into()));
        let shown = ListPage { items, first: 1, total: 1_234, uncounted: false, previous: None, next: cursor };
        view! { <Pagination listing=Listing::from_address() page=Signal::stored(shown)/> }.into_any()
    })
    .await;
    assert!(page.text().contains("Showing 1 to 10 of 1,234"), "{}", page.text());
    assert!(page.has("button[aria-label='Previous page'][aria-disabled=true]"));
    assert!(page.has("button[aria-label='Next page']:not([aria-disabled])"));
}
