//! Endpoints of accounts. In the operator's organization they are about all accounts of the
//! deployment, in every other one about its own.

use super::{Account, AccountNumber};
use crate::{
    Endpoint, Method, Needs,
    authority::permission::{ACCOUNTS_CREATE, ACCOUNTS_UPDATE, ACCOUNTS_VIEW, ORGANIZATION_VIEW},
    ids::Slug,
    organizations::{Language, NewOrganization, api::sample_slug},
    page::{Cursor, Page},
    users::Person,
    validation::{Check, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lists the accounts that the caller looks after, by number: all in the operator's
/// organization, its own in any other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
    /// Words to find in number, slug or name.
    pub q: Option<String>,
    /// Where the page begins; the first page if absent.
    pub cursor: Option<Cursor>,
    /// Items of a page, 1 to [`crate::page::LIMIT_MAX`].
    pub limit: Option<u32>,
}

impl List {
    /// The first page of all.
    pub fn first(org: Slug) -> Self {
        Self { org, q: None, cursor: None, limit: None }
    }
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/accounts";
    const NEEDS: Needs = Needs::Either([ORGANIZATION_VIEW, ACCOUNTS_VIEW]);
    type Response = Page<Account>;
    fn samples() -> Vec<Self> {
        let everything = Self {
            q: Some("noord & ü".into()),
            cursor: Some(Cursor("eyJrIjoiYSJ9".into())),
            limit: Some(50),
            ..Self::first(sample_slug())
        };
        vec![everything, Self::first(sample_slug())]
    }
}

/// Shows an account that the caller looks after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
    /// The account.
    pub number: AccountNumber,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/accounts/{number}";
    const NEEDS: Needs = Needs::Either([ORGANIZATION_VIEW, ACCOUNTS_VIEW]);
    type Response = Account;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), number: AccountNumber(1001) }]
    }
}

/// An account that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Created {
    /// The account.
    pub account: Account,
    /// The owner's temporary password. Shown this once.
    pub temporary_password: Option<String>,
}

/// Makes an organization with its first owner, who gets a temporary password. Only in the
/// operator's organization. Sent again after it was cut short, it completes what was begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The operator's organization.
    pub org: Slug,
    /// The organization to make.
    pub organization: NewOrganization,
    /// Its first owner.
    pub owner: Person,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/accounts";
    const NEEDS: Needs = Needs::Permission(ACCOUNTS_CREATE);
    type Response = Created;
    const SHOWN_ONCE: &'static [&'static str] = &["temporary_password"];
    fn samples() -> Vec<Self> {
        let slug = "noordzee".parse().unwrap_or_else(|_| unreachable!("a valid slug"));
        let owner = Person {
            user_name: "jfennell".into(),
            email: "jim@noordzee.example".into(),
            given_name: "Jim".into(),
            family_name: "Fennell".into(),
            ..Person::default()
        };
        let organization = NewOrganization { slug, name: "Noordzee".into(), language: Language::Dutch };
        vec![Self { org: sample_slug(), organization, owner }]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.part("organization", &self.organization);
        check.part("owner", &self.owner);
    }
}

/// Suspends an account: its sessions end, and sign-ins and tokens are refused from then on.
/// Nothing is lost. Only in the operator's organization, and not for that one itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Suspend {
    /// The operator's organization.
    pub org: Slug,
    /// The account.
    pub number: AccountNumber,
}

impl Endpoint for Suspend {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/accounts/{number}/suspend";
    const NEEDS: Needs = Needs::Permission(ACCOUNTS_UPDATE);
    type Response = Account;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), number: AccountNumber(1001) }]
    }
}

/// Ends a suspension: people sign in again, and tokens work again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Resume {
    /// The operator's organization.
    pub org: Slug,
    /// The account.
    pub number: AccountNumber,
}

impl Endpoint for Resume {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/accounts/{number}/resume";
    const NEEDS: Needs = Needs::Permission(ACCOUNTS_UPDATE);
    type Response = Account;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), number: AccountNumber(1001) }]
    }
}
