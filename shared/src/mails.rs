//! Mails: what the organization sends to people's e-mail addresses. A mail waits in the outbox
//! from the change that causes it until it is delivered or given up.

use crate::{ids::MailId, time::Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// What a mail is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MailKind {
    /// Greets somebody new, with the first temporary password.
    Welcome,
    /// Brings a new temporary password.
    TemporaryPassword,
    /// Says that the password was changed.
    PasswordChanged,
    /// Says that two-step verification was set up, or its app replaced.
    TwoStepSetUp,
    /// Says that two-step verification was removed.
    TwoStepRemoved,
    /// Says that user name or e-mail address were changed.
    LoginChanged,
    /// Brings a notice.
    Notice,
    /// Says that a grant ends soon.
    GrantExpires,
    /// Brings a link to choose a new password.
    Recovery,
    /// Brings the link of an invitation.
    Invitation,
    /// Tells somebody who was invited that he has an account already.
    InvitationToUser,
    /// Lists the organizations that know an address.
    Reminder,
    /// Brings somebody new a link to choose a first password.
    Onboarding,
}

impl MailKind {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::Welcome,
        Self::TemporaryPassword,
        Self::PasswordChanged,
        Self::TwoStepSetUp,
        Self::TwoStepRemoved,
        Self::LoginChanged,
        Self::Notice,
        Self::GrantExpires,
        Self::Recovery,
        Self::Invitation,
        Self::InvitationToUser,
        Self::Reminder,
        Self::Onboarding,
    ];

    /// The kind's text on the wire and in locale keys.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::TemporaryPassword => "temporary_password",
            Self::PasswordChanged => "password_changed",
            Self::TwoStepSetUp => "two_step_set_up",
            Self::TwoStepRemoved => "two_step_removed",
            Self::LoginChanged => "login_changed",
            Self::Notice => "notice",
            Self::GrantExpires => "grant_expires",
            Self::Recovery => "recovery",
            Self::Invitation => "invitation",
            Self::InvitationToUser => "invitation_to_user",
            Self::Reminder => "reminder",
            Self::Onboarding => "onboarding",
        }
    }
}

/// What became of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MailStatus {
    /// It is on its way.
    Waiting,
    /// The mail service took it.
    Delivered,
    /// It was given up.
    Failed,
}

impl MailStatus {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Delivered, Self::Failed];

    /// The status's text on the wire and in locale keys.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Delivered => "delivered",
            Self::Failed => "failed",
        }
    }
}

/// A mail in a list. What it said is not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MailSummary {
    /// The mail.
    pub id: MailId,
    /// What it is for.
    pub kind: MailKind,
    /// What became of it.
    pub status: MailStatus,
    /// How often it was tried to be delivered.
    pub attempts: u32,
    /// When it was put into the outbox.
    pub created_at: Timestamp,
    /// When it was delivered or given up.
    pub finished_at: Option<Timestamp>,
}
