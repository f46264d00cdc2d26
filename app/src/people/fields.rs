//! The fields of a person. `within` is the path of the record in the request that the form
//! sends, such as `person` or `profile`: errors are looked up there.

use super::{AddressDraft, PersonDraft, PhonesDraft};
use crate::{
    i18n::{Text, t},
    widgets::{Checkbox, Columns, TextField},
};
use leptos::prelude::*;

/// What somebody signs in with.
#[component]
pub fn AccountFields(
    #[prop(into)] within: String,
    draft: PersonDraft,
    /// Explains the user name, where there is something to explain.
    #[prop(optional, into)]
    hint: Option<Text>,
    #[prop(optional, into)] read_only: Signal<bool>,
) -> impl IntoView {
    let name = format!("{within}.user_name");
    let hint = hint.unwrap_or_else(|| t("user-name-hint"));
    view! {
        <Columns>
            <TextField name label=t("user-name") value=draft.user_name required=true hint read_only/>
        </Columns>
    }
}

/// Whether somebody is an agent, too (EBE-5).
#[component]
pub fn AgentField(draft: PersonDraft, #[prop(optional, into)] obstacle: Signal<Option<String>>) -> impl IntoView {
    let change = move |ticked| draft.agent.set(ticked);
    view! { <Checkbox label=t("agent") checked=draft.agent on_change=change hint=t("agent-hint") obstacle/> }
}

/// How somebody is called and reached.
#[component]
pub fn ContactFields(
    #[prop(into)] within: String,
    draft: PersonDraft,
    #[prop(optional, into)] read_only: Signal<bool>,
    /// Whether the e-mail address stays as it is: one signs in with it too.
    #[prop(optional, into)]
    email_read_only: Signal<bool>,
) -> impl IntoView {
    let email = format!("{within}.email");
    let phones = format!("{within}.phones");
    let email_read_only = Signal::derive(move || read_only.get() || email_read_only.get());
    view! {
        <Columns>
            <NameFields within draft read_only/>
            <TextField name=email label=t("email") value=draft.email kind="email" required=true read_only=email_read_only/>
            <PhoneFields within=phones draft=draft.phones read_only/>
        </Columns>
    }
}

/// Given, middle and family name, to stand among other fields.
#[component]
pub fn NameFields(
    #[prop(into)] within: String,
    draft: PersonDraft,
    #[prop(optional, into)] read_only: Signal<bool>,
) -> impl IntoView {
    let name = move |part: &str| format!("{within}.{part}");
    view! {
        <TextField name=name("given_name") label=t("given-name") value=draft.given_name required=true read_only/>
        <TextField name=name("middle_name") label=t("middle-name") value=draft.middle_name read_only/>
        <TextField name=name("family_name") label=t("family-name") value=draft.family_name required=true read_only/>
    }
}

/// What else is known about somebody in his work.
#[component]
pub fn MoreFields(
    #[prop(into)] within: String,
    draft: PersonDraft,
    #[prop(optional, into)] read_only: Signal<bool>,
) -> impl IntoView {
    let name = move |part: &str| format!("{within}.{part}");
    view! {
        <Columns>
            <TextField name=name("nick_name") label=t("nick-name") value=draft.nick_name read_only/>
            <TextField name=name("sso_id") label=t("sso-id") value=draft.sso_id hint=t("sso-id-hint") read_only/>
            <TextField name=name("description") label=t("user-description") value=draft.description read_only/>
        </Columns>
    }
}

/// Telephone numbers, to stand among other fields.
#[component]
pub fn PhoneFields(
    #[prop(into)] within: String,
    draft: PhonesDraft,
    #[prop(optional, into)] read_only: Signal<bool>,
) -> impl IntoView {
    let sip = format!("{within}.sip");
    let phone = move |kind: &str, label: Text, value: RwSignal<String>| {
        view! { <TextField name=format!("{within}.{kind}") label value kind="tel" read_only/> }
    };
    view! {
        {phone("work", t("phone-work"), draft.work)}
        {phone("fax", t("phone-fax"), draft.fax)}
        {phone("mobile", t("phone-mobile"), draft.mobile)}
        {phone("home", t("phone-home"), draft.home)}
        <TextField name=sip label=t("phone-sip") value=draft.sip read_only/>
    }
}

/// A postal address.
#[component]
pub fn AddressFields(
    #[prop(into)] within: String,
    draft: AddressDraft,
    #[prop(optional, into)] read_only: Signal<bool>,
) -> impl IntoView {
    let line = move |part: &str, label: Text, value: RwSignal<String>| {
        view! { <TextField name=format!("{within}.{part}") label value read_only/> }
    };
    view! {
        <Columns>
            {line("street_address", t("address-street"), draft.street_address)}
            {line("postal_code", t("address-postal-code"), draft.postal_code)}
            {line("locality", t("address-locality"), draft.locality)}
            {line("region", t("address-region"), draft.region)}
            {line("country", t("address-country"), draft.country)}
        </Columns>
    }
}
