//! Where a record of the audit trail belongs, and so who may read it: whoever administers the
//! place that the effect was about.

use super::{Effect, GrantDetails};
use crate::{
    groups,
    sql::{Reader, SqlError, json},
};
use shared::{
    authority::{Place, Scope},
    grants::Subject,
    ids::{GroupId, SiteId, UserId},
    notes::NoteDetails,
    orders::OrderDetails,
};
use std::collections::{BTreeMap, BTreeSet};

/// A record's places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Places {
    /// In order, each once. Mostly there is one, for which a set would take ten times the memory.
    pub(super) places: Vec<Place>,
    /// Whether one must reach all of them to read the record, or any.
    pub(super) all: bool,
}

impl Places {
    fn of(places: BTreeSet<Place>, all: bool) -> Self {
        Self { places: places.into_iter().collect(), all }
    }

    fn any(places: impl IntoIterator<Item = Place>) -> Self {
        Self::of(places.into_iter().collect(), false)
    }

    pub(super) fn organization() -> Self {
        Self::any([Place::Organization])
    }

    /// Also where it belongs on the other side of the effects.
    pub(super) fn or(self, other: Self) -> Self {
        // What belonged nowhere before it was made belongs where it is.
        if self.places == [Place::Organization] || self.all {
            return other;
        }
        // Who is an administrator by now is read by those who reach all his authority, not any of it.
        if other.all || self == other {
            return self;
        }
        let others = other.places.into_iter().filter(|place| *place != Place::Organization);
        Self::any(self.places.into_iter().chain(others))
    }
}

/// Whom an effect is about, if it belongs where he does.
const fn person(effect: &Effect) -> Option<&UserId> {
    match effect {
        Effect::UserCreated { user, .. }
        | Effect::UserUpdated { user, .. }
        | Effect::LanguageChosen { user, .. }
        | Effect::PreferencesChosen { user, .. }
        | Effect::InvitationAccepted { user, .. }
        | Effect::UserDisabled { user }
        | Effect::UserEnabled { user }
        | Effect::PasswordSet { user, .. }
        | Effect::LinkSent { user, .. }
        | Effect::SessionStarted { user, .. }
        | Effect::SessionEnded { user, .. }
        | Effect::SignInFailed { user }
        | Effect::CodeConfirmed { user, .. }
        | Effect::CodeRefused { user }
        | Effect::TwoStepSetUp { user, .. }
        | Effect::RecoveryCodesMade { user, .. }
        | Effect::TwoStepRemoved { user }
        | Effect::TwoStepReset { user }
        | Effect::UserLinked { user, .. }
        | Effect::SeenAs { user }
        | Effect::Assigned { user, .. }
        | Effect::Unassigned { user, .. }
        | Effect::SeatReleased { user, .. } => Some(user),
        _ => None,
    }
}

/// Where an effect belongs now; `people` knows where they are whom it is about.
pub(super) fn of(reader: Reader<'_>, people: &People, effect: &Effect) -> Result<Places, SqlError> {
    Ok(match effect {
        Effect::InvitationSent { site, .. } | Effect::InvitationRevoked { site, .. } => of_sites([site]),
        Effect::GrantAdded { details, .. }
        | Effect::GrantRemoved { before: details, .. }
        | Effect::GrantSuspended { details, .. }
        | Effect::GrantResumed { details, .. }
        | Effect::GrantRehomed { details, .. } => of_grant(details),
        Effect::GroupUpdated { group, .. }
        | Effect::GroupDeleted { group, .. }
        | Effect::GroupDisabled { group, .. }
        | Effect::GroupEnabled { group, .. }
        | Effect::GroupLocked { group, .. }
        | Effect::GroupUnlocked { group, .. }
        | Effect::MemberAdded { group, .. }
        | Effect::MemberRemoved { group, .. }
        | Effect::GroupLinked { group, .. }
        | Effect::GroupMoved { group, .. } => of_group(reader, group)?,
        Effect::GroupCreated { parent, group, .. } => of_group(reader, parent.as_ref().unwrap_or(group))?,
        Effect::SiteUpdated { site, .. } => of_site(site),
        Effect::NumberCreated { details, .. } | Effect::NumberDeleted { before: details, .. } => {
            of_sites([&details.site])
        }
        Effect::DeviceCreated { details, .. } | Effect::DeviceDeleted { before: details, .. } => {
            of_sites([&details.site])
        }
        Effect::NumberUpdated { before, details, .. } => of_sites([&before.site, &details.site]),
        Effect::DeviceUpdated { before, details, .. } => of_sites([&before.site, &details.site]),
        Effect::Assigned { site, user, .. } | Effect::Unassigned { site, user, .. } => {
            of_assignment(people.place(user), site.as_ref())
        }
        Effect::BatchApplied { site, .. } | Effect::BatchUndone { site, .. } => of_sites([site]),
        Effect::NoticeSent { details, .. } => of_scope(reader, &details.scope)?,
        Effect::NoteCreated { details: NoteDetails { site: Some(site), .. }, .. }
        | Effect::NoteDeleted { before: NoteDetails { site: Some(site), .. }, .. }
        | Effect::OrderCreated { details: OrderDetails { site: Some(site), .. }, .. }
        | Effect::OrderUpdated { details: OrderDetails { site: Some(site), .. }, .. } => of_site(site),
        effect => person(effect).map_or_else(Places::organization, |user| people.place(user)),
    })
}

fn of_sites<const N: usize>(sites: [&Option<SiteId>; N]) -> Places {
    Places::any(sites.map(|site| site.clone().map_or(Place::Organization, Place::Site)))
}

/// What is assigned is at its site and where its holder is; an administrator is met by those
/// only who reach all of his authority, and so the site alone counts.
fn of_assignment(holder: Places, site: Option<&SiteId>) -> Places {
    match site {
        None => holder,
        Some(site) if holder.all || holder == Places::organization() => of_site(site),
        Some(site) => Places::any(holder.places.into_iter().chain([Place::Site(site.clone())])),
    }
}

fn of_site(site: &SiteId) -> Places {
    Places::any([Place::Site(site.clone())])
}

/// A group is part of all groups above it.
fn of_group(reader: Reader<'_>, group: &GroupId) -> Result<Places, SqlError> {
    let path = groups::path(reader, group)?;
    Ok(if path.is_empty() { Places::organization() } else { Places::any(path.into_iter().map(Place::Group)) })
}

/// Wherever a scope reaches, a group with all above it.
fn of_scope(reader: Reader<'_>, scope: &Scope) -> Result<Places, SqlError> {
    let mut places: BTreeSet<Place> = scope.places().into_iter().collect();
    for group in scope.groups() {
        places.extend(groups::path(reader, group)?.into_iter().map(Place::Group));
    }
    Ok(Places::any(places))
}

/// Where people are. A person is where he belongs and where he is a member; an administrator's
/// account is as far away as his authority reaches.
#[derive(Default)]
pub(super) struct People {
    authority: BTreeMap<UserId, BTreeSet<Place>>,
    places: BTreeMap<UserId, BTreeSet<Place>>,
}

/// So many people are looked for at once: a value may have two megabytes.
const PEOPLE_AT_ONCE: usize = 10_000;

impl People {
    /// Looks for those whom effects are about and who are there before them.
    pub(super) fn before(reader: Reader<'_>, effects: &[Effect]) -> Result<Self, SqlError> {
        Self::of(reader, effects.iter().filter(|effect| !effect.adds_user()))
    }

    /// Looks for those whom effects are about, all at once.
    pub(super) fn of<'e>(reader: Reader<'_>, effects: impl IntoIterator<Item = &'e Effect>) -> Result<Self, SqlError> {
        let people: BTreeSet<&UserId> = effects.into_iter().filter_map(person).collect();
        let people: Vec<_> = people.into_iter().collect();
        let mut found = Self::default();
        for some in people.chunks(PEOPLE_AT_ONCE) {
            found.look_for(reader, some)?;
        }
        Ok(found)
    }

    fn look_for(&mut self, reader: Reader<'_>, people: &[&UserId]) -> Result<(), SqlError> {
        let rows = reader.rows(
            "SELECT user, 'grant', scope FROM grants WHERE user IN (SELECT value FROM json_each(?1))
             UNION ALL SELECT memberships.user, 'grant', grants.scope FROM memberships
                 JOIN group_paths ON group_paths.group_id = memberships.group_id
                 JOIN grants ON grants.group_id = group_paths.ancestor
                 WHERE memberships.user IN (SELECT value FROM json_each(?1))
             UNION ALL SELECT id, 'site', site FROM users
                 WHERE id IN (SELECT value FROM json_each(?1)) AND site IS NOT NULL
             UNION ALL SELECT memberships.user, 'group', ancestor FROM memberships
                 JOIN group_paths ON group_paths.group_id = memberships.group_id
                 WHERE memberships.user IN (SELECT value FROM json_each(?1))",
            &[json(&people)],
        )?;
        for row in &rows {
            let user = row.parse(0)?;
            match row.get::<String>(1)?.as_str() {
                "grant" => self.authority.entry(user).or_default().extend(row.json::<Scope>(2)?.places()),
                "site" => self.places.entry(user).or_default().extend([Place::Site(row.parse(2)?)]),
                _ => self.places.entry(user).or_default().extend([Place::Group(row.parse(2)?)]),
            }
        }
        Ok(())
    }

    fn place(&self, user: &UserId) -> Places {
        let known =
            |places: &BTreeMap<UserId, BTreeSet<Place>>| places.get(user).filter(|set| !set.is_empty()).cloned();
        match known(&self.authority) {
            Some(places) => Places::of(places, true),
            None => known(&self.places).map_or_else(Places::organization, Places::any),
        }
    }
}

fn of_grant(details: &GrantDetails) -> Places {
    Places::of(details.scope.places().into_iter().collect(), true)
}

/// Whom or what an effect was about, for filters: an id.
pub(crate) fn subject(effect: &Effect) -> Option<String> {
    let of_grant = |details: &GrantDetails| match &details.subject {
        Subject::User(user) => user.to_string(),
        Subject::Group(group) => group.to_string(),
    };
    Some(match effect {
        Effect::UserCreated { user, .. }
        | Effect::UserUpdated { user, .. }
        | Effect::LanguageChosen { user, .. }
        | Effect::PreferencesChosen { user, .. }
        | Effect::InvitationAccepted { user, .. }
        | Effect::UserDisabled { user }
        | Effect::UserEnabled { user }
        | Effect::PasswordSet { user, .. }
        | Effect::LinkSent { user, .. }
        | Effect::SessionStarted { user, .. }
        | Effect::SessionEnded { user, .. }
        | Effect::SignInFailed { user }
        | Effect::CodeConfirmed { user, .. }
        | Effect::CodeRefused { user }
        | Effect::TwoStepSetUp { user, .. }
        | Effect::RecoveryCodesMade { user, .. }
        | Effect::TwoStepRemoved { user }
        | Effect::TwoStepReset { user }
        | Effect::MemberAdded { user, .. }
        | Effect::MemberRemoved { user, .. }
        | Effect::Assigned { user, .. }
        | Effect::Unassigned { user, .. }
        | Effect::SeatReleased { user, .. }
        | Effect::UserLinked { user, .. }
        | Effect::SeenAs { user } => user.to_string(),
        Effect::NumberCreated { number, .. }
        | Effect::NumberUpdated { number, .. }
        | Effect::NumberDeleted { number, .. } => number.to_string(),
        Effect::DeviceCreated { device, .. }
        | Effect::DeviceUpdated { device, .. }
        | Effect::DeviceDeleted { device, .. } => device.to_string(),
        Effect::LicenseCreated { license, .. }
        | Effect::LicenseUpdated { license, .. }
        | Effect::SeatsReserved { license, .. }
        | Effect::LicenseDeleted { license, .. } => license.to_string(),
        Effect::GrantAdded { details, .. }
        | Effect::GrantRemoved { before: details, .. }
        | Effect::GrantSuspended { details, .. }
        | Effect::GrantResumed { details, .. }
        | Effect::GrantRehomed { details, .. } => of_grant(details),
        Effect::GroupUpdated { group, .. }
        | Effect::GroupDeleted { group, .. }
        | Effect::GroupDisabled { group, .. }
        | Effect::GroupEnabled { group, .. }
        | Effect::GroupLocked { group, .. }
        | Effect::GroupUnlocked { group, .. }
        | Effect::GroupMoved { group, .. }
        | Effect::GroupLinked { group, .. }
        | Effect::GroupCreated { group, .. } => group.to_string(),
        Effect::SiteCreated { site, .. } | Effect::SiteUpdated { site, .. } => site.to_string(),
        Effect::RoleCreated { role, .. } | Effect::RoleUpdated { role, .. } | Effect::RoleDeleted { role, .. } => {
            role.to_string()
        }
        Effect::FeatureCreated { key, .. }
        | Effect::FeatureUpdated { key, .. }
        | Effect::FeatureDeleted { key, .. } => key.to_string(),
        Effect::CredentialCreated { credential, .. }
        | Effect::CredentialRotated { credential, .. }
        | Effect::CredentialRevoked { credential, .. } => credential.to_string(),
        Effect::DirectoryCreated { directory, .. }
        | Effect::DirectoryUpdated { directory, .. }
        | Effect::RunConfirmed { directory, .. }
        | Effect::RunDeclined { directory, .. } => directory.to_string(),
        Effect::InvitationSent { invitation, .. } | Effect::InvitationRevoked { invitation, .. } => {
            invitation.to_string()
        }
        Effect::WebhookCreated { webhook, .. }
        | Effect::WebhookUpdated { webhook, .. }
        | Effect::WebhookDeleted { webhook, .. }
        | Effect::WebhookRotated { webhook, .. }
        | Effect::WebhookSwitchedOff { webhook, .. }
        | Effect::DeliveryAsked { webhook, .. } => webhook.to_string(),
        Effect::NoticeSent { notice, .. } => notice.to_string(),
        Effect::NoteCreated { note, .. } | Effect::NoteDeleted { note, .. } => note.to_string(),
        Effect::OrderCreated { order, .. } | Effect::OrderUpdated { order, .. } => order.to_string(),
        Effect::BatchApplied { batch, .. } | Effect::BatchUndone { batch, .. } => batch.to_string(),
        Effect::OrganizationCreated { .. }
        | Effect::OrganizationRegistered { .. }
        | Effect::OrganizationActivated { .. }
        | Effect::AccountSuspended { .. }
        | Effect::AccountResumed { .. }
        | Effect::OrganizationSuspended
        | Effect::OrganizationResumed
        | Effect::OrganizationUpdated { .. }
        | Effect::LogoSet { .. }
        | Effect::LogoRemoved { .. }
        | Effect::ColorsChosen { .. }
        | Effect::IntegrationsUpdated { .. }
        | Effect::BrowserRemembered { .. }
        | Effect::RecoveryAsked { .. }
        | Effect::ReminderAsked { .. }
        | Effect::NoticeRead { .. }
        | Effect::BatchStarted { .. }
        | Effect::BatchAbandoned { .. }
        | Effect::RunBegun { .. }
        | Effect::RunResumed { .. }
        | Effect::RunReported { .. }
        | Effect::RunFailed { .. }
        | Effect::TwoStepPolicyUpdated { .. }
        | Effect::CodeUsed { .. }
        | Effect::TwoStepBegun { .. }
        | Effect::Guessed { .. } => return None,
    })
}
