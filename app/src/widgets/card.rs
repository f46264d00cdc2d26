//! A surface that holds things that belong together.

use crate::i18n::Text;
use leptos::prelude::*;

/// A card, with a heading if it has a title.
#[component]
pub fn Card(
    #[prop(optional, into)] title: Option<Text>,
    /// A sentence under the title.
    #[prop(optional, into)]
    description: Option<Text>,
    children: Children,
) -> impl IntoView {
    let heading = title.map(|title| {
        view! {
            <div class="panel-head">
                <h2 class="text-base font-semibold">{title}</h2>
                {description.map(|description| view! { <p class="text-muted text-sm">{description}</p> })}
            </div>
        }
    });
    view! { <section class="panel">{heading}<div class="panel-body">{children()}</div></section> }
}
