//! Assigning a given thing: to whom?

use crate::{
    api::{Mutation, query},
    i18n::{t, t_with},
    people::picked_user,
    session::current_session,
    toasts,
    widgets::{Dialog, DialogActions, Form, Found, Pick, Picker},
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    assignments::{
        Asset, UserAssignments,
        api::{Assign, Users},
    },
};

/// Something to assign, with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Thing {
    pub(super) asset: Asset,
    pub(super) name: String,
}

/// What is to be assigned, and whether it is asked to whom.
#[derive(Clone, Copy)]
pub(super) struct Giving {
    open: RwSignal<bool>,
    thing: RwSignal<Option<Thing>>,
}

impl Giving {
    pub(super) fn new() -> Self {
        Self { open: RwSignal::new(false), thing: RwSignal::new(None) }
    }

    /// Asks to whom this is to be assigned.
    pub(super) fn open_with(self, thing: Thing) {
        self.thing.set(Some(thing));
        self.open.set(true);
    }
}

/// The question.
#[component]
pub(super) fn GiveDialog(giving: Giving) -> impl IntoView {
    let Giving { open, thing } = giving;
    let name = move || thing.with(|thing| thing.as_ref().map(|thing| thing.name.clone()).unwrap_or_default());
    let title = t_with("assign-title", move || vec![("name", name().into())]);
    view! { <Dialog open title><GiveForm giving/></Dialog> }
}

#[component]
fn GiveForm(giving: Giving) -> impl IntoView {
    let Giving { open, thing } = giving;
    let (session, mutation, picked) = (current_session(), Mutation::new(), RwSignal::new(None::<Pick>));
    let submit = move |()| {
        let Some(user) = untrack(|| picked_user(picked)) else {
            return mutation.refuse(Problem::invalid(vec![FieldError::new("user", "required")]));
        };
        let Some(Thing { asset, name }) = thing.get_untracked() else {
            return;
        };
        mutation.send(Assign { org: session.org(), user, asset }, move |of: UserAssignments| {
            open.set(false);
            let arguments = move || vec![("name", name.clone().into()), ("user", of.user.name.clone().into())];
            toasts::success(t_with("assigned-done", arguments));
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <HolderPicker picked/>
            <DialogActions mutation open submit=t("assign")/>
        </Form>
    }
}

/// So many are offered; more words find the others.
pub(super) const OFFERED: u32 = 8;

/// Somebody whose assignments one may see.
#[component]
fn HolderPicker(picked: RwSignal<Option<Pick>>) -> impl IntoView {
    let (org, words) = (current_session().org(), RwSignal::new(None::<String>));
    let read =
        query(move || Some(Users { q: words.get().map(typed)?, limit: Some(OFFERED), ..Users::first(org.clone()) }));
    let pick = |of: UserAssignments| Pick { value: of.user.id.to_string(), label: of.user.name, note: of.email };
    let found = Signal::derive(move || {
        let page = read.answer()?;
        Some(Found { picks: page.items.into_iter().map(pick).collect(), total: page.total })
    });
    view! { <Picker name="user" label=t("assign-whom") words found picked required=true/> }
}

/// What is looked for: everything, as long as nothing is typed.
pub(super) fn typed(words: String) -> Option<String> {
    Some(words.trim().to_owned()).filter(|words| !words.is_empty())
}
