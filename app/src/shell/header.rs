//! The bar on top: the product and the organization, the site one works on, and oneself.

use super::{profile_menu::ProfileMenu, site_switcher::SiteSwitcher};
use crate::{
    i18n::t,
    route::Page,
    session::current_session,
    widgets::{IconButton, Logo},
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
            <ProfileMenu/>
        </header>
    }
}
