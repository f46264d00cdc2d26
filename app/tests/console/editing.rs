//! Forms over a record that others may change meanwhile.

use crate::page::Page;
use app::{
    api::Mutation,
    editing::{Draft, EditActions, Editing},
    i18n::speak,
    widgets::{Form, TextField},
};
use leptos::prelude::*;
use shared::{Code, organizations::Language};
use std::sync::{Arc, OnceLock};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

const WORDS: &str = include_str!("../../locales/en/editing.ftl");

/// A record of one field, with its version.
#[derive(Clone, Debug, PartialEq)]
struct Record(u32, String);

#[derive(Clone, Copy)]
struct NameDraft(RwSignal<String>);

impl Draft for NameDraft {
    type Value = String;

    fn value(self) -> String {
        self.0.get()
    }

    fn fill(self, name: &String) {
        self.0.set(name.clone());
    }
}

/// What stands behind a form: the newest version, the version typed over, and the sending.
#[derive(Clone, Copy)]
struct Behind {
    newest: RwSignal<Record>,
    record: Signal<Record>,
    mutation: Mutation,
}

impl Behind {
    fn version(self) -> u32 {
        self.record.with_untracked(|record| record.0)
    }
}

async fn form() -> (Page, Behind) {
    let behind = Arc::new(OnceLock::new());
    let made = Arc::clone(&behind);
    let page = Page::with(move || {
        speak(Language::English, WORDS);
        let (newest, mutation) = (RwSignal::new(Record(1, "Gent".into())), Mutation::new());
        let draft = NameDraft(RwSignal::default());
        let editing = Editing::new(newest.into(), draft, |record: &Record| record.1.clone());
        let set = made.set(Behind { newest, record: editing.record(), mutation });
        assert!(set.is_ok());
        view! {
            <Form mutation on_submit=|()| ()>
                <TextField name="name" label="Name" value=draft.0/>
                <EditActions mutation editing/>
            </Form>
        }
        .into_any()
    })
    .await;
    let behind = *behind.get().unwrap();
    (page, behind)
}

fn typed(page: &Page) -> String {
    page.find("input").unchecked_into::<HtmlInputElement>().value()
}

#[wasm_bindgen_test]
async fn what_nobody_has_touched_follows_the_newest_version() {
    let (page, behind) = form().await;
    assert_eq!(typed(&page), "Gent");
    behind.newest.set(Record(2, "Gent-Zuid".into()));
    page.settle().await;
    assert_eq!((typed(&page).as_str(), behind.version()), ("Gent-Zuid", 2));
}

#[wasm_bindgen_test]
async fn what_was_typed_stays_with_the_version_it_was_typed_over() {
    let (page, behind) = form().await;
    page.type_into("input", "Brugge").await;
    behind.newest.set(Record(2, "Gent-Zuid".into()));
    page.settle().await;
    assert_eq!((typed(&page).as_str(), behind.version()), ("Brugge", 1));
}

#[wasm_bindgen_test]
async fn nothing_can_be_saved_until_something_is_changed() {
    let (page, _) = form().await;
    assert!(page.has("button[type=submit][aria-disabled=true]"));
    page.type_into("input", "Brugge").await;
    assert!(!page.has("button[type=submit][aria-disabled]"));
    page.type_into("input", "Gent").await;
    assert!(page.has("button[type=submit][aria-disabled=true]"));
}

#[wasm_bindgen_test]
async fn whoever_was_too_late_can_start_again_from_the_newest_version() {
    let (page, behind) = form().await;
    page.type_into("input", "Brugge").await;
    behind.newest.set(Record(2, "Gent-Zuid".into()));
    behind.mutation.refuse(Code::ChangedMeanwhile);
    page.settle().await;
    assert!(page.text().contains("Discard my changes and show the newest version"), "{}", page.text());
    page.click("button[type=button]").await;
    assert_eq!((typed(&page).as_str(), behind.version()), ("Gent-Zuid", 2));
}
