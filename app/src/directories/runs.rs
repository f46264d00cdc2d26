//! The runs of a directory: what each found to change, or why it failed (RSC-48).

use super::{counts, state};
use crate::{
    api::query,
    i18n::{Text, date_time, t},
    listing::Listing,
    route::Page,
    session::CurrentSession,
    widgets::{Card, Cell, Column, EmptyState, Pagination, SkeletonKind, Stack, Table, TextLink, when_ready},
};
use leptos::prelude::*;
use shared::{
    directories::{Run, api::Runs},
    ids::CredentialId,
    page::Page as PageOf,
};

/// The list, newest first.
#[component]
pub(super) fn RunsCard(session: CurrentSession, directory: CredentialId) -> impl IntoView {
    let (org, listing, id) = (session.org(), Listing::from_address(), directory.clone());
    let runs = query(move || {
        let (cursor, limit) = (listing.cursor(), Some(listing.limit()));
        Some(Runs { org: org.clone(), directory: id.clone(), cursor, limit })
    });
    let busy = Signal::derive(move || runs.is_busy());
    let content = when_ready(runs, SkeletonKind::Table, move |page: Signal<PageOf<Run>>| {
        let directory = directory.clone();
        let rows = move || page.get().items.into_iter().map(|run| row(session, &directory, run)).collect::<Vec<_>>();
        let empty = || view! { <EmptyState icon="history" title=t("runs-none") explanation=t("runs-none-why")/> };
        let is_any = Memo::new(move |_| page.read().total > 0);
        view! {
            <Stack>
                <Table caption=t("runs") columns=columns() rows empty busy/>
                {move || is_any.get().then(|| view! { <Pagination listing page/> })}
            </Stack>
        }
        .into_any()
    });
    view! { <Card title=t("runs") description=t("runs-why")>{content}</Card> }
}

fn columns() -> Vec<Column> {
    vec![Column::new(t("run-began")), Column::new(t("run-state")), Column::new(t("run-what")).wide_only()]
}

fn row(session: CurrentSession, directory: &CredentialId, run: Run) -> Vec<Cell> {
    let Run { id, state: of, counts: how_many, failure, began_at, .. } = run;
    let page = Page::DirectoryRun(directory.clone(), id);
    let href = Signal::derive(move || session.link(page.clone()));
    let label = Text::derive(move || date_time(began_at));
    let what = match failure {
        Some(failure) => view! { <span class="wrap-anywhere">{failure}</span> }.into_any(),
        None => counts(how_many).into_any(),
    };
    vec![view! { <TextLink label href/> }.into_any(), state(of), what]
}
