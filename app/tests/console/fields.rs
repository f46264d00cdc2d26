//! Fields and what is wrong with them.

use crate::page::{Page, focused};
use app::{
    api::Mutation,
    widgets::{CheckboxGroup, Choice, Form, PasswordField, TextField},
};
use leptos::prelude::*;
use shared::{Code, FieldError, Problem};
use std::collections::BTreeSet;
use wasm_bindgen_test::wasm_bindgen_test;

/// A form of two fields with the mutation it sends.
async fn form() -> (Page, Mutation) {
    let owner = Owner::new();
    let mutation = owner.with(Mutation::new);
    // The form's signals must outlive the closure that makes it.
    std::mem::forget(owner);
    let page = Page::with(move || {
        let (name, email) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        view! {
            <Form mutation on_submit=|()| ()>
                <TextField name="person.given_name" label="First name" value=name required=true/>
                <TextField name="person.email" label="E-mail" value=email hint="Where mail goes" autocomplete="email"/>
            </Form>
        }
        .into_any()
    })
    .await;
    (page, mutation)
}

#[wasm_bindgen_test]
async fn a_field_is_labelled_and_says_that_it_is_required() {
    let (page, _) = form().await;
    let label = page.find("label");
    assert_eq!(label.get_attribute("for"), Some(page.find("input").id()));
    assert!(page.has("input[name='person.given_name'][aria-required=true]"));
    assert_eq!(page.description_of("input[name='person.email']"), "Where mail goes");
}

#[wasm_bindgen_test]
async fn an_error_stands_at_its_field_which_gets_the_focus() {
    let (page, mutation) = form().await;
    mutation.refuse(Problem::invalid(vec![FieldError::new("person.email", "email")]));
    page.settle().await;
    assert!(page.has("input[name='person.email'][aria-invalid=true]"));
    assert!(!page.has("input[name='person.given_name'][aria-invalid]"));
    assert!(page.description_of("input[name='person.email']").starts_with("This is not an e-mail address."));
    assert_eq!(focused().get_attribute("name").as_deref(), Some("person.email"));
    mutation.reset();
    page.settle().await;
    assert!(!page.has("[aria-invalid]"));
}

#[wasm_bindgen_test]
async fn what_concerns_no_field_is_an_alert() {
    let (page, mutation) = form().await;
    mutation.refuse(Code::LastOwner);
    page.settle().await;
    assert!(page.find("[role=alert]").inner_text().contains("at least one owner"));
}

#[wasm_bindgen_test]
async fn a_problem_at_one_field_stands_there_too() {
    let (page, mutation) = form().await;
    mutation.refuse(Problem::new(Code::Taken).at("person.email"));
    page.settle().await;
    assert!(page.description_of("input[name='person.email']").contains("already in use"));
}

#[wasm_bindgen_test]
async fn a_password_shows_on_demand_and_suits_password_managers() {
    let page = Page::with(|| {
        let value = RwSignal::new(String::new());
        view! { <PasswordField name="password" label="Password" value autocomplete="current-password"/> }.into_any()
    })
    .await;
    assert!(page.has("input[type=password][autocomplete=current-password]"));
    page.click("button[aria-pressed=false]").await;
    assert!(page.has("input[type=text]"));
    page.click("button[aria-pressed=true]").await;
    assert!(page.has("input[type=password]"));
}

#[wasm_bindgen_test]
async fn what_a_search_hides_stays_ticked() {
    let ticked = ArcRwSignal::new(BTreeSet::from(["3".to_owned()]));
    let held = ticked.clone();
    let page = Page::with(move || {
        let choices: Vec<Choice> = (0..10).map(|n| Choice::new(n.to_string(), format!("Site {n}"))).collect();
        view! { <CheckboxGroup name="sites" label="Sites" choices ticked=held.into()/> }.into_any()
    })
    .await;
    page.type_into("input[type=search]", "SITE 7").await;
    assert!(page.text().contains("Site 7") && !page.text().contains("Site 3"));
    page.click("input[type=checkbox]").await;
    assert_eq!(ticked.get_untracked(), BTreeSet::from(["3".to_owned(), "7".to_owned()]));
    page.type_into("input[type=search]", "").await;
    assert!(page.text().contains("2 of 10 ticked"));
}
