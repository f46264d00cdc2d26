//! One run: what has become of it, and what it does or did to whom.

use super::{counts, decide::Decision, state, steps::StepsCard};
use crate::{
    api::query,
    i18n::{Text, date_time, number, say, t},
    route::Page,
    session::current_session,
    widgets::{
        Alert, AlertKind, Breadcrumb, Card, Definition, Definitions, PageHeader, SkeletonKind, Stack, breadcrumbs,
        when_allowed, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    directories::{
        Directory, Run, RunState,
        api::{View, ViewRun},
    },
    ids::{CredentialId, RunId},
};

/// Shows one.
#[component]
pub fn RunPage(directory: CredentialId, run: RunId) -> impl IntoView {
    let content = when_allowed::<ViewRun>(Target::Organization, move || shown(directory.clone(), run.clone()));
    view! { {content} }
}

fn shown(directory: CredentialId, run: RunId) -> AnyView {
    let session = current_session();
    let (org, id) = (session.org(), directory.clone());
    let of = query(move || Some(View { org: org.clone(), directory: id.clone() }));
    let (org, id, of_run) = (session.org(), directory.clone(), run.clone());
    let read = query(move || Some(ViewRun { org: org.clone(), directory: id.clone(), run: of_run.clone() }));
    let title = Text::derive(move || match read.answer() {
        Some(run) => say("run-title", &[("time", date_time(run.began_at).into())]),
        None => t("runs").get(),
    });
    let name = Text::derive(move || {
        of.answer().map_or_else(|| t("directory-connector").get(), |of: Directory| of.details.name)
    });
    let to = directory.clone();
    let trail = vec![
        Breadcrumb::new(t("directories"), Signal::derive(move || session.link(Page::Directories))),
        Breadcrumb::new(name, Signal::derive(move || session.link(Page::Directory(to.clone())))),
    ];
    // What the run would do is told with how many users there are: with both, or not yet.
    let content = when_ready(of, SkeletonKind::Table, move |of: Signal<Directory>| {
        let (directory, run) = (directory.clone(), run.clone());
        when_ready(read, SkeletonKind::Table, move |shown: Signal<Run>| {
            let (directory, run) = (directory.clone(), run.clone());
            let active = Signal::derive(move || of.read().active_users);
            view! {
                <Stack>
                    <Decision session directory=directory.clone() run=shown active/>
                    <Facts run=shown/>
                    <StepsCard session directory run/>
                </Stack>
            }
            .into_any()
        })
    });
    view! {
        <PageHeader title breadcrumbs=breadcrumbs(trail)/>
        {content}
    }
    .into_any()
}

#[component]
fn Facts(run: Signal<Run>) -> impl IntoView {
    let failure = move || {
        let failure = run.with(|run| run.failure.clone());
        failure
            .map(|failure| view! { <Alert kind=AlertKind::Error><span class="wrap-anywhere">{failure}</span></Alert> })
    };
    let ended = move || run.read().ended_at.map_or_else(|| "—".to_owned(), date_time);
    let is_decided =
        move || matches!(run.read().state, RunState::Confirmed | RunState::Declined) || run.read().decided_by.is_some();
    let by = move || {
        is_decided().then(|| {
            let name = run.with(|run| run.decided_by.as_ref().map(|by| by.name.clone()));
            view! { <Definition term=t("run-decided-by")>{name.unwrap_or_else(|| say("audit-unseen", &[]))}</Definition> }
        })
    };
    view! {
        {failure}
        <Card title=t("run-summary")>
            <Definitions>
                <Definition term=t("run-state")>{move || state(run.read().state)}</Definition>
                <Definition term=t("run-what")>{move || counts(run.read().counts)}</Definition>
                <Definition term=t("run-read")>{move || number(run.read().counts.read.into())}</Definition>
                <Definition term=t("run-ended")>{ended}</Definition>
                {by}
            </Definitions>
        </Card>
    }
}
