//! Directories: from where users come, what their connectors did, and the runs that wait for somebody
//! to agree.

use crate::{
    i18n::{Text, say_of, t_of},
    widgets::{Badge, BadgeKind},
};
use leptos::prelude::*;
use shared::directories::{Counts, RunState};

mod decide;
mod form;
mod list;
mod new;
mod page;
mod run;
mod runs;
mod setup;
mod steps;

pub use list::DirectoriesPage;
pub use page::DirectoryPage;
pub use run::RunPage;

/// What has become of a run, in a word.
fn state(state: RunState) -> AnyView {
    let kind = match state {
        RunState::Waiting => BadgeKind::Warning,
        RunState::Confirmed | RunState::Running => BadgeKind::Accent,
        RunState::Done => BadgeKind::Good,
        RunState::Failed => BadgeKind::Bad,
        RunState::Declined | RunState::Superseded => BadgeKind::Neutral,
    };
    view! { <Badge label=t_of("run-state-*", state.as_str()) kind/> }.into_any()
}

/// How many users a run is about, by what happens to them.
fn counts(counts: Counts) -> Text {
    let Counts { added, updated, enabled, disabled, failed, .. } = counts;
    let all =
        [("added", added), ("updated", updated), ("enabled", enabled), ("disabled", disabled), ("failed", failed)];
    Text::derive(move || {
        let parts = all.into_iter().filter(|(_, count)| *count > 0);
        let parts: Vec<String> =
            parts.map(|(what, count)| say_of("run-count-*", what, &[("count", count.into())])).collect();
        if parts.is_empty() { say_of("run-count-*", "nothing", &[]) } else { parts.join(", ") }
    })
}
