//! Webhooks: the list of them, and the page of one with the log of what was sent to it.

use crate::{
    editing::Draft,
    i18n::t_of,
    widgets::{Badge, BadgeKind},
};
use leptos::prelude::*;
use shared::webhooks::{Family, Webhook, WebhookDetails};
use std::collections::BTreeSet;

mod delete;
mod form;
mod list;
mod log;
mod new;
mod page;
mod rotate;

pub use list::Webhooks;
pub use page::WebhookPage;

/// What is typed and ticked about a webhook.
#[derive(Clone, Copy, Debug, Default)]
struct WebhookDraft {
    name: RwSignal<String>,
    url: RwSignal<String>,
    families: RwSignal<BTreeSet<String>>,
    enabled: RwSignal<bool>,
}

impl Draft for WebhookDraft {
    type Value = WebhookDetails;

    fn value(self) -> WebhookDetails {
        let ticked = |family: &Family| self.families.with(|families| families.contains(family.as_str()));
        WebhookDetails {
            name: self.name.with(|name| name.trim().to_owned()),
            url: self.url.with(|url| url.trim().to_owned()),
            families: Family::ALL.iter().copied().filter(ticked).collect(),
            enabled: self.enabled.get(),
        }
    }

    fn fill(self, details: &WebhookDetails) {
        self.name.set(details.name.clone());
        self.url.set(details.url.clone());
        self.families.set(details.families.iter().map(|family| family.as_str().to_owned()).collect());
        self.enabled.set(details.enabled);
    }
}

/// How a webhook is, in a word.
fn state(webhook: &Webhook) -> AnyView {
    let (name, kind) = match webhook {
        Webhook { off_reason: Some(_), .. } => ("switched-off", BadgeKind::Bad),
        Webhook { details: WebhookDetails { enabled: false, .. }, .. } => ("off", BadgeKind::Neutral),
        Webhook { dormant: true, .. } => ("dormant", BadgeKind::Warning),
        Webhook { failures: 1.., .. } => ("failing", BadgeKind::Warning),
        _ => ("on", BadgeKind::Good),
    };
    view! { <Badge label=t_of("webhook-state-*", name) kind/> }.into_any()
}
