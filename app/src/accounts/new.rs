//! Making an organization for somebody: the operator appoints its first owner.

use crate::{
    api::Mutation,
    i18n::t,
    people::{Issued, IssuedDialog},
    route::Page,
    session::{CurrentSession, current_session},
    setup::{NewOrganizationDraft, organization_fields, owner_fields},
    toasts,
    widgets::{Breadcrumb, Form, FormActions, PageHeader, breadcrumbs, when_allowed},
};
use leptos::prelude::*;
use shared::{
    Problem,
    accounts::api::{Create, Created},
    authority::Target,
    validation::Validate,
};

/// Makes one.
#[component]
pub fn NewAccountPage() -> impl IntoView {
    let session = current_session();
    let list = Signal::derive(move || session.link(Page::Accounts));
    let content =
        when_allowed::<Create>(Target::Organization, move || view! { <NewAccountForm session list/> }.into_any());
    view! {
        <PageHeader
            title=t("accounts-new")
            description=t("accounts-new-why")
            breadcrumbs=breadcrumbs(vec![Breadcrumb::new(t("accounts"), list)])
        />
        {content}
    }
}

#[component]
fn NewAccountForm(session: CurrentSession, list: Signal<String>) -> impl IntoView {
    let (mutation, draft, issued) = (Mutation::new(), NewOrganizationDraft::new(), RwSignal::new(None));
    let submit = move |()| match request(session, draft) {
        Ok(request) => {
            let owner = request.owner.clone();
            mutation.submit(request, move |created: Created| {
                match created.temporary_password {
                    Some(_) => toasts::success(t("account-made")),
                    // It was in an answer that got lost.
                    None => toasts::failure(t("account-made-unseen")),
                }
                issued.set(Issued::of(&owner, created.temporary_password));
            });
        }
        Err(problem) => mutation.refuse(problem),
    };
    view! {
        <Form mutation on_submit=submit>
            {organization_fields(draft)}
            <fieldset class="fieldset-plain">
                <legend class="section-title">{t("account-owner")}</legend>
                <p class="text-muted mb-3">{t("account-owner-why")}</p>
                {owner_fields(draft, false)}
            </fieldset>
            <FormActions mutation submit=t("accounts-new") cancel=list/>
        </Form>
        <IssuedDialog issued on_close=move |()| session.go(Page::Accounts)/>
    }
}

fn request(session: CurrentSession, draft: NewOrganizationDraft) -> Result<Create, Problem> {
    untrack(|| {
        let (organization, wrong) = draft.organization();
        let request = Create { org: session.org(), organization, owner: draft.owner() };
        let errors: Vec<_> =
            wrong.into_iter().chain(request.validate().err().into_iter().flat_map(|it| it.errors)).collect();
        if errors.is_empty() { Ok(request) } else { Err(Problem::invalid(errors)) }
    })
}
