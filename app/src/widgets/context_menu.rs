//! The menu of something on the page, where it was asked for: with the other button of the mouse, a long
//! press, Shift and F10, or a button of its own. What may not be done stays in it and says why.

use super::{
    Icon,
    menu::{MenuItem, focus_first, left, on_open_key},
};
use crate::{browser::unique_id, i18n::Text};
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

/// So far from the window's edges it stays, in pixels.
const MARGIN: f64 = 8.0;

/// An entry, and why it may not be chosen, if so.
#[derive(Clone, Copy)]
pub struct MenuEntry {
    item: MenuItem,
    obstacle: Signal<Option<String>>,
}

impl MenuEntry {
    /// An entry with what may stand in its way.
    pub fn new(item: MenuItem, obstacle: impl Into<Signal<Option<String>>>) -> Self {
        Self { item, obstacle: obstacle.into() }
    }

    /// An entry in whose way nothing stands.
    pub fn free(item: MenuItem) -> Self {
        Self { item, obstacle: Signal::default() }
    }

    /// One button whether or not it may be pressed: what stands in the way may be known only when the
    /// focus is on it already.
    fn view(self) -> AnyView {
        let (MenuItem { label, icon, .. }, Some(act)) = (self.item, self.item.on_choose()) else {
            return self.item.view();
        };
        let (obstacle, id) = (self.obstacle, unique_id("menu-reason"));
        let is_barred = move || obstacle.with(Option::is_some);
        let described_by = {
            let id = id.clone();
            move || is_barred().then(|| id.clone())
        };
        let reason = move || {
            let id = id.clone();
            obstacle.get().map(|reason| view! { <span id=id class="menu-reason">{reason}</span> })
        };
        let press = move |event: ev::MouseEvent| {
            if obstacle.with_untracked(Option::is_some) { event.stop_propagation() } else { act.run(()) }
        };
        view! {
            <li role="none">
                <button
                    type="button"
                    role="menuitem"
                    tabindex="-1"
                    class="menu-entry"
                    class:menu-barred=is_barred
                    aria-disabled=move || is_barred().then_some("true")
                    aria-describedby=described_by
                    on:click=press
                >
                    {icon.map(|name| view! { <Icon name/> })}
                    <span>{label}</span>
                </button>
                {reason}
            </li>
        }
        .into_any()
    }
}

/// A menu that is open while `at` says where, in pixels from the window's left and top edges. `back` gives
/// the focus back.
#[component]
pub fn ContextMenu(
    at: RwSignal<Option<(f64, f64)>>,
    #[prop(into)] label: Text,
    entries: Callback<(), Vec<MenuEntry>>,
    back: Callback<()>,
) -> impl IntoView {
    let (root, is_open) = (NodeRef::<html::Div>::new(), Memo::new(move |_| at.with(Option::is_some)));
    let leave = move || at.set(None);
    let close = move || {
        at.set(None);
        back.run(());
    };
    let close_outside = window_event_listener(ev::pointerdown, move |event| {
        let inside = root
            .try_get_untracked()
            .flatten()
            .zip(event.target())
            .is_some_and(|(root, target)| root.contains(target.dyn_ref()));
        if !inside && is_open.get_untracked() {
            leave();
        }
    });
    on_cleanup(move || close_outside.remove());
    Effect::new(move |_| {
        if is_open.get() {
            request_animation_frame(move || {
                keep_within(root, at);
                focus_first(root);
            });
        }
    });
    let list = move || {
        is_open.get().then(|| {
            let entries = entries.run(()).into_iter().map(MenuEntry::view).collect_view();
            view! { <ul role="menu" aria-label=label class="menu-list menu-at">{entries}</ul> }
        })
    };
    let left_edge = move || format!("{}px", at.get().map_or(0.0, |(x, _)| x));
    let top_edge = move || format!("{}px", at.get().map_or(0.0, |(_, y)| y));
    view! {
        <div
            node_ref=root
            class="menu-place"
            style:left=left_edge
            style:top=top_edge
            on:keydown=move |event| if is_open.get_untracked() { on_open_key(&event, root, &close, &leave) }
            on:focusout=move |event| if left(root, event.related_target()) { leave() }
            on:click=move |_| close()
        >
            {list}
        </div>
    }
}

/// Moves an open menu so far that all of it can be seen.
fn keep_within(root: NodeRef<html::Div>, at: RwSignal<Option<(f64, f64)>>) {
    // The page may have gone with the menu since the frame was asked for.
    let list = root.try_get_untracked().flatten().and_then(|root| root.first_element_child());
    let Some(((x, y), list)) = at.try_get_untracked().flatten().zip(list) else {
        return;
    };
    let rect = list.get_bounding_client_rect();
    let side = |value: Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>| {
        value.ok().and_then(|it| it.as_f64()).unwrap_or(f64::MAX)
    };
    let (width, height) = (side(window().inner_width()), side(window().inner_height()));
    let fits = |from: f64, length: f64, whole: f64| from.min(whole - length - MARGIN).max(MARGIN);
    at.set(Some((fits(x, rect.width(), width), fits(y, rect.height(), height))));
}
