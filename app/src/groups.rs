//! Groups: the console's pages. A tree of them, and one at a time.

mod delete;
mod details;
mod grants;
mod list;
mod members;
mod new;
mod page;
mod picker;
mod relocate;
mod tree;

pub use list::GroupsPage;
pub use page::GroupPage;
pub(crate) use picker::{GroupPicker, GroupsPicker, picked_group};

use crate::i18n::{Text, t};
use shared::groups::GroupKind;

/// What kind of group it is, in a word.
fn kind_in_words(kind: GroupKind) -> Text {
    match kind {
        GroupKind::Team => t("group-kind-team"),
        GroupKind::Access => t("group-kind-access"),
    }
}

const fn kind_icon(kind: GroupKind) -> &'static str {
    match kind {
        GroupKind::Team => "users",
        GroupKind::Access => "key-round",
    }
}
