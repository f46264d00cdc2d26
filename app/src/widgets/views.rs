//! Several views of one matter, each with an address of its own: links that look like tabs.

use crate::i18n::Text;
use leptos::prelude::*;

/// One of the views.
#[derive(Clone, Debug)]
pub struct ViewLink {
    /// What it is called.
    pub label: Text,
    /// Where it is.
    pub href: Signal<String>,
    /// Whether one is there.
    pub is_here: bool,
}

/// The links to all of them.
#[component]
pub fn Views(#[prop(into)] label: Text, #[prop(into)] views: Signal<Vec<ViewLink>>) -> impl IntoView {
    let link = |view: ViewLink| {
        let href = view.href;
        view! {
            <li>
                <a class="view-link" href=move || href.get() aria-current=view.is_here.then_some("page")>{view.label}</a>
            </li>
        }
    };
    let links = move || views.get().into_iter().map(link).collect_view();
    view! { <nav aria-label=label class="mb-5"><ul class="tab-list">{links}</ul></nav> }
}
