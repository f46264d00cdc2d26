//! The open invitations.

use super::{new::InviteDialog, revoke::RevokeDialog};
use crate::{
    api::{Mutation, query},
    browser,
    groups::group_name,
    i18n::{Text, date_time, t, t_with},
    problem::describe,
    route::Page,
    session::{CurrentSession, current_session},
    toasts,
    widgets::{
        Badge, BadgeKind, Breadcrumb, Button, ButtonKind, Cell, Column, EmptyState, PageHeader, Row, SkeletonKind,
        Table, breadcrumbs, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    invitations::{
        Invitation,
        api::{Create, Delete, List, Resend},
    },
};

/// The list.
#[component]
pub fn InvitationsPage() -> impl IntoView {
    let session = current_session();
    let (org, inviting) = (session.org(), RwSignal::new(false));
    let (revoking, resending) = (RwSignal::new(None::<Invitation>), Mutation::new());
    Effect::new(move |_| {
        if let Some(problem) = resending.problem().get() {
            toasts::failure(Text::derive(move || describe(&problem)));
        }
    });
    let read = query(move || Some(List { org: org.clone() }));
    let busy = Signal::derive(move || read.is_busy());
    let content = when_ready(read, SkeletonKind::Table, move |invitations: Signal<Vec<Invitation>>| {
        let rows =
            move || invitations.get().into_iter().map(|it| row(session, it, resending, revoking)).collect::<Vec<_>>();
        let empty = move || {
            view! {
                <EmptyState icon="mail" title=t("invitations-none") explanation=t("invitations-none-why")>
                    {invite(session, inviting)}
                </EmptyState>
            }
        };
        view! { <Table caption=t("invitations") columns=columns() rows empty busy/> }.into_any()
    });
    let users = Signal::derive(move || session.link(Page::Users));
    view! {
        <PageHeader
            title=t("invitations")
            description=t("invitations-why")
            breadcrumbs=breadcrumbs(vec![Breadcrumb::new(t("users"), users)])
            actions=invite(session, inviting)
        />
        {content}
        <InviteDialog open=inviting/>
        <RevokeDialog revoking/>
    }
}

fn invite(session: CurrentSession, inviting: RwSignal<bool>) -> AnyView {
    let obstacle = session.obstacle::<Create>(Target::Anywhere);
    let open = move |()| inviting.set(true);
    view! { <Button label=t("invite") kind=ButtonKind::Primary icon="send" obstacle on_press=open/> }.into_any()
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(t("email")),
        Column::new(t("group")).wide_only(),
        Column::new(t("invitation-by")).wide_only(),
        Column::new(t("invitation-expires")),
        Column::new(t("groups-actions")),
    ]
}

fn row(
    session: CurrentSession,
    invitation: Invitation,
    resending: Mutation,
    revoking: RwSignal<Option<Invitation>>,
) -> Vec<Cell> {
    let Invitation { id, email, site, group, invited_by, expires_at, .. } = invitation.clone();
    let place = Target::of(site.as_ref());
    let (may_not_send, may_not_revoke) = (session.obstacle::<Resend>(place.clone()), session.obstacle::<Delete>(place));
    let to = email.clone();
    let resend = move |()| {
        let to = to.clone();
        resending.send(Resend { org: session.org(), invitation: id.clone() }, move |_| {
            toasts::success(t_with("invitation-sent", move || vec![("email", to.clone().into())]));
        });
    };
    let revoke = move |()| revoking.set(Some(invitation.clone()));
    let expires = if expires_at <= browser::now() {
        view! { <Badge label=t("invitation-expired") kind=BadgeKind::Bad/> }.into_any()
    } else {
        (move || date_time(expires_at)).into_any()
    };
    vec![
        email.into_any(),
        (move || group.as_ref().map(|group| group_name(&group.name))).into_any(),
        invited_by.map(|by| by.name).into_any(),
        expires,
        view! {
            <Row>
                <Button label=t("invitation-resend") kind=ButtonKind::Quiet obstacle=may_not_send on_press=resend/>
                <Button label=t("invitation-revoke") kind=ButtonKind::Quiet obstacle=may_not_revoke on_press=revoke/>
            </Row>
        }
        .into_any(),
    ]
}
