//! The audit trail: the console's page.

mod chain;
mod csv;
mod diff;
mod entry;
mod export;
mod filter;
mod page;
mod recent;
mod undo;
mod values;
mod verify;
mod words;

pub use page::AuditPage;
pub(crate) use recent::RecentCard;
pub(crate) use words::kind_in_words;
