//! Groups as a directory sees them. It keeps their members up to date; only what it made itself, or
//! has adopted, it renames, and only what it made and emptied goes.

use super::{
    Call, Desk, Outcome, Shown,
    filter::Column,
    links,
    list::{self, Listed, Search, Within},
    teams, users,
};
use crate::{
    effects::{Effect, Link},
    groups::{self, WITHIN, free, kind_text},
    params, people,
    sql::{Row, Value as Bound, json},
};
use serde_json::{Value, json};
use shared::{
    Code, Problem,
    authority::{
        Reach,
        permission::{GROUPS_CREATE, GROUPS_VIEW, USERS_VIEW},
        reach,
    },
    groups::{Group, GroupDetails, GroupKind},
    ids::{GroupId, UserId},
    scim::{
        Error, GROUP, Kind,
        document::{self, Document},
        patch,
        schema::OWN_GROUP,
    },
    validation::{Check, LINE_MAX, Validate},
};
use std::collections::BTreeSet;

const FROM: &str = "groups LEFT JOIN directory_links AS links ON links.resource = groups.id AND links.credential = ?";

/// How groups are listed.
pub(super) const LISTED: Listed = Listed {
    kind: &GROUP,
    from: FROM,
    id: "groups.id",
    columns: &[
        ("id", Column::Exact("groups.id")),
        ("externalid", Column::Exact("links.external_id")),
        ("displayname", Column::Key("groups.name_key")),
        (
            "members",
            Column::Many(
                "memberships",
                "memberships.group_id = groups.id",
                &[("value", Column::Exact("memberships.user")), ("type", Column::Text("'User'"))],
            ),
        ),
        ("meta.resourcetype", Column::Exact("'Group'")),
        ("urn:ietf:params:scim:schemas:extension:bailiwick:2.0:group:kind", Column::Text("groups.kind")),
        ("urn:ietf:params:scim:schemas:extension:bailiwick:2.0:group:parent", Column::Exact("groups.parent")),
        (
            "urn:ietf:params:scim:schemas:extension:bailiwick:2.0:group:description",
            Column::Text("groups.details ->> '$.description'"),
        ),
    ],
    within,
    kept: |_| Ok(None),
    documents,
};

fn within(desk: &Desk<'_>) -> Outcome<Within> {
    let context = desk.context();
    Ok(match reach(context.access()?, &GROUPS_VIEW) {
        Reach::Everywhere => ("1", Vec::new()),
        Reach::Within { groups, .. } => (WITHIN, vec![json(&groups)]),
    })
}

/// A group as it is stored, for a directory.
struct Record {
    group: Group,
    members_version: u32,
    link: Option<(Link, u32)>,
}

fn records(desk: &Desk<'_>, ids: &[String]) -> Outcome<Vec<Record>> {
    let sql = format!(
        "SELECT groups.id, groups.members_version, {} FROM {FROM} WHERE groups.id IN (SELECT value FROM json_each(?))",
        links::COLUMNS
    );
    let context = desk.context();
    let rows = context.reader.rows(&sql, &[Bound::from(&desk.credential), list::bound(ids)])?;
    let record = |row: &Row| {
        let group = groups::find(context.reader, &row.parse(0)?)?.ok_or(Code::NotFound)?;
        Ok((row.get(0)?, Record { group, members_version: row.get(1)?, link: links::read(row, 2)? }))
    };
    let found = rows.iter().map(record).collect::<Outcome<_>>()?;
    Ok(list::in_order(ids, found))
}

/// A group that the caller may see.
fn find(desk: &Desk<'_>, id: &GroupId) -> Outcome<Record> {
    groups::place(&desk.context(), id)?;
    Ok(records(desk, &[id.to_string()])?.into_iter().next().ok_or(Code::NotFound)?)
}

impl Record {
    fn link(&self) -> Option<&Link> {
        self.link.as_ref().map(|(link, _)| link)
    }

    fn etag(&self) -> String {
        let link = self.link.as_ref().map_or(0, |(_, version)| *version);
        format!("W/\"{}.{}.{link}\"", self.group.version, self.members_version)
    }

    /// What a client may write.
    fn written(&self, desk: &Desk<'_>, members: &[UserId]) -> Document {
        let mut document = Document::new();
        document.insert("displayName".into(), self.group.details.name.as_str().into());
        if let Some(external_id) = self.link().and_then(|link| link.external_id.as_deref()) {
            document.insert("externalId".into(), external_id.into());
        }
        let member =
            |user: &UserId| json!({ "value": user, "$ref": desk.address(&format!("/Users/{user}")), "type": "User" });
        if !members.is_empty() {
            document.insert("members".into(), members.iter().map(member).collect());
        }
        if !self.group.details.description.is_empty() {
            document.insert(OWN_GROUP.into(), json!({ "description": self.group.details.description }));
        }
        document
    }

    fn document(&self, desk: &Desk<'_>, members: &[UserId], search: &Search) -> Document {
        let mut document = self.written(desk, members);
        if search.selection.names(&GROUP, OWN_GROUP) {
            let own = document.entry(OWN_GROUP).or_insert_with(|| json!({}));
            own["kind"] = kind_text(self.group.kind).into();
            if let Some(parent) = &self.group.parent {
                own["parent"] = parent.as_str().into();
            }
        }
        let extension = document.contains_key(OWN_GROUP).then_some(OWN_GROUP);
        document.insert("schemas".into(), std::iter::once(GROUP.schema.id).chain(extension).collect());
        document.insert("id".into(), self.group.id.as_str().into());
        let location = desk.address(&format!("/Groups/{}", self.group.id));
        let meta = json!({ "resourceType": GROUP.name, "location": location, "version": self.etag() });
        document.insert("meta".into(), meta);
        document
    }
}

/// The members whom the caller may see and has not deleted.
fn members(desk: &Desk<'_>, group: &GroupId) -> Outcome<Vec<UserId>> {
    let context = desk.context();
    let (within, more) = people::listing::within(&reach(context.access()?, &USERS_VIEW));
    let sql = format!(
        "SELECT users.id FROM memberships CROSS JOIN users ON users.id = memberships.user
         LEFT JOIN directory_links AS links ON links.resource = users.id AND links.credential = ?
         WHERE memberships.group_id = ? AND coalesce(links.gone, 0) = 0 AND {within} ORDER BY users.id"
    );
    let values = [vec![Bound::from(&desk.credential), Bound::from(group)], more].concat();
    let rows = context.reader.rows(&sql, &values)?;
    Ok(rows.iter().map(|row| row.parse(0)).collect::<Result<_, _>>()?)
}

fn documents(desk: &Desk<'_>, ids: &[String], search: &Search) -> Outcome<Vec<Document>> {
    records(desk, ids)?.iter().map(|record| shown(desk, record, search)).collect()
}

fn shown(desk: &Desk<'_>, record: &Record, search: &Search) -> Outcome<Document> {
    let members = if search.has(&GROUP, "members") { members(desk, &record.group.id)? } else { Vec::new() };
    Ok(record.document(desk, &members, search))
}

/// Shows a group.
pub(super) fn show(desk: &Desk<'_>, id: &GroupId, search: &Search) -> Outcome<Document> {
    shown(desk, &find(desk, id)?, search)
}

/// What a document says of a group.
struct Wanted {
    details: GroupDetails,
    external_id: Option<String>,
    members: BTreeSet<UserId>,
}

fn wanted(mut document: Document) -> Outcome<Wanted> {
    document::complete(&GROUP, &mut document)?;
    let document = &document;
    let text = |path: &[&str]| document::text(document, path).trim().to_owned();
    let details = GroupDetails { name: text(&["displayName"]), description: text(&[OWN_GROUP, "description"]) };
    details.validate()?;
    let external_id = Some(document::text(document, &["externalId"])).filter(|id| !id.is_empty());
    let mut check = Check::default();
    check.optional("externalId", external_id.as_deref().unwrap_or_default(), LINE_MAX);
    check.finish()?;
    let members = document.get("members").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let members = members.iter().map(member).collect::<Result<_, _>>()?;
    Ok(Wanted { details, external_id, members })
}

/// Groups are put into groups in the console only.
fn member(value: &Value) -> Result<UserId, Error> {
    let refused = |what: &str| Error::new(Kind::InvalidValue, format!("members: {what}"));
    if value["type"].as_str().is_some_and(|kind| !kind.eq_ignore_ascii_case("User")) {
        return Err(refused("only users"));
    }
    let id = value["value"].as_str().ok_or_else(|| refused("a value is expected"))?;
    id.parse().map_err(|_| refused(&format!("there is no user {id:.40}")))
}

type Planned = Outcome<(Vec<Effect>, Shown)>;

/// Adds an access group: at the top, or below the only group that the caller reaches.
pub(super) fn create(desk: &Desk<'_>, body: &Value) -> Planned {
    let Wanted { details, external_id, members } = wanted(document::read(&GROUP, body)?)?;
    links::must_be_free(desk, "group", external_id.as_deref(), "")?;
    let context = desk.context();
    let parent = match reach(context.access()?, &GROUPS_CREATE) {
        Reach::Within { groups, .. } if groups.len() == 1 => groups.into_iter().next(),
        _ => None,
    };
    free(context.reader, parent.as_ref(), &details.name, None, "displayName")?;
    let members: Vec<UserId> = members.into_iter().collect();
    users::must_be_own(desk, &members)?;
    let group: GroupId = desk.surroundings.id();
    let kind = GroupKind::Access;
    let created = Effect::GroupCreated { group: group.clone(), kind, built_in: false, parent, details };
    let link = linked(desk, &group, None, Link { external_id, ..Link::default() });
    let joined = members.into_iter().map(|user| Effect::MemberAdded { group: group.clone(), kind, user });
    let effects = [created, link].into_iter().chain(joined).collect();
    Ok((effects, Shown::Group(group, 201)))
}

/// Replaces a group's attributes; what the directory has no word for stays.
pub(super) fn replace(desk: &Desk<'_>, call: &Call, id: &GroupId) -> Planned {
    let known = find(desk, id)?;
    call.expects(&known.etag())?;
    let mut document = document::read(&GROUP, &call.body)?;
    if let (false, Some(kept)) = (document.contains_key(OWN_GROUP), known.written(desk, &[]).remove(OWN_GROUP)) {
        document.insert(OWN_GROUP.into(), kept);
    }
    update(desk, known, members(desk, id)?, document)
}

/// Changes some of a group's attributes.
pub(super) fn patch(desk: &Desk<'_>, call: &Call, id: &GroupId) -> Planned {
    let known = find(desk, id)?;
    call.expects(&known.etag())?;
    let members = members(desk, id)?;
    let document = patch::apply(&GROUP, &known.written(desk, &members), &call.body)?;
    update(desk, known, members, document)
}

fn update(desk: &Desk<'_>, known: Record, members: Vec<UserId>, document: Document) -> Planned {
    let Wanted { details, external_id, members: wanted } = wanted(document)?;
    let Group { id: group, kind, parent, details: before, .. } = known.group.clone();
    links::must_be_free(desk, "group", external_id.as_deref(), group.as_str())?;
    let (is_own, adopts) = (links::is_own(known.link()), external_id.is_some());
    let mut effects = Vec::new();
    if details != before {
        match (is_own, adopts) {
            (true, _) => {
                free(desk.context().reader, parent.as_ref(), &details.name, Some(&group), "displayName")?;
                effects.push(Effect::GroupUpdated { group: group.clone(), before, details });
            }
            // First contact rewrites nothing.
            (false, true) => {}
            (false, false) => return Err(links::not_own().into()),
        }
    }
    let link = Link { external_id, ..Link::default() };
    if (is_own || adopts) && known.link() != Some(&link) {
        effects.push(linked(desk, &group, known.link().cloned(), link));
    }
    effects.extend(moves(desk, &group, kind, members, wanted)?);
    Ok((effects, Shown::Group(group, 200)))
}

/// Who comes and who goes: only those whom the directory looks after. From one team to another it moves
/// whom it has put there itself; whom an administrator has moved stays, and is in nobody's way (RSC-46).
fn moves(
    desk: &Desk<'_>,
    group: &GroupId,
    kind: GroupKind,
    members: Vec<UserId>,
    wanted: BTreeSet<UserId>,
) -> Outcome<Vec<Effect>> {
    let members: BTreeSet<UserId> = members.into_iter().collect();
    let joining: Vec<UserId> = wanted.difference(&members).cloned().collect();
    users::must_be_own(desk, &joining)?;
    let leaving: Vec<&UserId> = members.difference(&wanted).collect();
    let leaving = own_of(desk, &leaving, false)?;
    if kind == GroupKind::Team {
        let left = leaving.iter().map(|user| teams::leaving(desk, user, group));
        let joined = joining.iter().map(|user| teams::joining(desk, user, group));
        return Ok(left.chain(joined).collect::<Outcome<Vec<_>>>()?.into_iter().flatten().collect());
    }
    let left = leaving.into_iter().map(|user| Effect::MemberRemoved { group: group.clone(), kind, user });
    let joined = joining.into_iter().map(|user| Effect::MemberAdded { group: group.clone(), kind, user });
    Ok(left.chain(joined).collect())
}

/// Those of these users whom the directory looks after, or has deleted. Whoever holds authority, be it
/// from this group, is taken out of nothing: no directory lowers an administrator, unless it is one that
/// hands on what its maker may, which the judge then judges.
fn own_of(desk: &Desk<'_>, users: &[&UserId], also_gone: bool) -> Outcome<Vec<UserId>> {
    let rows = desk.context().reader.rows(
        "SELECT resource FROM directory_links
         WHERE credential = ? AND (? OR NOT gone) AND resource IN (SELECT value FROM json_each(?))
           AND (? OR NOT EXISTS (SELECT 1 FROM held WHERE held.user = resource))",
        &[Bound::from(&desk.credential), Bound::from(also_gone), json(&users), Bound::from(desk.hands_on)],
    )?;
    Ok(rows.iter().map(|row| row.parse(0)).collect::<Result<_, _>>()?)
}

/// Deletes a group that the directory made, that holds nothing and has nobody but its own users in it.
pub(super) fn delete(desk: &Desk<'_>, call: &Call, id: &GroupId) -> Planned {
    let known = find(desk, id)?;
    call.expects(&known.etag())?;
    if !links::is_own(known.link()) || !was_made_here(desk, id)? {
        return Err(links::not_own().into());
    }
    let Group { kind, parent, details: before, children, .. } = known.group;
    let context = desk.context();
    let members: Vec<UserId> = context
        .reader
        .rows("SELECT user FROM memberships WHERE group_id = ?", params![id])?
        .iter()
        .map(|row| row.parse(0))
        .collect::<Result<_, _>>()?;
    let leaving = own_of(desk, &members.iter().collect::<Vec<_>>(), true)?;
    let others = u32::try_from(members.len() - leaving.len()).unwrap_or(u32::MAX);
    let used = context.reader.row(
        "SELECT (SELECT count(*) FROM grants WHERE group_id = ?) + (SELECT count(*) FROM grant_groups WHERE group_id = ?)
              + (SELECT count(*) FROM invitations WHERE group_id = ?) + (SELECT count(*) FROM reservations WHERE group_id = ?)",
        params![id, id, id, id],
    )?;
    let used: u32 = used.map_or(Ok(0), |row| row.get(0))?;
    if children + others + used > 0 {
        return Err(Problem::new(Code::InUse).with("count", children + others + used).into());
    }
    let left = leaving.into_iter().map(|user| Effect::MemberRemoved { group: id.clone(), kind, user });
    let deleted = Effect::GroupDeleted { group: id.clone(), kind, parent, before };
    Ok((left.chain([deleted]).collect(), Shown::Nothing))
}

/// Whether a directory made a group, and no administrator.
fn was_made_here(desk: &Desk<'_>, group: &GroupId) -> Outcome<bool> {
    let row = desk.context().reader.row(
        "SELECT 1 FROM audit WHERE subject = ? AND accepted AND effect = 'group_created'
            AND line ->> '$.surface' = 'scim' LIMIT 1",
        params![group],
    )?;
    Ok(row.is_some())
}

fn linked(desk: &Desk<'_>, group: &GroupId, before: Option<Link>, details: Link) -> Effect {
    Effect::GroupLinked { group: group.clone(), credential: desk.credential.clone(), before, details }
}
