//! What an API endpoint is: a request type that says where it goes, what it answers and
//! what one needs to call it. Paths exist nowhere else.

use serde::{Serialize, de::DeserializeOwned};

/// HTTP methods in use. `Get` changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates, or acts.
    Post,
    /// Replaces.
    Put,
    /// Ends or removes.
    Delete,
}

impl Method {
    /// The method's name in HTTP (RFC 9110).
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }

    /// Whether the method only reads (RFC 9110, 9.2.1), so that its fields travel in the query.
    pub const fn is_safe(self) -> bool {
        matches!(self, Self::Get)
    }

    /// Whether the fields that are not in the path travel in a JSON body.
    pub const fn has_body(self) -> bool {
        matches!(self, Self::Post | Self::Put)
    }
}

/// What a caller must bring before a handler runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing: anybody may call.
    Nothing,
    /// A session, even one that must give a code or change its password first.
    AnySession,
    /// A session to which nothing is lacking of signing in: the code was given, where one is asked
    /// for. It may have to change its password first.
    SignedIn,
    /// A session with a permanent password, besides. It may have to set up two-step verification first.
    PermanentPassword,
    /// A session that has nothing to do first.
    Session,
    /// A session whose grants allow this permission on the request's target.
    Permission(crate::authority::Permission),
    /// A session whose grants allow either of these on the request's target.
    Either([crate::authority::Permission; 2]),
    /// A service credential, or a session whose grants allow this permission anywhere; what it
    /// then answers about is limited to where they do.
    Service(crate::authority::Permission),
}

impl Needs {
    /// The permissions any of which will do; none where no permission is needed.
    pub const fn permissions(&self) -> &[crate::authority::Permission] {
        match self {
            Self::Nothing | Self::AnySession | Self::SignedIn | Self::PermanentPassword | Self::Session => &[],
            Self::Permission(one) | Self::Service(one) => std::slice::from_ref(one),
            Self::Either(both) => both,
        }
    }
}

/// A request of the API. The struct's fields named in `PATH`'s `{slots}` travel in the path,
/// the others in the query ([`Method::is_safe`]) or in a JSON body.
///
/// Request types derive `Deserialize` with `deny_unknown_fields`: what an endpoint does not
/// declare is refused, not ignored.
pub trait Endpoint: Serialize + DeserializeOwned + 'static {
    /// How the request is sent.
    const METHOD: Method;
    /// Where it is sent, with `{slots}`.
    const PATH: &'static str;
    /// What the caller must bring.
    const NEEDS: Needs;
    /// What is answered.
    type Response: Serialize + DeserializeOwned + 'static;
    /// Fields of the answer that are shown this once and kept nowhere, so that a repeated
    /// request with the same idempotency key gets them as `null`.
    const SHOWN_ONCE: &'static [&'static str] = &[];
    /// Whether the answer is a [`crate::images::Picture`], which goes to browsers as itself and may
    /// be kept by them for ever.
    const IS_PICTURE: bool = false;
    /// Complete requests, at least one with every field filled: for documents and tests.
    fn samples() -> Vec<Self>;
}

/// Calls the macro with every endpoint of the API. The edge mounts, the tests check and the
/// documents describe this same list.
#[macro_export]
macro_rules! for_each_endpoint {
    ($macro:ident) => {
        $macro! {
            setup::api::Create,
            organizations::api::View, organizations::api::ViewSettings, organizations::api::UpdateSettings,
            session::api::Create, session::api::View, session::api::Delete, session::api::ChangePassword,
            sessions::api::List, sessions::api::Delete,
            profile::api::Update,
            users::api::List, users::api::View, users::api::Create, users::api::Update,
            users::api::Disable, users::api::Enable, users::api::ResetPassword,
            administrators::api::List, administrators::api::View, administrators::api::Create,
            administrators::api::Update, administrators::api::Disable, administrators::api::Enable,
            administrators::api::ResetPassword,
            sites::api::List, sites::api::View, sites::api::Create, sites::api::Update,
            roles::api::List, roles::api::View, roles::api::Create, roles::api::Update, roles::api::Delete,
            groups::api::List, groups::api::View, groups::api::Create, groups::api::Update, groups::api::Move,
            groups::api::Delete, groups::api::Members, groups::api::AddMember, groups::api::RemoveMember,
            grants::api::Create, grants::api::Delete, grants::api::Suspend, grants::api::Resume,
            grants::api::Rehome, grants::api::Orphaned,
            features::api::List, features::api::Create, features::api::Update, features::api::Delete,
            previews::api::View, previews::api::SeeAs,
            checks::api::Explain, checks::api::Create, checks::api::Batch, checks::api::Held, checks::api::Who,
            credentials::api::List, credentials::api::Create, credentials::api::Delete,
            audit::api::List, audit::api::Export, audit::api::Undo,
            inventory::api::View,
            numbers::api::List, numbers::api::View, numbers::api::Create, numbers::api::Update, numbers::api::Delete,
            devices::api::List, devices::api::View, devices::api::Create, devices::api::Update, devices::api::Delete,
            licenses::api::List, licenses::api::View, licenses::api::Create, licenses::api::Update, licenses::api::Delete,
            licenses::api::Reservations, licenses::api::Reserve,
            assignments::api::Numbers, assignments::api::Devices, assignments::api::Seats, assignments::api::Users,
            assignments::api::View, assignments::api::Assign, assignments::api::Unassign,
            reports::api::View, analytics::api::View,
            mails::api::List,
            notices::api::List, notices::api::Create, notices::api::Audience, notices::api::Sent,
            notices::api::Read,
            grants::api::Assign, grants::api::Copy,
            notes::api::List, notes::api::Create, notes::api::Delete,
            orders::api::List, orders::api::Create, orders::api::Update,
            accounts::api::List, accounts::api::View, accounts::api::Create, accounts::api::Suspend,
            accounts::api::Resume,
            credentials::api::Rotate,
            groups::api::AddMemberByEmail,
            groups::api::MoveMember, groups::api::MoveTargets, users::api::Groups,
            groups::api::SetLock, groups::api::RemoveLock, groups::api::Disable, groups::api::Enable,
            session::api::SetUpAccount,
            recovery::api::Create, recovery::api::Complete,
            invitations::api::List, invitations::api::Create, invitations::api::Resend, invitations::api::Delete,
            invitations::api::Open, invitations::api::Accept,
            imports::api::Plan, imports::api::Create,
            users::api::PlanMany, users::api::ChangeMany,
            batches::api::List, batches::api::View,
            images::api::View, images::api::SetLogo, images::api::RemoveLogo, images::api::SetColors, images::api::Logo,
            reminders::api::Create,
            webhooks::api::List, webhooks::api::View, webhooks::api::Create, webhooks::api::Update,
            webhooks::api::Delete, webhooks::api::Rotate, webhooks::api::Deliveries, webhooks::api::Test,
            webhooks::api::Resend,
            integrations::api::View, integrations::api::Update,
            directories::api::List, directories::api::View, directories::api::Create, directories::api::Update,
            directories::api::Runs, directories::api::ViewRun, directories::api::Steps, directories::api::Confirm,
            directories::api::Decline, directories::api::Own, directories::api::Begin, directories::api::Report,
            directories::api::Fail,
            session::api::ConfirmCode,
            two_step::api::View, two_step::api::Begin, two_step::api::SetUp, two_step::api::RenewRecoveryCodes,
            two_step::api::Remove, two_step::api::Reset,
            two_step::api::ViewPolicy, two_step::api::UpdatePolicy,
        }
    };
}
