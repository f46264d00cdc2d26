//! The list of licenses, with how much of each is in use.

use super::usage;
use crate::{
    api::query,
    i18n::{Text, number, t},
    route::{AssignmentsBy, Page},
    session::{CurrentSession, current_session},
    widgets::{
        ButtonKind, Cell, Column, EmptyState, LinkButton, PageHeader, SkeletonKind, Table, TextLink, when_allowed,
        when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    licenses::{
        License,
        api::{Create, List, View},
    },
};

/// The list.
#[component]
pub fn LicensesPage() -> impl IntoView {
    let session = current_session();
    view! {
        <PageHeader title=t("licenses") description=t("licenses-why") actions=add(session)/>
        {when_allowed::<View>(Target::Anywhere, move || table(session))}
    }
}

fn table(session: CurrentSession) -> AnyView {
    let org = session.org();
    let licenses = query(move || Some(List::new(org.clone())));
    let busy = Signal::derive(move || licenses.is_busy());
    when_ready(licenses, SkeletonKind::Table, move |licenses: Signal<Vec<License>>| {
        let columns = vec![
            Column::new(t("license-name")),
            Column::new(t("license-seats")),
            Column::new(t("license-available")).wide_only(),
            Column::new(t("license-description")).wide_only(),
        ];
        let rows = move || licenses.get().into_iter().map(|license| row(session, license)).collect::<Vec<_>>();
        let empty = move || {
            view! {
                <EmptyState icon="package" title=t("licenses-none") explanation=t("licenses-none-why")>{add(session)}</EmptyState>
            }
        };
        view! { <Table caption=t("licenses") columns rows empty busy/> }.into_any()
    })
}

fn add(session: CurrentSession) -> AnyView {
    let obstacle = session.obstacle::<Create>(Target::Organization);
    let href = Signal::derive(move || session.link(Page::NewLicense));
    view! { <LinkButton label=t("licenses-new") kind=ButtonKind::Primary icon="plus" href obstacle/> }.into_any()
}

fn row(session: CurrentSession, license: License) -> Vec<Cell> {
    let (id, page) = (license.id.to_string(), Page::License(license.id.clone()));
    let href = Signal::derive(move || session.link(page.clone()));
    let by_license =
        move || session.link_with_all(Page::Assignments(Some(AssignmentsBy::License)), &[("license", &id)]);
    let available = Text::stored(number(license.available().into()));
    let (name, description) = (license.details.name.clone(), license.details.description.clone());
    vec![
        view! { <TextLink label=name href/> }.into_any(),
        usage(Signal::stored(license)),
        view! { <TextLink label=available href=Signal::derive(by_license)/> }.into_any(),
        description.into_any(),
    ]
}
