//! Who may do what, where: the one place where it is judged, for browser and edge alike.
//!
//! [`decide`] answers whether somebody may do one thing; [`judge()`](judge::judge) whether
//! changes would give or take authority beyond the actor's own. Authority is allow-only: it is the union of the
//! grants that one holds, and without a grant there is none.

mod access;
mod change;
mod copy;
mod decide;
mod entitlement;
pub mod judge;
pub mod permission;
#[cfg(feature = "planted-bugs")]
pub mod planted;
#[cfg(not(feature = "planted-bugs"))]
mod planted;
mod scope;
mod snapshot;
mod tree;

pub use access::{Access, HeldGrant};
pub use change::Change;
pub use copy::{CopyMode, CopyPlan, LeftOut, copy};
pub use decide::{Decision, Missing, Reach, decide, reach};
pub use entitlement::Entitlement;
pub use permission::{Permission, Permissions};
pub use scope::{Place, Scope, Target};
pub use snapshot::{GrantFacts, RoleFacts, Snapshot, UserFacts};
pub use tree::{DEPTH_MAX, Misplaced, Tree};
