//! What one may put into a role: the edge judges again, this only spares people a refusal.

use crate::{
    i18n::{Value, say},
    problem::{describe, permission_in_words},
    session::helpers,
};
use shared::{
    Code,
    authority::{Permission, Target, decide},
    ids::RoleId,
    session::Session,
};

/// Why nothing may be ticked or unticked in a role, if so: changing a role changes what its
/// holders may do, and nobody may do that to himself.
pub(super) fn obstacle_to_role(session: &Session, role: &RoleId) -> Option<String> {
    let is_own = session.access.grants.iter().any(|grant| grant.role == *role);
    is_own.then(|| describe(&Code::OnOneself.into()))
}

/// Why a permission may not be put into a role, if so: one gives only what one holds.
pub(super) fn obstacle_to_give(session: &Session, permission: &Permission) -> Option<String> {
    let holds = decide(&session.access, permission, &Target::Anywhere).is_allowed();
    (!holds).then(|| {
        let right = Value::Text(permission_in_words(permission.as_str()));
        say("role-not-yours", &[("permission", right), ("helpers", Value::Text(helpers(session)))])
    })
}
