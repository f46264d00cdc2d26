//! What people see when the program itself fails: plain HTML that works without it. A panic
//! leaves the program in no state to draw anything or to answer any event.

use crate::i18n::say;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::Element;

/// Has the banner speak the language that the console speaks.
pub(crate) fn follow_language() {
    Effect::new(|_| install());
}

/// Shows a banner with a way to reload when the program panics.
pub(crate) fn install() {
    // Said now: after a panic, nothing of the program can be trusted to work.
    let (message, reload) = (say("crashed", &[]), say("reload", &[]));
    std::panic::set_hook(Box::new(move |panic| {
        web_sys::console::error_1(&panic.to_string().into());
        show_banner(&message, &reload);
    }));
}

fn show_banner(message: &str, reload: &str) -> Option<()> {
    if document().get_element_by_id("crashed").is_some() {
        return None;
    }
    let banner = element("div", message)?;
    banner.set_id("crashed");
    banner.set_class_name("crashed");
    banner.set_attribute("role", "alert").ok()?;
    let button = element("button", reload)?;
    button.set_class_name("btn btn-sm");
    let on_click = Closure::<dyn Fn()>::new(|| drop(window().location().reload()));
    button.add_event_listener_with_callback("click", on_click.as_ref().unchecked_ref()).ok()?;
    on_click.forget();
    banner.append_child(&button).ok()?;
    document().body()?.append_child(&banner).ok()?;
    Some(())
}

fn element(name: &str, text: &str) -> Option<Element> {
    let element = document().create_element(name).ok()?;
    element.set_text_content(Some(text));
    Some(element)
}
