//! Endpoints of images.

use super::{Colors, Logo as Details, Picture};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::{ORGANIZATION_UPDATE, ORGANIZATION_VIEW},
    ids::Slug,
    organizations::api::sample_slug,
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An organization's logo and colors with the version that a change of them must name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Images {
    /// Counts changes of the organization's record.
    pub version: u32,
    /// Its logo, if it has one.
    pub logo: Option<Details>,
    /// Its colors.
    pub colors: Colors,
}

/// Shows the organization's logo and colors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/images";
    const NEEDS: Needs = Needs::Permission(ORGANIZATION_VIEW);
    type Response = Images;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Replaces the organization's logo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetLogo {
    /// The organization.
    pub org: Slug,
    /// The version that was read.
    pub version: u32,
    /// The picture's content in base64 (RFC 4648, 4): PNG, JPEG or WebP of at most 256 KiB.
    pub logo: String,
}

impl Endpoint for SetLogo {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/images/logo";
    const NEEDS: Needs = Needs::Permission(ORGANIZATION_UPDATE);
    type Response = Images;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), version: 1, logo: SAMPLE.to_owned() }]
    }
}

impl Validate for SetLogo {
    fn check(&self, check: &mut Check) {
        // Whoever has the content judges it by `look_at`: the form before it is encoded, the edge
        // once it is decoded.
        if self.logo.is_empty() {
            check.error("logo", "required");
        }
    }
}

/// Goes back to the built-in mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoveLogo {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for RemoveLogo {
    const METHOD: Method = Method::Delete;
    const PATH: &'static str = "/api/v1/orgs/{org}/images/logo";
    const NEEDS: Needs = Needs::Permission(ORGANIZATION_UPDATE);
    type Response = Images;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Chooses the organization's colors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetColors {
    /// The organization.
    pub org: Slug,
    /// The version that was read.
    pub version: u32,
    /// What is to hold.
    pub colors: Colors,
}

impl Endpoint for SetColors {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/images/colors";
    const NEEDS: Needs = Needs::Permission(ORGANIZATION_UPDATE);
    type Response = Images;
    fn samples() -> Vec<Self> {
        let colors = Colors { light: "#7a1f5c".into(), dark: "#f0a6d6".into() };
        vec![Self { org: sample_slug(), version: 1, colors }]
    }
}

impl Validate for SetColors {
    fn check(&self, check: &mut Check) {
        check.part("colors", &self.colors);
    }
}

/// The logo itself, for anybody: the sign-in page shows it. Its name is the digest of its content,
/// so that what is at an address never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Logo {
    /// The organization.
    pub org: Slug,
    /// SHA-256 of the content, in hexadecimal.
    pub digest: String,
}

impl Endpoint for Logo {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/logo/{digest}";
    const NEEDS: Needs = Needs::Nothing;
    const IS_PICTURE: bool = true;
    type Response = Picture;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), digest: SAMPLE_DIGEST.to_owned() }]
    }
}

/// A PNG of 16 by 16 pixels.
const SAMPLE: &str =
    "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQAQMAAAAlPW0iAAAAA1BMVEV6H1xRm8MdAAAADElEQVR42mNgIA0AAAAwAAEodEl9AAAAAElFTkSuQmCC";
/// Its digest.
const SAMPLE_DIGEST: &str = "1ee97b65bc7356c0c632d79b9d1896331d6fbc1b235bf1341498933717d827e2";
