//! How an organization shows itself: its logo and colors in the place of the built-in look.
//!
//! Part of what everybody fetches: header and sign-in page show it. Choosing it is in
//! [`crate::images`].

use crate::widgets::Logo;
use leptos::prelude::*;
use shared::{
    ids::Slug,
    images::{self, Colors, api},
    organizations::PublicOrganization,
    wire,
};
use wasm_bindgen::JsCast;

/// The address of a logo. What it leads to never changes.
pub fn address(org: &Slug, logo: &images::Logo) -> String {
    wire::encode(&api::Logo { org: org.clone(), digest: logo.digest.clone() }).path_and_query
}

/// The organization's logo, at the size that it will have once it is there; the product's mark
/// and what stands beside it until one is known, and where there is none.
pub fn own_mark(
    organization: impl Fn() -> Option<PublicOrganization> + Send + Sync + 'static,
    beside: &'static str,
) -> AnyView {
    let logo = Memo::new(move |_| {
        let known = organization()?;
        let logo = known.look.logo?;
        Some((address(&known.slug, &logo), logo.width, logo.height))
    });
    let mark = move || match logo.get() {
        Some((src, width, height)) => {
            view! { <img class="own-logo" src=src width=width height=height alt=""/> }.into_any()
        }
        None => view! { <Logo/>{beside} }.into_any(),
    };
    view! { {mark} }.into_any()
}

/// Wears an organization's colors as long as the page is there. The style sheet has the built-in
/// ones where there are none.
pub fn wear(colors: impl Fn() -> Colors + Send + Sync + 'static) {
    Effect::new(move |_| paint(&colors()));
    on_cleanup(|| paint(&Colors::default()));
}

fn paint(colors: &Colors) {
    let Some(root) = document().document_element().and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    for (name, color) in [("--own-light", &colors.light), ("--own-dark", &colors.dark)] {
        // An empty one is taken away (CSSOM, 6.6.1).
        drop(root.style().set_property(name, color));
    }
}
