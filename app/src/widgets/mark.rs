//! A sign that stands for a fact.

use crate::i18n::Text;
use leptos::prelude::*;

/// A sign beside a name. What it means is read out, and shows on pointing.
#[component]
pub fn Mark(symbol: &'static str, #[prop(into)] meaning: Text) -> impl IntoView {
    view! {
        <span class="mark" title=meaning>
            <span aria-hidden="true">{symbol}</span>
            <span class="sr-only">{meaning}</span>
        </span>
    }
}
