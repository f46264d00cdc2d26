//! Importing users from a file: which columns it has, and what a row says.
//!
//! [`table`] reads files; here, cells get their meaning. Browser and edge share both, so that a
//! row is fine in the one exactly if it is in the other.

use crate::{
    FieldError,
    ids::{GroupId, LicenseId, SiteId},
    users::Person,
    validation::{Check, Validate, trim},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

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
    /// Who it is.
    pub person: Box<Person>,
    /// The password as typed, or empty.
    pub password: String,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    text: String,
    ends: [usize; COLUMNS],
}

impl Cells {
    /// Cells in the order of the columns.
    pub fn new<Text: AsRef<str>>(cells: &[Text; COLUMNS]) -> Self {
        let mut text = String::with_capacity(cells.iter().map(|cell| cell.as_ref().len()).sum());
        let ends = std::array::from_fn(|at| {
            text.push_str(cells.get(at).map_or("", AsRef::as_ref));
            text.len()
        });
        Self { text, ends }
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

/// Understands a row, or says everything that is wrong with it. Its own group is left out of
/// account if one is chosen for all (RSC-26).
///
/// # Errors
/// Each error's field is a column: `required`, `boolean`, `full_name`, `unknown_group`, or what
/// is wrong with a person's field.
pub fn read(cells: &Cells, group_is_chosen: bool) -> Result<Entry, Vec<FieldError>> {
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
    let person = Box::new(person(cells));
    errors.extend(person_errors(&person));
    errors.sort_by_key(|error| Column::ALL.iter().position(|column| column.as_str() == error.field));
    let password = cells.get(Column::Password).to_owned();
    let entry = Entry { person, password, enabled, standard_license, mobile_license, group };
    if errors.is_empty() { Ok(entry) } else { Err(errors) }
}

fn error(errors: &mut Vec<FieldError>, column: Column, code: &str) {
    errors.push(FieldError::new(column.as_str(), code));
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

/// The person of a row.
fn person(cells: &Cells) -> Person {
    Person {
        nick_name: cells.get(Column::Nickname).to_owned(),
        sso_id: cells.get(Column::SsoId).to_owned(),
        description: cells.get(Column::Description).to_owned(),
        ..Person::known_as(cells.get(Column::Name), cells.get(Column::Email))
    }
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

    fn cells(row: &str) -> Cells {
        let mut cells = row.split('|');
        Cells::new(&std::array::from_fn(|_| cells.next().unwrap_or_default()))
    }

    fn wrong(row: &str) -> Vec<String> {
        let errors = read(&cells(row), false).err().unwrap_or_default();
        errors.iter().map(|error| format!("{} {}", error.field, error.code)).collect()
    }

    #[test]
    fn a_row_says_who_it_is_and_what_he_gets() {
        let entry = read(&cells("Jan van den Berg|Jantje| Jan@Haven.be |jan||geheim|ja|oui|0|"), false).unwrap();
        assert_eq!((entry.person.given_name.as_str(), entry.person.family_name.as_str()), ("Jan", "van den Berg"));
        assert_eq!((entry.person.email.as_str(), entry.person.user_name.as_str()), ("Jan@Haven.be", "jan@haven.be"));
        assert_eq!((entry.enabled, entry.standard_license, entry.mobile_license), (true, true, false));
        assert_eq!((entry.group, entry.password.as_str()), (None, "geheim"));
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
