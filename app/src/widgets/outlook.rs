//! What a change would do, told while it is being made.

use super::{Button, ButtonKind, Icon};
use crate::i18n::{Text, t_with};
use leptos::prelude::*;

/// What happens to those in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlookKind {
    /// They get something.
    Gain,
    /// Something is taken from them.
    Loss,
    /// To be minded.
    Concern,
}

/// Somebody, and what happens to him.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlookLine {
    /// Who.
    pub name: String,
    /// What, in parts.
    pub parts: Vec<String>,
}

/// The frame of an outlook: it is read out when there is time, as it changes.
#[component]
pub fn Outlook(#[prop(into)] title: Text, children: Children) -> impl IntoView {
    view! {
        <section class="outlook" aria-label=title>
            <h3 class="outlook-title"><Icon name="eye"/><span>{title}</span></h3>
            <div class="flex flex-col gap-3" aria-live="polite">{children()}</div>
        </section>
    }
}

/// A sentence of an outlook.
#[component]
pub fn OutlookNote(#[prop(optional)] refused: bool, children: Children) -> impl IntoView {
    let icon = refused.then(|| view! { <Icon name="ban"/> });
    view! { <p class=if refused { "outlook-refusal" } else { "text-muted" }>{icon}<span>{children()}</span></p> }
}

/// The outline of an outlook that is being worked out.
#[component]
pub fn OutlookSkeleton() -> impl IntoView {
    view! { <div class="skeleton h-5 w-3/4"></div><div class="skeleton h-5 w-1/2"></div> }
}

/// So many stand there before one asks for all.
const FIRST: usize = 5;

/// Those to whom something happens.
#[component]
pub fn OutlookList(kind: OutlookKind, #[prop(into)] title: Text, lines: Vec<OutlookLine>) -> impl IntoView {
    let (icon, class) = match kind {
        OutlookKind::Gain => ("plus", "outlook-head text-success"),
        OutlookKind::Loss => ("minus", "outlook-head text-error"),
        OutlookKind::Concern => ("triangle-alert", "outlook-head text-warning"),
    };
    let (total, all) = (lines.len(), RwSignal::new(false));
    let shown = move || {
        let count = if all.get() { total } else { FIRST };
        lines.iter().take(count).cloned().map(line).collect_view()
    };
    let rest = move || {
        let label = t_with("outlook-show-all", move || vec![("count", total.into())]);
        (total > FIRST && !all.get())
            .then(|| view! { <Button label kind=ButtonKind::Quiet on_press=move |()| all.set(true)/> })
    };
    view! {
        <div>
            <p class=class><Icon name=icon/><span>{title}</span></p>
            <ul class="outlook-list">{shown}</ul>
            {rest}
        </div>
    }
}

fn line(line: OutlookLine) -> AnyView {
    let parts = line.parts.into_iter().map(|part| view! { <span class="outlook-part">{part}</span> }).collect_view();
    view! { <li><strong class="font-semibold">{line.name}</strong>{parts}</li> }.into_any()
}
