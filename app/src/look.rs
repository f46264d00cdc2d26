//! How an organization shows itself: its logo and colors in the place of the built-in look.
//!
//! Part of what everybody fetches: header and sign-in page show it. It is told to the style sheet,
//! which does the rest; elements that change would weigh more. Choosing it is in [`crate::images`].

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

/// Wears an organization's logo and colors, or the built-in look.
pub fn wear(organization: Option<&PublicOrganization>) {
    let Some(root) = document().document_element().and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    let nothing = Look::default();
    let look = organization.map_or(&nothing, |organization| &organization.look);
    let logo = organization.filter(|_| !look.logo.is_empty()).map(|known| address(&known.slug, &look.logo));
    drop(match logo {
        Some(_) => root.set_attribute("data-own-logo", ""),
        None => root.remove_attribute("data-own-logo"),
    });
    let logo = logo.map(|address| format!("url(\"{address}\")")).unwrap_or_default();
    // Its place is as wide as it will be once it is there.
    let ratio = format!("{}/{}", look.width, look.height);
    let style =
        [("--own-light", &look.light), ("--own-dark", &look.dark), ("--own-logo", &logo), ("--own-ratio", &ratio)];
    for (name, value) in style {
        // An empty one is taken away (CSSOM, 6.6.1).
        drop(root.style().set_property(name, value));
    }
}
