//! What became of an import: everything that succeeded and everything that failed (RSC-23), and
//! the file with one column more (RSC-31).

use super::draft::Chosen;
use crate::{
    api::{query, read_again},
    batches::{ItemsTable, Tense, kind_in_words, result},
    browser::download,
    i18n::{date_time, t, t_of, t_with},
    route::Page,
    session::CurrentSession,
    widgets::{
        Alert, AlertKind, Badge, BadgeKind, Button, Cell, Column, EmptyState, FormSection, LinkButton, PageHeader,
        ProgressBar, Row, SkeletonKind, Stack, Table, TextLink, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    batches::{
        Batch, BatchPage, BatchState, IssuedPassword, Item,
        api::{List, View},
    },
    ids::BatchId,
    imports::table::{self, Delimiter, RESULT},
};
use std::time::Duration;

/// How often it is asked how far something is.
const ASKED_EVERY: Duration = Duration::from_secs(1);

/// The file that was imported and the passwords that were made: as long as the page is open.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept {
    pub(super) batch: Option<BatchId>,
    pub(super) file: Option<Chosen>,
    pub(super) passwords: Vec<IssuedPassword>,
}

/// What became of a batch.
#[component]
pub(super) fn SummaryPage(session: CurrentSession, batch: BatchId, kept: RwSignal<Kept>) -> impl IntoView {
    let org = session.org();
    let of = batch.clone();
    let found = query(move || Some(View { org: org.clone(), batch: batch.clone() }));
    let own = Memo::new(move |_| kept.with(|kept| kept.batch.as_ref() == Some(&of)));
    let content = when_ready(found, SkeletonKind::Table, move |page: Signal<BatchPage>| {
        let items = Signal::derive(move || page.read().items.clone());
        let passwords = Signal::derive(move || {
            let of_this = kept.with(|kept| if own.get() { kept.passwords.clone() } else { Vec::new() });
            of_this.into_iter().map(|issued| (issued.row, issued.password)).collect::<Vec<_>>()
        });
        let once = move || {
            (!passwords.read().is_empty())
                .then(|| view! { <Alert kind=AlertKind::Warning>{t("batch-passwords-once")}</Alert> })
        };
        let file = Signal::derive(move || kept.with(|kept| kept.file.clone().filter(|_| own.get())));
        let save = move |()| save(file.get_untracked(), &items.get_untracked());
        let counts = t_with("import-counts", move || {
            page.with(|page| vec![("done", page.batch.done.into()), ("refused", page.batch.refused.into())])
        });
        view! {
            <Stack>
                <p role="status" class="font-medium">{counts}</p>
                {once}
                <Row><Button label=t("import-result-file") icon="download" on_press=save/></Row>
                <ItemsTable caption=t("import-summary") items tense=Tense::Done passwords/>
                <Row>
                    <LinkButton label=t("import-another") href=Signal::derive(move || session.link(Page::Import))/>
                    <LinkButton label=t("users") href=Signal::derive(move || session.link(Page::Users))/>
                </Row>
            </Stack>
        }
        .into_any()
    });
    view! {
        <PageHeader title=t("import-summary") description=t("import-summary-why")/>
        {content}
    }
}

/// The result file: the one that was chosen with one column more or, when that is no longer at
/// hand, what is known of each row.
fn save(file: Option<Chosen>, items: &[Item]) {
    let results: Vec<String> = items.iter().map(result).collect();
    let rows = file.as_ref().and_then(|file| file.rows().ok());
    match (file, rows) {
        (Some(file), Some(rows)) => {
            let kind =
                if file.name.to_lowercase().ends_with(".json") { "application/json" } else { "text/csv;charset=utf-8" };
            let text = table::with_results(file.format, &file.text, &rows, &results);
            download(&format!("{RESULT}-{}", file.name), kind, &text);
        }
        _ => {
            let head = ["row", "name", "email", RESULT].map(str::to_owned);
            let line =
                |(item, result): (&Item, String)| [item.row.to_string(), item.name.clone(), item.email.clone(), result];
            let lines = std::iter::once(head).chain(items.iter().zip(results).map(line));
            download(&format!("{RESULT}.csv"), "text/csv;charset=utf-8", &table::write(lines, Delimiter::Comma));
        }
    }
}

/// One's own latest batches, and how far the one is that is under way.
#[component]
pub(super) fn RecentBatches(session: CurrentSession) -> impl IntoView {
    let org = session.org();
    let found = query(move || Some(List { org: org.clone() }));
    let under_way = Memo::new(move |_| found.answer()?.into_iter().find(|batch| batch.state == BatchState::Preparing));
    read_again(found, ASKED_EVERY, move || under_way.read().is_some());
    let bar = move || under_way.get().map(|batch| progress(&batch));
    let content = when_ready(found, SkeletonKind::Table, move |batches: Signal<Vec<Batch>>| {
        let rows = move || batches.get().into_iter().map(|batch| row(session, batch)).collect::<Vec<_>>();
        let empty = || view! { <EmptyState icon="history" title=t("batch-none") explanation=t("batch-none-why")/> };
        let columns =
            vec![Column::new(t("batch-what")), Column::new(t("batch-when")).wide_only(), Column::new(t("batch-state"))];
        view! { <Table caption=t("batch-recent") columns rows empty/> }.into_any()
    });
    view! {
        <FormSection title=t("batch-recent") description=t("batch-recent-why")>
            <Stack>{bar}{content}</Stack>
        </FormSection>
    }
}

fn progress(batch: &Batch) -> AnyView {
    let value = (batch.hashed, batch.passwords);
    view! { <ProgressBar label=t("batch-under-way") value=Signal::stored(value)/> }.into_any()
}

fn row(session: CurrentSession, batch: Batch) -> Vec<Cell> {
    let Batch { id, kind, created_at, state, done, refused, .. } = batch;
    let href = Signal::derive(move || session.link_with(Page::Import, "batch", id.as_str()));
    let name = move || kind_in_words(kind);
    let what = match state {
        BatchState::Applied => view! { <TextLink label=Signal::derive(name) href/> }.into_any(),
        BatchState::Preparing | BatchState::Interrupted => view! { <span>{name}</span> }.into_any(),
    };
    let (word, kind) = match state {
        BatchState::Preparing => ("preparing", BadgeKind::Accent),
        BatchState::Interrupted => ("interrupted", BadgeKind::Warning),
        BatchState::Applied => ("applied", BadgeKind::Good),
    };
    let counts = t_with("batch-counts", move || vec![("done", done.into()), ("refused", refused.into())]);
    let is_applied = state == BatchState::Applied;
    vec![
        what,
        (move || date_time(created_at)).into_any(),
        view! { <Row><Badge label=t_of("batch-state-*", word) kind/>{is_applied.then_some(counts)}</Row> }.into_any(),
    ]
}
