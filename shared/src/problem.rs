//! What is wrong with a request, in the shape of RFC 9457 ("problem details") without prose:
//! a stable code, the field, and arguments. Words for people live in the console's locales.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Arguments of a code: numbers, names, permission names. Never a secret.
pub type Args = BTreeMap<String, String>;

/// The answer to a request that was refused or failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Problem {
    /// The HTTP status.
    pub status: u16,
    /// What is wrong.
    pub code: Code,
    /// The request's field that is wrong, as a dotted path, when it is one field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Arguments of `code`.
    #[serde(default, skip_serializing_if = "Args::is_empty")]
    pub args: Args,
    /// Everything that is wrong with the fields, when `code` is [`Code::Invalid`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// The request's id, to find it in the log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

/// One field that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FieldError {
    /// The field, as a dotted path: `contact.email`.
    pub field: String,
    /// What is wrong with it: `required`, `too_long`, `taken`, …
    pub code: String,
    /// Arguments of `code`.
    #[serde(default, skip_serializing_if = "Args::is_empty")]
    pub args: Args,
}

impl FieldError {
    /// An error without arguments.
    pub fn new(field: impl Into<String>, code: &str) -> Self {
        Self { field: field.into(), code: code.to_owned(), args: Args::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $status:literal $text:literal;)+) => {
        /// The kinds of problems, each with its HTTP status.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum Code {
            $($(#[$doc])* #[serde(rename = $text)] $name,)+
        }
        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$(Code::$name),+];
            /// The code's text on the wire and in locale keys.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }
            /// The HTTP status that goes with it.
            pub const fn status(self) -> u16 {
                match self { $(Self::$name => $status),+ }
            }
        }
    };
}

codes! {
    /// The body is not JSON, or the query is not a query.
    Malformed = 400 "malformed";
    /// A field that the endpoint does not declare.
    UndeclaredField = 400 "undeclared-field";
    /// A field given twice.
    DuplicateField = 400 "duplicate-field";
    /// A field that must be there is not.
    MissingField = 400 "missing-field";
    /// A field holds another type than declared.
    WrongType = 400 "wrong-type";
    /// There is no session, or its cookie is not valid (any more).
    SessionRequired = 401 "session-required";
    /// User name and password do not fit, or the account may not sign in.
    SignInRefused = 401 "sign-in-refused";
    /// The set-up token is unknown, used or expired.
    SetupTokenRefused = 401 "setup-token-refused";
    /// The password must be changed before anything else.
    PasswordChangeRequired = 403 "password-change-required";
    /// A code must be given before anything else: signing in takes two steps.
    CodeRequired = 403 "code-required";
    /// Two-step verification must be set up before anything else.
    TwoStepRequired = 403 "two-step-required";
    /// The caller's grants do not allow it. Arguments: `permission`, and `site` when one is meant.
    Forbidden = 403 "forbidden";
    /// It would give somebody what the caller does not hold himself. Arguments: `permission`, `site` or
    /// `group`, `user` or `subject_group`, and `through` what group, as far as the caller may see them.
    ExceedsOwnAuthority = 403 "exceeds-own-authority";
    /// It would weaken or take over somebody whose authority, for as long as it lasts, the caller
    /// does not dominate.
    NotDominated = 403 "not-dominated";
    /// It would make an administrator of somebody whose account the caller may not change.
    /// Arguments: `permission`, and `user` if the caller may see him.
    AccountOutOfReach = 403 "account-out-of-reach";
    /// Nobody may do this to himself.
    OnOneself = 403 "on-oneself";
    /// The permissions of a group are locked: whoever may give in the whole organization changes them.
    /// Arguments: `subject_group` if the caller may see it.
    PermissionsLocked = 403 "permissions-locked";
    /// A disabled group is given nothing, and nothing of it is resumed: it is enabled first.
    GroupDisabled = 409 "group-disabled";
    /// A group would be below itself.
    GroupCycle = 409 "group-cycle";
    /// Groups would be nested deeper than [`crate::authority::DEPTH_MAX`].
    GroupTooDeep = 409 "group-too-deep";
    /// Whoever is to answer for a grant does not hold as much. Arguments: `user`.
    GrantorLacks = 409 "grantor-lacks";
    /// Somebody would answer for a grant from which his own authority comes. Arguments: `user`.
    LineageCycle = 409 "lineage-cycle";
    /// The organization would be left without an owner who can sign in.
    LastOwner = 409 "last-owner";
    /// The request does not come from the console's own origin.
    OriginRefused = 403 "origin-refused";
    /// The operator has suspended the organization.
    OrganizationSuspended = 403 "organization-suspended";
    /// No such organization.
    UnknownOrganization = 404 "unknown-organization";
    /// No such endpoint.
    UnknownRoute = 404 "unknown-route";
    /// No such object, or none that the caller may see.
    NotFound = 404 "not-found";
    /// The path exists, not with this method.
    MethodNotAllowed = 405 "method-not-allowed";
    /// Somebody else has changed the object since it was read.
    ChangedMeanwhile = 412 "changed-meanwhile";
    /// It exists already. `field` says what.
    Taken = 409 "taken";
    /// The object cannot be changed: it is built in.
    BuiltIn = 409 "built-in";
    /// A note is deleted by whoever wrote it, or by an owner.
    NotTheAuthor = 403 "not-the-author";
    /// The person is in a team already, and one is in at most one.
    InATeam = 409 "in-a-team";
    /// There is no way back from it.
    NotUndoable = 409 "not-undoable";
    /// The object is still in use. Arguments: `count`.
    InUse = 409 "in-use";
    /// Roles contain the feature. Arguments: `count`.
    FeatureInUse = 409 "feature-in-use";
    /// The number or device is assigned to somebody else.
    AssignedAlready = 409 "assigned-already";
    /// It cannot go while it is assigned. Arguments: `count` of those who have it.
    StillAssigned = 409 "still-assigned";
    /// All seats of the license are taken. Arguments: `license`, its name, and `quantity`.
    NoSeatLeft = 409 "no-seat-left";
    /// The idempotency key was used for another request.
    IdempotencyKeyReused = 422 "idempotency-key-reused";
    /// The body is larger than accepted. Arguments: `limit` in bytes.
    TooLarge = 413 "too-large";
    /// The body is not declared as `application/json`, or is encoded.
    UnsupportedMediaType = 415 "unsupported-media-type";
    /// Some fields are not valid: see `errors`.
    Invalid = 422 "invalid";
    /// Too many wrong passwords or codes. Arguments: `retry_after` in seconds.
    TooManyAttempts = 429 "too-many-attempts";
    /// A mailed link is unknown, used, revoked or expired.
    LinkRefused = 410 "link-refused";
    /// Nothing is sent to a webhook that is switched off.
    WebhookOff = 409 "webhook-off";
    /// Links were asked for too often. Arguments: `retry_after` in seconds.
    TooManyLinks = 429 "too-many-links";
    /// The console is shown as somebody else has it, only to look. The edge never answers this.
    LookingOnly = 403 "looking-only";
    /// Setting up two-step verification was not begun, or too long ago: it begins anew.
    TwoStepNotBegun = 409 "two-step-not-begun";
    /// Two-step verification is required of the caller, and so not removed.
    TwoStepKept = 409 "two-step-kept";
    /// Our fault; details are in the log under the request id.
    Internal = 500 "internal";
    /// The service cannot answer now. The console also uses it when the network fails.
    Unavailable = 503 "unavailable";
}

impl Code {
    /// Whether it is a refusal for want of authority, which the audit trail records.
    pub const fn is_of_authority(self) -> bool {
        matches!(
            self,
            Self::Forbidden
                | Self::ExceedsOwnAuthority
                | Self::NotDominated
                | Self::NotTheAuthor
                | Self::AccountOutOfReach
                | Self::OnOneself
                | Self::LastOwner
                | Self::GrantorLacks
                | Self::LineageCycle
                | Self::PermissionsLocked
        )
    }
}

impl Problem {
    /// A problem with its code's status.
    pub fn new(code: Code) -> Self {
        Self { status: code.status(), code, field: None, args: Args::new(), errors: Vec::new(), request_id: None }
    }

    /// Fields that are not valid.
    pub fn invalid(errors: Vec<FieldError>) -> Self {
        Self { errors, ..Self::new(Code::Invalid) }
    }

    /// Names the field.
    #[must_use]
    pub fn at(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

impl From<Code> for Problem {
    fn from(code: Code) -> Self {
        Self::new(code)
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.status, self.code.as_str())
    }
}
impl std::error::Error for Problem {}
