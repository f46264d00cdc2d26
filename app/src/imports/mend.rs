//! Mending a row where it stands, without going back to the spreadsheet.

use super::draft::{Chosen, ImportDraft};
use crate::{
    api::Mutation,
    batches::remarks,
    i18n::{t, t_with},
    widgets::{CellNote, Columns, Dialog, DialogActions, Form, TextField},
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    batches::Item,
    imports::{Cells, Column, Passwords, table},
};

/// The row that is being mended.
#[component]
pub(super) fn MendDialog(draft: ImportDraft, row: RwSignal<Option<Item>>, on_mended: Callback<()>) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        if row.read().is_some() {
            open.set(true);
        }
    });
    Effect::new(move |_| {
        if !open.get() && row.with_untracked(Option::is_some) {
            row.set(None);
        }
    });
    let title =
        t_with("batch-mend", move || vec![("row", row.with(|row| row.as_ref().map_or(0, |row| row.row)).into())]);
    let form = move || row.get().map(|item| mend_form(draft, &item, open, on_mended));
    view! { <Dialog open title>{form}</Dialog> }
}

fn mend_form(draft: ImportDraft, item: &Item, open: RwSignal<bool>, on_mended: Callback<()>) -> Option<AnyView> {
    let at = item.row as usize - 1;
    let cells = draft.file.get_untracked()?.rows().ok()?.into_iter().nth(at)?;
    let fields = StoredValue::new(cells.all().map(|cell| RwSignal::new(cell.to_owned())));
    let mutation = Mutation::new();
    mutation.refuse(Problem::invalid(item.errors.iter().map(worded).collect()));
    let submit = move |()| {
        let cells = Cells::new(&fields.get_value().map(|field| field.get_untracked()));
        if put(draft, at, cells).is_some() {
            open.set(false);
            on_mended.run(());
        }
    };
    let has_passwords = untrack(|| draft.import()).is_none_or(|import| import.passwords == Passwords::File);
    let is_asked = |column: &Column| *column != Column::Password || has_passwords;
    let inputs =
        Column::ALL.iter().zip(fields.get_value()).filter(|(column, _)| is_asked(column)).map(|(column, value)| {
            // Headers are what they are in every language.
            let label = Signal::stored(column.as_str().to_owned());
            view! { <TextField name=column.as_str() label value/> }
        });
    let inputs = inputs.collect_view();
    let remarks = remarks(item).into_iter().map(|text| view! { <CellNote>{text}</CellNote> }).collect_view();
    Some(
        view! {
            <Form mutation on_submit=submit>
                <div>{remarks}</div>
                <Columns>{inputs}</Columns>
                <DialogActions mutation open submit=t("import-mend-save")/>
            </Form>
        }
        .into_any(),
    )
}

/// Errors whose sentences only batches have are told as what they come down to in a form.
fn worded(error: &FieldError) -> FieldError {
    let mut error = error.clone();
    match error.code.as_str() {
        "taken_in_file" => error.code = "taken".to_owned(),
        "look_alike_in_file" => error.code = "look_alike".to_owned(),
        _ => {}
    }
    error
}

/// The file with one row replaced.
fn put(draft: ImportDraft, at: usize, cells: Cells<'static>) -> Option<()> {
    let file = draft.file.get_untracked()?;
    let mut rows = file.rows().ok()?;
    *rows.get_mut(at)? = cells;
    let text = table::rewritten(file.format, &file.text, &rows);
    draft.file.set(Some(Chosen { text, ..file }));
    Some(())
}
