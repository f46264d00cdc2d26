//! Facts in pairs: what it is called, what it is.

use crate::i18n::Text;
use leptos::prelude::*;

/// A list of facts.
#[component]
pub fn Definitions(children: Children) -> impl IntoView {
    view! { <dl class="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-[minmax(8rem,auto)_1fr]">{children()}</dl> }
}

/// A fact.
#[component]
pub fn Definition(#[prop(into)] term: Text, children: Children) -> impl IntoView {
    view! {
        <dt class="text-muted">{term}</dt>
        <dd class="min-w-0 wrap-anywhere">{children()}</dd>
    }
}
