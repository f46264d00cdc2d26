//! Reports: figures for people who answer for what happens somewhere (WBX-9 h).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// What a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Report {
    /// Users, by site.
    Users,
    /// Administrators, by how far their authority reaches.
    Administrators,
    /// Signing in, day by day.
    SignIns,
    /// What was changed, day by day.
    Changes,
}

impl Report {
    /// Every report, in the order in which people read them.
    pub const ALL: [Self; 4] = [Self::Users, Self::Administrators, Self::SignIns, Self::Changes];
}
