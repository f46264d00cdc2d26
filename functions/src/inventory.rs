//! What numbers and devices have in common: they belong to a site, at most one user has each, and
//! whoever may see them sees only those users whom he may see anyway.

use crate::{
    gateway::{Context, Stop},
    keyset,
    people::listing::within,
    sql::{Row, SqlError, Value, json},
};
use shared::{
    Problem,
    assignments::Holder,
    authority::{
        Access, Permission, Reach, Target, decide,
        permission::{ASSIGNMENTS_VIEW, INVENTORY_VIEW, LICENSES_VIEW, USERS_VIEW},
        reach,
    },
    ids::{SiteId, UserId},
    inventory::{Inventory, Stock, api::View},
    page::{Cursor, Direction, Page},
};
use std::collections::BTreeMap;

/// The most words of a search that count.
pub(crate) const WORDS_MAX: usize = 5;

/// Which numbers or devices are asked for.
#[derive(Debug)]
pub(crate) struct Query<'a> {
    /// What it takes to see them, at their sites.
    pub(crate) permission: Permission,
    /// One site.
    pub(crate) site: Option<&'a SiteId>,
    /// Those that are assigned, or those that are not.
    pub(crate) assigned: Option<bool>,
    /// Those of one user.
    pub(crate) user: Option<&'a UserId>,
    /// What narrows the list besides, as conditions with their values.
    pub(crate) more: Vec<(&'static str, Vec<Value>)>,
    /// Direction of the order.
    pub(crate) direction: Option<Direction>,
    /// Where the page begins.
    pub(crate) cursor: Option<&'a Cursor>,
    /// Items of a page.
    pub(crate) limit: Option<u32>,
}

/// A table of things that belong to a site and to at most one user.
pub(crate) struct Table<T> {
    /// The table.
    pub(crate) name: &'static str,
    /// The column of the order.
    pub(crate) key: &'static str,
    /// What to select, besides key and id.
    pub(crate) columns: &'static str,
    /// Makes an item of a row; its holder has no name yet.
    pub(crate) read: fn(&Row) -> Result<T, SqlError>,
    /// The item's holder.
    pub(crate) holder: fn(&mut T) -> &mut Option<Holder>,
}

/// One page of what the caller may see.
pub(crate) fn page<T>(context: &Context<'_>, table: &Table<T>, query: Query<'_>) -> Result<Page<T>, Stop> {
    let access = context.access()?;
    let (mut conditions, mut values) = at_sites(&reach(access, &query.permission));
    if let Some(site) = query.site {
        conditions.push_str(" AND site = ?");
        values.push(Value::from(site));
    }
    match query.assigned {
        Some(true) => conditions.push_str(" AND user IS NOT NULL"),
        Some(false) => conditions.push_str(" AND user IS NULL"),
        None => {}
    }
    if let Some(user) = query.user {
        // Whose numbers these are is known of those only whom one may see.
        let (visible, more) = visible(access);
        conditions.push_str(&format!(" AND user = ? AND user IN (SELECT id FROM users WHERE {visible})"));
        values.push(Value::from(user));
        values.extend(more);
    }
    for (condition, more) in query.more {
        conditions.push_str(&format!(" AND {condition}"));
        values.extend(more);
    }
    let rows = keyset::Query {
        table: table.name,
        key: table.key,
        columns: table.columns,
        filter: &conditions,
        values,
        descending: query.direction == Some(Direction::Descending),
    };
    let mut page = keyset::page(context.reader, rows, query.cursor, query.limit, table.read)?;
    name_holders(context, &mut page.items, table.holder)?;
    Ok(page)
}

/// The condition that a reach sets on things of sites, and its values.
pub(crate) fn at_sites(reach: &Reach) -> (String, Vec<Value>) {
    match reach {
        Reach::Everywhere => ("1".to_owned(), Vec::new()),
        Reach::Within { sites, .. } => ("site IN (SELECT value FROM json_each(?))".to_owned(), vec![json(sites)]),
    }
}

/// The condition on `users` for those who may be seen as holders, and its values.
fn visible(access: &Access) -> (String, Vec<Value>) {
    either(access, &[USERS_VIEW, ASSIGNMENTS_VIEW])
}

/// The condition on `users` for those over whom any of the permissions is held, and its values.
pub(crate) fn either(access: &Access, permissions: &[Permission]) -> (String, Vec<Value>) {
    let parts = permissions.iter().map(|permission| within(&reach(access, permission)));
    let (conditions, values): (Vec<_>, Vec<_>) = parts.unzip();
    (format!("({})", conditions.join(" OR ")), values.concat())
}

/// Names the holders whom the caller may see, and leaves out all others.
pub(crate) fn name_holders<T>(
    context: &Context<'_>,
    items: &mut [T],
    holder: fn(&mut T) -> &mut Option<Holder>,
) -> Result<(), Stop> {
    let ids: Vec<UserId> = items.iter_mut().filter_map(|item| holder(item).as_ref().map(|it| it.id.clone())).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let (visible, more) = visible(context.access()?);
    let values = [vec![json(&ids)], more].concat();
    let sql = format!("SELECT id, full_name FROM users WHERE id IN (SELECT value FROM json_each(?)) AND {visible}");
    let rows = context.reader.rows(&sql, &values)?;
    let names = rows.iter().map(|row| Ok((row.parse(0)?, row.get(1)?)));
    let names = names.collect::<Result<BTreeMap<UserId, String>, SqlError>>()?;
    for item in items {
        let known = holder(item).take().and_then(|it| names.get(&it.id).map(|name| (it.id, name.clone())));
        *holder(item) = known.map(|(id, name)| Holder { id, name });
    }
    Ok(())
}

/// Somebody whose name is not looked up yet.
pub(crate) fn unnamed(user: Option<UserId>) -> Option<Holder> {
    user.map(|id| Holder { id, name: String::new() })
}

/// The place of something of a site, if the caller may see it there for any of these reasons.
pub(crate) fn place(context: &Context<'_>, site: Option<&SiteId>, reasons: &[Permission]) -> Result<Target, Stop> {
    let place = Target::of(site);
    let may = reasons.iter().any(|permission| context.allows(permission, &place));
    if may { Ok(place) } else { Err(shared::Code::NotFound.into()) }
}

/// Refuses to let go what somebody still has.
pub(crate) fn must_be_free(count: u32) -> Result<(), Stop> {
    if count == 0 {
        return Ok(());
    }
    Err(Problem::new(shared::Code::StillAssigned).with("count", count).into())
}

/// Counts what the caller may see.
pub fn view(context: &Context<'_>, _: View) -> Result<Inventory, Stop> {
    let seats = "SELECT coalesce(sum(quantity), 0), coalesce(sum(assigned), 0) FROM licenses";
    Ok(Inventory {
        numbers: stock(context, "numbers")?,
        devices: stock(context, "devices")?,
        seats: sees(context, &[LICENSES_VIEW, ASSIGNMENTS_VIEW])?.then(|| counted(context, seats, &[])).transpose()?,
    })
}

fn sees(context: &Context<'_>, permissions: &[Permission]) -> Result<bool, Stop> {
    let access = context.access()?;
    Ok(permissions.iter().any(|permission| decide(access, permission, &Target::Anywhere).is_allowed()))
}

fn stock(context: &Context<'_>, table: &str) -> Result<Option<Stock>, Stop> {
    if !sees(context, &[INVENTORY_VIEW])? {
        return Ok(None);
    }
    let (condition, values) = at_sites(&reach(context.access()?, &INVENTORY_VIEW));
    Ok(Some(counted(context, &format!("SELECT count(*), count(user) FROM {table} WHERE {condition}"), &values)?))
}

fn counted(context: &Context<'_>, sql: &str, values: &[Value]) -> Result<Stock, Stop> {
    let row = context.reader.row(sql, values)?;
    Ok(row.map_or(Ok(Stock::default()), |row| Ok::<_, SqlError>(Stock { total: row.get(0)?, assigned: row.get(1)? }))?)
}
