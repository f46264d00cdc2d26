//! The fields of a user.

use super::draft::UserDraft;
use crate::{
    i18n::{say, t},
    people::{AccountFields, AddressFields, AgentField, ContactFields, MoreFields},
    widgets::{Columns, FormSection, Select, SelectOption, TextField},
};
use leptos::prelude::*;

/// What may not be changed about somebody.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Locks {
    /// All of it.
    pub(super) everything: Signal<bool>,
    /// What one signs in with, and the site: who changes these takes the account over.
    pub(super) account: Signal<bool>,
}

/// Who it is, where he belongs, how he is reached.
#[component]
pub(super) fn UserFields(
    draft: UserDraft,
    places: Signal<Vec<SelectOption>>,
    #[prop(optional)] locks: Locks,
) -> impl IntoView {
    let read_only = locks.everything;
    let account = Signal::derive(move || locks.everything.get() || locks.account.get());
    let locked = Signal::derive(move || read_only.get().then(|| say("agent-locked", &[])));
    view! {
        <FormSection title=t("user-account")>
            <AccountFields within="person" draft=draft.person hint=t("user-name-follows") read_only=account/>
            <SiteField value=draft.site places locked=account/>
            <AgentField draft=draft.person obstacle=locked/>
            <MoreFields within="person" draft=draft.person read_only/>
        </FormSection>
        <FormSection title=t("user-contact")>
            <ContactFields within="person" draft=draft.person read_only email_read_only=account/>
        </FormSection>
        <FormSection title=t("address")>
            <AddressFields within="person.address" draft=draft.person.address read_only/>
        </FormSection>
    }
}

/// Where somebody works: a choice, or what was chosen where it cannot be changed.
#[component]
pub(crate) fn SiteField(
    value: RwSignal<String>,
    #[prop(into)] places: Signal<Vec<SelectOption>>,
    #[prop(optional, into)] locked: Signal<bool>,
) -> impl IntoView {
    let choice = move || {
        if locked.get() {
            let name = RwSignal::new(String::new());
            Effect::new(move |_| name.set(chosen(&value.read(), &places.read())));
            return view! { <TextField name="site" label=t("user-site") value=name read_only=true/> }.into_any();
        }
        view! { <Select name="site" label=t("user-site") value options=places hint=t("user-site-hint")/> }.into_any()
    };
    view! { <Columns>{choice}</Columns> }
}

fn chosen(site: &str, places: &[SelectOption]) -> String {
    places.iter().find(|place| place.value() == site).map(|place| place.label().get()).unwrap_or_default()
}
