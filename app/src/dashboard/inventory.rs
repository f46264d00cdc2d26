//! Orders and inventory (WBX-5): what is on order, and of everything that is assigned, how much is in use.

use crate::{
    api::query,
    i18n::{Text, say, t},
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
    orders::{OrderStatus, api::List},
};

/// The card; nothing for whom may see none of it.
pub(super) fn card(session: CurrentSession) -> AnyView {
    let sees_stock = Memo::new(move |_| {
        session.may::<numbers::api::List>(&Target::Anywhere)
            || session.may::<devices::api::List>(&Target::Anywhere)
            || session.may::<licenses::api::List>(&Target::Anywhere)
    });
    let sees_orders = Memo::new(move |_| session.may::<List>(&Target::Anywhere));
    let card = move || {
        (sees_stock.get() || sees_orders.get()).then(|| {
            view! {
                <Card title=t("dashboard-inventory") description=t("dashboard-inventory-why")>
                    <Stack>
                        {sees_orders.get().then(|| orders(session))}
                        {sees_stock.get().then(|| stock(session))}
                    </Stack>
                </Card>
            }
        })
    };
    view! { {card} }.into_any()
}

/// How many orders are open, with the way to them.
fn orders(session: CurrentSession) -> AnyView {
    let open = move || List { status: Some(OrderStatus::Open), limit: Some(1), ..List::first(session.org()) };
    let found = query(move || Some(open()));
    // The line is there from the beginning, so that nothing moves when the count comes.
    let words = Text::derive(move || match found.answer() {
        Some(page) => say("orders-open-count", &[("count", page.total.into())]),
        None => "\u{a0}".to_owned(),
    });
    let href = Signal::derive(move || session.link_with(Page::Orders, "status", OrderStatus::Open.as_str()));
    view! { <div><TextLink label=t("orders-open") href/><p class="text-sm">{words}</p></div> }.into_any()
}

fn stock(session: CurrentSession) -> AnyView {
    let found = query(move || Some(View { org: session.org() }));
    when_ready(found, SkeletonKind::Lines, move |inventory| stocks(session, inventory))
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
