//! How much of everything there is and how much of it is in use.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// How many there are, and how many of them are assigned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stock {
    /// All of them.
    pub total: u32,
    /// Those that are assigned to somebody.
    pub assigned: u32,
}

impl Stock {
    /// Those that are free.
    pub const fn available(&self) -> u32 {
        self.total.saturating_sub(self.assigned)
    }
}

/// The inventory, as far as the caller may see it; absent is what he may see nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Inventory {
    /// Telephone numbers.
    pub numbers: Option<Stock>,
    /// Devices.
    pub devices: Option<Stock>,
    /// Seats of all licenses.
    pub seats: Option<Stock>,
}
