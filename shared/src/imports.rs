//! Importing users from a file: which columns it has, and what a row says.
//!
//! [`table`] reads files; here, cells get their meaning. Browser and edge share both, so that a
//! row is fine in the one exactly if it is in the other.

use crate::{
    Code, FieldError, Problem,
    batches::{Item, Planned},
    ids::{GroupId, LicenseId, SiteId},
    users::{Person, put},
    validation::{Check, EMAIL_MAX, LINE_MAX, Validate, trim},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, fmt, ops::RangeInclusive};

pub mod api;
pub mod table;

/// How many rows an organization may allow in one file.
pub const ROWS: RangeInclusive<u32> = 1..=10_000;
/// How many rows are allowed unless the organization says otherwise (RSC-27).
pub const ROWS_USUAL: u32 = 500;

macro_rules! columns {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)+) => {
        /// The columns of a file, in their order (RSC-29).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Column {
            $($(#[$doc])* $name,)+
        }
        impl Column {
            /// Every column, in the order of the file.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
            /// What stands in the header, and in the keys of JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }
        }
    };
}

columns! {
    /// Given and family name.
    Name = "name",
    /// What the person is called in daily work.
    Nickname = "nickname",
    /// E-mail address, with which one also signs in.
    Email = "email",
    /// How the identity provider names the person.
    SsoId = "sso_id",
    /// What else is to be known.
    Description = "description",
    /// The first password.
    Password = "password",
    /// Whether the person may sign in.
    Enabled = "enabled",
    /// Whether the person gets a seat of the standard license.
    StandardLicense = "standard_license",
    /// Whether the person gets a seat of the mobile license.
    MobileLicense = "mobile_license",
    /// The group that the person joins.
    GroupId = "group_id",
}

/// How many columns a file has.
pub const COLUMNS: usize = Column::ALL.len();

/// How a file is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Separated values (RFC 4180), by comma, semicolon or tab: whichever separates the header.
    #[default]
    Csv,
    /// An array of objects with the columns' names as keys (RFC 8259).
    Json,
}

/// Where passwords come from. All of them are temporary: each person chooses another one at the
/// first sign-in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Passwords {
    /// From the file, where the organization lets administrators type passwords.
    #[default]
    File,
    /// Made at random and shown once.
    Generated,
    /// Made at random and mailed to each person.
    Mailed,
    /// None yet: nobody of them can sign in before he gets one.
    Later,
}

/// What is imported, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Import {
    /// How the file is written.
    pub format: Format,
    /// The file's text, at most [`table::FILE_MAX`] bytes of it.
    pub file: String,
    /// The site of all users that are added, if any.
    pub site: Option<SiteId>,
    /// The group that all of them join. Groups in the file are then left out of account.
    pub group: Option<GroupId>,
    /// Of which license `standard_license` gives a seat.
    pub standard_license: Option<LicenseId>,
    /// Of which license `mobile_license` gives a seat.
    pub mobile_license: Option<LicenseId>,
    /// Where passwords come from.
    pub passwords: Passwords,
    /// Whether a row with the e-mail address of somebody who is there changes him instead of
    /// being refused.
    pub update_existing: bool,
}

/// What a row says, once it can be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The row itself, with who it is ([`Cells::person`]) and the password as typed, or none.
    pub cells: Cells<'static>,
    /// Whether the person may sign in.
    pub enabled: bool,
    /// Whether the person gets a seat of the standard license.
    pub standard_license: bool,
    /// Whether the person gets a seat of the mobile license.
    pub mobile_license: bool,
    /// The group that the person joins.
    pub group: Option<GroupId>,
}

/// A row's cells by their columns: one text, and where each of them ends in it.
#[derive(Clone, PartialEq, Eq)]
pub struct Cells<'t> {
    text: Cow<'t, str>,
    ends: [usize; COLUMNS],
}

/// Says nothing of what stands there: one of them may be a password.
impl fmt::Debug for Cells<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cells").finish_non_exhaustive()
    }
}

impl Cells<'static> {
    /// Cells in the order of the columns.
    pub fn new<Text: AsRef<str>>(cells: &[Text; COLUMNS]) -> Self {
        let mut text = String::with_capacity(cells.iter().map(|cell| cell.as_ref().len()).sum());
        let ends = std::array::from_fn(|at| {
            text.push_str(cells.get(at).map_or("", AsRef::as_ref));
            text.len()
        });
        Self { text: text.into(), ends }
    }
}

impl Cells<'_> {
    /// The same with a text of their own.
    pub fn kept(&self) -> Cells<'static> {
        Cells { text: Cow::Owned(self.text.as_ref().to_owned()), ends: self.ends }
    }

    /// Who it is.
    pub fn person(&self) -> Box<Person> {
        let mut person = Box::default();
        become_person(&mut person, self);
        person
    }

    /// Says in an item whom the row is about, at no greater length than a good row would.
    pub fn name(&self, item: &mut Item) {
        item.name = beginning(self.get(Column::Name), LINE_MAX);
        item.email = beginning(self.get(Column::Email), EMAIL_MAX);
    }

    /// The cells as they are, in the order of the columns.
    pub fn all(&self) -> [&str; COLUMNS] {
        let mut begin = 0;
        self.ends.map(|end| self.text.get(std::mem::replace(&mut begin, end)..end).unwrap_or_default())
    }

    /// What stands in a column, without the space around it.
    pub fn get(&self, column: Column) -> &str {
        let at = column as usize;
        let begin = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        trim(self.ends.get(at).and_then(|end| self.text.get(begin..*end)).unwrap_or_default())
    }
}

/// So much of a cell as a good one may have.
fn beginning(text: &str, max: usize) -> String {
    // As many bytes are no more characters.
    if text.len() <= max {
        return text.to_owned();
    }
    text.char_indices().nth(max).map_or(text, |(end, _)| text.get(..end).unwrap_or(text)).to_owned()
}

/// Understands a row, or says everything that is wrong with it. Its own group is left out of
/// account if one is chosen for all (RSC-26). `person` becomes who it is: of ten thousand, one is made.
///
/// # Errors
/// Each error's field is a column: `required`, `boolean`, `full_name`, `unknown_group`, or what
/// is wrong with a person's field.
pub fn read(cells: &Cells<'_>, person: &mut Person, group_is_chosen: bool) -> Result<Entry, Vec<FieldError>> {
    let mut errors = Vec::new();
    let mut fact = |column: Column| {
        let text = cells.get(column);
        boolean(text).unwrap_or_else(|| {
            error(&mut errors, column, if text.is_empty() { "required" } else { "boolean" });
            false
        })
    };
    let enabled = fact(Column::Enabled);
    let standard_license = fact(Column::StandardLicense);
    let mobile_license = fact(Column::MobileLicense);
    let group = match cells.get(Column::GroupId) {
        "" => None,
        _ if group_is_chosen => None,
        id => match id.parse() {
            Ok(group) => Some(group),
            Err(_) => {
                error(&mut errors, Column::GroupId, "unknown_group");
                None
            }
        },
    };
    become_person(person, cells);
    errors.extend(person_errors(person));
    errors.sort_by_key(|error| Column::ALL.iter().position(|column| column.as_str() == error.field));
    if !errors.is_empty() {
        return Err(errors);
    }
    Ok(Entry { cells: cells.kept(), enabled, standard_license, mobile_license, group })
}

fn error(errors: &mut Vec<FieldError>, column: Column, code: &str) {
    errors.push(FieldError::new(column.as_str(), code));
}

/// The verdicts about all rows: those that the plan lists, and of all others that they add whom they name.
///
/// # Errors
/// As [`table::read`]; `changed-meanwhile` if the plan is not one of this file, as it is read here.
pub fn verdicts(import: &Import, planned: &Planned) -> Result<Vec<Item>, Problem> {
    let mut listed = planned.items.iter().peekable();
    let items = table::read_each(import.format, &import.file, *ROWS.end() as usize, |number, cells| {
        let row = u32::try_from(number).unwrap_or(u32::MAX);
        let added = || Item::added(row, cells.get(Column::Name), cells.get(Column::Email));
        listed.next_if(|item| item.row == row).cloned().unwrap_or_else(added)
    })?;
    let is_of_this_file = listed.next().is_none() && items.len() == planned.items.len() + planned.simply_added as usize;
    if is_of_this_file { Ok(items) } else { Err(Code::ChangedMeanwhile.into()) }
}

/// Yes or no in the languages of the console (RSC-25).
pub fn boolean(text: &str) -> Option<bool> {
    let text = trim(text);
    let is_any = |words: [&str; 5]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    match () {
        () if is_any(["true", "1", "yes", "ja", "oui"]) => Some(true),
        () if is_any(["false", "0", "no", "nee", "non"]) => Some(false),
        () => None,
    }
}

/// All that a row says of a person; what no column says is left as it is.
fn become_person(person: &mut Person, cells: &Cells<'_>) {
    put(&mut person.nick_name, cells.get(Column::Nickname));
    put(&mut person.sso_id, cells.get(Column::SsoId));
    put(&mut person.description, cells.get(Column::Description));
    person.be_known_as(cells.get(Column::Name), cells.get(Column::Email));
}

/// What is wrong with the person, at the columns that it was read from.
fn person_errors(person: &Person) -> Vec<FieldError> {
    let mut check = Check::default();
    person.check(&mut check);
    let problem = check.finish().err();
    let mut found: Vec<FieldError> = Vec::new();
    for mut error in problem.into_iter().flat_map(|problem| problem.errors) {
        let Some(column) = column_of(&error.field) else { continue };
        if error.field == "family_name" && error.code == "required" && !person.given_name.is_empty() {
            error.code = "full_name".to_owned();
        }
        error.field = column.as_str().to_owned();
        // One is told once that a cell is empty.
        if !found.iter().any(|known| known.field == error.field) {
            found.push(error);
        }
    }
    found
}

/// The column from which a person's field is read.
fn column_of(field: &str) -> Option<Column> {
    Some(match field {
        "given_name" | "family_name" => Column::Name,
        "nick_name" => Column::Nickname,
        "email" | "user_name" => Column::Email,
        "sso_id" => Column::SsoId,
        "description" => Column::Description,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batches::Outcome;

    fn cells(row: &str) -> Cells<'static> {
        let mut cells = row.split('|');
        Cells::new(&std::array::from_fn(|_| cells.next().unwrap_or_default()))
    }

    fn wrong(row: &str) -> Vec<String> {
        let errors = read(&cells(row), &mut Person::default(), false).err().unwrap_or_default();
        errors.iter().map(|error| format!("{} {}", error.field, error.code)).collect()
    }

    #[test]
    fn a_row_says_who_it_is_and_what_he_gets() {
        let mut person = cells("Somebody Else|Else|else@haven.be|else|Before|||||").person();
        let row = cells("Jan van den Berg|Jantje| Jan@Haven.be |jan||geheim|ja|oui|0|");
        let entry = read(&row, &mut person, false).unwrap();
        assert_eq!(person, entry.cells.person(), "nothing is left of who was read before");
        assert_eq!((person.given_name.as_str(), person.family_name.as_str()), ("Jan", "van den Berg"));
        assert_eq!((person.email.as_str(), person.user_name.as_str()), ("Jan@Haven.be", "jan@haven.be"));
        assert_eq!((entry.enabled, entry.standard_license, entry.mobile_license), (true, true, false));
        assert_eq!((entry.group, entry.cells.get(Column::Password)), (None, "geheim"));
    }

    #[test]
    fn a_plan_tells_of_all_rows_of_its_own_file_alone() {
        let row = |name: &str| format!("{name},,{name}@haven.be,,,,1,0,0,");
        let head = Column::ALL.iter().map(|column| column.as_str()).collect::<Vec<_>>().join(",");
        let csv = [head.as_str(), &row("a"), &row("b"), ",,,,,,,,,", &row("d")].join("\n");
        let json = r#"[{"name":"a","email":"a@haven.be"},{"name":"b","email":"b@haven.be"},{},{"name":"d","email":"d@haven.be"}]"#;
        let refused = |row| Item { outcome: Outcome::Refused, ..Item::added(row, "", "") };
        let planned = |rows: &[u32], simply_added| Planned {
            plan: String::new(),
            simply_added,
            items: rows.iter().map(|row| refused(*row)).collect(),
        };
        for (format, file) in [(Format::Csv, csv.as_str()), (Format::Json, json)] {
            let import = Import { format, file: file.to_owned(), ..Import::default() };
            let items = verdicts(&import, &planned(&[1, 3, 4], 1)).unwrap();
            assert_eq!(items, [refused(1), Item::added(2, "b", "b@haven.be"), refused(3), refused(4)]);
            for other in [planned(&[1, 3, 4], 2), planned(&[1, 3], 1), planned(&[3, 1], 2), planned(&[3, 5], 2)] {
                assert_eq!(verdicts(&import, &other).err().map(|it| it.code), Some(Code::ChangedMeanwhile));
            }
        }
    }

    #[test]
    fn rsc_25_what_must_be_there_is_named_by_its_column() {
        assert_eq!(
            wrong("||||||||||"),
            [
                "name required",
                "email required",
                "enabled required",
                "standard_license required",
                "mobile_license required"
            ]
        );
        assert_eq!(
            wrong("Jan||jan@haven|||x|maybe|1|1|nowhere"),
            ["name full_name", "email email", "enabled boolean", "group_id unknown_group"]
        );
    }

    #[test]
    fn rsc_25_yes_and_no_are_understood_in_three_languages() {
        for (text, fact) in [("TRUE", true), ("1", true), ("Ja", true), ("oui", true), ("yes", true)] {
            assert_eq!(boolean(text), Some(fact), "{text}");
        }
        for (text, fact) in [("False", false), ("0", false), ("nee", false), ("NON", false), (" no ", false)] {
            assert_eq!(boolean(text), Some(fact), "{text}");
        }
        for text in ["", "x", "2", "ИСТИНА", "waar"] {
            assert_eq!(boolean(text), None, "{text}");
        }
    }
}
