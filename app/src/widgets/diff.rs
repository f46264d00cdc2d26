//! What was, and what is: field by field. Signs and words say what colour only underlines.

use super::{Column, Table};
use crate::i18n::{Text, t};
use leptos::prelude::*;

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffLine {
    /// What the field is called.
    pub label: String,
    /// What it was; nothing if it was not there.
    pub before: Option<String>,
    /// What it is; nothing if it is gone.
    pub after: Option<String>,
}

/// The differences.
#[component]
pub fn Diff(#[prop(into)] caption: Text, #[prop(into)] lines: Signal<Vec<DiffLine>>) -> impl IntoView {
    let columns = vec![
        Column::new(t("diff-field")),
        Column::new(t("diff-before")),
        Column::new(t("diff-after")),
        Column::new(t("diff-kind")).wide_only(),
    ];
    let rows = move || lines.get().into_iter().map(row).collect::<Vec<_>>();
    view! { <Table caption columns rows empty=|| ()/> }
}

fn row(line: DiffLine) -> Vec<AnyView> {
    let (class, sign, kind) = match (&line.before, &line.after) {
        (None, _) => ("diff-added", "+", t("diff-added")),
        (_, None) => ("diff-removed", "−", t("diff-removed")),
        _ => ("diff-changed", "±", t("diff-changed")),
    };
    let before = line.before.map(|text| view! { <del class="diff-before">{text}</del> });
    let after = line.after.map(|text| view! { <ins class="diff-after">{text}</ins> });
    // Where there is no room for the last column, the sign beside the field says it.
    let label = view! {
        <span class="diff-sign" aria-hidden="true">{sign}</span>
        {line.label}
        <span class="diff-narrow">" "{kind}</span>
    };
    vec![
        label.into_any(),
        before.into_any(),
        after.into_any(),
        view! { <span class=class><span aria-hidden="true">{sign}" "</span>{kind}</span> }.into_any(),
    ]
}
