//! Orders: what is ordered for a site or the whole organization, and what has become of it.

use crate::{
    administrators::Named,
    ids::{OrderId, SiteId},
    time::Timestamp,
    validation::{Check, DESCRIPTION_MAX, LINE_MAX, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// What kind of thing is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrderKind {
    /// Telephone numbers.
    #[default]
    Numbers,
    /// Devices.
    Devices,
    /// Licenses.
    Licenses,
    /// Anything else.
    Other,
}

impl OrderKind {
    /// Every kind, in the order in which people read them.
    pub const ALL: [Self; 4] = [Self::Numbers, Self::Devices, Self::Licenses, Self::Other];

    /// The kind's name on the wire and in locales.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Numbers => "numbers",
            Self::Devices => "devices",
            Self::Licenses => "licenses",
            Self::Other => "other",
        }
    }
}

/// What has become of an order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrderStatus {
    /// Not yet delivered: a current order (WBX-5).
    #[default]
    Open,
    /// Delivered.
    Fulfilled,
    /// Not wanted any more.
    Cancelled,
}

impl OrderStatus {
    /// Every status, in the order in which an order goes through them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Fulfilled, Self::Cancelled];

    /// The status' name on the wire, in tables and in locales.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Fulfilled => "fulfilled",
            Self::Cancelled => "cancelled",
        }
    }
}

/// The most of one thing in one order.
pub const QUANTITY_MAX: u32 = 100_000;

/// What is ordered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderDetails {
    /// What kind of thing.
    pub kind: OrderKind,
    /// What exactly, as the supplier calls it.
    pub item: String,
    /// How many: 1 to [`QUANTITY_MAX`].
    pub quantity: u32,
    /// The site for which; the whole organization if absent.
    #[serde(default)]
    pub site: Option<SiteId>,
    /// What else there is to say, or empty.
    #[serde(default)]
    pub comment: String,
}

impl Validate for OrderDetails {
    fn check(&self, check: &mut Check) {
        check.required("item", &self.item, LINE_MAX);
        check.optional("comment", &self.comment, DESCRIPTION_MAX);
        if !(1..=QUANTITY_MAX).contains(&self.quantity) {
            check.error("quantity", "quantity");
        }
    }
}

/// An order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Order {
    /// The order.
    pub id: OrderId,
    /// Counts changes.
    pub version: u32,
    /// What is ordered.
    pub details: OrderDetails,
    /// What has become of it.
    pub status: OrderStatus,
    /// Who ordered it: orders are signed, whoever else of his record one may see.
    pub ordered_by: Named,
    /// When.
    pub created_at: Timestamp,
}
