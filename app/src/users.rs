//! Users: the console's pages.

mod access;
mod draft;
mod edit;
mod form;
mod grants;
mod list;
mod new;
mod place;

pub use edit::UserPage;
pub use list::UsersPage;
pub use new::NewUserPage;
