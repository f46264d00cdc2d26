//! The list of credentials.

use super::{create::CreateDialog, how_to::HowTo, revoke::RevokeDialog};
use crate::{
    api::query,
    i18n::{date, date_time, say, since, t},
    session::{CurrentSession, current_session},
    widgets::{
        Badge, BadgeKind, Button, ButtonKind, Cell, Column, EmptyState, PageHeader, SkeletonKind, Stack, Table,
        when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    credentials::{
        Credential,
        api::{Create, Delete, List},
    },
};

/// The list.
#[component]
pub fn CredentialsPage() -> impl IntoView {
    let session = current_session();
    let (org, creating) = (session.org(), RwSignal::new(false));
    let revoking = RwSignal::new(None::<Credential>);
    let credentials = query(move || Some(List { org: org.clone() }));
    let busy = Signal::derive(move || credentials.is_busy());
    let content = when_ready(credentials, SkeletonKind::Table, move |credentials: Signal<Vec<Credential>>| {
        let rows = move || credentials.get().into_iter().map(|it| row(session, it, revoking)).collect::<Vec<_>>();
        let empty = move || {
            view! { <EmptyState icon="key-square" title=t("credentials-none") explanation=t("credentials-none-why")/> }
        };
        view! {
            <Stack>
                <Table caption=t("credentials") columns=columns() rows empty busy/>
                <HowTo/>
            </Stack>
        }
        .into_any()
    });
    view! {
        <PageHeader title=t("credentials") description=t("credentials-why") actions=add(session, creating)/>
        {content}
        <CreateDialog open=creating/>
        <RevokeDialog revoking/>
    }
}

fn add(session: CurrentSession, creating: RwSignal<bool>) -> AnyView {
    let obstacle = session.obstacle::<Create>(Target::Organization);
    let create = move |()| creating.set(true);
    view! { <Button label=t("credentials-new") kind=ButtonKind::Primary icon="plus" obstacle on_press=create/> }
        .into_any()
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(t("credential-name")),
        Column::new(t("credential-created-by")).wide_only(),
        Column::new(t("created-at")).wide_only(),
        Column::new(t("credential-expires")),
        Column::new(t("credential-last-used")).wide_only(),
        Column::new(t("credential-revoke")),
    ]
}

fn row(session: CurrentSession, credential: Credential, revoking: RwSignal<Option<Credential>>) -> Vec<Cell> {
    let Credential { name, created_by, created_at, expires_at, last_used_at, .. } = credential.clone();
    let obstacle = session.obstacle::<Delete>(Target::Organization);
    let revoke = move |()| revoking.set(Some(credential.clone()));
    let maker = move || created_by.as_ref().map_or_else(|| say("audit-unseen", &[]), |by| by.name.clone());
    let expires = match expires_at {
        Some(at) if at <= crate::browser::now() => {
            view! { <Badge label=t("credential-expired") kind=BadgeKind::Bad/> }.into_any()
        }
        Some(at) => (move || date_time(at)).into_any(),
        None => view! { {t("credential-never")} }.into_any(),
    };
    vec![
        name.into_any(),
        maker.into_any(),
        (move || date(created_at)).into_any(),
        expires,
        (move || last_used_at.map_or_else(|| say("last-seen-never", &[]), since)).into_any(),
        view! { <Button label=t("credential-revoke") obstacle on_press=revoke/> }.into_any(),
    ]
}
