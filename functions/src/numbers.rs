//! Telephone numbers.

use crate::{
    effects::Effect,
    gateway::{Context, Plan, Stop},
    inventory::{self, Query, Table, WORDS_MAX},
    params,
    setup::trim,
    sites,
    sql::{Reader, Row, SqlError, Value},
    text,
};
use shared::{
    Code, FieldError, Problem,
    authority::{
        Target,
        permission::{INVENTORY_UPDATE, INVENTORY_VIEW},
    },
    ids::{NumberId, UserId},
    numbers::{
        Number, NumberDetails,
        api::{Create, Delete, List, Update, View},
        normalized,
    },
    page::Page,
    validation::Validate,
};

/// Where numbers are.
pub(crate) const TABLE: Table<Number> = Table {
    name: "numbers",
    key: "number_key",
    columns: "version, details, user",
    read: |row| number(row, 0),
    holder: |number| &mut number.holder,
};

/// A row of the key, the id and [`TABLE`]'s columns, from the column `from`.
fn number(row: &Row, from: usize) -> Result<Number, SqlError> {
    let user: Option<UserId> = row.parse_optional(from + 4)?;
    Ok(Number {
        normalized: row.get(from)?,
        id: row.parse(from + 1)?,
        version: row.get(from + 2)?,
        details: row.json(from + 3)?,
        assigned: user.is_some(),
        holder: inventory::unnamed(user),
    })
}

/// Lists the numbers that the caller may see.
pub fn list(context: &Context<'_>, request: List) -> Result<Page<Number>, Stop> {
    let query = Query {
        permission: INVENTORY_VIEW,
        site: request.site.as_ref(),
        assigned: request.assigned,
        user: request.user.as_ref(),
        more: search(request.q.as_deref()),
        direction: request.direction,
        cursor: request.cursor.as_ref(),
        limit: request.limit,
    };
    inventory::page(context, &TABLE, query)
}

/// What people look for in a list of numbers: digits in any form, or words.
pub(crate) fn search(q: Option<&str>) -> Vec<(&'static str, Vec<Value>)> {
    let q = q.unwrap_or_default();
    let digits = normalized(q);
    // The zero or the country in front depends on who dials; what follows does not.
    let digits = digits.trim_start_matches(['+', '0']);
    if !digits.is_empty() && !q.chars().any(char::is_alphabetic) {
        return vec![("instr(number_key, ?)", params![digits].to_vec())];
    }
    q.split_whitespace().take(WORDS_MAX).map(|word| ("instr(search, ?)", params![text::plain(word)].to_vec())).collect()
}

/// A number as a place, if the caller may see it.
pub fn place(context: &Context<'_>, id: &NumberId) -> Result<Target, Stop> {
    let number = find(context.reader, id)?.ok_or(Code::NotFound)?;
    inventory::place(context, number.details.site.as_ref(), &[INVENTORY_VIEW])
}

/// A number, if there is one; its holder has no name.
pub(crate) fn find(reader: Reader<'_>, id: &NumberId) -> Result<Option<Number>, SqlError> {
    let row = reader.row("SELECT number_key, id, version, details, user FROM numbers WHERE id = ?", params![id])?;
    row.map(|row| number(&row, 0)).transpose()
}

fn show(context: &Context<'_>, id: &NumberId) -> Result<Number, Stop> {
    let mut found = [find(context.reader, id)?.ok_or(Code::NotFound)?];
    inventory::name_holders(context, &mut found, TABLE.holder)?;
    let [number] = found;
    Ok(number)
}

/// Shows a number.
pub fn view(context: &Context<'_>, request: View) -> Result<Number, Stop> {
    show(context, &request.number)
}

/// Adds a number.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Number>, Stop> {
    request.validate()?;
    let details = trimmed(request.details);
    sites::must_exist(context.reader, details.site.iter(), "details.site")?;
    free(context.reader, &details, None)?;
    let number: NumberId = context.surroundings.id();
    let effect = Effect::NumberCreated { number: number.clone(), details };
    Ok(Plan::new(vec![effect], move |context| show(context, &number)))
}

/// Changes a number. Moving it to another site needs the right at both.
pub fn update(context: &Context<'_>, request: Update) -> Result<Plan<Number>, Stop> {
    request.validate()?;
    let before = show(context, &request.number)?;
    if before.version != request.version {
        return Err(Code::ChangedMeanwhile.into());
    }
    let details = trimmed(request.details);
    sites::must_exist(context.reader, details.site.iter(), "details.site")?;
    context.require(&INVENTORY_UPDATE, &Target::of(details.site.as_ref()))?;
    free(context.reader, &details, Some(&request.number))?;
    let number = request.number;
    let effect = Effect::NumberUpdated { number: number.clone(), before: before.details, details };
    Ok(Plan::new(vec![effect], move |context| show(context, &number)))
}

/// Deletes a number that nobody has.
pub fn delete(context: &Context<'_>, request: Delete) -> Result<Plan<()>, Stop> {
    let before = show(context, &request.number)?;
    inventory::must_be_free(before.assigned.into())?;
    Ok(Plan::new(vec![Effect::NumberDeleted { number: request.number, before: before.details }], |_| Ok(())))
}

fn trimmed(mut details: NumberDetails) -> NumberDetails {
    trim(&mut details.number);
    trim(&mut details.label);
    details
}

/// Refuses a number that there is already, however it is written.
pub(crate) fn free(reader: Reader<'_>, details: &NumberDetails, except: Option<&NumberId>) -> Result<(), Stop> {
    let key = normalized(&details.number);
    let taken = reader.row("SELECT 1 FROM numbers WHERE number_key = ? AND id IS NOT ?", params![key, except])?;
    match taken {
        Some(_) => Err(Problem::invalid(vec![FieldError::new("details.number", "number_taken")]).into()),
        None => Ok(()),
    }
}
