//! What a run does or did to whom, a page at a time, and all of it as a file.

use crate::{
    api::{ask, query},
    browser::{download, iso_time},
    i18n::{say_of, t, t_of},
    listing::Listing,
    navigation::{query_parameter, set_query},
    problem::describe,
    session::CurrentSession,
    widgets::{
        Alert, AlertKind, Badge, BadgeKind, Button, Card, Cell, CellNote, Checkbox, Column, EmptyState, Pagination,
        Row, SkeletonKind, Stack, Table, when_ready,
    },
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    Problem,
    directories::{Deed, Step, api::Steps},
    ids::{CredentialId, RunId, Slug},
    imports::table::{self, Delimiter},
    page::{LIMIT_MAX, Page},
};

/// The table.
#[component]
pub(super) fn StepsCard(session: CurrentSession, directory: CredentialId, run: RunId) -> impl IntoView {
    let (org, listing, asked) = (session.org(), Listing::from_address(), query_parameter("failed"));
    let failed = Memo::new(move |_| asked.read().is_some());
    let request = Steps { org, directory, run, failed: false, cursor: None, limit: None };
    let all = request.clone();
    let steps = query(move || {
        let (cursor, limit) = (listing.cursor(), Some(listing.limit()));
        Some(Steps { failed: failed.get(), cursor, limit, ..request.clone() })
    });
    let busy = Signal::derive(move || steps.is_busy());
    let only = move |ticked: bool| set_query(&[("failed", ticked.then(|| "1".to_owned())), ("cursor", None)]);
    let content = when_ready(steps, SkeletonKind::Table, move |page: Signal<Page<Step>>| {
        let rows = move || page.get().items.into_iter().map(cells).collect::<Vec<_>>();
        let empty = move || {
            let (title, why) = match failed.get() {
                true => (t("steps-none-failed"), t("steps-none-failed-why")),
                false => (t("steps-none"), t("steps-none-why")),
            };
            view! { <EmptyState icon="list-checks" title explanation=why/> }
        };
        let is_any = Memo::new(move |_| page.read().total > 0);
        view! {
            <Stack>
                <Table caption=t("steps") columns=columns() rows empty busy/>
                {move || is_any.get().then(|| view! { <Pagination listing page/> })}
            </Stack>
        }
        .into_any()
    });
    view! {
        <Card title=t("steps") description=t("steps-why")>
            <Stack>
                <Row>
                    <Checkbox label=t("steps-only-failed") checked=Signal::from(failed) on_change=only/>
                    <DownloadLog all/>
                </Row>
                {content}
            </Stack>
        </Card>
    }
}

fn columns() -> Vec<Column> {
    vec![Column::new(t("step-who")), Column::new(t("step-deed")), Column::new(t("step-outcome"))]
}

fn cells(step: Step) -> Vec<Cell> {
    let Step { name, email, deed, outcome, external_id } = step;
    let kind = match deed {
        Deed::Add | Deed::Adopt | Deed::Enable => BadgeKind::Good,
        Deed::Update => BadgeKind::Accent,
        Deed::Disable => BadgeKind::Warning,
    };
    let who = if name.is_empty() { external_id } else { name };
    let what = match outcome {
        None => t("step-planned").into_any(),
        Some(done) if done.is_empty() => view! { <Badge label=t("step-done") kind=BadgeKind::Good/> }.into_any(),
        Some(reason) => {
            view! { <Badge label=t("step-failed") kind=BadgeKind::Bad/><CellNote><span class="wrap-anywhere">{reason}</span></CellNote> }
                .into_any()
        }
    };
    vec![
        view! { {who}<CellNote><span class="break-all">{email}</span></CellNote> }.into_any(),
        view! { <Badge label=t_of("deed-*", deed.as_str()) kind/> }.into_any(),
        what,
    ]
}

/// Reads all pages and hands them over as one file.
#[component]
fn DownloadLog(all: Steps) -> impl IntoView {
    let (busy, problem) = (RwSignal::new(false), RwSignal::new(None::<Problem>));
    let start = move |()| {
        let all = all.clone();
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let day: String = iso_time(crate::browser::now()).chars().take(10).collect();
            let name = file_name(&all.org, &day);
            match read(all).await {
                Ok(steps) => drop(download(&name, "text/csv;charset=utf-8", &text(&steps))),
                Err(failed) => drop(problem.try_set(Some(failed))),
            }
            busy.try_set(false);
        });
    };
    let refused = move || {
        problem.get().map(|problem| view! { <Alert kind=AlertKind::Error>{move || describe(&problem)}</Alert> })
    };
    view! {
        <Button label=t("log-download") icon="download" busy on_press=start/>
        {refused}
    }
}

fn file_name(org: &Slug, day: &str) -> String {
    format!("{org}-directory-{day}.csv")
}

async fn read(mut request: Steps) -> Result<Vec<Step>, Problem> {
    let mut steps = Vec::new();
    request.limit = Some(LIMIT_MAX);
    loop {
        let page = ask(&request).await?;
        steps.extend(page.items);
        match page.next {
            Some(next) => request.cursor = Some(next),
            None => return Ok(steps),
        }
    }
}

/// Formulas that the directory's texts may hold are defused by the writer.
fn text(steps: &[Step]) -> String {
    let head = ["external_id", "name", "email", "deed", "outcome"].map(str::to_owned);
    let line = |step: &Step| {
        let outcome = match step.outcome.as_deref() {
            None => say_of("step-outcome-*", "planned", &[]),
            Some("") => say_of("step-outcome-*", "done", &[]),
            Some(reason) => reason.to_owned(),
        };
        [step.external_id.clone(), step.name.clone(), step.email.clone(), step.deed.as_str().to_owned(), outcome]
    };
    table::write(std::iter::once(head).chain(steps.iter().map(line)), Delimiter::Comma)
}
