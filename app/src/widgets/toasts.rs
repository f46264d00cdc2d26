//! Where short messages show, and are read out.

use super::{Icon, button::CloseButton};
use crate::toasts::{self, Kind, Toast};
use leptos::prelude::*;

/// The region of short messages: stands once in the console, from the start, so that what
/// comes into it is read out.
#[component]
pub fn Toasts() -> impl IntoView {
    let shown = toasts::shown();
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For each=move || shown.get() key=|toast| toast.id let:toast>
                {message(toast)}
            </For>
        </div>
    }
}

fn message(toast: Toast) -> AnyView {
    let (class, icon) = match toast.kind {
        Kind::Success => ("toast-card toast-success", "circle-check"),
        Kind::Failure => ("toast-card toast-failure", "circle-alert"),
    };
    view! {
        <div class=class>
            <Icon name=icon size="size-5"/>
            <p class="min-w-0 flex-1 wrap-anywhere">{toast.text}</p>
            <CloseButton on_press=move |()| toasts::dismiss(toast.id)/>
        </div>
    }
    .into_any()
}
