//! Endpoints of reminders.

use crate::{
    Endpoint, Method, Needs,
    organizations::Language,
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Has the organizations mailed to an address in which it has an enabled account. The answer is
/// the same whether there are any or not (ASVS 6.3.8), and where there are none, nothing is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The address.
    pub email: String,
    /// In which language the mail is written.
    pub language: Language,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/reminders";
    const NEEDS: Needs = Needs::Nothing;
    type Response = ();
    fn samples() -> Vec<Self> {
        vec![Self { email: "jfennell@carrier.example".into(), language: Language::Dutch }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.email("email", &self.email);
    }
}
