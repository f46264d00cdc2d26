//! Orders and inventory (WBX-5): of everything that is assigned, how much is in use.

use crate::{
    api::query,
    i18n::t,
    route::Page,
    session::CurrentSession,
    widgets::{Card, SkeletonKind, Stack, TextLink, Usage, when_ready},
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    devices,
    inventory::{Inventory, Stock, api::View},
    licenses, numbers,
};

/// The card; nothing for whom may see none of it.
pub(super) fn card(session: CurrentSession) -> AnyView {
    let sees_any = Memo::new(move |_| {
        session.may::<numbers::api::List>(&Target::Anywhere)
            || session.may::<devices::api::List>(&Target::Anywhere)
            || session.may::<licenses::api::List>(&Target::Anywhere)
    });
    let card = move || {
        sees_any.get().then(|| {
            let found = query(move || Some(View { org: session.org() }));
            let content = when_ready(found, SkeletonKind::Lines, move |inventory| stocks(session, inventory));
            view! { <Card title=t("dashboard-inventory") description=t("dashboard-inventory-why")>{content}</Card> }
        })
    };
    view! { {card} }.into_any()
}

type Part = fn(&Inventory) -> Option<Stock>;

fn stocks(session: CurrentSession, inventory: Signal<Inventory>) -> AnyView {
    let parts: [(Page, &'static str, Part); 3] = [
        (Page::Numbers, "numbers", |inventory| inventory.numbers),
        (Page::Devices, "devices", |inventory| inventory.devices),
        (Page::Licenses, "licenses", |inventory| inventory.seats),
    ];
    let lines = parts.map(|(page, label, part)| {
        let is_seen = Memo::new(move |_| inventory.with(part).is_some());
        let value = Signal::derive(move || {
            let stock = inventory.with(part).unwrap_or_default();
            (stock.assigned, stock.total)
        });
        let line = move || {
            let page = page.clone();
            let href = Signal::derive(move || session.link(page.clone()));
            is_seen.get().then(|| {
                view! { <div><TextLink label=t(label) href/><Usage label=t(label) value/></div> }
            })
        };
        view! { {line} }
    });
    view! { <Stack>{lines.collect_view()}</Stack> }.into_any()
}
