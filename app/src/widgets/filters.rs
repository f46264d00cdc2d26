//! Controls that narrow a list by more than words, above it.

use leptos::prelude::*;

/// The controls, side by side as there is room.
#[component]
pub fn Filters(children: Children) -> impl IntoView {
    view! { <div class="filters">{children()}</div> }
}
