//! The outline of what is on its way, in its size, so that nothing jumps when it arrives.

use crate::i18n::t;
use leptos::prelude::*;

/// What is on its way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SkeletonKind {
    /// A table of ten rows.
    #[default]
    Table,
    /// Fields of a form.
    Form,
    /// A few cards.
    Cards,
    /// A chart.
    Chart,
    /// A few lines.
    Lines,
}

/// The outline of what is on its way.
#[component]
pub fn Skeleton(#[prop(optional)] kind: SkeletonKind) -> impl IntoView {
    let (count, class, around) = match kind {
        SkeletonKind::Table => (10, "skeleton h-8", "panel flex flex-col gap-3 p-4"),
        SkeletonKind::Form => (5, "skeleton h-12", "panel flex flex-col gap-5 p-5"),
        SkeletonKind::Cards => (4, "skeleton h-28", "grid gap-4 sm:grid-cols-2 xl:grid-cols-4"),
        SkeletonKind::Chart => (1, "skeleton h-57", "flex flex-col"),
        SkeletonKind::Lines => (5, "skeleton h-6", "flex flex-col gap-3"),
    };
    let parts = (0..count).map(|_| view! { <div class=class></div> }).collect_view();
    view! {
        <div role="status" class=around>
            <span class="sr-only">{t("loading")}</span>
            {parts}
        </div>
    }
}
