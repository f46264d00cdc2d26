//! Notices: the console's pages. Those that one receives, and those that one sends.

mod new;
mod page;
mod received;
mod sent;

pub use new::NewNoticePage;
pub use page::NoticesPage;
