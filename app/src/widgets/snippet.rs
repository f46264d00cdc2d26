//! Something to be copied into a terminal or a program.

use crate::i18n::Text;
use leptos::prelude::*;

/// Lines of code, which scroll where they are longer than the screen is wide.
#[component]
pub fn Snippet(#[prop(into)] label: Text, #[prop(into)] code: String) -> impl IntoView {
    view! { <pre class="snippet" role="region" tabindex="0" aria-label=label><code>{code}</code></pre> }
}
