//! Oneself: profile, language, theme, and out.

use crate::{
    api::Mutation,
    i18n::{choose_language, language, language_name, t, t_of},
    route::Page,
    session::{current_session, sign_out},
    theme::{Theme, choose_theme, theme},
    widgets::{Avatar, Icon, Menu, MenuItem},
};
use leptos::prelude::*;
use shared::organizations::Language;
use std::sync::Arc;

/// The menu of the person who is signed in.
#[component]
pub(super) fn ProfileMenu() -> impl IntoView {
    let session = current_session();
    let name = Signal::derive(move || session.signal().with(|session| session.person.full_name()));
    let out = Mutation::new();
    let items = move || {
        let profile = MenuItem::link(t("profile"), session.link(Page::Profile)).icon("circle-user");
        let leave = MenuItem::act(t("sign-out"), move || sign_out(out, session.org())).icon("log-out").begins_group();
        let mut items = vec![profile];
        items.extend(language_items());
        items.extend(theme_items());
        items.push(leave);
        items
    };
    view! {
        <Menu label=t("profile-menu") items=Arc::new(items)>
            <Avatar name/>
            <span class="profile-name">{name}</span>
            <Icon name="chevron-down"/>
        </Menu>
    }
}

/// The languages, of which one is spoken.
pub(crate) fn language_items() -> Vec<MenuItem> {
    let item = |choice: Language| {
        MenuItem::act(language_name(choice), move || choose_language(choice)).chosen(move || language() == choice)
    };
    first_begins_group(Language::ALL.map(item))
}

/// The themes, of which one is chosen.
pub(crate) fn theme_items() -> Vec<MenuItem> {
    let item = |choice: Theme| {
        MenuItem::act(t_of("theme-*", choice.name()), move || choose_theme(choice)).chosen(move || theme() == choice)
    };
    first_begins_group(Theme::ALL.map(item))
}

fn first_begins_group(items: [MenuItem; 3]) -> Vec<MenuItem> {
    let [first, second, third] = items;
    vec![first.begins_group(), second, third]
}
