//! Light or dark. Without a choice the style sheet follows the system; `app/js/boot.js` applies
//! a choice before the first paint.

use crate::browser;
use leptos::prelude::*;

/// Where this browser keeps the choice.
const KEPT_AS: &str = "bailiwick-theme";

/// What a person can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The choice's name, as in `theme-dark` of the locales.
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

thread_local! {
    static CHOSEN: ArcRwSignal<Theme> = ArcRwSignal::new(kept());
}

/// The choice, followed when it changes.
pub fn theme() -> Theme {
    CHOSEN.with(|chosen| chosen.get())
}

/// Chooses for this browser.
pub fn choose_theme(theme: Theme) {
    let name = (theme != Theme::System).then(|| theme.name());
    browser::keep(KEPT_AS, name);
    if let Some(root) = document().document_element() {
        drop(match name {
            Some(name) => root.set_attribute("data-theme", name),
            None => root.remove_attribute("data-theme"),
        });
    }
    CHOSEN.with(|chosen| chosen.set(theme));
}

fn kept() -> Theme {
    let kept = browser::kept(KEPT_AS);
    Theme::ALL.into_iter().find(|theme| kept.as_deref() == Some(theme.name())).unwrap_or(Theme::System)
}
