//! Orders.

use super::*;
use shared::orders::{
    Order, OrderDetails, OrderKind, OrderStatus,
    api::{Create, List, Update},
};

fn order(browser: &Browser<'_>, item: &str, site: Option<&SiteId>) -> Result<Order, Problem> {
    let details = OrderDetails {
        kind: OrderKind::Devices,
        item: item.into(),
        quantity: 3,
        site: site.cloned(),
        comment: String::new(),
    };
    browser.send(&Create { org: org(), details })
}

fn items(browser: &Browser<'_>, status: Option<OrderStatus>) -> Vec<String> {
    let page = browser.send(&List { status, ..List::first(org()) }).unwrap();
    assert_eq!(page.total as usize, page.items.len());
    page.items.into_iter().map(|order| order.details.item).collect()
}

fn mark(browser: &Browser<'_>, order: &Order, status: OrderStatus) -> Result<Order, Problem> {
    browser.send(&Update { org: org(), order: order.id.clone(), version: order.version, status })
}

#[test]
fn an_order_is_open_until_somebody_says_what_has_become_of_it() {
    let world = World::new();
    let owner = world.owner();
    let phones = order(&owner, " Phones ", None).unwrap();
    assert_eq!((phones.details.item.as_str(), phones.status), ("Phones", OrderStatus::Open));
    assert_eq!(phones.ordered_by.name, "olivia Peeters");
    order(&owner, "Headsets", None).unwrap();
    let before = world.last_record();
    let delivered = mark(&owner, &phones, OrderStatus::Fulfilled).unwrap();
    assert_eq!(world.recorded_after(before), ["order_updated"]);
    assert_eq!(items(&owner, Some(OrderStatus::Open)), ["Headsets"]);
    assert_eq!(items(&owner, Some(OrderStatus::Fulfilled)), ["Phones"]);
    assert_eq!(code(mark(&owner, &phones, OrderStatus::Cancelled)), Code::ChangedMeanwhile);
    assert!(mark(&owner, &delivered, OrderStatus::Fulfilled).is_ok());
    assert_eq!(world.recorded_after(before).len(), 1, "what is so already is not recorded again");
}

#[test]
fn whoever_is_at_one_site_orders_there_and_sees_nothing_else() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let owner = world.owner();
    let (_, far) = (order(&owner, "gent", Some(&gent)).unwrap(), order(&owner, "namur", Some(&namur)).unwrap());
    order(&owner, "everybody", None).unwrap();
    let (_, lim) = world.appoint("lim", vec![world.grant("orders", only(&gent))]);
    assert_eq!(items(&lim, None), ["gent"]);
    assert!(order(&lim, "mine", Some(&gent)).is_ok());
    assert_eq!(code(order(&lim, "theirs", Some(&namur))), Code::Forbidden);
    assert_eq!(code(order(&lim, "all", None)), Code::Forbidden);
    assert_eq!(code(mark(&lim, &far, OrderStatus::Cancelled)), Code::NotFound);
}

#[test]
fn an_order_is_of_some_number_of_something() {
    let world = World::new();
    let owner = world.owner();
    let details = OrderDetails { item: "x".repeat(101), quantity: 0, ..OrderDetails::default() };
    let refused = owner.send(&Create { org: org(), details });
    assert_eq!(errors(refused), ["details.item too_long", "details.quantity quantity"]);
    assert_eq!(errors(order(&owner, " ", None)), ["details.item required"]);
    assert_eq!(errors(order(&owner, "a", Some(&SiteId::from_u128(1)))), ["details.site unknown_site"]);
}

#[test]
fn what_was_said_about_an_order_is_taken_back() {
    let world = World::new();
    let owner = world.owner();
    let phones = order(&owner, "Phones", None).unwrap();
    mark(&owner, &phones, OrderStatus::Cancelled).unwrap();
    let newest = owner.send(&shared::audit::api::List::newest(org())).unwrap().items.remove(0);
    assert!(newest.undoable);
    owner.send(&shared::audit::api::Undo { org: org(), seq: shared::audit::Seq(newest.record.seq) }).unwrap();
    assert_eq!(items(&owner, Some(OrderStatus::Open)), ["Phones"]);
}
