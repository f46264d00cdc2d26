//! What happened last, in a few lines: for more there is the [`super::Timeline`].

use crate::i18n::Text;
use leptos::prelude::*;

/// The lines, the newest first.
#[component]
pub fn Log(#[prop(into)] label: Text, children: Children) -> impl IntoView {
    view! { <ol class="log" aria-label=label>{children()}</ol> }
}

/// What happened, and when.
#[component]
pub fn LogLine(#[prop(into)] sentence: Text, #[prop(into)] time: Text) -> impl IntoView {
    view! { <li class="log-line"><span>{sentence}</span><span class="log-time">{time}</span></li> }
}
