//! Analytics: the console's page. A chart for every trend.

mod page;
mod trend;

pub use page::AnalyticsPage;
pub(crate) use trend::{Asked, TrendCard};
