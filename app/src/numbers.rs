//! Telephone numbers: the console's pages.

use crate::editing::Draft;
use leptos::prelude::*;
use shared::numbers::NumberDetails;

mod delete;
mod edit;
mod form;
mod list;
mod new;

pub use edit::NumberPage;
pub use list::NumbersPage;
pub use new::NewNumberPage;

/// What is typed about a number.
#[derive(Clone, Copy, Debug, Default)]
struct NumberDraft {
    number: RwSignal<String>,
    label: RwSignal<String>,
    /// The chosen site's id, or nothing.
    site: RwSignal<String>,
}

impl Draft for NumberDraft {
    type Value = NumberDetails;

    fn value(self) -> NumberDetails {
        NumberDetails {
            number: self.number.with(|number| number.trim().to_owned()),
            label: self.label.with(|label| label.trim().to_owned()),
            site: self.site.with(|site| site.parse().ok()),
        }
    }

    fn fill(self, details: &NumberDetails) {
        self.number.set(details.number.clone());
        self.label.set(details.label.clone());
        self.site.set(details.site.as_ref().map(ToString::to_string).unwrap_or_default());
    }
}
