//! The one judge at the edge: what each effect does to whose authority, put to
//! [`shared::authority::judge`]. Whatever surface an effect comes from, it passes here.

use super::{Effect, Origin};
use crate::{
    gateway::Stop,
    people, roles,
    sql::{Reader, SqlError},
};
use shared::{
    Code,
    authority::{
        Access, Decision, Permissions, Scope, Target, decide,
        judge::{Act, judge as judge_act},
        permission::ADMINISTRATORS_UPDATE,
    },
    ids::{RoleId, UserId},
    roles::{RoleDetails, RoleKind},
};

pub(super) fn judge(reader: Reader<'_>, origin: &Origin<'_>, effect: &Effect) -> Result<(), Stop> {
    // Set-up and sign-in act on nobody's behalf; their handlers are all that the gateway lets
    // reach this point without an actor.
    let Some(actor) = origin.actor else {
        return Ok(());
    };
    match effect {
        // What one may change about oneself: all but what one signs in with and where one belongs.
        Effect::UserUpdated { user, before, person, site_before, site } if *user == actor.user => {
            let keeps = before.user_name == person.user_name && before.email == person.email && site_before == site;
            if keeps { Ok(()) } else { Err(Code::OnOneself.into()) }
        }
        Effect::UserUpdated { user, .. } | Effect::UserDisabled { user } => change_account(reader, actor, user),
        // One's own password is changed with the current one, which the handler has checked.
        Effect::PasswordSet { user, temporary_until: None, .. } if *user == actor.user => Ok(()),
        Effect::PasswordSet { user, .. } => change_account(reader, actor, user),
        Effect::UserEnabled { user } => {
            administers(actor, &people::granted(reader, user)?)?;
            confer_again(reader, actor, user)
        }
        Effect::GrantAdded { user, role, scope, .. } => confer_role(reader, actor, user, role, scope),
        Effect::GrantRemoved { user, .. } => weaken(reader, actor, user),
        Effect::RoleCreated { details, .. } => holds(actor, &details.permissions),
        Effect::RoleUpdated { role, before, details } => change_role(reader, actor, role, before, details),
        _ => Ok(()),
    }
}

/// When an owner loses the role or the account, another must be left who can sign in.
pub(super) fn still_has_owner(reader: Reader<'_>, effects: &[Effect]) -> Result<(), Stop> {
    let mut concerned = false;
    for effect in effects {
        concerned |= match effect {
            Effect::UserDisabled { user } => people::granted(reader, user)?.is_owner(),
            Effect::GrantRemoved { role, .. } => is_owner_role(reader, role)?,
            _ => false,
        };
    }
    if !concerned {
        return Ok(());
    }
    let owner = reader.row(
        "SELECT 1 FROM roles JOIN grants ON grants.role = roles.id JOIN users ON users.id = grants.user
         WHERE roles.kind = 'owner' AND grants.everywhere AND users.status = 'active' AND users.temporary_until IS NULL LIMIT 1",
        &[],
    )?;
    owner.map(|_| ()).ok_or_else(|| Code::LastOwner.into())
}

fn is_owner_role(reader: Reader<'_>, role: &RoleId) -> Result<bool, SqlError> {
    Ok(roles::find(reader, role)?.is_some_and(|role| role.kind == RoleKind::Owner))
}

/// Whoever has an account in hand has what it holds. So an administrator's account takes the
/// right to change administrators, also where it is met as a user's.
fn change_account(reader: Reader<'_>, actor: &Access, user: &UserId) -> Result<(), Stop> {
    weaken(reader, actor, user)?;
    administers(actor, &people::granted(reader, user)?)
}

fn administers(actor: &Access, subject: &Access) -> Result<(), Stop> {
    for grant in &subject.grants {
        decide(actor, &ADMINISTRATORS_UPDATE, &Target::all_of(grant.scope.clone())).require()?;
    }
    Ok(())
}

fn weaken(reader: Reader<'_>, actor: &Access, user: &UserId) -> Result<(), Stop> {
    // What a disabled person would hold counts: resetting his password takes it over as well.
    let subject = people::granted(reader, user)?;
    Ok(judge_act(actor, Act::Weaken { subject: &subject })?)
}

fn confer_role(reader: Reader<'_>, actor: &Access, user: &UserId, role: &RoleId, scope: &Scope) -> Result<(), Stop> {
    let role = roles::find(reader, role)?.ok_or(Code::NotFound)?;
    let owner = role.kind == RoleKind::Owner;
    let act = Act::Confer { subject: user, owner, permissions: &role.details.permissions, scope };
    Ok(judge_act(actor, act)?)
}

/// Enabling gives somebody back what he holds.
fn confer_again(reader: Reader<'_>, actor: &Access, user: &UserId) -> Result<(), Stop> {
    for grant in people::granted(reader, user)?.grants {
        let act =
            Act::Confer { subject: user, owner: grant.owner, permissions: &grant.permissions, scope: &grant.scope };
        judge_act(actor, act)?;
    }
    Ok(())
}

/// A role is made of what its maker holds somewhere; giving it is judged when it is given.
fn holds(actor: &Access, permissions: &Permissions) -> Result<(), Stop> {
    for permission in permissions {
        if let Decision::Deny(missing) = decide(actor, permission, &Target::Anywhere) {
            return Err(missing.problem(Code::ExceedsOwnAuthority).at("details.permissions").into());
        }
    }
    Ok(())
}

/// Editing a role gives and takes for everybody who holds it.
fn change_role(
    reader: Reader<'_>,
    actor: &Access,
    role: &RoleId,
    before: &RoleDetails,
    details: &RoleDetails,
) -> Result<(), Stop> {
    let added: Permissions = details.permissions.difference(&before.permissions).cloned().collect();
    let removes = before.permissions.difference(&details.permissions).next().is_some();
    holds(actor, &added)?;
    for (holder, scope) in holders(reader, role)? {
        if !added.is_empty() {
            judge_act(actor, Act::Confer { subject: &holder, owner: false, permissions: &added, scope: &scope })?;
        }
        if removes {
            weaken(reader, actor, &holder)?;
        }
    }
    Ok(())
}

fn holders(reader: Reader<'_>, role: &RoleId) -> Result<Vec<(UserId, Scope)>, SqlError> {
    reader
        .rows("SELECT user, scope FROM grants WHERE role = ?", crate::params![role])?
        .iter()
        .map(|row| Ok((row.parse(0)?, row.json(1)?)))
        .collect()
}
