//! One device.

use super::{DeviceDraft, delete::DeleteDevice, form::DeviceFields};
use crate::{
    api::{Mutation, query},
    editing::{Draft, EditActions, Editing},
    i18n::{Text, t},
    inventory::in_use_by,
    route::Page,
    scope::when_sites_known,
    session::{CurrentSession, current_session},
    toasts,
    users::places,
    widgets::{Breadcrumb, Form, PageHeader, SkeletonKind, breadcrumbs, when_ready},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    devices::{
        Device,
        api::{Update, View},
    },
    ids::DeviceId,
    sites::Site,
};

/// Shows one.
#[component]
pub fn DevicePage(device: DeviceId) -> impl IntoView {
    let session = current_session();
    let org = session.org();
    let read = query(move || Some(View { org: org.clone(), device: device.clone() }));
    let title = Text::derive(move || read.answer().map_or_else(|| t("device").get(), |device| device.details.model));
    let description = Text::derive(move || {
        let device = read.answer();
        device.map(|device| in_use_by(device.assigned, device.holder.as_ref())).unwrap_or_default()
    });
    let actions = move || read.answer().map(|device| view! { <DeleteDevice session device/> });
    let trail = vec![Breadcrumb::new(t("devices"), Signal::derive(move || session.link(Page::Devices)))];
    let content = when_ready(read, SkeletonKind::Form, move |device: Signal<Device>| {
        when_sites_known(move |sites| view! { <DeviceForm session device sites/> }.into_any())
    });
    view! {
        <PageHeader title description breadcrumbs=breadcrumbs(trail) actions=actions.into_any()/>
        {content}
    }
}

#[component]
fn DeviceForm(session: CurrentSession, device: Signal<Device>, sites: Signal<Vec<Site>>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), DeviceDraft::default());
    let editing = Editing::new(device, draft, |device: &Device| device.details.clone());
    let site = move || editing.record().with(|device| device.details.site.clone());
    let obstacle = Signal::derive(move || session.obstacle_now::<Update>(&Target::of(site().as_ref())));
    let read_only = Signal::derive(move || obstacle.with(Option::is_some));
    let places = Signal::derive(move || places::<Update>(session, &sites.read(), Some(&site())));
    let submit = move |()| {
        let (device, version) = editing.record().with_untracked(|device| (device.id.clone(), device.version));
        let request = Update { org: session.org(), device, version, details: untrack(|| draft.value()) };
        mutation.submit(request, move |device| {
            toasts::success(t("changes-saved"));
            editing.saved(device);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <DeviceFields draft places read_only/>
            <EditActions mutation editing obstacle/>
        </Form>
    }
}
