//! The connector: keeps users up to date from Active Directory or another LDAP directory.
//!
//! A run reads the whole directory ([`source`]), compares it with what the edge has acknowledged
//! ([`state`]), and does the difference ([`plan`]) over SCIM ([`edge`]). It gives nobody authority
//! and deletes nobody; what more than a tenth of the users would feel waits for an administrator.

pub mod cli;
pub mod config;
pub mod dn;
pub mod edge;
pub mod files;
pub mod journal;
pub mod people;
pub mod plan;
pub mod retry;
pub mod run;
pub mod service;
pub mod setup;
pub mod show;
pub mod source;
pub mod state;

#[cfg(test)]
mod testing;
