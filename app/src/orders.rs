//! Orders: the console's page.

mod list;
mod new;

pub use list::OrdersPage;
