//! Moving through a long list: "Showing 1 to 10 of 23", before and after, how many at a time.

use super::{Icon, Select, SelectOption};
use crate::{
    i18n::{Text, say, t, t_with},
    listing::Listing,
    navigation::set_query,
};
use leptos::prelude::*;
use shared::page::{Cursor, Page};

/// Moves through the pages of a [`Listing`]. The place stands in the address.
#[component]
pub fn Pagination<T: Send + Sync + 'static>(listing: Listing, #[prop(into)] page: Signal<Page<T>>) -> impl IntoView {
    let showing = Text::derive(move || {
        let (first, shown, total) = page.with(|page| (page.first, page.items.len() as u32, page.total));
        let key = if page.with(|page| page.uncounted) { "list-showing-some" } else { "list-showing" };
        let last = (first + shown).saturating_sub(1);
        say(key, &[("first", first.into()), ("last", last.into()), ("total", total.into())])
    });
    let previous = Signal::derive(move || page.with(|page| page.previous.clone()));
    let next = Signal::derive(move || page.with(|page| page.next.clone()));
    controls(listing, view! { <p role="status" class="text-muted text-sm">{showing}</p> }.into_any(), previous, next)
}

/// The same for a list that nobody counts.
#[component]
pub fn PageTurner(
    listing: Listing,
    #[prop(into)] previous: Signal<Option<Cursor>>,
    #[prop(into)] next: Signal<Option<Cursor>>,
) -> impl IntoView {
    controls(listing, view! { <span></span> }.into_any(), previous, next)
}

fn controls(
    listing: Listing,
    showing: AnyView,
    previous: Signal<Option<Cursor>>,
    next: Signal<Option<Cursor>>,
) -> AnyView {
    view! {
        <div class="pagination">
            {showing}
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

fn step(label: Text, icon: &'static str, to: Signal<Option<Cursor>>) -> AnyView {
    let go = move || {
        if let Some(cursor) = to.get_untracked() {
            set_query(&[("cursor", Some(cursor.0))]);
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
pub(crate) fn local_pages(page: RwSignal<usize>, size: usize, total: Signal<usize>) -> AnyView {
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
