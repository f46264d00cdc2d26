//! Sessions, listed so that one can end them.

use crate::{ids::SessionId, time::Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// One sign-in on one device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SessionSummary {
    /// The session.
    pub id: SessionId,
    /// Whether it is the one that asks.
    pub current: bool,
    /// The browser, as it named itself (`User-Agent`), shortened.
    pub user_agent: String,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used, to the minute.
    pub last_seen_at: Timestamp,
}
