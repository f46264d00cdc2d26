//! Adding a license.

use super::{LicenseDraft, form::LicenseFields};
use crate::{
    api::Mutation,
    editing::{Draft, Editing},
    i18n::{t, t_with},
    route::Page,
    session::{CurrentSession, current_session},
    toasts,
    widgets::{Breadcrumb, Form, FormActions, PageHeader, breadcrumbs, when_allowed},
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    authority::Target,
    licenses::{License, LicenseDetails, api::Create},
};

/// Adds one.
#[component]
pub fn NewLicensePage() -> impl IntoView {
    let session = current_session();
    let list = Signal::derive(move || session.link(Page::Licenses));
    let content =
        when_allowed::<Create>(Target::Organization, move || view! { <NewLicenseForm session list/> }.into_any());
    view! {
        <PageHeader title=t("licenses-new") breadcrumbs=breadcrumbs(vec![Breadcrumb::new(t("licenses"), list)])/>
        {content}
    }
}

#[component]
fn NewLicenseForm(session: CurrentSession, list: Signal<String>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), LicenseDraft::default());
    let editing = Editing::something_new(draft);
    let submit = move |()| {
        if !draft.has_quantity() {
            return mutation.refuse(Problem::invalid(vec![FieldError::new("details.quantity", "seats")]));
        }
        let request = Create { org: session.org(), details: untrack(|| draft.value()) };
        mutation.submit(request, move |license: License| {
            editing.saved(LicenseDetails::default());
            let name = license.details.name;
            toasts::success(t_with("license-added", move || vec![("name", name.clone().into())]));
            session.go(Page::Licenses);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <LicenseFields draft/>
            <FormActions mutation submit=t("licenses-new") cancel=list/>
        </Form>
    }
}
