//! What one may put into a role: the edge judges again, this only spares people a refusal.

use crate::{
    i18n::{Value, say},
    problem::{describe, permission_in_words},
    session::helpers,
};
use shared::{
    Problem,
    authority::{Permission, Target, decide, judge},
    ids::RoleId,
    roles::Role,
    session::Session,
};

/// Why nothing at all may be ticked or unticked in a role, if so.
pub(super) fn obstacle_to_role(session: &Session, role: &Role) -> Option<String> {
    if role.kind.is_built_in() {
        return Some(say("role-built-in", &[]));
    }
    is_held_by_oneself(session, &role.id).then(|| own_rights(session)).flatten()
}

/// Why a permission may not be put into a role, if so: one gives only what one holds.
pub(super) fn obstacle_to_give(session: &Session, permission: &Permission) -> Option<String> {
    let holds = decide(&session.access, permission, &Target::Anywhere).is_allowed();
    (!holds).then(|| {
        let right = Value::Text(permission_in_words(permission.as_str()));
        say("role-not-yours", &[("permission", right), ("helpers", Value::Text(helpers(session)))])
    })
}

fn is_held_by_oneself(session: &Session, role: &RoleId) -> bool {
    session.access.grants.iter().any(|grant| grant.role == *role)
}

/// Changing a role changes what its holders may do: nobody may do that to himself.
fn own_rights(session: &Session) -> Option<String> {
    let refusal: Option<Problem> = judge::judge(&session.access, judge::Act::Weaken { subject: &session.access }).err();
    refusal.as_ref().map(describe)
}
