//! Orders.

use crate::{
    effects::Effect,
    gateway::{Context, Plan, Stop},
    keyset, params,
    setup::trim,
    sites,
    sql::{Row, SqlError, Value},
};
use shared::{
    Code,
    administrators::Named,
    authority::{Target, permission::ORDERS_VIEW},
    ids::OrderId,
    orders::{
        Order, OrderStatus,
        api::{Create, List, Update},
    },
    page::Page,
    validation::Validate,
};

const COLUMNS: &str = "version, details, status, ordered_by, (SELECT full_name FROM users WHERE users.id = orders.ordered_by), created_at";

/// Lists the orders that the caller may see, newest first.
pub fn list(context: &Context<'_>, request: List) -> Result<Page<Order>, Stop> {
    let (mut filter, mut values) = sites::reached(context, &ORDERS_VIEW, request.site.as_ref())?;
    if let Some(status) = request.status {
        filter.push_str(" AND status = ?");
        values.push(Value::from(status.as_str()));
    }
    let query =
        keyset::Query { table: "orders", key: "id", columns: COLUMNS, filter: &filter, values, descending: true };
    keyset::page(context.reader, query, request.cursor.as_ref(), request.limit, order)
}

fn order(row: &Row) -> Result<Order, SqlError> {
    Ok(Order {
        id: row.parse(1)?,
        version: row.get(2)?,
        details: row.json(3)?,
        status: status(&row.get::<String>(4)?)?,
        ordered_by: Named { id: row.parse(5)?, name: row.get(6)? },
        created_at: row.get(7)?,
    })
}

fn status(text: &str) -> Result<OrderStatus, SqlError> {
    let known = OrderStatus::ALL.into_iter().find(|status| status.as_str() == text);
    known.ok_or_else(|| SqlError(format!("no status of orders: {text}")))
}

fn show(context: &Context<'_>, id: &OrderId) -> Result<Order, Stop> {
    let row = context.reader.row(&format!("SELECT id, id, {COLUMNS} FROM orders WHERE id = ?"), params![id])?;
    row.as_ref().map(order).transpose()?.ok_or_else(|| Code::NotFound.into())
}

/// For what an order is, if the caller may see it.
pub fn place(context: &Context<'_>, id: &OrderId) -> Result<Target, Stop> {
    let place = Target::of(show(context, id)?.details.site.as_ref());
    if context.allows(&ORDERS_VIEW, &place) { Ok(place) } else { Err(Code::NotFound.into()) }
}

/// Orders something.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Order>, Stop> {
    request.validate()?;
    let mut details = request.details;
    trim(&mut details.item);
    trim(&mut details.comment);
    sites::must_exist(context.reader, details.site.iter(), "details.site")?;
    let order: OrderId = context.surroundings.id();
    let effect = Effect::OrderCreated { order: order.clone(), details };
    Ok(Plan::new(vec![effect], move |context| show(context, &order)))
}

/// Says what has become of an order.
pub fn update(context: &Context<'_>, request: Update) -> Result<Plan<Order>, Stop> {
    let before = show(context, &request.order)?;
    if before.version != request.version {
        return Err(Code::ChangedMeanwhile.into());
    }
    let (order, status) = (request.order, request.status);
    let changed = before.status != status;
    let effect = Effect::OrderUpdated { order: order.clone(), details: before.details, before: before.status, status };
    Ok(Plan::new(changed.then_some(effect).into_iter().collect(), move |context| show(context, &order)))
}

/// What an order is now, to see whether a record about it still holds.
pub(crate) fn status_of(context: &Context<'_>, order: &OrderId) -> Result<OrderStatus, Stop> {
    Ok(show(context, order)?.status)
}
