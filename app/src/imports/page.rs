//! The page: the form or, once something is imported, what became of it. Which of both stands in
//! the address, so that a reload shows the same.

use super::{
    draft::{ImportDraft, ways},
    file::FileSection,
    plan::{PlanSection, Planning},
    summary::{Kept, RecentBatches, SummaryPage},
};
use crate::{
    groups::GroupPicker,
    i18n::{t, t_of},
    licenses::license_options,
    navigation::query_parameter,
    route::Page,
    scope::when_sites_known,
    session::{CurrentSession, current_session},
    users::{SiteField, places},
    widgets::{
        Alert, Breadcrumb, Checkbox, Columns, FormSection, PageHeader, Select, SelectOption, Stack, breadcrumbs,
        when_allowed,
    },
};
use leptos::prelude::*;
use shared::{authority::Target, batches::Applied, imports::api::Create, sites::Site};

/// Imports users.
#[component]
pub fn ImportPage() -> impl IntoView {
    let session = current_session();
    let (shown, kept) = (query_parameter("batch"), RwSignal::new(Kept::default()));
    let content = move || match shown.get().and_then(|batch| batch.parse().ok()) {
        Some(batch) => view! { <SummaryPage session batch kept/> }.into_any(),
        None => view! { <ImportForm session kept/> }.into_any(),
    };
    view! { {content} }
}

#[component]
fn ImportForm(session: CurrentSession, kept: RwSignal<Kept>) -> impl IntoView {
    let users = Signal::derive(move || session.link(Page::Users));
    let content = when_allowed::<Create>(Target::Anywhere, move || {
        when_sites_known(move |sites| view! { <Form session sites kept/> }.into_any())
    });
    view! {
        <PageHeader title=t("import") description=t("import-why") breadcrumbs=breadcrumbs(vec![Breadcrumb::new(t("users"), users)])/>
        {content}
    }
}

#[component]
fn Form(session: CurrentSession, sites: Signal<Vec<Site>>, kept: RwSignal<Kept>) -> impl IntoView {
    let draft = ImportDraft::new(session, &sites.read_untracked());
    let planning = Planning::new(session, draft);
    let done = Callback::new(move |Applied { batch, passwords }: Applied| {
        kept.set(Kept {
            batch: Some(batch.clone()),
            file: draft.file.get_untracked(),
            passwords: passwords.unwrap_or_default(),
        });
        session.go_with(Page::Import, "batch", batch.as_str());
    });
    view! {
        <Stack>
            <FileSection draft/>
            <ForAll session sites draft/>
            <PlanSection planning on_applied=done/>
            <RecentBatches session/>
        </Stack>
    }
}

/// What holds for all rows.
#[component]
fn ForAll(session: CurrentSession, sites: Signal<Vec<Site>>, draft: ImportDraft) -> impl IntoView {
    let places = Signal::derive(move || places::<Create>(session, &sites.read(), None));
    let passwords: Vec<SelectOption> =
        ways(session).into_iter().map(|(name, _)| SelectOption::new(name, t_of("import-passwords-*", name))).collect();
    let licenses = license_options(session, t("import-license-none"));
    let update = move |ticked| draft.update_existing.set(ticked);
    view! {
        <FormSection title=t("import-for-all") description=t("import-for-all-why")>
            <Stack>
                <SiteField value=draft.site places/>
                <Columns>
                    <GroupPicker label=t("import-group") picked=draft.group hint=t("import-group-hint")/>
                    <Select name="" label=t("import-passwords") value=draft.passwords options=passwords hint=t("import-passwords-hint")/>
                    <Select name="" label=t("import-standard-license") value=draft.standard_license options=licenses hint=t("import-license-hint")/>
                    <Select name="" label=t("import-mobile-license") value=draft.mobile_license options=licenses/>
                </Columns>
                <Checkbox label=t("import-update") checked=draft.update_existing on_change=update hint=t("import-update-hint")/>
                <Alert>{t("import-passwords-change")}</Alert>
            </Stack>
        </FormSection>
    }
}
