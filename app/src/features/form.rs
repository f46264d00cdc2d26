//! The fields of a feature.

use super::{FeatureDraft, WordsDraft};
use crate::{
    i18n::{Text, language_name, t},
    widgets::{Checkbox, Columns, FormSection, TextField},
};
use leptos::prelude::*;
use shared::organizations::Language;

/// What a feature is called, what it is for and where it is.
#[component]
pub(super) fn FeatureFields(draft: FeatureDraft, #[prop(optional, into)] read_only: Signal<bool>) -> impl IntoView {
    let obstacle = Signal::derive(move || read_only.get().then(|| t("feature-enabled-read-only").get()));
    let switch = move |on| draft.enabled.set(on);
    view! {
        <FormSection title=t("feature-label") description=t("feature-label-why")>
            {words("details.label", draft.label, read_only)}
        </FormSection>
        <FormSection title=t("feature-description") description=t("feature-description-why")>
            {words("details.description", draft.description, read_only)}
        </FormSection>
        <FormSection title=t("feature-where")>
            <TextField name="details.link" label=t("feature-link") value=draft.link hint=t("feature-link-hint") read_only/>
            <Checkbox label=t("feature-enabled") checked=draft.enabled on_change=switch hint=t("feature-enabled-why") obstacle/>
        </FormSection>
    }
}

/// A field for each language, called as the language calls itself. That one of them must be
/// filled in is told at the first.
fn words(within: &'static str, draft: WordsDraft, read_only: Signal<bool>) -> AnyView {
    let [en, fr, nl] = Language::ALL.map(|language| Text::stored(language_name(language).to_owned()));
    view! {
        <Columns>
            <TextField name=within label=en value=draft.en read_only/>
            <TextField name=format!("{within}.fr") label=fr value=draft.fr read_only/>
            <TextField name=format!("{within}.nl") label=nl value=draft.nl read_only/>
        </Columns>
    }
    .into_any()
}
