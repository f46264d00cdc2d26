//! Widgets and view logic in a real browser, where focus, dialogs and `Intl` are real.
//!
//! Runs with `wasm-bindgen-test` in headless Chromium, with the feature `browser-tests`; what needs no
//! browser is tested natively beside the code. One program with a file for each matter, because each
//! program is linked anew.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "console/charts.rs"]
mod charts;
#[path = "console/dialogs.rs"]
mod dialogs;
#[path = "console/editing.rs"]
mod editing;
#[path = "console/fields.rs"]
mod fields;
#[path = "console/matrices.rs"]
mod matrices;
#[path = "console/menus.rs"]
mod menus;
#[path = "console/outlooks.rs"]
mod outlooks;
#[path = "console/page.rs"]
mod page;
#[path = "console/people.rs"]
mod people;
#[path = "console/pickers.rs"]
mod pickers;
#[path = "console/pressing.rs"]
mod pressing;
#[path = "console/segments.rs"]
mod segments;
#[path = "console/tables.rs"]
mod tables;
#[path = "console/trees.rs"]
mod trees;
#[path = "console/usages.rs"]
mod usages;
#[path = "console/words.rs"]
mod words;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
