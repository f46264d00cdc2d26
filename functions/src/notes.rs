//! Notes that administrators leave for each other.

use crate::{
    effects::Effect,
    gateway::{Context, Plan, Stop},
    keyset, params,
    setup::trim,
    sites,
    sql::{Row, SqlError},
};
use shared::{
    Code,
    administrators::Named,
    authority::{Target, permission::NOTES_VIEW},
    ids::NoteId,
    notes::{
        Note, NoteDetails,
        api::{Create, Delete, List},
    },
    page::Page,
    validation::Validate,
};

const COLUMNS: &str = "site, text, author, (SELECT full_name FROM users WHERE users.id = notes.author), created_at";

/// Lists the notes that the caller may read, newest first.
pub fn list(context: &Context<'_>, request: List) -> Result<Page<Note>, Stop> {
    let (filter, values) = sites::reached(context, &NOTES_VIEW, request.site.as_ref())?;
    let query =
        keyset::Query { table: "notes", key: "id", columns: COLUMNS, filter: &filter, values, descending: true };
    keyset::page(context.reader, query, request.cursor.as_ref(), request.limit, note)
}

fn note(row: &Row) -> Result<Note, SqlError> {
    Ok(Note {
        id: row.parse(1)?,
        details: NoteDetails { site: row.parse_optional(2)?, text: row.get(3)? },
        author: Named { id: row.parse(4)?, name: row.get(5)? },
        created_at: row.get(6)?,
    })
}

fn show(context: &Context<'_>, id: &NoteId) -> Result<Note, Stop> {
    let row = context.reader.row(&format!("SELECT id, id, {COLUMNS} FROM notes WHERE id = ?"), params![id])?;
    row.as_ref().map(note).transpose()?.ok_or_else(|| Code::NotFound.into())
}

/// What a note is about, if the caller may read it.
pub fn place(context: &Context<'_>, id: &NoteId) -> Result<Target, Stop> {
    let place = Target::of(show(context, id)?.details.site.as_ref());
    if context.allows(&NOTES_VIEW, &place) { Ok(place) } else { Err(Code::NotFound.into()) }
}

/// Leaves a note.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Note>, Stop> {
    request.validate()?;
    let mut details = request.details;
    trim(&mut details.text);
    sites::must_exist(context.reader, details.site.iter(), "details.site")?;
    let note: NoteId = context.surroundings.id();
    let effect = Effect::NoteCreated { note: note.clone(), details };
    Ok(Plan::new(vec![effect], move |context| show(context, &note)))
}

/// Deletes a note: its author's act, or an owner's.
pub fn delete(context: &Context<'_>, request: Delete) -> Result<Plan<()>, Stop> {
    let before = show(context, &request.note)?;
    let caller = context.access()?;
    if before.author.id != caller.user && !caller.is_owner() {
        return Err(Code::NotTheAuthor.into());
    }
    let effect = Effect::NoteDeleted { note: request.note, before: before.details };
    Ok(Plan::new(vec![effect], |_| Ok(())))
}
