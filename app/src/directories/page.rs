//! One directory: its connector, how new users get in, its token, how it is set up, and its runs.

use super::{form::DirectoryForm, runs::RunsCard, setup::SetUp};
use crate::{
    api::query,
    credentials::{RevokeDialog, RotateDialog},
    groups::group_name,
    i18n::{Text, date_time, number, say, since, t, t_with},
    route::Page,
    scope::{known_sites, scope_in_words},
    session::{CurrentSession, current_session},
    widgets::{
        Alert, Breadcrumb, Button, ButtonKind, Card, Cell, Column, Definition, Definitions, EmptyState, PageHeader,
        SkeletonKind, Stack, Table, TextLink, breadcrumbs, when_allowed, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    credentials::{
        Credential,
        api::{Delete, Rotate},
    },
    directories::{Connector, Directory, Mapping, api::View},
    ids::{CredentialId, GroupId},
};
use std::collections::BTreeMap;

/// Shows one.
#[component]
pub fn DirectoryPage(directory: CredentialId) -> impl IntoView {
    let content = when_allowed::<View>(Target::Organization, move || shown(directory.clone()));
    view! { {content} }
}

fn shown(directory: CredentialId) -> AnyView {
    let session = current_session();
    let (org, id) = (session.org(), directory.clone());
    let read = query(move || Some(View { org: org.clone(), directory: id.clone() }));
    let title =
        Text::derive(move || read.answer().map_or_else(|| t("directories").get(), |directory| directory.details.name));
    let trail = vec![Breadcrumb::new(t("directories"), Signal::derive(move || session.link(Page::Directories)))];
    let (revoking, rotating) = (RwSignal::new(None::<Credential>), RwSignal::new(None::<Credential>));
    let pressed = move |which: RwSignal<Option<Credential>>| {
        move |()| which.set(read.answer().map(|directory| directory.credential))
    };
    let may_rotate = session.obstacle::<Rotate>(Target::Organization);
    let may_revoke = session.obstacle::<Delete>(Target::Organization);
    let actions = view! {
        <Button label=t("credential-rotate") icon="rotate-ccw-key" obstacle=may_rotate on_press=pressed(rotating)/>
        <Button label=t("directory-revoke") kind=ButtonKind::Danger icon="trash-2" obstacle=may_revoke on_press=pressed(revoking)/>
    };
    let content = when_ready(read, SkeletonKind::Form, move |of: Signal<Directory>| {
        let directory = directory.clone();
        view! {
            <Stack>
                <Contact of/>
                <DirectoryForm session directory=of/>
                <SetUp/>
                <RunsCard session directory/>
            </Stack>
        }
        .into_any()
    });
    view! {
        <PageHeader title breadcrumbs=breadcrumbs(trail) actions=actions.into_any()/>
        {content}
        <RevokeDialog revoking on_done=move |()| session.go(Page::Directories)/>
        <RotateDialog rotating/>
    }
    .into_any()
}

/// When the connector came last, what it is, and for what it has its token.
#[component]
fn Contact(of: Signal<Directory>) -> impl IntoView {
    let sites = known_sites();
    let last = move || {
        let Credential { last_used_at, last_used_from, .. } = of.with(|directory| directory.credential.clone());
        let when = last_used_at.map_or_else(|| say("last-seen-never", &[]), since);
        last_used_from.map_or_else(|| when.clone(), |from| format!("{when} ({from})"))
    };
    let scope = move || {
        of.with(|directory| scope_in_words(&directory.credential.reach.scope, &sites.answer().unwrap_or_default()))
    };
    let teams = move || match of.read().details.teams_with_permissions {
        true => t("directory-teams-all"),
        false => t("directory-teams-plain"),
    };
    let until = move || {
        let until = of.with(|directory| directory.credential.expires_at);
        until.map_or_else(|| say("credential-never", &[]), date_time)
    };
    let previous = move || {
        let until = of.with(|directory| directory.credential.previous_until)?;
        let note = t_with("credential-previous", move || vec![("until", date_time(until).into())]);
        Some(view! { <Alert>{note}</Alert> })
    };
    let known = Memo::new(move |_| of.with(|directory| directory.connector.clone()));
    let facts = move || known.get().map(facts);
    let groups = move || match known.get() {
        Some(connector) => mappings(connector.mappings, of.with(|directory| directory.groups.clone())),
        None => view! { <p class="text-muted">{t("directory-no-connector")}</p> }.into_any(),
    };
    view! {
        {previous}
        <Card title=t("directory-connector")>
            <Stack>
                <Definitions>
                    <Definition term=t("directory-last-contact")>{last}</Definition>
                    {facts}
                    <Definition term=t("directory-users")>{move || number(of.read().active_users.into())}</Definition>
                    <Definition term=t("directory-scope")>{scope}</Definition>
                    <Definition term=t("directory-teams")>{teams}</Definition>
                    <Definition term=t("directory-until")>{until}</Definition>
                </Definitions>
                {groups}
            </Stack>
        </Card>
    }
}

fn facts(connector: Connector) -> AnyView {
    let Connector { version, host, server, .. } = connector;
    view! {
        <Definition term=t("connector-server")>{server}</Definition>
        <Definition term=t("connector-host")>{host}</Definition>
        <Definition term=t("connector-version")>{version}</Definition>
    }
    .into_any()
}

fn mappings(mappings: Vec<Mapping>, names: BTreeMap<GroupId, String>) -> AnyView {
    let session = current_session();
    let rows = move || mappings.iter().cloned().map(|mapping| row(session, mapping, &names)).collect::<Vec<_>>();
    let empty = || view! { <EmptyState title=t("mappings-none") explanation=t("mappings-none-why")/> };
    let columns = vec![Column::new(t("mapping-source")), Column::new(t("mapping-group"))];
    view! { <Table caption=t("mappings") columns rows empty/> }.into_any()
}

/// The team by its name, as far as one may see it.
fn row(session: CurrentSession, Mapping { source, group }: Mapping, names: &BTreeMap<GroupId, String>) -> Vec<Cell> {
    let team = match names.get(&group).cloned() {
        Some(name) => {
            let href = Signal::derive(move || session.link(Page::Group(group.clone())));
            view! { <TextLink label=Text::derive(move || group_name(&name)) href/> }.into_any()
        }
        None => Text::derive(|| say("audit-unseen", &[])).into_any(),
    };
    vec![view! { <span class="wrap-anywhere">{source}</span> }.into_any(), team]
}
