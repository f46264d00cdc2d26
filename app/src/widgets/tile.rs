//! A number that leads to what it counts.

use super::Icon;
use crate::i18n::Text;
use leptos::prelude::*;

/// Tiles beside each other.
#[component]
pub fn Tiles(children: Children) -> impl IntoView {
    view! { <ul class="tiles">{children()}</ul> }
}

/// How many there are of something, in figures, with a link to them. While it is not known, its place is
/// kept.
#[component]
pub fn Tile(
    #[prop(into)] label: Text,
    icon: &'static str,
    #[prop(into)] count: Signal<Option<String>>,
    #[prop(into)] href: Signal<String>,
) -> impl IntoView {
    let figure = move || match count.get() {
        Some(count) => view! { <span class="tile-figure">{count}</span> }.into_any(),
        None => view! { <span class="skeleton h-9 w-12"></span> }.into_any(),
    };
    view! {
        <li>
            <a class="tile" href=move || href.get()>
                <span class="tile-label"><Icon name=icon/>{label}</span>
                {figure}
            </a>
        </li>
    }
}
