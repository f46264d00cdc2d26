//! Boxes to tick in rows and columns: things, and what can be done with them. Each box explains
//! itself when it is pointed at or focused. Where there is no room the rows stand under each
//! other, each with its boxes.

use super::field::{Field, error_line};
use crate::{browser::unique_id, i18n::Text};
use leptos::prelude::*;

/// A row: a thing, and a box under each column that applies to it.
#[derive(Clone, Debug)]
pub struct MatrixRow {
    /// What the thing is called.
    pub label: Text,
    /// Its boxes, in the columns' order.
    pub cells: Vec<Option<MatrixCell>>,
}

/// A box.
#[derive(Clone, Copy, Debug)]
pub struct MatrixCell {
    /// What ticking it means.
    pub help: Text,
    /// Why it may not be changed, if so.
    pub obstacle: Signal<Option<String>>,
    /// Whether it is ticked.
    pub checked: Signal<bool>,
    /// Runs when it was changed.
    pub on_change: Callback<bool>,
}

/// The matrix, as a field of a form.
#[component]
pub fn Matrix(
    /// The field of the form's request: where its errors are looked up.
    name: &'static str,
    #[prop(into)] label: Text,
    #[prop(into)] hint: Text,
    columns: Vec<Text>,
    rows: Vec<MatrixRow>,
) -> impl IntoView {
    let field = Field::new(name, label, Some(hint), true);
    let (described_by, invalid, error_id) = (field.described_by(), field.invalid(), format!("{}-error", field.id));
    let columns: Vec<Head> = columns.into_iter().map(Head::new).collect();
    let heads =
        columns.iter().map(|head| view! { <th scope="col" id=head.id.clone()>{head.label}</th> }).collect_view();
    let rows = rows.into_iter().map(|row| row_view(row, &columns)).collect_view();
    view! {
        <fieldset class="panel matrix-field" tabindex="-1" aria-describedby=described_by aria-invalid=invalid>
            <legend class="sr-only">{label}</legend>
            <div class="panel-head">
                <h2 class="text-base font-semibold">{label}</h2>
                <p id=format!("{}-hint", field.id) class="text-muted text-sm">{hint}</p>
            </div>
            <table class="table matrix">
                <thead><tr><td></td>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
            <div class="matrix-error">{error_line(error_id, field.error)}</div>
        </fieldset>
    }
}

/// A row's or a column's head, by which the boxes are named.
struct Head {
    id: String,
    label: Text,
}

impl Head {
    fn new(label: Text) -> Self {
        Self { id: unique_id("head"), label }
    }
}

fn row_view(row: MatrixRow, columns: &[Head]) -> AnyView {
    let head = Head::new(row.label);
    let cells = row.cells.into_iter().zip(columns).map(|(cell, column)| match cell {
        Some(cell) => view! { <td>{tickable(cell, &head, column)}</td> }.into_any(),
        None => view! { <td class="matrix-gap"></td> }.into_any(),
    });
    let cells = cells.collect_view();
    view! { <tr><th scope="row" id=head.id class="row-head">{head.label}</th>{cells}</tr> }.into_any()
}

fn tickable(cell: MatrixCell, row: &Head, column: &Head) -> AnyView {
    let help = unique_id("help");
    let is_barred = move || cell.obstacle.with(Option::is_some);
    let reason = move || cell.obstacle.get().map(|reason| view! { <span class="matrix-reason">{reason}</span> });
    view! {
        <span class="reasoned">
            <label class="matrix-cell">
                <input
                    type="checkbox"
                    class="checkbox checkbox-sm checkbox-primary"
                    aria-labelledby=format!("{} {}", row.id, column.id)
                    aria-describedby=help.clone()
                    aria-disabled=move || is_barred().then_some("true")
                    prop:checked=move || cell.checked.get()
                    on:click=move |event| {
                        if is_barred() {
                            event.prevent_default();
                        }
                    }
                    on:change=move |event| cell.on_change.run(event_target_checked(&event))
                />
                // Where there is no room for columns, the box says itself what it is for.
                <span class="matrix-action" aria-hidden="true">{column.label}</span>
            </label>
            <span id=help role="tooltip" class="reason">{cell.help}{reason}</span>
        </span>
    }
    .into_any()
}
