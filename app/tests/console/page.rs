//! A page to put a widget on, and hands and eyes to use it.

use app::{i18n::speak, navigation::Navigation};
use leptos::{mount::mount_to, prelude::*, task::tick};
use leptos_router::components::Router;
use shared::organizations::Language;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};

/// English as the console ships it.
pub(crate) const ENGLISH: &str = include_str!("../../locales/en/console.ftl");
/// French as the console ships it.
pub(crate) const FRENCH: &str = include_str!("../../locales/fr/console.ftl");

/// A part of the document with one view in it; it goes when this is dropped.
pub(crate) struct Page {
    root: HtmlElement,
    unmount: Option<Box<dyn std::any::Any>>,
}

impl Page {
    /// Shows a view, in English, with the console's navigation around it.
    pub(crate) async fn with(view: impl FnOnce() -> AnyView + Send + 'static) -> Self {
        speak(Language::English, ENGLISH);
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&root).unwrap();
        let handle = mount_to(root.clone(), move || view! { <Router><Within view/></Router> });
        let page = Self { root, unmount: Some(Box::new(handle)) };
        page.settle().await;
        page
    }

    /// The first element that a selector finds.
    pub(crate) fn find(&self, selector: &str) -> HtmlElement {
        let found = self.root.query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("no {selector} in {}", self.root.inner_html())).unchecked_into()
    }

    /// Whether a selector finds anything.
    pub(crate) fn has(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap().is_some()
    }

    /// How much a selector finds.
    pub(crate) fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).unwrap().length()
    }

    /// What can be read.
    pub(crate) fn text(&self) -> String {
        self.root.inner_text()
    }

    /// The text of the element that describes another: its hint, error or reason.
    pub(crate) fn description_of(&self, selector: &str) -> String {
        let ids = self.find(selector).get_attribute("aria-describedby").unwrap_or_default();
        let texts = ids.split(' ').filter_map(|id| document().get_element_by_id(id)?.text_content());
        texts.collect::<Vec<_>>().join(" ")
    }

    /// Clicks, and lets the page follow.
    pub(crate) async fn click(&self, selector: &str) {
        self.find(selector).click();
        self.settle().await;
    }

    /// Presses a key where the focus is.
    pub(crate) async fn press(&self, key: &str) {
        self.press_at_once(key);
        self.settle().await;
    }

    /// Presses a key where the focus is, and does not wait for what follows.
    pub(crate) fn press_at_once(&self, key: &str) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        focused().dispatch_event(&event).unwrap();
    }

    /// Types into a field.
    pub(crate) async fn type_into(&self, selector: &str, text: &str) {
        let field: HtmlInputElement = self.find(selector).unchecked_into();
        field.set_value(text);
        let init = web_sys::EventInit::new();
        init.set_bubbles(true);
        field.dispatch_event(&web_sys::Event::new_with_event_init_dict("input", &init).unwrap()).unwrap();
        self.settle().await;
    }

    /// Waits for effects and for what they leave to the next frame.
    pub(crate) async fn settle(&self) {
        tick().await;
        next_frame().await;
        tick().await;
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        drop(self.unmount.take());
        self.root.remove();
    }
}

#[component]
fn Within<F: FnOnce() -> AnyView + Send + 'static>(view: F) -> impl IntoView {
    Navigation::provide();
    view()
}

/// The element that has the focus.
pub(crate) fn focused() -> HtmlElement {
    document().active_element().unwrap().unchecked_into()
}

async fn next_frame() {
    let frame = js_sys::Promise::new(&mut |resolve, _| {
        request_animation_frame(move || drop(resolve.call0(&JsValue::NULL)));
    });
    wasm_bindgen_futures::JsFuture::from(frame).await.unwrap();
}
