//! Endpoints of notes.

use super::{Note, NoteDetails};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::{NOTES_CREATE, NOTES_DELETE, NOTES_VIEW},
    ids::{NoteId, SiteId, Slug},
    organizations::api::sample_slug,
    page::{Cursor, Page},
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lists the notes about what the caller may read notes of, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
    /// Only notes about this site.
    pub site: Option<SiteId>,
    /// Where the page begins; the first page if absent.
    pub cursor: Option<Cursor>,
    /// Items of a page, 1 to [`crate::page::LIMIT_MAX`].
    pub limit: Option<u32>,
}

impl List {
    /// The newest ones.
    pub fn first(org: Slug) -> Self {
        Self { org, site: None, cursor: None, limit: None }
    }
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/notes";
    const NEEDS: Needs = Needs::Permission(NOTES_VIEW);
    type Response = Page<Note>;
    fn samples() -> Vec<Self> {
        let everything = Self {
            site: Some(SiteId::from_u128(7)),
            cursor: Some(Cursor("eyJrIjoiYSJ9".into())),
            limit: Some(25),
            ..Self::first(sample_slug())
        };
        vec![everything, Self::first(sample_slug())]
    }
}

/// Leaves a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// What it says, and about what.
    pub details: NoteDetails,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/notes";
    const NEEDS: Needs = Needs::Permission(NOTES_CREATE);
    type Response = Note;
    fn samples() -> Vec<Self> {
        let details = NoteDetails { site: Some(SiteId::from_u128(7)), text: "The new phones arrive on Monday.".into() };
        vec![Self { org: sample_slug(), details }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Deletes a note that one has written; an owner deletes any.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delete {
    /// The organization.
    pub org: Slug,
    /// The note.
    pub note: NoteId,
}

impl Endpoint for Delete {
    const METHOD: Method = Method::Delete;
    const PATH: &'static str = "/api/v1/orgs/{org}/notes/{note}";
    const NEEDS: Needs = Needs::Permission(NOTES_DELETE);
    type Response = ();
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), note: NoteId::from_u128(11) }]
    }
}
