//! Picking one of many, after the WAI-ARIA pattern of comboboxes; what was and what is; and what
//! happened.

use crate::page::{Page, focused};
use app::{
    api::Mutation,
    widgets::{Diff, DiffLine, Form, Found, Pick, PickedList, Picker, Timeline, TimelineEntry},
};
use leptos::prelude::*;
use shared::{FieldError, Problem};
use wasm_bindgen_test::wasm_bindgen_test;

fn person(name: &str) -> Pick {
    Pick { value: name.to_lowercase(), label: name.into(), note: String::new() }
}

async fn picker(found: Option<Found>) -> Page {
    Page::with(move || {
        let picked = RwSignal::new(None::<Pick>);
        view! { <Picker label="Who" picked words=RwSignal::new(None) found=Signal::stored(found)/> }.into_any()
    })
    .await
}

fn three() -> Option<Found> {
    Some(Found { picks: ["Anna", "Bert", "Carla"].map(person).into(), total: 3 })
}

const FIELD: &str = "[role=combobox]";

async fn open(page: &Page) {
    page.find(FIELD).focus().unwrap();
    page.settle().await;
}

fn value(page: &Page) -> String {
    wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlInputElement>(page.find(FIELD)).value()
}

#[wasm_bindgen_test]
async fn arrows_move_through_what_was_found_and_the_focus_stays_in_the_field() {
    let page = picker(three()).await;
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
async fn enter_picks_and_the_cross_takes_it_out_again() {
    let page = picker(three()).await;
    open(&page).await;
    page.press("ArrowDown").await;
    page.press("Enter").await;
    assert!(!page.has("[role=listbox]"));
    assert_eq!(value(&page), "Anna");
    page.click("button[aria-label='Clear the choice']").await;
    assert_eq!(value(&page), "");
}

#[wasm_bindgen_test]
async fn escape_closes_what_was_found_and_forgets_what_was_typed() {
    let page = picker(three()).await;
    open(&page).await;
    page.type_into(FIELD, "be").await;
    page.press("Escape").await;
    assert!(!page.has("[role=listbox]"));
    assert_eq!(value(&page), "");
}

#[wasm_bindgen_test]
async fn a_picker_says_whether_it_still_looks_found_nothing_or_found_more() {
    for (found, says) in [
        (None, "Loading"),
        (Some(Found::default()), "Type part of the name"),
        (Some(Found { total: 9, ..three().unwrap() }), "3 of 9 shown"),
    ] {
        let page = picker(found).await;
        assert!(!page.text().contains(says), "not before the field is entered");
        open(&page).await;
        assert!(page.text().contains(says), "{says} in {}", page.text());
    }
    let page = picker(Some(Found::default())).await;
    open(&page).await;
    page.type_into(FIELD, "zeppelin").await;
    assert!(page.text().contains("Nothing found"), "{}", page.text());
    assert!(page.has("[role=combobox][aria-expanded=false]"), "there is no list");
}

#[wasm_bindgen_test]
async fn a_picker_in_a_form_says_what_is_wrong_at_the_field() {
    let page = Page::with(|| {
        let (mutation, picked) = (Mutation::new(), RwSignal::new(None::<Pick>));
        mutation.refuse(Problem::invalid(vec![FieldError::new("grantor", "required")]));
        view! {
            <Form mutation on_submit=|()| ()>
                <Picker name="grantor" label="Who" picked words=RwSignal::new(None) found=Signal::stored(three()) required=true/>
            </Form>
        }
        .into_any()
    })
    .await;
    assert!(page.has("[role=combobox][aria-required=true][aria-invalid=true]"));
    assert_eq!(page.description_of(FIELD), "Fill this in.");
}

#[wasm_bindgen_test]
async fn what_was_picked_before_goes_with_its_cross() {
    let picked = ArcRwSignal::new(["Anna", "Bert"].map(person).to_vec());
    let held = picked.clone();
    let page = Page::with(move || view! { <PickedList label="Picked" picked=held.into()/> }.into_any()).await;
    page.click("button").await;
    assert_eq!(picked.get_untracked(), [person("Bert")]);
    page.click("button").await;
    assert!(!page.has("ul"), "an empty list is none");
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
