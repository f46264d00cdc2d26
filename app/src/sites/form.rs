//! The fields of a site.

use super::SiteDraft;
use crate::{
    i18n::t,
    people::AddressFields,
    widgets::{Columns, FormSection, TextField},
};
use leptos::prelude::*;

/// What a site is called and where it is.
#[component]
pub(super) fn SiteFields(draft: SiteDraft, #[prop(optional, into)] read_only: Signal<bool>) -> impl IntoView {
    view! {
        <FormSection title=t("site-details")>
            <Columns>
                <TextField name="details.name" label=t("site-name") value=draft.name required=true hint=t("site-name-hint") read_only/>
            </Columns>
        </FormSection>
        <FormSection title=t("site-address")>
            <AddressFields within="details.address" draft=draft.address read_only/>
        </FormSection>
    }
}
