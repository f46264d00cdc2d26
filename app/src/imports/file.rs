//! The file: samples to begin with, choosing or dropping one, and its encoding where that must be
//! asked.

use super::{
    draft::{Chosen, ImportDraft},
    encoding::Encoding,
};
use crate::{
    batches::told,
    browser::download,
    i18n::{language, t, t_of, t_with},
    widgets::{
        Alert, AlertKind, Button, ButtonKind, Columns, DropField, Dropped, FormSection, Row, Select, SelectOption,
        Stack,
    },
};
use leptos::prelude::*;
use shared::{
    FieldError,
    imports::{
        Column, Format,
        table::{Delimiter, FILE_MAX, write, write_json},
    },
    organizations::Language,
};

/// A file is refused unread if it has so many bytes for each that it may have: UTF-16 has two.
const BYTES_MAX: usize = 2 * FILE_MAX;

/// The part of the form that is about the file.
#[component]
pub(super) fn FileSection(draft: ImportDraft) -> impl IntoView {
    let (asked, problem) = (RwSignal::new(None::<Dropped>), RwSignal::new(None::<FieldError>));
    let take = Callback::new(move |file: Dropped| {
        draft.file.set(None);
        asked.set(None);
        problem.set((file.bytes.len() > BYTES_MAX).then(too_large));
        if problem.with_untracked(Option::is_none) {
            match Encoding::of(&file.bytes).and_then(|encoding| encoding.decode(&file.bytes)) {
                Some(text) => choose(draft, &file.name, text),
                None => asked.set(Some(file)),
            }
        }
    });
    let chosen = move || draft.file.get().map(|file| chosen(&file));
    let question = move || asked.get().map(|file| question(draft, asked, file));
    let refusal =
        move || problem.get().map(|error| view! { <Alert kind=AlertKind::Error>{move || told(&error)}</Alert> });
    view! {
        <FormSection title=t("import-file") description=t("import-file-why")>
            <Stack>
                <Samples/>
                <DropField label=t("import-upload") hint=t("import-upload-hint") accept=".csv,.txt,.tsv,.json" on_file=take/>
                {refusal}
                {question}
                {chosen}
            </Stack>
        </FormSection>
    }
}

fn too_large() -> FieldError {
    FieldError::new("", "file_too_large").with("max", FILE_MAX / (1024 * 1024))
}

fn choose(draft: ImportDraft, name: &str, text: String) {
    let is_json = name.to_lowercase().ends_with(".json");
    let format = if is_json { Format::Json } else { Format::Csv };
    draft.file.set(Some(Chosen { name: name.to_owned(), format, text }));
}

/// What was chosen, or what is wrong with it.
fn chosen(file: &Chosen) -> AnyView {
    match file.rows() {
        Ok(rows) => {
            let (name, count) = (file.name.clone(), rows.len());
            let says = t_with("import-chosen", move || vec![("name", name.clone().into()), ("count", count.into())]);
            view! { <Alert kind=AlertKind::Success>{says}</Alert> }.into_any()
        }
        Err(problem) => {
            let sentence = move || problem.errors.iter().map(told).collect::<Vec<_>>().join(" ");
            view! { <Alert kind=AlertKind::Error>{sentence}</Alert> }.into_any()
        }
    }
}

/// In which encoding is it? The beginning, as it would then read, helps to answer.
fn question(draft: ImportDraft, asked: RwSignal<Option<Dropped>>, file: Dropped) -> AnyView {
    let encoding = RwSignal::new(Encoding::Windows1252.label().to_owned());
    let options: Vec<SelectOption> = Encoding::ASKED
        .into_iter()
        .map(|it| SelectOption::new(it.label(), t_of("import-encoding-*", it.label())))
        .collect();
    let file = StoredValue::new(file);
    let text = Memo::new(move |_| {
        let chosen = Encoding::ASKED.into_iter().find(|it| it.label() == encoding.read().as_str());
        file.with_value(|file| chosen?.decode(&file.bytes))
    });
    let preview = move || match text.get() {
        Some(text) => {
            view! { <pre class="import-preview">{text.lines().take(4).collect::<Vec<_>>().join("\n")}</pre> }.into_any()
        }
        None => view! { <Alert kind=AlertKind::Error>{t("import-encoding-wrong")}</Alert> }.into_any(),
    };
    let accept = move |()| {
        if let Some(text) = text.get_untracked() {
            file.with_value(|file| choose(draft, &file.name, text));
            asked.set(None);
        }
    };
    view! {
        <Alert kind=AlertKind::Warning>{t("import-encoding-why")}</Alert>
        <Columns><Select name="" label=t("import-encoding") value=encoding options/></Columns>
        {preview}
        <Row><Button label=t("import-encoding-use") on_press=accept/></Row>
    }
    .into_any()
}

/// Files to begin with, with the delimiter that one's spreadsheet expects.
#[component]
fn Samples() -> impl IntoView {
    let usual = match untrack(language) {
        Language::English => Delimiter::Comma,
        Language::French | Language::Dutch => Delimiter::Semicolon,
    };
    let delimiter = RwSignal::new(usual.as_str().to_owned());
    let options: Vec<SelectOption> = Delimiter::ALL
        .into_iter()
        .map(|it| SelectOption::new(it.as_str(), t_of("import-delimiter-*", it.as_str())))
        .collect();
    let csv = move |()| {
        let chosen = Delimiter::ALL.into_iter().find(|it| it.as_str() == delimiter.get_untracked()).unwrap_or_default();
        download("users.csv", "text/csv;charset=utf-8", &write(sample(), chosen));
    };
    let json = move |()| {
        let [head, rows @ ..] = &sample()[..] else { return };
        download("users.json", "application/json", &write_json(head, rows));
    };
    view! {
        <Columns>
            <Select name="" label=t("import-delimiter") value=delimiter options hint=t("import-delimiter-hint")/>
        </Columns>
        <Row>
            <Button label=t("import-sample-csv") kind=ButtonKind::Secondary icon="download" on_press=csv/>
            <Button label=t("import-sample-json") kind=ButtonKind::Secondary icon="download" on_press=json/>
        </Row>
    }
}

/// The header and one row. Its password is refused wherever somebody forgets to replace it.
fn sample() -> Vec<Vec<String>> {
    let head = Column::ALL.iter().map(|column| column.as_str().to_owned()).collect();
    let row = ["Anna Peeters", "Annie", "anna.peeters@example.org", "", "", "password", "true", "true", "false", ""];
    vec![head, row.map(str::to_owned).to_vec()]
}
