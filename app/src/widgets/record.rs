//! Things that need more room than a row of a table: what each is called, what it is like, and
//! what can be done with it.

use crate::i18n::Text;
use leptos::prelude::*;

/// A list of records.
#[component]
pub fn Records(#[prop(into)] label: Text, children: Children) -> impl IntoView {
    view! { <ul class="records" aria-label=label>{children()}</ul> }
}

/// A record. Children say what it is like, line by line.
#[component]
pub fn Record(
    #[prop(into)] title: Text,
    /// Marks beside the title.
    #[prop(into)]
    marks: ViewFn,
    /// Whether it is past.
    #[prop(optional)]
    faded: bool,
    /// Buttons for what can be done with it.
    #[prop(into)]
    actions: ViewFn,
    children: Children,
) -> impl IntoView {
    view! {
        <li class=if faded { "record record-faded" } else { "record" }>
            <div class="min-w-0 grow basis-72">
                <div class="record-head"><strong class="font-semibold">{title}</strong>{marks.run()}</div>
                {children()}
            </div>
            <div class="record-actions">{actions.run()}</div>
        </li>
    }
}

/// What a record says, line by line as it was typed.
#[component]
pub fn RecordText(#[prop(into)] text: String) -> impl IntoView {
    view! { <p class="whitespace-pre-line wrap-anywhere">{text}</p> }
}

/// A line about a record; the less important are quieter.
#[component]
pub fn RecordLine(#[prop(optional)] quiet: bool, children: Children) -> impl IntoView {
    view! { <p class=if quiet { "text-muted text-[0.8125rem]" } else { "" }>{children()}</p> }
}
