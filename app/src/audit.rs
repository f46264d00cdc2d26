//! The audit trail: the console's page.

mod chain;
mod csv;
mod diff;
mod entry;
mod export;
mod filter;
mod page;
mod undo;
mod values;
mod verify;
mod words;

pub use page::AuditPage;
