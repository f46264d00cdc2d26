//! What can be done about a row of the tree: each act is judged where it would take place, and whoever may
//! do it nowhere does not see it.

use super::node::Node;
use crate::{
    api::query,
    groups::{
        assign::AssignDialog, move_member::Moving, new::NewGroup, page::place_of, picker::pick, relocate::MoveDialog,
    },
    i18n::{Text, say, t},
    people::name_of,
    route::Page,
    session::CurrentSession,
    widgets::{MenuEntry, MenuItem},
};
use leptos::prelude::*;
use shared::{
    Endpoint,
    authority::Target,
    grants,
    groups::{
        self, Group,
        api::{Create, Move, MoveMember, View},
    },
    ids::{GroupId, UserId},
    users,
};

/// The menu, what it is about, and the dialogs that it opens.
#[derive(Clone, Copy)]
pub(super) struct Acting {
    session: CurrentSession,
    /// Where the menu is open.
    pub(super) at: RwSignal<Option<(f64, f64)>>,
    node: RwSignal<Option<Node>>,
    page: Memo<Option<groups::GroupPage>>,
    person: Signal<Option<String>>,
    creating: NewGroup,
    pub(super) moving: Moving,
    pub(super) technician: RwSignal<bool>,
    relocating: RwSignal<bool>,
    assigning: RwSignal<bool>,
}

impl Acting {
    pub(super) fn new(session: CurrentSession, creating: NewGroup, moving: Moving) -> Self {
        let node = RwSignal::new(None::<Node>);
        let org = session.org();
        let read = query(move || {
            let group = node.with(|node| node.as_ref().and_then(of_group))?;
            Some(View { org: org.clone(), group })
        });
        // While the next one is on its way, the former answer stays.
        let page = Memo::new(move |_| {
            let group = node.with(|node| node.as_ref().and_then(of_group))?;
            read.answer().filter(|page| page.group.id == group)
        });
        let user = Signal::derive(move || node.with(|node| node.as_ref().and_then(of_user)));
        Self {
            session,
            at: RwSignal::new(None),
            node,
            page,
            person: name_of(user),
            creating,
            moving,
            technician: RwSignal::new(false),
            relocating: RwSignal::new(false),
            assigning: RwSignal::new(false),
        }
    }

    /// Opens the menu of a row.
    pub(super) fn ask(self, node: Node, at: (f64, f64)) {
        self.node.set(Some(node));
        self.at.set(Some(at));
    }

    /// What the menu is about.
    pub(super) fn title(self) -> Text {
        Text::derive(move || {
            let group = || self.page.with(|page| page.as_ref().map(|page| super::group_name(&page.group.details.name)));
            let is_person = self.node.with(|node| matches!(node, Some(Node::Person { .. })));
            let name = if is_person { self.person.get() } else { group() };
            name.unwrap_or_else(|| say("menu-of-row", &[]))
        })
    }

    /// The group at hand, once it has been read.
    pub(super) fn group(self) -> Signal<Option<groups::GroupPage>> {
        self.page.into()
    }

    pub(super) fn entries(self) -> Vec<MenuEntry> {
        match self.node.get_untracked() {
            Some(Node::Group(group)) => self.about_group(group),
            Some(Node::Person { group, user }) => self.about_person(group, user),
            None => Vec::new(),
        }
    }

    fn about_group(self, group: GroupId) -> Vec<MenuEntry> {
        let with_page = move |act: fn(Self, Group)| {
            move || {
                if let Some(page) = self.page.get_untracked() {
                    act(self, page.group);
                }
            }
        };
        let technician = MenuItem::act(t("technician-create"), move || self.technician.set(true)).icon("user-plus");
        let below =
            MenuItem::act(t("groups-new-below"), with_page(|acting, group| acting.creating.open_at(Some(pick(group)))));
        let administrator = MenuItem::act(t("group-assign-administrator"), move || self.assigning.set(true));
        let relocate = MenuItem::act(t("group-move"), move || self.relocating.set(true));
        let session = self.session;
        let page = MenuItem::link(t("group-page"), Signal::derive(move || session.link(Page::Group(group.clone()))));
        [
            self.entry::<users::api::Create>(technician),
            self.entry::<Create>(below.icon("plus")),
            self.entry::<grants::api::Create>(administrator.icon("shield-user")),
            self.entry_unless_built_in::<Move>(relocate.icon("move")),
            Some(MenuEntry::free(page.icon("external-link").begins_group())),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn about_person(self, group: Option<GroupId>, user: UserId) -> Vec<MenuEntry> {
        let (session, whose) = (self.session, user.clone());
        let relocate = move || match &group {
            Some(from) => self.moving.open(user.clone(), from.clone()),
            None => self.moving.open_anywhere(user.clone()),
        };
        let relocate = MenuItem::act(t("technician-move"), relocate).icon("move");
        let page =
            MenuItem::link(t("technician-page"), Signal::derive(move || session.link(Page::User(whose.clone()))));
        let may_move = session.may::<MoveMember>(&Target::Anywhere);
        let obstacle = Signal::derive(move || {
            let is_in_a_group = self.node.with(|node| node.as_ref().and_then(of_group).is_some());
            if is_in_a_group { self.obstacle::<MoveMember>() } else { None }
        });
        may_move
            .then(|| MenuEntry::new(relocate, obstacle))
            .into_iter()
            .chain([MenuEntry::free(page.icon("external-link"))])
            .collect()
    }

    /// An entry for what one may do somewhere, and why not here.
    fn entry<E: Endpoint>(self, item: MenuItem) -> Option<MenuEntry> {
        let somewhere = untrack(|| self.session.may::<E>(&Target::Anywhere));
        somewhere.then(|| MenuEntry::new(item, Signal::derive(move || self.obstacle::<E>())))
    }

    fn entry_unless_built_in<E: Endpoint>(self, item: MenuItem) -> Option<MenuEntry> {
        let is_built_in = move || self.page.with(|page| page.as_ref().is_some_and(|page| page.group.built_in));
        let obstacle = move || is_built_in().then(|| say("group-built-in", &[])).or_else(|| self.obstacle::<E>());
        let somewhere = untrack(|| self.session.may::<E>(&Target::Anywhere));
        somewhere.then(|| MenuEntry::new(item, Signal::derive(obstacle)))
    }

    /// Why one may not call an endpoint at the group at hand; while that is on its way, that.
    fn obstacle<E: Endpoint>(self) -> Option<String> {
        let Some(place) = self.page.with(|page| page.as_ref().map(place_of)) else {
            return Some(t("loading").get());
        };
        self.session.obstacle_now::<E>(&place)
    }

    /// The dialogs that are about a group.
    pub(super) fn dialogs(self) -> AnyView {
        let content = move || {
            self.page.get().map(|page| {
                let group = Signal::stored(page.group.clone());
                view! {
                    <MoveDialog open=self.relocating group/>
                    <AssignDialog open=self.assigning group/>
                }
            })
        };
        view! { {content} }.into_any()
    }
}

fn of_group(node: &Node) -> Option<GroupId> {
    match node {
        Node::Group(group) => Some(group.clone()),
        Node::Person { group, .. } => group.clone(),
    }
}

fn of_user(node: &Node) -> Option<UserId> {
    match node {
        Node::Group(_) => None,
        Node::Person { user, .. } => Some(user.clone()),
    }
}
