//! Everything that can happen to an organization's data, as data.
//!
//! A handler says *what* is to happen; [`apply`] judges it, stores it and records it, all in the
//! request's one transaction. Nothing else writes. The audit record *is* the effect.

use crate::{
    gateway::Stop,
    sql::{Reader, Sql, SqlError},
    surroundings::Surroundings,
    text,
};
use serde::{Deserialize, Serialize, Serializer};
use shared::{
    Problem,
    accounts::AccountNumber,
    assignments::Asset,
    audit::Surface,
    authority::{Access, Scope},
    batches::{BatchKind, Item},
    credentials::Reach,
    devices::DeviceDetails,
    directories::{Brake, Connector, Counts, DirectoryDetails, Hidden as Unread, Step},
    features::FeatureDetails,
    grants::{Subject, Validity},
    groups::{GroupDetails, GroupKind},
    ids::{
        BatchId, CredentialId, DeliveryId, DeviceId, FeatureKey, GrantId, GroupId, InvitationId, LicenseId, NoteId,
        NoticeId, NumberId, OrderId, RoleId, RunId, SessionId, SiteId, Slug, UserId, WebhookId,
    },
    images::{Colors, Logo},
    integrations::IntegrationSettings,
    licenses::LicenseDetails,
    notes::NoteDetails,
    notices::NoticeDetails,
    numbers::NumberDetails,
    orders::{OrderDetails, OrderStatus},
    organizations::{Language, NewOrganization, Settings},
    roles::{RoleDetails, RoleKind},
    sites::SiteDetails,
    time::Timestamp,
    two_step::TwoStepPolicy,
    users::Person,
    webhooks::{OffReason, WebhookDetails},
};
use std::{collections::BTreeSet, ops::Deref};
use url::Url;

mod days;
pub mod deliveries;
mod directories;
pub mod directory;
mod facts;
mod judge;
pub mod outbox;
mod places;
mod record;
mod store;
mod two_step;
mod undo;

use deliveries::Listeners;
use places::People;
use record::Trail;

pub(crate) use days::{SIGNED_IN, WHOLE};
pub(crate) use facts::{load as load_facts, tree};
pub(crate) use places::subject;
pub(crate) use undo::{inverse, is_undoable};

/// A secret's stored form. It is written to its own column and left out of every record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hidden(pub String);

/// What a code uses up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spent {
    /// A step of the authenticator app, and all before it.
    Step(i64),
    /// A recovery code, by its digest.
    Recovery(Hidden),
}

/// Records say to which origin a webhook leads, and no more: whoever knows the rest of such an
/// address may often write there. Two that differ have different digests.
fn with_hidden_address<S: Serializer>(details: &WebhookDetails, serializer: S) -> Result<S::Ok, S::Error> {
    let mut shown = details.clone();
    if let Ok(url) = Url::parse(&details.url)
        && (url.path() != "/" || url.query().is_some())
    {
        let digest = text::digest(&details.url);
        let start: String = digest.chars().take(ADDRESS_DIGEST).collect();
        shown.url = format!("{}/… ({start})", url.origin().ascii_serialization());
    }
    shown.serialize(serializer)
}

/// So many characters of an address's digest tell it from another.
const ADDRESS_DIGEST: usize = 8;

/// What a grant is, in effects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantDetails {
    /// Who holds it.
    pub subject: Subject,
    /// What is given.
    pub role: RoleId,
    /// Where.
    pub scope: Scope,
    /// When it counts.
    pub validity: Validity,
    /// Why it is given, or empty.
    pub reason: String,
    /// Whether it is suspended.
    #[serde(default)]
    pub suspended: bool,
    /// Who answers for it, if not the actor.
    #[serde(default)]
    pub grantor: Option<UserId>,
}

/// What a directory says of a user or a group that it looks after.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// How it names the user or group (RFC 7643, 3.1).
    pub external_id: Option<String>,
    /// What else it says, which changes nothing here.
    #[serde(default, skip_serializing_if = "serde_json::Map::is_empty")]
    pub attributes: serde_json::Map<String, serde_json::Value>,
    /// Whether it has deleted the user or group.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gone: bool,
    /// The team into which it has put the user. Whoever is elsewhere was moved by somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<GroupId>,
}

/// What happens. Fields named `before` hold what is replaced.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "effect", rename_all = "snake_case")]
pub enum Effect {
    /// The organization's own record is made.
    OrganizationCreated {
        /// What it is like.
        organization: NewOrganization,
    },
    /// The organization decides something else about itself.
    OrganizationUpdated {
        /// What it had decided.
        before: Box<Settings>,
        /// What holds now.
        settings: Box<Settings>,
    },
    /// The operator's registry gains an organization; its set-up token is used up.
    OrganizationRegistered {
        /// The organization.
        slug: Slug,
        /// Its name.
        name: String,
        /// The set-up token's digest.
        #[serde(skip)]
        setup_token: Hidden,
    },
    /// A registered organization has its owner.
    OrganizationActivated {
        /// The organization.
        slug: Slug,
    },
    /// The operator suspends an organization of the registry.
    AccountSuspended {
        /// Its number.
        account: AccountNumber,
        /// The organization.
        slug: Slug,
    },
    /// The operator resumes a suspended organization of the registry.
    AccountResumed {
        /// Its number.
        account: AccountNumber,
        /// The organization.
        slug: Slug,
    },
    /// The organization shows its own logo.
    LogoSet {
        /// Which one it showed.
        before: Option<Logo>,
        /// Which one it shows.
        details: Logo,
        /// The picture in base64. Records name it by its digest.
        #[serde(skip)]
        data: String,
    },
    /// The organization shows the built-in mark again.
    LogoRemoved {
        /// Which logo it showed.
        before: Logo,
    },
    /// The organization chooses its colors.
    ColorsChosen {
        /// Which they were.
        before: Colors,
        /// Which they are.
        details: Colors,
    },
    /// The organization itself is suspended: all sessions end.
    OrganizationSuspended,
    /// The organization itself is resumed.
    OrganizationResumed,
    /// A user is added.
    UserCreated {
        /// The user.
        user: UserId,
        /// Who it is.
        person: Box<Person>,
        /// Where the user belongs.
        site: Option<SiteId>,
        /// The password's hash.
        #[serde(skip)]
        phc: Hidden,
        /// Until when the password works, unless it is permanent.
        temporary_until: Option<Timestamp>,
        /// The password itself, if it is to be mailed to the user.
        #[serde(skip)]
        mailed: Option<Hidden>,
    },
    /// A user's record changes.
    UserUpdated {
        /// The user.
        user: UserId,
        /// Who it was.
        before: Box<Person>,
        /// Who it is.
        person: Box<Person>,
        /// Where the user belonged.
        site_before: Option<SiteId>,
        /// Where the user belongs.
        site: Option<SiteId>,
    },
    /// Somebody chooses a language.
    LanguageChosen {
        /// The user.
        user: UserId,
        /// The language.
        language: Option<Language>,
    },
    /// Somebody says how he likes the console.
    PreferencesChosen {
        /// The user.
        user: UserId,
        /// In which time zone times are shown.
        time_zone: Option<String>,
        /// Whether notices come by mail, too.
        notices_by_mail: bool,
    },
    /// Somebody asks for a link to choose a new password. Whose login it is, is looked up later.
    #[serde(skip)]
    RecoveryAsked {
        /// The login as typed, folded.
        key: String,
    },
    /// Somebody asks which organizations know an address. Which do, is looked up later.
    #[serde(skip)]
    ReminderAsked {
        /// The address, folded.
        key: String,
        /// In which language to answer.
        language: Language,
    },
    /// Somebody is invited to become a user, or invited again with another link.
    InvitationSent {
        /// The invitation.
        invitation: InvitationId,
        /// To which address.
        email: String,
        /// Where the new user will belong.
        site: Option<SiteId>,
        /// The group that the new user will join.
        group: Option<GroupId>,
        /// The link's secret.
        #[serde(skip)]
        token: Hidden,
        /// When the link stops working.
        expires_at: Timestamp,
    },
    /// An invitation is taken back.
    InvitationRevoked {
        /// The invitation.
        invitation: InvitationId,
        /// To which address it went.
        email: String,
        /// Where the new user would have belonged.
        site: Option<SiteId>,
    },
    /// Somebody who was invited has become a user.
    InvitationAccepted {
        /// The invitation.
        invitation: InvitationId,
        /// Who.
        user: UserId,
    },
    /// A user may not sign in any more; all sessions end.
    UserDisabled {
        /// The user.
        user: UserId,
    },
    /// A user may sign in again.
    UserEnabled {
        /// The user.
        user: UserId,
    },
    /// A password is replaced; all sessions end.
    PasswordSet {
        /// Whose.
        user: UserId,
        /// The hash.
        #[serde(skip)]
        phc: Hidden,
        /// Until when it works, unless it is permanent.
        temporary_until: Option<Timestamp>,
        /// Whether it is too short to be the only factor. That is told to nobody.
        #[serde(skip)]
        is_short: bool,
        /// The password itself, if it is to be mailed to whose it is.
        #[serde(skip)]
        mailed: Option<Hidden>,
    },
    /// Somebody is mailed a link with which he chooses a password.
    LinkSent {
        /// To whom.
        user: UserId,
        /// What he signs in with.
        user_name: String,
        /// The link's secret.
        #[serde(skip)]
        token: Hidden,
        /// When the link stops working.
        expires_at: Timestamp,
    },
    /// A role is given to somebody, or to a group.
    GrantAdded {
        /// The grant.
        grant: GrantId,
        /// What it is.
        details: GrantDetails,
    },
    /// A grant is taken away.
    GrantRemoved {
        /// The grant.
        grant: GrantId,
        /// What it was.
        before: GrantDetails,
    },
    /// A grant counts for nothing until it is resumed.
    GrantSuspended {
        /// The grant.
        grant: GrantId,
        /// What it is.
        details: GrantDetails,
    },
    /// A suspended grant counts again.
    GrantResumed {
        /// The grant.
        grant: GrantId,
        /// What it is.
        details: GrantDetails,
    },
    /// Somebody else answers for a grant.
    GrantRehomed {
        /// The grant.
        grant: GrantId,
        /// What it is, with who answered for it before.
        details: GrantDetails,
        /// Who answers for it now.
        grantor: UserId,
    },
    /// A group is added.
    GroupCreated {
        /// The group.
        group: GroupId,
        /// What it is for.
        kind: GroupKind,
        /// Whether it belongs to the product.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        built_in: bool,
        /// The group right above.
        parent: Option<GroupId>,
        /// What it is like.
        details: GroupDetails,
    },
    /// A group's name or description changes.
    GroupUpdated {
        /// The group.
        group: GroupId,
        /// What it was like.
        before: GroupDetails,
        /// What it is like.
        details: GroupDetails,
    },
    /// A group goes under another one, with everything below it.
    GroupMoved {
        /// The group.
        group: GroupId,
        /// Under which it was.
        before: Option<GroupId>,
        /// Under which it is.
        parent: Option<GroupId>,
    },
    /// An empty group goes.
    GroupDeleted {
        /// The group.
        group: GroupId,
        /// What it was for.
        kind: GroupKind,
        /// The group right above.
        parent: Option<GroupId>,
        /// What it was like.
        before: GroupDetails,
    },
    /// What a group is given does not count any more.
    GroupDisabled {
        /// The group.
        group: GroupId,
        /// What is suspended with it.
        grants: BTreeSet<GrantId>,
    },
    /// What was suspended with a group counts again.
    GroupEnabled {
        /// The group.
        group: GroupId,
        /// What is resumed with it.
        grants: BTreeSet<GrantId>,
    },
    /// What a group carries is locked.
    GroupLocked {
        /// The group.
        group: GroupId,
        /// Why it was locked before, if it was.
        before: Option<String>,
        /// Why, or empty.
        reason: String,
    },
    /// What a group carries is not locked any more.
    GroupUnlocked {
        /// The group.
        group: GroupId,
        /// Why it was locked.
        before: String,
    },
    /// Somebody joins a group.
    MemberAdded {
        /// The group.
        group: GroupId,
        /// What the group is for.
        kind: GroupKind,
        /// Who.
        user: UserId,
    },
    /// Somebody leaves a group.
    MemberRemoved {
        /// The group.
        group: GroupId,
        /// What the group is for.
        kind: GroupKind,
        /// Who.
        user: UserId,
    },
    /// A feature is added, and with it the role that lets one use it.
    FeatureCreated {
        /// The feature.
        key: FeatureKey,
        /// Its role.
        role: RoleId,
        /// What it is like.
        details: FeatureDetails,
    },
    /// A feature changes.
    FeatureUpdated {
        /// The feature.
        key: FeatureKey,
        /// What it was like.
        before: FeatureDetails,
        /// What it is like.
        details: FeatureDetails,
    },
    /// A feature goes, and with it its role.
    FeatureDeleted {
        /// The feature.
        key: FeatureKey,
        /// Its role.
        role: RoleId,
        /// What it was like.
        before: FeatureDetails,
    },
    /// A service gets access to the check API.
    CredentialCreated {
        /// The credential.
        credential: CredentialId,
        /// What it is for.
        name: String,
        /// The token's digest.
        #[serde(skip)]
        token: Hidden,
        /// When it stops working.
        expires_at: Option<Timestamp>,
        /// What it may do and where.
        #[serde(default)]
        reach: Reach,
    },
    /// A service's token is replaced, by whoever answers for it from now on.
    CredentialRotated {
        /// The credential.
        credential: CredentialId,
        /// What it is for.
        name: String,
        /// The new token's digest.
        #[serde(skip)]
        token: Hidden,
        /// Until when the token until now goes on working.
        previous_until: Timestamp,
        /// What it may do and where.
        reach: Reach,
    },
    /// A service loses its access.
    CredentialRevoked {
        /// The credential.
        credential: CredentialId,
        /// What it was for.
        name: String,
    },
    /// A directory looks after a user, or says something else of him.
    UserLinked {
        /// The user.
        user: UserId,
        /// The credential with which the directory comes.
        credential: CredentialId,
        /// What it said.
        before: Option<Link>,
        /// What it says.
        details: Link,
    },
    /// A directory looks after a group, or says something else of it.
    GroupLinked {
        /// The group.
        group: GroupId,
        /// The credential with which the directory comes.
        credential: CredentialId,
        /// What it said.
        before: Option<Link>,
        /// What it says.
        details: Link,
    },
    /// A credential becomes a directory's.
    DirectoryCreated {
        /// The directory, by its credential.
        directory: CredentialId,
        /// What it is like.
        details: DirectoryDetails,
        /// The default password's hash.
        #[serde(skip)]
        default_password: Option<Hidden>,
    },
    /// A directory changes.
    DirectoryUpdated {
        /// The directory.
        directory: CredentialId,
        /// What it was like.
        before: DirectoryDetails,
        /// What it is like.
        details: DirectoryDetails,
        /// What its credential may do and where.
        reach: Reach,
        /// What else it may do over SCIM, if it fills teams that carry permissions.
        #[serde(skip)]
        hands_on: Vec<Reach>,
        /// Whether it gets another default password.
        sets_password: bool,
        /// The default password's hash, if it gets another one.
        #[serde(skip)]
        default_password: Option<Hidden>,
    },
    /// An administrator lets a directory's run happen.
    RunConfirmed {
        /// The directory.
        directory: CredentialId,
        /// What it is called.
        name: String,
        /// The run.
        run: RunId,
        /// What is to happen.
        counts: Counts,
        /// What the directory's credential may do and where.
        reach: Reach,
        /// What else it may do over SCIM, if it fills teams that carry permissions.
        #[serde(skip)]
        hands_on: Vec<Reach>,
    },
    /// An administrator refuses a directory's run.
    RunDeclined {
        /// The directory.
        directory: CredentialId,
        /// What it is called.
        name: String,
        /// The run.
        run: RunId,
        /// What was to happen.
        counts: Counts,
    },
    /// A connector has found something to change. Another run that was open is over.
    #[serde(skip)]
    RunBegun {
        /// The directory.
        directory: CredentialId,
        /// The connector.
        connector: Connector,
        /// The run.
        run: RunId,
        /// Why it waits, if it does.
        brake: Option<Brake>,
        /// What is to happen.
        counts: Counts,
        /// What could not be read, if something could not.
        hidden: Option<Unread>,
        /// Whether it is about whoever was not read.
        unread: bool,
        /// The plan's digest.
        digest: String,
    },
    /// A connector comes back to a run.
    #[serde(skip)]
    RunResumed {
        /// The directory.
        directory: CredentialId,
        /// The connector.
        connector: Connector,
        /// The run.
        run: RunId,
        /// Whether it was confirmed, and so is under way now.
        confirmed: bool,
    },
    /// A connector tells what is to happen to users, or has happened.
    #[serde(skip)]
    RunReported {
        /// The run.
        run: RunId,
        /// What is known of some users.
        steps: Vec<Step>,
        /// What has happened, if it is over.
        finished: Option<Counts>,
    },
    /// A connector could not read its directory, or gives a run up.
    #[serde(skip)]
    RunFailed {
        /// The directory.
        directory: CredentialId,
        /// The connector.
        connector: Connector,
        /// The run.
        run: RunId,
        /// Whether there was none yet.
        is_new: bool,
        /// Why.
        reason: String,
    },
    /// Somebody looks at the console as somebody else has it.
    SeenAs {
        /// As whom.
        user: UserId,
    },
    /// A site is added.
    SiteCreated {
        /// The site.
        site: SiteId,
        /// What it is like.
        details: SiteDetails,
    },
    /// A site changes.
    SiteUpdated {
        /// The site.
        site: SiteId,
        /// What it was like.
        before: SiteDetails,
        /// What it is like.
        details: SiteDetails,
    },
    /// A role is made.
    RoleCreated {
        /// The role.
        role: RoleId,
        /// Where it comes from.
        kind: RoleKind,
        /// What it is like.
        details: RoleDetails,
    },
    /// A role changes for everybody who holds it.
    RoleUpdated {
        /// The role.
        role: RoleId,
        /// What it was like.
        before: RoleDetails,
        /// What it is like.
        details: RoleDetails,
    },
    /// A role that nobody holds goes.
    RoleDeleted {
        /// The role.
        role: RoleId,
        /// What it was like.
        before: RoleDetails,
    },
    /// A telephone number is added.
    NumberCreated {
        /// The number.
        number: NumberId,
        /// What it is like.
        details: NumberDetails,
    },
    /// A telephone number changes.
    NumberUpdated {
        /// The number.
        number: NumberId,
        /// What it was like.
        before: NumberDetails,
        /// What it is like.
        details: NumberDetails,
    },
    /// A telephone number that nobody has goes.
    NumberDeleted {
        /// The number.
        number: NumberId,
        /// What it was like.
        before: NumberDetails,
    },
    /// A device is added.
    DeviceCreated {
        /// The device.
        device: DeviceId,
        /// What it is like.
        details: DeviceDetails,
    },
    /// A device changes.
    DeviceUpdated {
        /// The device.
        device: DeviceId,
        /// What it was like.
        before: DeviceDetails,
        /// What it is like.
        details: DeviceDetails,
    },
    /// A device that nobody has goes.
    DeviceDeleted {
        /// The device.
        device: DeviceId,
        /// What it was like.
        before: DeviceDetails,
    },
    /// A license is added.
    LicenseCreated {
        /// The license.
        license: LicenseId,
        /// What it is like.
        details: LicenseDetails,
    },
    /// A license changes.
    LicenseUpdated {
        /// The license.
        license: LicenseId,
        /// What it was like.
        before: LicenseDetails,
        /// What it is like.
        details: LicenseDetails,
    },
    /// A license of which nobody has a seat goes.
    LicenseDeleted {
        /// The license.
        license: LicenseId,
        /// What it was like.
        before: LicenseDetails,
    },
    /// Seats of a license are kept for a team: more, fewer, or none any more.
    SeatsReserved {
        /// The license.
        license: LicenseId,
        /// The team.
        group: GroupId,
        /// How many were.
        before: u32,
        /// How many are.
        seats: u32,
    },
    /// A number, a device or a seat is somebody's.
    Assigned {
        /// What.
        asset: Asset,
        /// Where it belongs; nowhere for seats.
        site: Option<SiteId>,
        /// Whose.
        user: UserId,
    },
    /// A number, a device or a seat is nobody's again.
    Unassigned {
        /// What.
        asset: Asset,
        /// Where it belongs; nowhere for seats.
        site: Option<SiteId>,
        /// Whose it was.
        user: UserId,
    },
    /// A seat is free again because its holder is disabled.
    SeatReleased {
        /// The license.
        license: LicenseId,
        /// Whose it was.
        user: UserId,
    },
    /// A notice goes out.
    NoticeSent {
        /// The notice.
        notice: NoticeId,
        /// What it is like.
        details: NoticeDetails,
        /// How many people it reaches.
        recipients: u32,
    },
    /// Somebody has read a notice.
    #[serde(skip)]
    NoticeRead {
        /// The notice.
        notice: NoticeId,
        /// Who.
        user: UserId,
    },
    /// A note is left.
    NoteCreated {
        /// The note.
        note: NoteId,
        /// What it says.
        details: NoteDetails,
    },
    /// A note goes.
    NoteDeleted {
        /// The note.
        note: NoteId,
        /// What it said.
        before: NoteDetails,
    },
    /// Something is ordered.
    OrderCreated {
        /// The order.
        order: OrderId,
        /// What is ordered.
        details: OrderDetails,
    },
    /// Something has become of an order.
    OrderUpdated {
        /// The order.
        order: OrderId,
        /// What is ordered.
        details: OrderDetails,
        /// What had become of it.
        before: OrderStatus,
        /// What has become of it now.
        status: OrderStatus,
    },
    /// A batch begins: its passwords are to be hashed.
    #[serde(skip)]
    BatchStarted {
        /// The batch.
        batch: BatchId,
        /// What it does.
        kind: BatchKind,
        /// The site that all of it is about.
        site: Option<SiteId>,
        /// How many passwords there are.
        passwords: u32,
    },
    /// A batch that has begun is not applied.
    #[serde(skip)]
    BatchAbandoned {
        /// The batch.
        batch: BatchId,
    },
    /// A batch is applied: the effects right before this one are its own.
    BatchApplied {
        /// The batch.
        batch: BatchId,
        /// What it does.
        kind: BatchKind,
        /// The site that all of it is about, if it is about one.
        site: Option<SiteId>,
        /// How many effects it has.
        effects: u32,
        /// How many items were done.
        done: u32,
        /// How many items were refused.
        refused: u32,
        /// What became of each.
        #[serde(skip)]
        items: Vec<Item>,
    },
    /// What a batch did is taken back.
    BatchUndone {
        /// The batch.
        batch: BatchId,
        /// What it did.
        kind: BatchKind,
        /// The site that all of it is about, if it is about one.
        site: Option<SiteId>,
        /// How many effects were taken back.
        effects: u32,
    },
    /// The organization decides something else about integrations.
    IntegrationsUpdated {
        /// What it had decided.
        before: Box<IntegrationSettings>,
        /// What holds now.
        settings: Box<IntegrationSettings>,
    },
    /// An address elsewhere is to be told what happens.
    WebhookCreated {
        /// The webhook.
        webhook: WebhookId,
        /// What it is like.
        #[serde(serialize_with = "with_hidden_address")]
        details: WebhookDetails,
        /// The secret with which deliveries are signed.
        #[serde(skip)]
        secret: Hidden,
    },
    /// A webhook changes, by whoever answers for it from now on.
    WebhookUpdated {
        /// The webhook.
        webhook: WebhookId,
        /// What it was like.
        #[serde(serialize_with = "with_hidden_address")]
        before: WebhookDetails,
        /// What it is like.
        #[serde(serialize_with = "with_hidden_address")]
        details: WebhookDetails,
    },
    /// A webhook goes, with its log.
    WebhookDeleted {
        /// The webhook.
        webhook: WebhookId,
        /// What it was like.
        #[serde(serialize_with = "with_hidden_address")]
        before: WebhookDetails,
    },
    /// A webhook's secret is replaced, by whoever answers for it from now on.
    WebhookRotated {
        /// The webhook.
        webhook: WebhookId,
        /// What it is for.
        name: String,
        /// The new secret.
        #[serde(skip)]
        secret: Hidden,
        /// Until when the secret until now signs, too.
        previous_until: Timestamp,
    },
    /// A webhook that does not work is switched off, by nobody.
    WebhookSwitchedOff {
        /// The webhook.
        webhook: WebhookId,
        /// What it is for.
        name: String,
        /// Why.
        reason: OffReason,
    },
    /// A test is sent to a webhook, or a delivery once more.
    DeliveryAsked {
        /// The webhook.
        webhook: WebhookId,
        /// What the webhook is for.
        name: String,
        /// The delivery.
        delivery: DeliveryId,
        /// Whether it was sent before.
        again: bool,
    },
    /// Somebody signs in.
    SessionStarted {
        /// The session.
        session: SessionId,
        /// Who.
        user: UserId,
        /// The token's digest.
        #[serde(skip)]
        token: Hidden,
        /// The browser.
        user_agent: String,
        /// When it ends at the latest.
        expires_at: Timestamp,
        /// Whether a code was given in the session from which it follows.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        confirmed: bool,
    },
    /// A session ends.
    SessionEnded {
        /// The session.
        session: SessionId,
        /// Whose.
        user: UserId,
    },
    /// A known account was tried with a password that does not fit or may not be used.
    SignInFailed {
        /// The account.
        user: UserId,
    },
    /// Somebody confirms a sign-in with a code.
    CodeConfirmed {
        /// The session.
        session: SessionId,
        /// Whose.
        user: UserId,
        /// The digest of the token that the session has from now on.
        #[serde(skip)]
        token: Hidden,
        /// The request, if it may come again: see [`crate::gateway::Incoming::repetition`].
        #[serde(skip)]
        repetition: Option<Hidden>,
        /// Whether a recovery code took the place of an app's.
        with_recovery_code: bool,
    },
    /// A wrong code was given, or one that is used up.
    CodeRefused {
        /// Whose it would have been.
        user: UserId,
    },
    /// A code is used up.
    #[serde(skip)]
    CodeUsed {
        /// Whose.
        user: UserId,
        /// What is used up.
        spent: Spent,
    },
    /// Somebody begins to set up two-step verification.
    #[serde(skip)]
    TwoStepBegun {
        /// In which session it was shown.
        session: SessionId,
        /// Who.
        user: UserId,
        /// The secret for the app.
        secret: Hidden,
        /// Until when it can be confirmed.
        expires_at: Timestamp,
    },
    /// Somebody signs in with two steps from now on, or with another app.
    TwoStepSetUp {
        /// Who.
        user: UserId,
        /// The session in which he has set it up: others must give a code.
        session: SessionId,
        /// The app's secret.
        #[serde(skip)]
        secret: Hidden,
        /// The step of the code that has confirmed it.
        #[serde(skip)]
        step: i64,
    },
    /// Somebody gets recovery codes, in the place of those that he had.
    RecoveryCodesMade {
        /// Who.
        user: UserId,
        /// Their digests.
        #[serde(skip)]
        digests: Vec<Hidden>,
    },
    /// Somebody signs in with the password alone from now on.
    TwoStepRemoved {
        /// Who.
        user: UserId,
    },
    /// An administrator ends somebody's two-step verification; all sessions end.
    TwoStepReset {
        /// Whose.
        user: UserId,
    },
    /// The organization requires two-step verification of others.
    TwoStepPolicyUpdated {
        /// Of whom it was required.
        before: TwoStepPolicy,
        /// Of whom it is required.
        details: TwoStepPolicy,
    },
    /// A browser is remembered as the person's.
    #[serde(skip)]
    BrowserRemembered {
        /// Whose.
        user: UserId,
        /// The token's digest.
        token: Hidden,
    },
    /// A guess is counted, or (with `None`) the count is cleared.
    #[serde(skip)]
    Guessed {
        /// Whose guesses.
        key: crate::guesses::Key,
        /// The new count.
        count: Option<crate::guesses::Count>,
    },
}

impl Effect {
    const fn adds_user(&self) -> bool {
        matches!(self, Self::UserCreated { .. })
    }

    /// Whether the effect is recorded in the audit trail: everything but bookkeeping.
    const fn is_audited(&self) -> bool {
        !matches!(
            self,
            Self::Guessed { .. }
                | Self::BrowserRemembered { .. }
                | Self::NoticeRead { .. }
                | Self::RecoveryAsked { .. }
                | Self::ReminderAsked { .. }
                | Self::BatchStarted { .. }
                | Self::BatchAbandoned { .. }
                | Self::RunBegun { .. }
                | Self::RunResumed { .. }
                | Self::RunReported { .. }
                | Self::RunFailed { .. }
                | Self::CodeUsed { .. }
                | Self::TwoStepBegun { .. }
        )
    }
}

/// On whose behalf and through what the effects come.
#[derive(Debug)]
pub struct Origin<'a> {
    /// Who acts, with what he holds. Nobody for set-up and signing in.
    pub actor: Option<&'a Access>,
    /// Through what.
    pub surface: Surface,
    /// With which credential, if it is a service.
    pub credential: Option<&'a CredentialId>,
    /// The endpoint, as method and path pattern.
    pub endpoint: &'a str,
    /// The request.
    pub request_id: &'a str,
    /// Whether the deployment can send mails: otherwise none are put into the outbox.
    pub mails: bool,
}

/// An effect that has been stored. There may be some ten thousand of them, so they are not copied.
enum Happened<'e> {
    /// Somebody asked for it.
    Asked(&'e Effect),
    /// It follows from another one.
    Entailed(Box<Effect>),
}

impl Deref for Happened<'_> {
    type Target = Effect;

    fn deref(&self) -> &Effect {
        match self {
            Self::Asked(effect) => effect,
            Self::Entailed(effect) => effect,
        }
    }
}

/// Judges, stores and records the effects, in their order. Runs inside the request's
/// transaction, which is rolled back when this fails.
pub(crate) fn apply(
    sql: &dyn Sql,
    surroundings: &Surroundings<'_>,
    origin: &Origin<'_>,
    effects: &[Effect],
) -> Result<(), Stop> {
    judge::judge(Reader::new(sql), origin, &effects.iter().collect::<Vec<_>>(), surroundings.now)?;
    // Where a record belongs is asked on both sides of all effects: whoever is moved away belonged
    // there, and whoever is new belongs where all of them together put him.
    let known = People::before(Reader::new(sql), effects)?;
    let before = effects.iter().map(|effect| places::of(Reader::new(sql), &known, effect));
    let mut before = before.collect::<Result<Vec<_>, _>>()?.into_iter();
    let mut stored = Vec::with_capacity(effects.len());
    for run in effects.chunk_by(|one, next| one.adds_user() && next.adds_user()) {
        match run {
            [effect] => {
                for effect in entailed(Reader::new(sql), effect)? {
                    let before = places::of(Reader::new(sql), &known, &effect)?;
                    store::store(sql, origin, surroundings.now, &effect)?;
                    outbox::follow(sql, surroundings, origin, &effect)?;
                    stored.push((Happened::Entailed(Box::new(effect)), before));
                }
                store::store(sql, origin, surroundings.now, effect)?;
            }
            users => store::store_users(sql, origin, surroundings.now, users)?,
        }
        run.iter().try_for_each(|effect| outbox::follow(sql, surroundings, origin, effect))?;
        stored.extend(run.iter().map(Happened::Asked).zip(before.by_ref()));
    }
    stored.retain(|(effect, _)| effect.is_audited());
    let people = People::of(Reader::new(sql), stored.iter().map(|(effect, _)| &**effect))?;
    let mut trail = Trail::begin(sql, surroundings, origin)?;
    let mut recorded = Vec::with_capacity(stored.len());
    for (effect, before) in stored {
        let places = before.or(places::of(Reader::new(sql), &people, &effect)?);
        recorded.push((trail.accepted(&effect, &places)?, effect));
    }
    trail.end()?;
    let listeners = Listeners::load(Reader::new(sql), surroundings.now)?;
    recorded.iter().try_for_each(|(seq, effect)| Ok(listeners.hear(sql, surroundings, effect, *seq)?))
}

/// Stores once more what a record says was done. Secrets are in no record: those that must differ
/// from each other get the record's number.
#[cfg(test)]
pub(crate) fn store_again(sql: &dyn Sql, record: &shared::audit::Record) -> Result<(), SqlError> {
    let mut effect: Effect = serde_json::from_value(record.effect.clone()).unwrap();
    match &mut effect {
        Effect::InvitationSent { token, .. }
        | Effect::LinkSent { token, .. }
        | Effect::WebhookCreated { secret: token, .. }
        | Effect::WebhookRotated { secret: token, .. }
        | Effect::CredentialCreated { token, .. }
        | Effect::CredentialRotated { token, .. }
        | Effect::CodeConfirmed { token, .. }
        | Effect::SessionStarted { token, .. } => token.0 = record.seq.to_string(),
        _ => {}
    }
    let actor = record.actor.clone().map(Access::none);
    let origin = Origin {
        actor: actor.as_ref(),
        surface: record.surface,
        credential: record.credential.as_ref(),
        endpoint: &record.endpoint,
        request_id: &record.request_id,
        mails: false,
    };
    store::store(sql, &origin, record.at, &effect)
}

/// What an effect brings with it, whatever way it comes: whoever is disabled gives back the seats
/// that are meant for those who work, and nothing is kept for a group that goes, or of a license
/// that goes. It is judged with the effect from which it follows.
fn entailed(reader: Reader<'_>, effect: &Effect) -> Result<Vec<Effect>, SqlError> {
    let none_kept = |(license, group, before)| Effect::SeatsReserved { license, group, before, seats: 0 };
    Ok(match effect {
        Effect::UserDisabled { user } => {
            let released = crate::licenses::released_with(reader, user)?.into_iter();
            released.map(|license| Effect::SeatReleased { license, user: user.clone() }).collect()
        }
        Effect::GroupDeleted { group, .. } => {
            crate::licenses::kept_where(reader, "group_id = ?", group)?.into_iter().map(none_kept).collect()
        }
        Effect::LicenseDeleted { license, .. } => {
            crate::licenses::kept_where(reader, "license = ?", license)?.into_iter().map(none_kept).collect()
        }
        _ => Vec::new(),
    })
}

/// Whether somebody could do this now, though somebody else brings it about: an invitation counts
/// for no more than whoever sent it.
pub(crate) fn permitted_to(
    reader: Reader<'_>,
    access: &Access,
    effects: &[Effect],
    now: Timestamp,
) -> Result<bool, Stop> {
    match try_judge(reader, access, &effects.iter().collect::<Vec<_>>(), now) {
        Ok(()) => Ok(true),
        Err(Stop::Refused(_)) => Ok(false),
        Err(stop) => Err(stop),
    }
}

/// Whether the judge would let these effects pass.
pub(crate) fn try_judge(reader: Reader<'_>, actor: &Access, effects: &[&Effect], now: Timestamp) -> Result<(), Stop> {
    let origin = Origin {
        actor: Some(actor),
        surface: Surface::Console,
        credential: None,
        endpoint: "",
        request_id: "",
        mails: false,
    };
    judge::judge(reader, &origin, effects, now)
}

/// Notes how many passwords of a batch are hashed. Not an effect: it says nothing about authority.
pub fn note_progress(sql: &dyn Sql, batch: &BatchId, hashed: u32, now: Timestamp) -> Result<(), SqlError> {
    sql.query(
        "UPDATE batches SET hashed = ?, touched_at = ? WHERE id = ? AND NOT applied",
        crate::params![hashed, now, batch],
    )?;
    Ok(())
}

/// Records that a privileged act was refused. It runs in a transaction of its own, after the
/// refused one is rolled back.
pub(crate) fn record_refusal(
    sql: &dyn Sql,
    surroundings: &Surroundings<'_>,
    origin: &Origin<'_>,
    problem: &Problem,
) -> Result<(), SqlError> {
    record::refused(sql, surroundings, origin, problem)
}

/// Notes that a session is in use. Not an effect: it says nothing about authority and is
/// written at most once a minute.
pub(crate) fn touch(sql: &dyn Sql, session: &SessionId, user: &UserId, now: Timestamp) -> Result<(), SqlError> {
    sql.query("UPDATE sessions SET last_seen_at = ? WHERE id = ?", crate::params![now, session])?;
    sql.query("UPDATE users SET last_seen_at = ? WHERE id = ?", crate::params![now, user])?;
    Ok(())
}

/// Gives a session another token, because the last one got lost on its way. Not an effect: nothing else is
/// done that has not been recorded.
pub(crate) fn renew_token(sql: &dyn Sql, session: &SessionId, digest: &str) -> Result<(), SqlError> {
    sql.query("UPDATE sessions SET token_digest = ? WHERE id = ?", crate::params![digest, session])?;
    Ok(())
}

/// Notes that a credential is in use, at most once a minute.
pub(crate) fn touch_credential(
    sql: &dyn Sql,
    credential: &CredentialId,
    now: Timestamp,
    from: Option<&str>,
) -> Result<(), SqlError> {
    sql.query(
        "UPDATE credentials SET last_used_at = ?, last_used_from = ? WHERE id = ?",
        crate::params![now, from, credential],
    )?;
    Ok(())
}

/// A day ago: so long are counts of guesses and answers to repeated requests kept.
pub(crate) const fn yesterday(now: Timestamp) -> Timestamp {
    Timestamp(now.0.saturating_sub(shared::time::Span::days(1).0))
}

/// Keeps the answer to a request with an idempotency key, and forgets those of yesterday.
pub(crate) fn remember_answer(sql: &dyn Sql, entry: &[crate::sql::Value], now: Timestamp) -> Result<(), SqlError> {
    sql.query("DELETE FROM idempotency WHERE created_at < ?", crate::params![yesterday(now)])?;
    sql.query(
        "INSERT INTO idempotency (caller, key, request_digest, answer, created_at) VALUES (?, ?, ?, ?, ?)",
        entry,
    )?;
    Ok(())
}
