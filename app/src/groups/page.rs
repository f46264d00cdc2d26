//! One group: who is in it, what it carries, what is below it, what it is called.

use super::{
    delete::DeleteGroup,
    details::DetailsForm,
    grants::GroupGrants,
    group_name, kind_in_words,
    members::Members,
    new::{NewGroup, NewGroupDialog},
    picker::pick,
    relocate::MoveDialog,
    status::StatusCard,
};
use crate::{
    api::query,
    i18n::{Text, say, t},
    people::StatusBadge,
    route::Page,
    session::{CurrentSession, current_session},
    widgets::{
        Badge, Breadcrumb, Button, LinkButton, PageHeader, Row, SkeletonKind, Stack, Tab, Tabs, breadcrumbs, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    Endpoint,
    authority::Target,
    groups::{
        self, Group, NamedGroup,
        api::{Create, Move, View},
    },
    ids::GroupId,
    users::Status,
};

/// Shows one.
#[component]
pub fn GroupPage(group: GroupId) -> impl IntoView {
    let session = current_session();
    let org = session.org();
    let read = query(move || Some(View { org: org.clone(), group: group.clone() }));
    // The heading stays while the group is on its way, so that the focus stays on it.
    let shown = RwSignal::new(None::<Shown>);
    let content = when_ready(read, SkeletonKind::Form, move |page: Signal<groups::GroupPage>| {
        let at_hand = GroupAtHand::new(session, page);
        let (moving, creating) = (RwSignal::new(false), NewGroup::closed());
        shown.set(Some(Shown { at_hand, moving, creating }));
        on_cleanup(move || {
            shown.try_set(None);
        });
        content(at_hand, moving, creating)
    });
    let details = Memo::new(move |_| read.answer().map(|page| page.group.details));
    let title =
        Text::derive(move || details.get().map_or_else(|| t("group").get(), |details| group_name(&details.name)));
    let description = Text::derive(move || details.get().map(|details| details.description).unwrap_or_default());
    let above = Memo::new(move |_| read.answer().map(|page| page.above).unwrap_or_default());
    let breadcrumbs = breadcrumbs(Signal::derive(move || trail(session, above.get())));
    let actions = move || shown.get().map(actions);
    view! {
        <PageHeader title description breadcrumbs actions=actions.into_any()/>
        {content}
    }
}

/// The group that is shown, and the dialogs about it.
#[derive(Clone, Copy)]
struct Shown {
    at_hand: GroupAtHand,
    moving: RwSignal<bool>,
    creating: NewGroup,
}

fn trail(session: CurrentSession, above: Vec<NamedGroup>) -> Vec<Breadcrumb> {
    let all = Breadcrumb::new(t("groups"), Signal::derive(move || session.link(Page::Groups)));
    let above = above.into_iter().map(|group| {
        let page = Page::Group(group.id);
        Breadcrumb::new(
            Text::derive(move || group_name(&group.name)),
            Signal::derive(move || session.link(page.clone())),
        )
    });
    std::iter::once(all).chain(above).collect()
}

/// The group at hand.
#[derive(Clone, Copy)]
pub(super) struct GroupAtHand {
    pub(super) session: CurrentSession,
    pub(super) page: Signal<groups::GroupPage>,
    /// The group alone.
    pub(super) group: Signal<Group>,
    /// Where acts on it take place: at it, and so at every group above.
    pub(super) target: Signal<Target>,
}

impl GroupAtHand {
    pub(super) fn new(session: CurrentSession, page: Signal<groups::GroupPage>) -> Self {
        let group = Signal::derive(move || page.with(|page| page.group.clone()));
        let target = Signal::derive(move || page.with(place_of));
        Self { session, page, group, target }
    }

    pub(super) fn id(self) -> GroupId {
        self.page.with_untracked(|page| page.group.id.clone())
    }

    pub(super) fn name(self) -> String {
        self.page.with(|page| group_name(&page.group.details.name))
    }

    /// That it is disabled, if it is.
    pub(super) fn disabled(self) -> impl Fn() -> Option<AnyView> + Copy + Send + 'static {
        let status = Memo::new(move |_| self.group.with(|group| group.status));
        move || {
            let status = status.get();
            (status == Status::Disabled).then(|| view! { <StatusBadge status/> }.into_any())
        }
    }

    /// Why one may not call an endpoint here.
    pub(super) fn obstacle<E: Endpoint>(self) -> Signal<Option<String>> {
        Signal::derive(move || self.session.obstacle_now::<E>(&self.target.read()))
    }

    /// The same for what nobody may do to the built-in group (CRES-6).
    pub(super) fn obstacle_to_changing<E: Endpoint>(self) -> Signal<Option<String>> {
        let may_not = self.obstacle::<E>();
        let is_built_in = move || self.group.with(|group| group.built_in).then(|| say("group-built-in", &[]));
        Signal::derive(move || is_built_in().or_else(|| may_not.get()))
    }
}

pub(super) fn place_of(page: &groups::GroupPage) -> Target {
    let above = page.above.iter().map(|group| group.id.clone());
    Target::Group { path: above.chain([page.group.id.clone()]).collect() }
}

fn content(at_hand: GroupAtHand, moving: RwSignal<bool>, creating: NewGroup) -> AnyView {
    view! {
        <Stack>
            <Row>{move || view! { <Badge label=kind_in_words(at_hand.group.with(|group| group.kind))/> }}{at_hand.disabled()}</Row>
            <div><Tabs label=t("group") tabs=tabs(at_hand)/></div>
        </Stack>
        <MoveDialog open=moving group=at_hand.group/>
        <NewGroupDialog creating/>
    }
    .into_any()
}

fn actions(Shown { at_hand, moving, creating }: Shown) -> AnyView {
    let may_not_move = at_hand.obstacle_to_changing::<Move>();
    view! {
        {in_tree(at_hand)}
        {add_below(at_hand, creating)}
        <Button label=t("group-move") icon="move" obstacle=may_not_move on_press=move |()| moving.set(true)/>
        <DeleteGroup at_hand/>
    }
    .into_any()
}

/// The way to the group among all others.
fn in_tree(at_hand: GroupAtHand) -> AnyView {
    let href = Signal::derive(move || {
        let (group, open) = at_hand.page.with(|page| {
            let above: Vec<&str> = page.above.iter().map(|group| group.id.as_str()).collect();
            (page.group.id.to_string(), [above.as_slice(), &[page.group.id.as_str()]].concat().join("."))
        });
        at_hand.session.link_with_all(Page::Groups, &[("group", &group), ("open", &open)])
    });
    view! { <LinkButton label=t("group-in-tree") icon="network" href/> }.into_any()
}

fn add_below(at_hand: GroupAtHand, creating: NewGroup) -> AnyView {
    let obstacle = at_hand.obstacle::<Create>();
    let add = move |()| creating.open_at(Some(pick(at_hand.group.get_untracked())));
    view! { <Button label=t("groups-new-below") icon="plus" obstacle on_press=add/> }.into_any()
}

fn tabs(at_hand: GroupAtHand) -> Vec<Tab> {
    let GroupAtHand { session, group, target, .. } = at_hand;
    vec![
        Tab::new("members", t("group-members"), move || view! { <Members at_hand/> }.into_any()),
        Tab::new("grants", t("grants"), move || view! { <GroupGrants at_hand/> }.into_any()),
        Tab::new("details", t("group-details"), move || {
            view! { <Stack><DetailsForm session group target/><StatusCard at_hand/></Stack> }.into_any()
        }),
    ]
}
