//! Endpoints of directories: the console's, and those to which the connector reports.

use super::{Connector, Counts, Directory, DirectoryDetails, Hidden, Onboarding, REASON_MAX, REPORT_MAX, Run, Step};
use crate::{
    Endpoint, Method, Needs,
    authority::{
        Permissions, Scope,
        permission::{
            CREDENTIALS_CREATE, CREDENTIALS_VIEW, GROUPS_UPDATE, GROUPS_VIEW, USERS_CREATE, USERS_UPDATE, USERS_VIEW,
        },
    },
    ids::{CredentialId, GroupId, RunId, Slug},
    organizations::api::sample_slug,
    page::{Cursor, Page},
    time::Timestamp,
    validation::{Check, Validate, printable},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A directory with its token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Made {
    /// The directory.
    pub directory: Directory,
    /// The token, for the connector. Shown this once (RSC-40).
    pub token: Option<String>,
}

/// Lists the directories, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for List {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/directories";
    const NEEDS: Needs = Needs::Permission(CREDENTIALS_VIEW);
    type Response = Vec<Directory>;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Shows a directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The organization.
    pub org: Slug,
    /// The directory, by its credential.
    pub directory: CredentialId,
}

impl Endpoint for View {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/directories/{directory}";
    const NEEDS: Needs = Needs::Permission(CREDENTIALS_VIEW);
    type Response = Directory;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), directory: sample_id() }]
    }
}

/// What a directory's credential may do: what SCIM needs to keep users and members up to date, and
/// nothing else.
pub fn permissions() -> Permissions {
    [USERS_VIEW, USERS_CREATE, USERS_UPDATE, GROUPS_VIEW, GROUPS_UPDATE].into()
}

/// Adds a directory with a credential that reaches users and groups, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The organization.
    pub org: Slug,
    /// What it is like.
    pub details: DirectoryDetails,
    /// The default password, where [`Onboarding::DefaultPassword`] says so and the password policy allows it.
    #[serde(default)]
    pub default_password: Option<String>,
    /// Where it may add and change users.
    pub scope: Scope,
    /// When its token stops working; never if absent.
    pub expires_at: Option<Timestamp>,
}

impl Endpoint for Create {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/directories";
    const NEEDS: Needs = Needs::Permission(CREDENTIALS_CREATE);
    type Response = Made;
    const SHOWN_ONCE: &'static [&'static str] = &["token"];
    fn samples() -> Vec<Self> {
        let full = Self {
            org: sample_slug(),
            details: sample_details(Onboarding::DefaultPassword),
            default_password: Some("nine herons above the lock".into()),
            scope: Scope::Groups { groups: [GroupId::from_u128(9)].into() },
            expires_at: Some(Timestamp(1_900_000_000_000)),
        };
        let inviting = Self {
            details: sample_details(Onboarding::Invitation),
            default_password: None,
            scope: Scope::Organization,
            ..full.clone()
        };
        vec![full, inviting]
    }
}

impl Validate for Create {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
        check.time("expires_at", self.expires_at);
        if self.scope.is_nowhere() {
            check.error("scope", "scope_required");
        }
        if self.details.onboarding == Onboarding::DefaultPassword && self.default_password.is_none() {
            check.error("default_password", "required");
        }
    }
}

/// Changes a directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// The organization.
    pub org: Slug,
    /// The directory.
    pub directory: CredentialId,
    /// The version that was read.
    pub version: u32,
    /// What it is to be like.
    pub details: DirectoryDetails,
    /// Another default password; the one that there is, if absent.
    #[serde(default)]
    pub default_password: Option<String>,
}

impl Endpoint for Update {
    const METHOD: Method = Method::Put;
    const PATH: &'static str = "/api/v1/orgs/{org}/directories/{directory}";
    const NEEDS: Needs = Needs::Permission(CREDENTIALS_CREATE);
    type Response = Directory;
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            directory: sample_id(),
            version: 1,
            details: sample_details(Onboarding::Invitation),
            default_password: None,
        }]
    }
}

impl Validate for Update {
    fn check(&self, check: &mut Check) {
        check.part("details", &self.details);
    }
}

/// Lists a directory's runs, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Runs {
    /// The organization.
    pub org: Slug,
    /// The directory.
    pub directory: CredentialId,
    /// The page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// How many at most, up to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

impl Endpoint for Runs {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/directories/{directory}/runs";
    const NEEDS: Needs = Needs::Permission(CREDENTIALS_VIEW);
    type Response = Page<Run>;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), directory: sample_id(), cursor: None, limit: Some(25) }]
    }
}

/// Shows a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ViewRun {
    /// The organization.
    pub org: Slug,
    /// The directory.
    pub directory: CredentialId,
    /// The run.
    pub run: RunId,
}

impl Endpoint for ViewRun {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/directories/{directory}/runs/{run}";
    const NEEDS: Needs = Needs::Permission(CREDENTIALS_VIEW);
    type Response = Run;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), directory: sample_id(), run: sample_run() }]
    }
}

/// Lists what a run does or did, in the connector's order, to whoever may see users wherever the
/// directory reaches: some of those whom it is about are not users yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Steps {
    /// The organization.
    pub org: Slug,
    /// The directory.
    pub directory: CredentialId,
    /// The run.
    pub run: RunId,
    /// Only those that failed.
    #[serde(default)]
    pub failed: bool,
    /// The page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// How many at most, up to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

impl Endpoint for Steps {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/directories/{directory}/runs/{run}/steps";
    const NEEDS: Needs = Needs::Permission(CREDENTIALS_VIEW);
    type Response = Page<Step>;
    fn samples() -> Vec<Self> {
        vec![Self {
            org: sample_slug(),
            directory: sample_id(),
            run: sample_run(),
            failed: true,
            cursor: None,
            limit: Some(25),
        }]
    }
}

/// Lets a run that waits happen, as it was planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirm {
    /// The organization.
    pub org: Slug,
    /// The directory.
    pub directory: CredentialId,
    /// The run.
    pub run: RunId,
}

impl Endpoint for Confirm {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/directories/{directory}/runs/{run}/confirm";
    const NEEDS: Needs = Needs::Permission(CREDENTIALS_CREATE);
    type Response = Run;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), directory: sample_id(), run: sample_run() }]
    }
}

/// Refuses a run that waits, or takes an agreement back as long as the connector has not come. The
/// connector asks anew when its plan is another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decline {
    /// The organization.
    pub org: Slug,
    /// The directory.
    pub directory: CredentialId,
    /// The run.
    pub run: RunId,
}

impl Endpoint for Decline {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/directories/{directory}/runs/{run}/decline";
    const NEEDS: Needs = Needs::Permission(CREDENTIALS_CREATE);
    type Response = Run;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug(), directory: sample_id(), run: sample_run() }]
    }
}

/// Shows a connector the directory whose token it has. Only such a token may ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Own {
    /// The organization.
    pub org: Slug,
}

impl Endpoint for Own {
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/api/v1/orgs/{org}/directory";
    const NEEDS: Needs = Needs::Service(USERS_VIEW);
    type Response = Directory;
    fn samples() -> Vec<Self> {
        vec![Self { org: sample_slug() }]
    }
}

/// Announces a run that has something to change: it is to go on if the answer's state is
/// `running`, to wait if it is `waiting`, and to end if it is `declined`. A run that waits, is
/// confirmed, declined or under way is the same as long as digest and counts are the same, but for
/// how many were read; any other takes its place. After 24 hours, one that is confirmed or under way
/// is judged anew as well.
///
/// When not everything could be read, there are two runs: one about whoever was read, and one, with
/// `unread`, about whom to disable because he was not. Then neither takes the other's place; a run of a
/// complete reading takes both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Begin {
    /// The organization.
    pub org: Slug,
    /// The connector.
    pub connector: Connector,
    /// What is to happen.
    pub counts: Counts,
    /// What could not be read, if something could not.
    #[serde(default)]
    pub hidden: Option<Hidden>,
    /// Whether this is about whoever was not read, and nobody else.
    #[serde(default)]
    pub unread: bool,
    /// SHA-256 of the whole plan, in hexadecimal digits: an administrator agrees to this plan and
    /// to no other.
    pub digest: String,
}

impl Endpoint for Begin {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/directory/runs";
    const NEEDS: Needs = Needs::Service(USERS_VIEW);
    type Response = Run;
    fn samples() -> Vec<Self> {
        let mappings = vec![super::Mapping {
            source: "CN=Support,OU=Teams,DC=noordzee,DC=example".into(),
            group: GroupId::from_u128(3),
        }];
        vec![Self {
            org: sample_slug(),
            connector: Connector {
                version: "0.1.0".into(),
                host: "sync-1".into(),
                server: "ldaps://dc1.noordzee.example".into(),
                mappings,
            },
            counts: Counts { read: 120, added: 2, ..Counts::default() },
            hidden: None,
            unread: false,
            digest: "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c".into(),
        }]
    }
}

impl Validate for Begin {
    fn check(&self, check: &mut Check) {
        check.part("connector", &self.connector);
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        if self.digest.len() != 64 || !digits(&self.digest) {
            check.error("digest", "invalid");
        }
        self.hidden.iter().for_each(|hidden| check.part("hidden", hidden));
        if self.unread && self.hidden.is_none() {
            check.error("hidden", "required");
        }
    }
}

/// Reports steps of a run that waits (planned) or is under way (done or failed), at most
/// [`REPORT_MAX`] at a time. A step replaces an earlier one of the same user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// The organization.
    pub org: Slug,
    /// The run.
    pub run: RunId,
    /// What is known of its steps.
    pub steps: Vec<Step>,
    /// What has happened, when the run is at its end.
    pub finished: Option<Counts>,
}

impl Endpoint for Report {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/directory/runs/{run}/report";
    const NEEDS: Needs = Needs::Service(USERS_VIEW);
    type Response = Run;
    fn samples() -> Vec<Self> {
        let step = Step {
            external_id: "0e2f6a4c-77aa-4d1b-9f0e-3a4f5c6d7e8f".into(),
            name: "Anna Peeters".into(),
            email: "anna.peeters@noordzee.example".into(),
            deed: super::Deed::Add,
            outcome: Some(String::new()),
        };
        let finished = Some(Counts { read: 120, added: 1, ..Counts::default() });
        vec![Self { org: sample_slug(), run: sample_run(), steps: vec![step], finished }]
    }
}

impl Validate for Report {
    fn check(&self, check: &mut Check) {
        if self.steps.len() > REPORT_MAX {
            check.too_many("steps", REPORT_MAX);
        }
        self.steps.iter().for_each(|step| check.part("steps", step));
    }
}

/// Says that the directory could not be read, or that a run was given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fail {
    /// The organization.
    pub org: Slug,
    /// The connector.
    pub connector: Connector,
    /// The run, if it had begun.
    pub run: Option<RunId>,
    /// Why, for people to read. The beginning is kept, without what cannot be printed.
    pub reason: String,
}

impl Endpoint for Fail {
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/api/v1/orgs/{org}/directory/failures";
    const NEEDS: Needs = Needs::Service(USERS_VIEW);
    type Response = Run;
    fn samples() -> Vec<Self> {
        let Begin { connector, .. } = Begin::samples().remove(0);
        vec![Self { org: sample_slug(), connector, run: None, reason: "cannot reach ldaps://dc1".into() }]
    }
}

impl Validate for Fail {
    fn check(&self, check: &mut Check) {
        check.part("connector", &self.connector);
        check.required("reason", &printable(&self.reason, REASON_MAX), REASON_MAX);
    }
}

fn sample_id() -> CredentialId {
    CredentialId::from_u128(0xd0)
}

fn sample_run() -> RunId {
    RunId::from_u128(0xd1)
}

fn sample_details(onboarding: Onboarding) -> DirectoryDetails {
    DirectoryDetails { name: "Head office".into(), onboarding, teams_with_permissions: false }
}
