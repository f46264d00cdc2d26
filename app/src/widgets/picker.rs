//! One of very many, found by typing part of the name: the combobox of the WAI-ARIA patterns,
//! with a list of what was found.

use super::{Icon, field::Field};
use crate::{
    browser::unique_id,
    i18n::{Text, t, t_with},
};
use leptos::{
    ev::{FocusEvent, KeyboardEvent},
    leptos_dom::helpers::debounce,
    prelude::*,
};
use std::time::Duration;

/// A pause in typing after which it is looked for.
const PAUSE: Duration = Duration::from_millis(200);

/// Something to pick.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pick {
    /// What it stands for.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// What tells it from others of that name.
    pub note: String,
}

/// What was found: the first few, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The first few.
    pub picks: Vec<Pick>,
    /// How many there are.
    pub total: u32,
}

/// What is picked, and what happens when that changes.
#[derive(Clone, Copy)]
pub struct Picked {
    label: Signal<Option<String>>,
    on_pick: Callback<Option<Pick>>,
}

impl Picked {
    /// Kept wherever `on_pick` puts it, such as in the address; `label` is what it is called.
    pub fn elsewhere(label: Signal<Option<String>>, on_pick: impl Into<Callback<Option<Pick>>>) -> Self {
        Self { label, on_pick: on_pick.into() }
    }
}

impl From<RwSignal<Option<Pick>>> for Picked {
    fn from(picked: RwSignal<Option<Pick>>) -> Self {
        let label = Signal::derive(move || picked.with(|picked| picked.as_ref().map(|pick| pick.label.clone())));
        Self::elsewhere(label, Callback::new(move |pick| picked.set(pick)))
    }
}

/// The state of one picker.
#[derive(Clone, Copy)]
struct Combobox {
    typed: RwSignal<Option<String>>,
    open: RwSignal<bool>,
    /// The value of what the arrow keys have reached.
    active: RwSignal<Option<String>>,
    found: Signal<Option<Found>>,
    picked: Picked,
}

/// The field. `words` gets what to look for once the field is entered, `found` is what there is:
/// none while it is on its way.
#[component]
pub fn Picker(
    /// The field of the form's request, where its errors are looked up; none outside of forms.
    #[prop(optional)]
    name: &'static str,
    #[prop(into)] label: Text,
    #[prop(into)] picked: Picked,
    words: RwSignal<Option<String>>,
    #[prop(into)] found: Signal<Option<Found>>,
    #[prop(optional)] required: bool,
    #[prop(optional_no_strip, into)] hint: Option<Text>,
) -> impl IntoView {
    let (field, list) = (Field::new(name, label, hint, required), unique_id("found"));
    let (typed, open, active) = (RwSignal::new(None), RwSignal::new(false), RwSignal::new(None));
    let box_ = Combobox { typed, open, active, found, picked };
    let mut look = debounce(PAUSE, move |typed: String| drop(words.try_set(Some(typed))));
    let type_in = move |event| {
        let text = event_target_value(&event);
        typed.set(Some(text.clone()));
        open.set(true);
        active.set(None);
        look(text);
    };
    let begin = move || {
        open.set(true);
        words.set(Some(typed.get_untracked().unwrap_or_default()));
    };
    let value = move || typed.get().or_else(|| picked.label.get()).unwrap_or_default();
    let is_listed = Memo::new(move |_| open.get() && box_.count() > 0);
    let (controls, reached) = (list.clone(), list.clone());
    let control = view! {
        <div class="picker" on:focusout=move |event: FocusEvent| box_.leave(&event)>
            <label class="input w-full">
                <Icon name="search"/>
                <input
                    id=field.id.clone()
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    aria-autocomplete="list"
                    aria-required=required.then_some("true")
                    aria-invalid=field.invalid()
                    aria-expanded=move || if is_listed.get() { "true" } else { "false" }
                    aria-controls=move || is_listed.get().then(|| controls.clone())
                    aria-activedescendant=move || box_.reached().map(|pick| option_id(&reached, &pick))
                    aria-describedby=field.described_by()
                    prop:value=value
                    on:input=type_in
                    on:focus=move |_| begin()
                    on:click=move |_| begin()
                    on:keydown=move |event: KeyboardEvent| box_.on_key(&event)
                />
            </label>
            {move || picked.label.read().is_some().then(|| clear(box_))}
            {move || open.get().then(|| box_.popup(&list))}
        </div>
    };
    field.frame(control.into_any())
}

impl Combobox {
    fn count(self) -> usize {
        self.found.with(|found| found.as_ref().map_or(0, |found| found.picks.len()))
    }

    fn is_untyped(self) -> bool {
        self.typed.with(|typed| typed.as_deref().is_none_or(|typed| typed.trim().is_empty()))
    }

    fn picks(self) -> Vec<Pick> {
        self.found.with(|found| found.as_ref().map(|found| found.picks.clone()).unwrap_or_default())
    }

    /// What the arrow keys have reached, as long as it is listed.
    fn reached(self) -> Option<Pick> {
        let active = self.active.get().filter(|_| self.open.get())?;
        self.picks().into_iter().find(|pick| pick.value == active)
    }

    /// Goes `by` places on from there, around the ends; from nowhere, to the first or the last.
    fn go(self, by: isize) {
        let (picks, reached) = (self.picks(), self.reached());
        let at = picks.iter().position(|pick| Some(pick) == reached.as_ref());
        let from = at.map_or(if by > 0 { -1 } else { 0 }, usize::cast_signed);
        let to = (from + by).rem_euclid(picks.len().max(1).cast_signed());
        self.active.set(picks.get(to.cast_unsigned()).map(|pick| pick.value.clone()));
    }

    fn pick(self, pick: Pick) {
        self.close();
        self.picked.on_pick.run(Some(pick));
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
        let is_open = self.open.get_untracked();
        match event.key().as_str() {
            "ArrowDown" if is_open => untrack(|| self.go(1)),
            "ArrowUp" if is_open => untrack(|| self.go(-1)),
            "ArrowDown" => self.open.set(true),
            // Whoever is still looking does not send the form.
            "Enter" if is_open => untrack(|| self.reached()).into_iter().for_each(|pick| self.pick(pick)),
            "Escape" if is_open => self.close(),
            _ => return,
        }
        event.prevent_default();
    }

    /// What was found, and whether that is all of it.
    fn popup(self, list: &str) -> AnyView {
        let list = list.to_owned();
        let is_listed = Memo::new(move |_| self.count() > 0);
        let options = move || {
            let (list, id) = (list.clone(), list.clone());
            // More may be found between pressing and letting go: what stays listed stays itself.
            let options = view! {
                <For each=move || self.picks() key=Pick::clone let:pick>{self.option(option_id(&id, &pick), pick)}</For>
            };
            is_listed.get().then(|| view! { <ul id=list role="listbox" aria-label=t("picker-list")>{options}</ul> })
        };
        let status = move || match self.found.get() {
            None => Some(t("loading").get()),
            // Not all of very many is listed before somebody says what he looks for.
            Some(found) if found.picks.is_empty() && self.is_untyped() => Some(t("picker-type").get()),
            Some(found) => {
                let (shown, total) = (found.picks.len(), found.total);
                let is_all = shown > 0 && shown as u32 >= total;
                let words = t_with("picker-found", move || vec![("shown", shown.into()), ("total", total.into())]);
                (!is_all).then(|| words.get())
            }
        };
        // The focus stays in the field.
        view! {
            <div class="picker-popup" on:mousedown=|event| event.prevent_default()>
                {options}
                <p role="status" class="picker-status">{status}</p>
            </div>
        }
        .into_any()
    }

    fn option(self, id: String, pick: Pick) -> AnyView {
        let Pick { value, label, note } = pick.clone();
        let selected =
            move || self.active.with(|active| if active.as_ref() == Some(&value) { "true" } else { "false" });
        view! {
            <li id=id role="option" class="picker-option" aria-selected=selected on:click=move |_| self.pick(pick.clone())>
                <span class="font-medium">{label}</span>
                <span class="text-muted text-xs">{note}</span>
            </li>
        }
        .into_any()
    }
}

fn option_id(list: &str, pick: &Pick) -> String {
    format!("{list}-{}", pick.value)
}

fn clear(box_: Combobox) -> AnyView {
    let clear = move |_| {
        box_.close();
        box_.picked.on_pick.run(None);
    };
    view! {
        <button type="button" class="picker-clear btn btn-ghost btn-square btn-xs" aria-label=t("picker-clear") title=t("picker-clear") on:click=clear>
            <Icon name="x"/>
        </button>
    }
    .into_any()
}

/// Several that were picked one by one, each with a cross.
#[component]
pub fn PickedList(#[prop(into)] label: Text, picked: RwSignal<Vec<Pick>>) -> impl IntoView {
    let item = move |pick: Pick| {
        let (name, value) = (pick.label.clone(), pick.value);
        let take_out = t_with("picker-take-out", move || vec![("name", name.clone().into())]);
        let press = move |_| picked.update(|picked| picked.retain(|pick| pick.value != value));
        view! {
            <li class="picked">
                <span>{pick.label}</span>
                <button type="button" class="btn btn-ghost btn-square btn-xs" aria-label=take_out title=take_out on:click=press>
                    <Icon name="x"/>
                </button>
            </li>
        }
    };
    let list = move || view! { <ul class="picked-list" aria-label=label>{picked.get().into_iter().map(item).collect_view()}</ul> };
    move || picked.with(|picked| !picked.is_empty()).then(list)
}
