//! The fields of a user.

use super::draft::UserDraft;
use crate::{
    i18n::t,
    people::{AccountFields, AddressFields, ContactFields},
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
    view! {
        <FormSection title=t("user-account")>
            <AccountFields within="person" draft=draft.person hint=t("user-name-follows") read_only=account/>
            {move || site(draft, places, account.get())}
        </FormSection>
        <FormSection title=t("user-contact")>
            <ContactFields within="person" draft=draft.person read_only email_read_only=account/>
        </FormSection>
        <FormSection title=t("address")>
            <AddressFields within="person.address" draft=draft.person.address read_only/>
        </FormSection>
    }
}

/// The site: a choice, or what was chosen where it cannot be changed.
fn site(draft: UserDraft, places: Signal<Vec<SelectOption>>, locked: bool) -> AnyView {
    if locked {
        let name = RwSignal::new(String::new());
        Effect::new(move |_| name.set(chosen(draft, &places.read())));
        return view! { <Columns><TextField name="site" label=t("site") value=name read_only=true/></Columns> }
            .into_any();
    }
    view! { <Columns><Select name="site" label=t("site") value=draft.site options=places hint=t("user-site-hint")/></Columns> }.into_any()
}

fn chosen(draft: UserDraft, places: &[SelectOption]) -> String {
    let site = draft.site.read();
    places.iter().find(|place| place.value() == *site).map(|place| place.label().get()).unwrap_or_default()
}
