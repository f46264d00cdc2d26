//! Bailiwick's edge API.
//!
//! Everything but [`edge`] is plain Rust over the [`sql::Sql`] port and runs natively in unit
//! tests. `edge` is the only place that names the platform.
//!
//! A request passes the [`gateway`]: decode → who → decide → handler → effects → judge →
//! apply → audit, in one storage transaction. Handlers read; only [`effects`] writes.

pub mod effects;
pub mod gateway;
pub mod hashing;
pub mod migrations;
pub mod sql;
pub mod surroundings;

pub mod accounts;
pub mod addresses;
pub mod administrators;
pub mod analytics;
pub mod assignments;
pub mod audit;
pub mod batches;
pub mod checks;
pub mod credentials;
pub mod devices;
pub mod directories;
pub mod directory;
pub mod features;
pub mod figures;
pub mod grants;
pub mod groups;
pub mod guesses;
pub mod images;
pub mod imports;
pub mod integrations;
pub mod inventory;
pub mod invitations;
pub mod keyset;
pub mod licenses;
pub mod mail;
pub mod mails;
pub mod notes;
pub mod notices;
pub mod numbers;
pub mod orders;
pub mod organizations;
pub mod people;
pub mod previews;
pub mod profile;
pub mod recovery;
pub mod reminders;
pub mod reports;
pub mod roles;
pub mod scim;
pub mod session;
pub mod sessions;
pub mod setup;
pub mod sites;
pub mod text;
pub mod two_step;
pub mod users;
pub mod webhooks;

#[cfg(target_arch = "wasm32")]
mod edge;
#[cfg(test)]
mod testing;
