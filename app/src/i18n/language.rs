//! Which language is spoken: asked in the address, else chosen in this browser, else the
//! person's own preference, else what the browser asks for. (`app/js/boot.js` looks at all but
//! the person's preference, which is known only after sign-in.)

use super::{language, learn, speak};
use crate::{browser, toasts};
use leptos::{prelude::*, task::spawn_local};
use shared::organizations::Language;
use std::cell::Cell;

/// Where this browser keeps the choice.
const KEPT_AS: &str = "bailiwick-language";

thread_local! {
    /// Whether more is shown, or soon will be, than what the first words are for.
    static ALL_NEEDED: Cell<bool> = const { Cell::new(false) };
}

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

/// Fetches the words that the first part of the program does not need; whether they came.
pub async fn learn_all() -> bool {
    ALL_NEEDED.set(true);
    loop {
        let spoken = untrack(language);
        let words = rest_of(spoken).await;
        // Those of a language that is no longer spoken would be of no use.
        if untrack(language) == spoken {
            return words.map(|words| learn(&words)).is_some();
        }
    }
}

fn change_to(wanted: Language) {
    if untrack(language) == wanted {
        return;
    }
    spawn_local(async move {
        match words_of(wanted).await {
            Some(words) => {
                speak(wanted, &words);
                browser::set_document_language(wanted.tag());
            }
            None => toasts::failure(super::t("language-unavailable")),
        }
    });
}

/// As many words of a language as are needed now.
async fn words_of(language: Language) -> Option<String> {
    let mut words = browser::fetch_asset(&format!("words-{}", language.tag())).await?;
    if ALL_NEEDED.get() {
        words.push_str(&rest_of(language).await?);
    }
    Some(words)
}

async fn rest_of(language: Language) -> Option<String> {
    browser::fetch_asset(&format!("rest-words-{}", language.tag())).await
}
