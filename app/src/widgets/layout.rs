//! Where things stand to each other: under, beside, in columns.

use leptos::prelude::*;

/// Things under each other.
#[component]
pub fn Stack(children: Children) -> impl IntoView {
    view! { <div class="flex flex-col gap-5">{children()}</div> }
}

/// Things beside each other, wrapping where there is no room.
#[component]
pub fn Row(children: Children) -> impl IntoView {
    view! { <div class="flex flex-wrap items-center gap-x-3 gap-y-1">{children()}</div> }
}

/// Two columns of fields; one where there is no room.
#[component]
pub fn Columns(children: Children) -> impl IntoView {
    view! { <div class="grid gap-x-6 gap-y-4 sm:grid-cols-2">{children()}</div> }
}

/// What narrows a list, above it. The labels of its controls are only for those who cannot see
/// what the controls say.
#[component]
pub fn Toolbar(children: Children) -> impl IntoView {
    view! { <div class="toolbar">{children()}</div> }
}

/// Charts beside and under each other.
#[component]
pub fn Trends(children: Children) -> impl IntoView {
    view! { <div class="trends">{children()}</div> }
}

/// What is looked at, and beside it, where there is room, what is gone to.
#[component]
pub fn Halves(#[prop(into)] main: ViewFn, #[prop(into)] side: ViewFn) -> impl IntoView {
    view! {
        <div class="halves">
            <div class="halves-part">{main.run()}</div>
            <div class="halves-part">{side.run()}</div>
        </div>
    }
}

/// What one chooses from, and beside it, or under it where there is no room, what is chosen.
#[component]
pub fn Split(#[prop(into)] main: ViewFn, #[prop(into)] side: ViewFn) -> impl IntoView {
    view! {
        <div class="split">
            <div class="split-part">{main.run()}</div>
            <div class="split-part">{side.run()}</div>
        </div>
    }
}
