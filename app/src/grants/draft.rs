//! What is typed and chosen about a grant that is to be made.

use crate::{browser::typed_time, scope::known_sites, widgets::Pick};
use leptos::prelude::*;
use shared::{
    authority::Scope,
    grants::{NewGrant, Validity},
    ids::{GroupId, RoleId, Slug},
    previews::api::{Groups, View},
};
use std::collections::BTreeSet;

/// Where a grant reaches, as the choice is called in the form.
pub(super) const ORGANIZATION: &str = "organization";
pub(super) const SITES: &str = "sites";
pub(super) const GROUPS: &str = "groups";

/// A grant as typed so far.
#[derive(Clone, Copy)]
pub(super) struct GrantDraft {
    pub(super) role: RwSignal<String>,
    pub(super) reach: RwSignal<String>,
    pub(super) sites: RwSignal<BTreeSet<String>>,
    pub(super) groups: RwSignal<Vec<Pick>>,
    pub(super) from: RwSignal<String>,
    pub(super) until: RwSignal<String>,
    pub(super) reason: RwSignal<String>,
}

impl GrantDraft {
    pub(super) fn new(reach: &str) -> Self {
        Self {
            role: RwSignal::default(),
            reach: RwSignal::new(reach.to_owned()),
            sites: RwSignal::default(),
            groups: RwSignal::default(),
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
        NewGrant { role, scope: self.scope(), validity, reason }
    }

    /// Where there is but one site, that is where (EBE-8).
    pub(super) fn choose_the_only_site(self) {
        let sites = known_sites();
        Effect::new(move |_| {
            if let Some([only]) = sites.answer().as_deref() {
                self.sites.set([only.id.to_string()].into());
                self.reach.set(SITES.to_owned());
            }
        });
    }

    /// The facts around the groups that it reaches, if it reaches any.
    pub(super) fn around(self, org: Slug) -> View {
        let groups = self.groups();
        View { reached: (!groups.is_empty()).then_some(Groups(groups)), ..View::nothing(org) }
    }

    /// The groups that it reaches, if it reaches any.
    pub(super) fn groups(self) -> BTreeSet<GroupId> {
        let picked = || self.groups.with(|picks| picks.iter().filter_map(|pick| pick.value.parse().ok()).collect());
        if self.reach.with(|reach| reach == GROUPS) { picked() } else { BTreeSet::new() }
    }

    fn scope(self) -> Scope {
        match self.reach.get().as_str() {
            ORGANIZATION => Scope::Organization,
            GROUPS => Scope::Groups { groups: self.groups() },
            _ => {
                Scope::Sites { sites: self.sites.with(|sites| sites.iter().filter_map(|it| it.parse().ok()).collect()) }
            }
        }
    }
}
