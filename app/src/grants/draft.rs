//! What is typed and chosen about a grant that is to be made.

use crate::{browser::typed_time, scope::ReachDraft};
use leptos::prelude::*;
use shared::{
    grants::{NewGrant, Validity},
    ids::{RoleId, Slug},
    previews::api::{Groups, View},
};

/// A grant as typed so far.
#[derive(Clone, Copy)]
pub(super) struct GrantDraft {
    pub(super) role: RwSignal<String>,
    pub(super) reach: ReachDraft,
    pub(super) from: RwSignal<String>,
    pub(super) until: RwSignal<String>,
    pub(super) reason: RwSignal<String>,
}

impl GrantDraft {
    pub(super) fn new(everywhere: bool) -> Self {
        Self {
            role: RwSignal::default(),
            reach: ReachDraft::new(everywhere),
            from: RwSignal::default(),
            until: RwSignal::default(),
            reason: RwSignal::default(),
        }
    }

    /// The grant, once a role is chosen. Followed.
    pub(super) fn grant(self) -> Option<NewGrant> {
        self.role.with(|role| role.parse().ok()).map(|role| self.of_role(role))
    }

    /// The grant of this role. Followed.
    pub(super) fn of_role(self, role: RoleId) -> NewGrant {
        let validity =
            Validity { from: self.from.with(|it| typed_time(it)), until: self.until.with(|it| typed_time(it)) };
        let reason = self.reason.with(|reason| reason.trim().to_owned());
        NewGrant { role, scope: self.reach.scope(), validity, reason }
    }

    /// The facts around the groups that it reaches, if it reaches any.
    pub(super) fn around(self, org: Slug) -> View {
        let groups = self.reach.groups();
        View { reached: (!groups.is_empty()).then_some(Groups(groups)), ..View::nothing(org) }
    }
}
