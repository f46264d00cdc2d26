//! Who is in a group: page by page, with joining and leaving.

use super::{by_email::AddByEmail, page::GroupAtHand};
use crate::{
    api::{Mutation, query},
    i18n::{t, t_with},
    listing::Listing,
    people::{Among, PersonPicker, StatusBadge, picked_user},
    preview::{Preview, PreviewPanel},
    route::Page,
    session::current_session,
    toasts,
    widgets::{
        Button, ButtonKind, Cell, Column, ConfirmDialog, Dialog, DialogActions, EmptyState, Form, Pagination, Pick,
        Row, SkeletonKind, Stack, Table, TextLink, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    authority::Change,
    groups::{
        Member,
        api::{AddMember, Members as List, RemoveMember},
    },
    ids::UserId,
    page,
    previews::api::View,
};

/// Who is to leave, and whether that is asked.
#[derive(Clone, Copy)]
struct Leaving {
    open: RwSignal<bool>,
    member: RwSignal<Option<Member>>,
}

/// The members.
#[component]
pub(super) fn Members(at_hand: GroupAtHand) -> impl IntoView {
    let (listing, adding) = (Listing::from_address(), RwSignal::new(false));
    let leaving = Leaving { open: RwSignal::new(false), member: RwSignal::new(None) };
    let (org, group) = (at_hand.session.org(), at_hand.id());
    let read = query(move || {
        Some(List { org: org.clone(), group: group.clone(), cursor: listing.cursor(), limit: Some(listing.limit()) })
    });
    let busy = Signal::derive(move || read.is_busy());
    let content = when_ready(read, SkeletonKind::Table, move |page: Signal<page::Page<Member>>| {
        let columns = vec![
            Column::new(t("full-name")),
            Column::new(t("email")).wide_only(),
            Column::new(t("status")).wide_only(),
            Column::new(t("administrators-action")),
        ];
        let rows = move || page.get().items.into_iter().map(|member| row(at_hand, member, leaving)).collect::<Vec<_>>();
        let empty = move || {
            view! {
                <EmptyState icon="users" title=t("group-members-none") explanation=t("group-members-none-why")>
                    {add(at_hand, adding)}
                </EmptyState>
            }
        };
        view! { <div><Table caption=t("group-members") columns rows empty busy/><Pagination listing page/></div> }
            .into_any()
    });
    view! {
        <Stack>
            <AddByEmail at_hand/>
            <Row>{add(at_hand, adding)}</Row>
            {content}
        </Stack>
        <Dialog open=adding title=t("group-member-add")><AddForm open=adding at_hand/></Dialog>
        <LeaveDialog at_hand leaving/>
    }
}

fn add(at_hand: GroupAtHand, adding: RwSignal<bool>) -> AnyView {
    let obstacle = at_hand.obstacle::<AddMember>();
    view! { <Button label=t("group-member-add") icon="user-plus" obstacle on_press=move |()| adding.set(true)/> }
        .into_any()
}

fn row(at_hand: GroupAtHand, member: Member, leaving: Leaving) -> Vec<Cell> {
    let (page, session) = (Page::User(member.id.clone()), at_hand.session);
    let href = Signal::derive(move || session.link(page.clone()));
    let (name, email, status) = (member.name.clone(), member.email.clone(), member.status);
    let obstacle = at_hand.obstacle::<RemoveMember>();
    let ask = move |()| {
        leaving.member.set(Some(member.clone()));
        leaving.open.set(true);
    };
    vec![
        view! { <TextLink label=name href/> }.into_any(),
        email.into_any(),
        view! { <StatusBadge status/> }.into_any(),
        view! { <Button label=t("group-member-remove") kind=ButtonKind::Quiet icon="x" obstacle on_press=ask/> }
            .into_any(),
    ]
}

#[component]
fn AddForm(open: RwSignal<bool>, at_hand: GroupAtHand) -> impl IntoView {
    let (session, mutation, picked) = (at_hand.session, Mutation::new(), RwSignal::new(None::<Pick>));
    let group = at_hand.id();
    let preview = preview(at_hand, Signal::derive(move || picked_user(picked)), move |user| Change::MemberAdded {
        group: group.clone(),
        user,
    });
    let submit = move |()| {
        let Some(user) = untrack(|| picked_user(picked)) else {
            return mutation.refuse(Problem::invalid(vec![FieldError::new("user", "required")]));
        };
        mutation.send(AddMember { org: session.org(), group: at_hand.id(), user }, move |member: Member| {
            open.set(false);
            toasts::success(t_with("group-member-added", move || vec![("name", member.name.clone().into())]));
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <PersonPicker name="user" label=t("group-member-who") among=Among::Users picked required=true/>
            <PreviewPanel preview/>
            <DialogActions mutation open submit=t("group-member-add") obstacle=preview.obstacle()/>
        </Form>
    }
}

#[component]
fn LeaveDialog(at_hand: GroupAtHand, leaving: Leaving) -> impl IntoView {
    let Leaving { open, member } = leaving;
    let (mutation, group) = (Mutation::in_dialog(open), at_hand.id());
    let who = Signal::derive(move || {
        open.get().then(|| member.with(|member| member.as_ref().map(|it| it.id.clone()))).flatten()
    });
    let preview = preview(at_hand, who, move |user| Change::MemberRemoved { group: group.clone(), user });
    let name = move || member.with(|member| member.as_ref().map(|member| member.name.clone()).unwrap_or_default());
    let named = move |key| t_with(key, move || vec![("name", name().into()), ("group", at_hand.name().into())]);
    let remove = move |()| {
        let Some(user) = member.with_untracked(|member| member.as_ref().map(|member| member.id.clone())) else {
            return;
        };
        let request = RemoveMember { org: at_hand.session.org(), group: at_hand.id(), user };
        let done = named("group-member-removed");
        mutation.send(request, move |()| {
            open.set(false);
            toasts::success(done);
        });
    };
    view! {
        <ConfirmDialog
            open
            title=t("group-member-remove-title")
            question=named("group-member-remove-question")
            act=t("group-member-remove")
            kind=ButtonKind::Danger
            busy=Signal::derive(move || mutation.is_busy())
            problem=mutation.problem()
            obstacle=preview.obstacle()
            on_confirm=remove
        >
            <PreviewPanel preview/>
        </ConfirmDialog>
    }
}

fn preview(
    at_hand: GroupAtHand,
    user: Signal<Option<UserId>>,
    change: impl Fn(UserId) -> Change + Send + Sync + 'static,
) -> Preview {
    let (org, group) = (current_session().org(), at_hand.id());
    let about = move || Some(View { group: Some(group.clone()), user: user.get(), ..View::nothing(org.clone()) });
    Preview::new(about, move || user.get().map(&change).into_iter().collect())
}
