//! Adding a feature.

use super::{FeatureDraft, form::FeatureFields};
use crate::{
    api::Mutation,
    editing::{Draft, Editing},
    i18n::{language, t, t_with},
    route::Page,
    session::{CurrentSession, current_session},
    toasts,
    widgets::{Breadcrumb, Form, FormActions, FormSection, PageHeader, TextField, breadcrumbs, when_allowed},
};
use leptos::prelude::*;
use shared::{
    FieldError, Problem,
    authority::Target,
    features::{Feature, FeatureDetails, api::Create},
};

/// Adds one.
#[component]
pub fn NewFeaturePage() -> impl IntoView {
    let session = current_session();
    let list = Signal::derive(move || session.link(Page::Features));
    let content =
        when_allowed::<Create>(Target::Organization, move || view! { <NewFeatureForm session list/> }.into_any());
    view! {
        <PageHeader title=t("features-new") breadcrumbs=breadcrumbs(vec![Breadcrumb::new(t("features"), list)])/>
        {content}
    }
}

#[component]
fn NewFeatureForm(session: CurrentSession, list: Signal<String>) -> impl IntoView {
    let (mutation, draft, key) = (Mutation::new(), FeatureDraft::default(), RwSignal::new(String::new()));
    draft.enabled.set(true);
    let editing = Editing::something_new(draft);
    let submit = move |()| {
        let details = untrack(|| draft.value());
        let Ok(key) = key.with_untracked(|key| key.trim().parse()) else {
            mutation.refuse(Problem::invalid(vec![FieldError::new("key", "feature_key")]));
            return;
        };
        mutation.submit(Create { org: session.org(), key, details }, move |feature: Feature| {
            editing.saved(FeatureDetails::default());
            let name = move || feature.details.label.get(language()).to_owned();
            toasts::success(t_with("feature-added", move || vec![("name", name().into())]));
            session.go(Page::Features);
        });
    };
    view! {
        <Form mutation on_submit=submit>
            <FormSection title=t("feature-key") description=t("feature-key-why")>
                <TextField name="key" label=t("feature-key") value=key required=true hint=t("feature-key-hint") autocomplete="off"/>
            </FormSection>
            <FeatureFields draft/>
            <FormActions mutation submit=t("features-new") cancel=list/>
        </Form>
    }
}
