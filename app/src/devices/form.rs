//! The fields of a device.

use super::{DeviceDraft, kind_in_words};
use crate::{
    i18n::t,
    widgets::{Columns, FormSection, Select, SelectOption, TextField},
};
use leptos::prelude::*;
use shared::devices::DeviceKind;

/// What it is, how it is known, and where it stands.
#[component]
pub(super) fn DeviceFields(
    draft: DeviceDraft,
    places: Signal<Vec<SelectOption>>,
    #[prop(optional, into)] read_only: Signal<bool>,
) -> impl IntoView {
    let kinds: Vec<_> = DeviceKind::ALL.map(|kind| SelectOption::new(kind.as_str(), kind_in_words(kind))).into();
    view! {
        <FormSection title=t("device-details")>
            <Columns>
                <Select name="details.kind" label=t("device-kind") value=draft.kind options=kinds required=true/>
                <TextField name="details.model" label=t("device-model") value=draft.model required=true hint=t("device-model-hint") read_only/>
                <TextField name="details.identifier" label=t("device-identifier") value=draft.identifier required=true hint=t("device-identifier-hint") read_only/>
                <Select name="details.site" label=t("site") value=draft.site options=places hint=t("device-site-hint")/>
            </Columns>
        </FormSection>
    }
}
