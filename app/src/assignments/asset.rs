//! Assigning to a given user: what?

use super::{
    give::{OFFERED, typed},
    kind_in_words,
};
use crate::{
    api::{Mutation, query},
    i18n::{number, say, t, t_with},
    session::{CurrentSession, current_session},
    toasts,
    widgets::{Dialog, DialogActions, Form, Found, Pick, Picker, Select, SelectOption},
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    assignments::{
        Asset, Holder, UserAssignments,
        api::{Assign, Devices, Numbers},
    },
    devices::Device,
    licenses::{License, api::List},
    numbers::Number,
};

/// To whom something is to be assigned, and whether it is asked what.
#[derive(Clone, Copy)]
pub(super) struct Adding {
    open: RwSignal<bool>,
    user: RwSignal<Option<Holder>>,
}

impl Adding {
    pub(super) fn new() -> Self {
        Self { open: RwSignal::new(false), user: RwSignal::new(None) }
    }

    /// Asks what is to be assigned to somebody.
    pub(super) fn open_for(self, user: Holder) {
        self.user.set(Some(user));
        self.open.set(true);
    }
}

/// The question.
#[component]
pub(super) fn AddDialog(adding: Adding) -> impl IntoView {
    let Adding { open, user } = adding;
    let name = move || user.with(|user| user.as_ref().map(|user| user.name.clone()).unwrap_or_default());
    let title = t_with("assign-to-title", move || vec![("user", name().into())]);
    view! { <Dialog open title><AddForm adding/></Dialog> }
}

#[component]
fn AddForm(adding: Adding) -> impl IntoView {
    let Adding { open, user } = adding;
    let (session, mutation, picked) = (current_session(), Mutation::new(), RwSignal::new(None::<Pick>));
    let kind = RwSignal::new("number".to_owned());
    let kinds = ["number", "device", "license"].map(|kind| SelectOption::new(kind, kind_in_words(kind)));
    let submit = move |()| {
        let asset = picked.with_untracked(|picked| asset_of(&kind.read_untracked(), picked.as_ref()?));
        let (Some(asset), Some(user)) = (asset, user.get_untracked()) else {
            return mutation.refuse(Problem::invalid(vec![FieldError::new("asset", "required")]));
        };
        let name = picked.with_untracked(|picked| picked.as_ref().map(|pick| pick.label.clone()).unwrap_or_default());
        mutation.send(Assign { org: session.org(), user: user.id, asset }, move |of: UserAssignments| {
            open.set(false);
            let arguments = move || vec![("name", name.clone().into()), ("user", of.user.name.clone().into())];
            toasts::success(t_with("assigned-done", arguments));
        });
    };
    // What was picked is of another kind now.
    let change = move |_| picked.set(None);
    view! {
        <Form mutation on_submit=submit>
            <Select name="kind" label=t("asset-kind") value=kind options=kinds.to_vec() on_change=change/>
            <AssetPicker session user kind picked/>
            <DialogActions mutation open submit=t("assign")/>
        </Form>
    }
}

fn asset_of(kind: &str, pick: &Pick) -> Option<Asset> {
    match kind {
        "number" => pick.value.parse().ok().map(Asset::Number),
        "device" => pick.value.parse().ok().map(Asset::Device),
        _ => pick.value.parse().ok().map(Asset::License),
    }
}

/// What is free of the chosen kind.
#[component]
fn AssetPicker(
    session: CurrentSession,
    user: RwSignal<Option<Holder>>,
    kind: RwSignal<String>,
    picked: RwSignal<Option<Pick>>,
) -> impl IntoView {
    let words = RwSignal::new(None::<String>);
    let is = move |wanted: &str| kind.with(|kind| kind == wanted);
    let typed = move || words.get().map(typed);
    let (org_1, org_2, org_3) = (session.org(), session.org(), session.org());
    let numbers = query(move || {
        let first = Numbers { assigned: Some(false), limit: Some(OFFERED), ..Numbers::first(org_1.clone()) };
        typed().filter(|_| is("number")).map(|q| Numbers { q, ..first })
    });
    let devices = query(move || {
        let first = Devices { assigned: Some(false), limit: Some(OFFERED), ..Devices::first(org_2.clone()) };
        typed().filter(|_| is("device")).map(|q| Devices { q, ..first })
    });
    let licenses =
        query(move || is("license").then(|| List { org: org_3.clone(), user: user.get().map(|user| user.id) }));
    let found = Signal::derive(move || {
        if is("number") {
            let page = numbers.answer()?;
            return Some(Found { picks: page.items.into_iter().map(pick_number).collect(), total: page.total });
        }
        if is("device") {
            let page = devices.answer()?;
            return Some(Found { picks: page.items.into_iter().map(pick_device).collect(), total: page.total });
        }
        Some(found_licenses(licenses.answer()?, &typed().flatten().unwrap_or_default()))
    });
    view! { <Picker name="asset" label=t("assign-what") words found picked required=true/> }
}

fn pick_number(number: Number) -> Pick {
    Pick { value: number.id.to_string(), label: number.details.number, note: number.details.label }
}

fn pick_device(device: Device) -> Pick {
    Pick { value: device.id.to_string(), label: device.details.model, note: device.details.identifier }
}

/// There are few: all are here. One without a free seat is left out of none, so that it is told
/// that there is none.
fn found_licenses(all: Vec<License>, words: &str) -> Found {
    let words = words.to_lowercase();
    let fits =
        |license: &License| words.split_whitespace().all(|word| license.details.name.to_lowercase().contains(word));
    let pick = |license: License| {
        let available = number(license.available().into());
        let note = say("license-free", &[("count", available.into())]);
        Pick { value: license.id.to_string(), label: license.details.name, note }
    };
    let picks: Vec<Pick> = all.into_iter().filter(fits).map(pick).collect();
    Found { total: picks.len() as u32, picks }
}
