//! Assignments: the console's pages. Who has which number, device and seat, seen from each side.

use crate::i18n::{Text, t_of};
use shared::assignments::{Asset, Assigned};

mod asset;
mod by_asset;
mod by_license;
mod by_user;
mod give;
mod of_user;
mod page;
mod take;

pub use of_user::UserAssignments;
pub use page::AssignmentsPage;

/// What somebody has, by name: what kind of thing, what it is called, what tells it from others.
fn in_words(assigned: &Assigned) -> String {
    match assigned.note.is_empty() {
        true => assigned.name.clone(),
        false => format!("{} ({})", assigned.name, assigned.note),
    }
}

/// What kind of thing it is.
const fn kind_of(asset: &Asset) -> &'static str {
    match asset {
        Asset::Number(_) => "number",
        Asset::Device(_) => "device",
        Asset::License(_) => "license",
    }
}

fn kind_in_words(kind: &'static str) -> Text {
    t_of("asset-*", kind)
}
