//! How much is in use, and views that are links.

use crate::page::Page;
use app::widgets::{Usage, ViewLink, Views};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

const WORDS: &str = include_str!("../../locales/en/licenses.ftl");

async fn usage(value: RwSignal<(u32, u32)>) -> Page {
    Page::with(move || {
        app::i18n::speak(shared::organizations::Language::English, WORDS);
        view! { <Usage label=Signal::stored("Seats".to_owned()) value/> }.into_any()
    })
    .await
}

#[wasm_bindgen_test]
async fn usage_says_in_words_what_its_bar_shows() {
    let value = RwSignal::new((3, 25));
    let page = usage(value).await;
    let words = "3 of 25 in use, 22 available";
    assert_eq!(page.text().trim(), words);
    let meter = page.find("meter");
    let told = |name: &str| meter.get_attribute(name).unwrap();
    assert_eq!((told("aria-label"), told("aria-valuetext")), ("Seats".into(), words.into()));
    assert_eq!((told("value"), told("max")), ("3".into(), "25".into()));
    value.set((25, 25));
    page.settle().await;
    assert!(page.text().contains("25 of 25 in use, 0 available"), "{}", page.text());
}

#[wasm_bindgen_test]
async fn a_bar_of_nothing_is_empty() {
    let page = usage(RwSignal::new((0, 0))).await;
    let meter = page.find("meter");
    assert_eq!((meter.get_attribute("value"), meter.get_attribute("max")), (Some("0".into()), Some("1".into())));
}

#[wasm_bindgen_test]
async fn one_of_the_views_is_where_one_is() {
    let page = Page::with(|| {
        let view = |label: &str, is_here| ViewLink {
            label: Signal::stored(label.to_owned()),
            href: Signal::stored(format!("/o/carrier/{label}")),
            is_here,
        };
        let views = vec![view("numbers", false), view("users", true)];
        view! { <Views label=Signal::stored("Lists".to_owned()) views=Signal::stored(views)/> }.into_any()
    })
    .await;
    assert_eq!(page.find("nav").get_attribute("aria-label").as_deref(), Some("Lists"));
    assert_eq!(page.find("[aria-current=page]").get_attribute("href").as_deref(), Some("/o/carrier/users"));
    assert_eq!(page.count("a"), 2);
}
