//! One of very many, found by typing part of the name: the combobox of the WAI-ARIA patterns,
//! with a list of what was found.

use super::{Icon, field::Field};
use crate::{
    browser::unique_id,
    i18n::{Text, t},
};
use leptos::{
    ev::{FocusEvent, KeyboardEvent},
    leptos_dom::helpers::debounce,
    prelude::*,
};
use std::time::Duration;

/// A pause in typing after which it is looked for.
const PAUSE: Duration = Duration::from_millis(200);

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it stands for.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// What tells it from others of that name.
    pub note: String,
}

/// The state of one finder.
#[derive(Clone, Copy)]
struct Combobox {
    typed: RwSignal<Option<String>>,
    open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    found: Signal<Vec<Finding>>,
    on_choose: Callback<Option<String>>,
}

/// The field. `words` gets what to look for, `found` what there is, `on_choose` the value of what was chosen, or
/// nothing when it is taken out again.
#[component]
pub fn Finder(
    #[prop(into)] label: Text,
    /// What is chosen, by name.
    #[prop(into)]
    chosen: Signal<Option<String>>,
    words: RwSignal<Option<String>>,
    #[prop(into)] found: Signal<Vec<Finding>>,
    #[prop(into)] on_choose: Callback<Option<String>>,
    #[prop(optional, into)] hint: Option<Text>,
) -> impl IntoView {
    let (field, list) = (Field::new("", label, hint, false), unique_id("found"));
    let box_ = Combobox {
        typed: RwSignal::new(None),
        open: RwSignal::new(false),
        active: RwSignal::new(None),
        found,
        on_choose,
    };
    let mut look = debounce(PAUSE, move |typed: String| drop(words.try_set(Some(typed))));
    let type_in = move |event| {
        let typed = event_target_value(&event);
        box_.typed.set(Some(typed.clone()));
        box_.open.set(true);
        box_.active.set(None);
        look(typed);
    };
    let begin = move |_| {
        box_.open.set(true);
        words.set(Some(box_.typed.get_untracked().unwrap_or_default()));
    };
    let value = move || box_.typed.get().or_else(|| chosen.get()).unwrap_or_default();
    let shown = move || box_.open.get() && !found.read().is_empty();
    let (controls, option) = (list.clone(), list.clone());
    let control = view! {
        <div class="finder" on:focusout=move |event: FocusEvent| box_.leave(&event)>
            <label class="input w-full">
                <Icon name="search"/>
                <input
                    id=field.id.clone()
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    aria-autocomplete="list"
                    aria-expanded=move || if shown() { "true" } else { "false" }
                    aria-controls=move || shown().then(|| controls.clone())
                    aria-activedescendant=move || box_.active.get().filter(|_| shown()).map(|at| format!("{option}-{at}"))
                    aria-describedby=field.described_by()
                    prop:value=value
                    on:input=type_in
                    on:focus=begin
                    on:keydown=move |event: KeyboardEvent| box_.on_key(&event)
                />
            </label>
            {move || chosen.read().is_some().then(|| clear(box_))}
            {move || shown().then(|| options(box_, &list))}
        </div>
    };
    field.frame(control.into_any())
}

impl Combobox {
    fn choose(self, at: usize) {
        let Some(finding) = self.found.with_untracked(|found| found.get(at).cloned()) else { return };
        self.close();
        self.on_choose.run(Some(finding.value));
    }

    fn close(self) {
        self.typed.set(None);
        self.open.set(false);
        self.active.set(None);
    }

    /// The focus has gone, but not to the list that belongs to it.
    fn leave(self, event: &FocusEvent) {
        use wasm_bindgen::JsCast;
        let inside = event.current_target().and_then(|it| it.dyn_into::<web_sys::Node>().ok());
        let to = event.related_target().and_then(|it| it.dyn_into::<web_sys::Node>().ok());
        if !inside.is_some_and(|inside| inside.contains(to.as_ref())) || to.is_none() {
            self.close();
        }
    }

    fn on_key(self, event: &KeyboardEvent) {
        let (count, at) = (self.found.with_untracked(Vec::len), self.active.get_untracked());
        let is_open = self.open.get_untracked() && count > 0;
        match event.key().as_str() {
            "ArrowDown" if is_open => self.active.set(Some(at.map_or(0, |at| (at + 1) % count))),
            "ArrowUp" if is_open => self.active.set(Some(at.map_or(count - 1, |at| (at + count - 1) % count))),
            "ArrowDown" => self.open.set(true),
            "Enter" if is_open && at.is_some() => self.choose(at.unwrap_or_default()),
            "Escape" if self.open.get_untracked() => self.close(),
            _ => return,
        }
        event.prevent_default();
    }
}

fn options(box_: Combobox, list: &str) -> AnyView {
    let list = list.to_owned();
    let id = list.clone();
    let items = move || {
        let item = |(at, finding): (usize, Finding)| {
            let is_active = move || box_.active.get() == Some(at);
            view! {
                <li
                    id=format!("{list}-{at}")
                    role="option"
                    class="finder-option"
                    aria-selected=move || if is_active() { "true" } else { "false" }
                    // The focus stays in the field.
                    on:mousedown=|event| event.prevent_default()
                    on:click=move |_| box_.choose(at)
                >
                    <span class="font-medium">{finding.label}</span>
                    <span class="text-muted text-xs">{finding.note}</span>
                </li>
            }
        };
        box_.found.get().into_iter().enumerate().map(item).collect_view()
    };
    view! { <ul id=id role="listbox" class="finder-list" aria-label=t("finder-found")>{items}</ul> }.into_any()
}

fn clear(box_: Combobox) -> AnyView {
    let clear = move |_| {
        box_.close();
        box_.on_choose.run(None);
    };
    view! {
        <button type="button" class="finder-clear btn btn-ghost btn-square btn-xs" aria-label=t("finder-clear") title=t("finder-clear") on:click=clear>
            <Icon name="x"/>
        </button>
    }
    .into_any()
}
