//! The list of credentials.

use super::{create::CreateDialog, how_to::HowTo, revoke::RevokeDialog, rotate::RotateDialog};
use crate::{
    api::query,
    i18n::{date, date_time, say, since, t, t_with},
    scope::{known_sites, scope_in_words},
    session::{CurrentSession, current_session},
    widgets::{
        Badge, BadgeKind, Button, ButtonKind, Cell, CellNote, Column, EmptyState, PageHeader, Row, SkeletonKind, Stack,
        Table, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    credentials::{
        Credential,
        api::{Create, Delete, List, Rotate},
    },
    sites::Site,
    time::Timestamp,
};

/// The list.
#[component]
pub fn CredentialsPage() -> impl IntoView {
    let session = current_session();
    let (org, creating) = (session.org(), RwSignal::new(false));
    let (revoking, rotating) = (RwSignal::new(None::<Credential>), RwSignal::new(None::<Credential>));
    let sites = known_sites();
    let credentials = query(move || Some(List { org: org.clone() }));
    let busy = Signal::derive(move || credentials.is_busy());
    let content = when_ready(credentials, SkeletonKind::Table, move |credentials: Signal<Vec<Credential>>| {
        let rows = move || {
            let sites = sites.answer().unwrap_or_default();
            credentials.get().into_iter().map(|it| row(session, it, &sites, revoking, rotating)).collect::<Vec<_>>()
        };
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
        <RotateDialog rotating/>
    }
}

/// The token before the present one is still accepted.
fn still_works(until: Timestamp) -> AnyView {
    let note = t_with("credential-previous", move || vec![("until", date_time(until).into())]);
    view! { <CellNote>{note}</CellNote> }.into_any()
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
        Column::new(t("credential-scope")).wide_only(),
        Column::new(t("credential-created-by")).wide_only(),
        Column::new(t("credential-expires")),
        Column::new(t("credential-last-used")).wide_only(),
        Column::new(t("credential-acts")),
    ]
}

fn row(
    session: CurrentSession,
    credential: Credential,
    sites: &[Site],
    revoking: RwSignal<Option<Credential>>,
    rotating: RwSignal<Option<Credential>>,
) -> Vec<Cell> {
    let Credential { name, created_by, created_at, expires_at, last_used_at, .. } = credential.clone();
    let scope = scope_in_words(&credential.reach.scope, sites);
    let may_revoke = session.obstacle::<Delete>(Target::Organization);
    let may_rotate = session.obstacle::<Rotate>(Target::Organization);
    let from = credential.last_used_from.clone();
    let previous = credential.previous_until;
    let rotated = credential.clone();
    let rotate = move |()| rotating.set(Some(rotated.clone()));
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
        view! { {name}{previous.map(still_works)} }.into_any(),
        scope.into_any(),
        view! { {maker}<CellNote>{move || date(created_at)}</CellNote> }.into_any(),
        expires,
        view! {
            {move || last_used_at.map_or_else(|| say("last-seen-never", &[]), since)}
            {from.map(|from| view! { <CellNote>{from}</CellNote> })}
        }
        .into_any(),
        view! {
            <Row>
                <Button label=t("credential-rotate") obstacle=may_rotate on_press=rotate/>
                <Button label=t("credential-revoke") obstacle=may_revoke on_press=revoke/>
            </Row>
        }
        .into_any(),
    ]
}
