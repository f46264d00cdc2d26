//! One entry: a sentence, and behind it what exactly changed.

use super::{
    diff::{Change, changes},
    values::{Names, field_in_words, value_in_words},
    words::sentence,
};
use crate::{
    i18n::{Text, date_time, number, t, t_of},
    session::CurrentSession,
    widgets::{Badge, BadgeKind, Button, Definition, Definitions, Diff, DiffLine, Row, Stack, TimelineEntry},
};
use leptos::prelude::*;
use shared::{
    audit::{Entry, Surface, Verdict, api::Undo},
    authority::Target,
};

/// An entry of the list. `undoing` is asked to be undone.
pub(super) fn entry(session: CurrentSession, entry: Entry, undoing: RwSignal<Option<Entry>>) -> TimelineEntry {
    let at = entry.record.at;
    let (surface, verdict) = (entry.record.surface, entry.record.verdict);
    let said = entry.clone();
    TimelineEntry::new(
        Text::derive(move || sentence(&said)),
        Text::derive(move || date_time(at)),
        move || view! { {surface_badge(surface)}{verdict_badge(verdict)} }.into_any(),
        move || detail(session, entry.clone(), undoing),
    )
}

/// The console is where nearly everything comes from: only what does not is marked.
fn surface_badge(surface: Surface) -> Option<AnyView> {
    let label = match surface {
        Surface::Console => return None,
        Surface::Service => t("surface-service"),
        Surface::Scim => t("surface-scim"),
    };
    Some(view! { <Badge label kind=BadgeKind::Accent/> }.into_any())
}

fn verdict_badge(verdict: Verdict) -> AnyView {
    match verdict {
        Verdict::Accepted => view! { <Badge label=t("verdict-accepted") kind=BadgeKind::Good/> }.into_any(),
        Verdict::Refused(_) => view! { <Badge label=t("verdict-refused") kind=BadgeKind::Bad/> }.into_any(),
    }
}

fn detail(session: CurrentSession, entry: Entry, undoing: RwSignal<Option<Entry>>) -> AnyView {
    let record = entry.record.clone();
    let surface = match record.surface {
        Surface::Console => "console",
        Surface::Service => "service",
        Surface::Scim => "scim",
    };
    let undo = entry.undoable.then(|| undo(session, entry.clone(), undoing));
    view! {
        <Stack>
            {difference(&entry)}
            <Definitions>
                <Definition term=t("audit-number")>{move || number(record.seq as f64)}</Definition>
                <Definition term=t("audit-surface")>{t_of("surface-*", surface)}</Definition>
                <Definition term=t("audit-endpoint")><code>{record.endpoint}</code></Definition>
                <Definition term=t("audit-request")><code>{record.request_id}</code></Definition>
            </Definitions>
            {undo}
        </Stack>
    }
    .into_any()
}

fn difference(entry: &Entry) -> AnyView {
    if entry.record.verdict != Verdict::Accepted {
        return ().into_any();
    }
    let (found, names) = (changes(&entry.record.effect), entry.names.clone());
    if found.is_empty() {
        return view! { <p class="text-muted">{t("audit-nothing-else")}</p> }.into_any();
    }
    let lines = move || found.iter().map(|change| line(change, &names)).collect::<Vec<_>>();
    view! { <Diff caption=t("audit-changes") lines=Signal::derive(lines)/> }.into_any()
}

fn line(change: &Change, names: &Names) -> DiffLine {
    let words = |value: &serde_json::Value| value_in_words(&change.path, value, names);
    DiffLine {
        label: field_in_words(&change.path),
        before: change.before.as_ref().map(words),
        after: change.after.as_ref().map(words),
    }
}

fn undo(session: CurrentSession, entry: Entry, undoing: RwSignal<Option<Entry>>) -> AnyView {
    let obstacle = session.obstacle::<Undo>(Target::Anywhere);
    let ask = move |()| undoing.set(Some(entry.clone()));
    view! { <Row><Button label=t("audit-undo") icon="undo-2" obstacle on_press=ask/></Row> }.into_any()
}
