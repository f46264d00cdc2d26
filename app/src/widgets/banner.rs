//! What holds for the whole screen, above every page.

use super::Icon;
use crate::i18n::Text;
use leptos::prelude::*;

/// A banner. Children are the way out.
#[component]
pub fn Banner(#[prop(into)] message: Text, #[prop(into)] explanation: Text, children: Children) -> impl IntoView {
    view! {
        <div class="banner" role="status">
            <Icon name="eye" size="size-5"/>
            <p class="min-w-0 grow"><strong>{message}</strong>" "<span>{explanation}</span></p>
            {children()}
        </div>
    }
}
