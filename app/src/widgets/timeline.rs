//! What happened, one under the other: a sentence, when, and behind it the details. The
//! platform's own disclosure, which the keyboard and screen readers know.

use super::Icon;
use crate::{browser::unique_id, i18n::Text};
use leptos::{html, prelude::*};
use std::sync::Arc;

type Part = Arc<dyn Fn() -> AnyView + Send + Sync>;

/// Something that happened.
#[derive(Clone)]
pub struct TimelineEntry {
    sentence: Text,
    time: Text,
    marks: Part,
    detail: Part,
}

impl TimelineEntry {
    /// What happened and when, with badges beside it, and what opens below.
    pub fn new(
        sentence: Text,
        time: Text,
        marks: impl Fn() -> AnyView + Send + Sync + 'static,
        detail: impl Fn() -> AnyView + Send + Sync + 'static,
    ) -> Self {
        Self { sentence, time, marks: Arc::new(marks), detail: Arc::new(detail) }
    }
}

/// The list. Without entries, `empty` stands in their place.
#[component]
pub fn Timeline(
    #[prop(into)] label: Text,
    #[prop(into)] entries: TimelineEntries,
    #[prop(into)] empty: ViewFn,
    /// Whether newer entries are on their way.
    #[prop(optional, into)]
    busy: Signal<bool>,
) -> impl IntoView {
    let content = move || {
        let entries = (entries.0)();
        if entries.is_empty() {
            return empty.run();
        }
        let entries = entries.into_iter().map(entry).collect_view();
        view! { <ol class="timeline-list" aria-label=label>{entries}</ol> }.into_any()
    };
    view! { <div class="panel timeline" aria-busy=move || busy.get().then_some("true")>{content}</div> }
}

/// Makes the entries, again whenever what they show changes.
#[derive(Clone)]
pub struct TimelineEntries(Arc<dyn Fn() -> Vec<TimelineEntry> + Send + Sync>);

impl<F: Fn() -> Vec<TimelineEntry> + Send + Sync + 'static> From<F> for TimelineEntries {
    fn from(entries: F) -> Self {
        Self(Arc::new(entries))
    }
}

fn entry(entry: TimelineEntry) -> AnyView {
    let (open, node) = (RwSignal::new(false), NodeRef::<html::Details>::new());
    let follow = move |_| {
        if let Some(details) = node.get_untracked() {
            open.set(details.open());
        }
    };
    // What most people do not look at is not made.
    let detail = entry.detail;
    let detail = move || open.get().then(|| detail());
    let id = unique_id("entry");
    view! {
        <li>
            <details node_ref=node class="timeline-entry" on:toggle=follow>
                <summary class="timeline-head">
                    <span class="timeline-mark"><Icon name="chevron-right"/></span>
                    <span class="timeline-sentence" id=id.clone()>{entry.sentence}</span>
                    <span class="timeline-facts">{(entry.marks)()}<span class="timeline-time">{entry.time}</span></span>
                </summary>
                <div class="timeline-detail" role="group" aria-labelledby=id>{detail}</div>
            </details>
        </li>
    }
    .into_any()
}
