//! What the judge needs to know: everybody whom changes reach, with all that they hold.
//!
//! It costs what is reached, never what the organization has: every statement follows an index
//! from what the changes name.

use crate::{
    params, people,
    sql::{Reader, Row, SqlError, json},
};
use shared::{
    authority::{Change, GrantFacts, Place, RoleFacts, Snapshot, Tree, UserFacts},
    grants::Subject,
    ids::{GrantId, GroupId, RoleId, UserId},
    roles::RoleDetails,
};
use std::collections::BTreeSet;

/// Reads the facts around these changes, and around these people.
pub(crate) fn load<'a>(
    reader: Reader<'_>,
    changes: &[Change],
    people: impl IntoIterator<Item = &'a UserId>,
) -> Result<Snapshot, SqlError> {
    let mut reached = Reached { reader, users: people.into_iter().cloned().collect(), ..Reached::nothing(reader) };
    for change in changes {
        reached.by(change)?;
    }
    reached.snapshot()
}

/// What is reached so far.
struct Reached<'a> {
    reader: Reader<'a>,
    users: BTreeSet<UserId>,
    groups: BTreeSet<GroupId>,
    roles: BTreeSet<RoleId>,
    grants: BTreeSet<GrantId>,
    /// From whom authority comes that is handed on: what they hold matters, not what they gave.
    ancestors: BTreeSet<UserId>,
    /// The groups of which it has been asked who answers for what they carry.
    traced: BTreeSet<GroupId>,
}

impl<'a> Reached<'a> {
    fn nothing(reader: Reader<'a>) -> Self {
        Self {
            reader,
            users: BTreeSet::new(),
            groups: BTreeSet::new(),
            roles: BTreeSet::new(),
            grants: BTreeSet::new(),
            ancestors: BTreeSet::new(),
            traced: BTreeSet::new(),
        }
    }

    fn by(&mut self, change: &Change) -> Result<(), SqlError> {
        match change {
            Change::Act { place: Place::Group(group), .. } => {
                self.groups.insert(group.clone());
            }
            Change::Act { .. } | Change::Reserved | Change::RoleCreated { .. } => {}
            Change::UserCreated { user, .. }
            | Change::ActOn { user, .. }
            | Change::SeenAs { user }
            | Change::UserUpdated { user }
            | Change::UserMoved { user, .. }
            | Change::LoginChanged { user }
            | Change::SessionEnded { user }
            | Change::PasswordSet { user, .. }
            | Change::UserDisabled { user }
            | Change::UserEnabled { user } => {
                self.users.insert(user.clone());
            }
            Change::GrantAdded { facts, .. } => {
                self.roles.insert(facts.role.clone());
                self.groups.extend(facts.scope.groups().cloned());
                self.subject(&facts.subject)?;
                facts.grantor.iter().try_for_each(|grantor| self.lineage(grantor))?;
            }
            Change::GrantRemoved { grant } | Change::GrantSuspended { grant } | Change::GrantResumed { grant } => {
                self.grant(grant)?;
            }
            Change::GrantRehomed { grant, grantor } => {
                self.grant(grant)?;
                self.users.insert(grantor.clone());
                self.lineage(grantor)?;
            }
            Change::RoleUpdated { role, .. } | Change::RoleDeleted { role } => self.role(role)?,
            Change::GroupCreated { parent, .. } => self.groups.extend(parent.clone()),
            Change::GroupMoved { group, parent } => self.move_of(group, parent.as_ref())?,
            Change::GroupDeleted { group } => self.referring_to(group)?,
            Change::GroupLocked { group } | Change::GroupUnlocked { group } => {
                self.groups.insert(group.clone());
            }
            Change::MemberAdded { group, user } => {
                self.users.insert(user.clone());
                self.groups.insert(group.clone());
                self.lineages_above(group)?;
            }
            Change::MemberRemoved { group, user } => {
                self.users.insert(user.clone());
                self.groups.insert(group.clone());
            }
        }
        Ok(())
    }

    fn subject(&mut self, subject: &Subject) -> Result<(), SqlError> {
        match subject {
            Subject::User(user) => {
                self.users.insert(user.clone());
            }
            Subject::Group(group) => {
                self.groups.insert(group.clone());
                self.users.extend(members_within(self.reader, group)?);
                // What changes for the group changes for those below it, also where nobody is in them.
                let locked = "SELECT groups.id FROM group_paths JOIN groups ON groups.id = group_paths.group_id
                    WHERE group_paths.ancestor = ? AND groups.lock_reason IS NOT NULL";
                self.groups.extend(ids(self.reader, locked, params![group])?);
            }
        }
        Ok(())
    }

    fn grant(&mut self, grant: &GrantId) -> Result<(), SqlError> {
        for (_, facts) in grants(self.reader, "id = ?", params![grant])? {
            self.users.extend(facts.grantor.clone());
            self.subject(&facts.subject)?;
        }
        self.grants.insert(grant.clone());
        Ok(())
    }

    /// Somebody, and from whom his authority comes.
    fn lineage(&mut self, user: &UserId) -> Result<(), SqlError> {
        let mut next = vec![user.clone()];
        while let Some(user) = next.pop() {
            if self.ancestors.insert(user.clone()) {
                let held = "id IN (SELECT grant FROM held WHERE user = ?)";
                next.extend(grants(self.reader, held, params![&user])?.into_iter().filter_map(|(_, it)| it.grantor));
            }
        }
        Ok(())
    }

    /// Whoever answers for what the group carries.
    fn lineages_above(&mut self, group: &GroupId) -> Result<(), SqlError> {
        if !self.traced.insert(group.clone()) {
            return Ok(());
        }
        let carried = "group_id IN (SELECT ancestor FROM group_paths WHERE group_id = ?)";
        let grants = grants(self.reader, carried, params![group])?;
        grants.iter().filter_map(|(_, facts)| facts.grantor.as_ref()).try_for_each(|grantor| self.lineage(grantor))
    }

    /// Whoever holds the role, and whoever answers for that.
    fn role(&mut self, role: &RoleId) -> Result<(), SqlError> {
        self.roles.insert(role.clone());
        for (id, facts) in grants(self.reader, "role = ?", params![role])? {
            self.grants.insert(id);
            self.users.extend(facts.grantor);
            self.subject(&facts.subject)?;
        }
        Ok(())
    }

    /// The group with everything below it, and whoever has a say above it, before or after.
    fn move_of(&mut self, group: &GroupId, parent: Option<&GroupId>) -> Result<(), SqlError> {
        let below = ids(self.reader, "SELECT group_id FROM group_paths WHERE ancestor = ?", params![group])?;
        self.groups.extend(below);
        self.users.extend(members_within(self.reader, group)?);
        for end in [Some(group), parent].into_iter().flatten() {
            self.groups.insert(end.clone());
            self.lineages_above(end)?;
            let above = "id IN (SELECT grant FROM grant_groups WHERE group_id IN
                         (SELECT ancestor FROM group_paths WHERE group_id = ?))";
            for (id, facts) in grants(self.reader, above, params![end])? {
                self.grants.insert(id);
                self.subject(&facts.subject)?;
            }
        }
        Ok(())
    }

    /// What keeps a group from being deleted: one of each kind is enough.
    fn referring_to(&mut self, group: &GroupId) -> Result<(), SqlError> {
        self.groups.insert(group.clone());
        let children = "SELECT id FROM groups WHERE parent = ? LIMIT 1";
        self.groups.extend(ids(self.reader, children, params![group])?);
        let members = "SELECT user FROM memberships WHERE group_id = ? LIMIT 1";
        self.users.extend(ids(self.reader, members, params![group])?);
        let scoped = "SELECT grant FROM grant_groups WHERE group_id = ? LIMIT 1";
        self.grants.extend(ids(self.reader, scoped, params![group])?);
        Ok(())
    }

    /// Everything about what is reached: memberships, the groups above, the grants of all of
    /// them, what people have given to others, and the roles.
    fn snapshot(mut self) -> Result<Snapshot, SqlError> {
        let reader = self.reader;
        let mut snapshot = Snapshot::default();
        for row in in_list(reader, "SELECT id, status, temporary_until, site FROM users WHERE id IN", &self.users)? {
            let facts = UserFacts {
                active: row.get::<String>(1)? == "active",
                permanent_password: row.get::<Option<i64>>(2)?.is_none(),
                site: row.parse_optional(3)?,
            };
            snapshot.users.insert(row.parse(0)?, facts);
        }
        let holders: BTreeSet<_> = self.users.union(&self.ancestors).collect();
        for row in in_list(reader, "SELECT user, group_id FROM memberships WHERE user IN", &holders)? {
            let group: GroupId = row.parse(1)?;
            self.groups.insert(group.clone());
            snapshot.members.entry(row.parse(0)?).or_default().insert(group);
        }
        self.groups.extend(tree(reader, &self.groups)?.iter().map(|(group, _)| group.clone()));
        for (filter, of) in [
            ("user IN (SELECT value FROM json_each(?))", json(&holders)),
            ("group_id IN (SELECT value FROM json_each(?))", json(&self.groups)),
            ("granted_by IN (SELECT value FROM json_each(?))", json(&self.users)),
            ("id IN (SELECT value FROM json_each(?))", json(&self.grants)),
        ] {
            snapshot.grants.extend(grants(reader, filter, &[of])?);
        }
        for facts in snapshot.grants.values() {
            self.roles.insert(facts.role.clone());
            self.groups.extend(facts.scope.groups().cloned());
        }
        snapshot.groups = tree(reader, &self.groups)?;
        let known: Vec<&GroupId> = snapshot.groups.iter().map(|(group, _)| group).collect();
        for row in in_list(reader, "SELECT id FROM groups WHERE lock_reason IS NOT NULL AND id IN", &known)? {
            snapshot.locked.insert(row.parse(0)?);
        }
        for row in in_list(reader, "SELECT id, kind, details FROM roles WHERE id IN", &self.roles)? {
            let details: RoleDetails = row.json(2)?;
            let owner = row.get::<String>(1)? == "owner";
            let permissions = if owner { Default::default() } else { details.permissions };
            snapshot.roles.insert(row.parse(0)?, RoleFacts { name: details.name, owner, permissions });
        }
        snapshot.other_owners = other_owners(reader, &self.users)?;
        Ok(snapshot)
    }
}

/// Owners who can sign in, for good, besides these people.
fn other_owners(reader: Reader<'_>, except: &BTreeSet<UserId>) -> Result<u32, SqlError> {
    let row = reader.row(
        // In this order: from the one role to its few grants, not through all people.
        "SELECT count(DISTINCT users.id) FROM roles CROSS JOIN grants ON grants.role = roles.id
         CROSS JOIN users ON users.id = grants.user
         WHERE roles.kind = 'owner' AND grants.everywhere AND NOT grants.suspended AND grants.valid_from IS NULL
           AND grants.valid_until IS NULL AND users.status = 'active' AND users.temporary_until IS NULL
           AND users.id NOT IN (SELECT value FROM json_each(?))",
        &[json(except)],
    )?;
    row.map_or(Ok(0), |row| row.get(0))
}

/// The groups, and all above them.
pub(crate) fn tree<'g>(reader: Reader<'_>, groups: impl IntoIterator<Item = &'g GroupId>) -> Result<Tree, SqlError> {
    let groups: Vec<&GroupId> = groups.into_iter().collect();
    if groups.is_empty() {
        return Ok(Tree::default());
    }
    let rows = reader.rows(
        "SELECT id, parent FROM groups WHERE id IN
         (SELECT ancestor FROM group_paths WHERE group_id IN (SELECT value FROM json_each(?)))",
        &[json(&groups)],
    )?;
    let parents = rows.iter().map(|row| Ok((row.parse(0)?, row.parse_optional(1)?)));
    Ok(Tree::new(parents.collect::<Result<Vec<_>, SqlError>>()?))
}

/// Members of the group and of all groups below it.
pub(crate) fn members_within(reader: Reader<'_>, group: &GroupId) -> Result<Vec<UserId>, SqlError> {
    ids(
        reader,
        "SELECT DISTINCT memberships.user FROM group_paths JOIN memberships ON memberships.group_id = group_paths.group_id
         WHERE group_paths.ancestor = ?",
        params![group],
    )
}

fn grants(
    reader: Reader<'_>,
    filter: &str,
    values: &[crate::sql::Value],
) -> Result<Vec<(GrantId, GrantFacts)>, SqlError> {
    let read = |grant: shared::grants::Grant| {
        let facts = GrantFacts {
            subject: grant.subject,
            role: grant.role,
            scope: grant.scope,
            validity: grant.validity,
            suspended: grant.suspended,
            grantor: grant.granted_by,
        };
        (grant.id, facts)
    };
    Ok(people::grants_where(reader, filter, values)?.into_iter().map(read).collect())
}

fn in_list(reader: Reader<'_>, select: &str, of: &impl serde::Serialize) -> Result<Vec<Row>, SqlError> {
    reader.rows(&format!("{select} (SELECT value FROM json_each(?))"), &[json(of)])
}

fn ids<Of>(reader: Reader<'_>, sql: &str, values: &[crate::sql::Value]) -> Result<Vec<shared::ids::Id<Of>>, SqlError> {
    reader.rows(sql, values)?.iter().map(|row| row.parse(0)).collect()
}

#[cfg(test)]
mod cost;
#[cfg(test)]
mod tests;
