//! The quickest way to something that people come for.

use super::Icon;
use crate::i18n::Text;
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
) -> impl IntoView {
    view! {
        <li>
            <a class="shortcut" href=move || href.get()>
                <span class="shortcut-icon"><Icon name=icon size="size-5"/></span>
                <span class="min-w-0">
                    <span class="block font-medium">{label}</span>
                    <span class="text-muted block text-sm">{explanation}</span>
                </span>
            </a>
        </li>
    }
}
