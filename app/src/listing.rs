//! How a long list is looked at: words, order, place and size, all kept in the address.

use crate::navigation::{query_parameter, set_query};
use leptos::prelude::*;
use shared::{
    ids::SiteId,
    page::{Cursor, Direction},
    users::Sort,
};

/// How a list of people is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Listing {
    words: Memo<Option<String>>,
    site: Memo<Option<String>>,
    sort: Memo<Option<String>>,
    direction: Memo<Option<String>>,
    cursor: Memo<Option<String>>,
    limit: Memo<Option<String>>,
}

impl Listing {
    /// The sizes of a page that people can choose; the first is the usual one.
    pub const LIMITS: [u32; 3] = [10, 25, 50];

    /// As the address says.
    pub fn from_address() -> Self {
        Self {
            words: query_parameter("q"),
            site: query_parameter("site"),
            sort: query_parameter("sort"),
            direction: query_parameter("direction"),
            cursor: query_parameter("cursor"),
            limit: query_parameter("limit"),
        }
    }

    /// The words to find.
    pub fn words(self) -> Option<String> {
        self.words.get()
    }

    /// The site that is chosen in the header.
    pub fn site(self) -> Option<SiteId> {
        self.site.get()?.parse().ok()
    }

    /// The column of the order.
    pub fn sort(self) -> Sort {
        match self.sort.get().as_deref() {
            Some("user_name") => Sort::UserName,
            Some("email") => Sort::Email,
            _ => Sort::Name,
        }
    }

    /// The direction of the order.
    pub fn direction(self) -> Direction {
        match self.direction.get().as_deref() {
            Some("descending") => Direction::Descending,
            _ => Direction::Ascending,
        }
    }

    /// Where the page begins.
    pub fn cursor(self) -> Option<Cursor> {
        self.cursor.get().map(Cursor)
    }

    /// How many items a page has.
    pub fn limit(self) -> u32 {
        let asked = self.limit.get().and_then(|limit| limit.parse().ok());
        asked.filter(|asked| Self::LIMITS.contains(asked)).unwrap_or(Self::LIMITS[0])
    }

    /// Whether words narrow the list, so that "nothing found" differs from "nothing there".
    pub fn is_narrowed(self) -> bool {
        self.words.get().is_some()
    }

    /// Orders by a column; the other way round if it is the order already.
    pub fn order_by(self, column: Sort) {
        let turned = self.sort() == column && self.direction() == Direction::Ascending;
        let direction = turned.then(|| "descending".to_owned());
        set_query(&[("sort", Some(name_of(column).to_owned())), ("direction", direction), ("cursor", None)]);
    }
}

const fn name_of(column: Sort) -> &'static str {
    match column {
        Sort::Name => "name",
        Sort::UserName => "user_name",
        Sort::Email => "email",
    }
}
