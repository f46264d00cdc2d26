//! The fields of a person, and choosing among many.

use crate::page::Page;
use app::{
    people::{AccountFields, ContactFields, PersonDraft},
    widgets::{CheckboxGroup, Choice},
};
use leptos::prelude::*;
use shared::users::Person;
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

async fn person() -> Page {
    Page::with(|| {
        let draft = PersonDraft::new(&Person::default());
        draft.propose_user_name();
        view! {
            <AccountFields within="person" draft/>
            <ContactFields within="person" draft/>
        }
        .into_any()
    })
    .await
}

#[wasm_bindgen_test]
async fn the_user_name_follows_the_address_until_one_is_typed() {
    let page = person().await;
    let user_name = || page.find("input[name='person.user_name']").unchecked_into::<HtmlInputElement>().value();
    page.type_into("input[name='person.email']", "Jim.Fennell@carrier.example").await;
    assert_eq!(user_name(), "jim.fennell");
    page.type_into("input[name='person.email']", "jim@carrier.example").await;
    assert_eq!(user_name(), "jim");
    page.type_into("input[name='person.user_name']", "jfennell").await;
    page.type_into("input[name='person.email']", "fennell@carrier.example").await;
    assert_eq!(user_name(), "jfennell");
}

#[wasm_bindgen_test]
async fn what_stands_on_another_page_stays_ticked() {
    let ticked = ArcRwSignal::new(BTreeSet::from(["1".to_owned()]));
    let held = ticked.clone();
    let page = Page::with(move || {
        let choices: Vec<Choice> = (1..=45).map(|n| Choice::new(n.to_string(), format!("Site {n}."))).collect();
        view! { <CheckboxGroup name="sites" label="Sites" choices ticked=held.into()/> }.into_any()
    })
    .await;
    assert!(page.text().contains("Showing 1 to 20 of 45"), "{}", page.text());
    page.click("button[aria-label='Next page']").await;
    page.click("button[aria-label='Next page']").await;
    assert!(page.text().contains("Showing 41 to 45 of 45") && !page.text().contains("Site 1."));
    page.click("input[type=checkbox]").await;
    assert_eq!(ticked.get_untracked(), BTreeSet::from(["1".to_owned(), "41".to_owned()]));
    page.type_into("input[type=search]", "site 3").await;
    assert!(
        page.text().contains("Site 3.") && !page.has("button[aria-label='Next page']"),
        "a search starts at its first page"
    );
}
