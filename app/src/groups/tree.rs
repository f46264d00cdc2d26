//! The tree of groups, level by level: what is below a group is read when it is opened. Which
//! groups are open stands in the address (`?open=`).

use super::{group_name, kind_icon, kind_in_words};
use crate::{
    api::query,
    i18n::{Text, say, t, t_with},
    navigation::{Entry, Navigation, use_navigation},
    problem::describe,
    route::Page,
    session::CurrentSession,
    widgets::{TreeAction, TreeItem, TreeSkeleton},
};
use leptos::prelude::*;
use shared::{
    groups::{Group, api::List},
    ids::GroupId,
    page::{self, Cursor, LIMIT_MAX},
};
use std::collections::BTreeSet;

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

    fn contains(self, group: &GroupId) -> bool {
        self.open.with(|open| open.as_ref().is_some_and(|open| open.split('.').any(|id| id == group.as_str())))
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
        self.navigation.set_parameters(&[(OPEN, Some(all.join(".")))], Entry::Replace);
    }
}

/// The groups right below one, or the first page of the topmost, which is there already.
pub(super) fn level(
    session: CurrentSession,
    open: OpenGroups,
    parent: Option<GroupId>,
    cursor: Option<Cursor>,
) -> AnyView {
    let (org, is_top) = (session.org(), parent.is_none() && cursor.is_none());
    let below = parent.clone();
    let read = query(move || {
        Some(List { org: org.clone(), parent: parent.clone(), q: None, cursor: cursor.clone(), limit: Some(LIMIT_MAX) })
    });
    let failed = move |problem| {
        let label = Text::derive(move || format!("{} {}", describe(&problem), say("retry", &[])));
        view! { <TreeAction label icon="refresh-cw" is_first=is_top on_press=move |()| read.refresh()/> }.into_any()
    };
    let content = move || match (read.answer(), read.problem()) {
        (Some(page), _) => items(session, open, page, below.clone(), is_top),
        (None, Some(problem)) => failed(problem),
        (None, None) => view! { <TreeSkeleton/> }.into_any(),
    };
    view! { {content} }.into_any()
}

/// A page of groups, and the way to the next.
pub(super) fn items(
    session: CurrentSession,
    open: OpenGroups,
    page: page::Page<Group>,
    parent: Option<GroupId>,
    is_top: bool,
) -> AnyView {
    let next = page.next.map(|cursor| more(session, open, parent, cursor));
    let items = page.items.into_iter().enumerate();
    let items = items.map(|(at, group)| item(session, open, group, is_top && at == 0)).collect_view();
    view! { {items}{next} }.into_any()
}

fn more(session: CurrentSession, open: OpenGroups, parent: Option<GroupId>, cursor: Cursor) -> AnyView {
    let is_wanted = RwSignal::new(false);
    let rest = move || match is_wanted.get() {
        true => level(session, open, parent.clone(), Some(cursor.clone())),
        false => {
            view! { <TreeAction label=t("groups-more") icon="chevron-down" on_press=move |()| is_wanted.set(true)/> }
                .into_any()
        }
    };
    view! { {rest} }.into_any()
}

fn item(session: CurrentSession, open: OpenGroups, group: Group, is_first: bool) -> AnyView {
    let Group { id, kind, details, members, children, .. } = group;
    let page = Page::Group(id.clone());
    let href = Signal::derive(move || session.link(page.clone()));
    let note =
        t_with("groups-note", move || vec![("kind", kind_in_words(kind).get().into()), ("members", members.into())]);
    let (this, toggled, below) = (id.clone(), id.clone(), id);
    let is_open = Signal::derive(move || open.contains(&this));
    let label = Text::derive(move || group_name(&details.name));
    let toggle = move |wanted| open.set(&toggled, wanted);
    view! {
        <TreeItem label=label href icon=kind_icon(kind) note is_first is_parent={children > 0} open=is_open on_toggle=toggle>
            {level(session, open, Some(below.clone()), None)}
        </TreeItem>
    }
    .into_any()
}
