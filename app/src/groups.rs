//! Groups: the console's pages. A tree of them, and one at a time.

mod assign;
mod by_email;
mod delete;
mod details;
mod grants;
mod list;
mod lock;
mod members;
mod move_member;
mod new;
mod new_technician;
mod page;
mod pane;
mod picker;
mod relocate;
mod status;
mod table;
mod technician;
mod tree;

pub(crate) use by_email::said;
pub use list::GroupsPage;
pub use page::GroupPage;
pub(crate) use picker::{GroupPicker, GroupsPicker, picked_group};
pub use table::GroupTable;

use crate::i18n::{Text, say, t};
use shared::groups::{ACCOUNT_ADMINISTRATORS, GroupKind};

/// A group's name in words: the built-in one is translated, others are called what they are.
pub(crate) fn group_name(name: &str) -> String {
    if name == ACCOUNT_ADMINISTRATORS { say("group-account-administrators", &[]) } else { name.to_owned() }
}

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
