//! Views of a list, and several lines of text.

use crate::page::Page;
use app::{
    api::Mutation,
    i18n::Text,
    widgets::{Form, Segments, TextArea},
};
use leptos::prelude::*;
use shared::{FieldError, Problem};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn the_pressed_view_stands_in_the_address() {
    let page = Page::with(|| {
        let views = vec![("", Text::from("All")), ("open", Text::from("Open"))];
        view! { <Segments label="Orders" parameter="status" views/> }.into_any()
    })
    .await;
    let pressed = |at: u32| page.find(&format!("button:nth-child({at})")).get_attribute("aria-pressed").unwrap();
    assert_eq!([pressed(1), pressed(2)], ["true", "false"]);
    page.click("button:nth-child(2)").await;
    assert_eq!([pressed(1), pressed(2)], ["false", "true"]);
    assert!(window().location().search().unwrap().contains("status=open"));
    page.click("button:nth-child(1)").await;
    assert!(!window().location().search().unwrap().contains("status"));
}

#[wasm_bindgen_test]
async fn several_lines_are_typed_and_told_what_is_wrong_with_them() {
    let owner = Owner::new();
    let (mutation, value) = owner.with(|| (Mutation::new(), RwSignal::new(String::new())));
    // The form's signals must outlive the closure that makes it.
    std::mem::forget(owner);
    let page = Page::with(move || {
        view! { <Form mutation on_submit=|()| ()><TextArea name="text" label="Note" value required=true/></Form> }
            .into_any()
    })
    .await;
    let area = page.find("textarea");
    js_sys::Reflect::set(&area, &"value".into(), &"one\ntwo".into()).unwrap();
    area.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
    assert_eq!(value.get_untracked(), "one\ntwo");
    mutation.refuse(Problem::invalid(vec![FieldError::new("text", "required")]));
    page.settle().await;
    assert_eq!(page.find("textarea").get_attribute("aria-invalid").as_deref(), Some("true"));
    assert!(page.description_of("textarea").contains("Fill this in"));
}
