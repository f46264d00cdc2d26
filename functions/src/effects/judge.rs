//! The one judge at the edge: what each effect does to authority, put to
//! [`shared::authority::judge`]. Whatever surface an effect comes from, it passes here.

use super::{Effect, GrantDetails, Origin, facts};
use crate::{gateway::Stop, people, sql::Reader};
use shared::{
    Code,
    assignments::Asset,
    authority::{
        Change, GrantFacts, Permission, Place, UserFacts,
        judge::judge as judge_changes,
        permission::{
            ADMINISTRATORS_VIEW, ASSIGNMENTS_UPDATE, CREDENTIALS_CREATE, CREDENTIALS_DELETE, FEATURES_UPDATE,
            GROUPS_UPDATE, INVENTORY_CREATE, INVENTORY_DELETE, INVENTORY_UPDATE, LICENSES_CREATE, LICENSES_DELETE,
            LICENSES_UPDATE, NOTES_CREATE, NOTES_DELETE, NOTICES_CREATE, ORDERS_CREATE, ORDERS_UPDATE,
            ORGANIZATION_UPDATE, SITES_CREATE, SITES_UPDATE,
        },
    },
    grants::Subject,
    ids::{GrantId, SiteId, UserId},
    roles::RoleKind,
    time::Timestamp,
};

pub(super) fn judge(reader: Reader<'_>, origin: &Origin<'_>, effects: &[Effect], now: Timestamp) -> Result<(), Stop> {
    // Set-up and sign-in act on nobody's behalf; their handlers are all that the gateway lets
    // reach this point without an actor.
    let Some(actor) = origin.actor else {
        return Ok(());
    };
    let changes = changes(effects, &actor.user);
    let snapshot = facts::load(reader, &changes, [&actor.user])?;
    match judge_changes(actor, &changes, &snapshot, now) {
        Ok(_) => Ok(()),
        Err(refusal) => {
            let visible = visible(reader, origin, refusal.subject.as_ref())?;
            let at = if refusal.code == Code::ExceedsOwnAuthority { role_field(effects) } else { None };
            let problem = refusal.problem(|_| visible);
            Err(at.map_or(problem.clone(), |field| problem.at(field)).into())
        }
    }
}

/// Whether the caller may see the person whom a refusal is about.
fn visible(reader: Reader<'_>, origin: &Origin<'_>, subject: Option<&Subject>) -> Result<bool, Stop> {
    let (Some(actor), Some(Subject::User(user))) = (origin.actor, subject) else {
        return Ok(false);
    };
    Ok(people::may_see(reader, actor, user, &ADMINISTRATORS_VIEW)?)
}

/// The field of the form that is too much, when a role's own making is.
fn role_field(effects: &[Effect]) -> Option<&'static str> {
    let of_role = |effect: &Effect| matches!(effect, Effect::RoleCreated { .. } | Effect::RoleUpdated { .. });
    effects.iter().any(of_role).then_some("details.permissions")
}

/// What the effects do to authority, in their order.
pub(crate) fn changes(effects: &[Effect], actor: &UserId) -> Vec<Change> {
    effects.iter().flat_map(|effect| changes_of(effect, actor)).collect()
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
        Effect::LanguageChosen { user, .. } => vec![Change::UserUpdated { user: user.clone() }],
        Effect::UserDisabled { user } => vec![Change::UserDisabled { user: user.clone() }],
        Effect::UserEnabled { user } => vec![Change::UserEnabled { user: user.clone() }],
        Effect::PasswordSet { user, temporary_until, .. } => {
            vec![Change::PasswordSet { user: user.clone(), temporary: temporary_until.is_some() }]
        }
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
        Effect::MemberAdded { group, user, .. } => {
            vec![Change::MemberAdded { group: group.clone(), user: user.clone() }]
        }
        Effect::MemberRemoved { group, user, .. } => {
            vec![Change::MemberRemoved { group: group.clone(), user: user.clone() }]
        }
        Effect::GroupUpdated { group, .. } => act(GROUPS_UPDATE, Place::Group(group.clone())),
        Effect::OrganizationUpdated { .. } => act(ORGANIZATION_UPDATE, Place::Organization),
        Effect::SiteCreated { .. } => act(SITES_CREATE, Place::Organization),
        Effect::SiteUpdated { site, .. } => act(SITES_UPDATE, Place::Site(site.clone())),
        Effect::FeatureCreated { .. } | Effect::FeatureUpdated { .. } | Effect::FeatureDeleted { .. } => {
            act(FEATURES_UPDATE, Place::Organization)
        }
        Effect::NoteCreated { details, .. } => act(NOTES_CREATE, at(details.site.as_ref())),
        Effect::NoteDeleted { before, .. } => act(NOTES_DELETE, at(before.site.as_ref())),
        Effect::OrderCreated { details, .. } => act(ORDERS_CREATE, at(details.site.as_ref())),
        Effect::OrderUpdated { details, .. } => act(ORDERS_UPDATE, at(details.site.as_ref())),
        Effect::CredentialCreated { .. } => act(CREDENTIALS_CREATE, Place::Organization),
        Effect::CredentialRevoked { .. } => act(CREDENTIALS_DELETE, Place::Organization),
        Effect::NoticeSent { details, .. } => {
            details.scope.places().into_iter().flat_map(|place| act(NOTICES_CREATE, place)).collect()
        }
        Effect::SeenAs { user } => vec![Change::SeenAs { user: user.clone() }],
        Effect::NumberCreated { details, .. } => act(INVENTORY_CREATE, place_of(details.site.as_ref())),
        Effect::DeviceCreated { details, .. } => act(INVENTORY_CREATE, place_of(details.site.as_ref())),
        Effect::NumberUpdated { before, details, .. } => at_both(before.site.as_ref(), details.site.as_ref()),
        Effect::DeviceUpdated { before, details, .. } => at_both(before.site.as_ref(), details.site.as_ref()),
        Effect::NumberDeleted { before, .. } => act(INVENTORY_DELETE, place_of(before.site.as_ref())),
        Effect::DeviceDeleted { before, .. } => act(INVENTORY_DELETE, place_of(before.site.as_ref())),
        Effect::LicenseCreated { .. } => act(LICENSES_CREATE, Place::Organization),
        Effect::LicenseUpdated { .. } => act(LICENSES_UPDATE, Place::Organization),
        Effect::LicenseDeleted { .. } => act(LICENSES_DELETE, Place::Organization),
        Effect::Assigned { asset, site, user } | Effect::Unassigned { asset, site, user } => {
            assignment(asset, site.as_ref(), user)
        }
        // It follows from what is judged: see `entailed`.
        Effect::SeatReleased { .. } => Vec::new(),
        // What a batch does is judged effect by effect.
        Effect::BatchStarted { .. }
        | Effect::BatchAbandoned { .. }
        | Effect::BatchApplied { .. }
        | Effect::BatchUndone { .. } => Vec::new(),
        // Only set-up makes these, on nobody's behalf.
        Effect::OrganizationCreated { .. }
        | Effect::OrganizationRegistered { .. }
        | Effect::OrganizationActivated { .. }
        | Effect::RoleCreated { .. } => vec![Change::Reserved],
        // Signing in is on nobody's behalf, and the rest is bookkeeping.
        Effect::SessionStarted { .. }
        | Effect::SignInFailed { .. }
        | Effect::BrowserRemembered { .. }
        | Effect::NoticeRead { .. }
        | Effect::Guessed { .. } => Vec::new(),
    }
}

/// The place of something that may belong to a site.
fn at(site: Option<&SiteId>) -> Place {
    site.map_or(Place::Organization, |site| Place::Site(site.clone()))
}

fn act(permission: Permission, place: Place) -> Vec<Change> {
    vec![Change::Act { permission, place }]
}

fn place_of(site: Option<&SiteId>) -> Place {
    site.map_or(Place::Organization, |site| Place::Site(site.clone()))
}

/// What goes from one site to another takes the right at both.
fn at_both(from: Option<&SiteId>, to: Option<&SiteId>) -> Vec<Change> {
    [from, to].into_iter().flat_map(|site| act(INVENTORY_UPDATE, place_of(site))).collect()
}

/// The right over the user and, for what belongs to a site, there. Seats belong to nobody's site.
fn assignment(asset: &Asset, site: Option<&SiteId>, user: &UserId) -> Vec<Change> {
    let mut changes = vec![Change::ActOn { permission: ASSIGNMENTS_UPDATE, user: user.clone() }];
    if !matches!(asset, Asset::License(_)) {
        changes.extend(act(ASSIGNMENTS_UPDATE, place_of(site)));
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
