//! Where somebody could be moved, of all groups in sight: the edge judges it while he is carried.

use super::{group_at, node::Node};
use crate::{
    api::{Query, query},
    session::CurrentSession,
};
use leptos::{prelude::*, reactive::owner::Owner};
use shared::{
    Problem,
    groups::{
        MoveTarget,
        api::{MoveTargets, TARGETS_MAX},
    },
    ids::GroupId,
    previews::api::Groups,
};
use std::collections::BTreeSet;

/// The verdicts.
#[derive(Clone, Copy)]
pub(super) struct Targets {
    carried: RwSignal<Option<Node>>,
    /// A reading for each time that somebody is carried: verdicts about one are none about another.
    read: RwSignal<Option<Query<Vec<MoveTarget>>>>,
}

impl Targets {
    pub(super) fn new(
        session: CurrentSession,
        carried: RwSignal<Option<Node>>,
        visible: RwSignal<Vec<String>>,
    ) -> Self {
        let (read, page, reading) = (RwSignal::new(None), Owner::current().unwrap_or_default(), StoredValue::new(None));
        Effect::new(move |_| {
            let Some(Node::Person { group: Some(group), user }) = carried.get() else { return };
            let (org, owner) = (session.org(), page.child());
            let ask = move || {
                // Once nobody is carried, there is nothing to ask.
                if carried.with(Option::is_none) {
                    return None;
                }
                let (org, group, user) = (org.clone(), group.clone(), user.clone());
                let seen = visible.with(|keys| keys.iter().filter_map(|key| group_at(key)).collect::<BTreeSet<_>>());
                let to: BTreeSet<GroupId> = seen.into_iter().take(TARGETS_MAX).collect();
                (!to.is_empty()).then_some(MoveTargets { org, group, user, to: Groups(to) })
            };
            read.set(Some(owner.with(|| query(ask))));
            reading.set_value(Some(owner));
        });
        Self { carried, read }
    }

    fn told(self) -> Option<Vec<MoveTarget>> {
        self.read.get()?.answer()
    }

    /// Whether a group takes whoever is carried; nothing until it is known.
    pub(super) fn takes(self, group: &GroupId) -> Option<bool> {
        if self.is_there(group) {
            return None;
        }
        let told = self.told()?;
        told.iter().find(|target| target.group == *group).map(|target| target.problem.is_none())
    }

    /// Why it does not.
    pub(super) fn refusal(self, group: &GroupId) -> Option<Problem> {
        let told = self.told().filter(|_| !self.is_there(group))?;
        told.into_iter().find(|target| target.group == *group)?.problem
    }

    fn is_there(self, group: &GroupId) -> bool {
        self.carried.with(|carried| matches!(carried, Some(Node::Person { group: Some(from), .. }) if from == group))
    }
}
