//! The caller's own session: signing in and out, and changing one's password.

use crate::{
    administrators::Named,
    authority::Access,
    features::Feature,
    organizations::{Language, PublicOrganization},
    password::{Factors, Policy},
    time::Timestamp,
    two_step::SecondStep,
    users::Person,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub mod api;

/// Who one is, and what one may do: all that the console needs to draw itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Session {
    /// The organization.
    pub organization: PublicOrganization,
    /// The caller. The record's version goes with an update of one's own profile.
    pub person: Person,
    /// Counts changes of the caller's record.
    pub version: u32,
    /// The language that the caller chose, if any.
    pub language: Option<Language>,
    /// What the organization calls things: by word and language, such as `sites.fr`.
    #[serde(default)]
    pub words: BTreeMap<String, String>,
    /// The time zone that the caller chose, if any.
    #[serde(default)]
    pub time_zone: Option<String>,
    /// Whether the caller gets notices by mail, too.
    #[serde(default)]
    pub notices_by_mail: bool,
    /// What the caller may do. Empty until a temporary password is changed and nothing of the second
    /// step is outstanding.
    pub access: Access,
    /// The features of the organization's own product that the caller may use somewhere.
    #[serde(default)]
    pub features: Vec<Feature>,
    /// The owners: people to ask for what one may not do.
    pub owners: Vec<Named>,
    /// Whether the password is a temporary one, or too short, and must be changed before anything else.
    pub password_change_required: bool,
    /// Whether it is too short, because two steps are no longer required of the caller.
    #[serde(default)]
    pub password_too_short: bool,
    /// What is outstanding of two-step verification. A code comes before a change of the password,
    /// and this before setting up.
    #[serde(default)]
    pub second_step: SecondStep,
    /// What is asked of passwords.
    pub password_policy: Policy,
    /// Whether two-step verification is required of the caller: see [`Session::factors`].
    #[serde(default)]
    pub two_steps_required: bool,
    /// Whether this is the operator's organization, which looks after all accounts.
    #[serde(default)]
    pub operates: bool,
    /// Whether mails can be sent here.
    #[serde(default)]
    pub mails: bool,
    /// How many notices the caller has not read, up to [`crate::notices::UNREAD_MAX`].
    #[serde(default)]
    pub unread_notices: u32,
    /// When the session ends, however much it is used.
    pub expires_at: Timestamp,
}

impl Session {
    /// With how many factors the caller must sign in: it says how long his own password must be.
    pub const fn factors(&self) -> Factors {
        Factors::of(self.two_steps_required)
    }
}
