//! The one quiet card on which everything before sign-in happens.

use crate::{
    api::{Query, query},
    i18n::{language, t},
    look,
    navigation::use_navigation,
    shell::{language_items, theme_items},
    widgets::{Heading, Icon, Logo, Menu},
};
use leptos::prelude::*;
use shared::organizations::{PublicOrganization, api::View};
use std::sync::Arc;

/// A page for people who are not signed in: the mark, a heading, what is to be done, and the
/// language and theme to do it in.
#[component]
pub fn SignedOutCard(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] description: Option<Signal<String>>,
    children: Children,
) -> impl IntoView {
    let preferences = || {
        let mut items = language_items();
        items.extend(theme_items());
        items
    };
    let organization = organization();
    Effect::new(move |_| look::wear(organization.answer().as_ref()));
    on_cleanup(|| look::wear(None));
    view! {
        <div class="signed-out">
            <div class="signed-out-bar">
                <Menu label=t("preferences") items=Arc::new(preferences)>
                    <Icon name="languages"/>
                    <span class="uppercase">{move || language().tag()}</span>
                    <Icon name="chevron-down"/>
                </Menu>
            </div>
            <main id="main" class="signed-out-main">
                <div class="signed-out-card">
                    <div class="flex h-8 items-center gap-2 font-semibold"><Logo/><span class="product-name">"Bailiwick"</span></div>
                    <div>
                        <Heading title/>
                        {description.map(|description| view! { <p class="text-muted mt-1">{description}</p> })}
                    </div>
                    {children()}
                </div>
            </main>
        </div>
    }
}

/// The organization that the address is about, if it is about one.
fn organization() -> Query<PublicOrganization> {
    let route = use_navigation().route();
    query(move || route.with(|route| route.organization().cloned()).map(|org| View { org }))
}
