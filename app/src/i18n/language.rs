//! Which language is spoken: asked in the address, else chosen in this browser, else the
//! person's own preference, else what the browser asks for. (`app/js/boot.js` looks at all but
//! the person's preference, which is known only after sign-in.)

use super::{language, speak};
use crate::{browser, toasts};
use leptos::{prelude::*, task::spawn_local};
use shared::organizations::Language;

/// Where this browser keeps the choice.
const KEPT_AS: &str = "bailiwick-language";

/// Speaks another language from now on, in this browser.
pub fn choose_language(language: Language) {
    browser::keep(KEPT_AS, Some(language.tag()));
    change_to(language);
}

/// Speaks the language that the person prefers, unless another was chosen in this browser.
pub fn follow_preference(preferred: Option<Language>) {
    if let (Some(preferred), None) = (preferred, browser::kept(KEPT_AS)) {
        change_to(preferred);
    }
}

/// What a language calls itself.
pub const fn language_name(language: Language) -> &'static str {
    match language {
        Language::English => "English",
        Language::French => "Français",
        Language::Dutch => "Nederlands",
    }
}

fn change_to(wanted: Language) {
    if untrack(language) == wanted {
        return;
    }
    spawn_local(async move {
        match browser::fetch_asset(&format!("words-{}", wanted.tag())).await {
            Some(words) => {
                speak(wanted, &words);
                browser::set_document_language(wanted.tag());
            }
            None => toasts::failure(super::t("language-unavailable")),
        }
    });
}
