//! Directories: sources from which the connector keeps users up to date over SCIM, and what it
//! tells of its work.
//!
//! A directory is a service credential that reaches users and groups, with what is to happen to
//! whom it adds. Only name, e-mail address, status and team flow from it (RSC-44), nothing is ever
//! deleted (RSC-45), and whom an administrator has moved is not moved back (RSC-46).

use crate::{
    credentials::Credential,
    ids::{GroupId, RunId},
    time::{Span, Timestamp},
    validation::{Check, LINE_MAX, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub mod api;

/// The most steps of a run that are kept.
pub const STEPS_MAX: u32 = 20_000;
/// The most steps of one report.
pub const REPORT_MAX: usize = 500;
/// The most mappings of a connector.
pub const MAPPINGS_MAX: usize = 500;
/// The most characters by which a directory names somebody.
pub const EXTERNAL_ID_MAX: usize = 255;
/// The most characters of a directory's distinguished name.
pub const SOURCE_MAX: usize = 1_000;
/// The most characters of why something failed.
pub const REASON_MAX: usize = 500;
/// The most entries that could not be read of which a run tells the names.
pub const HIDDEN_NAMED_MAX: usize = 5;
/// What is disabled in this time counts towards the tenth of which an administrator is asked.
pub const BRAKE_WINDOW: Span = Span::hours(24);
/// So long a run may be begun or taken up again without another judgement: from when an administrator
/// agreed to it, or from when it began if nobody had to.
pub const AGREED_FOR: Span = Span::hours(24);

/// How somebody whom a directory adds gets in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Onboarding {
    /// By a link, mailed at once, with which he chooses a password.
    #[default]
    Invitation,
    /// By the directory's default password, which must be changed at the first sign-in (RSC-41), as long
    /// as the password policy lets administrators type passwords and forces that change; otherwise as
    /// [`Onboarding::Later`].
    DefaultPassword,
    /// By what an administrator hands out later, or by single sign-on.
    Later,
}

impl Onboarding {
    /// All of them, the one to prefer first.
    pub const ALL: [Self; 3] = [Self::Invitation, Self::DefaultPassword, Self::Later];

    /// The name on the wire and in words.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::DefaultPassword => "default_password",
            Self::Later => "later",
        }
    }
}

/// What a directory is like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DirectoryDetails {
    /// What it is called; the credential's name.
    pub name: String,
    /// How somebody whom it adds gets in.
    pub onboarding: Onboarding,
    /// Whether it also fills teams that carry permissions, and keeps whoever has some up to date: then it
    /// does over SCIM, where it reaches, what its maker may do there. Without it, it has to do with
    /// nobody's authority.
    #[serde(default)]
    pub teams_with_permissions: bool,
}

impl Validate for DirectoryDetails {
    fn check(&self, check: &mut Check) {
        check.required("name", &self.name, LINE_MAX);
    }
}

/// A directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Directory {
    /// Its credential, by whose id it is known: token, reach, last contact.
    pub credential: Credential,
    /// Counts changes.
    pub version: u32,
    /// What it is like.
    pub details: DirectoryDetails,
    /// The connector that spoke for it last, if one has.
    pub connector: Option<Connector>,
    /// The latest run.
    pub last_run: Option<Run>,
    /// How many active users it looks after.
    pub active_users: u32,
    /// The groups that are mapped, by name, as far as the caller may see them.
    #[serde(default)]
    pub groups: BTreeMap<GroupId, String>,
}

/// A connector, as it describes itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Connector {
    /// Its version.
    pub version: String,
    /// The computer that it runs on.
    pub host: String,
    /// The server that it reads, as a URL without credentials, such as `ldaps://dc1.example`.
    pub server: String,
    /// Which groups of the directory become which teams.
    pub mappings: Vec<Mapping>,
}

impl Validate for Connector {
    fn check(&self, check: &mut Check) {
        check.required("version", &self.version, LINE_MAX);
        check.required("host", &self.host, LINE_MAX);
        check.required("server", &self.server, LINE_MAX);
        // No address of a server needs an `@` but for a user name.
        if self.server.contains('@') {
            check.error("server", "address_with_credentials");
        }
        if self.mappings.len() > MAPPINGS_MAX {
            check.too_many("mappings", MAPPINGS_MAX);
        }
        self.mappings.iter().for_each(|mapping| check.required("mappings.source", &mapping.source, SOURCE_MAX));
    }
}

/// Whoever is in a group of the directory belongs to a group here (RSC-43).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The directory's group, by its distinguished name.
    pub source: String,
    /// The group here.
    pub group: GroupId,
}

/// How many users a run is about, by what is to happen to them or has happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Read from the directory.
    pub read: u32,
    /// Added, or adopted.
    pub added: u32,
    /// Changed in name, e-mail address or team.
    pub updated: u32,
    /// Enabled again.
    pub enabled: u32,
    /// Disabled.
    pub disabled: u32,
    /// Refused, or not possible.
    pub failed: u32,
}

impl Counts {
    /// How many are to change.
    pub const fn changes(&self) -> u32 {
        self.added + self.updated + self.enabled + self.disabled
    }
}

/// Why a run waits for an administrator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Brake {
    /// Nobody was read, though the directory looks after somebody.
    Empty,
    /// More than a tenth of those whom it looks after would be disabled, with whom it has disabled in the
    /// last [`BRAKE_WINDOW`] without asking.
    TooMany,
    /// Somebody would be disabled merely because he was not read, and not everything could be read.
    Incomplete,
}

impl Brake {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Empty, Self::TooMany, Self::Incomplete];

    /// The name on the wire and in words.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooMany => "too_many",
            Self::Incomplete => "incomplete",
        }
    }
}

/// Whether a run must wait for an administrator: `active` is how many active users the directory
/// looks after, `lately` how many it has disabled in the last [`BRAKE_WINDOW`] without asking, and `unread`
/// says that the run is about whoever was not read in an incomplete reading.
pub fn brake(counts: &Counts, active: u32, lately: u32, unread: bool) -> Option<Brake> {
    let (disabled, before) = (u64::from(counts.disabled) + u64::from(lately), u64::from(active) + u64::from(lately));
    match () {
        () if counts.disabled == 0 => None,
        () if counts.read == 0 => Some(Brake::Empty),
        () if unread => Some(Brake::Incomplete),
        () => (disabled * 10 > before).then_some(Brake::TooMany),
    }
}

/// Entries of a directory that could not be read: whoever was not read may be behind one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hidden {
    /// How many.
    pub count: u32,
    /// The first of them, at most [`HIDDEN_NAMED_MAX`]: a distinguished name, or the address to which the
    /// server refers. Of each the beginning is kept, without what cannot be printed.
    pub named: Vec<String>,
}

impl Validate for Hidden {
    fn check(&self, check: &mut Check) {
        if self.named.len() > HIDDEN_NAMED_MAX {
            check.too_many("named", HIDDEN_NAMED_MAX);
        }
    }
}

/// What has become of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RunState {
    /// It waits for an administrator.
    Waiting,
    /// An administrator has agreed; the connector does it when it next comes, within [`AGREED_FOR`].
    Confirmed,
    /// An administrator has refused.
    Declined,
    /// Another run has taken its place.
    Superseded,
    /// It is under way.
    Running,
    /// It is done; some users may have failed.
    Done,
    /// It could not begin or was given up: the directory could not be read, say.
    Failed,
}

impl RunState {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Waiting, Self::Confirmed, Self::Declined, Self::Superseded, Self::Running, Self::Done, Self::Failed];

    /// The name on the wire and in words.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Confirmed => "confirmed",
            Self::Declined => "declined",
            Self::Superseded => "superseded",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }
}

/// One reading of a directory that found something to change, or that failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Run {
    /// The run.
    pub id: RunId,
    /// What has become of it.
    pub state: RunState,
    /// Why it waits or waited.
    pub brake: Option<Brake>,
    /// What could not be read, if something could not.
    #[serde(default)]
    pub hidden: Option<Hidden>,
    /// What was to happen when it began; what has happened once it is done.
    pub counts: Counts,
    /// Why it failed, in the connector's words.
    pub failure: Option<String>,
    /// When it began.
    pub began_at: Timestamp,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// By whom it was confirmed or declined, as far as the caller may see him.
    pub decided_by: Option<crate::administrators::Named>,
}

/// What happens to one user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// He is added.
    Add,
    /// He was here already: the directory looks after him from now on, and nothing of him is changed.
    Adopt,
    /// His name, e-mail address or team is changed.
    Update,
    /// He is enabled again.
    Enable,
    /// He is disabled.
    Disable,
}

impl Deed {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Add, Self::Adopt, Self::Update, Self::Enable, Self::Disable];

    /// The name on the wire and in words.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Adopt => "adopt",
            Self::Update => "update",
            Self::Enable => "enable",
            Self::Disable => "disable",
        }
    }
}

/// One user's part of a run. Of name, address and outcome, which are the directory's and may be
/// anything, the edge keeps the beginning without what cannot be printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// How the directory names him: the id that never changes, such as the `objectGUID`.
    pub external_id: String,
    /// His full name.
    pub name: String,
    /// His e-mail address.
    pub email: String,
    /// What happens to him.
    pub deed: Deed,
    /// What became of it: nothing while it is only planned, an empty text when it was done, and
    /// otherwise why not, in the edge's words.
    pub outcome: Option<String>,
}

impl Validate for Step {
    fn check(&self, check: &mut Check) {
        check.required("external_id", &self.external_id, EXTERNAL_ID_MAX);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_a_tenth_or_an_empty_reading_asks_first() {
        let run = |read, disabled| Counts { read, disabled, ..Counts::default() };
        assert_eq!(brake(&run(90, 10), 100, 0, false), None);
        assert_eq!(brake(&run(89, 11), 100, 0, false), Some(Brake::TooMany));
        assert_eq!(brake(&run(0, 1), 1, 0, false), Some(Brake::Empty));
        assert_eq!(brake(&run(0, 0), 0, 0, true), None);
        assert_eq!(brake(&run(0, u32::MAX), u32::MAX, u32::MAX, false), Some(Brake::Empty));
    }

    #[test]
    fn many_small_runs_are_one_large_one() {
        let run = |disabled| Counts { read: 90, disabled, ..Counts::default() };
        assert_eq!(brake(&run(1), 91, 9, false), None);
        assert_eq!(brake(&run(2), 91, 9, false), Some(Brake::TooMany));
        assert_eq!(brake(&run(0), 90, 90, false), None, "who disables nobody asks nobody");
    }

    #[test]
    fn who_was_merely_not_read_is_asked_about_however_few_he_is() {
        let run = |read, disabled| Counts { read, disabled, ..Counts::default() };
        assert_eq!(brake(&run(999, 1), 1_000, 0, true), Some(Brake::Incomplete));
        assert_eq!(brake(&run(0, 1), 1_000, 0, true), Some(Brake::Empty));
    }
}
