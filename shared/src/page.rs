//! Pages of long lists. Pages are found by key, not by number, so that page 1,000 costs what
//! page 1 costs (the cursor carries the key where the next page begins).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The most items of a page.
pub const LIMIT_MAX: u32 = 100;
/// Items of a page when the request does not say.
pub const LIMIT_DEFAULT: u32 = 10;

/// Where a page begins: opaque text from an earlier page, with no meaning for clients.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Cursor(pub String);

/// So far are lists counted whose length is not kept.
pub const COUNTED_MAX: u32 = 1_000;

/// Ascending or descending.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// A to Z, old to new.
    #[default]
    Ascending,
    /// Z to A, new to old.
    Descending,
}

/// One page of a list that contains only what the caller may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PageOf{T}")]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// The number of the first item in the whole list, from 1; 0 when there is none.
    pub first: u32,
    /// How many items the whole list has, or has at least.
    pub total: u32,
    /// Whether there are more than `total`: a list that is narrowed by words is counted up to
    /// [`COUNTED_MAX`], because counting further would cost more than reading the page.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub uncounted: bool,
    /// The page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Cursor>,
    /// The page after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Cursor>,
}
