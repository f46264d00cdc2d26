//! One license.

use super::{LicenseDraft, delete::DeleteLicense, form::LicenseFields, reservations::Reservations, usage};
use crate::{
    api::{Mutation, query},
    editing::{Draft, EditActions, Editing},
    i18n::{Text, t},
    route::{AssignmentsBy, Page},
    session::{CurrentSession, current_session},
    toasts,
    widgets::{Breadcrumb, Card, Form, LinkButton, PageHeader, Row, SkeletonKind, Stack, breadcrumbs, when_ready},
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    authority::Target,
    ids::LicenseId,
    licenses::{
        License,
        api::{Update, View},
    },
};

/// Shows one.
#[component]
pub fn LicensePage(license: LicenseId) -> impl IntoView {
    let session = current_session();
    let (org, id) = (session.org(), license.to_string());
    let read = query(move || Some(View { org: org.clone(), license: license.clone() }));
    let title = Text::derive(move || read.answer().map_or_else(|| t("license").get(), |license| license.details.name));
    let actions = move || read.answer().map(|license| view! { <DeleteLicense session license/> });
    let trail = vec![Breadcrumb::new(t("licenses"), Signal::derive(move || session.link(Page::Licenses)))];
    let content = when_ready(read, SkeletonKind::Form, move |license: Signal<License>| {
        let id = id.clone();
        let holders = Signal::derive(move || {
            session.link_with_all(Page::Assignments(Some(AssignmentsBy::License)), &[("license", &id)])
        });
        view! {
            <Stack>
                <Card title=t("license-seats")>
                    {usage(license)}
                    <Row><LinkButton label=t("license-holders") href=holders icon="users"/></Row>
                </Card>
                <Reservations license/>
                <LicenseForm session license/>
            </Stack>
        }
        .into_any()
    });
    view! {
        <PageHeader title breadcrumbs=breadcrumbs(trail) actions=actions.into_any()/>
        {content}
    }
}

#[component]
fn LicenseForm(session: CurrentSession, license: Signal<License>) -> impl IntoView {
    let (mutation, draft) = (Mutation::new(), LicenseDraft::default());
    let editing = Editing::new(license, draft, |license: &License| license.details.clone());
    let obstacle = session.obstacle::<Update>(Target::Organization);
    let submit = move |()| {
        if !draft.has_quantity() {
            return mutation.refuse(Problem::invalid(vec![FieldError::new("details.quantity", "seats")]));
        }
        let (license, version) = editing.record().with_untracked(|license| (license.id.clone(), license.version));
        let request = Update { org: session.org(), license, version, details: untrack(|| draft.value()) };
        mutation.submit(request, move |license| {
            toasts::success(t("changes-saved"));
            editing.saved(license);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <LicenseFields draft obstacle/>
            <EditActions mutation editing obstacle/>
        </Form>
    }
}
