//! The navigation where there is no room for it beside the page: a drawer over it.

use super::sections::Sections;
use crate::{browser::unique_id, i18n::t, navigation::use_navigation, route::Route, widgets::ClosableHead};
use leptos::{html, prelude::*};

/// The navigation as a modal dialog at the side. Going somewhere closes it.
#[component]
pub(super) fn Drawer(open: RwSignal<bool>, route: Memo<Route>) -> impl IntoView {
    let drawer = NodeRef::<html::Dialog>::new();
    let (title, address) = (unique_id("drawer"), use_navigation().route());
    Effect::new(move |_| {
        let Some(drawer) = drawer.get() else { return };
        match (open.get(), drawer.open()) {
            (true, false) => drop(drawer.show_modal()),
            (false, true) => drawer.close(),
            _ => {}
        }
    });
    Effect::new(move |_| {
        address.track();
        open.set(false);
    });
    let content = {
        let title = title.clone();
        move || {
            open.get().then(|| {
                view! {
                    <ClosableHead id=title.clone() title=t("menu") on_close=move |()| open.set(false)/>
                    <Sections route/>
                }
            })
        }
    };
    view! {
        <dialog node_ref=drawer id="drawer" class="drawer-panel" aria-labelledby=title on:close=move |_| open.set(false)>
            {content}
        </dialog>
    }
}
