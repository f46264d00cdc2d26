//! Figures about what there is now: people, their authority, and when it ends.

use super::{Asked, line};
use crate::{
    gateway::{Context, Stop},
    licenses, params,
    people::listing::{self, ADMINISTRATORS_OF},
    sites,
    sql::{Row, SqlError, Value, json},
};
use shared::{
    authority::Reach,
    figures::{ENDING_DAYS, Figures, Line, Measure, Of, Period, Width},
    ids::{LicenseId, SiteId},
    time::{Span, Timestamp},
};
use std::collections::BTreeMap;

const USERS: [Measure; 6] = [
    Measure::Users,
    Measure::Active,
    Measure::Disabled,
    Measure::TemporaryPasswords,
    Measure::NeverSeen,
    Measure::Added,
];
const ADMINISTRATORS: [Measure; 6] =
    [Measure::Administrators, Measure::Active, Measure::Disabled, Measure::NeverSeen, Measure::Added, Measure::Ending];

/// So many weeks ahead are looked at for what ends.
const WEEKS: i64 = 13;

/// Users, by site.
pub(crate) fn users(context: &Context<'_>, asked: &Asked) -> Result<Figures, Stop> {
    let (within, reached) = listing::within(&asked.reach);
    let (at_site, site) = at_site(asked, "site = ?");
    let sql = format!(
        "SELECT site, count(*), sum(status = 'active'), sum(status = 'disabled'), sum(temporary_until IS NOT NULL),
                sum(last_seen_at IS NULL), sum(created_at >= ? AND created_at < ?)
         FROM users WHERE {within} AND {at_site} GROUP BY site"
    );
    let Period { from, until } = asked.period;
    let rows = context.reader.rows(&sql, &[params![from, until], &reached[..], &site].concat())?;
    let mut counts = BTreeMap::<Option<SiteId>, Vec<u32>>::new();
    for row in &rows {
        counts.insert(row.parse_optional(0)?, read_counts(row, 1, USERS.len())?);
    }
    let named = seen_sites(context, asked)?;
    let mut lines: Vec<Line> = Vec::new();
    for (site, name) in named {
        let counts = counts.remove(&Some(site.clone())).unwrap_or_else(|| vec![0; USERS.len()]);
        lines.push(line(Of::Site { site, name }, counts));
    }
    let others = counts.into_values().reduce(|sum, more| sum.iter().zip(more).map(|(a, b)| a + b).collect());
    lines.extend(others.map(|counts| line(Of::NoSite, counts)));
    Ok(asked.figures(USERS, lines))
}

/// The sites that may be named, by name: those whose figures the caller may see, and those that
/// he may see anyway.
fn seen_sites(context: &Context<'_>, asked: &Asked) -> Result<Vec<(SiteId, String)>, Stop> {
    let seen: Vec<SiteId> = sites::seen(context)?.into_iter().map(|site| site.id).collect();
    let is_seen = |site: &SiteId| match &asked.reach {
        Reach::Everywhere => true,
        Reach::Within { sites, .. } => sites.contains(site) || seen.contains(site),
    };
    let rows = context.reader.rows("SELECT id, json_extract(details, '$.name') FROM sites ORDER BY name_key", &[])?;
    let all = rows.iter().map(|row| Ok((row.parse(0)?, row.get(1)?)));
    let all: Vec<(SiteId, String)> = all.collect::<Result<_, SqlError>>()?;
    let is_asked = |site: &SiteId| asked.site.as_ref().is_none_or(|asked| asked == site);
    Ok(all.into_iter().filter(|(site, _)| is_seen(site) && is_asked(site)).collect())
}

/// Administrators, by how far their authority reaches.
pub(crate) fn administrators(context: &Context<'_>, asked: &Asked) -> Result<Figures, SqlError> {
    let (within, reached) = listing::administrators_within(&asked.reach);
    let (at_site, site) = at_site(asked, ADMINISTRATORS_OF);
    let sql = format!(
        "SELECT max(roles.kind = 'owner'), max(grants.everywhere), count(DISTINCT grant_sites.site),
                count(DISTINCT grant_groups.group_id), status = 'active', last_seen_at IS NULL, min(granted_at),
                max(NOT suspended AND coalesce(valid_until > ? AND valid_until <= ?, 0))
         FROM users JOIN held ON held.user = users.id JOIN grants ON grants.id = held.grant
         JOIN roles ON roles.id = grants.role
         LEFT JOIN grant_sites ON grant_sites.grant = grants.id LEFT JOIN grant_groups ON grant_groups.grant = grants.id
         WHERE users.grants > 0 AND {within} AND {at_site} GROUP BY users.id"
    );
    let now = context.now();
    let values = [params![now, now + Span::days(ENDING_DAYS)], &reached[..], &site].concat();
    let mut counts = BTreeMap::<Width, [u32; 6]>::new();
    for row in &context.reader.rows(&sql, &values)? {
        let (active, since): (bool, Timestamp) = (row.get(4)?, row.get(6)?);
        let added = asked.period.from <= since && since < asked.period.until;
        let facts = [true, active, !active, row.get(5)?, added, row.get(7)?];
        let sums = counts.entry(width(row)?).or_default();
        sums.iter_mut().zip(facts).for_each(|(sum, fact)| *sum += u32::from(fact));
    }
    let of_width = |width: Width| line(Of::Width { width }, counts.get(&width).copied().unwrap_or_default());
    Ok(asked.figures(ADMINISTRATORS, Width::ALL.map(of_width).into()))
}

fn width(row: &Row) -> Result<Width, SqlError> {
    let (owner, everywhere, sites, groups): (bool, bool, u32, u32) =
        (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
    Ok(match (sites, groups) {
        _ if owner => Width::Owner,
        _ if everywhere => Width::Organization,
        (1, 0) => Width::Site,
        (0, _) => Width::Groups,
        _ => Width::Sites,
    })
}

/// Licenses with their seats. Seats belong to the whole organization: who sees a part of it, and who
/// asks for one site, counts those that are assigned there.
pub(crate) fn licenses(context: &Context<'_>, asked: &Asked) -> Result<Figures, SqlError> {
    let (within, reached) = listing::within(&asked.reach);
    let (at_site, site) = at_site(asked, "site = ?");
    let sql = format!(
        "SELECT id, json_extract(details, '$.name'), quantity, (
            SELECT count(*) FROM seats JOIN users ON users.id = seats.user
            WHERE seats.license = licenses.id AND {within} AND {at_site})
         FROM licenses ORDER BY name_key"
    );
    let is_whole = asked.reach == Reach::Everywhere && asked.site.is_none();
    let mut lines = Vec::new();
    for row in &context.reader.rows(&sql, &[reached, site].concat())? {
        let (license, quantity, assigned): (LicenseId, u32, u32) = (row.parse(0)?, row.get(2)?, row.get(3)?);
        let counts = match licenses::find(context.reader, &license)?.filter(|_| is_whole) {
            Some(whole) => vec![assigned, quantity, whole.available()],
            None => vec![assigned],
        };
        lines.push(line(Of::License { license, name: row.get(1)? }, counts));
    }
    let measures = [Measure::Assigned, Measure::Seats, Measure::Available];
    Ok(asked.figures(if is_whole { &measures[..] } else { &measures[..1] }, lines))
}

/// How many users there were at the end of each day, of those who are there now.
pub(crate) fn growth(context: &Context<'_>, asked: &Asked) -> Result<Figures, SqlError> {
    let (within, reached) = listing::within(&asked.reach);
    let (at_site, site) = at_site(asked, "site = ?");
    let sql = format!("SELECT created_at FROM users WHERE created_at >= ? AND {within} AND {at_site}");
    let rows = context.reader.rows(&sql, &[params![asked.period.from], &reached[..], &site].concat())?;
    let mut added = BTreeMap::<Timestamp, u32>::new();
    for row in &rows {
        *added.entry(Period::start(Period::day(row.get(0)?))).or_default() += 1;
    }
    let mut users = listing::reached(context.reader, &asked.reach, asked.site.as_ref())?;
    users = users.saturating_sub(added.range(asked.period.until..).map(|(_, count)| count).sum());
    let mut lines: Vec<Line> = Vec::new();
    for at in asked.period.days().rev() {
        let new = added.get(&at).copied().unwrap_or_default();
        lines.push(line(Of::Day { at }, [users, new]));
        users = users.saturating_sub(new);
    }
    lines.reverse();
    Ok(asked.figures([Measure::Users, Measure::Added], lines))
}

/// How many grants end in each of the coming weeks.
pub(crate) fn ending(context: &Context<'_>, asked: &Asked) -> Result<Figures, SqlError> {
    let today = Period::day(context.now());
    let period = Period { from: Period::start(today), until: Period::start(today + 7 * WEEKS) };
    let (within, reached) = match &asked.reach {
        Reach::Everywhere => ("1", Vec::new()),
        Reach::Within { sites, groups } => (GRANTS_WITHIN, vec![json(sites), json(groups)]),
    };
    let (at_site, site) = at_site(asked, GRANTS_OF);
    let sql = format!(
        "SELECT valid_until FROM grants
         WHERE valid_until > ? AND valid_until < ? AND NOT suspended AND {within} AND {at_site}"
    );
    let rows = context.reader.rows(&sql, &[params![context.now(), period.until], &reached[..], &site].concat())?;
    let mut counts = BTreeMap::<i64, u32>::new();
    for row in &rows {
        *counts.entry((Period::day(row.get(0)?) - today) / 7).or_default() += 1;
    }
    let week = |week: i64| Of::Week { at: Period::start(today + 7 * week) };
    let lines = (0..WEEKS).map(|at| line(week(at), [counts.get(&at).copied().unwrap_or_default()])).collect();
    Ok(Figures { period, measures: vec![Measure::Grants], lines })
}

/// Grants that reach nothing beyond these sites and groups.
const GRANTS_WITHIN: &str = "NOT everywhere
    AND NOT EXISTS (SELECT 1 FROM grant_sites WHERE grant_sites.grant = grants.id
        AND site NOT IN (SELECT value FROM json_each(?)))
    AND NOT EXISTS (SELECT 1 FROM grant_groups WHERE grant_groups.grant = grants.id AND NOT EXISTS (
        SELECT 1 FROM group_paths WHERE group_paths.group_id = grant_groups.group_id
          AND ancestor IN (SELECT value FROM json_each(?))))";

const GRANTS_OF: &str = "(everywhere OR EXISTS (
    SELECT 1 FROM grant_sites WHERE grant_sites.grant = grants.id AND site = ?))";

fn at_site(asked: &Asked, condition: &'static str) -> (&'static str, Vec<Value>) {
    match &asked.site {
        Some(site) => (condition, vec![Value::from(site)]),
        None => ("1", Vec::new()),
    }
}

fn read_counts(row: &Row, from: usize, count: usize) -> Result<Vec<u32>, SqlError> {
    (from..from + count).map(|at| row.get(at)).collect()
}
