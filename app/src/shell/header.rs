//! The bar on top: the product and the organization, the site one works on, and oneself.

use super::{profile_menu::ProfileMenu, site_switcher::SiteSwitcher};
use crate::{
    i18n::{t, t_with},
    route::Page,
    session::current_session,
    widgets::{Icon, IconButton, Logo},
};
use leptos::prelude::*;

/// The bar on top of every page behind sign-in.
#[component]
pub(super) fn Header(drawer: RwSignal<bool>) -> impl IntoView {
    let session = current_session();
    let organization = move || session.signal().with(|session| session.organization.name.clone());
    view! {
        <header class="topbar">
            <div class="lg:hidden">
                <IconButton label=t("menu") icon="menu" on_press=move |()| drawer.set(true)/>
            </div>
            <a class="brand" href=move || session.link(Page::Home)>
                <Logo/>
                <span class="brand-name">{organization}</span>
            </a>
            <div class="flex-1"></div>
            <SiteSwitcher/>
            <Bell/>
            <ProfileMenu/>
        </header>
    }
}

/// The way to one's notices, with how many are unread. Where there is no room for it, the menu beside it says so.
#[component]
fn Bell() -> impl IntoView {
    let session = current_session();
    let unread = move || session.signal().with(|session| session.unread_notices);
    let label = t_with("notices-unread", move || vec![("count", unread().into())]);
    let count = move || (unread() > 0).then(|| view! { <span class="bell-count" aria-hidden="true">{unread}</span> });
    view! {
        <a class="btn btn-ghost btn-square bell" href=move || session.link(Page::Notices) aria-label=label title=label>
            <Icon name="bell"/>
            {count}
        </a>
    }
}
