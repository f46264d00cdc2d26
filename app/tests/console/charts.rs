//! Charts: what they show is in words and behind them as a table.

use crate::page::Page;
use app::widgets::{BarChart, Chart, LineChart, Series};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

const WORDS: &str = include_str!("../../locales/en/reports.ftl");

fn chart() -> Chart {
    let series = |label: &str, values: &[u32]| Series { label: label.into(), values: values.into() };
    Chart {
        axis: "Day".into(),
        points: ["Monday", "Tuesday", "Wednesday"].map(str::to_owned).to_vec(),
        series: vec![series("People", &[1, 1_500, 2]), series("Visits", &[3, 4, 5])],
    }
}

async fn lines() -> Page {
    Page::with(|| {
        app::i18n::speak(shared::organizations::Language::English, WORDS);
        view! { <LineChart label="Signing in" chart=Signal::stored(chart())/> }.into_any()
    })
    .await
}

#[wasm_bindgen_test]
async fn a_line_chart_is_named_after_what_it_shows() {
    let page = lines().await;
    let name = page.find("svg[role=img]").get_attribute("aria-label").unwrap();
    let plain = name.replace(['\u{2068}', '\u{2069}'], "");
    assert!(plain.starts_with("Signing in. People: 1 at first, 2 at last, 1,500 at most (Tuesday)."), "{plain}");
    assert!(plain.contains("Visits: 3 at first, 5 at last"), "{plain}");
    assert_eq!(page.count(".chart-legend li"), 2, "which line is which does not depend on colors");
}

#[wasm_bindgen_test]
async fn a_chart_opens_as_a_table() {
    let page = lines().await;
    assert!(!page.has("table"), "it is made when it is wanted");
    page.click("summary").await;
    assert_eq!(page.find("caption").text_content().as_deref(), Some("Signing in"));
    assert_eq!(page.count("thead th"), 3);
    assert_eq!(page.count("tbody tr"), 3);
    assert!(page.find("tbody tr:nth-child(2)").inner_text().contains("1,500"));
}

#[wasm_bindgen_test]
async fn bars_have_their_names_and_numbers_beside_them() {
    let page = Page::with(|| view! { <BarChart label="Users" chart=Signal::stored(chart())/> }.into_any()).await;
    assert_eq!(page.count("ul[aria-label=Users] li"), 3);
    let bar = page.find("li:nth-child(2)").inner_text();
    assert!(bar.contains("Tuesday") && bar.contains("1,500"), "{bar}");
    assert_eq!(page.find("li:nth-child(2) .chart-meter-part").get_attribute("width").as_deref(), Some("100.00"));
}
