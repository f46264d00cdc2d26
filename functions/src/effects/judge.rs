//! The one judge at the edge: what each effect does to authority, put to
//! [`shared::authority::judge`]. Whatever surface an effect comes from, it passes here.

use super::{Effect, GrantDetails, Origin, facts};
use crate::{
    gateway::Stop,
    groups, people,
    sql::{Reader, SqlError},
};
use shared::{
    Code,
    assignments::Asset,
    authority::{
        Access, Change, GrantFacts, Permission, Place, Target, UserFacts, decide,
        judge::judge as judge_changes,
        permission::{
            ACCOUNTS_CREATE, ACCOUNTS_UPDATE, ADMINISTRATORS_VIEW, ASSIGNMENTS_UPDATE, CREDENTIALS_CREATE,
            CREDENTIALS_DELETE, FEATURES_UPDATE, GROUPS_UPDATE, GROUPS_VIEW, INTEGRATIONS_UPDATE, INVENTORY_CREATE,
            INVENTORY_DELETE, INVENTORY_UPDATE, LICENSES_CREATE, LICENSES_DELETE, LICENSES_UPDATE, NOTES_CREATE,
            NOTES_DELETE, NOTICES_CREATE, ORDERS_CREATE, ORDERS_UPDATE, ORGANIZATION_UPDATE, SITES_CREATE,
            SITES_UPDATE, USERS_CREATE,
        },
    },
    credentials::Reach,
    grants::Subject,
    ids::{GrantId, GroupId, InvitationId, SiteId, UserId},
    roles::RoleKind,
    time::Timestamp,
    users::Status,
};

pub(super) fn judge(reader: Reader<'_>, origin: &Origin<'_>, effects: &[&Effect], now: Timestamp) -> Result<(), Stop> {
    // Set-up, signing in, the link of a mail and the operator's front act on nobody's behalf here.
    // What an invitation gives is judged as its sender's, by `permitted_to`.
    let Some(actor) = origin.actor else {
        return Ok(());
    };
    built_in_stays(reader, effects)?;
    disabled_carries_nothing(reader, effects)?;
    let changes = changes(effects.iter().copied(), &actor.user);
    let snapshot = facts::load(reader, &changes, [&actor.user])?;
    match judge_changes(actor, &changes, &snapshot, now) {
        Ok(_) => Ok(()),
        Err(refusal) => {
            let about = refusal.subject.iter().cloned().chain(refusal.through.clone().map(Subject::Group));
            let mut seen = Vec::new();
            for subject in about {
                if is_seen(reader, actor, &subject)? {
                    seen.push(subject);
                }
            }
            let is_too_much = refusal.code == Code::ExceedsOwnAuthority;
            let switch = || switch_field(effects, |changes| judge_changes(actor, changes, &snapshot, now).is_ok());
            let at = role_field(effects).filter(|_| is_too_much).or_else(switch);
            let problem = refusal.problem(|subject| seen.contains(subject));
            Err(at.map_or(problem.clone(), |field| problem.at(field)).into())
        }
    }
}

/// The group that belongs to the product keeps its name, its place and what it is given, whatever
/// way the change comes (CRES-6).
fn built_in_stays(reader: Reader<'_>, effects: &[&Effect]) -> Result<(), Stop> {
    let touched = effects.iter().filter_map(|effect| match effect {
        Effect::GroupUpdated { group, .. }
        | Effect::GroupMoved { group, .. }
        | Effect::GroupDisabled { group, .. }
        | Effect::GroupDeleted { group, .. } => Some(group),
        Effect::GrantRemoved { before: GrantDetails { subject: Subject::Group(group), .. }, .. }
        | Effect::GrantSuspended { details: GrantDetails { subject: Subject::Group(group), .. }, .. }
        | Effect::GrantRehomed { details: GrantDetails { subject: Subject::Group(group), .. }, .. } => Some(group),
        _ => None,
    });
    for group in touched {
        if crate::groups::find(reader, group)?.is_some_and(|group| group.built_in) {
            return Err(Code::BuiltIn.into());
        }
    }
    Ok(())
}

/// A disabled group is given nothing that counts, whatever way it comes, until it is enabled.
fn disabled_carries_nothing(reader: Reader<'_>, effects: &[&Effect]) -> Result<(), Stop> {
    let given = effects.iter().filter_map(|effect| match effect {
        Effect::GrantAdded { details, .. } if details.suspended => None,
        Effect::GrantAdded { details, .. } | Effect::GrantResumed { details, .. } => match &details.subject {
            Subject::Group(group) => Some(group),
            Subject::User(_) => None,
        },
        _ => None,
    });
    for group in given {
        if crate::groups::find(reader, group)?.is_some_and(|group| group.status == Status::Disabled) {
            return Err(Code::GroupDisabled.into());
        }
    }
    Ok(())
}

/// Whether the caller may see whom a refusal is about.
fn is_seen(reader: Reader<'_>, actor: &Access, subject: &Subject) -> Result<bool, SqlError> {
    match subject {
        Subject::User(user) => people::may_see(reader, actor, user, &ADMINISTRATORS_VIEW),
        Subject::Group(group) => {
            let place = Target::Group { path: groups::path(reader, group)? };
            Ok(decide(actor, &GROUPS_VIEW, &place).is_allowed())
        }
    }
}

/// The field of the form that is too much, when a role's own making is.
fn role_field(effects: &[&Effect]) -> Option<&'static str> {
    let of_role = |effect: &&Effect| matches!(effect, Effect::RoleCreated { .. } | Effect::RoleUpdated { .. });
    effects.iter().any(of_role).then_some("details.permissions")
}

/// The switch in a directory's form, when nothing is too much but what the directory would hand on.
fn switch_field(effects: &[&Effect], may: impl Fn(&[Change]) -> bool) -> Option<&'static str> {
    let [Effect::DirectoryUpdated { reach, hands_on, .. }] = effects else {
        return None;
    };
    (!hands_on.is_empty() && may(&of_credential(reach))).then_some("details.teams_with_permissions")
}

/// What the effects do to authority, in their order.
pub(crate) fn changes<'e>(effects: impl IntoIterator<Item = &'e Effect>, actor: &UserId) -> Vec<Change> {
    let effects = effects.into_iter();
    // Mostly each is one change: room made by doubling would be half of what the judge takes.
    let mut changes = Vec::with_capacity(effects.size_hint().0);
    changes.extend(effects.flat_map(|effect| changes_of(effect, actor)));
    changes
}

/// Every effect is named here, so that a new one cannot be forgotten.
fn changes_of(effect: &Effect, actor: &UserId) -> Vec<Change> {
    match effect {
        Effect::UserCreated { user, site, temporary_until, .. } => {
            let permanent_password = temporary_until.is_none();
            let facts = UserFacts { active: true, permanent_password, site: site.clone() };
            vec![Change::UserCreated { user: user.clone(), facts }]
        }
        Effect::UserUpdated { user, before, person, site_before, site } => {
            let same_login = before.user_name == person.user_name && before.email == person.email;
            let login = (!same_login).then(|| Change::LoginChanged { user: user.clone() });
            let moved = (site_before != site).then(|| Change::UserMoved { user: user.clone(), site: site.clone() });
            [Some(Change::UserUpdated { user: user.clone() }), login, moved].into_iter().flatten().collect()
        }
        Effect::LanguageChosen { user, .. }
        | Effect::PreferencesChosen { user, .. }
        | Effect::LinkSent { user, .. } => {
            vec![Change::UserUpdated { user: user.clone() }]
        }
        Effect::InvitationSent { invitation, site, group, .. } => invited(invitation, site.as_ref(), group.as_ref()),
        Effect::InvitationRevoked { site, .. } => act(USERS_CREATE, at(site.as_ref())),
        Effect::UserDisabled { user } => vec![Change::UserDisabled { user: user.clone() }],
        Effect::UserEnabled { user } => vec![Change::UserEnabled { user: user.clone() }],
        Effect::PasswordSet { user, temporary_until, .. } => {
            vec![Change::PasswordSet { user: user.clone(), temporary: temporary_until.is_some() }]
        }
        Effect::CodeConfirmed { user, .. }
        | Effect::TwoStepSetUp { user, .. }
        | Effect::RecoveryCodesMade { user, .. }
        | Effect::TwoStepRemoved { user } => vec![Change::UserUpdated { user: user.clone() }],
        // Whoever knows the password has the account then.
        Effect::TwoStepReset { user } => vec![Change::LoginChanged { user: user.clone() }],
        Effect::SessionEnded { user, .. } => vec![Change::SessionEnded { user: user.clone() }],
        Effect::GrantAdded { grant, details } => vec![added(grant, details, actor)],
        Effect::GrantRemoved { grant, .. } => vec![Change::GrantRemoved { grant: grant.clone() }],
        Effect::GrantSuspended { grant, .. } => vec![Change::GrantSuspended { grant: grant.clone() }],
        Effect::GrantResumed { grant, .. } => vec![Change::GrantResumed { grant: grant.clone() }],
        Effect::GrantRehomed { grant, grantor, .. } => {
            vec![Change::GrantRehomed { grant: grant.clone(), grantor: grantor.clone() }]
        }
        Effect::RoleCreated { role, kind: RoleKind::Custom, details } => vec![Change::RoleCreated {
            role: role.clone(),
            name: details.name.clone(),
            permissions: details.permissions.clone(),
        }],
        Effect::RoleUpdated { role, details, .. } => {
            vec![Change::RoleUpdated { role: role.clone(), permissions: details.permissions.clone() }]
        }
        Effect::RoleDeleted { role, .. } => vec![Change::RoleDeleted { role: role.clone() }],
        Effect::GroupCreated { group, parent, .. } => {
            vec![Change::GroupCreated { group: group.clone(), parent: parent.clone() }]
        }
        Effect::GroupMoved { group, parent, .. } => {
            vec![Change::GroupMoved { group: group.clone(), parent: parent.clone() }]
        }
        Effect::GroupDeleted { group, .. } => vec![Change::GroupDeleted { group: group.clone() }],
        Effect::GroupDisabled { group, grants } => {
            let suspended = grants.iter().map(|grant| Change::GrantSuspended { grant: grant.clone() });
            act(GROUPS_UPDATE, Place::Group(group.clone())).into_iter().chain(suspended).collect()
        }
        Effect::GroupEnabled { group, grants } => {
            let resumed = grants.iter().map(|grant| Change::GrantResumed { grant: grant.clone() });
            act(GROUPS_UPDATE, Place::Group(group.clone())).into_iter().chain(resumed).collect()
        }
        Effect::GroupLocked { group, .. } => vec![Change::GroupLocked { group: group.clone() }],
        Effect::GroupUnlocked { group, .. } => vec![Change::GroupUnlocked { group: group.clone() }],
        Effect::MemberAdded { group, user, .. } => {
            vec![Change::MemberAdded { group: group.clone(), user: user.clone() }]
        }
        Effect::MemberRemoved { group, user, .. } => {
            vec![Change::MemberRemoved { group: group.clone(), user: user.clone() }]
        }
        Effect::UserLinked { user, .. } => vec![Change::UserUpdated { user: user.clone() }],
        Effect::GroupUpdated { group, .. } | Effect::GroupLinked { group, .. } => {
            act(GROUPS_UPDATE, Place::Group(group.clone()))
        }
        Effect::OrganizationUpdated { .. }
        | Effect::LogoSet { .. }
        | Effect::LogoRemoved { .. }
        | Effect::ColorsChosen { .. }
        | Effect::TwoStepPolicyUpdated { .. } => act(ORGANIZATION_UPDATE, Place::Organization),
        Effect::SiteCreated { .. } => act(SITES_CREATE, Place::Organization),
        Effect::SiteUpdated { site, .. } => act(SITES_UPDATE, Place::Site(site.clone())),
        Effect::FeatureCreated { .. } | Effect::FeatureUpdated { .. } | Effect::FeatureDeleted { .. } => {
            act(FEATURES_UPDATE, Place::Organization)
        }
        Effect::NoteCreated { details, .. } => act(NOTES_CREATE, at(details.site.as_ref())),
        Effect::NoteDeleted { before, .. } => act(NOTES_DELETE, at(before.site.as_ref())),
        Effect::OrderCreated { details, .. } => act(ORDERS_CREATE, at(details.site.as_ref())),
        Effect::OrderUpdated { details, .. } => act(ORDERS_UPDATE, at(details.site.as_ref())),
        Effect::CredentialCreated { reach, .. } | Effect::CredentialRotated { reach, .. } => of_credential(reach),
        // Whoever changes a directory, or agrees to its plan, could do there what it does.
        Effect::DirectoryUpdated { reach, hands_on, .. } | Effect::RunConfirmed { reach, hands_on, .. } => {
            of_credential(reach).into_iter().chain(hands_on.iter().flat_map(within)).collect()
        }
        Effect::DirectoryCreated { .. } | Effect::RunDeclined { .. } => act(CREDENTIALS_CREATE, Place::Organization),
        // What a connector tells changes nobody; what it does comes over SCIM.
        Effect::RunBegun { .. } | Effect::RunResumed { .. } | Effect::RunReported { .. } | Effect::RunFailed { .. } => {
            Vec::new()
        }
        Effect::CredentialRevoked { .. } => act(CREDENTIALS_DELETE, Place::Organization),
        Effect::IntegrationsUpdated { .. }
        | Effect::WebhookCreated { .. }
        | Effect::WebhookUpdated { .. }
        | Effect::WebhookDeleted { .. }
        | Effect::WebhookRotated { .. }
        | Effect::DeliveryAsked { .. } => act(INTEGRATIONS_UPDATE, Place::Organization),
        Effect::NoticeSent { details, .. } => {
            details.scope.places().into_iter().flat_map(|place| act(NOTICES_CREATE, place)).collect()
        }
        Effect::SeenAs { user } => vec![Change::SeenAs { user: user.clone() }],
        Effect::NumberCreated { details, .. } => act(INVENTORY_CREATE, at(details.site.as_ref())),
        Effect::DeviceCreated { details, .. } => act(INVENTORY_CREATE, at(details.site.as_ref())),
        Effect::NumberUpdated { before, details, .. } => at_both(before.site.as_ref(), details.site.as_ref()),
        Effect::DeviceUpdated { before, details, .. } => at_both(before.site.as_ref(), details.site.as_ref()),
        Effect::NumberDeleted { before, .. } => act(INVENTORY_DELETE, at(before.site.as_ref())),
        Effect::DeviceDeleted { before, .. } => act(INVENTORY_DELETE, at(before.site.as_ref())),
        Effect::LicenseCreated { .. } => act(LICENSES_CREATE, Place::Organization),
        Effect::LicenseUpdated { .. } | Effect::SeatsReserved { .. } => act(LICENSES_UPDATE, Place::Organization),
        Effect::LicenseDeleted { .. } => act(LICENSES_DELETE, Place::Organization),
        Effect::Assigned { asset, site, user } | Effect::Unassigned { asset, site, user } => {
            assignment(asset, site.as_ref(), user)
        }
        // It follows from what is judged: see `entailed`.
        Effect::SeatReleased { .. } => Vec::new(),
        Effect::OrganizationRegistered { .. } | Effect::OrganizationActivated { .. } => {
            act(ACCOUNTS_CREATE, Place::Organization)
        }
        Effect::AccountSuspended { .. } | Effect::AccountResumed { .. } => act(ACCOUNTS_UPDATE, Place::Organization),
        // What a batch does is judged effect by effect.
        Effect::BatchStarted { .. }
        | Effect::BatchAbandoned { .. }
        | Effect::BatchApplied { .. }
        | Effect::BatchUndone { .. } => Vec::new(),
        // Only set-up, the operator's front and the alarm make these, on nobody's behalf.
        Effect::OrganizationCreated { .. }
        | Effect::OrganizationSuspended
        | Effect::OrganizationResumed
        | Effect::WebhookSwitchedOff { .. }
        | Effect::RoleCreated { .. } => vec![Change::Reserved],
        // Signing in is on nobody's behalf, and the rest is bookkeeping.
        Effect::SessionStarted { .. }
        | Effect::SignInFailed { .. }
        | Effect::BrowserRemembered { .. }
        | Effect::NoticeRead { .. }
        | Effect::RecoveryAsked { .. }
        | Effect::ReminderAsked { .. }
        | Effect::InvitationAccepted { .. }
        | Effect::CodeRefused { .. }
        | Effect::CodeUsed { .. }
        | Effect::TwoStepBegun { .. }
        | Effect::Guessed { .. } => Vec::new(),
    }
}

/// Inviting is judged as adding the person there and then.
fn invited(invitation: &InvitationId, site: Option<&SiteId>, group: Option<&GroupId>) -> Vec<Change> {
    let Ok(user) = invitation.as_str().parse::<UserId>() else {
        return vec![Change::Reserved];
    };
    let facts = UserFacts { active: true, permanent_password: false, site: site.cloned() };
    let joins = group.map(|group| Change::MemberAdded { group: group.clone(), user: user.clone() });
    std::iter::once(Change::UserCreated { user, facts }).chain(joins).collect()
}

/// The place of something that may belong to a site.
fn at(site: Option<&SiteId>) -> Place {
    site.map_or(Place::Organization, |site| Place::Site(site.clone()))
}

/// Nobody gives a service what he may not do there himself, nor takes over a token that may more.
fn of_credential(reach: &Reach) -> Vec<Change> {
    act(CREDENTIALS_CREATE, Place::Organization).into_iter().chain(within(reach)).collect()
}

/// To do each of these things at each of these places.
fn within(reach: &Reach) -> Vec<Change> {
    let of_place = |place: Place| reach.permissions.iter().flat_map(move |it| act(it.clone(), place.clone()));
    reach.scope.places().into_iter().flat_map(of_place).collect()
}

fn act(permission: Permission, place: Place) -> Vec<Change> {
    vec![Change::Act { permission, place }]
}

/// What goes from one site to another takes the right at both.
fn at_both(from: Option<&SiteId>, to: Option<&SiteId>) -> Vec<Change> {
    [from, to].into_iter().flat_map(|site| act(INVENTORY_UPDATE, at(site))).collect()
}

/// The right over the user and, for what belongs to a site, there. Seats belong to nobody's site.
fn assignment(asset: &Asset, site: Option<&SiteId>, user: &UserId) -> Vec<Change> {
    let mut changes = vec![Change::ActOn { permission: ASSIGNMENTS_UPDATE, user: user.clone() }];
    if !matches!(asset, Asset::License(_)) {
        changes.extend(act(ASSIGNMENTS_UPDATE, at(site)));
    }
    changes
}

fn added(grant: &GrantId, details: &GrantDetails, actor: &UserId) -> Change {
    let facts = GrantFacts {
        subject: details.subject.clone(),
        role: details.role.clone(),
        scope: details.scope.clone(),
        validity: details.validity,
        suspended: details.suspended,
        grantor: Some(actor.clone()),
    };
    Change::GrantAdded { grant: grant.clone(), facts }
}
