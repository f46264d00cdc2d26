//! Exporting the trail as a file, made in the browser.

use super::{
    chain::{Progress, read_chain},
    csv,
};
use crate::{
    browser::{download, iso_time, now},
    i18n::t,
    problem::describe,
    session::current_session,
    widgets::{Alert, AlertKind, Button, ButtonKind, Dialog, ProgressBar, Stack},
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    Problem,
    audit::{Head, Link},
};

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    /// One link a line, the head last: can be verified.
    JsonLines,
    /// For spreadsheets.
    Csv,
}

impl Format {
    fn text(self, links: &[Link], head: &Head) -> String {
        match self {
            Self::Csv => csv::of(links, iso_time),
            Self::JsonLines => {
                let links = links.iter().filter_map(|link| serde_json::to_string(link).ok());
                let lines = links.chain(serde_json::to_string(head).ok());
                lines.map(|line| line + "\n").collect()
            }
        }
    }

    const fn kind(self) -> (&'static str, &'static str) {
        match self {
            Self::JsonLines => ("jsonl", "application/jsonl"),
            Self::Csv => ("csv", "text/csv;charset=utf-8"),
        }
    }
}

/// Offers the formats, and says how far it is.
#[component]
pub(super) fn ExportDialog(open: RwSignal<bool>) -> impl IntoView {
    view! { <Dialog open title=t("audit-export")><Exporting open/></Dialog> }
}

/// Made anew whenever the dialog opens; closing it cancels.
#[component]
fn Exporting(open: RwSignal<bool>) -> impl IntoView {
    let org = current_session().org();
    let (progress, problem) = (RwSignal::new(None::<Progress>), RwSignal::new(None::<Problem>));
    let start = Callback::new(move |format: Format| {
        if progress.get_untracked().is_some() {
            return;
        }
        progress.set(Some(Progress::default()));
        problem.set(None);
        let org = org.clone();
        spawn_local(async move {
            let Some(read) = read_chain(org.clone(), progress).await else { return };
            progress.try_set(None);
            match read {
                Ok((links, head)) => {
                    let (ending, kind) = format.kind();
                    let day = iso_time(now()).chars().take(10).collect::<String>();
                    download(&format!("{org}-audit-{day}.{ending}"), kind, &format.text(&links, &head));
                    open.try_set(false);
                }
                Err(failed) => drop(problem.try_set(Some(failed))),
            }
        });
    });
    let refusal = move || {
        problem.get().map(|problem| view! { <Alert kind=AlertKind::Error>{move || describe(&problem)}</Alert> })
    };
    let busy = Signal::derive(move || progress.read().is_some());
    let bar = move || busy.get().then(|| view! { <ProgressBar label=t("audit-reading") value=parts(progress)/> });
    view! {
        <Stack>
            <p>{t("audit-export-why")}</p>
            {refusal}
            {bar}
            <div class="dialog-actions">
                <Button label=t("audit-export-csv") busy on_press=move |()| start.run(Format::Csv)/>
                <Button label=t("audit-export-json") kind=ButtonKind::Primary busy on_press=move |()| start.run(Format::JsonLines)/>
            </div>
        </Stack>
    }
}

/// Progress as the bar shows it.
pub(super) fn parts(progress: RwSignal<Option<Progress>>) -> Signal<(u32, u32)> {
    let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    Signal::derive(move || progress.get().map_or((0, 0), |progress| (small(progress.read), small(progress.of))))
}
