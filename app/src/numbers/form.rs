//! The fields of a number.

use super::NumberDraft;
use crate::{
    i18n::t,
    widgets::{Columns, FormSection, Select, SelectOption, TextField},
};
use leptos::prelude::*;

/// The number, what it is for, and where it belongs.
#[component]
pub(super) fn NumberFields(
    draft: NumberDraft,
    places: Signal<Vec<SelectOption>>,
    #[prop(optional, into)] read_only: Signal<bool>,
) -> impl IntoView {
    view! {
        <FormSection title=t("number-details")>
            <Columns>
                <TextField name="details.number" label=t("number") kind="tel" value=draft.number required=true hint=t("number-hint") read_only/>
                <TextField name="details.label" label=t("number-label") value=draft.label hint=t("number-label-hint") read_only/>
                <Select name="details.site" label=t("site") value=draft.site options=places hint=t("number-site-hint")/>
            </Columns>
        </FormSection>
    }
}
