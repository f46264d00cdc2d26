//! Several of many, with a search and pages where there are many. What the search hides, and what
//! stands on another page, stays ticked.

use super::{
    Checkbox,
    checkbox::group_error,
    field::{Field, required_mark},
    pagination::local_pages,
    search_field::search_input,
};
use crate::i18n::{Text, t, t_with};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Something to tick.
#[derive(Clone, Debug)]
pub struct Choice {
    value: String,
    label: Text,
    hint: Option<Text>,
    obstacle: Signal<Option<String>>,
}

impl Choice {
    /// Something to tick, with the value it stands for.
    pub fn new(value: impl Into<String>, label: impl Into<Text>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None, obstacle: Signal::default() }
    }

    /// Explains what ticking it means.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Text>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Says why it may not be ticked, if it may not.
    #[must_use]
    pub fn obstacle(mut self, obstacle: impl Into<Signal<Option<String>>>) -> Self {
        self.obstacle = obstacle.into();
        self
    }
}

/// From so many choices on, they can be searched.
const SEARCH_FROM: usize = 8;
/// So many stand on a page.
const PAGE: usize = 20;

/// A group of boxes.
#[component]
pub fn CheckboxGroup(
    /// The field of the form's request: where its errors are looked up.
    name: &'static str,
    #[prop(into)] label: Text,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    /// The values that are ticked.
    ticked: RwSignal<BTreeSet<String>>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] hint: Option<Text>,
) -> impl IntoView {
    let field = Field::new(name, label, None, required);
    let (search, page) = (RwSignal::new(String::new()), RwSignal::new(0));
    let found = Signal::derive(move || found(choices, &search.read()));
    Effect::new(move |_| {
        search.track();
        page.set(0);
    });
    let boxes = move || {
        let on_page = found.get().into_iter().skip(page.get() * PAGE).take(PAGE);
        on_page.map(|choice| tickable(choice, ticked)).collect_view()
    };
    let found_count = Signal::derive(move || found.read().len());
    let count = t_with("group-ticked", move || {
        vec![("ticked", ticked.read().len().into()), ("all", choices.read().len().into())]
    });
    let error_id = format!("{}-error", field.id);
    view! {
        <fieldset class="field" aria-describedby=field.described_by() tabindex="-1" aria-invalid=field.invalid()>
            <legend class="field-label">{label}{required_mark(required)}</legend>
            {hint.map(|hint| view! { <p class="field-hint">{hint}</p> })}
            {move || (choices.read().len() >= SEARCH_FROM).then(|| search_input(t("group-search"), search))}
            <div class="check-grid">{boxes}</div>
            {local_pages(page, PAGE, found_count)}
            <p class="field-hint" aria-live="polite">{count}</p>
            {group_error(error_id, field.error)}
        </fieldset>
    }
}

fn found(choices: Signal<Vec<Choice>>, words: &str) -> Vec<Choice> {
    let wanted = words.to_lowercase();
    let matches = |choice: &Choice| choice.label.read().to_lowercase().contains(&wanted);
    choices.get().into_iter().filter(matches).collect()
}

fn tickable(choice: Choice, ticked: RwSignal<BTreeSet<String>>) -> AnyView {
    let (value, key) = (choice.value.clone(), choice.value);
    let change = move |checked: bool| {
        ticked.update(|ticked| {
            if checked {
                ticked.insert(key.clone());
            } else {
                ticked.remove(&key);
            }
        });
    };
    let checked = Signal::derive(move || ticked.read().contains(&value));
    match choice.hint {
        Some(hint) => {
            view! { <Checkbox label=choice.label checked on_change=change hint obstacle=choice.obstacle/> }.into_any()
        }
        None => view! { <Checkbox label=choice.label checked on_change=change obstacle=choice.obstacle/> }.into_any(),
    }
}
