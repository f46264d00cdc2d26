//! The API on real workerd, through the contract.

#![expect(clippy::unwrap_used, reason = "tests may fail by panicking")]

mod accounts;
mod bad_input;
mod headers;
mod imports;
mod mail;
mod parallel;
mod races;
mod scim;
mod search;
mod sequences;
mod service;
mod sign_in;
mod story;
mod webhooks;
