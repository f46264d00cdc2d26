//! A piece of the console as it looks in a theme with other colors.

use super::Logo;
use crate::i18n::{Text, t};
use leptos::prelude::*;

/// The header, a link and a button, to look at: nothing in it can be pressed.
#[component]
pub fn LookPiece(
    /// `light` or `dark`, whatever the page's own theme is.
    theme: &'static str,
    #[prop(into)] caption: Text,
    /// Where the logo is, if there is one.
    logo: Signal<Option<String>>,
    /// The color; the built-in one if it is none.
    color: Signal<String>,
    /// The organization's name.
    name: Signal<String>,
) -> impl IntoView {
    let variable = if theme == "dark" { "--own-dark" } else { "--own-light" };
    // What is half typed is no color. Not taken from the page around it either.
    let shown = move || Some(color.get()).filter(|color| is_color(color)).unwrap_or_else(|| "initial".to_owned());
    let mark = move || match logo.get() {
        Some(src) => view! { <img class="look-logo" src=src alt=""/> }.into_any(),
        None => view! { <span class="look-mark"><Logo/></span> }.into_any(),
    };
    view! {
        <figure class="look-piece" data-theme=theme style=(variable, shown)>
            <figcaption class="look-caption">{caption}</figcaption>
            <div class="look-bar">{mark}<span class="brand-name">{name}</span></div>
            <div class="look-body">
                <span class="link link-primary">{t("look-link")}</span>
                <span class="btn btn-primary">{t("look-button")}</span>
            </div>
        </figure>
    }
}

fn is_color(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}
