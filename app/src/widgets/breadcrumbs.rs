//! The way back up.

use super::Icon;
use crate::i18n::{Text, t};
use leptos::prelude::*;

/// A page that stands above the one at hand.
#[derive(Clone, Copy, Debug)]
pub struct Breadcrumb {
    label: Text,
    href: Signal<String>,
}

impl Breadcrumb {
    /// A page above, with its address.
    pub fn new(label: Text, href: impl Into<Signal<String>>) -> Self {
        Self { label, href: href.into() }
    }
}

/// The pages above the one at hand, outermost first.
pub fn breadcrumbs(trail: impl Into<Signal<Vec<Breadcrumb>>>) -> AnyView {
    let trail = trail.into();
    let step = |step: Breadcrumb| {
        view! {
            <li class="flex items-center gap-1">
                <a class="link link-hover text-muted py-0.5" href=move || step.href.get()>{step.label}</a>
                <span class="text-muted"><Icon name="chevron-right" size="size-3.5"/></span>
            </li>
        }
    };
    view! {
        <nav aria-label=t("breadcrumbs")>
            <ol class="flex flex-wrap gap-1 text-sm">{move || trail.get().into_iter().map(step).collect_view()}</ol>
        </nav>
    }
    .into_any()
}
