//! Endpoints of analytics.

use super::Trend;
use crate::{
    Endpoint, Method, Needs,
    authority::permission::ANALYTICS_VIEW,
    figures::Figures,
    ids::{SiteId, Slug},
    organizations::api::sample_slug,
    time::Timestamp,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Gives a trend at the places where the caller may see analytics.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
    /// Which trend.
    pub trend: Trend,
    /// Only what belongs to this site.
    pub site: Option<SiteId>,
    /// A time of the first day, in UTC; so that it becomes [`crate::figures::DAYS_DEFAULT`] days if absent.
    pub from: Option<Timestamp>,
    /// A time after the last day, at most [`crate::figures::DAYS_MAX`] days later; now if absent.
    pub until: Option<Timestamp>,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/analytics/{trend}";
    const NEEDS: Needs = Needs::Permission(ANALYTICS_VIEW);
    type Response = Figures;
    fn samples() -> Vec<Self> {
        vec![
            Self {
                site: Some(SiteId::from_u128(7)),
                from: Some(Timestamp(1_790_000_000_000)),
                until: Some(Timestamp(1_792_592_000_000)),
                ..Self::latest(sample_slug(), Trend::Growth)
            },
            Self::latest(sample_slug(), Trend::SignIns),
        ]
    }
}

impl View {
    /// The trend of the last days, everywhere.
    pub fn latest(org: Slug, trend: Trend) -> Self {
        Self { org, trend, site: None, from: None, until: None }
    }
}
