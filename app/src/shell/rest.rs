//! The rest of the program: the pages that are not needed to sign in and to see who administers.
//! Their code is a file of its own, and so are the words that only they say; both are fetched when
//! they are first needed, or before that while people read or type. `cargo xtask build` cuts the
//! program at [`pages_of_the_rest`]; without the feature `chunks` it is whole.

use super::pages;
use crate::{
    i18n::{learn_all, t},
    route::Route,
    session::SignedOutCard,
    widgets::{ErrorState, Skeleton, SkeletonKind},
};
use futures_util::future::join;
use leptos::{leptos_dom::helpers::set_timeout, prelude::*, task::spawn_local, wasm_split::SplitLoaderError};
use shared::Code;
use std::{cell::Cell, time::Duration};

/// Makes what stands at a route.
type View = fn(Route) -> AnyView;

/// How long the first page has the line for itself.
const FIRST_PAGE_FIRST: Duration = Duration::from_secs(5);

thread_local! {
    static PAGES: Cell<Option<View>> = const { Cell::new(None) };
}

#[cfg(feature = "chunks")]
#[leptos::wasm_split::wasm_split(rest, wasm_split_path = leptos::wasm_split, fallible)]
fn pages_of_the_rest() -> Result<View, SplitLoaderError> {
    Ok(pages::of_the_rest)
}

#[cfg(not(feature = "chunks"))]
async fn pages_of_the_rest() -> Result<View, SplitLoaderError> {
    Ok(pages::of_the_rest)
}

/// Fetches the rest once the first page has what it needs.
pub(super) fn fetch_soon() {
    let start = || {
        spawn_local(async {
            fetch().await;
        });
    };
    set_timeout(start, FIRST_PAGE_FIRST);
}

async fn fetch() -> Option<View> {
    if PAGES.get().is_none() {
        let (pages, has_words) = join(pages_of_the_rest(), learn_all()).await;
        PAGES.set(pages.ok().filter(|_| has_words));
    }
    PAGES.get()
}

/// A page of the rest: at once if it is there.
pub(super) fn show(route: Route) -> AnyView {
    if let Some(pages) = PAGES.get() {
        return pages(route);
    }
    let (arrived, failed) = (RwSignal::new(false), RwSignal::new(false));
    let fetch = move |is_repeated: bool| {
        failed.set(false);
        spawn_local(async move {
            let is_there = fetch().await.is_some();
            // Released anew meanwhile, the program's parts have other names: only the page knows.
            if !is_there && is_repeated {
                drop(window().location().reload());
            }
            arrived.try_set(is_there);
            failed.try_set(!is_there);
        });
    };
    fetch(false);
    let content = move || {
        arrived.track();
        match PAGES.get() {
            Some(pages) => pages(route.clone()),
            None if failed.get() => failure(&route, Callback::new(move |()| fetch(true))),
            None => outline(&route),
        }
    };
    view! { {content} }.into_any()
}

/// What stands in the page's place until it is there.
fn outline(route: &Route) -> AnyView {
    match route {
        Route::Console(..) => view! { <Skeleton kind=SkeletonKind::Cards/> }.into_any(),
        _ => ().into_any(),
    }
}

fn failure(route: &Route, on_retry: Callback<()>) -> AnyView {
    let state = view! { <ErrorState problem=Code::Unavailable.into() on_retry/> }.into_any();
    match route {
        Route::Console(..) => state,
        _ => view! { <SignedOutCard title=t("state-failed")>{state}</SignedOutCard> }.into_any(),
    }
}
