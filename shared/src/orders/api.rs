//! Endpoints of orders.

use super::{Order, OrderDetails, OrderKind, OrderStatus};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::{ORDERS_CREATE, ORDERS_UPDATE, ORDERS_VIEW},
    ids::{OrderId, SiteId, Slug},
    organizations::api::sample_slug,
    page::{Cursor, Page},
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lists the orders that the caller may see, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
    /// Only orders for this site.
    pub site: Option<SiteId>,
    /// Only orders with this status.
    pub status: Option<OrderStatus>,
    /// Where the page begins; the first page if absent.
    pub cursor: Option<Cursor>,
    /// Items of a page, 1 to [`crate::page::LIMIT_MAX`].
    pub limit: Option<u32>,
}

impl List {
    /// The newest ones.
    pub fn first(org: Slug) -> Self {
        Self { org, site: None, status: None, cursor: None, limit: None }
    }
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/orders";
    const NEEDS: Needs = Needs::Permission(ORDERS_VIEW);
    type Response = Page<Order>;
    fn samples() -> Vec<Self> {
        let everything = Self {
            site: Some(SiteId::from_u128(7)),
            status: Some(OrderStatus::Open),
            cursor: Some(Cursor("eyJrIjoiYSJ9".into())),
            limit: Some(25),
            ..Self::first(sample_slug())
        };
        vec![everything, Self::first(sample_slug())]
    }
}

/// Orders something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// What is ordered.
    pub details: OrderDetails,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/orders";
    const NEEDS: Needs = Needs::Permission(ORDERS_CREATE);
    type Response = Order;
    fn samples() -> Vec<Self> {
        let details = OrderDetails {
            kind: OrderKind::Devices,
            item: "Desk phone 8851".into(),
            quantity: 12,
            site: Some(SiteId::from_u128(7)),
            comment: "For the new floor".into(),
        };
        vec![Self { org: sample_slug(), details }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Says what has become of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// The organization.
    pub org: Slug,
    /// The order.
    pub order: OrderId,
    /// The version that was read.
    pub version: u32,
    /// What has become of it.
    pub status: OrderStatus,
}

impl Endpoint for Update {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/orders/{order}";
    const NEEDS: Needs = Needs::Permission(ORDERS_UPDATE);
    type Response = Order;
    fn samples() -> Vec<Self> {
        let status = OrderStatus::Fulfilled;
        vec![Self { org: sample_slug(), order: OrderId::from_u128(12), version: 1, status }]
    }
}
