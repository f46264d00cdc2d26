//! Endpoints of reports.

use super::Report;
use crate::{
    Endpoint, Method, Needs,
    authority::permission::REPORTS_VIEW,
    figures::Figures,
    ids::{SiteId, Slug},
    organizations::api::sample_slug,
    time::Timestamp,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Gives a report about the places where the caller may read reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
    /// Which report.
    pub report: Report,
    /// Only what belongs to this site.
    pub site: Option<SiteId>,
    /// A time of the first day, in UTC; so that it becomes [`crate::figures::DAYS_DEFAULT`] days if absent.
    pub from: Option<Timestamp>,
    /// A time after the last day, at most [`crate::figures::DAYS_MAX`] days later; now if absent.
    pub until: Option<Timestamp>,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/reports/{report}";
    const NEEDS: Needs = Needs::Permission(REPORTS_VIEW);
    type Response = Figures;
    fn samples() -> Vec<Self> {
        vec![
            Self {
                site: Some(SiteId::from_u128(7)),
                from: Some(Timestamp(1_790_000_000_000)),
                until: Some(Timestamp(1_792_592_000_000)),
                ..Self::latest(sample_slug(), Report::SignIns)
            },
            Self::latest(sample_slug(), Report::Users),
        ]
    }
}

impl View {
    /// The report about the last days, everywhere.
    pub fn latest(org: Slug, report: Report) -> Self {
        Self { org, report, site: None, from: None, until: None }
    }
}
