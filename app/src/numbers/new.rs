//! Adding a number.

use super::{NumberDraft, form::NumberFields};
use crate::{
    api::Mutation,
    editing::{Draft, Editing},
    i18n::{t, t_with},
    listing::Listing,
    route::Page,
    scope::when_sites_known,
    session::{CurrentSession, current_session},
    toasts,
    users::{places, usual_place},
    widgets::{Breadcrumb, Form, FormActions, PageHeader, breadcrumbs, when_allowed},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    numbers::{Number, NumberDetails, api::Create},
    sites::Site,
};

/// Adds one.
#[component]
pub fn NewNumberPage() -> impl IntoView {
    let session = current_session();
    let list = Signal::derive(move || session.link(Page::Numbers));
    let content = when_allowed::<Create>(Target::Anywhere, move || {
        when_sites_known(move |sites| view! { <NewNumberForm session sites list/> }.into_any())
    });
    view! {
        <PageHeader title=t("numbers-new") breadcrumbs=breadcrumbs(vec![Breadcrumb::new(t("numbers"), list)])/>
        {content}
    }
}

#[component]
fn NewNumberForm(session: CurrentSession, sites: Signal<Vec<Site>>, list: Signal<String>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), NumberDraft::default());
    let site = untrack(|| usual_place::<Create>(session, &sites.read(), Listing::from_address().site()));
    let usual = NumberDetails { site, ..NumberDetails::default() };
    let editing = Editing::new(Signal::stored(usual), draft, Clone::clone);
    let places = Signal::derive(move || places::<Create>(session, &sites.read(), None));
    let submit = move |()| {
        let request = Create { org: session.org(), details: untrack(|| draft.value()) };
        mutation.submit(request, move |number: Number| {
            editing.saved(draft.value());
            let name = number.details.number;
            toasts::success(t_with("number-added", move || vec![("name", name.clone().into())]));
            session.go(Page::Numbers);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <NumberFields draft places/>
            <FormActions mutation submit=t("numbers-new") cancel=list/>
        </Form>
    }
}
