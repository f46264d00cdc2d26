//! Verdicts or results as a table, with the refused ones alone if one likes. Only a page of it is
//! drawn, however long it is.

use super::words::{name_of, remarks};
use crate::{
    i18n::{Text, number, t, t_of, t_with},
    widgets::{
        Badge, BadgeKind, Button, ButtonKind, Cell, CellNote, Checkbox, Column, EmptyState, Row, Stack, Table,
        local_pages,
    },
};
use leptos::prelude::*;
use shared::batches::{Item, Outcome};

/// So many items stand on a page.
const PAGE: usize = 25;

/// Whether it is to be, or has been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    /// A verdict.
    Planned,
    /// A result.
    Done,
}

/// The table.
#[component]
pub(crate) fn ItemsTable(
    #[prop(into)] caption: Text,
    #[prop(into)] items: Signal<Vec<Item>>,
    tense: Tense,
    /// Mends an item, where that can be done.
    #[prop(optional, into)]
    on_mend: Option<Callback<u32>>,
    /// The passwords that were made, by row: shown once.
    #[prop(optional, into)]
    passwords: Signal<Vec<(u32, String)>>,
) -> impl IntoView {
    let (only_refused, page) = (RwSignal::new(false), RwSignal::new(0));
    let shown = Memo::new(move |_| {
        let is_shown = |item: &&Item| !only_refused.get() || item.outcome == Outcome::Refused;
        items.read().iter().filter(is_shown).cloned().collect::<Vec<Item>>()
    });
    // What is mended may have been the last one of the last page.
    Effect::new(move |_| {
        if page.get() > 0 && page.get() * PAGE >= shown.read().len() {
            page.set(0);
        }
    });
    let total = Signal::derive(move || shown.read().len());
    let has_passwords = Memo::new(move |_| !passwords.read().is_empty());
    let table = move || {
        let with_passwords = has_passwords.get();
        let rows = move || {
            let on_page = shown.get().into_iter().skip(page.get() * PAGE).take(PAGE);
            let password =
                |row: u32| passwords.read().iter().find(|(of, _)| *of == row).map(|(_, password)| password.clone());
            on_page
                .map(|item| {
                    let password = with_passwords.then(|| password(item.row).unwrap_or_default());
                    cells(item, tense, on_mend, password)
                })
                .collect::<Vec<_>>()
        };
        let empty = || view! { <EmptyState icon="circle-check" title=t("batch-none-refused") explanation=t("batch-none-refused-why")/> };
        view! { <Table caption columns=columns(with_passwords) rows empty/> }
    };
    let refused = Signal::derive(move || items.read().iter().filter(|item| item.outcome == Outcome::Refused).count());
    let only = t_with("batch-only-refused", move || vec![("count", refused.get().into())]);
    view! {
        <Stack>
            {move || (refused.get() > 0 || only_refused.get()).then(|| view! {
                <Checkbox label=only checked=only_refused on_change=move |ticked| only_refused.set(ticked)/>
            })}
            {table}
            {local_pages(page, PAGE, total)}
        </Stack>
    }
}

fn columns(with_passwords: bool) -> Vec<Column> {
    let password = with_passwords.then(|| Column::new(t("temporary-password")));
    let columns = [Column::new(t("batch-who")), Column::new(t("email")).wide_only(), Column::new(t("batch-verdict"))];
    columns.into_iter().chain(password).collect()
}

fn cells(item: Item, tense: Tense, on_mend: Option<Callback<u32>>, password: Option<String>) -> Vec<Cell> {
    let (row, name) = (item.row, item.name.clone());
    let kind = match item.outcome {
        Outcome::Created | Outcome::Changed => BadgeKind::Good,
        Outcome::Unchanged => BadgeKind::Neutral,
        Outcome::Refused => BadgeKind::Bad,
    };
    let verdict = match tense {
        Tense::Planned => t_of("batch-plan-*", name_of(item.outcome)),
        Tense::Done => t_of("batch-done-*", name_of(item.outcome)),
    };
    let mend = on_mend.filter(|_| item.outcome == Outcome::Refused).map(|on_mend| {
        let label = t_with("batch-mend", move || vec![("row", row.into())]);
        view! { <Button label kind=ButtonKind::Quiet icon="pencil" on_press=move |()| on_mend.run(row)/> }
    });
    let email = item.email.clone();
    // Sentences follow the language.
    let remarks = move || remarks(&item).into_iter().map(|text| view! { <CellNote>{text}</CellNote> }).collect_view();
    let who = if name.is_empty() { "—".to_owned() } else { name };
    let mut cells = vec![
        view! { <Row><span class="text-muted text-xs">{number(row.into())}</span><span>{who}</span></Row> }.into_any(),
        email.into_any(),
        view! { <Row><Badge label=verdict kind/>{mend}</Row>{remarks} }.into_any(),
    ];
    cells.extend(password.map(|password| view! { <span class="font-mono">{password}</span> }.into_any()));
    cells
}
