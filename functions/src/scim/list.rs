//! Lists (RFC 7644, 3.4.2): which resources, in which order, which page. All of it is SQL, so that
//! a page costs what it holds.

use super::{
    Answer, Call, Desk, Outcome,
    filter::{self, Column, Columns, Condition},
    groups, users,
};
use crate::sql::{Value as Bound, json};
use serde_json::{Value, json};
use shared::authority::{
    Reach,
    permission::{GROUPS_VIEW, USERS_VIEW},
    reach,
};
use shared::scim::{
    Error, Kind, LIST_RESPONSE, PAGE, PAGE_MAX, ResourceType,
    document::{Document, Selection},
};
use url::form_urlencoded;

/// What is asked for.
#[derive(Debug, Default)]
pub(super) struct Search {
    filter: Option<String>,
    sort_by: Option<String>,
    descending: bool,
    start: u32,
    count: u32,
    pub(super) selection: Selection,
}

/// A constant condition, and what it binds.
pub(super) type Within = (&'static str, Vec<Bound>);

/// How resources of a type are listed.
pub(super) struct Listed {
    pub(super) kind: &'static ResourceType,
    /// The tables; the credential is bound first.
    pub(super) from: &'static str,
    /// The column of ids, which is also the order.
    pub(super) id: &'static str,
    pub(super) columns: Columns,
    /// What the caller may see.
    pub(super) within: fn(&Desk<'_>) -> Outcome<Within>,
    /// How many there are in all, if that is kept.
    pub(super) kept: fn(&Desk<'_>) -> Outcome<Option<u32>>,
    /// The resources with these ids, in their order.
    pub(super) documents: fn(&Desk<'_>, &[String], &Search) -> Outcome<Vec<Document>>,
}

impl Search {
    /// Reads a query's parameters.
    pub(super) fn of_query(query: &str) -> Outcome<Self> {
        let pairs = form_urlencoded::parse(query.as_bytes());
        let fields = pairs.map(|(name, value)| (name.into_owned(), Value::String(value.into_owned())));
        Self::read(fields)
    }

    /// Reads the body of a search (RFC 7644, 3.4.3).
    fn of_body(body: &Value) -> Outcome<Self> {
        let fields = body.as_object().ok_or_else(|| Error::new(Kind::InvalidSyntax, "an object is expected"))?;
        Self::read(fields.iter().map(|(name, value)| (name.clone(), value.clone())))
    }

    fn read(fields: impl Iterator<Item = (String, Value)>) -> Outcome<Self> {
        let mut search = Self { start: 1, count: PAGE, ..Self::default() };
        let (mut included, mut excluded) = (Vec::new(), Vec::new());
        for (name, value) in fields {
            match name.to_ascii_lowercase().as_str() {
                "filter" => search.filter = Some(text(&name, &value)?),
                "sortby" => search.sort_by = Some(text(&name, &value)?),
                "sortorder" => search.descending = text(&name, &value)?.eq_ignore_ascii_case("descending"),
                "startindex" => search.start = number(&name, &value)?.max(1),
                "count" => search.count = number(&name, &value)?.min(PAGE_MAX),
                "attributes" => included = names(&name, &value)?,
                "excludedattributes" => excluded = names(&name, &value)?,
                _ => {}
            }
        }
        search.selection = Selection::new(included, excluded);
        Ok(search)
    }

    /// Whether an attribute is asked for.
    pub(super) fn has(&self, kind: &ResourceType, name: &str) -> bool {
        self.selection.has(kind, name)
    }
}

fn text(name: &str, value: &Value) -> Outcome<String> {
    let text = value.as_str().map(str::to_owned);
    Ok(text.ok_or_else(|| Error::new(Kind::InvalidValue, format!("{name:.40}: text is expected")))?)
}

/// A whole number; what is less than nothing counts as nothing (RFC 7644, 3.4.2.4).
fn number(name: &str, value: &Value) -> Outcome<u32> {
    let number = value.as_i64().or_else(|| value.as_str()?.trim().parse().ok());
    let number = number.ok_or_else(|| Error::new(Kind::InvalidValue, format!("{name:.40}: a number is expected")))?;
    Ok(u32::try_from(number.max(0)).unwrap_or(u32::MAX))
}

/// Names in a list, or separated by commas.
fn names(name: &str, value: &Value) -> Outcome<Vec<String>> {
    match value {
        Value::Array(names) => names.iter().map(|one| text(name, one)).collect(),
        one => {
            Ok(text(name, one)?.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect())
        }
    }
}

/// A page of a type.
pub(super) fn answer(desk: &Desk<'_>, call: &Call, listed: &Listed) -> Outcome {
    let search = asked(call)?;
    let found = Found::of(desk, listed, &search)?;
    let documents = found.page(desk, listed, &search, search.start - 1, search.count)?;
    Ok(Answer::ok(response(found.total, search.start, documents)))
}

fn asked(call: &Call) -> Outcome<Search> {
    if call.method == "GET" { Search::of_query(&call.query) } else { Search::of_body(&call.body) }
}

/// A page of everything: users, then groups. What only one of them has, only one of them is found by.
pub(super) fn everything(desk: &Desk<'_>, call: &Call) -> Outcome {
    let search = asked(call)?;
    let types: [&Listed; 2] = [&users::LISTED, &groups::LISTED];
    let mut found: Vec<_> =
        types.iter().map(|listed| Found::of(desk, listed, &search).map(|found| (listed, found))).collect();
    if found.iter().any(Result::is_ok) {
        found.retain(Result::is_ok);
    }
    let (mut total, mut skip, mut left) = (0, search.start - 1, search.count);
    let mut documents = Vec::new();
    for one in found {
        let (listed, found) = one?;
        let page = found.page(desk, listed, &search, skip, left)?;
        left -= u32::try_from(page.len()).unwrap_or(left);
        skip = skip.saturating_sub(found.total);
        total += found.total;
        documents.extend(page);
    }
    Ok(Answer::ok(response(total, search.start, documents)))
}

/// A list of resources as an answer.
pub(super) fn response(total: u32, start: u32, resources: Vec<Value>) -> Value {
    json!({
        "schemas": [LIST_RESPONSE],
        "totalResults": total,
        "startIndex": start,
        "itemsPerPage": resources.len(),
        "Resources": resources,
    })
}

/// What a search finds.
struct Found {
    condition: Condition,
    order: String,
    total: u32,
}

impl Found {
    fn of(desk: &Desk<'_>, listed: &Listed, search: &Search) -> Outcome<Self> {
        let (within, mut values) = (listed.within)(desk)?;
        values.insert(0, Bound::from(&desk.credential));
        let mut sql = format!("coalesce(links.gone, 0) = 0 AND {within}");
        if let Some(filter) = &search.filter {
            let asked = filter::condition(listed.kind, listed.columns, filter)?;
            if !may_ask(desk, &asked.sql)? {
                let detail = "filter: groups and members can be searched with the right to see all users and groups";
                return Err(Error::new(Kind::InvalidFilter, detail).into());
            }
            sql.push_str(&format!(" AND {}", asked.sql));
            values.extend(asked.values);
        }
        let order = order(desk, listed, search)?;
        let condition = Condition { sql, values };
        let kept = if search.filter.is_none() { (listed.kept)(desk)? } else { None };
        let total = match kept {
            Some(kept) => kept,
            None => {
                let sql = format!("SELECT count(*) FROM {} WHERE {}", listed.from, condition.sql);
                let row = desk.context().reader.row(&sql, &condition.values)?;
                row.map_or(Ok(0), |row| row.get(0))?
            }
        };
        Ok(Self { condition, order, total })
    }

    /// Ids first, from indexes; then only the resources of the page.
    fn page(&self, desk: &Desk<'_>, listed: &Listed, search: &Search, skip: u32, count: u32) -> Outcome<Vec<Value>> {
        if count == 0 || skip >= self.total {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT {} FROM {} WHERE {} ORDER BY {} LIMIT ? OFFSET ?",
            listed.id, listed.from, self.condition.sql, self.order
        );
        let values = [self.condition.values.as_slice(), &[count.into(), skip.into()]].concat();
        let rows = desk.context().reader.rows(&sql, &values)?;
        let ids: Vec<String> = rows.iter().map(|row| row.get(0)).collect::<Result<_, _>>()?;
        let documents = (listed.documents)(desk, &ids, search)?;
        let selected = |document| Value::Object(search.selection.apply(listed.kind, document));
        Ok(documents.into_iter().map(selected).collect())
    }
}

/// Whether what is found by this, and in which order, says nothing that is not shown: who is in which
/// group can be told from both.
fn may_ask(desk: &Desk<'_>, sql: &str) -> Outcome<bool> {
    if !sql.contains("memberships") {
        return Ok(true);
    }
    let access = desk.context().access()?;
    Ok([USERS_VIEW, GROUPS_VIEW].iter().all(|permission| matches!(reach(access, permission), Reach::Everywhere)))
}

fn order(desk: &Desk<'_>, listed: &Listed, search: &Search) -> Outcome<String> {
    let Some(name) = &search.sort_by else {
        return Ok(listed.id.to_owned());
    };
    let own = format!("{}:", listed.kind.schema.id).to_ascii_lowercase();
    let name = name.trim().to_ascii_lowercase();
    let name = name.strip_prefix(&own).unwrap_or(&name);
    let column = listed.columns.iter().find(|(known, _)| *known == name).map(|(_, column)| column);
    let by = match column {
        Some(Column::Key(by) | Column::Exact(by) | Column::Truth(by) | Column::Time(by)) => (*by).to_owned(),
        Some(Column::Text(by)) => format!("lower({by})"),
        Some(Column::Many(..)) | None => {
            return Err(Error::new(Kind::InvalidValue, format!("sortBy: {name:.100}: cannot be sorted by")).into());
        }
    };
    if !may_ask(desk, &by)? {
        let detail = "sortBy: teams can be sorted by with the right to see all users and groups";
        return Err(Error::new(Kind::InvalidValue, detail).into());
    }
    let direction = if search.descending { " DESC" } else { "" };
    Ok(format!("{by}{direction}, {}{direction}", listed.id))
}

/// Rows of these ids, put into their order.
pub(super) fn in_order<T>(ids: &[String], mut found: Vec<(String, T)>) -> Vec<T> {
    let place = |id: &String| ids.iter().position(|known| known == id);
    found.sort_by_key(|(id, _)| place(id));
    found.into_iter().map(|(_, one)| one).collect()
}

/// Ids as they are bound.
pub(super) fn bound(ids: &[String]) -> Bound {
    json(&ids)
}
