//! A message that stands where it concerns, until it no longer holds.

use super::Icon;
use leptos::prelude::*;

/// What an alert is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AlertKind {
    /// Good to know.
    #[default]
    Info,
    /// Done.
    Success,
    /// To be minded.
    Warning,
    /// Failed, or refused.
    Error,
}

impl AlertKind {
    const fn look(self) -> (&'static str, &'static str) {
        match self {
            Self::Info => ("notice notice-info", "info"),
            Self::Success => ("notice notice-success", "circle-check"),
            Self::Warning => ("notice notice-warning", "triangle-alert"),
            Self::Error => ("notice notice-error", "circle-alert"),
        }
    }
}

/// An alert. Errors are read out at once, the others when there is time.
#[component]
pub fn Alert(#[prop(optional)] kind: AlertKind, children: Children) -> impl IntoView {
    let (class, icon) = kind.look();
    let role = if kind == AlertKind::Error { "alert" } else { "status" };
    view! {
        <div class=class role=role>
            <Icon name=icon size="size-5"/>
            <div class="min-w-0">{children()}</div>
        </div>
    }
}
