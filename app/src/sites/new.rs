//! Adding a site.

use super::{SiteDraft, form::SiteFields};
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
    authority::Target,
    sites::{Site, SiteDetails, api::Create},
};

/// Makes one.
#[component]
pub fn NewSitePage() -> impl IntoView {
    let session = current_session();
    let list = Signal::derive(move || session.link(Page::Sites));
    let content =
        when_allowed::<Create>(Target::Organization, move || view! { <NewSiteForm session list/> }.into_any());
    view! {
        <PageHeader title=t("sites-new") breadcrumbs=breadcrumbs(vec![Breadcrumb::new(t("sites"), list)])/>
        {content}
    }
}

#[component]
fn NewSiteForm(session: CurrentSession, list: Signal<String>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), SiteDraft::new());
    let editing = Editing::something_new(draft);
    let submit = move |()| {
        let request = Create { org: session.org(), details: untrack(|| draft.value()) };
        mutation.submit(request, move |site: Site| {
            editing.saved(SiteDetails::default());
            let name = site.details.name;
            toasts::success(t_with("site-added", move || vec![("name", name.clone().into())]));
            session.go(Page::Sites);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <SiteFields draft/>
            <FormActions mutation submit=t("sites-new") cancel=list/>
        </Form>
    }
}
