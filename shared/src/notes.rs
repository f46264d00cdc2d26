//! Notes: what administrators leave for each other about a site or the whole organization.

use crate::{
    administrators::Named,
    ids::{NoteId, SiteId},
    time::Timestamp,
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// The most characters of a note.
pub const NOTE_MAX: usize = 2_000;

/// What a note says, and about what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteDetails {
    /// The site that it is about; the whole organization if absent.
    #[serde(default)]
    pub site: Option<SiteId>,
    /// What it says, in one line or several.
    pub text: String,
}

impl Validate for NoteDetails {
    fn check(&self, check: &mut Check) {
        check.prose("text", &self.text, NOTE_MAX);
    }
}

/// A note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// The note.
    pub id: NoteId,
    /// What it says, and about what.
    pub details: NoteDetails,
    /// Who wrote it: notes are signed, whoever else of the author's record one may see.
    pub author: Named,
    /// When.
    pub created_at: Timestamp,
}
