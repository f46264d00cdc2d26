//! Analytics: how things develop (WBX-9 a).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// What a trend is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Trend {
    /// How many people signed in, day by day.
    SignIns,
    /// How many users there were, day by day.
    Growth,
    /// What was changed, by kind, the most frequent first.
    Changes,
    /// How far the authority of administrators reaches now.
    Administrators,
    /// How many grants end, week by week from now on, whatever the period.
    Ending,
}

impl Trend {
    /// Every trend, in the order in which people read them.
    pub const ALL: [Self; 5] = [Self::SignIns, Self::Growth, Self::Changes, Self::Administrators, Self::Ending];
}
