//! Facts for the console's previews, and the console as somebody else has it.

use crate::{
    administrators,
    effects::{Effect, load_facts},
    gateway::{Context, Plan, Stop},
    grants, groups, licenses, people,
};
use shared::{
    Code, FieldError, Problem,
    authority::{
        Change, GrantFacts, Scope, Snapshot, Target,
        permission::{ASSIGNMENTS_VIEW, LICENSES_VIEW, ROLES_VIEW},
    },
    grants::{Subject, Validity},
    ids::{GrantId, GroupId, RoleId, UserId},
    previews::api::{Facts, REACHED_MAX, SeeAs, SeenAs, View},
};
use std::collections::{BTreeMap, BTreeSet};

/// Gives the facts around what is about to change.
pub fn view(context: &Context<'_>, request: View) -> Result<Facts, Stop> {
    let access = context.access()?;
    if request.reached.as_ref().is_some_and(|reached| reached.0.len() > REACHED_MAX) {
        let error = FieldError::new("reached", "too_many").with("max", REACHED_MAX);
        return Err(Problem::invalid(vec![error]).into());
    }
    see_what_is_named(context, &request)?;
    let around = around(&request, &access.user);
    let people = request.user.iter().chain(&request.template).chain([&access.user]);
    let mut snapshot = load_facts(context.reader, &around, people)?;
    let mut names = BTreeMap::new();
    let mut unseen = 0;
    for user in named(&snapshot) {
        if people::may_meet(context.reader, access, &user)? {
            let name = people::name(context.reader, &user)?.unwrap_or_default();
            names.insert(user, name);
        } else if snapshot.users.contains_key(&user) {
            unseen += 1;
        }
    }
    let mut groups = BTreeMap::new();
    for id in named_groups(&snapshot) {
        if let (Ok(_), Some(group)) = (groups::place(context, &id), groups::find(context.reader, &id)?) {
            groups.insert(id, group.details.name);
        }
    }
    keep(&mut snapshot, &names, &groups, request.role.as_ref());
    let released = request.user.as_ref().map(|user| released(context, user)).transpose()?.unwrap_or_default();
    Ok(Facts { snapshot, users: names, groups, unseen, released })
}

/// Whose seats would be free again if somebody were disabled, as far as the caller may see that.
fn released(context: &Context<'_>, user: &UserId) -> Result<Vec<String>, Stop> {
    let is_seen = people::target(context.reader, user)?
        .is_some_and(|place| [ASSIGNMENTS_VIEW, LICENSES_VIEW].iter().any(|needed| context.allows(needed, &place)));
    let ids = if is_seen { licenses::released_with(context.reader, user)? } else { Vec::new() };
    let found = ids.iter().map(|id| licenses::find(context.reader, id)).collect::<Result<Vec<_>, _>>()?;
    Ok(found.into_iter().flatten().map(|license| license.details.name).collect())
}

/// Everybody reached, and whoever holds what they gave: a change may leave that orphaned.
fn named(snapshot: &Snapshot) -> BTreeSet<UserId> {
    let holders = snapshot.grants.values().filter_map(|grant| match &grant.subject {
        Subject::User(user) => Some(user),
        Subject::Group(_) => None,
    });
    snapshot.users.keys().chain(holders).cloned().collect()
}

/// Every group reached, and those to which grants were given that a change may leave orphaned.
fn named_groups(snapshot: &Snapshot) -> BTreeSet<GroupId> {
    let given = snapshot.grants.values().filter_map(|grant| match &grant.subject {
        Subject::Group(group) => Some(group),
        Subject::User(_) => None,
    });
    snapshot.groups.iter().map(|(id, _)| id).chain(given).cloned().collect()
}

/// Nothing is told around what the caller may not see: that would tell that it is there.
fn see_what_is_named(context: &Context<'_>, request: &View) -> Result<(), Stop> {
    let reached = request.reached.iter().flat_map(|reached| &reached.0);
    for group in request.group.iter().chain(&request.to).chain(reached) {
        groups::place(context, group)?;
    }
    if let Some(grant) = &request.grant {
        grants::place(context, grant)?;
    }
    if let Some(template) = &request.template {
        administrators::visible(context, template)?;
    }
    let meets = |user| people::may_meet(context.reader, context.access()?, user).map_err(Stop::from);
    let is_met = request.user.as_ref().map_or(Ok(true), meets)?;
    let is_read = request.role.is_none() || context.allows(&ROLES_VIEW, &Target::Anywhere);
    if is_met && is_read { Ok(()) } else { Err(Code::NotFound.into()) }
}

/// Whoever the caller may not see is left out, with what he holds; so are groups' grants that
/// reach nobody and no group that he sees, and roles that are then in no grant.
fn keep(
    snapshot: &mut Snapshot,
    seen: &BTreeMap<UserId, String>,
    seen_groups: &BTreeMap<GroupId, String>,
    role: Option<&RoleId>,
) {
    let Snapshot { users, groups, members, roles, grants, .. } = snapshot;
    users.retain(|user, _| seen.contains_key(user));
    members.retain(|user, _| seen.contains_key(user));
    // A group carries what those above it are given.
    let reaching = members.values().flatten().chain(seen_groups.keys()).flat_map(|group| groups.path(group));
    let reaching: BTreeSet<_> = reaching.collect();
    grants.retain(|_, grant| match &grant.subject {
        Subject::User(user) => seen.contains_key(user),
        Subject::Group(group) => reaching.contains(group),
    });
    let used: BTreeSet<_> = grants.values().map(|grant| &grant.role).chain(role).collect();
    roles.retain(|role, _| used.contains(role));
}

/// Changes that reach what the form is about; what they are does not matter, nothing is judged.
fn around(request: &View, caller: &UserId) -> Vec<Change> {
    let is_given = request.role.is_some();
    let role = request.role.iter().map(|role| Change::RoleDeleted { role: role.clone() });
    let grant = request.grant.iter().map(|grant| match &request.user {
        Some(user) => Change::GrantRehomed { grant: grant.clone(), grantor: user.clone() },
        None => Change::GrantRemoved { grant: grant.clone() },
    });
    // Somebody joins, leaves or changes groups: the others who are in them are not reached.
    let ends = || request.group.iter().chain(&request.to);
    let members = request
        .user
        .iter()
        .filter(|_| !is_given)
        .flat_map(|user| ends().map(|group| Change::MemberAdded { group: group.clone(), user: user.clone() }));
    let group = request.group.iter().filter(|_| is_given || request.user.is_none());
    let group = group.map(|group| Change::GroupMoved { group: group.clone(), parent: request.to.clone() });
    // A group is reached with all above it, whatever is done below it.
    let reached = request.reached.iter().flat_map(|reached| &reached.0).chain(&request.to);
    let to = reached.map(|to| Change::GroupCreated { group: to.clone(), parent: Some(to.clone()) });
    // What is given is given in the caller's name.
    let subject = || request.group.clone().map_or_else(|| Subject::User(caller.clone()), Subject::Group);
    let given = request.role.iter().map(|role| Change::GrantAdded {
        grant: GrantId::from_u128(0),
        facts: GrantFacts {
            subject: subject(),
            role: role.clone(),
            scope: Scope::Organization,
            validity: Validity::ALWAYS,
            suspended: false,
            grantor: Some(caller.clone()),
        },
    });
    role.chain(grant).chain(group).chain(members).chain(to).chain(given).collect()
}

/// Shows what somebody may do whom the caller dominates.
pub fn see_as(_: &Context<'_>, request: SeeAs) -> Result<Plan<SeenAs>, Stop> {
    let user = request.user;
    let effect = Effect::SeenAs { user: user.clone() };
    Ok(Plan::new(vec![effect], move |context| {
        let name = people::name(context.reader, &user)?.ok_or(Code::NotFound)?;
        Ok(SeenAs { name, access: people::access(context.reader, &user, context.now())? })
    }))
}
