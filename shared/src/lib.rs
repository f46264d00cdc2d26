//! The part of Bailiwick that browser, edge and native programs share: the model,
//! its rules, and the API contract.
//!
//! Everything here is pure. There is no clock, no randomness and no input or output:
//! callers pass what they know and get a verdict. That is what lets the console preview
//! exactly what the edge will enforce.
//!
//! One module per noun; `<noun>::api` holds that noun's endpoints.

pub mod accounts;
pub mod administrators;
pub mod analytics;
pub mod assignments;
pub mod audit;
pub mod authority;
pub mod batches;
pub mod checks;
pub mod contract;
pub mod credentials;
pub mod devices;
pub mod directories;
pub mod features;
pub mod figures;
pub mod grants;
pub mod groups;
pub mod ids;
pub mod images;
pub mod imports;
pub mod integrations;
pub mod inventory;
pub mod invitations;
pub mod licenses;
pub mod mails;
pub mod notes;
pub mod notices;
pub mod numbers;
pub mod orders;
pub mod organizations;
pub mod page;
pub mod password;
pub mod previews;
pub mod problem;
pub mod profile;
pub mod recovery;
pub mod reminders;
pub mod reports;
pub mod roles;
#[cfg(feature = "scim")]
pub mod scim;
pub mod session;
pub mod sessions;
pub mod setup;
pub mod sites;
pub mod time;
pub mod two_step;
pub mod users;
pub mod validation;
pub mod webhooks;
pub mod wire;

pub use contract::{Endpoint, Method, Needs};
pub use problem::{Code, FieldError, Problem};
