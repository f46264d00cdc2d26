//! The quickest way to something that people come for.

use super::Icon;
use crate::i18n::{Text, t};
use leptos::prelude::*;

/// Shortcuts beside and under each other.
#[component]
pub fn Shortcuts(children: Children) -> impl IntoView {
    view! { <ul class="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-3">{children()}</ul> }
}

/// A link with a sentence about what it is good for.
#[component]
pub fn Shortcut(
    #[prop(into)] label: Text,
    #[prop(into)] explanation: Text,
    icon: &'static str,
    #[prop(into)] href: Signal<String>,
    /// Whether it leads out of the console, into a tab of its own.
    #[prop(optional)]
    elsewhere: bool,
) -> impl IntoView {
    let aside = elsewhere.then(|| view! { <span class="sr-only">{t("opens-in-new-tab")}</span> });
    let (target, rel) = (elsewhere.then_some("_blank"), elsewhere.then_some("noopener noreferrer"));
    view! {
        <li>
            <a class="shortcut" href=move || href.get() target=target rel=rel>
                <span class="shortcut-icon"><Icon name=icon size="size-5"/></span>
                <span class="min-w-0">
                    <span class="block font-medium">{label}" "{aside}</span>
                    <span class="text-muted block text-sm">{explanation}</span>
                </span>
            </a>
        </li>
    }
}
