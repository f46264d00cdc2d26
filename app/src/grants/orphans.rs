//! What becomes of grants for which nobody would answer any more: they stay, unless one suspends
//! them or names somebody else before.

use crate::{
    api::Mutation,
    i18n::t,
    people::{Among, PersonPicker, picked_user},
    session::{CurrentSession, current_session},
    widgets::{Pick, Select, SelectOption, Stack},
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    grants::{
        Grant,
        api::{Rehome, Suspend},
    },
    ids::{GrantId, UserId},
};

/// The grants, and what is chosen for them.
#[derive(Clone, Copy)]
pub(crate) struct Orphans {
    session: CurrentSession,
    grants: Signal<Vec<GrantId>>,
    choice: RwSignal<String>,
    grantor: RwSignal<Option<Pick>>,
}

const KEEP: &str = "keep";
const SUSPEND: &str = "suspend";
const REHOME: &str = "rehome";

/// Something to be done to each of them.
#[derive(Clone)]
enum Settlement {
    Suspend,
    Rehome(UserId),
}

impl Orphans {
    /// Those that a change would leave.
    pub(crate) fn of(grants: Signal<Vec<GrantId>>) -> Self {
        let (choice, grantor) = (RwSignal::new(KEEP.to_owned()), RwSignal::new(None));
        Self { session: current_session(), grants, choice, grantor }
    }

    /// The choice, if there is anything to choose.
    pub(crate) fn choice(self) -> AnyView {
        let is_any = Memo::new(move |_| self.grants.with(|grants| !grants.is_empty()));
        let options = || {
            vec![
                SelectOption::new(KEEP, t("orphans-keep")),
                SelectOption::new(SUSPEND, t("orphans-suspend")),
                SelectOption::new(REHOME, t("orphans-rehome")),
            ]
        };
        let is_rehoming = Memo::new(move |_| self.choice.with(|choice| choice == REHOME));
        let picker = move || {
            is_rehoming.get().then(|| {
                view! { <PersonPicker name="grantor" label=t("grant-grantor") among=Among::Administrators picked=self.grantor required=true hint=t("grant-rehome-why")/> }
            })
        };
        let choice = move || view! { <Stack><Select name="orphans" label=t("orphans-choice") value=self.choice options=options()/>{picker}</Stack> };
        view! { {move || is_any.get().then(choice)} }.into_any()
    }

    /// Does to each what is chosen, one after the other, then goes on. What stands in the way of
    /// one stops it there.
    pub(crate) fn settle(self, mutation: Mutation, then: impl FnOnce() + 'static) {
        let settlement = match self.choice.get_untracked().as_str() {
            SUSPEND => Settlement::Suspend,
            REHOME => match untrack(|| picked_user(self.grantor)) {
                Some(grantor) => Settlement::Rehome(grantor),
                None => return mutation.refuse(Problem::invalid(vec![FieldError::new("grantor", "required")])),
            },
            _ => return then(),
        };
        self.settle_all(mutation, settlement, self.grants.get_untracked(), Box::new(then));
    }

    fn settle_all(self, mutation: Mutation, settlement: Settlement, mut grants: Vec<GrantId>, then: Box<dyn FnOnce()>) {
        let Some(grant) = grants.pop() else { return then() };
        let (org, again) = (self.session.org(), settlement.clone());
        let next = move |_: Grant| self.settle_all(mutation, again, grants, then);
        match settlement {
            Settlement::Suspend => mutation.send(Suspend { org, grant }, next),
            Settlement::Rehome(grantor) => mutation.send(Rehome { org, grant, grantor }, next),
        }
    }
}
