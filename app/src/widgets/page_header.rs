//! The head of a page: where it stands, what it is called, what can be done.

use super::{Breadcrumb, breadcrumbs::Breadcrumbs};
use crate::{i18n::Text, navigation::use_navigation, session::CurrentSession};
use leptos::{html, prelude::*};

/// The head of a page. Its title is the document's title too, and takes the focus when one
/// arrives from another page, so that screen readers say where one is.
#[component]
pub fn PageHeader(
    #[prop(into)] title: Text,
    #[prop(optional, into)] description: Option<Text>,
    /// The pages above, outermost first.
    #[prop(optional, into)]
    breadcrumbs: Signal<Vec<Breadcrumb>>,
    /// Buttons for what can be done here.
    #[prop(optional)]
    actions: Option<AnyView>,
) -> impl IntoView {
    let trail =
        move || Some(breadcrumbs.get()).filter(|trail| !trail.is_empty()).map(|trail| view! { <Breadcrumbs trail/> });
    view! {
        <header class="page-head">
            <div class="min-w-0 grow basis-64">
                {trail}
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
    let heading = NodeRef::<html::H1>::new();
    let navigation = use_navigation();
    let organization = use_context::<CurrentSession>();
    Effect::new(move |_| {
        let organization =
            organization.map(|session| session.signal().with(|session| session.organization.name.clone()));
        let parts = [Some(title.get()), organization, Some("Bailiwick".to_owned())];
        document().set_title(&parts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    });
    heading.on_load(move |heading| {
        if navigation.take_focus_wish() {
            request_animation_frame(move || drop(heading.focus()));
        }
    });
    view! { <h1 node_ref=heading tabindex="-1" class="page-title">{title}</h1> }
}
