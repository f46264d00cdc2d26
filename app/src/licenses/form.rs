//! The fields of a license.

use super::LicenseDraft;
use crate::{
    i18n::t,
    widgets::{Checkbox, Columns, FormSection, TextField},
};
use leptos::prelude::*;

/// What it is called, how many seats there are, and what becomes of them.
#[component]
pub(super) fn LicenseFields(
    draft: LicenseDraft,
    #[prop(optional, into)] obstacle: Signal<Option<String>>,
) -> impl IntoView {
    let read_only = Signal::derive(move || obstacle.with(Option::is_some));
    view! {
        <FormSection title=t("license-details")>
            <Columns>
                <TextField name="details.name" label=t("license-name") value=draft.name required=true hint=t("license-name-hint") read_only/>
                <TextField name="details.quantity" label=t("license-quantity") kind="number" value=draft.quantity required=true hint=t("license-quantity-hint") read_only/>
            </Columns>
            <TextField name="details.description" label=t("license-description") value=draft.description read_only/>
            <Checkbox
                label=t("license-released")
                hint=t("license-released-hint")
                checked=draft.released_on_disable
                on_change=move |ticked| draft.released_on_disable.set(ticked)
                obstacle
            />
        </FormSection>
    }
}
