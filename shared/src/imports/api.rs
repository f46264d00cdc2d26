//! Endpoints of imports.

use super::{Format, Import, Passwords};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::USERS_CREATE,
    batches::{Applied, Planned},
    ids::{GroupId, LicenseId, SiteId, Slug},
    organizations::api::sample_slug,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Says what an import would do; of rows that simply add somebody, only how many there are. Nothing is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The organization.
    pub org: Slug,
    /// What is to be imported.
    pub import: Import,
}

/// Imports the rows that can be, all of them in one step, exactly as planned. If the plan would
/// be another one by now, nothing is done and the answer is `changed-meanwhile`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// What is to be imported, as it was planned.
    pub import: Import,
    /// The plan.
    pub plan: String,
}

impl Endpoint for Plan {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/imports/plan";
    const NEEDS: Needs = Needs::Permission(USERS_CREATE);
    type Response = Planned;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), import: sample() }]
    }
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/imports";
    const NEEDS: Needs = Needs::Permission(USERS_CREATE);
    type Response = Applied;
    const SHOWN_ONCE: &'static [&'static str] = &["passwords"];
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), import: sample(), plan: "5a0f".into() }]
    }
}

fn sample() -> Import {
    let head = super::Column::ALL.iter().map(|column| column.as_str()).collect::<Vec<_>>().join(",");
    Import {
        format: Format::Csv,
        file: format!("{head}\r\nMia Vos,,mia@carrier.example,,,,true,false,false,\r\n"),
        site: Some(SiteId::from_u128(7)),
        group: Some(GroupId::from_u128(5)),
        standard_license: Some(LicenseId::from_u128(0xa3)),
        mobile_license: None,
        passwords: Passwords::Later,
        update_existing: false,
    }
}
