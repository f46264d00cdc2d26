//! The frame around all pages: who is signed in, where one can go, and the page itself.

use crate::{
    browser,
    i18n::{follow_preference, t},
    last_resort,
    navigation::{Navigation, use_navigation},
    route::{Page, Route},
    session::{CurrentSession, current_session, follow_refusals, read_session},
    widgets::{SkeletonKind, Toasts, UnsavedChangesDialog, when_ready},
};
use leptos::{ev::MouseEvent, prelude::*};
use leptos_router::{
    components::{FlatRoutes, Router},
    path,
};
use shared::{ids::Slug, session::Session};

mod drawer;
mod header;
mod landing;
mod pages;
mod profile_menu;
mod rest;
mod sections;
mod seen_as;
mod site_switcher;

pub(crate) use profile_menu::{language_items, theme_items};
pub(crate) use sections::{Count, Counts};

/// Everything.
#[component]
pub fn Console() -> impl IntoView {
    last_resort::follow_language();
    view! { <Router><Frames/></Router> }
}

/// What changes the whole screen. Behind sign-in there is one frame, in which only the page
/// changes: [`pages`] knows which.
#[component]
fn Frames() -> impl IntoView {
    let navigation = Navigation::provide();
    follow_refusals(navigation);
    rest::fetch_soon();
    let sign_in = || in_organization(|org| pages::view(Route::SignIn(org)));
    let password = || in_organization(|org| pages::view(Route::ChangePassword(org)));
    let console = || in_organization(|org| view! { <SignedIn org/> }.into_any());
    view! {
        <FlatRoutes fallback=nowhere>
            <leptos_router::components::Route path=path!("/") view=|| pages::view(Route::ChooseOrganization)/>
            <leptos_router::components::Route path=path!("/setup") view=|| pages::view(Route::SetUp)/>
            <leptos_router::components::Route path=path!("/o/:org/sign-in") view=sign_in/>
            <leptos_router::components::Route path=path!("/o/:org/password") view=password/>
            <leptos_router::components::Route path=path!("/o/:org/*page") view=console/>
        </FlatRoutes>
        <Toasts/>
        <UnsavedChangesDialog/>
    }
}

/// A view of the organization in the address, made anew for another organization.
fn in_organization(view: impl Fn(Slug) -> AnyView + Send + Sync + 'static) -> impl IntoView {
    let navigation = use_navigation();
    // As text, like the rest of the address.
    let org = Memo::new(move |_| navigation.route().read().organization().map(ToString::to_string));
    move || org.get().and_then(|org| org.parse().ok()).map_or_else(nowhere, &view)
}

fn nowhere() -> AnyView {
    pages::view(Route::NotFound)
}

/// The console of one organization, once it is known who is signed in.
#[component]
fn SignedIn(org: Slug) -> impl IntoView {
    let session = read_session(org.clone());
    let navigation = use_navigation();
    Effect::new(move |_| {
        if session.answer().is_some_and(|session| session.password_change_required) {
            navigation.interrupt(&Route::ChangePassword(org.clone()));
        }
    });
    let content = when_ready(session, SkeletonKind::Cards, |session: Signal<Session>| {
        follow_preference(session.with_untracked(|session| session.language));
        CurrentSession::provide(session);
        view! { <Workplace/> }.into_any()
    });
    view! { <div class="console">{content}</div> }
}

/// Header, navigation and page.
#[component]
fn Workplace() -> impl IntoView {
    let (navigation, org) = (use_navigation(), current_session().org());
    let drawer = RwSignal::new(false);
    let page = Memo::new(move |_| match &*navigation.route().read() {
        Route::Console(_, page) => page.clone(),
        _ => Page::NotFound,
    });
    // The router takes the link for a place to scroll to: the focus would stay.
    let skip = |event: MouseEvent| {
        event.prevent_default();
        browser::focus("main");
    };
    view! {
        <a class="skip-link" href="#main" on:click=skip>{t("skip-to-content")}</a>
        <header::Header drawer/>
        <seen_as::SeenAsBanner/>
        <div class="console-body">
            <aside class="sidebar"><sections::Sections page/></aside>
            <main id="main" tabindex="-1" class="console-main">{move || pages::view(Route::Console(org.clone(), page.get()))}</main>
        </div>
        <drawer::Drawer open=drawer page/>
    }
}
