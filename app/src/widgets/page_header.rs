//! The head of a page: where it stands, what it is called, what can be done.

use crate::{
    browser::{self, unique_id},
    i18n::Text,
    navigation::use_navigation,
    session::CurrentSession,
};
use leptos::prelude::*;

/// The head of a page. Its title is the document's title too, and takes the focus when one
/// arrives from another page, so that screen readers say where one is.
#[component]
pub fn PageHeader(
    #[prop(into)] title: Text,
    #[prop(optional, into)] description: Option<Text>,
    /// The pages above, by [`breadcrumbs`](super::breadcrumbs).
    #[prop(optional)]
    breadcrumbs: Option<AnyView>,
    /// Buttons for what can be done here.
    #[prop(optional)]
    actions: Option<AnyView>,
) -> impl IntoView {
    view! {
        <header class="page-head">
            <div class="min-w-0 grow basis-64">
                {breadcrumbs}
                <Heading title/>
                {description.map(|description| view! { <p class="text-muted mt-1">{description}</p> })}
            </div>
            {actions.map(|actions| view! { <div class="flex flex-wrap gap-2">{actions}</div> })}
        </header>
    }
}

/// The page's heading of the first level: its title, the document's, and where the focus goes.
#[component]
pub(crate) fn Heading(#[prop(into)] title: Text) -> impl IntoView {
    let id = unique_id("heading");
    let navigation = use_navigation();
    let organization = use_context::<CurrentSession>();
    Effect::new(move |_| {
        let organization =
            organization.map(|session| session.signal().with(|session| session.organization.name.clone()));
        let parts = [Some(title.get()), organization, Some("Bailiwick".to_owned())];
        document().set_title(&parts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    });
    Effect::new({
        let id = id.clone();
        move |_| {
            if navigation.take_focus_wish() {
                let id = id.clone();
                request_animation_frame(move || browser::focus(&id));
            }
        }
    });
    view! { <h1 id=id tabindex="-1" class="page-title">{title}</h1> }
}
