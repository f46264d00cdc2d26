//! Oneself, what one comes for from anywhere, language, theme, and out.

use crate::{
    api::Mutation,
    i18n::{Text, choose_language, language, language_name, t, t_of, t_with},
    route::Page,
    session::{CurrentSession, current_session, sign_out},
    theme::{Theme, choose_theme, theme},
    widgets::{Avatar, Icon, Menu, MenuItem},
};
use leptos::prelude::*;
use shared::{
    administrators,
    authority::Target,
    notices, orders,
    organizations::{self, Language},
    users,
};
use std::sync::Arc;

/// The menu of the person who is signed in.
#[component]
pub(super) fn ProfileMenu() -> impl IntoView {
    let session = current_session();
    let name = Signal::derive(move || session.signal().with(|session| session.person.full_name()));
    let out = Mutation::new();
    // As things are when the menu opens: it does not outlive the session, which ends with its last entry.
    let items = move || untrack(move || items(session, out));
    view! {
        <Menu label=t("profile-menu") items=Arc::new(items)>
            <Avatar name/>
            <span class="profile-name">{name}</span>
            <Icon name="chevron-down"/>
        </Menu>
    }
}

fn items(session: CurrentSession, out: Mutation) -> Vec<MenuItem> {
    let leave = MenuItem::act(t("sign-out"), move || sign_out(out, session.org())).icon("log-out").begins_group();
    let mut items = vec![MenuItem::link(t("profile"), session.link(Page::Profile)).icon("circle-user")];
    items.push(MenuItem::link(t("own-sessions"), session.link(Page::OwnSessions)).icon("monitor"));
    items.extend(work_items(session));
    items.extend(language_items());
    items.extend(theme_items());
    items.extend(privacy_item(session));
    items.push(leave);
    items
}

/// What people come for from anywhere, as far as they may.
fn work_items(session: CurrentSession) -> Vec<MenuItem> {
    let unread = session.signal().with(|session| session.unread_notices);
    let notices = t_with("notices-unread", move || vec![("count", unread.into())]);
    let link = |label: Text, page: Page, icon| MenuItem::link(label, session.link(page)).icon(icon);
    let if_may = |may: bool, label, page, icon| may.then(|| link(t(label), page, icon));
    let organization = session.may::<organizations::api::ViewSettings>(&Target::Organization);
    let administrators = session.may::<administrators::api::List>(&Target::Anywhere);
    let new_user = session.may::<users::api::Create>(&Target::Anywhere);
    let orders = session.may::<orders::api::List>(&Target::Anywhere);
    let new_notice = session.may::<notices::api::Create>(&Target::Anywhere);
    [
        Some(link(notices, Page::Notices, "bell").begins_group()),
        if_may(new_notice, "notices-new", Page::NewNotice, "send"),
        if_may(organization, "menu-company", Page::Organization, "building-2"),
        if_may(administrators, "menu-administrators", Page::Administrators, "shield-user"),
        if_may(new_user, "menu-new-user", Page::NewUser, "user-plus"),
        if_may(orders, "orders", Page::Orders, "shopping-cart"),
        Some(link(t("help"), Page::Help, "book-open")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What the organization does with people's data, if it says so.
fn privacy_item(session: CurrentSession) -> Option<MenuItem> {
    let address = session.signal().with(|session| session.organization.privacy_statement.clone());
    let item = || MenuItem::link(t("privacy-statement"), address.clone()).icon("shield").begins_group().elsewhere();
    (!address.is_empty()).then(item)
}

/// The languages, of which one is spoken.
pub(crate) fn language_items() -> Vec<MenuItem> {
    let item = |choice: Language| {
        MenuItem::act(language_name(choice), move || choose_language(choice)).chosen(move || language() == choice)
    };
    under(t("menu-language"), Language::ALL.map(item))
}

/// The themes, of which one is chosen.
pub(crate) fn theme_items() -> Vec<MenuItem> {
    let item = |choice: Theme| {
        MenuItem::act(t_of("theme-*", choice.name()), move || choose_theme(choice)).chosen(move || theme() == choice)
    };
    under(t("theme"), Theme::ALL.map(item))
}

fn under(heading: Text, items: [MenuItem; 3]) -> Vec<MenuItem> {
    let [first, second, third] = items;
    vec![first.under(heading), second, third]
}
