//! Users: the console's pages.

mod access;
mod draft;
mod edit;
mod form;
mod grants;
mod list;
mod many;
mod new;
mod place;

pub(crate) use form::SiteField;

pub use edit::UserPage;
pub use list::UsersPage;
pub use new::NewUserPage;
pub(crate) use place::{places, usual_place};
