//! Why somebody may or may not do something somewhere: the console's page.

mod answer;
mod page;
mod question;

pub use page::ExplainPage;
