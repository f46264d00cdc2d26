//! Notices: what an administrator tells everybody at the places that he looks after.
//!
//! A notice reaches the people who belong to one of its places and were there when it was
//! sent. Nobody's copy is stored: who is reached follows from where he is.

use crate::{
    administrators::Named,
    authority::Scope,
    ids::NoticeId,
    time::Timestamp,
    validation::{Check, LINE_MAX, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// The most characters of a notice's text.
pub const TEXT_MAX: usize = 5_000;
/// Unread notices are counted up to here.
pub const UNREAD_MAX: u32 = 99;

/// What a notice is like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeDetails {
    /// What it is about, in a line.
    pub title: String,
    /// What it says: plain text, whose lines are kept.
    pub text: String,
    /// To whom: everybody who belongs to the organization, to these sites, or to these groups and
    /// those below them.
    pub scope: Scope,
    /// Whether it is also sent by mail.
    #[serde(default)]
    pub by_mail: bool,
}

impl Validate for NoticeDetails {
    fn check(&self, check: &mut Check) {
        check.required("title", &self.title, LINE_MAX);
        check.prose("text", &self.text, TEXT_MAX);
        if self.scope.is_nowhere() {
            check.error("scope", "scope_required");
        }
    }
}

/// A notice as one receives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Notice {
    /// The notice.
    pub id: NoticeId,
    /// What it is about.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Who sent it.
    pub sender: Named,
    /// When.
    pub sent_at: Timestamp,
    /// When one read it, if one did.
    pub read_at: Option<Timestamp>,
}

/// A notice as its sender sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SentNotice {
    /// The notice.
    pub id: NoticeId,
    /// What it is like.
    pub details: NoticeDetails,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// How many people it reached when it was sent.
    pub recipients: u32,
    /// How many of them have read it.
    pub read: u32,
}
