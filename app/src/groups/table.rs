//! Groups at the top as a table, with the field that adds one above it (CRES-5).

use super::group_name;
use crate::{
    api::{Mutation, query},
    i18n::{Text, t, t_with},
    listing::Listing,
    route::Page,
    session::{CurrentSession, current_session},
    toasts,
    widgets::{
        Button, ButtonKind, ButtonType, Cell, Column, EmptyState, Form, IconLink, Pagination, Row, SkeletonKind, Stack,
        Table, TextField, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    groups::{
        Group, GroupDetails, GroupKind,
        api::{Create, List},
    },
    page,
};

/// The groups, and how many there are.
#[component]
pub fn GroupTable() -> impl IntoView {
    let (session, listing) = (current_session(), Listing::from_address());
    let org = session.org();
    let read = query(move || {
        Some(List { cursor: listing.cursor(), limit: Some(listing.limit()), ..List::first(org.clone()) })
    });
    let busy = Signal::derive(move || read.is_busy());
    let content = when_ready(read, SkeletonKind::Table, move |page: Signal<page::Page<Group>>| {
        let columns = vec![Column::new(t("group-name")), Column::new(t("groups-actions"))];
        let rows = move || page.get().items.into_iter().map(|group| row(session, group)).collect::<Vec<_>>();
        let empty = || view! { <EmptyState icon="network" title=t("groups-none") explanation=t("groups-none-why")/> };
        let counter = t_with("groups-shown", move || vec![("count", page.with(|page| page.total).into())]);
        view! {
            <div>
                <Table caption=t("groups") columns rows empty busy/>
                <p class="field-hint mt-2" role="status">{counter}</p>
                <Pagination listing page/>
            </div>
        }
        .into_any()
    });
    view! { <Stack><AddGroup session/>{content}</Stack> }
}

/// What can be done about a group: its members come first (CRES-6).
fn row(session: CurrentSession, group: Group) -> Vec<Cell> {
    let Group { id, details, .. } = group;
    let name = Text::derive(move || group_name(&details.name));
    let action = move |icon: &'static str, key: &'static str, tab: &'static str| {
        let page = Page::Group(id.clone());
        let href = Signal::derive(move || session.link_with(page.clone(), "tab", tab));
        let label = t_with(key, move || vec![("name", name.get().into())]);
        view! { <IconLink label icon href/> }
    };
    let actions = view! {
        <Row>
            {action("users", "group-show-members", "members")}
            {action("key-round", "group-show-grants", "grants")}
            {action("pencil", "group-show-details", "details")}
        </Row>
    };
    vec![name.into_any(), actions.into_any()]
}

/// The field that adds an access group at the top.
#[component]
fn AddGroup(session: CurrentSession) -> impl IntoView {
    let (mutation, name) = (Mutation::new(), RwSignal::new(String::new()));
    let obstacle = session.obstacle::<Create>(Target::Organization);
    let busy = Signal::derive(move || mutation.is_busy());
    let submit = move |()| {
        let details = GroupDetails { name: name.get_untracked().trim().to_owned(), description: String::new() };
        let request = Create { org: session.org(), kind: GroupKind::Access, parent: None, details };
        mutation.submit(request, move |group: Group| {
            name.set(String::new());
            let added = group.details.name;
            toasts::success(t_with("group-added", move || vec![("name", added.clone().into())]));
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <div class="field-row">
                <TextField name="details.name" label=t("groups-new-name") value=name required=true/>
                <Button label=t("groups-add") kind=ButtonKind::Primary button_type=ButtonType::Submit busy obstacle/>
            </div>
        </Form>
    }
}
