//! Moving through a long list: "Showing 1 to 10 of 23", before and after, how many at a time.

use super::{Icon, Select, SelectOption};
use crate::{
    i18n::{Text, t, t_with},
    listing::Listing,
    navigation::set_query,
};
use leptos::prelude::*;
use shared::page::{Cursor, Page};
use std::sync::Arc;

/// What pagination shows of a page.
struct Position {
    first: u32,
    shown: u32,
    total: u32,
    previous: Option<String>,
    next: Option<String>,
}

type Where = Arc<dyn Fn() -> Position + Send + Sync>;

/// Moves through the pages of a [`Listing`]. The place stands in the address.
#[component]
pub fn Pagination<T: Send + Sync + 'static>(listing: Listing, #[prop(into)] page: Signal<Page<T>>) -> impl IntoView {
    let text = |cursor: &Option<Cursor>| cursor.as_ref().map(|cursor| cursor.0.clone());
    let position = move || {
        page.with(|page| Position {
            first: page.first,
            shown: page.items.len() as u32,
            total: page.total,
            previous: text(&page.previous),
            next: text(&page.next),
        })
    };
    controls(listing, Arc::new(position))
}

fn controls(listing: Listing, position: Where) -> AnyView {
    let (before, after) = (position.clone(), position.clone());
    let showing = t_with("list-showing", move || {
        let at = position();
        let last = (at.first + at.shown).saturating_sub(1);
        vec![("first", at.first.into()), ("last", last.into()), ("total", at.total.into())]
    });
    let previous = Signal::derive(move || before().previous);
    let next = Signal::derive(move || after().next);
    view! {
        <div class="pagination">
            <p role="status" class="text-muted text-sm">{showing}</p>
            <div class="flex items-center gap-2">
                {page_size(listing)}
                <nav class="join" aria-label=t("list-pages")>
                    {step(t("list-previous"), "chevron-left", previous)}
                    {step(t("list-next"), "chevron-right", next)}
                </nav>
            </div>
        </div>
    }
    .into_any()
}

fn page_size(listing: Listing) -> AnyView {
    let chosen = RwSignal::new(String::new());
    Effect::new(move |_| chosen.set(listing.limit().to_string()));
    let options = Listing::LIMITS.map(|limit| {
        SelectOption::new(limit.to_string(), t_with("list-per-page", move || vec![("limit", limit.into())]))
    });
    let change = move |limit: String| set_query(&[("limit", Some(limit)), ("cursor", None)]);
    view! {
        <div class="page-size">
            <Select name="" label=t("list-page-size") value=chosen options=options.to_vec() on_change=change/>
        </div>
    }
    .into_any()
}

fn step(label: Text, icon: &'static str, to: Signal<Option<String>>) -> AnyView {
    let go = move || {
        if let Some(cursor) = to.get_untracked() {
            set_query(&[("cursor", Some(cursor))]);
        }
    };
    turn(label, icon, Signal::derive(move || to.with(Option::is_some)), go)
}

/// A button that turns the page, while there is one to turn to.
fn turn(label: Text, icon: &'static str, possible: Signal<bool>, go: impl Fn() + 'static) -> AnyView {
    let press = move |_| {
        if possible.get_untracked() {
            go();
        }
    };
    view! {
        <button type="button" class="btn btn-outline btn-square join-item" aria-label=label title=label
            aria-disabled=move || (!possible.get()).then_some("true") on:click=press>
            <Icon name=icon/>
        </button>
    }
    .into_any()
}

/// Moves through a list that is wholly here, `size` at a time; nothing if that is all of it.
pub(super) fn local_pages(page: RwSignal<usize>, size: usize, total: Signal<usize>) -> AnyView {
    let showing = t_with("list-showing", move || {
        let (before, total) = (page.get() * size, total.get());
        vec![("first", (before + 1).into()), ("last", total.min(before + size).into()), ("total", total.into())]
    });
    let has_previous = Signal::derive(move || page.get() > 0);
    let has_next = Signal::derive(move || (page.get() + 1) * size < total.get());
    let controls = move || {
        view! {
            <div class="pagination">
                <p role="status" class="field-hint">{showing}</p>
                <div role="group" class="join" aria-label=t("list-pages")>
                    {turn(t("list-previous"), "chevron-left", has_previous, move || page.update(|page| *page -= 1))}
                    {turn(t("list-next"), "chevron-right", has_next, move || page.update(|page| *page += 1))}
                </div>
            </div>
        }
    };
    let is_long = Memo::new(move |_| total.get() > size);
    view! { {move || is_long.get().then(controls)} }.into_any()
}
