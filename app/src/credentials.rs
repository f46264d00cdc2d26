//! Access of services to the check API: the console's page.

mod create;
mod how_to;
mod list;
mod revoke;

pub use list::CredentialsPage;
