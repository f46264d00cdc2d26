//! Invitations: the console's pages for those who send them, and for those who hold a link.

mod accept;
mod list;
mod new;
mod revoke;

pub use accept::InvitationPage;
pub use list::InvitationsPage;
