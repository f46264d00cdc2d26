//! One thing that follows from another, in order.

use super::Icon;
use leptos::prelude::*;

/// The steps.
#[component]
pub fn Steps(children: Children) -> impl IntoView {
    view! { <ol class="steps-list">{children()}</ol> }
}

/// A step.
#[component]
pub fn Step(icon: &'static str, children: Children) -> impl IntoView {
    view! {
        <li class="steps-item">
            <span class="steps-icon"><Icon name=icon/></span>
            <div class="min-w-0">{children()}</div>
        </li>
    }
}
