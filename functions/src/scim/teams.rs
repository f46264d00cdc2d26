//! Into which team a directory puts somebody. Where he is says whether it was the directory: whom an
//! administrator has put elsewhere, or taken out, is not moved back (RSC-46).

use super::{Desk, Outcome, links, users};
use crate::{
    effects::{Effect, Link},
    groups::{self, WITHIN},
    params,
    sql::{Value, json},
};
use shared::{
    authority::{Reach, permission::GROUPS_VIEW, reach},
    groups::GroupKind,
    ids::{GroupId, UserId},
    scim::{
        Error, Kind,
        document::{self, Document},
        schema::OWN_USER,
    },
};

/// So many teams are offered to clients that ask what there is.
const OFFERED_MAX: u32 = 200;

/// The team of a user, as SQL beside his row.
pub(super) const PRESENT: &str = "(SELECT group_id FROM memberships WHERE memberships.user = users.id AND team)";

/// The same as far as the caller may see it, with its values.
pub(super) fn seen(desk: &Desk<'_>) -> Outcome<(String, Vec<Value>)> {
    Ok(match reach(desk.context().access()?, &GROUPS_VIEW) {
        Reach::Everywhere => (PRESENT.to_owned(), Vec::new()),
        Reach::Within { groups, .. } => {
            let sql = format!("(SELECT groups.id FROM groups WHERE groups.id = {PRESENT} AND {WITHIN})");
            (sql, vec![json(&groups)])
        }
    })
}

/// The teams that the caller sees: as many of them as a client can be offered.
pub(super) fn offered(desk: &Desk<'_>) -> Outcome<Vec<String>> {
    let context = desk.context();
    let (filter, values) = match reach(context.access()?, &GROUPS_VIEW) {
        Reach::Everywhere => ("1", Vec::new()),
        Reach::Within { groups, .. } => (WITHIN, vec![json(&groups)]),
    };
    let sql = format!("SELECT id FROM groups WHERE kind = 'team' AND {filter} ORDER BY name_key LIMIT {OFFERED_MAX}");
    let rows = context.reader.rows(&sql, &values)?;
    Ok(rows.iter().map(|row| row.get(0)).collect::<Result<_, _>>()?)
}

/// The team that a document names.
pub(super) fn named(desk: &Desk<'_>, document: &Document, present: Option<&GroupId>) -> Outcome<Option<GroupId>> {
    let text = document::text(document, &[OWN_USER, "team"]);
    if text.is_empty() {
        return Ok(None);
    }
    if let Some(present) = present.filter(|present| present.as_str() == text) {
        return Ok(Some(present.clone()));
    }
    let unknown = || Error::new(Kind::InvalidValue, format!("team: there is no team {text:.40}"));
    let id: GroupId = text.parse().map_err(|_| unknown())?;
    let context = desk.context();
    let group = groups::place(&context, &id).ok().map(|_| groups::find(context.reader, &id)).transpose()?.flatten();
    let is_team = group.is_some_and(|group| group.kind == GroupKind::Team);
    if is_team { Ok(Some(id)) } else { Err(unknown().into()) }
}

/// How somebody comes into a team or leaves the one that he is in, and into which one the directory has
/// put him then. Nothing happens to whoever is not where it has put him.
pub(super) fn placement(
    desk: &Desk<'_>,
    user: &UserId,
    placed: Option<&GroupId>,
    to: Option<GroupId>,
) -> Outcome<(Vec<Effect>, Option<GroupId>)> {
    let present = "SELECT group_id FROM memberships WHERE user = ? AND team";
    let present = desk.context().reader.row(present, params![user])?;
    let present: Option<GroupId> = present.map(|row| row.parse(0)).transpose()?;
    if present.as_ref() != placed || present == to {
        return Ok((Vec::new(), placed.cloned()));
    }
    let kind = GroupKind::Team;
    let left = present.map(|group| Effect::MemberRemoved { group, kind, user: user.clone() });
    let joined = to.clone().map(|group| Effect::MemberAdded { group, kind, user: user.clone() });
    Ok((left.into_iter().chain(joined).collect(), to))
}

/// How somebody whom the directory looks after comes into a team because its members are said anew.
pub(super) fn joining(desk: &Desk<'_>, user: &UserId, team: &GroupId) -> Outcome<Vec<Effect>> {
    let before = links::of_user(desk, user)?;
    let placed = before.as_ref().and_then(|link| link.team.as_ref());
    let (mut effects, placed) = placement(desk, user, placed, Some(team.clone()))?;
    if !effects.is_empty() {
        effects.push(placed_in(desk, user, before, placed));
    }
    Ok(effects)
}

/// How somebody leaves a team because its members are said anew, if the directory has put him there.
pub(super) fn leaving(desk: &Desk<'_>, user: &UserId, team: &GroupId) -> Outcome<Vec<Effect>> {
    let before = links::of_user(desk, user)?;
    if before.as_ref().and_then(|link| link.team.as_ref()) != Some(team) {
        return Ok(Vec::new());
    }
    let left = Effect::MemberRemoved { group: team.clone(), kind: GroupKind::Team, user: user.clone() };
    Ok(vec![left, placed_in(desk, user, before, None)])
}

fn placed_in(desk: &Desk<'_>, user: &UserId, before: Option<Link>, team: Option<GroupId>) -> Effect {
    let after = Link { team, ..before.clone().unwrap_or_default() };
    users::linked(desk, user, before, after)
}
