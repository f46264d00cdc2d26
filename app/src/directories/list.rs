//! The list of directories.

use super::{new::NewDirectoryDialog, state};
use crate::{
    api::query,
    i18n::{number, say, since, t},
    route::Page,
    session::{CurrentSession, current_session},
    widgets::{
        Button, ButtonKind, Cell, CellNote, Column, EmptyState, PageHeader, SkeletonKind, Table, TextLink,
        when_allowed, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    directories::{
        Directory,
        api::{Create, List},
    },
};

/// The list, with the way to another one.
#[component]
pub fn DirectoriesPage() -> impl IntoView {
    let session = current_session();
    let creating = RwSignal::new(false);
    let content = when_allowed::<List>(Target::Organization, move || listed(session, creating));
    view! {
        <PageHeader title=t("directories") description=t("directories-why") actions=add(session, creating)/>
        {content}
        <NewDirectoryDialog open=creating/>
    }
}

fn add(session: CurrentSession, creating: RwSignal<bool>) -> AnyView {
    let obstacle = session.obstacle::<Create>(Target::Organization);
    let create = move |()| creating.set(true);
    view! { <Button label=t("directories-new") kind=ButtonKind::Primary icon="plus" obstacle on_press=create/> }
        .into_any()
}

fn listed(session: CurrentSession, creating: RwSignal<bool>) -> AnyView {
    let org = session.org();
    let directories = query(move || Some(List { org: org.clone() }));
    let busy = Signal::derive(move || directories.is_busy());
    when_ready(directories, SkeletonKind::Table, move |directories: Signal<Vec<Directory>>| {
        let rows = move || directories.get().into_iter().map(|directory| row(session, directory)).collect::<Vec<_>>();
        let empty = move || {
            view! {
                <EmptyState icon="refresh-cw" title=t("directories-none") explanation=t("directories-none-why")>
                    {add(session, creating)}
                </EmptyState>
            }
        };
        view! { <Table caption=t("directories") columns=columns() rows empty busy/> }.into_any()
    })
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(t("directory-name")),
        Column::new(t("directory-last-run")),
        Column::new(t("directory-last-contact")).wide_only(),
        Column::new(t("directory-users")).wide_only(),
    ]
}

fn row(session: CurrentSession, directory: Directory) -> Vec<Cell> {
    let Directory { credential, details, connector, last_run, active_users, .. } = directory;
    let id = credential.id;
    let href = Signal::derive(move || session.link(Page::Directory(id.clone())));
    let server = connector.map(|connector| view! { <CellNote>{connector.server}</CellNote> });
    let run = match last_run {
        Some(run) => view! { {state(run.state)}<CellNote>{move || since(run.began_at)}</CellNote> }.into_any(),
        None => t("directory-no-run").into_any(),
    };
    vec![
        view! { <TextLink label=details.name href/>{server} }.into_any(),
        run,
        (move || credential.last_used_at.map_or_else(|| say("last-seen-never", &[]), since)).into_any(),
        number(active_users.into()).into_any(),
    ]
}
