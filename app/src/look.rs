//! How an organization shows itself: its logo and colors in the place of the built-in look.
//!
//! Part of what everybody fetches: header and sign-in page show it. Choosing it is in
//! [`crate::images`].

use crate::widgets::Logo;
use leptos::prelude::*;
use shared::{
    ids::Slug,
    images::{Look, api},
    organizations::PublicOrganization,
    wire,
};
use wasm_bindgen::JsCast;

/// The address of a logo by its digest. What it leads to never changes.
pub fn address(org: &Slug, digest: &str) -> String {
    wire::encode(&api::Logo { org: org.clone(), digest: digest.to_owned() }).path_and_query
}

/// The organization's logo, at the size that it will have once it is there; the product's mark
/// and what stands beside it until one is known, and where there is none. Its colors are worn as
/// long as that is on the page.
pub fn own_mark(organization: Signal<Option<PublicOrganization>>, beside: &'static str) -> AnyView {
    let known = Memo::new(move |_| organization.get());
    Effect::new(move |_| paint(&known.get().map(|known| known.look).unwrap_or_default()));
    on_cleanup(|| paint(&Look::default()));
    let mark = move || match known.get().filter(|known| !known.look.logo.is_empty()) {
        Some(PublicOrganization { slug, look, .. }) => {
            let src = address(&slug, &look.logo);
            view! { <img class="own-logo" src=src width=look.width height=look.height alt=""/> }.into_any()
        }
        None => view! { <Logo/>{beside} }.into_any(),
    };
    view! { {mark} }.into_any()
}

fn paint(look: &Look) {
    let Some(root) = document().document_element().and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    for (name, color) in [("--own-light", &look.light), ("--own-dark", &look.dark)] {
        // An empty one is taken away (CSSOM, 6.6.1).
        drop(root.style().set_property(name, color));
    }
}
