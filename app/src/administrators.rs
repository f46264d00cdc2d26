//! Administrators: the console's pages.
//!
//! Who may give what is not decided here: [`giving`] asks the judge that the edge asks.

mod account;
mod appointment;
mod authority;
mod giving;
mod grants;
mod list;
mod new;
mod page;
mod rank;
mod switch;
mod template;

pub(crate) use rank::RankMark;

pub use list::AdministratorsPage;
pub use new::NewAdministratorPage;
pub use page::AdministratorPage;
