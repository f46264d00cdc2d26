//! A verdict in words. Whoever and whatever one may not see stays unnamed.

use super::parts::{Part, parts};
use crate::{
    groups::group_name,
    i18n::{Value, say},
    problem::{describe, permission_in_words},
    roles::role_name,
    scope::scope_named,
    widgets::OutlookLine,
};
use shared::{
    Code,
    authority::{
        Permission, Place,
        judge::{Diff, Gain, PersonDiff, Refusal},
    },
    grants::Subject,
    ids::{GrantId, GroupId, SiteId, UserId},
    previews::api::Facts,
    sites::Site,
};

/// So many rights of a kind are named, the others counted.
const NAMED: usize = 6;

/// What is known by name.
pub(super) struct Words {
    pub(super) facts: Facts,
    pub(super) sites: Vec<Site>,
    /// Who looks at it.
    pub(super) reader: UserId,
}

impl Words {
    pub(super) fn gains(&self, diff: &Diff) -> Vec<OutlookLine> {
        self.lines(diff, |person| &person.gained)
    }

    pub(super) fn losses(&self, diff: &Diff) -> Vec<OutlookLine> {
        self.lines(diff, |person| &person.lost)
    }

    fn lines(&self, diff: &Diff, of: fn(&PersonDiff) -> &Vec<Gain>) -> Vec<OutlookLine> {
        let changed = diff.people.iter().filter(|person| !of(person).is_empty());
        let line = |person: &PersonDiff| OutlookLine {
            name: self.user(&person.user),
            parts: parts(of(person)).iter().map(|part| self.part(part)).collect(),
        };
        let mut lines: Vec<_> = changed.map(line).collect();
        lines.sort_by_key(|line| line.name.to_lowercase());
        lines
    }

    /// "at Ghent, through Ops: the right to see users, change users".
    fn part(&self, part: &Part) -> String {
        let place = Value::Text(self.place(&part.place));
        let permissions = Value::Text(rights(&part.permissions));
        match &part.through {
            None => say("preview-part", &[("place", place), ("permissions", permissions)]),
            Some(group) => {
                let group = Value::Text(self.group(group));
                say("preview-part-through", &[("place", place), ("group", group), ("permissions", permissions)])
            }
        }
    }

    /// Grants that would be orphaned: who holds what where.
    pub(super) fn orphans(&self, diff: &Diff) -> Vec<OutlookLine> {
        diff.orphaned.iter().filter_map(|grant| self.orphan(grant)).collect()
    }

    fn orphan(&self, grant: &GrantId) -> Option<OutlookLine> {
        let facts = self.facts.snapshot.grants.get(grant)?;
        let role = self.facts.snapshot.roles.get(&facts.role).map(|role| role_name(&role.name)).unwrap_or_default();
        let scope = scope_named(&facts.scope, &self.sites, &self.facts.groups);
        let what = say("preview-orphan", &[("role", role.into()), ("scope", scope.into())]);
        Some(OutlookLine { name: self.subject(&facts.subject), parts: vec![what] })
    }

    /// The counter-example as a sentence.
    pub(super) fn refusal(&self, refusal: &Refusal) -> Option<String> {
        let who = refusal.subject.as_ref().map(|subject| self.subject(subject));
        Some(match (refusal.code, &refusal.entitlement, who) {
            (Code::ExceedsOwnAuthority, Some(entitlement), Some(who)) => {
                let right = entitlement.permission.as_ref().map_or_else(everything, right);
                self.too_much(who, right, &entitlement.place, refusal.through.as_ref())
            }
            // An owner is one of everything: no other scope and no group can have the role.
            (Code::ExceedsOwnAuthority, None, Some(_)) => say("giving-owner-everywhere", &[]),
            (Code::NotDominated, _, Some(who)) => say("preview-refused-loss", &[("who", who.into())]),
            (Code::OnOneself, Some(entitlement), _) if self.is_about_oneself(refusal) => {
                let right = entitlement.permission.as_ref().map_or_else(everything, right);
                say("preview-refused-oneself", &[("permission", right.into())])
            }
            _ => describe(&refusal.problem(|_| true)),
        })
    }

    /// Moving others to oneself is refused with the same code as giving oneself something.
    fn is_about_oneself(&self, refusal: &Refusal) -> bool {
        refusal.subject == Some(Subject::User(self.reader.clone()))
    }

    fn too_much(&self, who: String, right: String, place: &Place, through: Option<&GroupId>) -> String {
        let (who, right, place) = (Value::Text(who), Value::Text(right), Value::Text(self.place(place)));
        match through {
            None => say("preview-refused-gain", &[("who", who), ("permission", right), ("place", place)]),
            Some(group) => {
                let group = Value::Text(self.group(group));
                let named = [("who", who), ("permission", right), ("place", place), ("group", group)];
                say("preview-refused-gain-through", &named)
            }
        }
    }

    fn place(&self, place: &Place) -> String {
        match place {
            Place::Organization => say("preview-in-organization", &[]),
            Place::Site(site) => match self.site(site) {
                Some(name) => say("preview-at-site", &[("site", name.into())]),
                None => say("preview-at-some-site", &[]),
            },
            Place::Group(group) => say("preview-in-group", &[("group", self.group(group).into())]),
        }
    }

    fn site(&self, site: &SiteId) -> Option<String> {
        self.sites.iter().find(|known| known.id == *site).map(|known| known.details.name.clone())
    }

    fn subject(&self, subject: &Subject) -> String {
        match subject {
            Subject::User(user) => self.user(user),
            Subject::Group(group) => say("preview-group-members", &[("group", self.group(group).into())]),
        }
    }

    fn user(&self, user: &UserId) -> String {
        self.facts.users.get(user).cloned().unwrap_or_else(|| say("preview-somebody", &[]))
    }

    fn group(&self, group: &GroupId) -> String {
        self.facts.groups.get(group).map(|name| group_name(name)).unwrap_or_else(|| say("preview-some-group", &[]))
    }
}

/// "see users, change users and 3 other rights".
fn rights(permissions: &[Option<Permission>]) -> String {
    let named = permissions.iter().take(NAMED).map(|permission| permission.as_ref().map_or_else(everything, right));
    let list = named.collect::<Vec<_>>().join(", ");
    match permissions.len().saturating_sub(NAMED) {
        0 => list,
        more => say("preview-more-rights", &[("rights", list.into()), ("count", more.into())]),
    }
}

fn right(permission: &Permission) -> String {
    permission_in_words(permission.as_str())
}

fn everything() -> String {
    say("preview-everything", &[])
}
