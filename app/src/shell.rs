//! The frame around all pages: who is signed in, where one can go, and the page itself.

use crate::{
    browser,
    i18n::{follow_preference, t},
    last_resort,
    navigation::{Navigation, use_navigation},
    route::{Page, Route},
    session::{CurrentSession, current_session, follow_refusals, is_held_up, read_session},
    widgets::{SkeletonKind, Toasts, UnsavedChangesDialog, when_ready},
};
use leptos::{ev::MouseEvent, prelude::*};
use leptos_router::components::Router;
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

/// What changes the whole screen. Behind sign-in there is one frame for each organization, in which
/// only the page changes: [`pages`] knows which.
#[component]
fn Frames() -> impl IntoView {
    let navigation = Navigation::provide();
    follow_refusals(navigation);
    rest::fetch_soon();
    let frame = Memo::new(move |_| match navigation.route().get() {
        Route::Console(org, _) => Route::Console(org, Page::Dashboard),
        other => other,
    });
    let content = move || match frame.get() {
        Route::Console(org, _) => view! { <SignedIn org/> }.into_any(),
        other => pages::view(other),
    };
    view! {
        {content}
        <Toasts/>
        <UnsavedChangesDialog/>
    }
}

/// The console of one organization, once it is known who is signed in.
#[component]
fn SignedIn(org: Slug) -> impl IntoView {
    let session = read_session(org.clone());
    let navigation = use_navigation();
    Effect::new(move |_| {
        if session.answer().as_ref().is_some_and(is_held_up) {
            navigation.interrupt(&Route::Admission(org.clone()));
        }
    });
    let content = when_ready(session, SkeletonKind::Cards, |session: Signal<Session>| {
        // Whoever is on his way to what is asked first must not be led elsewhere: this is where he comes back to.
        if session.with_untracked(is_held_up) {
            return ().into_any();
        }
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
    // On the way out, to sign-in, the page stays what it was: the frame goes with all that is in it.
    let route = Memo::new(move |last: Option<&Route>| match navigation.route().get() {
        route @ Route::Console(..) => route,
        _ => last.cloned().unwrap_or_else(|| Route::Console(org.clone(), Page::NotFound)),
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
            <aside class="sidebar"><sections::Sections route/></aside>
            <main id="main" tabindex="-1" class="console-main">{move || pages::view(route.get())}</main>
        </div>
        <drawer::Drawer open=drawer route/>
    }
}
