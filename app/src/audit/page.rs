//! The list of what happened.

use super::{
    entry::entry,
    export::ExportDialog,
    filter::{Filter, FilterControls},
    undo::UndoDialog,
    verify::VerifyDialog,
};
use crate::{
    api::query,
    i18n::t,
    listing::Listing,
    session::{CurrentSession, current_session},
    widgets::{Button, EmptyState, PageHeader, PageTurner, SkeletonKind, Timeline, when_allowed, when_ready},
};
use leptos::prelude::*;
use shared::{
    audit::{
        Entry,
        api::{List, Trail},
    },
    authority::Target,
};

/// The list, newest first.
#[component]
pub fn AuditPage() -> impl IntoView {
    let session = current_session();
    let (exporting, verifying) = (RwSignal::new(false), RwSignal::new(false));
    let actions = move || {
        session.may::<List>(&Target::Anywhere).then(|| {
            view! {
                <Button label=t("audit-verify") icon="shield-check" on_press=move |()| verifying.set(true)/>
                <Button label=t("audit-export") icon="download" on_press=move |()| exporting.set(true)/>
            }
        })
    };
    let content = when_allowed::<List>(Target::Anywhere, move || view! { <Newest session/> }.into_any());
    view! {
        <PageHeader title=t("audit") description=t("audit-why") actions=actions.into_any()/>
        {content}
        <ExportDialog open=exporting/>
        <VerifyDialog open=verifying/>
    }
}

#[component]
fn Newest(session: CurrentSession) -> impl IntoView {
    let (filter, listing) = (Filter::from_address(), Listing::from_address());
    let (org, undoing) = (session.org(), RwSignal::new(None::<Entry>));
    let found = query(move || Some(filter.request(org.clone(), listing)));
    let content = when_ready(found, SkeletonKind::Table, move |page: Signal<Trail>| {
        let entries =
            move || page.get().items.into_iter().map(|item| entry(session, item, undoing)).collect::<Vec<_>>();
        let busy = Signal::derive(move || found.is_busy());
        view! {
            <Timeline label=t("audit") entries empty=move || empty(filter.is_narrowed()) busy/>
            <PageTurner listing previous=Signal::derive(move || page.read().previous.clone()) next=Signal::derive(move || page.read().next.clone())/>
        }
        .into_any()
    });
    view! {
        <FilterControls filter/>
        {content}
        <UndoDialog session undoing/>
    }
}

fn empty(is_narrowed: bool) -> AnyView {
    let (title, explanation) = match is_narrowed {
        true => (t("audit-none-found"), t("audit-none-found-why")),
        false => (t("audit-none"), t("audit-none-why")),
    };
    view! { <EmptyState icon="history" title explanation/> }.into_any()
}
