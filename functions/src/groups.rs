//! Groups and their members.

use crate::{
    effects::{self, Effect, GrantDetails, try_judge},
    gateway::{Context, Plan, Stop},
    grants, keyset, params, people,
    setup::trim,
    sql::{Reader, Row, SqlError, Value, json},
    text,
};
use shared::{
    Code, FieldError, Problem,
    authority::{
        Reach, Scope, Target,
        permission::{GROUPS_VIEW, USERS_VIEW},
        reach,
    },
    grants::{Subject, Validity},
    groups::{
        ACCOUNT_ADMINISTRATORS, ACCOUNT_ADMINISTRATORS_IN_WORDS, Group, GroupDetails, GroupKind, GroupPage, Lock,
        Member, MoveTarget, NamedGroup,
        api::{
            AddMember, AddMemberByEmail, Create, Delete, Disable, Enable, List, Members, Move, MoveMember, MoveTargets,
            RemoveLock, RemoveMember, SetLock, TARGETS_MAX, Update, View,
        },
    },
    ids::{GrantId, GroupId, RoleId, SiteId, UserId},
    page::Page,
    users::{Membership, Status},
    validation::Validate,
};
use std::collections::BTreeSet;

const COLUMNS: &str = "id, version, kind, built_in, parent, details, members, children, lock_reason,
    waiting IS NOT NULL";

/// A group with all above it; empty if there is none.
pub fn path(reader: Reader<'_>, group: &GroupId) -> Result<BTreeSet<GroupId>, SqlError> {
    let rows = reader.recalled("SELECT ancestor FROM group_paths WHERE group_id = ?", params![group])?;
    rows.iter().map(|row| row.parse(0)).collect()
}

/// The groups that somebody is in, with all above them.
pub fn of_user(reader: Reader<'_>, user: &UserId) -> Result<BTreeSet<GroupId>, SqlError> {
    let rows = reader.rows(
        "SELECT DISTINCT ancestor FROM memberships JOIN group_paths ON group_paths.group_id = memberships.group_id
         WHERE memberships.user = ?",
        params![user],
    )?;
    rows.iter().map(|row| row.parse(0)).collect()
}

/// A scope as a target.
pub fn target(reader: Reader<'_>, scope: &Scope) -> Result<Target, SqlError> {
    Ok(Target::all_of(scope, &effects::tree(reader, scope.groups())?))
}

/// A group as a place, if the caller may see it.
pub fn place(context: &Context<'_>, group: &GroupId) -> Result<Target, Stop> {
    let path = path(context.reader, group)?;
    let place = Target::Group { path };
    let exists = matches!(&place, Target::Group { path } if !path.is_empty());
    if exists && context.allows(&GROUPS_VIEW, &place) { Ok(place) } else { Err(Code::NotFound.into()) }
}

/// Places within reach as the trail names them: these sites, and these groups with all below them.
pub(crate) fn reached(
    reader: Reader<'_>,
    sites: &BTreeSet<SiteId>,
    groups: &BTreeSet<GroupId>,
) -> Result<Vec<String>, SqlError> {
    let below = "SELECT DISTINCT group_id FROM group_paths WHERE ancestor IN (SELECT value FROM json_each(?))";
    let below = reader.rows(below, params![json(groups)])?;
    let below = below.iter().map(|row| row.get(0)).collect::<Result<Vec<String>, _>>()?;
    Ok(sites.iter().map(ToString::to_string).chain(below).collect())
}

/// Where a new group goes: under one that the caller may see, or at the top.
pub fn parent_place(context: &Context<'_>, parent: Option<&GroupId>) -> Result<Target, Stop> {
    match parent {
        None => Ok(Target::Organization),
        Some(parent) => place(context, parent).map_err(|_| unknown_parent()),
    }
}

fn unknown_parent() -> Stop {
    unknown_group("parent")
}

fn unknown_group(field: &str) -> Stop {
    Problem::invalid(vec![FieldError::new(field, "unknown_group")]).into()
}

/// A group that a field names, as a place: one that the caller may not see is unknown there.
pub(crate) fn named_place(context: &Context<'_>, group: &GroupId, field: &str) -> Result<Target, Stop> {
    place(context, group).map_err(|stop| match stop {
        Stop::Refused(problem) if problem.code == Code::NotFound => unknown_group(field),
        other => other,
    })
}

/// A group that a field names, for somebody to join.
pub(crate) fn joinable(context: &Context<'_>, group: &GroupId, field: &str) -> Result<Group, Stop> {
    named_place(context, group, field)?;
    show(context, group)
}

/// Refuses groups that do not exist, at the field that names them.
pub fn must_exist<'g>(
    reader: Reader<'_>,
    mut groups: impl Iterator<Item = &'g GroupId>,
    field: &str,
) -> Result<(), Stop> {
    groups.try_for_each(|group| match find(reader, group)? {
        Some(_) => Ok(()),
        None => Err(Problem::invalid(vec![FieldError::new(field, "unknown_group")]).into()),
    })
}

/// Lists groups that the caller may see.
pub fn list(context: &Context<'_>, request: List) -> Result<Page<Group>, Stop> {
    let reach = reach(context.access()?, &GROUPS_VIEW);
    let mut conditions = Vec::new();
    let mut values = Vec::new();
    let words = request.q.as_deref().unwrap_or_default();
    let at_any_level = !words.is_empty() || request.kind.is_some();
    match (&request.parent, &reach) {
        (Some(parent), _) => {
            place(context, parent)?;
            conditions.push("parent = ?");
            values.push(Value::from(parent));
        }
        (None, Reach::Everywhere) if !at_any_level => conditions.push("parent IS NULL"),
        (None, Reach::Everywhere) => {}
        (None, Reach::Within { groups, .. }) if !at_any_level => {
            conditions.push(TOPMOST);
            values.extend([json(groups), json(groups)]);
        }
        (None, Reach::Within { groups, .. }) => {
            conditions.push(WITHIN);
            values.push(json(groups));
        }
    }
    for word in words.split_whitespace().take(5) {
        conditions.push("instr(name_key, ?)");
        values.push(Value::from(text::fold(word)));
    }
    if let Some(kind) = request.kind {
        conditions.push("kind = ?");
        values.push(Value::from(kind_text(kind)));
    }
    let filter = if conditions.is_empty() { "1".to_owned() } else { conditions.join(" AND ") };
    let query = keyset::Query {
        table: "groups",
        key: "name_key",
        columns: COLUMNS,
        filter: &filter,
        values,
        descending: false,
    };
    keyset::page(context.reader, query, request.cursor.as_ref(), request.limit, |row| group(row, 2))
}

/// Groups of these, and all groups below them.
pub(crate) const WITHIN: &str = "EXISTS (SELECT 1 FROM group_paths WHERE group_id = groups.id
    AND ancestor IN (SELECT value FROM json_each(?)))";
/// Those of these that lie below no other of them.
const TOPMOST: &str = "id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM group_paths
    WHERE group_id = groups.id AND ancestor <> groups.id AND ancestor IN (SELECT value FROM json_each(?)))";

fn group(row: &Row, from: usize) -> Result<Group, SqlError> {
    Ok(Group {
        id: row.parse(from)?,
        version: row.get(from + 1)?,
        kind: kind(&row.get::<String>(from + 2)?),
        built_in: row.get(from + 3)?,
        parent: row.parse_optional(from + 4)?,
        details: row.json(from + 5)?,
        members: row.get(from + 6)?,
        children: row.get(from + 7)?,
        lock: row.get::<Option<String>>(from + 8)?.map(|reason| Lock { reason }),
        status: if row.get(from + 9)? { Status::Disabled } else { Status::Active },
    })
}

/// A kind's column.
pub const fn kind_text(kind: GroupKind) -> &'static str {
    match kind {
        GroupKind::Team => "team",
        GroupKind::Access => "access",
    }
}

fn kind(text: &str) -> GroupKind {
    if text == "team" { GroupKind::Team } else { GroupKind::Access }
}

/// The key under which the group that every organization has is found and sorted: its names in
/// all languages.
pub(crate) fn built_in_key() -> String {
    text::fold(&ACCOUNT_ADMINISTRATORS_IN_WORDS.join(" "))
}

/// The group that every organization begins with (CRES-6), and what it is given: membership is
/// the right to administer the account.
pub(crate) fn account_administrators(group: GroupId, role: RoleId, grant: GrantId) -> [Effect; 2] {
    let details = GroupDetails { name: ACCOUNT_ADMINISTRATORS.into(), description: String::new() };
    let given = GrantDetails {
        subject: Subject::Group(group.clone()),
        role,
        scope: Scope::Organization,
        validity: Validity::ALWAYS,
        reason: String::new(),
        suspended: false,
        grantor: None,
    };
    [
        Effect::GroupCreated { group, kind: GroupKind::Access, built_in: true, parent: None, details },
        Effect::GrantAdded { grant, details: given },
    ]
}

/// A group, if there is one.
pub fn find(reader: Reader<'_>, id: &GroupId) -> Result<Option<Group>, SqlError> {
    let row = reader.recall(&format!("SELECT {COLUMNS} FROM groups WHERE id = ?"), params![id])?;
    row.map(|row| group(&row, 0)).transpose()
}

fn show(context: &Context<'_>, id: &GroupId) -> Result<Group, Stop> {
    find(context.reader, id)?.ok_or_else(|| Code::NotFound.into())
}

/// Shows a group with what it holds and inherits.
pub fn view(context: &Context<'_>, request: View) -> Result<GroupPage, Stop> {
    let reader = context.reader;
    let held = people::grants_where(reader, "group_id = ?", params![&request.group])?;
    let inherited = people::inherited(reader, &request.group)?;
    Ok(GroupPage {
        group: show(context, &request.group)?,
        above: above(context, &request.group)?,
        names: grants::names(context, &held, inherited.iter().map(|grant| &grant.scope))?,
        grants: held,
        waiting: waiting(reader, &request.group)?,
        inherited,
    })
}

/// The groups above, from the top, as far as the caller may see them.
fn above(context: &Context<'_>, group: &GroupId) -> Result<Vec<NamedGroup>, Stop> {
    let rows = context.reader.rows(
        "SELECT groups.id, groups.details FROM group_paths JOIN groups ON groups.id = group_paths.ancestor
         WHERE group_paths.group_id = ? AND groups.id <> ?
         ORDER BY (SELECT count(*) FROM group_paths AS height WHERE height.group_id = groups.id)",
        params![group, group],
    )?;
    let mut above = Vec::new();
    for row in &rows {
        let id = row.parse(0)?;
        if place(context, &id).is_ok() {
            above.push(NamedGroup { id, name: row.json::<GroupDetails>(1)?.name });
        }
    }
    Ok(above)
}

/// Adds a group.
pub fn create(context: &Context<'_>, request: Create) -> Result<Plan<Group>, Stop> {
    request.validate()?;
    let details = trimmed(request.details);
    free(context.reader, request.parent.as_ref(), &details.name, None, "details.name")?;
    let group: GroupId = context.surroundings.id();
    let effect = Effect::GroupCreated {
        group: group.clone(),
        kind: request.kind,
        built_in: false,
        parent: request.parent,
        details,
    };
    Ok(Plan::new(vec![effect], move |context| show(context, &group)))
}

/// Changes a group's name and description.
pub fn update(context: &Context<'_>, request: Update) -> Result<Plan<Group>, Stop> {
    request.validate()?;
    let before = unchanged(context, &request.group, request.version)?;
    let details = trimmed(request.details);
    free(context.reader, before.parent.as_ref(), &details.name, Some(&before.id), "details.name")?;
    let group = before.id;
    let effect = Effect::GroupUpdated { group: group.clone(), before: before.details, details };
    Ok(Plan::new(vec![effect], move |context| show(context, &group)))
}

/// Moves a group with everything below it.
pub fn move_to(context: &Context<'_>, request: Move) -> Result<Plan<Group>, Stop> {
    let before = unchanged(context, &request.group, request.version)?;
    parent_place(context, request.parent.as_ref())?;
    free(context.reader, request.parent.as_ref(), &before.details.name, Some(&before.id), "parent")?;
    let group = before.id;
    let moved = before.parent != request.parent;
    let effect = Effect::GroupMoved { group: group.clone(), before: before.parent, parent: request.parent };
    Ok(Plan::new(moved.then_some(effect).into_iter().collect(), move |context| show(context, &group)))
}

/// Disables a group: what it is given is suspended with it.
pub fn disable(context: &Context<'_>, request: Disable) -> Result<Plan<Group>, Stop> {
    let Group { id: group, status, .. } = show(context, &request.group)?;
    let grants = counting(context.reader, &group)?;
    let effect = Effect::GroupDisabled { group: group.clone(), grants };
    let effects = (status == Status::Active).then_some(effect).into_iter().collect();
    Ok(Plan::new(effects, move |context| show(context, &group)))
}

/// Enables a group: what was suspended with it, and not taken since, is resumed.
pub fn enable(context: &Context<'_>, request: Enable) -> Result<Plan<Group>, Stop> {
    let Group { id: group, status, .. } = show(context, &request.group)?;
    let grants = waiting(context.reader, &group)?;
    let effect = Effect::GroupEnabled { group: group.clone(), grants };
    let effects = (status == Status::Disabled).then_some(effect).into_iter().collect();
    Ok(Plan::new(effects, move |context| show(context, &group)))
}

/// The grants of a group that count.
pub(crate) fn counting(reader: Reader<'_>, group: &GroupId) -> Result<BTreeSet<GrantId>, SqlError> {
    let rows = reader.rows("SELECT id FROM grants WHERE group_id = ? AND NOT suspended", params![group])?;
    rows.iter().map(|row| row.parse(0)).collect()
}

/// The grants that wait for a group to be enabled.
pub(crate) fn waiting(reader: Reader<'_>, group: &GroupId) -> Result<BTreeSet<GrantId>, SqlError> {
    let rows = reader.rows(
        "SELECT grants.id FROM groups JOIN json_each(groups.waiting) JOIN grants ON grants.id = json_each.value
         WHERE groups.id = ?",
        params![group],
    )?;
    rows.iter().map(|row| row.parse(0)).collect()
}

/// Whether a group is active.
pub(crate) fn status(reader: Reader<'_>, group: &GroupId) -> Result<Status, Stop> {
    Ok(find(reader, group)?.ok_or(Code::NotFound)?.status)
}

/// Locks what a group carries.
pub fn set_lock(context: &Context<'_>, request: SetLock) -> Result<Plan<Group>, Stop> {
    request.validate()?;
    let Group { id: group, lock, .. } = show(context, &request.group)?;
    let (before, reason) = (lock.map(|lock| lock.reason), request.reason.trim().to_owned());
    let is_new = before.as_ref() != Some(&reason);
    let effect = Effect::GroupLocked { group: group.clone(), before, reason };
    Ok(Plan::new(is_new.then_some(effect).into_iter().collect(), move |context| show(context, &group)))
}

/// Unlocks what a group carries.
pub fn remove_lock(context: &Context<'_>, request: RemoveLock) -> Result<Plan<()>, Stop> {
    let Group { id: group, lock, .. } = show(context, &request.group)?;
    let Lock { reason: before } = lock.ok_or(Code::NotFound)?;
    Ok(Plan::new(vec![Effect::GroupUnlocked { group, before }], |_| Ok(())))
}

/// Why what a group carries is locked, if it is.
pub(crate) fn lock_reason(reader: Reader<'_>, group: &GroupId) -> Result<Option<String>, Stop> {
    let group = find(reader, group)?.ok_or(Code::NotFound)?;
    Ok(group.lock.map(|lock| lock.reason))
}

/// Deletes an empty group.
pub fn delete(context: &Context<'_>, request: Delete) -> Result<Plan<()>, Stop> {
    let before = show(context, &request.group)?;
    if before.members + before.children > 0 {
        return Err(Problem::new(Code::InUse).with("count", before.members + before.children).into());
    }
    let Group { id: group, kind, parent, details: before, .. } = before;
    Ok(Plan::new(vec![Effect::GroupDeleted { group, kind, parent, before }], |_| Ok(())))
}

fn unchanged(context: &Context<'_>, id: &GroupId, version: u32) -> Result<Group, Stop> {
    let group = show(context, id)?;
    if group.built_in {
        return Err(Code::BuiltIn.into());
    }
    if group.version == version { Ok(group) } else { Err(Code::ChangedMeanwhile.into()) }
}

fn trimmed(mut details: GroupDetails) -> GroupDetails {
    trim(&mut details.name);
    trim(&mut details.description);
    details
}

/// Refuses a name that a sibling has, at the field by which the group would get there.
pub(crate) fn free(
    reader: Reader<'_>,
    parent: Option<&GroupId>,
    name: &str,
    except: Option<&GroupId>,
    field: &str,
) -> Result<(), Stop> {
    let taken = reader.row(
        "SELECT 1 FROM groups WHERE coalesce(parent, '') = ? AND name_key = ? AND id IS NOT ?",
        params![parent.map(GroupId::as_str).unwrap_or_default(), text::fold(name), except],
    )?;
    if taken.is_some() || is_reserved(name) {
        return Err(Problem::invalid(vec![FieldError::new(field, "taken")]).into());
    }
    Ok(())
}

/// Whether a name could be taken for the built-in group's, in any language (UTS #39).
fn is_reserved(name: &str) -> bool {
    let skeleton = text::skeleton(&text::fold(name));
    let known = ACCOUNT_ADMINISTRATORS_IN_WORDS.iter().chain([&ACCOUNT_ADMINISTRATORS]);
    known.into_iter().any(|known| text::skeleton(&text::fold(known)) == skeleton)
}

/// Lists a group's own members whom the caller may see.
pub fn members(context: &Context<'_>, request: Members) -> Result<Page<Member>, Stop> {
    // A group is small beside the organization: its members are looked up, not everybody asked.
    let table = "(SELECT user AS found FROM memberships WHERE group_id = ?) CROSS JOIN users ON users.id = found";
    let mut values = vec![Value::from(&request.group)];
    let (filter, more) = people::listing::within(&reach(context.access()?, &USERS_VIEW));
    values.extend(more);
    let columns = "full_name, email, status";
    let query = keyset::Query { table, key: "name_key", columns, filter, values, descending: false };
    keyset::page(context.reader, query, request.cursor.as_ref(), request.limit, member)
}

fn member(row: &Row) -> Result<Member, SqlError> {
    let status = people::status(&row.get::<String>(4)?);
    Ok(Member { id: row.parse(1)?, name: row.get(2)?, email: row.get(3)?, status })
}

/// Adds somebody whom the caller may see to a group.
pub fn add_member(context: &Context<'_>, request: AddMember) -> Result<Plan<Member>, Stop> {
    added(context, &request.group, request.user)
}

/// Adds the user with an e-mail address to a group (CRES-8).
pub fn add_member_by_email(context: &Context<'_>, request: AddMemberByEmail) -> Result<Plan<Member>, Stop> {
    request.validate()?;
    let refused = |code| Stop::from(Problem::invalid(vec![FieldError::new("email", code)]));
    let user = people::with_email(context.reader, &request.email)?.ok_or_else(|| refused("nonexistent_user"))?;
    if !people::may_see(context.reader, context.access()?, &user, &USERS_VIEW)? {
        return Err(refused("nonexistent_user"));
    }
    if is_member(context.reader, &request.group, &user)? {
        return Err(refused("already_member"));
    }
    added(context, &request.group, user)
}

fn added(context: &Context<'_>, group: &GroupId, user: UserId) -> Result<Plan<Member>, Stop> {
    let effect = joining(context, group, &user)?;
    Ok(Plan::new(effect.into_iter().collect(), move |context| shown_member(context, &user)))
}

fn shown_member(context: &Context<'_>, user: &UserId) -> Result<Member, Stop> {
    let row = context.reader.row("SELECT '', id, full_name, email, status FROM users WHERE id = ?", params![user])?;
    Ok(member(&row.ok_or(Code::NotFound)?)?)
}

/// How somebody whom the caller may see joins a group that he may see: not at all, if already in it.
pub(crate) fn joining(context: &Context<'_>, group: &GroupId, user: &UserId) -> Result<Option<Effect>, Stop> {
    let group = show(context, group)?;
    if !people::may_see(context.reader, context.access()?, user, &USERS_VIEW)? {
        return Err(Code::NotFound.into());
    }
    let known = is_member(context.reader, &group.id, user)?;
    if !known && group.kind == GroupKind::Team && in_a_team(context.reader, user)? {
        return Err(Problem::new(Code::InATeam).into());
    }
    let effect = Effect::MemberAdded { group: group.id, kind: group.kind, user: user.clone() };
    Ok((!known).then_some(effect))
}

/// Moves somebody from one group to another.
pub fn move_member(context: &Context<'_>, request: MoveMember) -> Result<Plan<Member>, Stop> {
    let effects = moving(context, &request.group, &request.user, &request.to)?;
    Ok(Plan::new(effects, move |context| shown_member(context, &request.user)))
}

/// Judges to which groups somebody could be moved: exactly what moving him would ask.
pub fn move_targets(context: &Context<'_>, request: MoveTargets) -> Result<Vec<MoveTarget>, Stop> {
    if request.to.0.len() > TARGETS_MAX {
        return Err(Problem::invalid(vec![FieldError::new("to", "too_many").with("max", TARGETS_MAX)]).into());
    }
    let verdict = |to: &GroupId| {
        let effects = moving(context, &request.group, &request.user, to)?;
        try_judge(context.reader, context.access()?, &effects.iter().collect::<Vec<_>>(), context.now())
    };
    let told = |group: GroupId| match verdict(&group) {
        Ok(()) => Ok(MoveTarget { group, problem: None }),
        Err(Stop::Refused(problem)) => Ok(MoveTarget { group, problem: Some(problem) }),
        Err(stop) => Err(stop),
    };
    request.to.0.into_iter().map(told).collect()
}

/// The effects that take somebody from one group to another; none if he is there already.
fn moving(context: &Context<'_>, from: &GroupId, user: &UserId, to: &GroupId) -> Result<Vec<Effect>, Stop> {
    let (left, joined) = (show(context, from)?, joinable(context, to, "to")?);
    let is_met = people::may_see(context.reader, context.access()?, user, &USERS_VIEW)?;
    if !is_met || !is_member(context.reader, from, user)? {
        return Err(Code::NotFound.into());
    }
    if from == to {
        return Ok(Vec::new());
    }
    if is_member(context.reader, to, user)? {
        return Err(Problem::invalid(vec![FieldError::new("to", "already_member")]).into());
    }
    let keeps_a_team = left.kind != GroupKind::Team && in_a_team(context.reader, user)?;
    if joined.kind == GroupKind::Team && keeps_a_team {
        return Err(Code::InATeam.into());
    }
    Ok(vec![
        Effect::MemberRemoved { group: left.id, kind: left.kind, user: user.clone() },
        Effect::MemberAdded { group: joined.id, kind: joined.kind, user: user.clone() },
    ])
}

/// The groups that somebody is in, as far as the caller may see them, by name.
pub(crate) fn memberships(context: &Context<'_>, user: &UserId) -> Result<Vec<Membership>, Stop> {
    let columns = format!("groups.{}", COLUMNS.replace(", ", ", groups."));
    let rows = context.reader.rows(
        &format!(
            "SELECT {columns} FROM memberships JOIN groups ON groups.id = memberships.group_id
             WHERE memberships.user = ? ORDER BY groups.name_key, groups.id"
        ),
        params![user],
    )?;
    let mut all = Vec::new();
    for row in &rows {
        let Group { id, kind, details, .. } = group(row, 0)?;
        match place(context, &id) {
            Ok(_) => {
                let above = above(context, &id)?;
                all.push(Membership { group: NamedGroup { id, name: details.name }, kind, above });
            }
            Err(Stop::Refused(_)) => {}
            Err(stop) => return Err(stop),
        }
    }
    Ok(all)
}

/// Takes somebody out of a group.
pub fn remove_member(context: &Context<'_>, request: RemoveMember) -> Result<Plan<()>, Stop> {
    let group = show(context, &request.group)?;
    if !is_member(context.reader, &group.id, &request.user)? {
        return Err(Code::NotFound.into());
    }
    let effect = Effect::MemberRemoved { group: group.id, kind: group.kind, user: request.user };
    Ok(Plan::new(vec![effect], |_| Ok(())))
}

pub(crate) fn is_member(reader: Reader<'_>, group: &GroupId, user: &UserId) -> Result<bool, SqlError> {
    let row = reader.row("SELECT 1 FROM memberships WHERE user = ? AND group_id = ?", params![user, group])?;
    Ok(row.is_some())
}

/// Somebody's team with all above it; none if he is in none.
pub(crate) fn teams_of(reader: Reader<'_>, user: &UserId) -> Result<BTreeSet<GroupId>, SqlError> {
    let rows = reader.rows(
        "SELECT ancestor FROM memberships JOIN group_paths ON group_paths.group_id = memberships.group_id
         WHERE memberships.user = ? AND memberships.team",
        params![user],
    )?;
    rows.iter().map(|row| row.parse(0)).collect()
}

pub(crate) fn in_a_team(reader: Reader<'_>, user: &UserId) -> Result<bool, SqlError> {
    Ok(reader.row("SELECT 1 FROM memberships WHERE user = ? AND team", params![user])?.is_some())
}
