//! What is typed and ticked about an administrator.

use super::{authority::AuthorityDraft, grants::Grants};
use crate::{editing::Draft, people::PersonDraft};
use leptos::prelude::*;
use shared::{
    Problem,
    administrators::Administrator,
    grants::{NewGrant, Subject},
    ids::SiteId,
    users::Person,
    validation::Validate,
};

/// Who it is, and what he may do where.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Appointment {
    pub(super) person: Person,
    pub(super) site: Option<SiteId>,
    pub(super) grants: Grants,
}

impl Appointment {
    /// What can be changed about an administrator.
    pub(super) fn of(administrator: &Administrator) -> Self {
        let grant = |held: &shared::grants::Grant| NewGrant {
            role: held.role.clone(),
            scope: held.scope.clone(),
            validity: held.validity,
            reason: held.reason.clone(),
        };
        // What he inherits from groups is theirs to change.
        let own = administrator.grants.iter().filter(|held| matches!(held.subject, Subject::User(_)));
        let user = &administrator.user;
        Self { person: user.person.clone(), site: user.site.clone(), grants: own.map(grant).collect() }
    }
}

/// What is typed and ticked so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct AppointmentDraft {
    pub(super) person: PersonDraft,
    /// The chosen site's id, or nothing.
    pub(super) site: RwSignal<String>,
    pub(super) authority: AuthorityDraft,
}

impl AppointmentDraft {
    pub(super) fn new() -> Self {
        Self {
            person: PersonDraft::new(&Person::default()),
            site: RwSignal::default(),
            authority: AuthorityDraft::new(),
        }
    }

    /// Checks a request made of this draft, as the edge will. Errors of grants are said at the
    /// boxes where they are to be mended.
    pub(super) fn check<R: Validate>(self, request: R) -> Result<R, Problem> {
        let mut errors = request.validate().err().map(|problem| problem.errors).unwrap_or_default();
        errors.retain(|error| error.field != "grants");
        errors.extend(self.authority.errors());
        if errors.is_empty() { Ok(request) } else { Err(Problem::invalid(errors)) }
    }
}

impl Draft for AppointmentDraft {
    type Value = Appointment;

    fn value(self) -> Appointment {
        let site = self.site.with(|site| site.parse().ok());
        Appointment { person: self.person.person(), site, grants: self.authority.grants() }
    }

    fn fill(self, value: &Appointment) {
        self.person.fill(&value.person);
        self.site.set(value.site.as_ref().map(ToString::to_string).unwrap_or_default());
        self.authority.fill(&value.grants);
    }
}
