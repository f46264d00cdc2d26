//! The fields of a role.

use super::{RoleDraft, matrix::PermissionMatrix};
use crate::{
    i18n::t,
    widgets::{FormSection, TextField},
};
use leptos::prelude::*;
use shared::authority::Permissions;

/// What a role is called and what it allows.
#[component]
pub(super) fn RoleFields(
    draft: RoleDraft,
    /// What the role allows already.
    #[prop(into)]
    kept: Signal<Permissions>,
    #[prop(optional, into)] read_only: Signal<bool>,
    /// Why what it allows may not be changed.
    #[prop(optional, into)]
    obstacle: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <FormSection title=t("role-details")>
            <TextField name="details.name" label=t("role-name") value=draft.name required=true hint=t("role-name-hint") read_only/>
            <TextField name="details.description" label=t("role-description") value=draft.description hint=t("role-description-hint") read_only/>
        </FormSection>
        <PermissionMatrix permissions=draft.permissions kept obstacle/>
    }
}
