//! Invitations: people who are asked by mail to become users. The link in the mail works once and
//! expires; whoever sends it never learns its secret (CRES-10).

use crate::{
    administrators::Named,
    groups::NamedGroup,
    ids::{InvitationId, SiteId},
    time::Timestamp,
    validation::{Check, LINE_MAX, Validate},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod api;

/// The most open invitations that are listed.
pub const LISTED: u32 = 200;

/// An open invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Invitation {
    /// The invitation.
    pub id: InvitationId,
    /// To which address it went.
    pub email: String,
    /// Where the new user will belong, if anywhere.
    pub site: Option<SiteId>,
    /// The group that the new user will join, if any.
    pub group: Option<NamedGroup>,
    /// Who has sent it last, if the caller may see him.
    pub invited_by: Option<Named>,
    /// When it was sent last.
    pub sent_at: Timestamp,
    /// When its link stops working.
    pub expires_at: Timestamp,
}

/// What somebody who holds an invitation's link is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Welcome {
    /// To which address the invitation went.
    pub email: String,
    /// Whether there is an account with this address already: whoever reads its mail may know.
    pub is_user: bool,
}

/// Who somebody new says that he is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPerson {
    /// What he will sign in with, besides his address.
    pub user_name: String,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
}

impl Validate for NewPerson {
    fn check(&self, check: &mut Check) {
        check.user_name("user_name", &self.user_name);
        check.required("given_name", &self.given_name, LINE_MAX);
        check.required("family_name", &self.family_name, LINE_MAX);
    }
}
