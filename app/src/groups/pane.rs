//! What is chosen in the organization tree, beside it.

use super::{
    details::DetailsForm, grants::GroupGrants, kind_in_words, lock::LockCard, page::GroupAtHand, status::StatusCard,
    technician::TechnicianPane, tree::Node,
};
use crate::{
    api::query,
    i18n::{Text, t},
    route::Page,
    session::current_session,
    widgets::{Badge, ButtonKind, Card, EmptyState, LinkButton, Row, SkeletonKind, Stack, Tab, Tabs, when_ready},
};
use leptos::prelude::*;
use shared::{
    groups::{self, api::View},
    ids::GroupId,
};

/// What is chosen, or how to choose.
#[component]
pub(super) fn Pane(chosen: Memo<Option<Node>>) -> impl IntoView {
    move || {
        match chosen.get() {
        None => view! { <Card><EmptyState icon="network" title=t("tree-nothing-chosen") explanation=t("tree-nothing-chosen-why")/></Card> }
            .into_any(),
        Some(Node::Group(group)) => view! { <GroupPane group/> }.into_any(),
        Some(Node::Person { user, .. }) => view! { <TechnicianPane user/> }.into_any(),
    }
    }
}

#[component]
fn GroupPane(group: GroupId) -> impl IntoView {
    let session = current_session();
    let org = session.org();
    let read = query(move || Some(View { org: org.clone(), group: group.clone() }));
    when_ready(read, SkeletonKind::Form, move |page: Signal<groups::GroupPage>| {
        let at_hand = GroupAtHand::new(session, page);
        let GroupAtHand { group, target, .. } = at_hand;
        let tabs = vec![
            Tab::new("organization", t("technician-tab"), move || {
                view! { <Stack><DetailsForm session group target/><StatusCard at_hand/><LockCard at_hand/></Stack> }
                    .into_any()
            }),
            Tab::new("grants", t("grants"), move || view! { <GroupGrants at_hand/> }.into_any()),
        ];
        let href = Signal::derive(move || session.link(Page::Group(group.with(|group| group.id.clone()))));
        let kind = move || view! { <Badge label=kind_in_words(group.with(|group| group.kind))/> };
        let disabled = at_hand.disabled();
        let name = Text::derive(move || at_hand.name());
        view! {
            <Stack>
                <div class="pane-head">
                    <div class="min-w-0 grow"><Row><h2 class="pane-title">{name}</h2>{kind}{disabled}</Row></div>
                    <LinkButton label=t("group-page") icon="external-link" kind=ButtonKind::Quiet href/>
                </div>
                <div><Tabs label=name tabs/></div>
            </Stack>
        }
        .into_any()
    })
}
