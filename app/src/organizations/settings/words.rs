//! What the organization calls sites, groups and users.

use crate::{
    i18n::{language_name, t, t_of},
    widgets::{Columns, FormSection, TextField},
};
use leptos::prelude::*;
use shared::{
    features::Words,
    organizations::{Language, OwnWords},
};

/// One word in each language, as typed.
#[derive(Clone, Copy, Debug, Default)]
struct WordDraft {
    en: RwSignal<String>,
    fr: RwSignal<String>,
    nl: RwSignal<String>,
}

/// All words, in the order of [`OwnWords::by_name`].
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WordsDraft([WordDraft; 6]);

impl WordsDraft {
    /// What they make.
    pub(super) fn value(self) -> OwnWords {
        let mut own = OwnWords::default();
        for ((_, words), draft) in own.by_name_mut().into_iter().zip(self.0) {
            let [en, fr, nl] = [draft.en, draft.fr, draft.nl].map(|text| text.with(|text| text.trim().to_owned()));
            *words = Words { en, fr, nl };
        }
        own
    }

    /// Starts again as these.
    pub(super) fn fill(self, own: &OwnWords) {
        for ((_, words), draft) in own.by_name().into_iter().zip(self.0) {
            draft.en.set(words.en.clone());
            draft.fr.set(words.fr.clone());
            draft.nl.set(words.nl.clone());
        }
    }
}

/// The fields: for each language the words, each singular beside its plural.
pub(super) fn fields(draft: WordsDraft, obstacle: Signal<Option<String>>) -> AnyView {
    let read_only = Signal::derive(move || obstacle.with(Option::is_some));
    let of = move |language: Language| {
        let names = OwnWords::default().by_name().map(|(name, _)| name);
        let fields: Vec<AnyView> =
            names.into_iter().zip(draft.0).map(|(name, word)| field(name, language, word, read_only)).collect();
        view! {
            <fieldset class="fieldset-plain">
                <legend class="section-title">{language_name(language)}</legend>
                <Columns>{fields}</Columns>
            </fieldset>
        }
    };
    view! {
        <FormSection title=t("own-words") description=t("own-words-why")>
            {Language::ALL.map(of).into_iter().collect_view()}
        </FormSection>
    }
    .into_any()
}

fn field(name: &'static str, language: Language, word: WordDraft, read_only: Signal<bool>) -> AnyView {
    let value = match language {
        Language::English => word.en,
        Language::French => word.fr,
        Language::Dutch => word.nl,
    };
    let (path, label) = (format!("settings.words.{name}.{}", language.tag()), t_of("own-word-*", name));
    view! { <TextField name=path label value read_only/> }.into_any()
}
