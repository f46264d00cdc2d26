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
    /// Licenses, and how many of their seats are assigned.
    Licenses,
}

impl Report {
    /// Every report, in the order in which people read them.
    pub const ALL: [Self; 5] = [Self::Users, Self::Administrators, Self::Licenses, Self::SignIns, Self::Changes];
}
