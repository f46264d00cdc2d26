//! The orders, newest first.

use super::new::NewOrderDialog;
use crate::{
    api::{Mutation, Query, query},
    i18n::{Text, date, number, say, t, t_of},
    listing::Listing,
    navigation::query_parameter,
    problem::describe,
    scope::{known_sites, site_in_words},
    session::{CurrentSession, current_session},
    toasts,
    widgets::{
        Badge, BadgeKind, Button, ButtonKind, Cell, CellNote, Column, EmptyState, PageHeader, Pagination, Row,
        Segments, SkeletonKind, Table, when_ready,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    orders::{
        Order, OrderStatus,
        api::{Create, List, Update},
    },
    page::Page,
    sites::Site,
};

/// The orders.
#[component]
pub fn OrdersPage() -> impl IntoView {
    let (session, listing, sites) = (current_session(), Listing::from_address(), known_sites());
    let (ordering, status) = (RwSignal::new(false), status_in_address());
    let orders = read(session, listing, status);
    let busy = Signal::derive(move || orders.is_busy());
    let content = when_ready(orders, SkeletonKind::Table, move |page: Signal<Page<Order>>| {
        let rows = move || page.get().items.into_iter().map(|order| row(session, order, sites)).collect::<Vec<_>>();
        let empty = move || empty(session, ordering, status.get().is_some());
        view! {
            <Table caption=t("orders") columns=columns() rows empty busy/>
            <Pagination listing page/>
        }
        .into_any()
    });
    let views = std::iter::once(("", t("orders-all")))
        .chain(OrderStatus::ALL.map(|status| (status.as_str(), t_of("order-status-*", status.as_str()))))
        .collect::<Vec<_>>();
    view! {
        <PageHeader title=t("orders") description=t("orders-why") actions=add(session, ordering)/>
        <Segments label=t("orders-views") parameter="status" views/>
        {content}
        <NewOrderDialog open=ordering/>
    }
}

fn status_in_address() -> Memo<Option<OrderStatus>> {
    let asked = query_parameter("status");
    Memo::new(move |_| OrderStatus::ALL.into_iter().find(|status| asked.read().as_deref() == Some(status.as_str())))
}

fn read(session: CurrentSession, listing: Listing, status: Memo<Option<OrderStatus>>) -> Query<Page<Order>> {
    let org = session.org();
    query(move || {
        Some(List {
            org: org.clone(),
            site: listing.site(),
            status: status.get(),
            cursor: listing.cursor(),
            limit: Some(listing.limit()),
        })
    })
}

fn add(session: CurrentSession, ordering: RwSignal<bool>) -> AnyView {
    let obstacle = session.obstacle::<Create>(Target::Anywhere);
    let order = move |()| ordering.set(true);
    view! { <Button label=t("orders-new") kind=ButtonKind::Primary icon="plus" obstacle on_press=order/> }.into_any()
}

fn empty(session: CurrentSession, ordering: RwSignal<bool>, is_narrowed: bool) -> AnyView {
    if is_narrowed {
        let (title, explanation) = (t("orders-none-found"), t("orders-none-found-why"));
        return view! { <EmptyState icon="shopping-cart" title explanation/> }.into_any();
    }
    view! {
        <EmptyState icon="shopping-cart" title=t("orders-none") explanation=t("orders-none-why")>
            {add(session, ordering)}
        </EmptyState>
    }
    .into_any()
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(t("order-item")),
        Column::new(t("order-kind")).wide_only(),
        Column::new(t("order-for")).wide_only(),
        Column::new(t("status")),
        Column::new(t("order-by")).wide_only(),
        Column::new(t("order-actions")),
    ]
}

fn row(session: CurrentSession, order: Order, sites: Query<Vec<Site>>) -> Vec<Cell> {
    let details = order.details.clone();
    let place = move || site_in_words(details.site.as_ref(), &sites.answer().unwrap_or_default());
    let comment = Some(order.details.comment.clone()).filter(|comment| !comment.is_empty());
    let comment = comment.map(|comment| view! { <CellNote>{comment}</CellNote> });
    let (quantity, item) = (number(order.details.quantity.into()), order.details.item.clone());
    let (name, day) = (order.ordered_by.name.clone(), date(order.created_at));
    let ordered = say("order-by-on", &[("name", name.into()), ("date", day.into())]);
    vec![
        view! { {format!("{quantity} × {item}")}{comment} }.into_any(),
        view! { {t_of("order-kind-*", order.details.kind.as_str())} }.into_any(),
        view! { {place} }.into_any(),
        badge(order.status),
        ordered.into_any(),
        view! { <Progress session order/> }.into_any(),
    ]
}

fn badge(status: OrderStatus) -> AnyView {
    let kind = match status {
        OrderStatus::Open => BadgeKind::Accent,
        OrderStatus::Fulfilled => BadgeKind::Good,
        OrderStatus::Cancelled => BadgeKind::Neutral,
    };
    view! { <Badge label=t_of("order-status-*", status.as_str()) kind/> }.into_any()
}

/// What can be said about an order: what it is not already.
#[component]
fn Progress(session: CurrentSession, order: Order) -> impl IntoView {
    let mutation = Mutation::new();
    Effect::new(move |_| {
        if let Some(problem) = mutation.problem().get() {
            toasts::failure(Text::derive(move || describe(&problem)));
        }
    });
    let obstacle = session.obstacle::<Update>(Target::of(order.details.site.as_ref()));
    let busy = Signal::derive(move || mutation.is_busy());
    let button = move |status: OrderStatus| {
        let (id, version) = (order.id.clone(), order.version);
        let say_so = move |()| {
            let request = Update { org: session.org(), order: id.clone(), version, status };
            mutation.send(request, move |_: Order| toasts::success(t_of("order-now-*", status.as_str())));
        };
        let label = t_of("order-mark-*", status.as_str());
        view! { <Button label kind=ButtonKind::Quiet obstacle busy on_press=say_so/> }
    };
    let others = OrderStatus::ALL.into_iter().filter(|status| *status != order.status);
    let buttons = others.collect::<Vec<_>>().into_iter().map(button).collect_view();
    view! { <Row>{buttons}</Row> }
}
