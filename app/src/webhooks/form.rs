//! The fields of a webhook.

use super::WebhookDraft;
use crate::{
    i18n::{t, t_of},
    widgets::{Checkbox, CheckboxGroup, Choice, Stack, TextField},
};
use leptos::prelude::*;
use shared::webhooks::Family;

/// What it is for, where it is, of what it hears.
#[component]
pub(super) fn WebhookFields(
    draft: WebhookDraft,
    #[prop(optional, into)] obstacle: Signal<Option<String>>,
) -> impl IntoView {
    let read_only = Signal::derive(move || obstacle.with(Option::is_some));
    let choice =
        |family: &Family| Choice::new(family.as_str(), t_of("webhook-family-*", family.as_str())).obstacle(obstacle);
    let choices: Vec<Choice> = Family::ALL.iter().map(choice).collect();
    view! {
        <Stack>
            <TextField name="details.name" label=t("webhook-name") value=draft.name required=true hint=t("webhook-name-hint") read_only/>
            <TextField name="details.url" label=t("webhook-url") kind="url" value=draft.url required=true hint=t("webhook-url-hint") read_only/>
            <CheckboxGroup
                name="details.families"
                label=t("webhook-families")
                choices=Signal::stored(choices)
                ticked=draft.families
                required=true
                hint=t("webhook-families-why")
            />
            <Checkbox
                label=t("webhook-enabled")
                hint=t("webhook-enabled-why")
                checked=draft.enabled
                on_change=move |ticked| draft.enabled.set(ticked)
                obstacle
            />
        </Stack>
    }
}
