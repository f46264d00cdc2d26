//! Dialogs, the question before unsaved changes are lost, and short messages.

use crate::page::{Page, focused};
use app::{
    navigation::{guard_unsaved, use_navigation},
    route::Route,
    toasts,
    widgets::{Button, ConfirmDialog, Toasts, UnsavedChangesDialog},
};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_dialog_is_modal_named_and_gives_the_focus_back() {
    let page = Page::with(|| {
        let open = RwSignal::new(false);
        view! {
            <Button label="Delete…" on_press=move |()| open.set(true)/>
            <ConfirmDialog open title="Delete the role?" question="Nobody holds it." act="Delete" on_confirm=move |()| open.set(false)/>
        }
        .into_any()
    })
    .await;
    page.find("button").focus().unwrap();
    page.click("button").await;
    assert!(page.has("dialog:modal"));
    let title = page.find("dialog").get_attribute("aria-labelledby").unwrap();
    assert_eq!(page.find(&format!("#{title}")).inner_text(), "Delete the role?");
    page.click("dialog [aria-label=Close]").await;
    assert!(!page.has("dialog[open]"));
    assert_eq!(focused().inner_text(), "Delete…");
}

#[wasm_bindgen_test]
async fn unsaved_changes_hold_one_back_until_one_says_so() {
    let page = Page::with(|| {
        guard_unsaved(Signal::stored(true));
        let navigation = use_navigation();
        let route = navigation.route();
        view! {
            <Button label="Go" on_press=move |()| navigation.go(&Route::SetUp)/>
            <p id="where">{move || route.get().path()}</p>
            <UnsavedChangesDialog/>
        }
        .into_any()
    })
    .await;
    page.click("button").await;
    assert!(page.has("dialog:modal"));
    assert_ne!(page.find("#where").inner_text(), "/setup");
    page.click("dialog .btn-error").await;
    assert_eq!(page.find("#where").inner_text(), "/setup");
}

#[wasm_bindgen_test]
async fn a_message_is_read_out_and_can_be_dismissed() {
    let page = Page::with(|| view! { <Toasts/> }.into_any()).await;
    assert!(page.has("[role=status]"), "the region is there before the message");
    toasts::success("Anna was added.".into());
    page.settle().await;
    assert!(page.find("[role=status]").inner_text().contains("Anna was added."));
    page.click("[role=status] button").await;
    assert!(!page.text().contains("Anna"));
}
