//! Things to press: buttons that act, links that look like them, and links in text.

use super::Icon;
use crate::{
    api::is_looking_only,
    browser::unique_id,
    i18n::{Text, t},
    problem::describe,
};
use leptos::{ev::MouseEvent, prelude::*};
use shared::Code;

/// How much weight a button has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing that the page is for.
    Primary,
    /// Anything else.
    #[default]
    Secondary,
    /// Takes something away or locks somebody out.
    Danger,
    /// Among many: no frame until it is pointed at.
    Quiet,
}

/// What pressing a button does to the form around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonType {
    /// Nothing.
    #[default]
    Button,
    /// Sends it.
    Submit,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "btn btn-primary",
            Self::Secondary => "btn btn-outline",
            Self::Danger => "btn btn-outline btn-error",
            Self::Quiet => "btn btn-ghost",
        }
    }
}

/// A button. One that may not be pressed stays focusable and says why: `obstacle` holds the
/// reason, which shows when the button is pointed at or focused.
#[component]
pub fn Button(
    #[prop(into)] label: Text,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] button_type: ButtonType,
    #[prop(optional)] icon: Option<&'static str>,
    /// As wide as what it stands in.
    #[prop(optional)]
    wide: bool,
    /// Whether what it does is being done.
    #[prop(optional, into)]
    busy: Signal<bool>,
    #[prop(optional, into)] obstacle: Signal<Option<String>>,
    #[prop(optional, into)] on_press: Option<Callback<()>>,
) -> impl IntoView {
    // What a form would send is refused while one only looks.
    let only_looks = move || (button_type == ButtonType::Submit && is_looking_only()).then(|| Code::LookingOnly.into());
    let obstacle = Signal::derive(move || obstacle.get().or_else(|| only_looks().map(|problem| describe(&problem))));
    let is_barred = move || obstacle.with(Option::is_some);
    let press = move |event: MouseEvent| {
        if is_barred() || busy.get_untracked() {
            event.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    let reason = unique_id("reason");
    let button = view! {
        <button
            type=if button_type == ButtonType::Submit { "submit" } else { "button" }
            class=format!("{}{}", kind.class(), if wide { " btn-block" } else { "" })
            aria-disabled=move || is_barred().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            aria-describedby={
                let reason = reason.clone();
                move || is_barred().then(|| reason.clone())
            }
            on:click=press
        >
            {move || busy.get().then(|| view! { <span class="loading loading-spinner loading-xs" aria-hidden="true"></span> })}
            {icon.map(|name| view! { <Icon name/> })}
            <span>{label}</span>
        </button>
    };
    with_reason(button.into_any(), reason, obstacle)
}

/// A link that looks like a button. While there is an obstacle it is text that says why.
#[component]
pub fn LinkButton(
    #[prop(into)] label: Text,
    #[prop(into)] href: Signal<String>,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] icon: Option<&'static str>,
    #[prop(optional, into)] obstacle: Signal<Option<String>>,
) -> impl IntoView {
    let is_barred = move || obstacle.with(Option::is_some);
    let reason = unique_id("reason");
    // A link without `href` is no link: the role, the focus and the state are given back.
    let link = view! {
        <a
            class=kind.class()
            role=move || is_barred().then_some("link")
            tabindex=move || is_barred().then_some("0")
            aria-disabled=move || is_barred().then_some("true")
            aria-describedby={
                let reason = reason.clone();
                move || is_barred().then(|| reason.clone())
            }
            href=move || (!is_barred()).then(|| href.get())
        >
            {icon.map(|name| view! { <Icon name/> })}
            <span>{label}</span>
        </a>
    };
    with_reason(link.into_any(), reason, obstacle)
}

/// A link in running text or in a table.
#[component]
pub fn TextLink(#[prop(into)] label: Text, #[prop(into)] href: Signal<String>) -> impl IntoView {
    view! { <a class="link link-hover link-primary font-medium" href=move || href.get()>{label}</a> }
}

/// A control with the reason why it may not be used, which shows on pointing and on focus.
fn with_reason(control: AnyView, id: String, obstacle: Signal<Option<String>>) -> AnyView {
    let tooltip = move || {
        let id = id.clone();
        obstacle.get().map(|reason| view! { <span id=id role="tooltip" class="reason">{reason}</span> })
    };
    view! { <span class="reasoned">{control}{tooltip}</span> }.into_any()
}

/// A button that shows only an icon; `label` is its name.
#[component]
pub(crate) fn IconButton(
    #[prop(into)] label: Text,
    icon: &'static str,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class="btn btn-ghost btn-square btn-sm" aria-label=label title=label on:click=move |_| on_press.run(())>
            <Icon name=icon/>
        </button>
    }
}

/// A link that shows only an icon; `label` is its name.
#[component]
pub fn IconLink(#[prop(into)] label: Text, icon: &'static str, #[prop(into)] href: Signal<String>) -> impl IntoView {
    view! {
        <a class="btn btn-ghost btn-square btn-sm" aria-label=label title=label href=move || href.get()>
            <Icon name=icon/>
        </a>
    }
}

/// The button that closes what it stands in.
#[component]
pub(crate) fn CloseButton(#[prop(into)] on_press: Callback<()>) -> impl IntoView {
    view! { <IconButton label=t("close") icon="x" on_press/> }
}
