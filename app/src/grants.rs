//! Grants: who was given what, where, until when and why; giving, taking, suspending, and who
//! answers for them. They stand on the pages of those who hold them.

mod acts;
mod assign;
mod copy;
mod draft;
mod give;
mod held;
mod orphaned;
mod orphans;
mod privileges;
mod records;
mod rehome;

pub(crate) use acts::GrantActs;
pub(crate) use copy::{Copying, TEMPLATE};
pub(crate) use give::Giving;
pub(crate) use held::HeldGrants;
pub(crate) use orphaned::OrphanedCard;
pub(crate) use orphans::Orphans;
pub use privileges::PrivilegesPage;
pub(crate) use records::{GrantsShown, InheritedRecords};
