//! The site one works on: all, or one of those one may see. The choice stands in the address
//! and goes along from page to page.

use crate::{
    api::query,
    i18n::t,
    navigation::{query_parameter, set_query},
    session::current_session,
    widgets::{Icon, Menu, MenuItem},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    sites::{Site, api::List},
};
use std::sync::Arc;

/// Chooses the site to which lists are narrowed.
#[component]
pub(super) fn SiteSwitcher() -> impl IntoView {
    let session = current_session();
    let org = session.org();
    let sites = query(move || session.may::<List>(&Target::Anywhere).then(|| List { org: org.clone() }));
    let chosen = query_parameter("site");
    let name = move || {
        let chosen = chosen.get()?;
        let sites = sites.answer()?;
        sites.into_iter().find(|site| site.id.as_str() == chosen).map(|site| site.details.name)
    };
    let items = move || {
        let all = MenuItem::act(t("sites-all"), || choose(None)).chosen(move || chosen.read().is_none());
        let each = sites.answer().unwrap_or_default().into_iter().map(move |site| item(site, chosen));
        std::iter::once(all).chain(each).collect::<Vec<_>>()
    };
    let is_useful = move || sites.answer().is_some_and(|sites| sites.len() > 1);
    move || {
        is_useful().then(|| {
            view! {
                <Menu label=t("sites-switch") items=Arc::new(items)>
                    <Icon name="map-pin"/>
                    <span class="switcher-name">{move || name().unwrap_or_else(|| t("sites-all").get())}</span>
                    <Icon name="chevron-down"/>
                </Menu>
            }
        })
    }
}

fn item(site: Site, chosen: Memo<Option<String>>) -> MenuItem {
    let (id, key) = (site.id.to_string(), site.id.to_string());
    MenuItem::act(site.details.name, move || choose(Some(id.clone())))
        .chosen(move || chosen.read().as_ref() == Some(&key))
}

fn choose(site: Option<String>) {
    set_query(&[("site", site), ("cursor", None)]);
}
