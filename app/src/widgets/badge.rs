//! A state in a word.

use crate::i18n::Text;
use leptos::prelude::*;

/// What a badge's state means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BadgeKind {
    /// Neither good nor bad.
    #[default]
    Neutral,
    /// In order.
    Good,
    /// To be minded.
    Warning,
    /// Stopped.
    Bad,
    /// Set apart.
    Accent,
}

/// A badge. Its color only underlines what the word says.
#[component]
pub fn Badge(#[prop(into)] label: Text, #[prop(optional)] kind: BadgeKind) -> impl IntoView {
    let class = match kind {
        BadgeKind::Neutral => "tag",
        BadgeKind::Good => "tag tag-success",
        BadgeKind::Warning => "tag tag-warning",
        BadgeKind::Bad => "tag tag-error",
        BadgeKind::Accent => "tag tag-primary",
    };
    view! { <span class=class>{label}</span> }
}
