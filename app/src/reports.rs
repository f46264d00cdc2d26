//! Reports: the console's page.

mod page;

pub use page::ReportsPage;
