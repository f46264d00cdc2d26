//! The organization tree: groups with the people in them. What is below a group is read when it is
//! opened, and more of it when it is scrolled to. What is open and what is chosen stand in the address
//! (`?open=`, `?group=`, `?user=`); what is chosen is shown beside the tree.

use super::{
    group_name,
    move_member::{MoveMemberDialog, Moving},
    new::NewGroup,
    new_technician::NewTechnicianDialog,
    pane::Pane,
};
use crate::{
    api::query,
    i18n::{Text, say, t, t_with},
    navigation::{Navigation, query_parameter, use_navigation},
    problem::describe,
    session::{CurrentSession, current_session},
    toasts,
    widgets::{
        Card, Carrying, ContextMenu, EmptyState, MenuAsked, SearchField, SkeletonKind, Split, Tree, TreeActs, TreeHint,
        TreeRow, tree_id, when_ready,
    },
};
use branches::Branches;
use leptos::prelude::*;
use menu::Acting;
pub(super) use node::Node;
use shared::{
    groups::{Group, api::List},
    ids::GroupId,
    page::{self, LIMIT_MAX},
};
use std::{collections::BTreeSet, sync::Arc};
use targets::Targets;

mod branches;
mod menu;
mod node;
mod targets;

/// Which groups are open.
#[derive(Clone, Copy, Debug)]
pub(super) struct OpenGroups {
    open: Memo<Option<String>>,
    // Kept, because contexts cannot be asked for once an answer has been waited for.
    navigation: Navigation,
}

const OPEN: &str = "open";

impl OpenGroups {
    pub(super) fn from_address() -> Self {
        let navigation = use_navigation();
        Self { open: navigation.parameter(OPEN), navigation }
    }

    fn all(self) -> BTreeSet<String> {
        self.open.with(|open| open.iter().flat_map(|open| open.split('.')).map(str::to_owned).collect())
    }

    /// Opens or closes a group.
    pub(super) fn set(self, group: &GroupId, open: bool) {
        let mut all = untrack(|| self.all());
        if open {
            all.insert(group.to_string())
        } else {
            all.remove(group.as_str())
        };
        let all: Vec<String> = all.into_iter().filter(|id| !id.is_empty()).collect();
        self.navigation.set_parameters(&[(OPEN, Some(all.join(".")))], crate::navigation::Entry::Replace);
    }
}

/// The tree with its search, and beside it what is chosen. `empty` stands in its place while there is no
/// group.
#[component]
pub(super) fn OrganizationTree(creating: NewGroup, #[prop(into)] empty: ViewFn) -> impl IntoView {
    let session = current_session();
    let org = session.org();
    let read = query(move || Some(List { limit: Some(LIMIT_MAX), ..List::first(org.clone()) }));
    when_ready(read, SkeletonKind::Table, move |page: Signal<page::Page<Group>>| {
        let is_empty = Memo::new(move |_| page.with(|page| page.items.is_empty()));
        let empty = empty.clone();
        let content = move || match is_empty.get() {
            true => {
                let empty = empty.clone();
                view! { <EmptyState icon="network" title=t("groups-none") explanation=t("groups-none-why")>{empty.run()}</EmptyState> }
                    .into_any()
            }
            false => TreePage::new(session, creating).view(),
        };
        view! { {content} }.into_any()
    })
}

/// All that the tree consists of.
#[derive(Clone, Copy)]
struct TreePage {
    navigation: Navigation,
    branches: Branches,
    rows: Memo<Arc<[TreeRow]>>,
    chosen: Memo<Option<Node>>,
    visible: RwSignal<Vec<String>>,
    acting: Acting,
    targets: Targets,
    carrying: Carrying,
    id: StoredValue<String>,
}

impl TreePage {
    fn new(session: CurrentSession, creating: NewGroup) -> Self {
        let navigation = use_navigation();
        let words = query_parameter("q");
        let branches = Branches::new(session, OpenGroups::from_address());
        let rows = Memo::new(move |_| match words.get() {
            Some(words) => branches.found(&words),
            None => branches.rows(),
        });
        let (group, user) = (navigation.parameter("group"), navigation.parameter("user"));
        let chosen = Memo::new(move |_| Node::from_address(group.get().as_deref(), user.get().as_deref()));
        let (visible, carried) = (RwSignal::new(Vec::new()), RwSignal::new(None));
        let (targets, moving) = (Targets::new(session, carried, visible), Moving::closed());
        let may_carry = |key: String| matches!(Node::of_key(&key), Some(Node::Person { group: Some(_), .. }));
        let put = move |(what, onto): (String, String)| {
            if let (Some(Node::Person { group: Some(from), user }), Some(to)) = (Node::of_key(&what), group_at(&onto))
                && from != to
            {
                match targets.refusal(&to) {
                    Some(problem) => toasts::failure(Text::derive(move || describe(&problem))),
                    None => moving.open_onto(user, from, to),
                }
            }
        };
        let carrying = Carrying::new(may_carry, move |key| targets.takes(&group_at(&key)?), put);
        Effect::new(move |_| carried.set(carrying.carried().get().and_then(|key| Node::of_key(&key))));
        let acting = Acting::new(session, creating, moving);
        Self { navigation, branches, rows, chosen, visible, acting, targets, carrying, id: tree_id() }
    }

    fn view(self) -> AnyView {
        let side = move || view! { <Pane chosen=self.chosen/> }.into_any();
        let moving = self.acting.moving;
        view! {
            <Split main=move || self.tree() side/>
            <MoveMemberDialog moving/>
            <NewTechnicianDialog open=self.acting.technician group=self.acting.group()/>
            {self.acting.dialogs()}
        }
        .into_any()
    }

    fn tree(self) -> AnyView {
        let acts = TreeActs {
            choose: Callback::new(move |key: String| self.choose(&key)),
            toggle: Callback::new(move |(key, open): (String, bool)| {
                if let Some(Node::Group(group)) = Node::of_key(&key) {
                    self.branches.open.set(&group, open);
                }
            }),
            menu: Callback::new(move |asked: MenuAsked| {
                if let Some(node) = Node::of_key(&asked.key) {
                    self.acting.ask(node, (asked.x, asked.y));
                }
            }),
            reach: Callback::new(move |keys: Vec<String>| {
                self.branches.reach(&keys);
                self.visible.set(keys);
            }),
        };
        let chosen = Signal::derive(move || self.chosen.get().map(|node| node.key()));
        let rows = Signal::derive(move || self.rows.get());
        let back = Callback::new(move |()| self.id.with_value(|id| crate::browser::focus(id)));
        let acting = self.acting;
        view! {
            <Card>
                <SearchField label=t("tree-search-people")/>
                <TreeHint text=Signal::derive(move || self.hint())/>
                <Tree label=t("tree-of-organization") rows chosen acts carrying=self.carrying id=self.id/>
            </Card>
            <ContextMenu at=acting.at label=acting.title() entries=Callback::new(move |()| acting.entries()) back/>
        }
        .into_any()
    }

    /// What would happen if one let go, or what the tree is waiting for.
    fn hint(self) -> Option<String> {
        if self.carrying.carried().get().is_none() {
            return self.rows.with(|rows| rows.is_empty()).then(|| say("groups-none-found", &[]));
        }
        let over = self.carrying.over().get().and_then(|key| group_at(&key));
        let Some(over) = over else { return Some(say("tree-carry-hint", &[])) };
        match (self.targets.takes(&over), self.targets.refusal(&over)) {
            (_, Some(problem)) => Some(describe(&problem)),
            (Some(true), None) => {
                let name = self.name_of(&over).unwrap_or_default();
                Some(t_with("tree-carry-takes", move || vec![("name", name.clone().into())]).get())
            }
            _ => Some(say("loading", &[])),
        }
    }

    /// What a group is called, if it has been read.
    fn name_of(self, group: &GroupId) -> Option<String> {
        let key = Node::Group(group.clone()).key();
        self.rows.with(|rows| rows.iter().find(|row| row.key == key).map(|row| row.label.clone()))
    }

    /// Shows what is chosen; what could not be read is tried again.
    fn choose(self, key: &str) {
        match Node::of_key(key) {
            Some(node) => self.navigation.go_on_with(&node.parameters()),
            None => self.branches.try_again(key),
        }
    }
}

/// The group onto which a row leads: itself, or the one whose member it is.
fn group_at(key: &str) -> Option<GroupId> {
    match Node::of_key(key)? {
        Node::Group(group) => Some(group),
        Node::Person { group, .. } => group,
    }
}
