//! How an administrator stands to the others, as a mark beside the name (EBE-1, EBE-11).

use crate::{i18n::t_of, widgets::Mark};
use leptos::prelude::*;
use shared::administrators::Rank;

/// The rank's name, as in `rank-owner` of the locales.
pub(super) const fn name_of(rank: Rank) -> &'static str {
    match rank {
        Rank::Owner => "owner",
        Rank::Delegated => "delegated",
    }
}

/// ★ for an owner, (2) for everybody else.
#[component]
pub(crate) fn RankMark(rank: Rank) -> impl IntoView {
    let symbol = match rank {
        Rank::Owner => "★",
        Rank::Delegated => "(2)",
    };
    view! { <Mark symbol meaning=t_of("rank-*", name_of(rank))/> }
}
