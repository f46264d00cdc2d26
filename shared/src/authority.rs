//! Who may do what, where: the one place where it is judged, for browser and edge alike.
//!
//! [`decide`] answers whether somebody may do one thing; [`judge`] whether an act would give
//! or take authority beyond the actor's own. Authority is allow-only: it is the union of the
//! grants that one holds, and without a grant there is none.

mod access;
mod decide;
pub mod judge;
pub mod permission;
mod scope;

pub use access::{Access, HeldGrant};
pub use decide::{Decision, Missing, Reach, decide, reach};
pub use permission::{Permission, Permissions};
pub use scope::{Scope, Target};
