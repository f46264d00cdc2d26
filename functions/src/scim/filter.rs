//! Filters (RFC 7644, 3.4.2.2) as conditions in SQL. What a client sends is bound; the SQL is put
//! together of constant pieces.

use super::Outcome;
use crate::{sql::Value, text};
use chrono::DateTime;
use shared::scim::{
    Error, Kind, ResourceType,
    grammar::{AttrExp, AttrPath, CompValue, CompareOp, Filter, ValFilter},
};

/// The most comparisons of a filter, and how deep they may be nested: the platform binds 100 values
/// and nests expressions 100 deep.
const TERMS_MAX: usize = 40;
const DEPTH_MAX: usize = 8;

/// Where an attribute is, as an expression, and how it is compared.
#[derive(Clone, Copy, Debug)]
pub(super) enum Column {
    /// A folded key: case and width do not matter.
    Key(&'static str),
    /// Text in which the case of ASCII letters does not matter.
    Text(&'static str),
    /// Text in which case matters.
    Exact(&'static str),
    /// True or false.
    Truth(&'static str),
    /// Milliseconds since 1970.
    Time(&'static str),
    /// Several values: rows, which of them are the resource's, and the columns of their parts.
    Many(&'static str, &'static str, &'static [(&'static str, Column)]),
}

/// The attributes of a resource, by their names in lower case.
pub(super) type Columns = &'static [(&'static str, Column)];

/// A condition with the values that it binds.
#[derive(Debug, Default)]
pub(super) struct Condition {
    pub(super) sql: String,
    pub(super) values: Vec<Value>,
}

impl Condition {
    fn new(sql: String, values: Vec<Value>) -> Self {
        Self { sql, values }
    }

    fn all(parts: Vec<Self>, between: &str) -> Self {
        let sql = parts.iter().map(|part| part.sql.as_str()).collect::<Vec<_>>().join(between);
        Self { sql: format!("({sql})"), values: parts.into_iter().flat_map(|part| part.values).collect() }
    }

    /// What is unknown is not so.
    fn not(self) -> Self {
        Self { sql: format!("NOT coalesce({}, 0)", self.sql), values: self.values }
    }
}

fn invalid(detail: impl Into<String>) -> Error {
    Error::new(Kind::InvalidFilter, detail)
}

/// The condition that a filter sets.
pub(super) fn condition(kind: &ResourceType, columns: Columns, filter: &str) -> Outcome<Condition> {
    let parsed: Filter = filter.parse().map_err(|_| invalid("filter: not a filter"))?;
    if size(&parsed, 1) > TERMS_MAX {
        return Err(
            invalid(format!("filter: more than {TERMS_MAX} comparisons, or {DEPTH_MAX} within each other")).into()
        );
    }
    Ok(Translation { kind, columns, prefix: None }.of(&parsed)?)
}

/// How many comparisons there are; more than there may be if they are nested too deep.
fn size(filter: &Filter, depth: usize) -> usize {
    match filter {
        _ if depth > DEPTH_MAX => TERMS_MAX + 1,
        Filter::Attr(_) => 1,
        Filter::ValuePath(path) => inner_size(&path.filter, depth + 1),
        Filter::Not(inner) => size(inner, depth + 1),
        Filter::And(all) | Filter::Or(all) => all.iter().map(|one| size(one, depth + 1)).sum(),
    }
}

fn inner_size(filter: &ValFilter, depth: usize) -> usize {
    match filter {
        _ if depth > DEPTH_MAX => TERMS_MAX + 1,
        ValFilter::Attr(_) => 1,
        ValFilter::Not(inner) => inner_size(inner, depth + 1),
        ValFilter::And(all) | ValFilter::Or(all) => all.iter().map(|one| inner_size(one, depth + 1)).sum(),
    }
}

struct Translation<'a> {
    kind: &'a ResourceType,
    columns: Columns,
    /// The attribute in whose brackets this is.
    prefix: Option<String>,
}

impl Translation<'_> {
    fn of(&self, filter: &Filter) -> Result<Condition, Error> {
        match filter {
            Filter::Attr(expression) => self.expression(expression),
            Filter::ValuePath(path) => self.value_path(&path.attr, &path.filter),
            Filter::Not(inner) => Ok(self.of(inner)?.not()),
            Filter::And(all) => self.each(all.as_slice(), " AND ", Self::of),
            Filter::Or(any) => self.each(any.as_slice(), " OR ", Self::of),
        }
    }

    fn each<T>(
        &self,
        parts: &[T],
        between: &str,
        translate: impl Fn(&Self, &T) -> Result<Condition, Error>,
    ) -> Result<Condition, Error> {
        let parts = parts.iter().map(|part| translate(self, part)).collect::<Result<_, _>>()?;
        Ok(Condition::all(parts, between))
    }

    fn inner(&self, filter: &ValFilter) -> Result<Condition, Error> {
        match filter {
            ValFilter::Attr(expression) => self.expression(expression),
            ValFilter::Not(inner) => Ok(self.inner(inner)?.not()),
            ValFilter::And(all) => self.each(all.as_slice(), " AND ", Self::inner),
            ValFilter::Or(any) => self.each(any.as_slice(), " OR ", Self::inner),
        }
    }

    /// Of several values, those that are meant are rows; of one, its parts are attributes.
    fn value_path(&self, path: &AttrPath, filter: &ValFilter) -> Result<Condition, Error> {
        let name = self.name(path);
        match self.columns.iter().find(|(known, _)| *known == name) {
            Some((_, Column::Many(rows, own, parts))) => {
                let meant = Translation { kind: self.kind, columns: parts, prefix: None }.inner(filter)?;
                Ok(any(rows, own, meant))
            }
            _ => Translation { kind: self.kind, columns: self.columns, prefix: Some(name) }.inner(filter),
        }
    }

    fn name(&self, path: &AttrPath) -> String {
        let urn = path.uri.as_deref().filter(|urn| !urn.eq_ignore_ascii_case(self.kind.schema.id));
        let urn = urn.map(|urn| format!("{urn}:")).unwrap_or_default();
        let part = path.sub_attr.as_deref().map(|part| format!(".{part}")).unwrap_or_default();
        format!("{urn}{}{part}", path.name).to_ascii_lowercase()
    }

    fn column(&self, path: &AttrPath) -> Result<(String, Option<&'static Column>), Error> {
        let name = self.name(path);
        if name == "password" {
            return Err(Error::new(Kind::Sensitive, "filter: not by passwords"));
        }
        let name = self.prefix.as_ref().map_or(name.clone(), |prefix| format!("{prefix}.{name}"));
        // The only value is the primary one.
        if name == "emails.primary" {
            return Ok((name, Some(&Column::Truth("1"))));
        }
        let column = self.columns.iter().find(|(known, _)| *known == name).map(|(_, column)| column);
        Ok((name, column))
    }

    fn expression(&self, expression: &AttrExp) -> Result<Condition, Error> {
        match expression {
            AttrExp::Present(path) => {
                let (name, column) = self.column(path)?;
                self.or_part_of_many(&name, column, |column| Ok(present(column)))
            }
            AttrExp::Comparison(path, op, value) => {
                let (name, column) = self.column(path)?;
                self.or_part_of_many(&name, column, |column| compare(&name, column, op, value))
            }
        }
    }

    /// `members eq "…"` means their `value`, and `members.value eq "…"` any of them.
    fn or_part_of_many(
        &self,
        name: &str,
        column: Option<&'static Column>,
        translate: impl Fn(&Column) -> Result<Condition, Error>,
    ) -> Result<Condition, Error> {
        let unknown = || invalid(format!("{name:.100}: not an attribute that can be filtered by"));
        let (many, part) = match (column, name.split_once('.')) {
            (Some(Column::Many(..)), _) => (column, "value"),
            (Some(column), _) => return translate(column),
            (None, Some((many, part))) => {
                (self.columns.iter().find(|(known, _)| *known == many).map(|(_, column)| column), part)
            }
            (None, None) => return Err(unknown()),
        };
        let Some(Column::Many(rows, own, parts)) = many else {
            return Err(unknown());
        };
        let (_, column) = parts.iter().find(|(known, _)| *known == part).ok_or_else(unknown)?;
        Ok(any(rows, own, translate(column)?))
    }
}

/// Whether any of the resource's rows is meant.
fn any(rows: &str, own: &str, meant: Condition) -> Condition {
    Condition::new(format!("EXISTS (SELECT 1 FROM {rows} WHERE {own} AND {})", meant.sql), meant.values)
}

fn present(column: &Column) -> Condition {
    let sql = match column {
        Column::Key(expression) | Column::Text(expression) | Column::Exact(expression) => {
            format!("coalesce({expression}, '') <> ''")
        }
        Column::Truth(_) => "1".to_owned(),
        Column::Time(expression) => format!("{expression} IS NOT NULL"),
        Column::Many(rows, own, _) => format!("EXISTS (SELECT 1 FROM {rows} WHERE {own})"),
    };
    Condition::new(sql, Vec::new())
}

fn compare(name: &str, column: &Column, op: &CompareOp, value: &CompValue) -> Result<Condition, Error> {
    let unfit = || invalid(format!("{name}: cannot be compared so"));
    match (column, value, op) {
        (_, CompValue::Null, CompareOp::Eq) => Ok(present(column).not()),
        (_, CompValue::Null, CompareOp::Ne) => Ok(present(column)),
        (Column::Truth(expression), value, CompareOp::Eq | CompareOp::Ne) => {
            let wanted = truth(value).ok_or_else(unfit)? == (*op == CompareOp::Eq);
            Ok(Condition::new(format!("{}({expression})", if wanted { "" } else { "NOT " }), Vec::new()))
        }
        (Column::Time(expression), CompValue::Str(text), op) => {
            let at = DateTime::parse_from_rfc3339(text).map_err(|_| unfit())?.timestamp_millis();
            let op = order(op).ok_or_else(unfit)?;
            Ok(Condition::new(format!("{expression} {op} ?"), vec![at.into()]))
        }
        (Column::Key(expression), CompValue::Str(given), op) => Ok(texts(expression, op, text::fold(given))),
        (Column::Exact(expression), CompValue::Str(given), op) => Ok(texts(expression, op, given.clone())),
        (Column::Text(expression), CompValue::Str(given), op) => {
            Ok(texts(&format!("lower({expression})"), op, given.to_ascii_lowercase()))
        }
        _ => Err(unfit()),
    }
}

/// Some clients write booleans as text.
fn truth(value: &CompValue) -> Option<bool> {
    match value {
        CompValue::True => Some(true),
        CompValue::False => Some(false),
        CompValue::Str(text) if text.eq_ignore_ascii_case("true") => Some(true),
        CompValue::Str(text) if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

const fn order(op: &CompareOp) -> Option<&'static str> {
    Some(match op {
        CompareOp::Eq => "=",
        CompareOp::Ne => "<>",
        CompareOp::Gt => ">",
        CompareOp::Ge => ">=",
        CompareOp::Lt => "<",
        CompareOp::Le => "<=",
        CompareOp::Co | CompareOp::Sw | CompareOp::Ew => return None,
    })
}

fn texts(expression: &str, op: &CompareOp, given: String) -> Condition {
    let given = Value::from(given);
    // The platform compares patterns of 50 bytes at most: no `LIKE`.
    match op {
        CompareOp::Ne => Condition::new(format!("{expression} IS NOT ?"), vec![given]),
        CompareOp::Co => Condition::new(format!("instr({expression}, ?)"), vec![given]),
        CompareOp::Sw => Condition::new(format!("instr({expression}, ?) = 1"), vec![given]),
        // No text that is stored has control characters, so that this one marks its end.
        CompareOp::Ew => Condition::new(format!("instr({expression} || char(1), ? || char(1))"), vec![given]),
        op => Condition::new(format!("{expression} {} ?", order(op).unwrap_or("=")), vec![given]),
    }
}
