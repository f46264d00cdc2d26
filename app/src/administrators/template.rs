//! A new administrator who begins with what another one holds (EBE-9), as far as one may give it.

use super::appointment::Appointment;
use crate::{
    api::query,
    browser,
    grants::TEMPLATE,
    i18n::t_with,
    navigation::query_parameter,
    session::CurrentSession,
    widgets::{Alert, SkeletonKind, when_ready},
};
use leptos::prelude::*;
use shared::{
    authority::{self, CopyMode, CopyPlan},
    grants::NewGrant,
    ids::UserId,
    previews::api::{Facts, View},
};

/// Whose privileges it begins with, and what of them one may give.
#[derive(Clone, Debug)]
pub(super) struct Template {
    name: String,
    plan: CopyPlan,
}

/// Shows a form that may begin with a template, once that is known: the address names it.
pub(super) fn when_template_known(
    session: CurrentSession,
    ready: impl Fn(Option<Template>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let asked = query_parameter(TEMPLATE).get_untracked().and_then(|user| user.parse::<UserId>().ok());
    let Some(user) = asked else {
        return ready(None);
    };
    let (org, of_facts) = (session.org(), user.clone());
    let facts = query(move || Some(View { template: Some(of_facts.clone()), ..View::nothing(org.clone()) }));
    when_ready(facts, SkeletonKind::Form, move |facts: Signal<Facts>| {
        ready(Some(facts.with_untracked(|facts| Template::of(session, &user, facts))))
    })
}

impl Template {
    fn of(session: CurrentSession, user: &UserId, facts: &Facts) -> Self {
        // No record has this id: nobody holds anything yet.
        let nobody = UserId::from_u128(0);
        let plan = session.signal().with_untracked(|session| {
            let (mode, now) = (CopyMode::Add, browser::now());
            authority::copy(&session.access, user, &nobody, mode, &facts.snapshot, now)
        });
        Self { name: facts.users.get(user).cloned().unwrap_or_default(), plan }
    }

    /// With what the form begins.
    pub(super) fn appointment(&self) -> Appointment {
        let grant = |facts: &authority::GrantFacts| NewGrant {
            role: facts.role.clone(),
            scope: facts.scope.clone(),
            validity: facts.validity,
            reason: String::new(),
        };
        Appointment { grants: self.plan.added.iter().map(grant).collect(), ..Appointment::default() }
    }

    /// Says so on top of the form.
    pub(super) fn note(self) -> AnyView {
        let (name, left_out) = (self.name, self.plan.left_out.len());
        let words = t_with("administrator-template", move || {
            vec![("name", name.clone().into()), ("left_out", left_out.into())]
        });
        view! { <Alert>{words}</Alert> }.into_any()
    }
}
