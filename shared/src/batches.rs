//! Batches: what is done to many people at once, by an import or on those who are selected.
//!
//! A batch is planned first: every item gets its verdict from the same rules that apply it, and
//! nothing is written. Applying does what the plan said or, if that would be something else by
//! now, nothing at all.

use crate::{
    FieldError, Problem,
    ids::{BatchId, SiteId, UserId},
    time::Timestamp,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// The most passwords that one batch makes or takes: each costs the edge about 40 ms.
pub const PASSWORDS_MAX: usize = 500;

/// What a batch does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BatchKind {
    /// Adds users from a file, and changes those that are there already.
    Import,
    /// Lets users sign in again.
    Enable,
    /// Keeps users from signing in.
    Disable,
    /// Takes users to another site.
    Move,
    /// Adds users to a group.
    AddToGroup,
    /// Gives users seats of a license.
    AssignLicense,
    /// Gives users new temporary passwords.
    ResetPassword,
}

impl BatchKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Import,
        Self::Enable,
        Self::Disable,
        Self::Move,
        Self::AddToGroup,
        Self::AssignLicense,
        Self::ResetPassword,
    ];

    /// The name in the database and in keys of words.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Enable => "enable",
            Self::Disable => "disable",
            Self::Move => "move",
            Self::AddToGroup => "add_to_group",
            Self::AssignLicense => "assign_license",
            Self::ResetPassword => "reset_password",
        }
    }
}

/// What becomes of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A user is added.
    Created,
    /// A user changes.
    Changed,
    /// All is as it should be already.
    Unchanged,
    /// It is not done, for the reasons given.
    Refused,
}

/// What is said about one of many: before it is done as a verdict, afterwards as the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Item {
    /// Its number, from 1: in a file, the row, header not counted.
    pub row: u32,
    /// Whom it is about: the name as it stands there.
    pub name: String,
    /// And the e-mail address.
    pub email: String,
    /// The user, if there is one that the caller may see.
    pub user: Option<UserId>,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Everything that is wrong with its fields. In a file, a field is a column.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    // In a box: most of ten thousand items have none.
    /// Why it may not be, if its fields are fine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<Box<Problem>>,
    /// What is left out of account, by field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<FieldError>,
}

impl Item {
    /// A row that adds whom it names, of which nothing else is to be said.
    pub fn added(row: u32, name: &str, email: &str) -> Self {
        Self {
            row,
            name: name.to_owned(),
            email: email.to_owned(),
            user: None,
            outcome: Outcome::Created,
            errors: Vec::new(),
            problem: None,
            notices: Vec::new(),
        }
    }

    /// Whether it is such a row.
    pub fn simply_adds(&self) -> bool {
        let says_why = self.problem.is_some() || !self.errors.is_empty() || !self.notices.is_empty();
        self.outcome == Outcome::Created && !says_why
    }
}

/// What a batch would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Planned {
    /// What names this plan: it must be sent along to have it applied. It is another one as soon
    /// as any verdict is.
    pub plan: String,
    /// How many rows simply add whom they name. They are not among the items: nothing is to be said of them
    /// that does not stand in the file.
    pub simply_added: u32,
    /// The verdicts about all other rows, in the order of the rows.
    pub items: Vec<Item>,
}

/// A temporary password that was made for one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IssuedPassword {
    /// The item.
    pub row: u32,
    /// The password.
    pub password: String,
}

/// A batch was applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Applied {
    /// The batch.
    pub batch: BatchId,
    /// The temporary passwords that were made: shown this once, kept nowhere.
    pub passwords: Option<Vec<IssuedPassword>>,
}

/// How far a batch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BatchState {
    /// Passwords are being hashed; nothing is written yet.
    Preparing,
    /// All that could be done is done.
    Applied,
    /// It was broken off while passwords were hashed. Nothing was written; it can be sent again.
    Interrupted,
}

/// A batch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Batch {
    /// The batch.
    pub id: BatchId,
    /// What it does.
    pub kind: BatchKind,
    /// When it began.
    pub created_at: Timestamp,
    /// How far it is.
    pub state: BatchState,
    /// How many passwords there are to hash.
    pub passwords: u32,
    /// How many of them are hashed.
    pub hashed: u32,
    /// How many items were done.
    pub done: u32,
    /// How many items were refused.
    pub refused: u32,
    /// The site that all of it is about, if it is about one.
    pub site: Option<SiteId>,
}

/// A batch with what became of each item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BatchPage {
    /// The batch.
    pub batch: Batch,
    /// The items; none before it is applied.
    pub items: Vec<Item>,
}
