//! One of very many: found by words, then chosen. Where a list of all would be too long.

use super::{
    field::{Field, error_line, required_mark},
    search_field::search_later,
};
use crate::{
    browser::unique_id,
    i18n::{Text, t, t_with},
};
use leptos::prelude::*;

/// Something to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// A search with what it finds, of which one is picked.
#[component]
pub fn Picker(
    /// The field of the form's request: where its errors are looked up.
    name: &'static str,
    #[prop(into)] label: Text,
    /// What the search is for.
    #[prop(into)]
    search: Text,
    /// Gets the words after a pause in typing.
    words: RwSignal<String>,
    /// None while it is on its way.
    #[prop(into)]
    found: Signal<Option<Found>>,
    picked: RwSignal<Option<Pick>>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] hint: Option<Text>,
) -> impl IntoView {
    let field = Field::new(name, label, None, required);
    let (group, error_id) = (unique_id("picker"), format!("{}-error", field.id));
    let list = move || {
        match found.get() {
        None => view! { <div role="status"><span class="sr-only">{t("loading")}</span><div class="skeleton h-8"></div></div> }.into_any(),
        Some(found) => options(&group, with_picked(found.picks, picked.get_untracked()), picked),
    }
    };
    let status = t_with("picker-found", move || {
        let (shown, total) = found.with(|found| found.as_ref().map_or((0, 0), |it| (it.picks.len(), it.total)));
        vec![("shown", shown.into()), ("total", total.into())]
    });
    view! {
        <fieldset class="field" aria-describedby=field.described_by() tabindex="-1" aria-invalid=field.invalid()>
            <legend class="field-label">{label}{required_mark(required)}</legend>
            {hint.map(|hint| view! { <p class="field-hint">{hint}</p> })}
            {search_later(search, words)}
            <div class="picker-list">{list}</div>
            <p class="field-hint" role="status">{move || is_short(found).then(|| status.get())}</p>
            {error_line(error_id, field.error)}
        </fieldset>
    }
}

/// Whether what is shown is nothing, or not all of it.
fn is_short(found: Signal<Option<Found>>) -> bool {
    found.with(|found| {
        found.as_ref().is_some_and(|found| found.picks.is_empty() || (found.picks.len() as u32) < found.total)
    })
}

/// What is picked stays to be seen, whatever is looked for next.
fn with_picked(mut picks: Vec<Pick>, picked: Option<Pick>) -> Vec<Pick> {
    if let Some(picked) = picked
        && !picks.iter().any(|pick| pick.value == picked.value)
    {
        picks.insert(0, picked);
    }
    picks
}

fn options(group: &str, picks: Vec<Pick>, picked: RwSignal<Option<Pick>>) -> AnyView {
    picks.into_iter().map(|pick| option(group.to_owned(), pick, picked)).collect_view().into_any()
}

fn option(group: String, pick: Pick, picked: RwSignal<Option<Pick>>) -> AnyView {
    let (value, chosen) = (pick.value.clone(), pick.clone());
    let is_picked = move || picked.with(|picked| picked.as_ref().is_some_and(|picked| picked.value == value));
    view! {
        <label class="picker-option">
            <input type="radio" name=group class="picker-radio" prop:checked=is_picked
                on:change=move |_| picked.set(Some(chosen.clone()))/>
            <span class="min-w-0">
                <span class="font-medium">{pick.label}</span>
                <span class="picker-note">{pick.note}</span>
            </span>
        </label>
    }
    .into_any()
}
