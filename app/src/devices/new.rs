//! Adding a device.

use super::{DeviceDraft, form::DeviceFields};
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
    devices::{Device, DeviceDetails, api::Create},
    sites::Site,
};

/// Adds one.
#[component]
pub fn NewDevicePage() -> impl IntoView {
    let session = current_session();
    let list = Signal::derive(move || session.link(Page::Devices));
    let content = when_allowed::<Create>(Target::Anywhere, move || {
        when_sites_known(move |sites| view! { <NewDeviceForm session sites list/> }.into_any())
    });
    view! {
        <PageHeader title=t("devices-new") breadcrumbs=breadcrumbs(vec![Breadcrumb::new(t("devices"), list)])/>
        {content}
    }
}

#[component]
fn NewDeviceForm(session: CurrentSession, sites: Signal<Vec<Site>>, list: Signal<String>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), DeviceDraft::default());
    let site = untrack(|| usual_place::<Create>(session, &sites.read(), Listing::from_address().site()));
    let usual = DeviceDetails { site, ..DeviceDetails::default() };
    let editing = Editing::new(Signal::stored(usual), draft, Clone::clone);
    let places = Signal::derive(move || places::<Create>(session, &sites.read(), None));
    let submit = move |()| {
        let request = Create { org: session.org(), details: untrack(|| draft.value()) };
        mutation.submit(request, move |device: Device| {
            editing.saved(draft.value());
            let name = device.details.model;
            toasts::success(t_with("device-added", move || vec![("name", name.clone().into())]));
            session.go(Page::Devices);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <DeviceFields draft places/>
            <FormActions mutation submit=t("devices-new") cancel=list/>
        </Form>
    }
}
