//! Features of the organization's own product: the console's pages.

use crate::{api::query, editing::Draft, session::current_session};
use leptos::prelude::*;
use shared::{
    authority::Target,
    features::{Feature, FeatureDetails, Words, api::List},
};

mod delete;
mod edit;
mod form;
mod list;
mod new;

pub use edit::FeaturePage;
pub use list::FeaturesPage;
pub use new::NewFeaturePage;

/// A text in each language, as it is typed.
#[derive(Clone, Copy, Debug, Default)]
struct WordsDraft {
    en: RwSignal<String>,
    fr: RwSignal<String>,
    nl: RwSignal<String>,
}

impl WordsDraft {
    fn value(self) -> Words {
        let typed = |text: RwSignal<String>| text.with(|text| text.trim().to_owned());
        Words { en: typed(self.en), fr: typed(self.fr), nl: typed(self.nl) }
    }

    fn fill(self, words: &Words) {
        self.en.set(words.en.clone());
        self.fr.set(words.fr.clone());
        self.nl.set(words.nl.clone());
    }
}

/// What is typed about a feature.
#[derive(Clone, Copy, Debug, Default)]
struct FeatureDraft {
    label: WordsDraft,
    description: WordsDraft,
    icon: RwSignal<String>,
    link: RwSignal<String>,
    enabled: RwSignal<bool>,
}

impl Draft for FeatureDraft {
    type Value = FeatureDetails;

    fn value(self) -> FeatureDetails {
        FeatureDetails {
            label: self.label.value(),
            description: self.description.value(),
            icon: self.icon.get(),
            link: self.link.with(|link| link.trim().to_owned()),
            enabled: self.enabled.get(),
        }
    }

    fn fill(self, details: &FeatureDetails) {
        self.label.fill(&details.label);
        self.description.fill(&details.description);
        self.icon.set(details.icon.clone());
        self.link.set(details.link.clone());
        self.enabled.set(details.enabled);
    }
}

/// Whether a feature's page is of another origin: it opens beside the console.
pub fn is_elsewhere(details: &FeatureDetails) -> bool {
    details.link.starts_with("https:")
}

/// The icon of the way to a feature's page.
pub const fn icon_of(elsewhere: bool) -> &'static str {
    if elsewhere { "external-link" } else { "blocks" }
}

/// The organization's features, or else those that one may use oneself.
pub fn known_features() -> Signal<Vec<Feature>> {
    let session = current_session();
    let org = session.org();
    let all = query(move || {
        let may = session.may::<List>(&Target::Anywhere);
        may.then(|| List { org: org.clone() })
    });
    Signal::derive(move || all.answer().unwrap_or_else(|| session.signal().with(|session| session.features.clone())))
}
