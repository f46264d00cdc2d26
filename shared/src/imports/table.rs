//! Files as tables: separated values and JSON, read strictly and written safely.
//!
//! What is wrong with a file as a whole refuses it, with the row and the column; what is wrong
//! with one row's cells is another matter. Encodings are the browser's: text is all that comes here.

use super::{COLUMNS, Cells, Column, Format};
use crate::{FieldError, Problem, validation::trim};
use csv::WriterBuilder;
use csv_core::ReadRecordResult;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::Value;
use std::{borrow::Cow, fmt};

/// The most bytes of a file.
pub const FILE_MAX: usize = 5 * 1024 * 1024;
/// The most characters of a cell.
pub const CELL_MAX: usize = 4096;

/// The column of the result file that says what became of each row (RSC-31).
pub const RESULT: &str = "result";

/// What stands between cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

impl Delimiter {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// The character.
    pub const fn as_char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
        }
    }

    /// The name in keys of words.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
        }
    }

    /// What separates the header of this text. The columns' names contain none of them.
    pub fn of(text: &str) -> Self {
        let header = text.lines().next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .max_by_key(|it| (header.matches(it.as_char()).count(), *it == Self::Comma))
            .unwrap_or_default()
    }
}

/// Reads a file of at most `limit` rows.
///
/// # Errors
/// [`Code::Invalid`](crate::Code::Invalid) at the field `import.file`.
pub fn read(format: Format, text: &str, limit: usize) -> Result<Vec<Cells<'static>>, Problem> {
    read_each(format, text, limit, |_, cells| cells.kept())
}

/// Reads a file in the same way and keeps of each row, numbered from 1, only what is made of it.
///
/// # Errors
/// As [`read`].
pub fn read_each<Row>(
    format: Format,
    text: &str,
    limit: usize,
    mut make: impl FnMut(usize, Cells<'_>) -> Row,
) -> Result<Vec<Row>, Problem> {
    let refuse = |error: FieldError| Problem::invalid(vec![error]);
    if text.len() > FILE_MAX {
        return Err(refuse(file("file_too_large").with("max", FILE_MAX / (1024 * 1024))));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let rows = match format {
        Format::Csv => separated(text, limit, &mut make),
        Format::Json => json(text, limit, &mut make),
    };
    rows.and_then(|rows| if rows.is_empty() { Err(file("file_empty")) } else { Ok(rows) }).map_err(refuse)
}

fn file(code: &str) -> FieldError {
    FieldError::new("import.file", code)
}

/// The most cells of a line: as many as a spreadsheet has columns. Where each ends takes more memory
/// than a cell with nothing in it takes in the file.
const LINE_CELLS_MAX: usize = 16_384;

/// The lines of separated values, one at a time.
struct Lines<'t> {
    reader: csv_core::Reader,
    rest: &'t [u8],
    text: Vec<u8>,
    ends: Vec<usize>,
}

/// The cells of a line: one text, and where each of them ends in it.
struct Line<'l> {
    text: &'l str,
    ends: &'l [usize],
    /// Whether there are no more cells than these. If there are, nothing after it is read.
    is_whole: bool,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str, delimiter: Delimiter) -> Self {
        let reader = csv_core::ReaderBuilder::new().delimiter(delimiter.as_char() as u8).build();
        Self { reader, rest: text.as_bytes(), text: vec![0; 1024], ends: vec![0; LINE_CELLS_MAX] }
    }

    fn next(&mut self) -> Option<Line<'_>> {
        let (mut length, mut cells) = (0, 0);
        let is_whole = loop {
            let text = self.text.get_mut(length..).unwrap_or_default();
            let ends = self.ends.get_mut(cells..).unwrap_or_default();
            let (result, read, written, ended) = self.reader.read_record(self.rest, text, ends);
            self.rest = self.rest.get(read..).unwrap_or_default();
            (length, cells) = (length + written, cells + ended);
            match result {
                // Without a line's end at the end of the file: asked again, it gives what it has.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.text.resize(2 * self.text.len(), 0),
                ReadRecordResult::OutputEndsFull => break false,
                ReadRecordResult::Record => break true,
                ReadRecordResult::End => return None,
            }
        };
        // What is left of text without delimiters and quotes is text.
        let text = std::str::from_utf8(self.text.get(..length).unwrap_or_default()).unwrap_or_default();
        Some(Line { text, ends: self.ends.get(..cells).unwrap_or_default(), is_whole })
    }
}

impl Line<'_> {
    fn get(&self, at: usize) -> Option<&str> {
        let begin = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.text.get(begin..*self.ends.get(at)?)
    }

    fn is_blank_from(&self, at: usize) -> bool {
        self.is_whole && (at..self.ends.len()).all(|at| self.get(at).is_none_or(|cell| trim(cell).is_empty()))
    }
}

fn separated<Row>(
    text: &str,
    limit: usize,
    make: &mut impl FnMut(usize, Cells<'_>) -> Row,
) -> Result<Vec<Row>, FieldError> {
    let mut lines = Lines::of(text, Delimiter::of(text));
    header(&lines.next().ok_or_else(|| file("file_empty"))?)?;
    let mut rows = Vec::new();
    let mut blank = 0;
    while let Some(line) = lines.next() {
        // Spreadsheets leave blank rows at the end; between others they are rows with nothing in them.
        if line.is_blank_from(0) {
            blank += 1;
            continue;
        }
        if rows.len() + blank >= limit {
            return Err(file("file_too_many_rows").with("max", limit));
        }
        for _ in 0..std::mem::take(&mut blank) {
            rows.push(make(rows.len() + 1, Cells::new(&[""; COLUMNS])));
        }
        let number = rows.len() + 1;
        rows.push(make(number, row(&line, number)?));
    }
    Ok(rows)
}

/// All columns, each where it belongs, and no other (RSC-24).
fn header(line: &Line<'_>) -> Result<(), FieldError> {
    for at in 0..=COLUMNS {
        let expected = Column::ALL.get(at).map(|column| column.as_str());
        let found = line.get(at).map(trim);
        let position = at + 1;
        match (expected, found) {
            (Some(expected), Some(found)) if expected == found => {}
            (Some(expected), Some("") | None) => {
                return Err(file("file_header_missing").with("column", position).with("expected", expected));
            }
            (Some(expected), Some(found)) => {
                let error = file("file_header_wrong").with("column", position).with("expected", expected);
                return Err(error.with("found", shortened(found)));
            }
            (None, Some("")) if line.is_blank_from(at) => {}
            (None, Some(found)) => {
                return Err(file("file_header_extra").with("column", position).with("found", shortened(found)));
            }
            (None, None) => {}
        }
    }
    Ok(())
}

/// What can be told of a text of any length.
fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

fn row<'l>(line: &Line<'l>, number: usize) -> Result<Cells<'l>, FieldError> {
    if line.ends.len() < COLUMNS || !line.is_blank_from(COLUMNS) {
        let error = file("file_row_length").with("row", number);
        return Err(error.with("expected", COLUMNS).with("found", line.ends.len()));
    }
    let cells = std::array::from_fn(|at| line.get(at).unwrap_or_default());
    for (cell, column) in cells.into_iter().zip(Column::ALL) {
        short_enough(cell, number, *column)?;
    }
    // Without a guard, they stand there as they are kept.
    let plain = line.ends.first_chunk().filter(|_| !cells.iter().any(|cell| cell.starts_with('\'')));
    let plain = plain.and_then(|ends: &[usize; COLUMNS]| Some((line.text.get(..*ends.last()?)?, *ends)));
    Ok(match plain {
        Some((text, ends)) => Cells { text: text.into(), ends },
        None => Cells::new(&cells.map(unguarded)),
    })
}

fn short_enough(cell: &str, row: usize, column: Column) -> Result<(), FieldError> {
    if cell.len() <= CELL_MAX || cell.chars().count() <= CELL_MAX {
        return Ok(());
    }
    let error = file("file_cell_too_long").with("row", row).with("column", column.as_str());
    Err(error.with("max", CELL_MAX))
}

/// What stands in a member: a text, or what is written as one; nothing else is kept.
enum Member {
    Text(String),
    Nested,
}

impl<'de> Deserialize<'de> for Member {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Member;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a value")
            }
            fn visit_unit<E>(self) -> Result<Member, E> {
                Ok(Member::Text(String::new()))
            }
            fn visit_str<E>(self, text: &str) -> Result<Member, E> {
                Ok(Member::Text(text.to_owned()))
            }
            fn visit_bool<E>(self, fact: bool) -> Result<Member, E> {
                Ok(Member::Text(fact.to_string()))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Member, E> {
                Ok(Member::Text(number.to_string()))
            }
            fn visit_i64<E>(self, number: i64) -> Result<Member, E> {
                Ok(Member::Text(number.to_string()))
            }
            fn visit_f64<E>(self, number: f64) -> Result<Member, E> {
                Ok(Member::Text(Value::from(number).to_string()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Member, A::Error> {
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Member::Nested)
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Member, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Member::Nested)
            }
        }
        from.deserialize_any(Read)
    }
}

/// An object's members as they stand, twice the same included.
struct Members(Vec<(String, Member)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Members;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    // More than there are columns need not be kept to be too many.
                    if members.len() <= COLUMNS {
                        members.push(member);
                    }
                }
                Ok(Members(members))
            }
        }
        from.deserialize_map(Read)
    }
}

/// The members of so many objects and of one more, which says that there are too many: the others
/// are read, but not kept.
struct AtMost(usize);

impl<'de> Visitor<'de> for AtMost {
    type Value = Vec<Members>;
    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an array of objects")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<Members>, A::Error> {
        let mut objects = Vec::new();
        while objects.len() <= self.0 {
            match seq.next_element()? {
                Some(object) => objects.push(object),
                None => return Ok(objects),
            }
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(objects)
    }
}

fn json<Row>(text: &str, limit: usize, make: &mut impl FnMut(usize, Cells<'_>) -> Row) -> Result<Vec<Row>, FieldError> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let objects = reader
        .deserialize_seq(AtMost(limit))
        .and_then(|objects| reader.end().map(|()| objects))
        .map_err(|error| file("file_not_json").with("line", error.line()).with("column", error.column()))?;
    if objects.len() > limit {
        return Err(file("file_too_many_rows").with("max", limit));
    }
    let row = |(at, Members(members))| Ok(make(at + 1, object(members, at + 1)?));
    objects.into_iter().enumerate().map(row).collect()
}

fn object(members: Vec<(String, Member)>, number: usize) -> Result<Cells<'static>, FieldError> {
    let mut cells: [Option<String>; COLUMNS] = Default::default();
    for (key, value) in members {
        let named = |code: &str| file(code).with("row", number).with("found", shortened(&key));
        let column =
            Column::ALL.iter().find(|column| column.as_str() == key).ok_or_else(|| named("file_key_unknown"))?;
        let Member::Text(text) = value else {
            return Err(named("file_value_wrong"));
        };
        short_enough(&text, number, *column)?;
        let slot = cells.get_mut(*column as usize).ok_or_else(|| named("file_key_unknown"))?;
        if slot.replace(text).is_some() {
            return Err(named("file_key_twice"));
        }
    }
    Ok(Cells::new(&cells.map(Option::unwrap_or_default)))
}

/// What spreadsheets take for the beginning of a formula and run (CWE-1236, ASVS 5.0 1.2.10).
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠'];

/// A text that no spreadsheet runs. What has the guard already gets another one, so that
/// [`unguarded`] gives back what was.
pub fn guarded(text: &str) -> Cow<'_, str> {
    let is_formula = text.trim_start_matches('\'').starts_with(FORMULA);
    if is_formula { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that was guarded.
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest,
        _ => text,
    }
}

/// Rows as separated values, safe to open with a spreadsheet. The mark at the beginning has
/// spreadsheets read the text as UTF-8.
pub fn write<Row: AsRef<[String]>>(rows: impl IntoIterator<Item = Row>, delimiter: Delimiter) -> String {
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter.as_char() as u8)
        .flexible(true)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        // Writing to memory does not fail.
        drop(writer.write_record(row.as_ref().iter().map(|cell| guarded(cell).into_owned())));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8(bytes).unwrap_or_default())
}

/// Rows as JSON: an object for each, with members in the order of `head`.
pub fn write_json<Row: AsRef<[String]>>(head: &[String], rows: impl IntoIterator<Item = Row>) -> String {
    struct Object<'a, Row>(&'a [String], Row);
    impl<Row: AsRef<[String]>> Serialize for Object<'_, Row> {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            to.collect_map(self.0.iter().zip(self.1.as_ref()))
        }
    }
    let objects: Vec<_> = rows.into_iter().map(|row| Object(head, row)).collect();
    // Writing texts to memory does not fail.
    serde_json::to_string_pretty(&objects).unwrap_or_default()
}

/// The file as it was read, with one column more.
pub fn with_results(format: Format, text: &str, rows: &[Cells<'_>], results: &[String]) -> String {
    let whole = |(row, result): (&Cells<'_>, &String)| [texts(row).as_slice(), std::slice::from_ref(result)].concat();
    let cells = || rows.iter().zip(results).map(whole);
    let head: Vec<String> =
        Column::ALL.iter().map(|column| column.as_str()).chain([RESULT]).map(str::to_owned).collect();
    match format {
        Format::Csv => write(std::iter::once(head).chain(cells()), Delimiter::of(text)),
        Format::Json => write_json(&head, cells()),
    }
}

/// Rows as a file, so that what was changed in them can be planned anew.
pub fn rewritten(format: Format, text: &str, rows: &[Cells<'_>]) -> String {
    let head: Vec<String> = Column::ALL.iter().map(|column| column.as_str().to_owned()).collect();
    match format {
        Format::Csv => {
            let rows = rows.iter().map(|row| texts(row).to_vec());
            write(std::iter::once(head).chain(rows), Delimiter::of(text))
        }
        Format::Json => write_json(&head, rows.iter().map(texts)),
    }
}

fn texts(row: &Cells<'_>) -> [String; COLUMNS] {
    row.all().map(str::to_owned)
}

#[cfg(test)]
mod tests;
