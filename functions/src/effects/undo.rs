//! The effect that takes back another one. It is judged like any other, with today's authority.

use super::{Effect, GrantDetails};
use shared::{assignments::Asset, batches::BatchKind};

/// Whether there is a way back.
pub(crate) fn is_undoable(effect: &Effect) -> bool {
    match effect {
        // As a whole, effect by effect; passwords have no way back.
        Effect::BatchApplied { kind, effects, .. } => *kind != BatchKind::ResetPassword && *effects > 0,
        effect => inverse(effect).is_some(),
    }
}

/// What takes the effect back, if anything does. Secrets, sessions and what was made anew have
/// no way back; neither have things that are gone for good, because ids are never used again:
/// a grant that was taken is given anew, with an id of its own, by whoever undoes it.
pub(crate) fn inverse(effect: &Effect) -> Option<Effect> {
    Some(match effect.clone() {
        Effect::UserUpdated { user, before, person, site_before, site } => {
            Effect::UserUpdated { user, before: person, person: before, site_before: site, site: site_before }
        }
        Effect::UserDisabled { user } => Effect::UserEnabled { user },
        Effect::UserEnabled { user } => Effect::UserDisabled { user },
        Effect::GrantAdded { grant, details } => Effect::GrantRemoved { grant, before: details },
        Effect::GrantRemoved { grant, before } => {
            Effect::GrantAdded { grant, details: GrantDetails { grantor: None, ..before } }
        }
        Effect::GrantSuspended { grant, details } => Effect::GrantResumed { grant, details },
        Effect::GrantResumed { grant, details } => Effect::GrantSuspended { grant, details },
        Effect::GrantRehomed { grant, details, grantor } => {
            let before = details.grantor.clone()?;
            Effect::GrantRehomed { grant, details: GrantDetails { grantor: Some(grantor), ..details }, grantor: before }
        }
        Effect::RoleUpdated { role, before, details } => Effect::RoleUpdated { role, before: details, details: before },
        Effect::OrganizationUpdated { before, settings } => {
            Effect::OrganizationUpdated { before: settings, settings: before }
        }
        Effect::ColorsChosen { before, details } => Effect::ColorsChosen { before: details, details: before },
        Effect::IntegrationsUpdated { before, settings } => {
            Effect::IntegrationsUpdated { before: settings, settings: before }
        }
        Effect::TwoStepPolicyUpdated { before, details } => {
            Effect::TwoStepPolicyUpdated { before: details, details: before }
        }
        Effect::SiteUpdated { site, before, details } => Effect::SiteUpdated { site, before: details, details: before },
        Effect::GroupCreated { group, kind, parent, details, .. } => {
            Effect::GroupDeleted { group, kind, parent, before: details }
        }
        Effect::GroupUpdated { group, before, details } => {
            Effect::GroupUpdated { group, before: details, details: before }
        }
        Effect::GroupMoved { group, before, parent } => Effect::GroupMoved { group, before: parent, parent: before },
        Effect::GroupDisabled { group, grants } => Effect::GroupEnabled { group, grants },
        Effect::GroupEnabled { group, grants } => Effect::GroupDisabled { group, grants },
        Effect::GroupLocked { group, before: None, reason } => Effect::GroupUnlocked { group, before: reason },
        Effect::GroupLocked { group, before: Some(before), reason } => {
            Effect::GroupLocked { group, before: Some(reason), reason: before }
        }
        Effect::GroupUnlocked { group, before } => Effect::GroupLocked { group, before: None, reason: before },
        Effect::MemberAdded { group, kind, user } => Effect::MemberRemoved { group, kind, user },
        Effect::MemberRemoved { group, kind, user } => Effect::MemberAdded { group, kind, user },
        Effect::FeatureUpdated { key, before, details } => {
            Effect::FeatureUpdated { key, before: details, details: before }
        }
        Effect::NumberCreated { number, details } => Effect::NumberDeleted { number, before: details },
        Effect::NumberUpdated { number, before, details } => {
            Effect::NumberUpdated { number, before: details, details: before }
        }
        Effect::NumberDeleted { number, before } => Effect::NumberCreated { number, details: before },
        Effect::DeviceCreated { device, details } => Effect::DeviceDeleted { device, before: details },
        Effect::DeviceUpdated { device, before, details } => {
            Effect::DeviceUpdated { device, before: details, details: before }
        }
        Effect::DeviceDeleted { device, before } => Effect::DeviceCreated { device, details: before },
        Effect::LicenseCreated { license, details } => Effect::LicenseDeleted { license, before: details },
        Effect::LicenseUpdated { license, before, details } => {
            Effect::LicenseUpdated { license, before: details, details: before }
        }
        Effect::LicenseDeleted { license, before } => Effect::LicenseCreated { license, details: before },
        Effect::SeatsReserved { license, group, before, seats } => {
            Effect::SeatsReserved { license, group, before: seats, seats: before }
        }
        Effect::Assigned { asset, site, user } => Effect::Unassigned { asset, site, user },
        Effect::Unassigned { asset, site, user } => Effect::Assigned { asset, site, user },
        Effect::SeatReleased { license, user } => Effect::Assigned { asset: Asset::License(license), site: None, user },
        Effect::OrderUpdated { order, details, before, status } => {
            Effect::OrderUpdated { order, details, before: status, status: before }
        }
        _ => return None,
    })
}
