//! The rows of the tree: what has been read so far, and outlines for what has not, so that nothing moves
//! when it comes.

use super::{OpenGroups, node::Node};
use crate::{
    api::{Query, query},
    groups::{group_name, kind_icon, kind_in_words},
    i18n::{say, t_with},
    problem::describe,
    session::CurrentSession,
    widgets::{TreeRow, TreeRowKind},
};
use leptos::{prelude::*, reactive::owner::Owner};
use shared::{
    Endpoint, Problem,
    groups::{
        Group, Member,
        api::{List, Members},
    },
    ids::GroupId,
    page::{Cursor, LIMIT_MAX, Page},
    users::{self, Status, UserSummary},
};
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

/// So many groups and people a search shows.
const FOUND: u32 = 50;

/// What has been asked for, and is kept as long as the tree is.
#[derive(Clone, Copy)]
pub(super) struct Branches {
    session: CurrentSession,
    pub(super) open: OpenGroups,
    /// Pages that have been scrolled to, by the keys of the rows that stand for them.
    wanted: RwSignal<BTreeSet<String>>,
    groups: Readings<Page<Group>>,
    people: Readings<Page<Member>>,
    users: Readings<Page<UserSummary>>,
}

/// Readings that outlive whoever asked for them first.
struct Readings<T> {
    all: StoredValue<HashMap<String, Query<T>>>,
    owner: StoredValue<Owner>,
}

impl<T> Clone for Readings<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Readings<T> {}

impl<T: Clone + Send + Sync + 'static> Readings<T> {
    fn new() -> Self {
        let owner = Owner::current().unwrap_or_default();
        Self { all: StoredValue::new(HashMap::new()), owner: StoredValue::new(owner) }
    }

    fn read<E: Endpoint<Response = T> + Clone + Send + Sync + 'static>(self, key: &str, request: E) -> Query<T> {
        if let Some(known) = self.all.with_value(|all| all.get(key).copied()) {
            return known;
        }
        let read = self.owner.with_value(|owner| owner.with(|| query(move || Some(request.clone()))));
        self.all.update_value(|all| {
            all.insert(key.to_owned(), read);
        });
        read
    }

    fn again(self, key: &str) {
        if let Some(read) = self.all.with_value(|all| all.get(key).copied()) {
            read.refresh();
        }
    }
}

/// Rows that stand beside each other, while they are made.
struct Level<'a> {
    rows: &'a mut Vec<TreeRow>,
    depth: u32,
    position: u32,
    size: u32,
}

impl Level<'_> {
    fn next(&mut self) -> (u32, u32) {
        self.position += 1;
        (self.position, self.size)
    }

    /// The row of a page that cannot be read. What can be done goes first: a narrow tree cuts off the end.
    fn failed(&mut self, page: &str, problem: &Problem) {
        let label = format!("{} – {}", say("retry", &[]), describe(problem));
        self.stand_in(format!("r.{page}"), label, TreeRowKind::Failed);
    }

    /// A row that stands for something that is not there.
    fn stand_in(&mut self, key: String, label: String, kind: TreeRowKind) {
        let place = self.next();
        let row =
            TreeRow { key, level: self.depth, label, note: String::new(), icon: "refresh-cw", open: None, place, kind };
        self.rows.push(row);
    }
}

impl Branches {
    pub(super) fn new(session: CurrentSession, open: OpenGroups) -> Self {
        Self {
            session,
            open,
            wanted: RwSignal::new(BTreeSet::new()),
            groups: Readings::new(),
            people: Readings::new(),
            users: Readings::new(),
        }
    }

    /// All rows.
    pub(super) fn rows(self) -> Arc<[TreeRow]> {
        let (mut rows, open) = (Vec::new(), self.open.all());
        self.level(&mut rows, None, 1, &open);
        rows.into()
    }

    /// What is right below a group, or at the top: groups, then people.
    fn level(self, rows: &mut Vec<TreeRow>, parent: Option<&Group>, depth: u32, open: &BTreeSet<String>) {
        let size = parent.map_or(0, |parent| parent.children + parent.members);
        let mut level = Level { rows, depth, position: 0, size };
        if parent.is_none_or(|parent| parent.children > 0) {
            let first = List {
                parent: parent.map(|it| it.id.clone()),
                limit: Some(LIMIT_MAX),
                ..List::first(self.session.org())
            };
            let key = format!("g.{}", id_of(parent));
            let ask = |cursor: Option<&Cursor>| {
                self.groups.read(&key_at(&key, cursor), List { cursor: cursor.cloned(), ..first.clone() })
            };
            self.pages(&mut level, &key, parent.map(|it| it.children), ask, |level, group| {
                self.group(level, &group, open)
            });
        }
        if let Some(group) = parent.filter(|group| group.members > 0) {
            let first =
                Members { org: self.session.org(), group: group.id.clone(), cursor: None, limit: Some(LIMIT_MAX) };
            let key = format!("p.{}", group.id);
            let ask = |cursor: Option<&Cursor>| {
                self.people.read(&key_at(&key, cursor), Members { cursor: cursor.cloned(), ..first.clone() })
            };
            self.pages(&mut level, &key, Some(group.members), ask, |level, member| person(level, &group.id, member));
        }
    }

    /// The pages of a level as far as they are there; outlines for the others.
    fn pages<T: Clone + Send + Sync + 'static>(
        self,
        level: &mut Level<'_>,
        key: &str,
        expected: Option<u32>,
        ask: impl Fn(Option<&Cursor>) -> Query<Page<T>>,
        mut show: impl FnMut(&mut Level<'_>, T),
    ) {
        let (mut cursor, mut shown, mut total) = (None, 0, expected.unwrap_or(1));
        loop {
            let here = key_at(key, cursor.as_ref());
            if cursor.is_some() && !self.wanted.with(|wanted| wanted.contains(&here)) {
                return outlines(level, &here, shown, total);
            }
            let read = ask(cursor.as_ref());
            let page = match (read.answer(), read.problem()) {
                (Some(page), _) => page,
                (None, Some(problem)) => return level.failed(&here, &problem),
                (None, None) => return outlines(level, &here, shown, total),
            };
            total = page.total;
            level.size = level.size.max(total);
            shown += u32::try_from(page.items.len()).unwrap_or(u32::MAX);
            page.items.into_iter().for_each(|item| show(level, item));
            match page.next {
                Some(next) => cursor = Some(next),
                None => return,
            }
        }
    }

    fn group(self, level: &mut Level<'_>, group: &Group, open: &BTreeSet<String>) {
        let is_parent = group.children + group.members > 0;
        let is_open = is_parent && open.contains(group.id.as_str());
        let place = level.next();
        let mut row = group_row(group, level.depth, place);
        row.open = is_parent.then_some(is_open);
        level.rows.push(row);
        if is_open {
            self.level(level.rows, Some(group), level.depth + 1, open);
        }
    }

    /// The groups and people that have all these words in their names.
    pub(super) fn found(self, words: &str) -> Arc<[TreeRow]> {
        let mut rows = Vec::new();
        let mut level = Level { rows: &mut rows, depth: 1, position: 0, size: 0 };
        let q = Some(words.to_owned());
        let groups = List { q: q.clone(), limit: Some(FOUND), ..List::first(self.session.org()) };
        let key = format!("q.{words}");
        let groups = self.groups.read(&key, groups);
        let may = self.session.may::<users::api::List>(&shared::authority::Target::Anywhere);
        let users = users::api::List { q, limit: Some(FOUND), ..users::api::List::first(self.session.org()) };
        let users = may.then(|| self.users.read(&key, users));
        let people = users.map_or(Some(Vec::new()), |users| users.answer().map(|page| page.items));
        let (Some(found), Some(people)) = (groups.answer().map(|page| page.items), people) else {
            match groups.problem().or_else(|| users?.problem()) {
                Some(problem) => {
                    level.size = 1;
                    level.failed(&key, &problem);
                }
                None => outlines(&mut level, "q", 0, 3),
            }
            return rows.into();
        };
        level.size = u32::try_from(found.len() + people.len()).unwrap_or(u32::MAX);
        for group in found {
            let row = group_row(&group, 1, level.next());
            level.rows.push(row);
        }
        for user in people {
            let node = Node::Person { group: None, user: user.id };
            let row = person_row(&node, user.name, user.email, user.status, 1, level.next());
            level.rows.push(row);
        }
        rows.into()
    }

    /// Reads the pages whose outlines can be seen.
    pub(super) fn reach(self, keys: &[String]) {
        let pages = keys.iter().filter_map(|key| Some(key.strip_prefix("w.")?.rsplit_once('.')?.0.to_owned()));
        let pages: Vec<String> = pages.collect();
        let is_new = |page: &String| self.wanted.with_untracked(|wanted| !wanted.contains(page));
        if pages.iter().any(is_new) {
            self.wanted.update(|wanted| wanted.extend(pages));
        }
    }

    /// Reads once more what could not be read.
    pub(super) fn try_again(self, key: &str) {
        if let Some(page) = key.strip_prefix("r.") {
            self.groups.again(page);
            self.people.again(page);
            self.users.again(page);
        }
    }
}

fn id_of(group: Option<&Group>) -> &str {
    group.map_or("", |group| group.id.as_str())
}

fn key_at(key: &str, cursor: Option<&Cursor>) -> String {
    format!("{key}.{}", cursor.map_or("", |cursor| &cursor.0))
}

/// Rows in the place of those that are not there yet.
fn outlines(level: &mut Level<'_>, page: &str, shown: u32, total: u32) {
    for at in shown..total.max(shown + 1) {
        level.stand_in(format!("w.{page}.{at}"), String::new(), TreeRowKind::Waiting);
    }
}

fn group_row(group: &Group, level: u32, place: (u32, u32)) -> TreeRow {
    let (kind, members) = (kind_in_words(group.kind), group.members);
    let note = t_with("groups-note", move || vec![("kind", kind.get().into()), ("members", members.into())]);
    let is_disabled = group.status == Status::Disabled;
    TreeRow {
        key: Node::Group(group.id.clone()).key(),
        level,
        label: group_name(&group.details.name),
        note: if is_disabled { say("status-disabled", &[]) } else { note.get() },
        icon: kind_icon(group.kind),
        open: None,
        place,
        kind: if is_disabled { TreeRowKind::Faded } else { TreeRowKind::Item },
    }
}

fn person(level: &mut Level<'_>, group: &GroupId, member: Member) {
    let node = Node::Person { group: Some(group.clone()), user: member.id };
    let row = person_row(&node, member.name, String::new(), member.status, level.depth, level.next());
    level.rows.push(row);
}

fn person_row(node: &Node, label: String, note: String, status: Status, level: u32, place: (u32, u32)) -> TreeRow {
    let is_disabled = status == Status::Disabled;
    let note = if is_disabled { say("status-disabled", &[]) } else { note };
    let kind = if is_disabled { TreeRowKind::Faded } else { TreeRowKind::Item };
    TreeRow {
        key: node.key(),
        level,
        label,
        note,
        icon: if is_disabled { "user-x" } else { "user" },
        open: None,
        place,
        kind,
    }
}
