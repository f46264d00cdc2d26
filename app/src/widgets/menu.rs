//! Menu buttons after the WAI-ARIA pattern: arrows move, letters find, Escape closes and gives
//! the focus back.

use super::Icon;
use crate::{
    browser::{self, lower_case, unique_id},
    i18n::{Text, t},
};
use leptos::{ev, ev::KeyboardEvent, html, prelude::*};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// An entry of a menu.
#[derive(Clone, Copy)]
pub struct MenuItem {
    pub(super) label: Text,
    pub(super) icon: Option<&'static str>,
    target: Target,
    /// Whether it is the one of its group that holds; none if it is not a choice.
    chosen: Option<Signal<bool>>,
    begins_group: bool,
    /// What the entries from here on are for, above them.
    heading: Option<Text>,
    is_elsewhere: bool,
}

#[derive(Clone, Copy)]
enum Target {
    Act(Callback<()>),
    Link(Signal<String>),
}

impl MenuItem {
    /// An entry that does something.
    pub fn act(label: impl Into<Text>, act: impl Fn() + Send + Sync + 'static) -> Self {
        Self::new(label.into(), Target::Act(Callback::new(move |()| act())))
    }

    /// An entry that leads somewhere.
    pub fn link(label: impl Into<Text>, href: impl Into<Signal<String>>) -> Self {
        Self::new(label.into(), Target::Link(href.into()))
    }

    fn new(label: Text, target: Target) -> Self {
        Self { label, icon: None, target, chosen: None, begins_group: false, heading: None, is_elsewhere: false }
    }

    /// Puts an icon before the label.
    #[must_use]
    pub fn icon(mut self, icon: &'static str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Makes it one of several of which one holds.
    #[must_use]
    pub fn chosen(mut self, chosen: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        self.chosen = Some(Signal::derive(chosen));
        self
    }

    /// Sets it and what follows apart from what stands before.
    #[must_use]
    pub fn begins_group(mut self) -> Self {
        self.begins_group = true;
        self
    }

    /// Sets it and what follows apart, and says above what they are for.
    #[must_use]
    pub fn under(mut self, heading: impl Into<Text>) -> Self {
        self.heading = Some(heading.into());
        self.begins_group()
    }

    /// It opens beside the console, which the page there learns nothing of.
    #[must_use]
    pub fn elsewhere(mut self) -> Self {
        self.is_elsewhere = true;
        self
    }

    /// What it does, unless it leads somewhere.
    pub(super) fn on_choose(self) -> Option<Callback<()>> {
        match self.target {
            Target::Act(act) => Some(act),
            Target::Link(_) => None,
        }
    }

    pub(super) fn view(self) -> AnyView {
        let role = if self.chosen.is_some() { "menuitemradio" } else { "menuitem" };
        let checked = move || self.chosen.map(|chosen| if chosen.get() { "true" } else { "false" });
        let mark = move || match self.chosen {
            Some(chosen) if chosen.get() => Some(view! { <Icon name="check"/> }.into_any()),
            Some(_) => Some(view! { <span class="size-4"></span> }.into_any()),
            None => self.icon.map(|name| view! { <Icon name/> }.into_any()),
        };
        let separator = self.begins_group.then(|| view! { <li role="separator" class="menu-separator"></li> });
        let heading = self.heading.map(|heading| view! { <li role="presentation" class="menu-heading">{heading}</li> });
        let (target, rel) = (self.is_elsewhere.then_some("_blank"), self.is_elsewhere.then_some("noopener noreferrer"));
        let aside = self.is_elsewhere.then(|| view! { " "<span class="sr-only">{t("opens-in-new-tab")}</span> });
        let entry = match self.target {
            Target::Link(href) => view! {
                <a role=role tabindex="-1" class="menu-entry" href=move || href.get() target=target rel=rel>
                    {mark}<span>{self.label}{aside}</span>
                </a>
            }
            .into_any(),
            Target::Act(act) => view! {
                <button type="button" role=role tabindex="-1" class="menu-entry" aria-checked=checked on:click=move |_| act.run(())>
                    {mark}<span>{self.label}</span>
                </button>
            }
            .into_any(),
        };
        view! { {separator}{heading}<li role="none">{entry}</li> }.into_any()
    }
}

/// What a menu has, whenever it is opened.
pub type MenuItems = Arc<dyn Fn() -> Vec<MenuItem> + Send + Sync>;

/// A button that opens a menu. `label` says what for; `children` is what it shows.
#[component]
pub fn Menu(#[prop(into)] label: Text, items: MenuItems, children: Children) -> impl IntoView {
    let (open, id) = (RwSignal::new(false), unique_id("menu"));
    let button = StoredValue::new(unique_id("menu-button"));
    let root = NodeRef::<html::Div>::new();
    let close_outside = window_event_listener(ev::pointerdown, move |event| {
        let inside =
            root.get_untracked().zip(event.target()).is_some_and(|(root, target)| root.contains(target.dyn_ref()));
        if !inside {
            open.set(false);
        }
    });
    on_cleanup(move || close_outside.remove());
    Effect::new(move |_| {
        if open.get() {
            // A key that was pressed meanwhile has moved it already.
            request_animation_frame(move || {
                if focused(&entries(root)).is_none() {
                    move_focus(root, |_, _| 0);
                }
            });
        }
    });
    let close = move || {
        open.set(false);
        browser::focus(&button.get_value());
    };
    let list = {
        let id = id.clone();
        move || {
            let items = items.clone();
            let entries = move || items().into_iter().map(MenuItem::view).collect_view();
            open.get()
                .then(|| view! { <ul id=id.clone() role="menu" aria-label=label class="menu-list">{entries}</ul> })
        }
    };
    view! {
        <div node_ref=root class="relative" on:keydown=move |event| on_key(&event, open, root, &close)
            on:focusout=move |event| if left(root, event.related_target()) { open.set(false) }>
            <button
                id=button.get_value()
                type="button"
                class="btn btn-ghost menu-button"
                aria-haspopup="menu"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=move || open.get().then(|| id.clone())
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <span class="sr-only">{label}</span>
                {children()}
            </button>
            <div on:click=move |_| close()>{list}</div>
        </div>
    }
}

/// Whether the focus went to something outside. A menu that is taken off the page with the focus in it hears of that
/// when its signals are gone.
pub(super) fn left(root: NodeRef<html::Div>, to: Option<web_sys::EventTarget>) -> bool {
    root.try_get_untracked().flatten().zip(to).is_some_and(|(root, to)| !root.contains(to.dyn_ref()))
}

fn on_key(event: &KeyboardEvent, open: RwSignal<bool>, root: NodeRef<html::Div>, close: &impl Fn()) {
    if !open.get_untracked() {
        if matches!(event.key().as_str(), "ArrowDown" | "ArrowUp") {
            event.prevent_default();
            open.set(true);
        }
        return;
    }
    on_open_key(event, root, close, &|| open.set(false));
}

/// The keys of a menu that is open. `close` gives the focus back, `leave` does not.
pub(super) fn on_open_key(event: &KeyboardEvent, root: NodeRef<html::Div>, close: &impl Fn(), leave: &impl Fn()) {
    match event.key().as_str() {
        "Escape" => close(),
        "Tab" => return leave(),
        "ArrowDown" => move_focus(root, |at, count| (at + 1) % count),
        "ArrowUp" => move_focus(root, |at, count| (at + count - 1) % count),
        "Home" => move_focus(root, |_, _| 0),
        "End" => move_focus(root, |_, count| count - 1),
        letter if letter.chars().count() == 1 && letter != " " => return find(root, letter),
        _ => return,
    }
    event.prevent_default();
}

fn entries(root: NodeRef<html::Div>) -> Vec<HtmlElement> {
    let Some(list) = root.try_get_untracked().flatten().and_then(|root| root.query_selector_all(".menu-entry").ok())
    else {
        return Vec::new();
    };
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

fn focused(entries: &[HtmlElement]) -> Option<usize> {
    let active = document().active_element()?;
    entries.iter().position(|entry| ***entry == *active)
}

/// Focuses the first entry.
pub(super) fn focus_first(root: NodeRef<html::Div>) {
    move_focus(root, |_, _| 0);
}

/// Moves the focus to the entry that `to` computes from the present one and their number.
fn move_focus(root: NodeRef<html::Div>, to: impl Fn(usize, usize) -> usize) {
    let entries = entries(root);
    if entries.is_empty() {
        return;
    }
    let at = to(focused(&entries).unwrap_or(0), entries.len());
    if let Some(entry) = entries.get(at) {
        drop(entry.focus());
    }
}

/// Focuses the next entry that begins with a letter.
fn find(root: NodeRef<html::Div>, letter: &str) {
    let entries = entries(root);
    let after = focused(&entries).map_or(0, |at| at + 1);
    let letter = lower_case(letter);
    let begins = |entry: &&HtmlElement| lower_case(entry.inner_text().trim()).starts_with(&letter);
    if let Some(entry) = entries.iter().cycle().skip(after).take(entries.len()).find(begins) {
        drop(entry.focus());
    }
}
