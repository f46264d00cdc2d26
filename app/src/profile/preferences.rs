//! How somebody likes the console: on one's own page, at the first sign-in and when an invitation
//! is accepted.

use crate::{
    i18n::{Text, language_name, t, time_zones},
    widgets::{Checkbox, Columns, Select, SelectOption},
};
use leptos::prelude::*;
use shared::{organizations::Language, profile::Preferences};

/// What is chosen so far.
#[derive(Clone, Copy, Debug)]
pub struct PreferencesDraft {
    language: RwSignal<String>,
    time_zone: RwSignal<String>,
    notices_by_mail: RwSignal<bool>,
}

impl PreferencesDraft {
    /// A draft that starts as these preferences.
    pub fn new(preferences: &Preferences) -> Self {
        let draft = Self {
            language: RwSignal::default(),
            time_zone: RwSignal::default(),
            notices_by_mail: RwSignal::new(true),
        };
        draft.fill(preferences);
        draft
    }

    /// The preferences as chosen. Followed.
    pub fn value(self) -> Preferences {
        Preferences {
            language: self.language.with(|tag| Language::from_tag(tag)),
            time_zone: Some(self.time_zone.get()).filter(|zone| !zone.is_empty()),
            notices_by_mail: self.notices_by_mail.get(),
        }
    }

    /// Starts again as these preferences.
    pub fn fill(self, preferences: &Preferences) {
        self.language.set(preferences.language.map(Language::tag).unwrap_or_default().to_owned());
        self.time_zone.set(preferences.time_zone.clone().unwrap_or_default());
        self.notices_by_mail.set(preferences.notices_by_mail);
    }
}

/// The fields. `usual_language` is what an empty choice means.
#[component]
pub fn PreferencesFields(draft: PreferencesDraft, #[prop(into)] usual_language: Text) -> impl IntoView {
    let languages = std::iter::once(SelectOption::new("", usual_language))
        .chain(Language::ALL.map(|language| SelectOption::new(language.tag(), language_name(language))))
        .collect::<Vec<_>>();
    let zones = std::iter::once(SelectOption::new("", t("profile-time-zone-usual")))
        .chain(
            time_zones(&draft.time_zone.get_untracked()).into_iter().map(|zone| SelectOption::new(zone.clone(), zone)),
        )
        .collect::<Vec<_>>();
    let change = move |ticked| draft.notices_by_mail.set(ticked);
    view! {
        <Columns>
            <Select name="preferences.language" label=t("language") value=draft.language options=languages hint=t("profile-language-hint")/>
            <Select name="preferences.time_zone" label=t("profile-time-zone") value=draft.time_zone options=zones hint=t("profile-time-zone-hint")/>
        </Columns>
        <Checkbox label=t("profile-notices-by-mail") checked=draft.notices_by_mail on_change=change hint=t("profile-notices-by-mail-hint")/>
    }
}
