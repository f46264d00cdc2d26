//! The product's mark.

use leptos::prelude::*;

/// A shield divided in four, one quarter filled: a jurisdiction and a part of it. The style sheet puts
/// the organization's own logo in its place where there is one ([`crate::look`]).
#[component]
pub fn Logo() -> impl IntoView {
    view! {
        <span class="own-logo"></span>
        <svg class="logo" viewBox="0 0 24 24" aria-hidden="true">
            <path class="logo-shield" d="M12 2 3.5 5v6.5c0 5 3.5 8.6 8.5 10.5 5-1.9 8.5-5.5 8.5-10.5V5z"></path>
            <path class="logo-part" d="M12 11.5V5l6 2.1v4.4z"></path>
        </svg>
    }
}
